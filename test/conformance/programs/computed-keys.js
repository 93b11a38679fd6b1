const order = [];
const mark = (name) => {
  order.push([name]);
  return name;
};
const object = { [mark("a")]: [1], get [mark("b")]() { return [2]; }, [mark("c")]() { return [3]; } };
class Table {
  static [mark("d")] = [4];
  [mark("e")] = [5];
}
console.log(object.a[0], object.b[0], object.c()[0], Table.d[0], new Table().e[0]);
console.log(order.join(""), { [[1, 2]]: "x" }["1,2"], [[0, 1]][[0]][[1]]);
