$aT.file($aT$base,'{"path":"/known-functions.js","dependency":null,"names":["scaled","taken","","add"],"sites":[5,26,0,46,0,0,-1,0,"[v[0] * k, v[1] * k]",5,16,0,19,5,1,-1,1,"[x]",4,1,0,12,2,2,-1,-1,"replaced(a)",1,1,0,9,2,2,-1,-1,"steps(a)",1,1,0,9,2,2,-1,-1,"taken(a)",2,23,0,36,0,3,-1,2,"[v[0] + w[0]]",1,1,0,21,2,2,-1,-1,"add(a, scaled(b, 2))"],"more":{"6":{"operation":"add"}},"loops":[21,1,0,59,1,1,0,54],"functions":[5,16,0,46,5,1,2,2,8,13,0,36],"bodies":[]}',7);let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4;// A function of the file that nothing else can take the place of is called as it stands.
function norm(v) {/*$aT:$aT$base:90-157:1*/let $aT2_0;$aT.S[0]&&$aT.e(v);$aT2_0=$aT.C[0];try{
  return Math.sqrt($aT.u17(v)[0] * v[0] + v[1] * v[1]);
}finally{$aT.C[0]!==$aT2_0&&($aT.u17(v))}}
const scaled = (v, k) => /*$aT:$aT$base:173-203:2*/($aT.I[0]++,$aT.S[0]&&$aT.e(v,k),$aT.s1($aT.b(0),[$aT.u53(v)[0] * k, $aT.u53(v)[1] * k]));
let replaced = (v) => /*$aT:$aT$base:220-228:1*/($aT.S[0]&&$aT.e(v),v);
function* steps(v) {/*$aT:$aT$base:230-266*/
  yield $aT.u42(v)[0];
}
function taken($aT0$) {/*$aT:$aT$base:267-302*/$aT.I[1]++;$aT.S[0]&&$aT.e($aT0$);var [x]=$aT.R(1,1,$aT.o($aT0$,10,""));
  return x;
}
norm(a) + $aT.u26(scaled(a, 2))[0];
$aT.c(2,$aT.k(2),replaced($aT.h20(a,0)));
$aT.c(3,$aT.k(3),steps($aT.h20(a,0)));
$aT.c(4,$aT.k(4),taken($aT.h20(a,0)));
// As an operation it is counted still.
const add = (v, w) => /*$aT:$aT$base:415-438:2*/($aT.I[2]++,$aT.S[0]&&$aT.e(v,w),$aT.s0($aT.b(5),[$aT.u8(v)[0] + $aT.u23(w)[0]]));
$aT.A5(6,$aT.C[0],add($aT0_0=a, $aT0_1=scaled(b, 2)),void 0,$aT0_0,$aT0_1);
// Calls that make nothing leave the clock where it is: one region.
$aT0_2=0,$aT0_3=$aT.C[0];try{for (let i = 0; i < n; i++) 0,($aT0_2===out?$aT0_2:$aT.N6($aT0_2,$aT0_2=out))[i] = Math.max(0, norm(a));}finally{$aT.C[0]!==$aT0_3&&($aT.u8($aT0_2))}
for (let i = 0; i < n; i++) 0,($aT0_4=(0,out))[i] = $aT.w38($aT.u44(scaled(a, i))[0],$aT0_4);
// 0 literal 5:26 in scaled: [v[0] * k, v[1] * k]
// 1 destructuring 10:16 in taken: [x]
// 2 call 14:1: replaced(a)
// 3 call 15:1: steps(a)
// 4 call 16:1: taken(a)
// 5 literal 18:23 in add: [v[0] + w[0]]
// 6 call 19:1: add(a, scaled(b, 2))
