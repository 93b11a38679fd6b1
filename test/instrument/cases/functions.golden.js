$aT.file($aT$base,'{"path":"/functions.js","dependency":null,"names":["short","rest","defaults","named","generate","later",""],"sites":[6,16,0,22,5,0,-1,0,"[k, v]",1,22,0,31,3,1,-1,1,"...others",3,23,0,26,0,2,-1,2,"[1]",0,36,0,39,5,2,-1,2,"[d]",1,10,0,19,0,2,-1,2,"[a, b, d]",9,16,0,19,0,3,-1,3,"[1]",3,9,0,12,0,4,-1,4,"[n]",1,3,0,13,8,4,-1,4,"yield* [n]",0,10,0,13,0,4,-1,4,"[n]",1,3,0,18,8,4,-1,4,"yield* inner(n)",0,10,0,18,2,4,-1,4,"inner(n)",3,3,0,13,7,5,-1,5,"await a[0]",3,1,0,24,2,6,-1,-1,"export_(function () {})"],"more":{},"loops":[],"functions":[6,15,0,39,1,1,2,2,3,1,2,2,10,10,0,19,2,1,4,2,5,1,3,2],"bodies":[]}',13);function plain(a, b) {/*$aT:$aT$base:0-59:2*/
  "use strict";;$aT.S[0]&&$aT.e(a,b);
  return $aT.u8(a)[0] + b;
}
const arrow = (a) => /*$aT:$aT$base:74-89:1*/($aT.S[0]&&$aT.e(a),$aT.u23(a).length);
const short = ($aT0$) => /*$aT:$aT$base:105-129*/{$aT.I[0]++;$aT.S[0]&&$aT.e($aT0$);var [k, v]=$aT.R(0,1,$aT.o($aT0$,10,""));return (k + $aT.u7(v).length)};
function rest(first, ...others) {/*$aT:$aT$base:131-183:1*/$aT.I[1]++;$aT.S[0]&&$aT.claimed(others,first);$aT.l(1,others);
  return others;
}
function defaults(a = $aT.l11(2,[1]), $aT1$=void 0,...{[$aT.none]:{ b, c: [d] }=(  $aT.inner($aT.O($aT1$===void 0?{}:$aT1$,"b","(intermediate value)(intermediate value)(intermediate value)"),"[0,[[\"c\",1,0,1,[]]]]","(intermediate value)(intermediate value)(intermediate value)",null,1,3))}) {/*$aT:$aT$base:184-254*/$aT.I[2]++;$aT.S[0]&&$aT.e($aT.W,$aT1$);
  return $aT.l6(4,[a, b, d]);
}
const object = {
  method(a) {/*$aT:$aT$base:274-306:1*/$aT.S[0]&&$aT.e(a);
    return $aT.u11(a)[1];
  },
  get size() {/*$aT:$aT$base:310-355*/$aT.S[0]&&$aT.e();
    return $aT.u7(($aT.F[21626]&&$aT.u62(this),this).list).length;
  },
  named: () => /*$aT:$aT$base:366-375*/($aT.I[3]++,$aT.S[0]&&$aT.e(),$aT.l1(5,[1])),
};
function* generate(n) {/*$aT:$aT$base:380-451*/$aT.I[4]++;
  yield $aT.l8(6,[n]);
  yield* $aT.Y(7,1,$aT.l8(8,[n]));
  yield* $aT.Y(9,1,$aT.c(10,$aT.k(10),inner($aT.h14(n,0))));
}
async function later(a) {/*$aT:$aT$base:452-513:1*/$aT.I[5]++;$aT.S[0]&&$aT.e(a);
  $aT.resumes(11,-1,await $aT.u60(a)[0]);
  return arguments;
}
$aT.c(12,$aT.k(12),export_(function () {/*$aT:$aT$base:522-536*/$aT.S[0]&&$aT.e();}));
// 0 destructuring 6:16 in short: [k, v]
// 1 rest 7:22 in rest: ...others
// 2 literal 10:23 in defaults: [1]
// 3 destructuring 10:36 in defaults: [d]
// 4 literal 11:10 in defaults: [a, b, d]
// 5 literal 20:16 in named: [1]
// 6 literal 23:9 in generate: [n]
// 7 iteration 24:3 in generate: yield* [n]
// 8 literal 24:10 in generate: [n]
// 9 iteration 25:3 in generate: yield* inner(n)
// 10 call 25:10 in generate: inner(n)
// 11 await 28:3 in later: await a[0]
// 12 call 31:1: export_(function () {})
