// What the pattern of a catch clause makes.
let sum = 0;
for (let i = 0; i < 4; i++) {
  const pair = [i, i + 1];
  const later = [i];
  try {
    throw pair;
  } catch ([x, y]) {
    sum += x + y + later[0];
  }
  try {
    throw [i, 2, 3];
  } catch ([first, ...others]) {
    sum += first + others.length;
  }
  try {
    throw { q: [i, 1], list: [7] };
  } catch ({ q: [z], list }) {
    sum += z + list[0];
  }
  try {
    throw [i];
  } catch ([a, b = [5]]) {
    sum += a + b[0];
  }
}
console.log(sum);
for (const wrong of [1, null, {}, { q: 1 }]) {
  try {
    try {
      throw wrong;
    } catch ([x]) {
      console.log(x);
    }
  } catch (error) {
    console.log(error.constructor.name);
  }
}
