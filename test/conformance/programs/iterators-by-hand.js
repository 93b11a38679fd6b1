class Countdown {
  constructor(from) {
    this.from = from;
  }
  [Symbol.iterator]() {
    let n = this.from;
    return {
      next: () => (n > 0 ? { value: [n--], done: false } : { value: undefined, done: true }),
      return: () => ({ done: true }),
    };
  }
}
for (const [n] of new Countdown(3)) console.log(n);
const [[first], second] = new Countdown(5);
console.log(first, second[0], Array.from(new Countdown(4)).length, [...new Countdown(2)].join());
console.log(new Map([...new Countdown(2)].map(([n]) => [n, n])).size);
