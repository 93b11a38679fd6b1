// Patterns inside of patterns that have to be taken apart among the parameters.
const sum = ({ q: [x] }, y = () => x, ...r) => x + y() + r.length;
function* each(
  { q: { r: [x = [1], ...more] } }, // a comma, below
  y,
) {
  yield [x, more, y];
}
const rest = (...[{ q: [x] }, , y = 1]) => x + y;
const named = (...{ 0: [x], length }) => x + length;
const box = {
  set size({ q: [x] } = { q: [1] }) {
    function x() {}
  },
};
function counted({ q: [x] }, y = 1) {
  return arguments.length + x + y;
}
