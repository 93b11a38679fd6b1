// What V8 says of tags that are no functions.
const make = (kept) => ({ of: (strings) => [kept, strings.raw.length] });
for (const wrong of [() => make([1]).missing`b`, () => (() => 1)()`b`, () => make([2]).of`a`.none`b`, () => [null][0]`c`]) {
  try {
    wrong();
  } catch (error) {
    console.log(error.constructor.name, error.message);
  }
}
class Tags {
  #name = "own";
  html(strings) {
    return `${this.#name} ${strings.length}`;
  }
}
console.log(new Tags().html`<a>${1}</a>`, [new Tags()][0].html`x`);
