$aT.file($aT$base,'{"path":"/calls.js","dependency":null,"names":["","wait"],"sites":[1,1,0,5,2,0,-1,-1,"f(x)",1,1,0,5,2,0,-1,-1,"f(x)",0,5,0,8,2,0,-1,-1,"f(x)(y)",1,3,0,7,2,0,-1,-1,"g(x)",0,9,0,12,0,0,-1,-1,"[1]",0,14,0,21,4,0,-1,-1,"...list",0,1,0,22,2,0,-1,-1,"f(g(x), [1], ...list)",1,3,0,12,2,0,-1,-1,"o.method(x)",1,5,0,16,2,0,-1,-1,"o.a.method([1])",0,12,0,15,0,0,-1,-1,"[1]",1,7,0,10,2,0,-1,-1,"o[key](x)",1,14,0,17,2,0,-1,-1,"(0, o.method)(x)",1,8,0,21,2,0,-1,-1,"super_.call(this, x)",1,1,0,18,1,0,-1,-1,"new Thing(x, [1])",0,14,0,17,0,0,-1,-1,"[1]",1,1,0,10,1,0,-1,-1,"new Thing",1,6,0,12,2,0,-1,-1,"make()",0,1,0,16,1,0,-1,-1,"new (make())(x)",2,10,0,24,7,1,-1,0,"await later(x)",0,16,0,24,2,1,-1,0,"later(x)"],"more":{"2":{"callee":"f(...)"},"8":{"callee":"o.a.method"},"11":{"callee":"(0 , o.method)"}},"loops":[],"functions":[12,1,2,2],"bodies":[]}',20);let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4,$aT0_5,$aT0_6,$aT0_7,$aT0_8,$aT0_9,$aT0_10;$aT.c(0,$aT.k(0),f($aT.h31(x,0)));
$aT.c(2,$aT.k(2),$aT.f($aT.c(1,$aT.k(1),f($aT.h31(x,0))),2)($aT.h12(y,0)));
$aT.c(6,$aT.k(6),f($aT0_0=$aT.c(3,$aT.k(3),g($aT.h31(x,0))), $aT0_1=$aT.l8(4,[1]), ...$aT.R(5,1,$aT.G(list,4,"list"))));
$aT.c(7,$aT.k(7),o.method($aT.h31(x,0)));
$aT.c(8,$aT.k(8),($aT0_2=($aT.F[52512]&&$aT.u6(o),o).a,$aT0_4=$aT.f($aT0_2.method,8)).call($aT0_2,($aT0_5=$aT.l8(9,[1]),($aT0_3=$aT.takers[8])===$aT0_4||$aT0_3!==null&&$aT.takes(8,$aT0_4,0)||($aT.h24($aT0_5,0)),$aT0_5)));
$aT.w23($aT.c(10,$aT.k(10),($aT.u6($aT0_6=o),o[key]($aT.h31(x,0)))),$aT0_6);
$aT.c(11,$aT.k(11),$aT.f(((0, ($aT.F[23669]&&$aT.u6(o),o).method)),11)($aT.h31(x,0)));
$aT.through($aT.m(12,$aT.k(12),($aT.u57($aT0_7=super_),$aT0_8=$aT.t(),super_.call($aT.h27(this,-1), $aT.h31($aT0_9=x,0))),$aT0_7,0,0,$aT0_8),$aT0_7,0,this,$aT0_9);
$aT.n10(13,$aT.k(13),new Thing($aT0_10=x, $aT.H($aT.l8(14,[1]),1,$aT0_10,0)));
$aT.n10(15,$aT.k(15),new Thing);
$aT.n7(17,$aT.k(17),new ($aT.K(($aT.c(16,$aT.k(16),make())),"make(...)"))($aT.h31(x,0)));
async function wait() {/*$aT:$aT$base:166-216*/$aT.I[0]++;$aT.S[0]&&$aT.e();
  return $aT.resumes(18,-1,await $aT.c(19,$aT.k(19),later($aT.h13(x,0))));
}
// 0 call 1:1: f(x)
// 1 call 2:1: f(x)
// 2 call 2:5: f(x)(y)
// 3 call 3:3: g(x)
// 4 literal 3:9: [1]
// 5 spread 3:14: ...list
// 6 call 3:1: f(g(x), [1], ...list)
// 7 call 4:3: o.method(x)
// 8 call 5:5: o.a.method([1])
// 9 literal 5:12: [1]
// 10 call 6:7: o[key](x)
// 11 call 7:14: (0, o.method)(x)
// 12 call 8:8: super_.call(this, x)
// 13 new 9:1: new Thing(x, [1])
// 14 literal 9:14: [1]
// 15 new 10:1: new Thing
// 16 call 11:6: make()
// 17 new 11:1: new (make())(x)
// 18 await 13:10 in wait: await later(x)
// 19 call 13:16 in wait: later(x)
