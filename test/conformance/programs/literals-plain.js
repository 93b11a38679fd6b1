const primes = [2, 3, 5, 7];
const empty = [];
for (let i = 0; i < 4; i++) {
  empty.push(primes[i] * 2);
}
const pair = [primes[0], empty[0]];
console.log(primes.length, empty.join(), pair[0] + pair[1]);
