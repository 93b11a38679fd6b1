const table = await Promise.resolve([1, 2, 3]);
export const doubled = table.map((n) => n * 2);
export default [doubled.length];
const [first, ...rest] = doubled;
console.log(first, rest.join(), await Promise.all([1, 2]).then((list) => list.length));
export function later() {
  return [this === undefined];
}
console.log(later()[0]);
for await (const item of [[1], Promise.resolve([2])]) console.log(item[0]);
