for (const x of list) g(x);
for (const [k, v] of map) g(k, v);
for (const [k, ...rest] of Object.entries(o)) g(rest);
for ([a, b] of pairs) g(a);
for (const key in list) g(key);
async function each() {
  for await (const part of parts) g(part);
}
