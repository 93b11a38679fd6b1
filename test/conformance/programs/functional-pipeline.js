const compose = (...fns) => (x) => fns.reduceRight((value, f) => f(value), x);
const curry = (f, ...given) => (...more) => (given.length + more.length >= f.length ? f(...given, ...more) : curry(f, ...given, ...more));
const add3 = (a, b, c) => a + b + c;
const zip = (...lists) => lists[0].map((_, i) => lists.map((list) => list[i]));
const chunk = (list, n) => list.reduce((out, x, i) => (i % n ? out : [...out, list.slice(i, i + n)]), []);
console.log(compose((x) => x + 1, (x) => x * 2)(5), curry(add3)(1)(2)(3), curry(add3, 1)(2, 3));
console.log(zip([1, 2], ["a", "b"]).join("|"), chunk([1, 2, 3, 4, 5], 2).map((c) => c.length).join());
