/**
 * Node 20: keeps what a CommonJS file was compiled to until the end of the process.
 *
 * When a module has run and nobody holds a function of it, V8 forgets its script, and the heap profile then knows neither
 * the file nor the place of the functions in it: it collects all garbage before it looks. So the file's last statement
 * hands over a function that is never called. Node 22 and later keep the script by themselves.
 */
import type { Emitter } from "./emit.js";

const KEEPER = "$aT";
const LAST = `\n;globalThis.${KEEPER}?.(() => 0);`;

export function keepingScripts(emitter: Emitter): Emitter {
  const kept: unknown[] = [];
  Object.defineProperty(globalThis, KEEPER, {
    value: (script: unknown) => void kept.push(script),
    configurable: true,
    enumerable: false,
  });
  return {
    ...emitter,
    emit(path, url, source, lang, goal) {
      const emitted = emitter.emit(path, url, source, lang, goal);
      return emitted.goal === "commonjs" ? { ...emitted, text: (emitted.text ?? source) + LAST } : emitted;
    },
  };
}
