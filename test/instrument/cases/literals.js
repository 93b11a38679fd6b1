"use strict";
const quiet = [1, x, "two"];
const busy = [f(x), y[0]];
const spread = [...m, ...[2]];
const nested = [[1], [2, [3]]];
const several = [
  a,
  // a comment stays where it is
  , b,
];
const later = () => [1];
