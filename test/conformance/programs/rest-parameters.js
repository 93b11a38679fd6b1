function tally(label, ...numbers) {
  let sum = 0;
  for (const n of numbers) sum += n;
  return `${label}=${sum}`;
}
const last = (...items) => items[items.length - 1];
const none = (...items) => items.length;
class Logger {
  log(level, ...parts) {
    return parts.join(level);
  }
}
console.log(tally("a", 1, 2, 3), tally("b"), last(4, 5), none());
for (let i = 0; i < 4; i++) console.log(new Logger().log("/", i, i + 1));
const count = ((a, ...[b, ...c]) => b + c.length)(1, 2, 3, 4);
console.log(count);
