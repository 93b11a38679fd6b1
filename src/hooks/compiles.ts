/** What V8 compiles, by compiling it. Whatever it refuses is to be refused in the program's own call, in its own words. */
import vm from "node:vm";
import type { Home } from "../instrument/contract.js";

/** As they were before the program could put something in their places. */
const { Script, compileFunction } = vm;
/** Where Node is told to have it: `--experimental-vm-modules`. */
export const { SourceTextModule } = vm as { SourceTextModule?: new (text: string, options: object) => object };
const { construct } = Reflect;

export function isScript(text: string): boolean {
  return succeeds(() => new Script(text, { filename: "text" }));
}

/** Strict code, whose syntax is the narrower one. That it is no function's body (`return`) is for the parser to say. */
export function isWithin(home: Home, text: string): boolean {
  return home === 1
    ? isScript(`(function () {"use strict";${text}\n})`)
    : home === 2 && isScript(`(class { m() {${text}\n} })`);
}

/** A name of its own: Node counts those that have none. */
export function isModule(code: string, more: object = {}): boolean {
  return succeeds(() => SourceTextModule && new SourceTextModule(code, { identifier: "text", ...more }));
}

export function isFunction(maker: new (...list: string[]) => unknown, list: string[]): boolean {
  const [body = "", ...params] = [...list].reverse();
  // Not the very text: V8 would keep what it compiled for us, and name our line as its origin.
  return succeeds(() => construct(maker, [...params.reverse(), `${body}\n`]) as unknown);
}

export function isBody(code: string, params: string[]): boolean {
  return succeeds(() => compileFunction(code, params));
}

function succeeds(compile: () => unknown): boolean {
  try {
    compile();
    return true;
  } catch {
    return false;
  }
}
