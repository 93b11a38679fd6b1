const routes = [["/", "home"], ["/about", "about"], ["/x", "missing"]];
for (const [path, name] of routes) console.log(path.length, name);
for (const { length, 0: first } of routes) console.log(length, first);
let key, value;
for ([key, value] of Object.entries({ a: 1, b: 2 })) console.log(key, value);
for (const [i, [path]] of routes.entries()) if (i === 1) console.log(path);
for (const [first, ...rest] of ["abc", "de"]) console.log(first, rest.join(""));
