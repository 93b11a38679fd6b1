const config = { list: [3, 1, 2], nested: { make: () => [1, [2]] }, none: null };
const sorted = config
  ?.list
  ?.slice()
  .sort();
const deep = config
  .nested
  ?.make?.()
  .flat();
const missing = config.none
  ?.map((x) => [x])
  .filter(Boolean);
console.log(sorted.join(), deep.length, missing);
