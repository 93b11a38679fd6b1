const a = b
[1, 2].forEach(f)
const c = d
;[1, 2].map(f)
let e = 1
;(function () { return [1] })()
if (a) [1].map(f)
else [2].map(f)
return_: for (;;) break return_
for (const line of`*${e}*`.split("\n")) f(line)
const g = () => { return a.of }
for (const part of(a, b)) f(part)
switch (e) { case`a`.length: f(typeof`a`.at) }
