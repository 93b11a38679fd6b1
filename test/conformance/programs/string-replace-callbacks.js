const template = "Dear {name}, you owe {sum}.";
const values = { name: "Ada", sum: 12 };
const filled = template.replace(/\{(\w+)\}/g, (_, key) => values[key]);
console.log(filled, "a-b-c".replaceAll("-", "+"), "abc".replace(/b/, "[$&]"));
const collected = [];
"k1=v1;k2=v2".replace(/(\w+)=(\w+)/g, (...parts) => {
  collected.push([parts[1], parts[2]]);
  return "";
});
console.log(collected.map((pair) => pair.join(":")).join());
