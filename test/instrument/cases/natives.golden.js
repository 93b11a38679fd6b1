$aT.file($aT$base,'{"path":"/natives.js","dependency":null,"names":["","<anonymous>"],"sites":[1,14,0,20,0,0,-1,-1,"[1, 2]",1,6,0,23,2,0,-1,-1,"rows.map((x) => x + 1)",1,15,0,27,2,0,-1,-1,"rows.slice(1).concat(rows)",0,6,0,14,2,0,-1,-1,"rows.slice(1)",1,21,0,35,2,0,-1,-1,"o.rows.filter(keep).flatMap(split)",0,8,0,20,2,0,-1,-1,"o.rows.filter(keep)",3,4,0,14,2,0,-1,-1,"rows .map(double) .join(\\", \\")",-1,4,0,15,2,0,-1,-1,"rows .map(double)",2,7,0,25,2,0,-1,-1,"Array.from(rows, double)",1,19,0,37,2,0,-1,-1,"Object.entries(o).map(([k, v]) => v)",0,8,0,18,2,0,-1,-1,"Object.entries(o)",0,24,0,30,9,1,-1,0,"[k, v]",0,24,0,30,5,1,-1,0,"[k, v]",1,6,0,17,2,0,-1,-1,"JSON.parse(text)",1,7,0,17,2,0,-1,-1,"\\"a,b\\".split(\\",\\")",2,3,0,16,2,0,-1,-1,"f.call(o, rows)",1,3,0,17,2,0,-1,-1,"f.apply(o, rows)",1,1,0,22,2,0,-1,-1,"structuredClone(rows)",1,6,0,15,2,0,-1,-1,"rows.push([1])",0,11,0,14,0,0,-1,-1,"[1]"],"more":{"2":{"callee":"rows.slice(...).concat"},"3":{"reader":".concat"},"4":{"callee":"o.rows.filter(...).flatMap"},"5":{"reader":".flatMap","callee":"o.rows.filter"},"6":{"callee":"rows.map(...).join"},"7":{"reader":".join"},"9":{"callee":"Object.entries(...).map"},"10":{"reader":".map"}},"loops":[],"functions":[9,23,0,36],"bodies":[]}',20);let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4,$aT0_5,$aT0_6,$aT0_7,$aT0_8,$aT0_9,$aT0_10,$aT0_11,$aT0_12,$aT0_13,$aT0_14,$aT0_15,$aT0_16;const rows = $aT.l4(0,[1, 2]);
$aT.m(1,$aT.k(1),($aT.u35(rows),$aT0_0=$aT.t(),rows.map((x) => /*$aT:$aT$base:30-42:1*/($aT.S[0]&&$aT.e(x),x + 1))),rows,0,0,$aT0_0);
$aT.r(2,$aT.k(2),($aT0_1=$aT.u15($aT.r(3,$aT.k(3),($aT.u35(rows),rows.slice(1)),rows,0,0)),$aT.f($aT0_1.concat,2)).call($aT0_1,$aT.h3(rows,0)),$aT0_1,0,0);
$aT.m(4,$aT.k(4),($aT0_4=$aT.U($aT.m(5,$aT.k(5),($aT0_2=$aT.U(($aT.F[39343]&&$aT.u6(o),o).rows),$aT0_3=$aT.t(),$aT.f($aT0_2.filter,5)).call($aT0_2,$aT.h20(keep,0)),$aT0_2,0,4,$aT0_3)),$aT0_5=$aT.t(),$aT.f($aT0_4.flatMap,4)).call($aT0_4,$aT.h16(split,0)),$aT0_4,0,4,$aT0_5);
$aT.r(6,$aT.k(6),($aT0_7=$aT.U($aT.m(7,$aT.k(7),($aT.U(rows),$aT0_6=$aT.t(),rows
  .map($aT.h4(double,0))),rows,0,4,$aT0_6))
  ,$aT.f($aT0_7.join,6)).call($aT0_7,", "),$aT0_7,2,4);
$aT.m(8,$aT.k(8),($aT0_8=$aT.t(),Array.from($aT.h3(rows,0), $aT.h4(double,1))),Array,0,1,$aT0_8);
$aT.m(9,$aT.k(9),($aT0_9=$aT.u20($aT.r(10,$aT.k(10),Object.entries($aT.h6(o,0)),Object,0,9)),$aT0_10=$aT.t(),$aT.f($aT0_9.map,9)).call($aT0_9,($aT0$) => /*$aT:$aT$base:192-205*/{$aT.I[0]++;$aT.S[0]&&$aT.e($aT0$);var [k, v]=$aT.R(12,1,$aT.o($aT.g(11,$aT0$),10,""));return (v)}),$aT0_9,0,0,$aT0_10);
$aT.tree(13,$aT.k(13),JSON.parse($aT.h9(text,0)));
$aT.c(14,$aT.k(14),"a,b".split(","));
Math.max(...$aT.o(rows,4,"rows"));
$aT.through($aT.m(15,$aT.k(15),($aT.u1($aT0_11=f),$aT0_12=$aT.t(),f.call($aT.h6($aT0_13=o,-1), $aT.h3(rows,0))),$aT0_11,0,0,$aT0_12),$aT0_11,0,$aT0_13,rows);
$aT.through($aT.m(16,$aT.k(16),($aT.u1($aT0_14=f),$aT0_15=$aT.t(),f.apply($aT.h6($aT0_16=o,-1), $aT.u35(rows))),$aT0_14,0,0,$aT0_15),$aT0_14,1,$aT0_16,rows);
$aT.r(17,$aT.k(17),$aT.deep(structuredClone($aT.h3(rows,0)),rows),0,2,2);
$aT.r(18,$aT.k(18),($aT.u35(rows),rows.push($aT.h24($aT.l8(19,[1]),0))),rows,1,0);
String($aT.i(rows));
// 0 literal 1:14: [1, 2]
// 1 call 2:6: rows.map((x) => x + 1)
// 2 call 3:15: rows.slice(1).concat(rows)
// 3 call 3:6: rows.slice(1)
// 4 call 4:21: o.rows.filter(keep).flatMap(split)
// 5 call 4:8: o.rows.filter(keep)
// 6 call 7:4: rows .map(double) .join(", ")
// 7 call 6:4: rows .map(double)
// 8 call 8:7: Array.from(rows, double)
// 9 call 9:19: Object.entries(o).map(([k, v]) => v)
// 10 call 9:8: Object.entries(o)
// 11 callback 9:24 in <anonymous>: [k, v]
// 12 destructuring 9:24 in <anonymous>: [k, v]
// 13 call 10:6: JSON.parse(text)
// 14 call 11:7: "a,b".split(",")
// 15 call 13:3: f.call(o, rows)
// 16 call 14:3: f.apply(o, rows)
// 17 call 15:1: structuredClone(rows)
// 18 call 16:6: rows.push([1])
// 19 literal 16:11: [1]
