const prices = new Map([
  ["tea", 2],
  ["cake", 4],
]);
const menu = Object.fromEntries(prices);
const back = new Map(Object.entries(menu));
const twin = new Map(prices);
const names = new Set(prices.keys());
console.log(menu.cake, back.size, twin.get("tea"), names.has("cake"));
const weak = new WeakMap([[menu, "menu"]]);
console.log(weak.get(menu));
