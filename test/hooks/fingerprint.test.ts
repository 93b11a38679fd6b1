/** Names of cache entries: as good as never the same for different texts, and always for the same ones. */
import { expect, test } from "vitest";
import { fingerprint } from "../../src/hooks/fingerprint.js";

test("texts that differ in a unit, in length, or in where one ends have names of their own", () => {
  const names = new Set<string>();
  let made = 0;
  const add = (...parts: string[]) => {
    names.add(fingerprint(...parts));
    made++;
  };
  for (let i = 0; i < 100_000; i++) add(`a${i}`);
  for (let i = 0; i < 20_000; i++) add("", `a${i}`);
  for (let i = 0; i < 20_000; i++) add(`a${i}`, "");
  for (let length = 0; length < 2_000; length++) add("\0".repeat(length));
  for (let at = 0; at < 2_000; at++) add(`${"x".repeat(at)}y${"x".repeat(1_999 - at)}`);
  for (let cut = 1; cut < 2_000; cut++) add("z".repeat(cut), "z".repeat(2_000 - cut));
  expect(names.size).toBe(made);
});

test("a name is that of the text's units, and 24 digits long", () => {
  expect(fingerprint("ü\u{1f600}", "b")).toBe(fingerprint(["ü", "\ud83d", "\ude00"].join(""), "b"));
  expect(fingerprint("a")).toMatch(/^[0-9a-f]{24}$/);
  expect(fingerprint("a")).not.toBe(fingerprint("\u0161"));
});
