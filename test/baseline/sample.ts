/** The program that the edits are made to. */
import type { Files } from "./project.js";

export const SAMPLE: Files = {
  "main.js": `import { centre, World } from "./src/world.js";

const world = new World(20);
let sum = 0;
for (let i = 0; i < 5; i++) {
  sum += world.step(i);
}
console.log(sum, centre(world.bodies)[0]);
`,
  "src/world.js": `import { norm } from "./math.js";

export class World {
  bodies = [];
  constructor(n) {
    for (let i = 0; i < n; i++) {
      this.bodies.push([i, i + 1, i + 2]);
    }
  }

  step(dt) {
    let sum = 0;
    for (const body of this.bodies) {
      const moved = body.map((x) => x * dt);
      sum += norm(moved);
    }
    return sum;
  }
}

export function centre(points) {
  const total = [0, 0, 0];
  for (const point of points) {
    const part = [point[0], point[1]];
    total[0] += part[0];
    total[1] += part[1];
  }
  return total;
}
`,
  "src/math.js": `export function norm(v) {
  const squares = v.map((x) => x * x);
  return Math.sqrt(squares[0] + squares[1] + squares[2]);
}
`,
};
