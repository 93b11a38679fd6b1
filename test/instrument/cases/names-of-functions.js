function f(o, list) {
  list[0] = () => 1;
  o[list[0]][0] = () => 1;
  o.get([1]).a[0] = function () {};
  const g = (list[1] = () => 1);
  list[0] = class { static a = [1]; };
  o.b ||= () => 1;
  super_[0] = () => 1;
  o`x`["y"].z = () => 1;
}
let many = [];
many = [];
many[0] = () => 1;
many[f()] = () => 1;
