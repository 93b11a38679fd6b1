const list = [];
list[9] = 1;
list.length = 4;
list.extra = "kept";
const copy = list.slice();
console.log(list.length, copy.length, copy.extra, 0 in copy);
const cut = [1, 2, 3, 4];
cut.length = 2;
delete cut[0];
console.log(cut.length, cut[0], Object.keys(cut).length);
const frozen = Object.freeze([1, 2]);
try {
  (function () {
    "use strict";
    frozen.push(3);
  })();
} catch (error) {
  console.log(error.name, frozen.length);
}
