$aT.file($aT$base,'{"path":"/destructuring.js","dependency":null,"names":[""],"sites":[1,16,0,22,2,0,-1,-1,"pair()",0,7,0,13,5,0,-1,-1,"[x, y]",1,14,0,21,3,0,-1,-1,"...tail",0,7,0,22,5,0,-1,-1,"[head, ...tail]",1,19,0,23,3,0,-1,-1,"...d",0,15,0,24,5,0,-1,-1,"[c, ...d]",1,10,0,16,0,0,-1,-1,"[q, p]",1,9,0,18,3,0,-1,-1,"...o.rest",0,1,0,19,5,0,-1,-1,"[first, ...o.rest]",1,12,0,15,0,0,-1,-1,"[1]",0,23,0,26,2,0,-1,-1,"f()",0,7,0,34,5,0,-1,-1,"[i = [1], { j = f() } = {}]",2,3,0,6,2,0,-1,-1,"f()",1,17,0,24,3,0,-1,-1,"...text",0,10,0,25,5,0,-1,-1,"[code, ...text]",1,3,0,10,2,0,-1,-1,"g(code)"],"more":{},"loops":[],"functions":[],"bodies":[]}',16);let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4,$aT0_5,$aT0_6;const [x, y] = $aT.R(1,1,$aT.o($aT.c(0,$aT.k(0),pair()),1,"pair"));
const [head, ...tail] = $aT.R(3,1,$aT.U($aT0_0=$aT.o(list,0,"list"))),$aT0$=$aT.l(2,tail),$aT1$=$aT.took(0,$aT0_0);
const { a, b: [c, ...d], ...others } = $aT.inner(($aT0_1=[],$aT.O(o,"a","o")),"[0,[[\"b\",1,0,1,[]]]]","o",$aT0_1,1,5),$aT2$=$aT.l(4,d),$aT3$=$aT.took(0,$aT.again($aT0_1));
[p, q] = $aT.u46($aT.l14(6,[q, p]));
$aT.took($aT.x([first, ...$aT.a6(o,55082).rest] = $aT.R(8,1,$aT.U($aT0_2=$aT.u56(list))),7,0),$aT0_2);
const [i = $aT.l8(9,[1]), { j = $aT.c(10,$aT.k(10),f()) } = {}] = $aT.inner($aT.R(11,1,($aT0_3=[],$aT.U($aT0_4=$aT.o(list,0,"list")))),"[1,[[\"1\",0,0,1,[],0,\"{}\"]]]","list",$aT0_3,1,0),$aT4$=$aT.took(0,$aT0_4),$aT5$=$aT.took(0,$aT.again($aT0_3));
$aT0_5=$aT.S[1];$aT0_6=$aT.D();try {
  $aT.c(12,$aT.k(12),f());
} catch ($aT6$) {$aT.Z($aT0_6),$aT.S[1]>$aT0_5&&$aT.X($aT0_5);let [code, ...text]=$aT.R(14,1,$aT.o($aT6$,10,""));$aT.l(13,text);$aT.u21($aT6$);{
  $aT.c(15,$aT.k(15),g($aT.h8(code,0)));
}}
// 0 call 1:16: pair()
// 1 destructuring 1:7: [x, y]
// 2 rest 2:14: ...tail
// 3 destructuring 2:7: [head, ...tail]
// 4 rest 3:19: ...d
// 5 destructuring 3:15: [c, ...d]
// 6 literal 4:10: [q, p]
// 7 rest 5:9: ...o.rest
// 8 destructuring 5:1: [first, ...o.rest]
// 9 literal 6:12: [1]
// 10 call 6:23: f()
// 11 destructuring 6:7: [i = [1], { j = f() } = {}]
// 12 call 8:3: f()
// 13 rest 9:17: ...text
// 14 destructuring 9:10: [code, ...text]
// 15 call 10:3: g(code)
