function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
function rows(m) {
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) sum += this.data[i] + m.data[j];
  }
  return sum;
}
while (busy()) made.push([1]);
do {
  n += list[0];
} while (n < 9);
outer: for (const row of grid) {
  for (let i = 0; i < row.length; i++) if (row[i] === 0) continue outer;
}
function square(m) {
  for (let i = 0; i < m.data.length; i++) m.data[i] *= m.data[i];
}
