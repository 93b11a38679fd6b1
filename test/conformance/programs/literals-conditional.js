function classify(n) {
  const tags = n % 2 === 0 ? ["even"] : ["odd"];
  const extra = n > 3 && ["big", n];
  const fallback = extra || [];
  const known = null ?? [n];
  return tags.length + fallback.length + known[0];
}
let sum = 0;
for (let i = 0; i < 6; i++) sum += classify(i);
let cache;
for (let i = 0; i < 3; i++) cache ??= [i];
let other = [0];
other ||= [1];
other &&= [2];
console.log(sum, cache[0], other[0]);
