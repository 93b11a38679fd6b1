const text = "x=1, y=20, z=300";
let total = 0;
for (const match of text.matchAll(/(\w)=(\d+)/g)) {
  total += Number(match[2]);
}
const names = [...text.matchAll(/(\w)=/g)].map((m) => m[1]);
const firsts = Array.from(text.matchAll(/\d/g), ([digit]) => digit);
console.log(total, names.join(), firsts.length);
const dates = "1999-12 2001-01";
for (const { groups: { y, m } } of dates.matchAll(/(?<y>\d{4})-(?<m>\d\d)/g)) console.log(y, m);
