const table = [
  // a row per colour
  "red",
  [
    255,
    0,
    0,
  ],
  "lime", [0,
    255, 0],
];
const flat =
  table
    .flat()
    .filter(
      (entry) =>
        typeof entry === "number",
    );
console.log(
  flat
    .map((n) => n / 255)
    .join(),
  [
    flat.length,
  ][0],
);
