const identity = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const board = { rows: [[".", "x"], ["o", "."]], moves: [] };
board.moves.push([0, 1], [1, 0]);
let trace = 0;
for (let i = 0; i < 3; i++) trace += identity[i][i];
console.log(trace, board.rows[1][0], board.moves.length, JSON.stringify(board));
