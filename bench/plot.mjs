/** A plot of some lines over logarithmic axes, as SVG. Colours that can be told apart on light and dark pages. */
const [WIDTH, HEIGHT] = [640, 360];
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 16, 36, 44];
const COLOURS = ["#888888", "#d9730d", "#2f6fde"];

const escaped = (text) => text.replace(/[&<>]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[char]);
const power = (exponent) =>
  exponent >= -2 && exponent <= 3 ? `${+(10 ** exponent).toFixed(2)}` : `10${superscript(exponent)}`;
const superscript = (n) => [...String(n)].map((char) => (char === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(char)])).join("");

/** @param lines each with a name and points [x, y], all of them above 0 */
export function plot({ title, x, y, lines }) {
  const all = lines.flatMap(({ points }) => points);
  const range = (values) => [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  const [x0, x1] = range(all.map(([value]) => value));
  const [y0, y1] = range(all.map(([, value]) => value));
  const px = (value) => LEFT + ((Math.log10(value) - x0) / Math.max(1, x1 - x0)) * (WIDTH - LEFT - RIGHT);
  const py = (value) => HEIGHT - BOTTOM - ((Math.log10(value) - y0) / Math.max(1, y1 - y0)) * (HEIGHT - TOP - BOTTOM);
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#888888">`,
    `<title>${escaped(title)}</title>`,
  ];
  for (let e = x0; e <= x1; e++) {
    const at = px(10 ** e).toFixed(1);
    out.push(`<path d="M${at} ${TOP}V${HEIGHT - BOTTOM}" stroke="#88888840"/>`);
    out.push(`<text x="${at}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${power(e)}</text>`);
  }
  for (let e = y0; e <= y1; e++) {
    const at = py(10 ** e).toFixed(1);
    out.push(`<path d="M${LEFT} ${at}H${WIDTH - RIGHT}" stroke="#88888840"/>`);
    out.push(`<text x="${LEFT - 6}" y="${Number(at) + 4}" text-anchor="end">${power(e)}</text>`);
  }
  out.push(`<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${escaped(x)}</text>`);
  out.push(`<text x="8" y="${TOP - 20}">${escaped(y)}</text>`);
  lines.forEach(({ name, points }, i) => {
    const colour = COLOURS[i % COLOURS.length];
    const path = points.map(([a, b], k) => `${k === 0 ? "M" : "L"}${px(a).toFixed(1)} ${py(b).toFixed(1)}`).join("");
    out.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    for (const [a, b] of points)
      out.push(`<circle cx="${px(a).toFixed(1)}" cy="${py(b).toFixed(1)}" r="3" fill="${colour}"/>`);
    out.push(`<text x="${LEFT + 8 + i * 150}" y="${TOP - 6}" fill="${colour}">${escaped(name)}</text>`);
  });
  return `${out.join("\n")}\n</svg>\n`;
}
