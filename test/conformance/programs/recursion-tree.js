const tree = (depth) => (depth === 0 ? [] : [tree(depth - 1), tree(depth - 1)]);
const size = ([left, right]) => (left ? 1 + size(left) + size(right) : 1);
console.log(size(tree(4)));
const paths = (node, path = []) =>
  node.length === 0 ? [path] : node.flatMap((child, i) => paths(child, [...path, i]));
console.log(paths(tree(2)).map((p) => p.join("")).join());
