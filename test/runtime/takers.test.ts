/** Which functions take what is handed over to them by themselves, and what a site keeps of that. */
import { expect, it } from "vitest";
import { makeTakers } from "../../src/runtime/takers.js";

// A compiler would take the comments out.
const { eval: compile } = globalThis;

/** A function as the instrumenter leaves it. */
const traced = (takes: number): ((...given: unknown[]) => unknown) =>
  compile(`(function (a, b, c) {/*$aT:0x000001:0-90${takes > 0 ? `:${takes}` : ""}*/return a})`);

it("a site keeps a traced function that has a parameter for each argument", () => {
  const { takers, takes, room } = makeTakers();
  room(8);
  const two = traced(2);
  expect(takes(3, two, 1)).toBe(true);
  expect(takers[3]).toBe(two);
  expect(takes(4, two, 2)).toBe(false);
  expect(takers[4]).toBeUndefined();
  const other = traced(3);
  expect(takes(3, other, 1)).toBe(true);
  expect(takers[3]).toBe(other);
});

it.each([
  ["a native", Math.max],
  ["a bound function", traced(2).bind(null)],
  ["a function without probes", (list: unknown) => list],
  ["a function whose first parameter has a default", traced(0)],
  ["a proxy of a traced one", new Proxy(traced(2), {})],
  ["no function", undefined],
])("%s takes nothing", (_, callee) => {
  const { takers, takes, room } = makeTakers();
  room(2);
  expect(takes(1, callee, 0)).toBe(false);
  expect(takers[1]).toBeUndefined();
});

it("the function's own parameters count, not those of one inside of it", () => {
  const { takes } = makeTakers();
  const outer = compile("(function (a = (x, y) => {/*$aT:0x000001:12-30:2*/}) {/*$aT:0x000001:0-60*/})") as unknown;
  expect(takes(1, outer, 0)).toBe(false);
});

it("a site that calls others all the time is left alone", () => {
  const { takers, takes, room } = makeTakers();
  room(2);
  const known = traced(1);
  let taken = 0;
  for (let i = 0; i < 100; i++) if (takes(1, i % 2 === 0 ? known : Math.max, 0)) taken++;
  expect(takers[1]).toBeNull();
  expect(taken).toBeLessThan(20);
  expect(takes(1, known, 0)).toBe(false);
});

it("a program that has frozen all that it found goes on", () => {
  const { takers, takes, room } = makeTakers();
  room(2);
  Object.freeze(takers);
  const known = traced(1);
  for (let i = 0; i < 40; i++) expect(takes(1, known, 0)).toBe(true);
  expect(() => room(4)).not.toThrow();
});
