const delay = (value) => new Promise((resolve) => resolve(value));
async function load(id) {
  const [a, b] = await Promise.all([delay([id]), delay(id + 1)]);
  return [a[0], b];
}
async function main() {
  const rows = [];
  for (let i = 0; i < 3; i++) rows.push(await load(i));
  console.log(rows.map((row) => row.join(":")).join(" "));
  try {
    await Promise.reject([1, "no"]);
  } catch ([code, text]) {
    console.log(code, text);
  }
}
main().then(() => console.log("done"));
console.log("first");
