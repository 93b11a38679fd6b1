/**
 * `vm` as the program finds it: text that stands for a file is exchanged for the probed one on its way in. A call with
 * any other text goes through as it is.
 */
import { syncBuiltinESMExports } from "node:module";
import vm from "node:vm";
import type { Contexts } from "./contexts.js";
import { type FileTexts, type Given, givenTo, optionsOf } from "./file-texts.js";
import { withOwnIteration } from "./own-iteration.js";
import { withMoreFrames } from "./stack.js";

/** As they were before the program could put something in their places. */
const { apply, construct } = Reflect;

/** Whether probed text can run where the call would run it; it may change the arguments to make it so. */
type Enters = (args: unknown[]) => boolean;

type Called = (...args: unknown[]) => unknown;

/** What has been put in the place of what, for those who tell `vm`'s functions by identity. */
export function followVm(texts: FileTexts, contexts: Contexts): Map<object, object> {
  const standIns = new Map<object, object>();
  const module = vm as unknown as { [name: string]: Called | undefined };

  const exchange = (args: unknown[], at: number, goal: Given["goal"], enters: Enters): unknown[] =>
    withOwnIteration(() => {
      const given = givenTo(goal, args, at);
      const text = given === null ? null : (texts.answer(given)?.text ?? null);
      if (text !== null && enters(args)) args[0] = text;
      return args;
    });

  const follow = (name: string, standIn: (own: Called) => Called): void => {
    const own = module[name];
    if (typeof own !== "function") return;
    const made = standIn(own);
    standIns.set(own, made);
    module[name] = made;
  };

  const called = (name: string, goal: Given["goal"], at: number, enters: Enters, runs: boolean): void => {
    follow(
      name,
      (own) =>
        new Proxy(own, {
          apply(target, receiver, args: unknown[]) {
            const made = exchange(args, at, goal, enters);
            return runs ? withMoreFrames(1, () => apply(target, receiver, made)) : apply(target, receiver, made);
          },
        }),
    );
  };

  const constructed = (name: string, goal: Given["goal"], enters: Enters): void => {
    follow(name, (own) => {
      const standIn: Called = new Proxy(own, {
        construct(target, args: unknown[], newTarget) {
          const made = exchange(args, 1, goal, enters);
          return construct(target, made, newTarget === standIn ? target : newTarget) as object;
        },
      });
      const prototype = (own as unknown as { prototype: object }).prototype;
      Object.defineProperty(prototype, "constructor", { value: standIn, configurable: true, writable: true });
      return standIn;
    });
  };

  constructed("Script", "script", () => {
    contexts.follow();
    return true;
  });
  called("runInThisContext", "script", 1, () => true, true);
  called("runInContext", "script", 2, (args) => contexts.enter(args[1]), true);
  called(
    "runInNewContext",
    "script",
    2,
    (args) => {
      const context = contexts.create(args[1], args[2]);
      if (context !== null) args[1] = context;
      return context !== null;
    },
    true,
  );
  called(
    "compileFunction",
    "function",
    2,
    (args) => {
      const { parsingContext } = optionsOf(args, 2);
      return parsingContext === undefined || contexts.enter(parsingContext);
    },
    false,
  );
  constructed("SourceTextModule", "module", (args) => {
    const { context } = optionsOf(args, 1);
    return context === undefined || contexts.enter(context);
  });
  syncBuiltinESMExports();
  return standIns;
}
