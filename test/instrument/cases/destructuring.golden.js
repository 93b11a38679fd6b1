let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4;const [x, y] = $aT.R(1,1,$aT.o($aT.c(0,$aT.k(0),pair()),1,"pair"));
const [head, ...tail] = $aT.R(3,1,$aT.U($aT0_0=$aT.o(list,0,"list"))),$aT0$=$aT.l(2,tail),$aT1$=$aT.M(0,$aT0_0);
const { a, b: [c, ...d], ...others } = $aT.inner($aT.O(o,"a","o"),"[[\"b\",[]]]"),$aT2$=$aT.l(4,d);
[p, q] = $aT.u46($aT.l14(5,[q, p]));
$aT.M($aT.x([first, ...$aT.a(o,"rest").rest] = $aT.R(7,1,$aT.U($aT0_1=$aT.u56(list))),6,0),$aT0_1);
const [i = $aT.l8(8,[1]), { j = $aT.c(9,$aT.k(9),f()) } = {}] = $aT.R(10,1,$aT.U($aT0_2=$aT.inner($aT.o(list,0,"list"),"[[\"1\",[]]]"))),$aT3$=$aT.M(0,$aT0_2);
$aT0_3=$aT.S[1];$aT0_4=$aT.D();try {
  $aT.c(11,$aT.k(11),f());
} catch ([code, ...text]) {$aT.Z($aT0_4),$aT.S[1]>$aT0_3&&$aT.X($aT0_3);$aT.l(12,text);
  $aT.c(13,$aT.k(13),g($aT.h(code,0)));
}
// 0 call 1:16: pair()
// 1 destructuring 1:7: [x, y]
// 2 rest 2:14: ...tail
// 3 destructuring 2:7: [head, ...tail]
// 4 rest 3:19: ...d
// 5 literal 4:10: [q, p]
// 6 rest 5:9: ...o.rest
// 7 destructuring 5:1: [first, ...o.rest]
// 8 literal 6:12: [1]
// 9 call 6:23: f()
// 10 destructuring 6:7: [i = [1], { j = f() } = {}]
// 11 call 8:3: f()
// 12 rest 9:17: ...text
// 13 call 10:3: g(code)
