const parse = (text) => text.split("-").map(Number);
const days = ([y, m, d]) => Date.UTC(y, m - 1, d) / 86400000;
const between = (a, b) => days(parse(b)) - days(parse(a));
console.log(between("2024-02-27", "2024-03-02"), between("2023-12-31", "2024-01-01"));
const digits = [...String(2 ** 20)].map(Number);
console.log(digits.reduce((a, b) => a + b), new Date(0).toISOString().split("T")[0].split("-").length);
