/** For esbuild: modules that ask where they are (`import.meta.url`) are told where they would be outside of the bundle. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";

/** `placeOf` gives the expression that stands for `import.meta.url` in the module at that path. */
export const ownPlaces = (filter, placeOf) => ({
  name: "own-places",
  setup({ onLoad }) {
    onLoad({ filter }, ({ path }) => {
      const contents = readFileSync(path, "utf8").replaceAll("import.meta.url", placeOf(path));
      return { contents, loader: "js", resolveDir: dirname(path) };
    });
  },
});
