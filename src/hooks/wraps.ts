/** Whether a module that a file asks for is one that the user wants wrapped. */
import { dirname, resolve } from "node:path";
import type { InstrumentInput } from "../instrument/contract.js";
import type { Job } from "./pipeline.js";

/** Nothing where there is none, so that most files are emitted as if this were not here. */
export function wrapsOf({ path, wrap }: Job): Pick<InstrumentInput, "wraps"> {
  if (wrap.length === 0) return {};
  return {
    wraps: (specifier) => {
      const file = /^\.{0,2}\//.test(specifier) ? bare(resolve(dirname(path), specifier)) : null;
      const found = wrap.filter(({ module }) =>
        file === null ? specifier === module || specifier.startsWith(`${module}/`) : bare(module) === file,
      );
      const [first] = found;
      if (first === undefined) return null;
      const names = found.flatMap(({ name }) => (name === null ? [] : [name]));
      return { module: first.module, names: names.length < found.length ? "" : names.join(" ") };
    },
  };
}

/** An extension may be left out. */
function bare(path: string): string {
  return path.replace(/\.[^./\\]+$/, "");
}
