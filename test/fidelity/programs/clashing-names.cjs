// What a function's body declares beside its parameters, where its uses are merged.
const t = (s) => { try { return String(new Function(s)()); } catch (e) { return e.message; } };
console.log(t("function f(a) { let a = 1; return a.x + a.y + a.z + a.w; } return f(1)"));
console.log(t("function f(a) { var b = a.x + a.y + a.z + a.w; function b() {} return typeof b; } return f({})"));
console.log(t("function f(a) { class a {} return a.x + a.y + a.z + a.w; } return f({})"));
console.log(t("function f(a) { const { q: [a] } = a; return a.x + a.y + a.z + a.w; } return f({})"));
console.log(t("const f = (a) => { let a = 1; return a.x + a.y + a.z + a.w; }; return f({})"));
console.log(t("function f(a) { return typeof g + a.x + a.y + a.z + a.w; function g() {} } return f({})"));
// The same that are no errors, in the file's own text.
function variable(a) { var b = a.x + a.y + a.z + a.w; function b() {} return typeof b; }
function later(a) { return typeof g + a.x + a.y + a.z + a.w; function g() {} }
function twice(a) { function h() { return 1; } function h() { return 2; } return h() + a.x + a.y + a.z + a.w; }
function sameAsParameter(a) { function a() {} return typeof a + a.x + a.y + a.z + a.w; }
const arrow = (a) => { var a; return a.x + a.y + a.z + a.w; };
console.log(variable({}), later({ x: 1 }), twice({}), sameAsParameter(1), arrow({ x: "x" }));
