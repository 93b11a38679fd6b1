const stock = { apples: 3, pears: 0, plums: 12 };
console.log(Object.keys(stock).length, Object.values(stock).join());
for (const [name, count] of Object.entries(stock)) {
  if (count === 0) continue;
  console.log(name, count);
}
const doubled = Object.fromEntries(Object.entries(stock).map(([name, count]) => [name, count * 2]));
console.log(doubled.plums, Object.getOwnPropertyNames(stock).length, Reflect.ownKeys(doubled).length);
console.log(Object.getOwnPropertySymbols({ [Symbol.iterator]: 1 }).length);
