/** TypeScript's own positions in stacks and above uncaught errors; the program's own source maps. */
import { describe, expect, it } from "vitest";
import { testedNodes } from "../nodes.js";
import { type Program, runPlain, runTraced, write } from "./child.js";

const ERRORS: { [name: string]: { program: Program; frame: (folder: string) => string; at: string[] } } = {
  "a CommonJS script": {
    program: {
      files: {
        "main.ts":
          "interface Long {\n  a: number;\n  b: string;\n}\nenum E { A }\n\nfunction f(list: number[], long?: Long): never {\n  const x = list.map((n: number) => n + E.A); throw new TypeError('no ' + x);\n}\nf([1]);\n",
      },
      script: "main.ts",
    },
    frame: (folder) =>
      `${folder}/main.ts:8\n  const x = list.map((n: number) => n + E.A); throw new TypeError('no ' + x);\n                                              ^\n\nTypeError: no 1\n`,
    at: ["f (%/main.ts:8:53)", "Object.<anonymous> (%/main.ts:10:1)"],
  },
  "a module with namespaces and decorators": {
    program: {
      files: {
        "main.mts":
          "import { deep } from './deep.mjs';\nfunction d(value: unknown, _context: unknown): void { void value; }\nnamespace N { export let list: number[] = [1]; }\n@d class K { m(): void { deep(N.list); } }\nnew K().m();\n",
        "deep.mts":
          "export type T = {\n  a: 1;\n};\nexport const deep = (list: number[]): void => {\n  list.map((x) => [x]).forEach((x: any) => x.y.z);\n};\n",
      },
      script: "main.mts",
    },
    frame: (folder) =>
      `file://${folder}/deep.mts:5\n  list.map((x) => [x]).forEach((x: any) => x.y.z);\n                                               ^\n\nTypeError: Cannot read properties of undefined (reading 'z')\n`,
    at: [
      "file://%/deep.mts:5:48",
      "Array.forEach (<anonymous>)",
      "deep (file://%/deep.mts:5:24)",
      "K.m (file://%/main.mts:4:26)",
      "file://%/main.mts:5:9",
    ],
  },
};

for (const node of testedNodes()) {
  describe(`an uncaught error on Node ${node.version} in`, () => {
    for (const [name, { program, frame, at }] of Object.entries(ERRORS)) {
      it(name, () => {
        const folder = write(program);
        const { stderr, code } = runTraced(node, program, folder);
        expect(code).toBe(1);
        expect(stderr.slice(0, stderr.indexOf("    at "))).toBe(frame(folder));
        for (const line of at) expect(stderr).toContain(`    at ${line.replaceAll("%", folder)}\n`);
      });
    }
  });

  it(`leaves the program its own source maps on Node ${node.version}`, () => {
    // Line 3 of `list.ts` is what line 1 of `main.js` was made from.
    const map = {
      version: 3,
      sources: ["list.ts"],
      names: [],
      mappings: "AAEA,SAAS,IAAI,CAAC,CAAC,EAAE,OAAO,CAAC,CAAC",
    };
    const program: Program = {
      files: {
        "main.js": "const list = [1].map((x) => x); list.nope();\n//# sourceMappingURL=main.js.map",
        "main.js.map": JSON.stringify({
          ...map,
          mappings:
            "AAEA,MAAM,IAAI,GAAG,CAAC,CAAC,CAAC,CAAC,GAAG,CAAC,CAAC,CAAC,EAAE,EAAE,CAAC,CAAC,CAAC,CAAC,IAAI,CAAC,IAAI,EAAE",
        }),
        "list.ts": "// one\n// two\nconst list: number[] = [1].map((x) => x); list.nope();\n",
      },
      script: "main.js",
      flags: ["--enable-source-maps"],
    };
    const folder = write(program);
    const place = (stderr: string): string[] => stderr.match(/list\.ts:\d+/g) ?? [];
    const plain = runPlain(node, program, folder);
    const traced = runTraced(node, program, folder);
    expect(place(plain.stderr)).toContain("list.ts:3");
    expect(place(traced.stderr)).toEqual(place(plain.stderr));
    expect(traced.code).toBe(1);
  });
}
