const stack = [1];
function fail(list) {
  const copy = list.slice();
  if (copy.length > 2) throw new RangeError(`too long: ${copy.join()}`);
  return fail([...copy, copy.length]);
}
try {
  fail(stack);
} catch (error) {
  console.log(error.message, [error.name][0]);
} finally {
  console.log([].concat(stack).length);
}
