$aT.file($aT$base,'{"path":"/semicolons.js","dependency":null,"names":["","<anonymous>"],"sites":[2,8,0,18,2,0,-1,-1,"b [1, 2].forEach(f)",2,9,0,15,2,0,-1,-1,"[1, 2].map(f)",0,2,0,8,0,0,-1,-1,"[1, 2]",2,24,0,27,0,1,-1,0,"[1]",0,30,0,32,2,0,-1,-1,"(function () { return [1] })()",1,12,0,18,2,0,-1,-1,"[1].map(f)",0,8,0,11,0,0,-1,-1,"[1]",1,10,0,16,2,0,-1,-1,"[2].map(f)",0,6,0,9,0,0,-1,-1,"[2]",2,28,0,39,2,0,1,-1,"`*${e}*`.split(\\"\\\\n\\")",0,12,0,16,8,0,1,-1,"line",0,41,0,48,2,0,1,-1,"f(line)",2,12,0,16,8,0,2,-1,"part",0,27,0,34,2,0,2,-1,"f(part)",1,30,0,45,2,0,-1,-1,"f(typeof`a`.at)"],"more":{"0":{"callee":"b[(1 , 2)].forEach"},"1":{"callee":"[1,2].map"},"4":{"callee":"(intermediate value)"},"5":{"callee":"[1].map"},"7":{"callee":"[2].map"}},"loops":[9,10,0,32,1,1,0,48,2,1,0,34],"functions":[6,3,0,29],"bodies":[]}',15);let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4,$aT0_5,$aT0_6,$aT0_7,$aT0_8,$aT0_9;const a = $aT.r(0,$aT.k(0),($aT0_1=$aT.U($aT.w61(($aT0_0=b)
[(1, 2)],$aT0_0)),$aT.f($aT0_1.forEach,0)).call($aT0_1,$aT.h1(f,0)),$aT0_1,0,4)
const c = d
;$aT.m(1,$aT.k(1),($aT0_2=$aT.U($aT.l4(2,[1, 2])),$aT0_3=$aT.t(),$aT.f($aT0_2.map,1)).call($aT0_2,$aT.h1(f,0)),$aT0_2,0,4,$aT0_3)
let e = 1
;$aT.c(4,$aT.k(4),$aT.f((function () {/*$aT:$aT$base:69-95*/$aT.I[0]++;$aT.S[0]&&$aT.e(); return $aT.l8(3,[1]) }),4)())
if (a) $aT.m(5,$aT.k(5),($aT0_4=$aT.U($aT.l8(6,[1])),$aT0_5=$aT.t(),$aT.f($aT0_4.map,5)).call($aT0_4,$aT.h1(f,0)),$aT0_4,0,4,$aT0_5)
else $aT.m(7,$aT.k(7),($aT0_6=$aT.U($aT.l0(8,[2])),$aT0_7=$aT.t(),$aT.f($aT0_6.map,7)).call($aT0_6,$aT.h1(f,0)),$aT0_6,0,4,$aT0_7)
return_: for (;;) break return_
try{for (const line of $aT0_8=$aT.o($aT.c(9,$aT.k(9),`*${e}*`.split("\n")),9,"e.split")) {$aT.I[$aT$base-2]++;$aT.u35($aT0_8);$aT.v(10,line);$aT.c(11,$aT.k(11),f($aT.h0(line,0)))}}finally{$aT.u35($aT0_8)}
const g = () => {/*$aT:$aT$base:223-244*/$aT.S[0]&&$aT.e(); return ($aT.F[21852]&&$aT.u37(a),a).of }
try{for (const part of $aT0_9=$aT.o(((a, b)),8,"(a , b)")) {$aT.I[$aT$base-3]++;$aT.u28($aT0_9);$aT.v(12,part);$aT.c(13,$aT.k(13),f($aT.h3(part,0)))}}finally{$aT.u28($aT0_9)}
switch (e) { case $aT.u31(`a`.length): $aT.c(14,$aT.k(14),f(typeof`a`.at)) }
// 0 call 2:8: b [1, 2].forEach(f)
// 1 call 4:9: [1, 2].map(f)
// 2 literal 4:2: [1, 2]
// 3 literal 6:24 in <anonymous>: [1]
// 4 call 6:30: (function () { return [1] })()
// 5 call 7:12: [1].map(f)
// 6 literal 7:8: [1]
// 7 call 8:10: [2].map(f)
// 8 literal 8:6: [2]
// 9 call 10:28: `*${e}*`.split("\n")
// 10 iteration 10:12: line
// 11 call 10:41: f(line)
// 12 iteration 12:12: part
// 13 call 12:27: f(part)
// 14 call 13:30: f(typeof`a`.at)
