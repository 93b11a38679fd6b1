// Worked by hand: every array is made before the first continuation reads one.
const work = async (n) => {
  const local = [n, n + 1]; // makes 4, needs 4
  await null;
  return local[0] * local[1];
};
let done = 0;
for (let i = 0; i < 4; i++) {
  work(i).then((value) => {
    done += value;
    if (i === 3) console.log(done);
  });
}
