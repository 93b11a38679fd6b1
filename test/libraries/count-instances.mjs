/**
 * `node --import count-instances.mjs script`: plain Node, in which a library's constructors are wrapped by hand in counting
 * proxies. COUNT_IN (a regular expression for paths) says in which files, COUNT_OF what to wrap there: its first group is
 * an expression, `new (Matrix)\(`. COUNT_TO is the file for the counts by name.
 */
import { writeFileSync } from "node:fs";
import Module, { register } from "node:module";

const { COUNT_IN, COUNT_OF, COUNT_TO } = process.env;
const counts = {};
const proxies = new WeakMap();
const seen = new WeakSet();

const count = (name) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

globalThis.$counted = (value) => {
  // The receiver of a method: the call is what counts.
  if (typeof value !== "function") {
    count("call");
    return value;
  }
  let proxy = proxies.get(value);
  if (proxy === undefined) {
    proxy = new Proxy(value, {
      construct(target, args, newTarget) {
        const made = Reflect.construct(target, args, newTarget === proxy ? target : newTarget);
        // A constructor may give back an instance that was there before.
        if (!seen.has(made)) count(target.name);
        seen.add(made);
        return made;
      },
    });
    proxies.set(value, proxy);
  }
  return proxy;
};

const wrapped = (text) =>
  text.replace(new RegExp(COUNT_OF, "g"), (whole, expression) =>
    whole.replace(expression, `($counted(${expression}))`),
  );

const { _compile } = Module.prototype;
Module.prototype._compile = function (text, path, ...rest) {
  return _compile.call(this, new RegExp(COUNT_IN).test(path) ? wrapped(text) : text, path, ...rest);
};
const hook = `export async function load(url, context, next) {
  const loaded = await next(url, context);
  if (loaded.format !== "module" || !new RegExp(${JSON.stringify(COUNT_IN)}).test(url)) return loaded;
  const wrapped = ${String(wrapped).replace("COUNT_OF", JSON.stringify(COUNT_OF))};
  return { ...loaded, source: wrapped(String(loaded.source)) };
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
process.on("exit", () => writeFileSync(COUNT_TO, JSON.stringify(counts)));
