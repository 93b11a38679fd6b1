/**
 * `vm` as the program finds it: text that stands for a file is exchanged for the probed one on its way in. A call with
 * any other text goes through as it is.
 *
 * `vm.Script` and `vm.SourceTextModule` stay what they are, and all that is built on them (`vm.runInThisContext`): what is
 * exchanged is the class that they extend, whose constructor gets the text. https://github.com/nodejs/node/blob/main/lib/vm.js
 */
import { syncBuiltinESMExports } from "node:module";
import vm from "node:vm";
import type { Contexts } from "./contexts.js";
import { type FileTexts, type Given, givenTo, optionsOf } from "./file-texts.js";
import { withOwnIteration } from "./own-iteration.js";
import { withMoreFrames } from "./stack.js";

/** As they were before the program could put something in their places. */
const { apply, construct } = Reflect;

/** The handler's own, and those of `withMoreFrames`. */
const OUR_FRAMES = 3;

/** What has been put in the place of what, for those who tell `vm`'s functions by identity. */
export function followVm(texts: FileTexts, contexts: Contexts): Map<object, object> {
  const probed = (given: Given | null): string | null => (given === null ? null : (texts.answer(given)?.text ?? null));

  /** `exchange` changes the arguments of the class that `made` extends. */
  const follow = (made: object, exchange: (args: unknown[]) => void): void => {
    const base = Object.getPrototypeOf(made) as new (...args: unknown[]) => object;
    const standIn = new Proxy(base, {
      construct(target, args: unknown[], newTarget) {
        withOwnIteration(() => exchange(args));
        return withMoreFrames(OUR_FRAMES, () => construct(target, args, newTarget) as object);
      },
    });
    Object.setPrototypeOf(made, standIn);
  };

  follow(vm.Script, (args) => {
    const [, filename, lineOffset, columnOffset] = args;
    const text = probed(givenTo("script", [args[0], { filename, lineOffset, columnOffset }], 1));
    if (text === null) return;
    contexts.follow();
    args[0] = text;
  });

  const { SourceTextModule } = vm as { SourceTextModule?: object };
  if (SourceTextModule !== undefined) {
    follow(SourceTextModule, (args) => {
      const options = args[0] as { sourceText?: unknown; context?: unknown };
      const text = probed(givenTo("module", [options.sourceText, options], 1));
      if (text === null || (options.context !== undefined && !contexts.enter(options.context))) return;
      args[0] = { ...options, sourceText: text };
    });
  }

  const { compileFunction } = vm;
  const standIn = new Proxy(compileFunction, {
    apply(target, receiver, args: Parameters<typeof compileFunction>) {
      withOwnIteration(() => {
        const text = probed(givenTo("function", args, 2));
        const { parsingContext } = optionsOf(args, 2);
        if (text !== null && (parsingContext === undefined || contexts.enter(parsingContext))) args[0] = text;
      });
      return withMoreFrames(OUR_FRAMES, () => apply(target, receiver, args) as ReturnType<typeof compileFunction>);
    },
  });
  vm.compileFunction = standIn;
  syncBuiltinESMExports();
  return new Map([[compileFunction, standIn]]);
}
