/** The disk cache makes a run quicker and never another one. */
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openCache, prune } from "../../src/hooks/cache.js";
import { cacheFolder } from "../../src/hooks/cache-folder.js";
import { testedNodes } from "../nodes.js";
import { allocTrace, plainNode, run, temporaryFolder } from "../program.js";
import { type Program, runTraced, write } from "./child.js";

const node = testedNodes()[0] as ReturnType<typeof testedNodes>[number];

const program = (cache: string): Program => ({
  files: {
    "main.ts": "import { a } from './a.js';\nenum E { X = 3 }\nconsole.log(a, [E.X].map((x) => x + 1));",
    "a.ts": "export const a: number[] = [1, 2];",
  },
  script: "main.ts",
  session: { cache },
});

/** Of the script's files. What V8 has compiled of ours is there, too. */
const entries = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name !== "pruned" && !name.endsWith(".places") && !isCompiled(name));

const isCompiled = (name: string): boolean => /^(?:preload|main)\.cjs-/.test(name);

it("keeps compiled code that is whole, and makes it anew where it is not", () => {
  const cache = join(temporaryFolder(), "cache");
  const folder = write(program(cache));
  const first = runTraced(node, program(cache), folder);
  const names = readdirSync(cache).filter(isCompiled);
  expect(names.length).toBeGreaterThan(0);
  const place = join(cache, names[0] as string);
  const whole = readFileSync(place);
  // What V8 did not accept would be written anew.
  const written = statSync(place).ino;
  runTraced(node, program(cache), folder);
  expect(statSync(place).ino).toBe(written);
  const damages: ((code: Buffer) => Buffer)[] = [
    (code) => code.subarray(0, code.length / 2),
    (code) => Buffer.concat([code.subarray(0, 3000), Buffer.from([0xff, 0xff, 0xff]), code.subarray(3003)]),
    () => Buffer.alloc(0),
    (code) => Buffer.concat([code, Buffer.from([0])]),
  ];
  for (const damage of damages) {
    const damaged = damage(Buffer.from(whole));
    writeFileSync(place, damaged);
    const again = runTraced(node, program(cache), folder);
    expect([again.stdout, again.stderr, again.code]).toEqual([first.stdout, "", 0]);
    expect(readFileSync(place).equals(damaged)).toBe(false);
    expect(readFileSync(place).length).toBeGreaterThan(whole.length / 2);
  }
});

it("lies in the user's own folders, and nowhere for somebody who has none", () => {
  const at = (env: NodeJS.ProcessEnv, home: () => string): string | null => cacheFolder(env, home, "linux");
  expect(at({ XDG_CACHE_HOME: "/c" }, () => "/home/a")).toBe("/c/alloc-trace");
  expect(at({}, () => "/home/a")).toBe("/home/a/.cache/alloc-trace");
  // The specification has a relative path ignored.
  expect(at({ XDG_CACHE_HOME: "c" }, () => "/home/a")).toBe("/home/a/.cache/alloc-trace");
  expect(at({}, () => "")).toBe(null);
  const nobody = (): string => {
    throw new Error("uv_os_homedir returned ENOENT");
  };
  expect(at({}, nobody)).toBe(null);
  const folder = write({ files: { "main.js": "console.log([1].length);" }, script: "main.js" });
  const env = { HOME: "", XDG_CACHE_HOME: undefined };
  expect(allocTrace(["-q", "main.js"], { cwd: folder, env })).toEqual(plainNode(["main.js"], { cwd: folder }));
  expect(readdirSync(folder)).not.toContain(".cache");
});

it("keeps the command line's own code, unless it is told not to", () => {
  const folder = write({ files: { "main.js": "console.log([1].length);" }, script: "main.js" });
  const env = { XDG_CACHE_HOME: join(folder, "cache") };
  const cache = join(folder, "cache/alloc-trace");
  const all = (): string[] => readdirSync(cache).filter(isCompiled);
  const own = (): string[] => all().filter((name) => name.startsWith("main.cjs-"));
  const words = ["-q", "main.js"];
  const plain = plainNode(["main.js"], { cwd: folder });
  expect(allocTrace(words, { cwd: folder, env: { ...env, NODE_DISABLE_COMPILE_CACHE: "1" } })).toEqual(plain);
  expect(all()).toEqual([]);
  expect(allocTrace(words, { cwd: folder, env })).toEqual(plain);
  const kept = own();
  expect(kept).toHaveLength(1);
  const written = kept.map((name) => statSync(join(cache, name)).ino);
  expect(allocTrace(words, { cwd: folder, env })).toEqual(plain);
  expect(own().map((name) => statSync(join(cache, name)).ino)).toEqual(written);
});

// V8 keeps a script's path with its compiled code: another copy's frames are not known to be ours.
it("is shared by two installations of one build", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const other = temporaryFolder();
  for (const part of ["bin", "dist", "package.json"]) cpSync(join(root, part), join(other, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(other, "node_modules"));
  const folder = write({
    files: { "main.js": "try { Function.prototype.toString.call([1]); } catch (e) { console.log(e.stack); }" },
    script: "main.js",
  });
  const here = { cwd: folder, env: { XDG_CACHE_HOME: join(folder, "cache") } };
  const plain = plainNode(["main.js"], here);
  for (let turn = 0; turn < 2; turn++) {
    expect(run(process.execPath, [join(other, "bin/alloc-trace.js"), "-q", "main.js"], here)).toEqual(plain);
    expect(allocTrace(["-q", "main.js"], here)).toEqual(plain);
  }
});

it("gives the same output and the same trace from a warm cache", () => {
  const cache = join(temporaryFolder(), "deep", "cache");
  const folder = write(program(cache));
  const cold = runTraced(node, program(cache), folder);
  expect(cold.stdout).toBe("[ 1, 2 ] [ 4 ]\n");
  expect(entries(cache)).toHaveLength(2);
  const warm = runTraced(node, program(cache), folder);
  expect(warm.stdout).toBe(cold.stdout);
  expect(warm.traces[0]?.sites).toEqual(cold.traces[0]?.sites);
  expect(warm.traces[0]?.files).toEqual(cold.traces[0]?.files);
  expect(entries(cache)).toHaveLength(2);
});

it.each([
  ["emptied", () => ""],
  ["cut short", (text: string) => text.slice(0, text.length / 2)],
  ["changed inside", (text: string) => text.replace("console.log", "console.err")],
  ["replaced", () => "\u0000\u0001 not an entry"],
  ["grown", (text: string) => `${text}\nprocess.exit(9);`],
])("is as good as absent when an entry has been %s", (_, damage) => {
  const cache = join(temporaryFolder(), "cache");
  const folder = write(program(cache));
  const first = runTraced(node, program(cache), folder);
  for (const name of readdirSync(cache)) {
    writeFileSync(join(cache, name), damage(readFileSync(join(cache, name), "utf8")));
  }
  const again = runTraced(node, program(cache), folder);
  expect([again.stdout, again.stderr, again.code]).toEqual([first.stdout, "", 0]);
});

it("goes on without a folder that it cannot have", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "file"), "");
  for (const cache of [join(folder, "file"), "/proc/no/such/folder"]) {
    const ran = runTraced(node, program(cache), write(program(cache)));
    expect([ran.stdout, ran.stderr, ran.code]).toEqual(["[ 1, 2 ] [ 4 ]\n", "", 0]);
  }
});

it.skipIf(process.platform === "win32")("does not run what lies in a folder that others can write to", () => {
  const cache = join(temporaryFolder(), "cache");
  mkdirSync(cache, { mode: 0o777 });
  utimesSync(cache, 1, 1);
  const { chmodSync } = process.getBuiltinModule("node:fs");
  chmodSync(cache, 0o777);
  const ran = runTraced(node, program(cache), write(program(cache)));
  expect(ran.stdout).toBe("[ 1, 2 ] [ 4 ]\n");
  expect(entries(cache)).toEqual([]);
});

it("keeps apart what different options make of a file", () => {
  const cache = join(temporaryFolder(), "cache");
  const folder = write(program(cache));
  const full = runTraced(node, program(cache), folder);
  const counted = runTraced(node, { ...program(cache), session: { cache, countOnly: true } }, folder);
  expect([full.traces[0]?.mode, counted.traces[0]?.mode]).toEqual(["full", "count"]);
  const left = runTraced(node, { ...program(cache), session: { cache, exclude: ["a.ts"] } }, folder);
  expect(left.traces[0]?.notSeen).toEqual([{ path: join(folder, "a.ts"), why: "left out by --exclude" }]);
  writeFileSync(join(folder, "a.ts"), "export const a: number[] = [9];");
  expect(runTraced(node, program(cache), folder).stdout).toBe("[ 9 ] [ 4 ]\n");
  writeFileSync(join(folder, "tsconfig.json"), '{"compilerOptions":{"target":"ES2015"}}');
  expect(runTraced(node, program(cache), folder).stdout).toBe("[ 9 ] [ 4 ]\n");
});

it("is shared by processes that start together", async () => {
  const cache = join(temporaryFolder(), "cache");
  const fork: Program = {
    files: {
      "main.js":
        "const { fork } = require('child_process');\nif (process.argv[2]) console.log(require('./a.js'));\nelse for (let i = 0; i < 8; i++) fork(__filename, ['child']);",
      "a.js": `module.exports = [${"[1],".repeat(2000)}].length;`,
    },
    script: "main.js",
    session: { cache },
  };
  const ran = runTraced(node, fork, write(fork));
  expect([ran.stdout, ran.stderr, ran.code]).toEqual(["2000\n".repeat(8), "", 0]);
  expect(ran.traces).toHaveLength(9);
  expect(entries(cache)).toHaveLength(2);
});

it("gives back what it was given, or nothing", () => {
  const folder = temporaryFolder();
  const cache = openCache(folder);
  for (const text of ["", "a", "ü\u{1f600}\0\n", "x".repeat(100_001)]) {
    expect(cache.write("entry", text, `${text}.`)).toBe(true);
    expect(cache.read("entry")).toEqual({ head: text, body: `${text}.` });
  }
  for (const half of ["\ud83d", "a\ude00b"]) {
    expect(cache.write("half", "", half)).toBe(false);
    expect(cache.read("half")).toBeNull();
  }
});

it("drops the oldest entries when it has grown too large", () => {
  const folder = temporaryFolder();
  const cache = openCache(folder);
  for (const [i, name] of ["old", "middle", "new"].entries()) {
    cache.write(name, "", "x".repeat(1000));
    utimesSync(join(folder, name), 1000 + i, 1000 + i);
  }
  rmSync(join(folder, "pruned"));
  prune(folder, 2500, 0);
  expect(entries(folder).sort()).toEqual(["new"]);
  expect(cache.read("new")?.body).toHaveLength(1000);
  expect(statSync(join(folder, "new")).mode & 0o077).toBe(0);
});
