function join(
  separator,
  ...parts
) {
  return parts.join(separator);
}
const [
  first,
  ...others
] = [
  "a",
  "b",
  "c",
];
console.log(join("+", first, ...others));
