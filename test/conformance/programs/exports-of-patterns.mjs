// What a pattern makes in a declaration that is exported, and in functions of one.
const list = [1, 2, 3];
export const [first, ...others] = list;
export const { length, q: [x = 4, ...rest] } = { length: 1, q: [undefined, 2] };
export const last = (values) => {
  const [, ...tail] = values;
  return tail;
};
export class Box {
  static {
    const [a, ...b] = list;
    Box.size = a + b.length;
  }
  take([, ...values]) {
    const [, ...left] = values;
    return left;
  }
}
console.log(first, others, length, x, rest, last(list), Box.size, new Box().take(list));
