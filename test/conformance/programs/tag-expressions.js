// Tags that are no plain names: what they make and read counts as it does elsewhere.
const first = (strings, ...values) => values[0].length + strings.length;
const tags = { list: [first], make: (kept) => ({ of: (strings) => [kept, strings.raw.length] }) };
const curried = (options) => (strings, ...values) => [options.length + strings.raw.length, values.length];

let sum = 0;
for (let i = 0; i < 3; i++) {
  sum += ((strings, ...values) => values[0][0] + values[1][0] + strings.raw.length)`a${[i]}b${[i + 1]}`;
  sum += curried([1, 2])`x${i}`[1];
  sum += tags.list[0]`only ${[i, i]}`;
  sum += tags.make([i]).of`plain`.length;
  sum += (i > 5 ? null : first)`picked ${"abc"}`;
}
console.log(sum);
