var yield = [1];
var let_ = (function () { return this === undefined ? [] : [this]; })().length;
function legacy(a) {
  a = [2];
  return arguments[0].length;
}
with ({ scope: [3, 4] }) {
  var found = scope.length;
}
console.log(yield[0], let_, legacy(1), found);
async = [5]
console.log(async[0])
const text = `a`
;[1, 2].forEach((n) => console.log(n))
