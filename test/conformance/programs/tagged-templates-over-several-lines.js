const html = (strings, ...parts) =>
  strings.reduce((text, s, i) => text + s + (parts[i] ?? ""), "");
const item = (name) =>
  html
    `<li>
       ${name}
     </li>`;
console.log(
  ["a", "b"].map(item).join("").length,
);
