const sql = (strings, ...values) => strings.raw.join("?") + values.length;
const queries = [];
for (let id = 0; id < 4; id++) {
  queries.push(sql`select * from t where id = ${id} and k = ${id + 1}`);
}
console.log(queries[3], queries.length);
const identity = (strings) => strings;
const make = () => identity`same`;
console.log(make() === make(), identity`same` === identity`same`);
console.log(String.raw`a\n${1}`, Object.isFrozen(identity`x`));
