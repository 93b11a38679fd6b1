/** Programs made of hundreds of small cases print, by the command line, what they print under plain node. */
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { allocTrace, plainNode } from "../program.js";

const cwd = fileURLToPath(new URL("./programs/", import.meta.url));

const FLAGS: { [script: string]: string } = {
  "source-text-modules.mjs": "--experimental-vm-modules --no-warnings",
};

const PROGRAMS: { [name: string]: string[] } = {
  "the text of functions, methods, accessors and classes": ["function-text.js"],
  "messages of wrong values, as V8 quotes them": ["messages.js"],
  "messages of calls whose key is computed": ["keys-of-calls.cjs"],
  "places of calls whose key is computed": ["places-of-calls.cjs"],
  "places of calls to names that nothing declares": ["undefined-names.cjs"],
  "the language's corners: names, order, scopes, generators, classes, patterns, completion values": ["language.js"],
  "what V8 calls functions without a name": ["labels.cjs"],
  "optional chains in parentheses, under delete, and the traps of proxies": ["chains-and-traps.js"],
  "lists joined by commas, wherever one may stand": ["sequences.cjs"],
  "an array iterator of the program's own": ["replaced-natives.js", "iter"],
  "an array iterator that counts": ["replaced-natives.js", "iterbreak"],
  "a `next` that counts": ["replaced-natives.js", "next"],
  "`call` and `apply` of the program's own": ["replaced-natives.js", "callapply"],
  "frozen natives": ["replaced-natives.js", "frozen"],
  "text for `eval`, function constructors and `vm`": ["compiled-text.js"],
  "a text that several places hand to an indirect `eval` or a function constructor": ["text-of-several-places.cjs"],
  "`new.target` and `super` in a direct `eval`": ["eval-from-around.cjs"],
  "classes that extend `Function` and `vm.Script`": ["classes-of-functions.cjs"],
  "text for `vm.SourceTextModule`": ["source-text-modules.mjs"],
  "modules and workers whose text is their URL": [
    "data-modules.mjs",
    "data:text/javascript,let a = [1];%0A throw a.map(() => new Error('x'))[0]",
  ],
  "an uncaught error of a timer in such a module": [
    "data-modules.mjs",
    "data:text/javascript,let a = [1];setTimeout(() => { throw new Error(String(a)) }, 5)",
  ],
  "code in contexts of `vm`": ["contexts.js"],
  "iteration, species and `exec` that count": ["counted-iteration.cjs", "counts"],
  "iteration, species and `exec` that throw": ["counted-iteration.cjs", "broken"],
  "patterns and spreads that meet what they cannot take apart": ["patterns.js"],
  "what defaults of patterns and patterns among parameters cannot take apart": ["defaults-of-patterns.cjs"],
  "functions and classes without a name stay so": ["without-names.js"],
  "an uncaught error of a parameter's pattern": ["uncaught.js", "parameter"],
  "an uncaught error of a loop's pattern": ["uncaught.js", "loop"],
  "an uncaught error of a name that nothing declares": ["uncaught.js", "name"],
  "an error that is caught and thrown again": ["uncaught.js", "later"],
  "natives that read deeply, and getters inside": ["reads-deeply.js"],
  "no `Reflect`": ["no-reflect.js"],
  "tags that are no functions": ["tags-that-are-none.js"],
  "what a catch clause cannot take apart": ["caught-patterns.js"],
  "places where arrays and all else meet": ["strangers.js"],
  "declarations beside parameters, in bodies whose uses are merged": ["clashing-names.cjs"],
  "a species that counts": ["replaced-natives.js", "species"],
};

describe("behaves as under plain node", () => {
  for (const [name, [script = "", ...args]] of Object.entries(PROGRAMS)) {
    test(name, () => {
      const env = { NODE_OPTIONS: FLAGS[script] };
      const plain = plainNode([script, ...args], { cwd, env });
      const traced = allocTrace(["-q", script, ...args], { cwd, env });
      expect({ ...traced, stdout: traced.stdout.split("\n") }).toEqual({ ...plain, stdout: plain.stdout.split("\n") });
      expect(plain.stdout.length).toBeGreaterThan(0);
    });
  }
});
