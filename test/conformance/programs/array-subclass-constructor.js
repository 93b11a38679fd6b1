class Row extends Array {
  constructor(...cells) {
    super();
    for (const cell of cells) this.push(cell);
    this.label = `row of ${cells.length}`;
  }
  static get [Symbol.species]() {
    return Array;
  }
}
const row = new Row("a", "b", "c");
const upper = row.map((cell) => cell.toUpperCase());
console.log(row.label, row.length, upper instanceof Row, upper.join());
const rows = [1, 2, 3].map((n) => new Row(n, n * n));
console.log(rows.map((r) => r[1]).join(), rows[0] instanceof Row);
