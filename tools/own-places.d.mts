import type { Plugin } from "esbuild";

export function ownPlaces(filter: RegExp, placeOf: (path: string) => string): Plugin;
