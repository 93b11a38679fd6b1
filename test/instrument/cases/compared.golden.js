$aT.file($aT$base,'{"path":"/compared.js","dependency":null,"names":[],"sites":[],"more":{},"loops":[],"functions":[],"bodies":[]}',0);// A name that is compared again where no code runs is used once.
const same = (a, b) => /*$aT:$aT$base:79-120:2*/($aT.S[0]&&$aT.e(a,b),$aT.u28(a) === $aT.u41(b) || (a !== a && b !== b));
const isNumber = (v) => /*$aT:$aT$base:139-153:1*/($aT.S[0]&&$aT.e(v),$aT.u60(v) === v);
// What is compared in a branch is compared there alone.
const branched = (a, b, c, when) => /*$aT:$aT$base:229-300:4*/($aT.S[0]&&$aT.e(a,b,c,when),(when && $aT.u2(a) === $aT.u63(b)) || $aT.u63(b) === $aT.u40(c) || ($aT.u40(c) !== $aT.u2(a) && c !== $aT.u63(b)));
// Code may run in between: a getter, a global name, a coercion.
const read = (a, b) => /*$aT:$aT$base:380-415:2*/($aT.S[0]&&$aT.e(a,b),$aT.u49(a) === $aT.u56(b) || ($aT.F[44427]&&$aT.u56(b),b).x || $aT.u49(a) === $aT.u56(b));
const global = (a, b) => /*$aT:$aT$base:432-469:2*/($aT.S[0]&&$aT.e(a,b),$aT.u50(a) === $aT.u11(b) || named || $aT.u50(a) === $aT.u11(b));
const loose = (a, b) => /*$aT:$aT$base:485-512:2*/($aT.S[0]&&$aT.e(a,b),$aT.u63(a) == $aT.u6(b) || $aT.u63(a) === $aT.u6(b));
function changed(a, b) {/*$aT:$aT$base:514-578:2*/$aT.S[0]&&$aT.e(a,b);
  a = b;
  return $aT.u61(a) === $aT.u8(b) || $aT.u61(a) === b;
}
module.exports = { same, isNumber, branched, read, global, loose, changed };
