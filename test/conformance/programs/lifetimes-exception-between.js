// Worked by hand: what is read in `finally` or after the loop is needed till there.
function run(fail) {
  const log = ["start"]; // makes 2, needs 1
  try {
    for (let i = 0; i < 3; i++) {
      const item = [i, fail]; // makes 5, needs 1
      if (item[0] === 1 && item[1]) throw item;
      log.push(item[0]);
    }
  } catch (item) {
    log.push(`failed ${item[0]}`);
  } finally {
    log.push("end");
  }
  return log.join();
}
console.log(run(false), run(true));
