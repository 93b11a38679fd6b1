tag`plain`;
tag`a${x}b${[1]}`;
o.tag`a${x}`;
const text = `${list} and ${f(x)}`;
tag`over
${x}
lines`;
