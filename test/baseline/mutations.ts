/** Texts with some of the damage that hands, merges and disks do to them. */
import fc from "fast-check";

/** What a merge, an editor or a wrong version leaves behind. */
const INSERTS = [
  ...["<<<<<<< HEAD\n", "=======\n", ">>>>>>> branch\n", "\ufeff", "\0", "\n", "{", "}", "[", "]", '"', ",", ":", "\\"],
  ...["null", "true", "-1", "1e999", "0.5", "9007199254740993", "[]", "{}", '""', '"version": 2,', "//", "\u2028"],
  ...['"__proto__": {},', '"constructor": 1,', "::", '"unstable": 1,', '"/etc/passwd": {}', "0", "9", "\ud800"],
];

type Damage = (text: string) => string;

const spot = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(spot, fc.constantFrom(...INSERTS)).map(
    ([at, insert]): Damage =>
      (text) => {
        const index = Math.floor(at * text.length);
        return text.slice(0, index) + insert + text.slice(index);
      },
  ),
  fc.tuple(spot, fc.nat({ max: 30 })).map(
    ([at, length]): Damage =>
      (text) => {
        const index = Math.floor(at * text.length);
        return text.slice(0, index) + text.slice(index + length);
      },
  ),
  spot.map(
    (at): Damage =>
      (text) =>
        text.slice(0, Math.floor(at * text.length)),
  ),
  fc.tuple(spot, spot).map(
    ([from, to]): Damage =>
      (text) => {
        const lines = text.split("\n");
        const line = lines[Math.floor(from * lines.length)] ?? "";
        lines.splice(Math.floor(to * lines.length), 0, line);
        return lines.join("\n");
      },
  ),
  fc.tuple(spot, fc.nat({ max: 9 })).map(
    ([at, digit]): Damage =>
      (text) => {
        const digits = [...text.matchAll(/\d/g)];
        const found = digits[Math.floor(at * digits.length)];
        return found === undefined ? text : text.slice(0, found.index) + digit + text.slice(found.index + 1);
      },
  ),
  spot.map(
    (at): Damage =>
      (text) => {
        const lines = text.split("\n");
        lines.splice(Math.floor(at * lines.length), 1);
        return lines.join("\n");
      },
  ),
  fc.tuple(spot, fc.constantFrom(...INSERTS)).map(
    ([at, value]): Damage =>
      (text) => {
        // A value in the place of another.
        const values = [...text.matchAll(/: (?:\d+|"[^"\n]*"|null|true|false)/g)];
        const found = values[Math.floor(at * values.length)];
        if (found === undefined) return text;
        return `${text.slice(0, found.index)}: ${value}${text.slice(found.index + found[0].length)}`;
      },
  ),
);

/** `text` with one to three kinds of damage. */
export function damaged(text: string): fc.Arbitrary<string> {
  return fc
    .array(damage, { minLength: 1, maxLength: 3 })
    .map((damages) => damages.reduce((now, hurt) => hurt(now), text));
}
