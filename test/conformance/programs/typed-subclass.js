class Samples extends Float64Array {
  get mean() {
    let sum = 0;
    for (const x of this) sum += x;
    return sum / this.length;
  }
}
const samples = new Samples([1, 2, 3, 6]);
const upper = samples.filter((x) => x > 2);
const shifted = samples.map((x) => x + 1);
console.log(samples.mean, upper instanceof Samples, upper.mean, shifted.mean);
console.log(samples.subarray(1).mean, Samples.of(4, 8).mean, Samples.from([1, 1]).mean);
