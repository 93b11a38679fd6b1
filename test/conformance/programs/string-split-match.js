const line = "id=7;name=ada;langs=js,c";
for (const field of line.split(";")) {
  const [key, value] = field.split("=");
  console.log(key, value.split(",").length);
}
console.log("a1b22".match(/\d+/)[0], "a1b22".match(/\d+/g).length, "none".match(/\d/));
console.log("2024-05".match(/(?<year>\d+)-(?<month>\d+)/).groups.month);
console.log("one  two".split(/\s+/).length, "abc".split("").join("-"), "x".split().length);
