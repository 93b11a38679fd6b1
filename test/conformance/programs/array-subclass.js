class Stack extends Array {
  peek() {
    return this[this.length - 1];
  }
  top2() {
    return this.slice(-2);
  }
}
const stack = new Stack();
stack.push(1, 2, 3);
const mapped = stack.map((x) => x + 1);
console.log(stack.peek(), mapped instanceof Stack, mapped.peek(), stack.top2().length);
const filtered = stack.filter((x) => x > 1).concat([9]);
console.log(filtered.constructor.name, filtered.length, Stack.from([1, 2]).peek());
