const grid = [];
for (let y = 0; y < 12; y++) grid.push([y, 0, 0]); // says keep
let sum = 0;
for (const row of grid) sum += row[0];
// One fewer than were made are needed.
let last = [0];
for (let i = 0; i < 3; i++) last = [i, last.length]; // says nothing
console.log(sum, last.length);
