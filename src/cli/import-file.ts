/**
 * `import()` for what is bundled: there, code that V8 has made before is run as a script (`hooks/compiled.cts`), and Node 20
 * warns of an experimental feature when a script imports. This file stays outside, a module like any other.
 */
export function importFile(specifier: string): Promise<unknown> {
  return import(specifier);
}
