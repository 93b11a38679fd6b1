// What a pattern cannot take apart, and nobody catches: Node shows the line and the place.
const ways = {
  parameter: () => [3, 2].sort(([a], [b]) => a - b),
  loop() { for (const { q: [x] } of [{ q: 1 }]) console.log(x); },
  later() {
    try { ways.loop(); } catch (error) {
      setTimeout(() => { throw error; }, 1);
    }
  },
};
const list = [1];
[list.x] = [2];
ways.name = () => { list.x; nobody.x; };
console.log(process.argv[2]);
ways[process.argv[2]]();
