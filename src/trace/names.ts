/**
 * Numbers of property names: the probed text asks by them whether a name has been seen on an array object, which is one
 * load from a table whose address optimized code knows. (An object with a property for each name becomes a dictionary,
 * and every question a call.) Two names with one number cost a look too many and change nothing.
 */

/** Numbers go from 0 to below this. */
export const NAMES = 2 ** 16;

/** FNV-1a, folded. */
export function nameNumber(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 16)) & (NAMES - 1);
}
