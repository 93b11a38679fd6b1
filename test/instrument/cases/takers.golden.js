$aT.file($aT$base,'{"path":"/takers.js","dependency":null,"names":["call","reassigned",""],"sites":[2,10,0,22,2,0,-1,0,"f(a, b.c, 1)",4,10,0,14,2,1,-1,1,"f(a)",3,16,0,19,0,2,-1,-1,"[1]",1,5,0,25,2,2,-1,-1,"o.p.m(changing, () => 1)",1,5,0,26,2,2,-1,-1,"o.p.m(o.list, o.p.next())",0,19,0,25,2,2,-1,-1,"o.p.next()",1,5,0,18,2,2,-1,-1,"o.p.n?.(changing)",1,7,0,24,2,2,-1,-1,"o.p.m.call(o, changing)",1,5,0,29,2,2,-1,-1,"o.p.m(...changing, changing)",0,7,0,18,4,2,-1,-1,"...changing",1,5,3,2,2,2,-1,-1,"o.p.m( // Kept where it stands. changing, )",4,5,0,17,2,2,-1,-1,"o.p.m(1, \\"text\\")",1,5,0,48,2,2,-1,-1,"o.p.m(class {}, function () {}, changing = [2])",0,44,0,47,0,2,-1,-1,"[2]"],"more":{"5":{"callee":"o.p.next"},"6":{"callee":"o.p.n"},"7":{"callee":"o.p.m.call"}},"loops":[],"functions":[1,1,2,2,3,1,3,2],"bodies":[]}',14);let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4,$aT0_5,$aT0_6,$aT0_7;function call(f, a, b) {/*$aT:$aT$base:0-49:3*/let $aT2_0,$aT2_1;$aT.I[0]++;$aT.S[0]&&$aT.e(f,a,b);
  return $aT.c(0,$aT.k(0),f(a, $aT2_1=($aT.F[51806]&&$aT.u57(b),b).c, (($aT2_0=$aT.takers[0])===f||$aT2_0!==null&&$aT.takes(0,f,2)||($aT.h16(a,0),$aT.h31($aT2_1,1)),1)));
}
function reassigned(f, a) {/*$aT:$aT$base:50-111:2*/$aT.I[1]++;$aT.S[0]&&$aT.e(f,a);
  f = f || call;
  return $aT.c(1,$aT.k(1),f($aT.h30(a,0)));
}
const o = { p: { m(list, by) {/*$aT:$aT$base:129-157:2*/$aT.S[0]&&$aT.e(list,by); return list; } } };
let changing = $aT.l8(2,[1]);
$aT.c(3,$aT.k(3),o.p.m($aT.h23(changing,0), () => /*$aT:$aT$base:199-206*/($aT.S[0]&&$aT.e(),1)));
$aT.c(4,$aT.k(4),o.p.m($aT0_0=o.list, $aT.H($aT.r(5,$aT.k(5),($aT0_1=$aT.u19(o.p),$aT.f($aT0_1.next,5)).call($aT0_1),$aT0_1,0,3),1,$aT0_0,0)));
0,(($aT0_2=($aT0_3=$aT.u19(o.p)).n)==null?void 0:$aT.c(6,$aT.k(6),$aT.f($aT0_2,6).call($aT0_3,$aT.h23(changing,0))));
$aT.through($aT.m(7,$aT.k(7),($aT0_5=$aT.u52(($aT0_4=o.p,$aT.F[51060]&&$aT.u53($aT0_4),$aT0_4).m),$aT0_6=$aT.t(),$aT.f($aT0_5.call,7)).call($aT0_5,o, $aT.h23($aT0_7=changing,0)),$aT0_5,0,0,$aT0_6),$aT0_5,0,$aT0_7);
$aT.c(8,$aT.k(8),o.p.m(...$aT.R(9,1,$aT.G(changing,6,"changing")), $aT.h23(changing,1)));
$aT.c(10,$aT.k(10),o.p.m(
  // Kept where it stands.
  $aT.h23(changing,0),
));
$aT.c(11,$aT.k(11),o.p.m(1, "text"));
$aT.c(12,$aT.k(12),o.p.m(class {/*$aT:$aT$base:383-391*/}, function () {/*$aT:$aT$base:393-407*/$aT.S[0]&&$aT.e();}, $aT.h4(changing = $aT.l0(13,[2]),2)));
// 0 call 2:10 in call: f(a, b.c, 1)
// 1 call 6:10 in reassigned: f(a)
// 2 literal 9:16: [1]
// 3 call 10:5: o.p.m(changing, () => 1)
// 4 call 11:5: o.p.m(o.list, o.p.next())
// 5 call 11:19: o.p.next()
// 6 call 12:5: o.p.n?.(changing)
// 7 call 13:7: o.p.m.call(o, changing)
// 8 call 14:5: o.p.m(...changing, changing)
// 9 spread 14:7: ...changing
// 10 call 15:5: o.p.m( // Kept where it stands. changing, )
// 11 call 19:5: o.p.m(1, "text")
// 12 call 20:5: o.p.m(class {}, function () {}, changing = [2])
// 13 literal 20:44: [2]
