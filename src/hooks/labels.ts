/**
 * What a stack trace calls a function without a name. V8 takes it from the text around the function, and ours stands in
 * that: `$aT.c.list.<computed>`. What we have put there is left out again; what V8 would have said without it may be more.
 */
const OURS = /\$aT(?:\.held)?(?:\.t?\$?[\w$]+|[\w$]+)?(?:\.|$)/g;

/** The name without ours; null where nothing of ours is in it. */
export function withoutProbes(name: string): string | null {
  return name.includes("$aT") ? name.replace(OURS, "").replace(/\.$/, "") : null;
}

/**
 * A call site's text with `clean` for `name`, as V8 would write it (`SerializeJSStackFrame` in its
 * src/objects/call-site-info.cc): a method without a name goes by its property's, and a function by its place alone.
 */
export function relabelled(text: string, name: string, clean: string): string {
  const at = text.indexOf(name);
  if (at < 0) return text;
  const head = text.slice(0, at);
  const tail = text.slice(at + name.length);
  if (clean !== "") return head + clean + tail;
  if (head.endsWith("new ")) return `${head}<anonymous>${tail}`;
  if (!head.endsWith(".")) return head + tail.replace(/^ \((.*)\)$/s, "$1");
  const [, method, rest = tail] = /^ \[as (.*?)\](.*)$/s.exec(tail) ?? [];
  return head + (method ?? "<anonymous>") + rest;
}
