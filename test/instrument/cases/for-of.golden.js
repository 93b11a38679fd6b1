$aT.file($aT$base,'{"path":"/for-of.js","dependency":null,"names":["","each"],"sites":[1,12,0,13,8,0,0,-1,"x",0,23,0,27,2,0,0,-1,"g(x)",1,12,0,18,8,0,1,-1,"[k, v]",0,12,0,18,5,0,1,-1,"[k, v]",0,27,0,34,2,0,1,-1,"g(k, v)",1,35,0,45,2,0,2,-1,"Object.entries(o)",0,12,0,24,8,0,2,-1,"[k, ...rest]",0,16,0,23,3,0,2,-1,"...rest",0,12,0,24,5,0,2,-1,"[k, ...rest]",0,47,0,54,2,0,2,-1,"g(rest)",1,6,0,12,8,0,3,-1,"[a, b]",0,6,0,12,5,0,3,-1,"[a, b]",0,23,0,27,2,0,3,-1,"g(a)",1,25,0,31,2,0,4,-1,"g(key)",2,20,0,24,8,1,5,0,"part",0,35,0,42,2,1,5,0,"g(part)"],"more":{"5":{"reader":"for…of"}},"loops":[1,1,0,28,1,1,0,35,1,1,0,55,1,1,0,28,1,1,0,32,2,3,0,43],"functions":[6,1,2,2],"bodies":[]}',16);let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4;try{for (const x of $aT0_0=$aT.o(list,8,"list")) {$aT.I[$aT$base-1]++;$aT.u52($aT0_0);$aT.v(0,x);$aT.c(1,$aT.k(1),g($aT.h31(x,0)));}}finally{$aT.u52($aT0_0)}
try{for (const $aT0$ of $aT0_1=$aT.o(map,8,"map")) {$aT.I[$aT$base-2]++;$aT.u43($aT0_1);const [k, v]=$aT.R(3,1,$aT.o($aT.v(2,$aT0$),0,".for"));$aT.c(4,$aT.k(4),g($aT.h18(k,0), $aT.h17(v,1)));}}finally{$aT.u43($aT0_1)}
try{for (const $aT1$ of $aT0_2=$aT.o($aT.r(5,$aT.k(5),Object.entries($aT.h6(o,0)),Object,0,9),9,"Object.entries")) {$aT.I[$aT$base-3]++;$aT.u8($aT0_2);const [k, ...rest]=$aT.R(8,1,$aT.o($aT.v(6,$aT1$),0,".for"));$aT.l(7,rest);$aT.u47($aT1$);$aT.c(9,$aT.k(9),g($aT.h28(rest,0)));}}finally{$aT.u8($aT0_2)}
try{for (const $aT2$ of $aT0_3=$aT.o(pairs,8,"pairs")) {$aT.I[$aT$base-4]++;$aT.u42($aT0_3);([a, b]=$aT.R(11,1,$aT.u35($aT.v(10,$aT2$))));$aT.c(12,$aT.k(12),g($aT.h20(a,0)));}}finally{$aT.u42($aT0_3)}
try{for (const key in $aT0_4=$aT.u56(list)) {$aT.I[$aT$base-5]++;$aT.u53($aT0_4);$aT.c(13,$aT.k(13),g(key));}}finally{$aT.u53($aT0_4)}
async function each() {/*$aT:$aT$base:178-246*/let $aT2_0;$aT.I[0]++;$aT.S[0]&&$aT.e();
  try{for await (const part of $aT2_0=$aT.u19(parts)) {$aT.I[$aT$base-6]++;$aT.u61($aT2_0);$aT.v(14,part);$aT.c(15,$aT.k(15),g($aT.h9(part,0)));}}finally{$aT.u61($aT2_0)}
}
// 0 iteration 1:12: x
// 1 call 1:23: g(x)
// 2 iteration 2:12: [k, v]
// 3 destructuring 2:12: [k, v]
// 4 call 2:27: g(k, v)
// 5 call 3:35: Object.entries(o)
// 6 iteration 3:12: [k, ...rest]
// 7 rest 3:16: ...rest
// 8 destructuring 3:12: [k, ...rest]
// 9 call 3:47: g(rest)
// 10 iteration 4:6: [a, b]
// 11 destructuring 4:6: [a, b]
// 12 call 4:23: g(a)
// 13 call 5:25: g(key)
// 14 iteration 7:20 in each: part
// 15 call 7:35 in each: g(part)
