function attempt(n) {
  const log = [];
  try {
    log.push("try");
    if (n === 1) throw [n, "array thrown"];
    if (n === 2) null.x;
    return log.concat("returned");
  } catch ([code, message]) {
    log.push(`${code} ${message}`);
  } finally {
    log.push("finally");
  }
  return log;
}
for (const n of [0, 1]) console.log(attempt(n).join("|"));
try {
  attempt(2);
} catch (error) {
  console.log([error.name, error instanceof TypeError].join());
}
label: for (const a of [1, 2]) {
  for (const b of [3, 4]) {
    if (b === 4) continue label;
    if (a === 2) break label;
    console.log([a, b].join());
  }
}
