/** Edits to the sample, each with what the gate must say: nothing, that something moved, or which line rose. */
import type { Files } from "./project.js";

export interface EditScript {
  what: string;
  edit: (files: Files) => Files;
  /** Rules and places, sorted; empty when nothing is to be said. */
  says: string[];
}

const WORLD = "src/world.js";
const MATH = "src/math.js";

/** Replaces a text that must be there. */
function change(file: string, from: string, to: string): EditScript["edit"] {
  return (files) => {
    const text = files[file] ?? "";
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    return { ...files, [file]: text.replace(from, () => to) };
  };
}

function all(...edits: EditScript["edit"][]): EditScript["edit"] {
  return (files) => edits.reduce((edited, edit) => edit(edited), files);
}

function rename(from: string, to: string): EditScript["edit"] {
  return (files) => {
    const { [from]: text = "", ...rest } = files;
    return { ...rest, [to]: text };
  };
}

/** What makes no more arrays: nothing is said, but where it has gone. */
const HARMLESS: EditScript[] = [
  { what: "nothing at all", edit: (files) => files, says: [] },
  {
    what: "lines inserted above",
    edit: (files) => ({ ...files, [WORLD]: `// Bodies and\n// how they move.\n\n${files[WORLD]}` }),
    says: [],
  },
  {
    what: "a comment in the loop",
    edit: change(WORLD, "      const moved", "      // now\n      const moved"),
    says: [],
  },
  { what: "a line deleted", edit: change(WORLD, "\n\nexport function", "\nexport function"), says: [] },
  {
    what: "indented with tabs",
    edit: (files) => ({ ...files, [WORLD]: (files[WORLD] ?? "").replaceAll("  ", "\t") }),
    says: [],
  },
  {
    what: "Windows line ends",
    edit: (files) => ({ ...files, [WORLD]: (files[WORLD] ?? "").replaceAll("\n", "\r\n") }),
    says: [],
  },
  {
    what: "an expression spread over lines",
    edit: change(WORLD, "[i, i + 1, i + 2]", "[\n        i,\n        i + 1,\n        i + 2,\n      ]"),
    says: [],
  },
  { what: "blanks within an expression", edit: change(MATH, "v.map((x) => x * x)", "v.map( (x) => x*x )"), says: [] },
  {
    what: "the variable renamed that holds it",
    edit: (files) => ({ ...files, [MATH]: (files[MATH] ?? "").replaceAll("squares", "sq") }),
    says: [],
  },
  {
    what: "a function declared between",
    edit: change(WORLD, "export function centre", "export function idle() {}\n\nexport function centre"),
    says: [],
  },
  { what: "a function put below another", edit: swapFunctions, says: [] },
  {
    what: "an expression changed that makes as many",
    edit: change(WORLD, "body.map((x) => x * dt)", "body.map((x) => x * dt + 1)"),
    says: [],
  },
  {
    what: "an import added that makes nothing",
    edit: change(WORLD, "import { norm }", 'import "node:path";\nimport { norm }'),
    says: [],
  },
  {
    what: "a class method renamed",
    edit: all(change(WORLD, "  step(dt) {", "  advance(dt) {"), change("main.js", "world.step(", "world.advance(")),
    says: ["alloc-moved src/world.js:14"],
  },
  {
    what: "a function renamed",
    edit: all(change(MATH, "function norm", "function magnitude"), change(WORLD, "{ norm }", "{ magnitude as norm }")),
    says: ["alloc-moved src/math.js:2"],
  },
  {
    what: "a file renamed",
    edit: all(rename(MATH, "src/vector.js"), change(WORLD, "./math.js", "./vector.js")),
    says: ["alloc-moved src/vector.js:2"],
  },
  {
    what: "a file moved into a folder",
    edit: all(
      rename(WORLD, "src/physics/world.js"),
      change("src/physics/world.js", "./math.js", "../math.js"),
      change("main.js", "./src/world.js", "./src/physics/world.js"),
    ),
    says: ["alloc-moved src/physics/world.js:7"],
  },
  {
    what: "a file renamed and an expression in it edited",
    edit: all(
      rename(MATH, "src/vector.js"),
      change(WORLD, "./math.js", "./vector.js"),
      change("src/vector.js", "v.map((x) => x * x)", "v.map((x) => x ** 2)"),
    ),
    says: ["alloc-moved src/vector.js:2"],
  },
  {
    what: "a function moved to another file",
    edit: all(change(WORLD, 'import { norm } from "./math.js";\n', ""), (files) => ({
      ...files,
      [WORLD]: `${files[MATH]?.replace("export ", "")}\n${files[WORLD]}`,
    })),
    says: ["alloc-moved src/world.js:2"],
  },
  {
    what: "a function wrapped in another",
    edit: change(
      WORLD,
      "    for (const body of this.bodies) {\n      const moved = body.map((x) => x * dt);\n      sum += norm(moved);\n    }",
      "    const each = (body) => {\n      const moved = body.map((x) => x * dt);\n      sum += norm(moved);\n    };\n    for (const body of this.bodies) each(body);",
    ),
    says: ["alloc-moved src/world.js:14"],
  },
  {
    what: "a temporary taken out",
    edit: change(WORLD, "const part = [point[0], point[1]];", "const part = point;"),
    says: [],
  },
  { what: "an array reused that was made anew each time", edit: hoist, says: [] },
];

/** What makes more: the line that does is named, and no other. */
const HARMFUL: EditScript[] = [
  {
    what: "a temporary in a loop",
    edit: change(WORLD, "      sum += norm(moved);", "      const copy = [...moved];\n      sum += norm(copy);"),
    says: ["alloc-new src/world.js:15"],
  },
  {
    what: "a site added below an equal one",
    edit: change(
      WORLD,
      "      sum += norm(moved);",
      "      const again = body.map((x) => x * dt);\n      sum += norm(moved) + again.length * 0;",
    ),
    says: ["alloc-new src/world.js:15"],
  },
  {
    what: "a rarer site added above an equal one",
    edit: change(WORLD, "  const total = [0, 0, 0];", "  const none = [0, 0, 0];\n  const total = [none[0], 0, 0];"),
    says: ["alloc-new src/world.js:23"],
  },
  {
    what: "a loop that goes round more often",
    edit: change("main.js", "i < 5", "i < 6"),
    says: ["alloc-rise src/math.js:2", "alloc-rise src/world.js:14"],
  },
  {
    what: "a larger array",
    edit: change(WORLD, "[i, i + 1, i + 2]", "[i, i + 1, i + 2, i + 3]"),
    says: ["alloc-rise src/math.js:2", "alloc-rise src/world.js:14", "alloc-rise src/world.js:7"],
  },
  {
    what: "an array that is kept where it was dropped",
    edit: all(
      change(WORLD, "  bodies = [];", "  bodies = [];\n  kept = [];"),
      change(WORLD, "      sum += norm(moved);", "      this.kept.push(moved);\n      sum += norm(moved);"),
      change("main.js", "console.log(sum,", "console.log(world.kept.map((x) => x[0]).length, sum,"),
    ),
    says: ["alloc-new main.js:8", "alloc-new src/world.js:5", "alloc-rise src/world.js:15"],
  },
  {
    what: "a call of a function that allocates, in a loop",
    edit: change("main.js", "  sum += world.step(i);", "  sum += world.step(i) + centre(world.bodies)[0] * 0;"),
    says: ["alloc-rise src/world.js:22", "alloc-rise src/world.js:24"],
  },
  {
    what: "a site that moved and makes more",
    edit: all(
      rename(MATH, "src/vector.js"),
      change(WORLD, "./math.js", "./vector.js"),
      change(WORLD, "sum += norm(moved);", "sum += norm(moved) + norm(body);"),
    ),
    says: ["alloc-moved src/vector.js:2", "alloc-rise src/vector.js:2"],
  },
  {
    what: "an improvement here and a rise there",
    edit: all(
      change(WORLD, "const part = [point[0], point[1]];", "const part = point;"),
      change(MATH, "  return Math.sqrt", "  const spare = [v[0]];\n  return spare.length * 0 + Math.sqrt"),
    ),
    says: ["alloc-new src/math.js:3"],
  },
  {
    what: "a rest parameter",
    edit: all(change(MATH, "norm(v) {", "norm(v, ...others) {")),
    says: ["alloc-new src/math.js:1"],
  },
];

function swapFunctions(files: Files): Files {
  const text = files[WORLD] ?? "";
  const at = text.indexOf("export class");
  const second = text.indexOf("export function");
  return { ...files, [WORLD]: `${text.slice(0, at)}${text.slice(second)}\n${text.slice(at, second).trimEnd()}\n` };
}

function hoist(files: Files): Files {
  return all(
    change(WORLD, "  const total = [0, 0, 0];", "  const total = [0, 0, 0];\n  const part = [0, 0];"),
    change(WORLD, "    const part = [point[0], point[1]];", "    part[0] = point[0];\n    part[1] = point[1];"),
  )(files);
}

export const EDITS = { harmless: HARMLESS, harmful: HARMFUL };
