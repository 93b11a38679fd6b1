"use strict";;$aT.file($aT$base,'{"path":"/literals.js","dependency":null,"names":["","later"],"sites":[2,15,0,28,0,0,-1,-1,"[1, x, \\"two\\"]",1,14,0,26,0,0,-1,-1,"[f(x), y[0]]",0,15,0,19,2,0,-1,-1,"f(x)",1,16,0,30,0,0,-1,-1,"[...m, ...[2]]",0,26,0,29,0,0,-1,-1,"[2]",1,16,0,31,0,0,-1,-1,"[[1], [2, [3]]]",0,17,0,20,0,0,-1,-1,"[1]",0,22,0,30,0,0,-1,-1,"[2, [3]]",0,26,0,29,0,0,-1,-1,"[3]",1,17,4,2,0,0,-1,-1,"[ a, // a comment stays where it is , b, ]",5,21,0,24,0,1,-1,0,"[1]"],"more":{},"loops":[],"functions":[11,15,0,24],"bodies":[]}',11);
const quiet = $aT.l15(0,[1, x, "two"]);
const busy = $aT.s8($aT.b(1),[$aT.c(2,$aT.k(2),f($aT.h31(x,0))), $aT.u44(y)[0]]);
const spread = $aT.j(3,1,$aT.s10($aT.b(3),[...$aT.o(m,2,"m"), ...$aT.o($aT.l0(4,[2]),2,"[2]")]));
const nested = $aT.s2($aT.b(5),[$aT.l8(6,[1]), $aT.s5($aT.b(7),[2, $aT.l10(8,[3])])]);
const several = $aT.l8(9,[
  a,
  // a comment stays where it is
  , b,
]);
const later = () => /*$aT:$aT$base:213-222*/($aT.I[0]++,$aT.S[0]&&$aT.e(),$aT.l3(10,[1]));
// 0 literal 2:15: [1, x, "two"]
// 1 literal 3:14: [f(x), y[0]]
// 2 call 3:15: f(x)
// 3 literal 4:16: [...m, ...[2]]
// 4 literal 4:26: [2]
// 5 literal 5:16: [[1], [2, [3]]]
// 6 literal 5:17: [1]
// 7 literal 5:22: [2, [3]]
// 8 literal 5:26: [3]
// 9 literal 6:17: [ a, // a comment stays where it is , b, ]
// 10 literal 11:21 in later: [1]
