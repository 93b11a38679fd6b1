const tools = {
  list: [4, 5, 6],
  ["make" + "r"](n) {
    return [n];
  },
};
const method = "slice";
console.log(tools.list[method](1).length, tools["maker"](3)[0], (0, tools.maker)(4)[0]);
console.log((() => [1, 2])()[1], (function () { return [3]; })()[0]);
console.log(
  tools
    ["list"]
    [method]
    (2)[0],
  tools.list?.map((x) => x)?.[0],
  tools.none?.map((x) => [x]),
  tools.maker?.(7)[0],
);
const make = () => () => [9];
console.log(make()()[0]);
