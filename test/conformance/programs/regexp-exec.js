const pattern = /(\d+)-(\d+)?/g;
const text = "1-2 30- 4-5";
let match;
while ((match = pattern.exec(text)) !== null) {
  console.log(match[0], match[2] === undefined, match.index);
}
console.log(/a(b)?/d.exec("ab").indices[1].join(), /z/.exec("abc"), /b/.test("abc"), "abc".search(/c/));
const [, hours, minutes] = /(\d\d):(\d\d)/.exec("at 09:45");
console.log(Number(hours) * 60 + Number(minutes));
