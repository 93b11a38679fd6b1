const zeros = (rows, cols) => Array.from({ length: rows }, () => new Array(cols).fill(0));
function multiply(a, b) {
  const out = zeros(a.length, b[0].length);
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b[0].length; j++)
      for (let k = 0; k < b.length; k++) out[i][j] += a[i][k] * b[k][j];
  return out;
}
const transpose = (m) => m[0].map((_, j) => m.map((row) => row[j]));
let m = [[1, 1], [1, 0]];
const step = [[1, 1], [1, 0]];
for (let i = 0; i < 8; i++) m = multiply(m, step);
console.log(m[0][0], transpose([[1, 2, 3], [4, 5, 6]]).join(";"));
