// Types on lines of their own, so that the lines that Node runs are not those of the file.
interface Point {
  x: number;
  y: number;
}

type Ring = (number[] | null)[];

const ring: Ring = new Array(16).fill(null);

function keep(
  { x, y }: Point,
  at: number,
): void {
  ring[at & 15] = [x, y, at];
}

const origin: Point = { x: 0, y: 1 };
for (let i = 0; i < 500_000; i++) {
  keep(origin, i);
}
console.log(ring.length);
