const ages = new Map();
ages.set("ann", 40).set("bob", 25).set("cy", 31);
for (const [name, age] of ages) console.log(name, age);
for (const entry of ages) if (entry[1] > 30) console.log(entry.join(":"));
for (const [name] of ages.entries()) console.log(name);
let total = 0;
for (const age of ages.values()) total += age;
ages.forEach((age, name) => {
  total += name.length;
});
console.log(total, [...ages].length, [...ages.keys()].join());
const oldest = [...ages.entries()].reduce((a, b) => (a[1] > b[1] ? a : b));
console.log(oldest[0]);
