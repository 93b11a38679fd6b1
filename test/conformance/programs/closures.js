function counter() {
  const history = [];
  return {
    add: (n) => history.push(n),
    all: () => history.slice(),
  };
}
const one = counter();
const two = counter();
one.add(1);
one.add(2);
two.add(3);
console.log(one.all().join(), two.all().length);
const makers = [1, 2, 3].map((n) => () => [n, n]);
console.log(makers.map((make) => make()[0]).join());
const memo = {};
const squares = (n) => (memo[n] ??= Array.from({ length: n }, (_, i) => i * i));
console.log(squares(3).length, squares(4).length, squares(3) === memo[3]);
