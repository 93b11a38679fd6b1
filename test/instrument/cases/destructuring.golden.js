let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4;const [x, y] = $aT.o($aT.c(0,$aT.k(0),pair()),1,"pair");
const [head, ...tail] = ($aT0_0=$aT.o(list,0,"list")),$aT0$=$aT.l(1,tail),$aT1$=$aT.u($aT0_0);
const { a, b: [c, ...d], ...others } = $aT.O(o,"a","o"),$aT2$=$aT.l(2,d);
[p, q] = $aT.u($aT.l(3,[q, p]));
$aT.w($aT.x([first, ...$aT.a(o,"rest").rest] = $aT0_1=$aT.u(list),4,0),$aT0_1);
const [i = $aT.l(5,[1]), { j = $aT.c(6,$aT.k(6),f()) } = {}] = ($aT0_2=$aT.o(list,0,"list")),$aT3$=$aT.u($aT0_2);
$aT0_3=$aT.S[1];$aT0_4=$aT.D();try {
  $aT.c(7,$aT.k(7),f());
} catch ([code, ...text]) {$aT.Z($aT0_4),$aT.S[1]>$aT0_3&&$aT.X($aT0_3);
  $aT.c(9,$aT.k(9),g($aT.h(code,0)));
}
// 0 call 1:16: pair()
// 1 rest 2:14: ...tail
// 2 rest 3:19: ...d
// 3 literal 4:10: [q, p]
// 4 rest 5:9: ...o.rest
// 5 literal 6:12: [1]
// 6 call 6:23: f()
// 7 call 8:3: f()
// 8 rest 9:17: ...text
// 9 call 10:3: g(code)
