/**
 * What `require` cannot find and TypeScript can, on every Node. Not by `module.registerHooks()`: with a hook for `resolve`
 * Node takes another way inside, and the stack of "Cannot find module" would show it.
 */
import Module from "node:module";
import { loadingOurs } from "./ours.js";
import { byAlias, byTypeScript, importerOf } from "./resolve.js";
import { withMoreFrames } from "./stack.js";

/** As it was before the program could put something in its place. */
const { apply } = Reflect;

interface Resolver {
  _resolveFilename(request: string, parent: { filename?: string | null } | undefined, ...rest: unknown[]): string;
}

/** The handler below and the closure in it. */
const OWN_FRAMES = 3;

export function installRequireResolver(): void {
  const resolver = Module as unknown as Resolver;
  resolver._resolveFilename = new Proxy(resolver._resolveFilename, {
    // Both go by the name that `stack.ts` knows.
    apply: function resolveFilename$(target, receiver, args: Parameters<Resolver["_resolveFilename"]>) {
      const request = args[0];
      const parent = args[1];
      const importer = loadingOurs() ? null : importerOf(parent?.filename ?? undefined);
      if (importer === null || typeof request !== "string") return apply(target, receiver, args);
      const alias = byAlias(request, importer);
      if (alias !== null) return alias;
      try {
        return apply(target, receiver, args);
      } catch {
        const found = byTypeScript(request, importer);
        if (found !== null) return found;
      }
      // Once more, for the error: thrown again by us, it would be reported as ours.
      return withMoreFrames(OWN_FRAMES, function resolveFilename$() {
        return apply(target, receiver, args);
      });
    },
  });
}
