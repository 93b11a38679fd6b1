function scan(rows) {
  let found = null;
  outer: for (let y = 0; y < rows.length; y++) {
    const row = rows[y].split("");
    for (let x = 0; x < row.length; x++) {
      switch (row[x]) {
        case "#":
          continue outer;
        case "x":
          found = [x, y];
          break outer;
        default:
          continue;
      }
    }
  }
  return found ?? [-1, -1];
}
console.log(scan(["..#.", "..x."]).join(), scan(["#"]).join());
