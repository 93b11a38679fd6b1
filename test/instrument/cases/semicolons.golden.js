let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4,$aT0_5,$aT0_6,$aT0_7;const a = $aT.r(0,$aT.k(0),($aT0_1=$aT.U($aT.w61(($aT0_0=b)
[(1, 2)],$aT0_0)),$aT.f($aT0_1.forEach,0)).call($aT0_1,$aT.h1(f,0)),$aT0_1,0,4)
const c = d
;$aT.m(1,$aT.k(1),($aT0_2=$aT.U($aT.l4(2,[1, 2])),$aT0_3=$aT.t(),$aT.f($aT0_2.map,1)).call($aT0_2,$aT.h1(f,0)),$aT0_2,0,4,$aT0_3)
let e = 1
;$aT.c(4,$aT.k(4),$aT.f((function () {/*$aT:$aT$base:69-95*/$aT.I[0]++;$aT.S[0]&&$aT.e(); return $aT.l8(3,[1]) }),4)())
if (a) $aT.m(5,$aT.k(5),($aT0_4=$aT.U($aT.l8(6,[1])),$aT0_5=$aT.t(),$aT.f($aT0_4.map,5)).call($aT0_4,$aT.h1(f,0)),$aT0_4,0,4,$aT0_5)
else $aT.m(7,$aT.k(7),($aT0_6=$aT.U($aT.l0(8,[2])),$aT0_7=$aT.t(),$aT.f($aT0_6.map,7)).call($aT0_6,$aT.h1(f,0)),$aT0_6,0,4,$aT0_7)
return_: for (;;) break return_
// 0 call 2:8: b [1, 2].forEach(f)
// 1 call 4:9: [1, 2].map(f)
// 2 literal 4:2: [1, 2]
// 3 literal 6:24 in <anonymous>: [1]
// 4 call 6:30: (function () { return [1] })()
// 5 call 7:12: [1].map(f)
// 6 literal 7:8: [1]
// 7 call 8:10: [2].map(f)
// 8 literal 8:6: [2]
