async function* pages(count) {
  for (let page = 0; page < count; page++) {
    const items = await Promise.resolve([page, page * 10]);
    yield items;
  }
}
async function main() {
  let total = 0;
  for await (const [a, b] of pages(3)) total += a + b;
  for await (const list of [Promise.resolve([1]), [2, 3]]) total += list.length;
  for await (const [k, v] of new Map([["x", 5]])) total += v + k.length;
  console.log(total);
  const it = pages(2);
  const { value } = await it.next();
  console.log(value.length, (await it.return([1])).value.length);
}
main();
