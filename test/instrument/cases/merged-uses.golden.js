$aT.file($aT$base,'{"path":"/merged-uses.js","dependency":null,"names":["makes","literals","key","inAChain"],"sites":[14,28,0,58,0,0,-1,0,"[a[0], a[1], a[2], a[3], a[4]]",7,40,0,58,0,1,-1,1,"[v[0], v[1], v[2]]",0,66,0,95,0,1,-1,1,"[p[0] * k, p[1], v[0] + v[1]]",0,108,0,120,0,1,-1,1,"[p[0], p[1]]",1,24,0,36,0,2,-1,2,"[b[0], b[1]]",0,74,0,100,0,2,-1,2,"[[a[0], b[0]], a[1], b[1]]",0,75,0,87,0,2,-1,2,"[a[0], b[0]]",1,66,0,72,0,3,-1,3,"[a[0]]"],"more":{},"loops":[15,24,0,79],"functions":[14,1,0,61,7,1,0,144,1,1,0,103,1,1,0,79],"bodies":[]}',8);function dot(a, b) {/*$aT:$aT$base:0-72:2*/let $aT2_0;$aT.S[0]&&$aT.e(a,b);$aT2_0=$aT.C[0];try{
  return $aT.u54(a)[0] * $aT.u3(b)[0] + a[1] * b[1] + a[2] * b[2];
}finally{$aT.C[0]!==$aT2_0&&($aT.u54(a),$aT.u3(b))}}
const far = (p) => /*$aT:$aT$base:85-120:1*/{let $aT4_0;$aT.S[0]&&$aT.e(p);$aT4_0=$aT.C[0];try{return ((($aT.F[44427]||$aT.F[45816])&&$aT.u26(p),p).x * p.x + p.y * p.y + $aT.u26(p)[2])}finally{$aT.C[0]!==$aT4_0&&($aT.u26(p))}};
function scale(out, k) {/*$aT:$aT$base:122-330:2*/let $aT6_0,$aT6_1;$aT.S[0]&&$aT.e(out,k);$aT6_0=$aT.C[0];try{
  const list = (($aT.F[21626]||$aT.F[48120]||$aT.F[64252])&&$aT.u12(out),out).list;
  if (k === 1) return list;
  $aT.u23($aT6_1=list)[0] *= k;
  list[1] = Math.max(list[0], k);
  0,($aT.F[48120]?out:$aT.a12(out,48120)).last = list[k] + list[2];
  return k > 2 ? list[0] + list[1] : out.size;
}finally{$aT.C[0]!==$aT6_0&&($aT.u12(out),$aT.u20($aT6_1))}}
function tooFew(a) {/*$aT:$aT$base:331-373:1*/$aT.S[0]&&$aT.e(a); return $aT.u54(a)[0] + $aT.u54(a)[1]; }
function makes(a) {/*$aT:$aT$base:374-434:1*/let $aT10_0;$aT.I[0]++;$aT.S[0]&&$aT.e(a);$aT10_0=$aT.C[0];try{ return $aT.s4($aT10_0=$aT.b(0),[$aT.u55(a)[0], a[1], a[2], a[3], a[4]]); }finally{$aT.C[0]!==$aT10_0&&($aT.u55(a))}}
function loops(a, n) {/*$aT:$aT$base:435-515:2*/let $aT12_0;$aT.S[0]&&$aT.e(a,n); $aT.u20(a),$aT12_0=$aT.C[0];try{for (let i = 0; i < n; i++) a[i] += a[0] + a[1] + a[2];}finally{$aT.C[0]!==$aT12_0&&($aT.u20(a))} }
function given(a) {/*$aT:$aT$base:516-589:1*/$aT.S[0]&&$aT.e(a); return $aT.u45($aT.u62(arguments)[0])[0] + $aT.u33(a)[0] + $aT.u33(a)[1] + $aT.u33(a)[2] + $aT.u33(a)[3]; }
function declares(a) {/*$aT:$aT$base:590-678:1*/$aT.S[0]&&$aT.e(a); const b = $aT.u18(a)[0] + $aT.u18(a)[1] + $aT.u18(a)[2] + $aT.u18(a)[3]; function b2() {/*$aT:$aT$base:650-666*/$aT.S[0]&&$aT.e();} return b; }
function strict(a) {/*$aT:$aT$base:679-764:1*/ "use strict";;let $aT20_0;$aT.S[0]&&$aT.e(a);$aT20_0=$aT.C[0];try{ let c = $aT.u24(a)[0] + a[1]; c += a[2] + a[3]; return c; }finally{$aT.C[0]!==$aT20_0&&($aT.u24(a))}}
function named(o) {/*$aT:$aT$base:765-831:1*/let $aT22_0;$aT.S[0]&&$aT.e(o);$aT22_0=$aT.C[0];try{ o.f = ($aT.a14(o,50325),() => /*$aT:$aT$base:791-798*/($aT.S[0]&&$aT.e(),1)); return (($aT.F[44427]||$aT.F[45816]||$aT.F[44193]||$aT.F[52538])&&$aT.u46(o),o).x + o.y + o.z + o.w; }finally{$aT.C[0]!==$aT22_0&&($aT.u46(o))}}
function kept(o) {/*$aT:$aT$base:832-917:1*/let $aT26_0;$aT.S[0]&&$aT.e(o);$aT26_0=$aT.C[0];try{ const a = (($aT.F[44427]||$aT.F[45816]||$aT.F[44193]||$aT.F[52538])&&$aT.u4(o),o).x + o.y + o.z; o.g = ($aT.a4(o,50186),function () {/*$aT:$aT$base:884-898*/$aT.S[0]&&$aT.e();}); return a + o.w; }finally{$aT.C[0]!==$aT26_0&&($aT.u4(o))}}
function literals(o, v, k) {/*$aT:$aT$base:918-1061:3*/let $aT30_0,$aT30_1,$aT30_2,$aT30_3;$aT.I[1]++;$aT.S[0]&&$aT.e(o,v,k);$aT30_0=$aT.C[0];try{ const p = $aT.s10($aT30_0=$aT.b(1),[$aT.u6(v)[0], v[1], v[2]]); $aT.a14(o,44427).x = $aT.w46($aT.s14(($aT.C[0]!==$aT30_0&&($aT.u6(v),$aT.u35($aT30_1)),$aT30_0=$aT.b(2)),[$aT.u32($aT30_1=p)[0] * k, p[1], $aT.u6(v)[0] + v[1]]),o); return k ? $aT.s4(($aT.C[0]!==$aT30_0&&($aT.u6(v),$aT.u35($aT30_1),$aT.u44($aT30_2)),$aT30_0=$aT.b(3)),[$aT.u32($aT30_2=p)[0], p[1]]) : $aT.u32($aT30_3=p)[0] + p[1] + $aT.u6(v)[2]; }finally{$aT.C[0]!==$aT30_0&&($aT.u6(v),$aT.u35($aT30_1),$aT.u44($aT30_2),$aT.u41($aT30_3))}}
function key(a, b) {/*$aT:$aT$base:1062-1164:2*/let $aT32_0;$aT.I[2]++;$aT.S[0]&&$aT.e(a,b);$aT32_0=$aT.C[0];try{ $aT.w36(a[$aT.u33($aT.s1($aT32_0=$aT.b(4),[$aT.u25(b)[0], b[1]])).length] = $aT.u36(a)[0] + a[1] + b[2],a); return $aT.s13(($aT.C[0]!==$aT32_0&&($aT.u25(b),$aT.u36(a)),$aT32_0=$aT.b(5)),[$aT.s5(($aT.C[0]!==$aT32_0&&($aT.u25(b),$aT.u36(a)),$aT32_0=$aT.b(6)),[$aT.u36(a)[0], $aT.u25(b)[0]]), a[1], b[1]]); }finally{$aT.C[0]!==$aT32_0&&($aT.u25(b),$aT.u36(a))}}
function inAChain(a, b) {/*$aT:$aT$base:1165-1243:2*/let $aT34_0;$aT.I[3]++;$aT.S[0]&&$aT.e(a,b); return $aT.u27(a)[0] + $aT.u27(a)[1] + $aT.u27(a)[2] + $aT.u27(a)[3] + (($aT34_0=$aT.u2(b))==null?void 0:$aT.w2($aT34_0[$aT.u17($aT.s1($aT.b(7),[$aT.u27(a)[0]]))[0]],$aT34_0)); }
// 0 literal 14:28 in makes: [a[0], a[1], a[2], a[3], a[4]]
// 1 literal 21:40 in literals: [v[0], v[1], v[2]]
// 2 literal 21:66 in literals: [p[0] * k, p[1], v[0] + v[1]]
// 3 literal 21:108 in literals: [p[0], p[1]]
// 4 literal 22:24 in key: [b[0], b[1]]
// 5 literal 22:74 in key: [[a[0], b[0]], a[1], b[1]]
// 6 literal 22:75 in key: [a[0], b[0]]
// 7 literal 23:66 in inAChain: [a[0]]
