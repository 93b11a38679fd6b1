$aT.file($aT$base,'{"path":"/assignments.js","dependency":null,"names":[""],"sites":[1,9,0,12,0,0,-1,-1,"[1]",3,12,0,15,2,0,-1,-1,"f()",1,10,0,13,0,0,-1,-1,"[2]",5,7,0,11,2,0,-1,-1,"f(b)"],"more":{},"loops":[],"functions":[],"bodies":[]}',4);let $aT0_0,$aT0_1;let a = $aT.l8(0,[1]), n = 0;
$aT.u52(a)[0] = 1;
$aT.u52(a)[0] += n;
$aT.u52(a)[n++] ??= $aT.w52($aT.c(1,$aT.k(1),f()),a);
0,($aT0_0=($aT.F[52512]&&$aT.u6(o),o).a)[0] = $aT.w60($aT.l0(2,[2]),$aT0_0);
$aT.u52(a)[0]++;
delete $aT.u52(a)[0];
n in $aT.u52(a);
$aT.u52(a) === $aT.u61(b);
0,($aT0_1=a) === $aT.w52($aT.u54($aT.c(3,$aT.k(3),f($aT.h29(b,0)))),$aT0_1);
`${$aT.i(a)}`;
"" + $aT.i(a);
typeof a;
// 0 literal 1:9: [1]
// 1 call 4:12: f()
// 2 literal 5:10: [2]
// 3 call 10:7: f(b)
