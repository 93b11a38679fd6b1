const ok = (v) => Promise.resolve(v);
const bad = (v) => Promise.reject(new Error(v));
async function main() {
  const all = await Promise.all([ok(1), ok([2]), 3]);
  const settled = await Promise.allSettled([ok(1), bad("x")]);
  const raced = await Promise.race([ok([7]), ok(8)]);
  console.log(all.length, settled.map((s) => s.status).join(), raced[0]);
  const any = await Promise.any([bad("a"), ok([9, 9])]);
  console.log(any.length);
  for (let i = 0; i < 3; i++) {
    const [a, b] = await Promise.all([i, i * i]);
    console.log(a + b);
  }
}
main();
