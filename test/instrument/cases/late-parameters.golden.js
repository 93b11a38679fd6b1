$aT.file($aT$base,'{"path":"/late-parameters.js","dependency":null,"names":["sum","each","rest","named","size","counted"],"sites":[2,19,0,22,5,0,-1,0,"[x]",0,39,0,43,3,0,-1,0,"...r",0,52,0,55,2,0,-1,0,"y()",2,18,0,21,0,1,-1,1,"[1]",0,23,0,30,3,1,-1,1,"...more",0,13,0,31,5,1,-1,1,"[x = [1], ...more]",3,9,0,21,0,1,-1,1,"[x, more, y]",2,15,0,39,3,2,-1,2,"...[{ q: [x] }, , y = 1]",0,19,0,29,5,2,-1,2,"{ q: [x] }",0,24,0,27,5,2,-1,2,"[x]",1,16,0,37,3,3,-1,3,"...{ 0: [x], length }",0,24,0,27,5,3,-1,3,"[x]",0,24,0,27,5,3,-1,3,"[x]",2,30,0,33,0,4,-1,4,"[1]",0,17,0,20,5,4,-1,4,"[x]",4,23,0,26,5,5,-1,5,"[x]"],"more":{},"loops":[],"functions":[2,13,0,66,1,1,5,2,6,14,0,49,1,15,0,52,2,11,2,4,4,1,2,2],"bodies":[]}',16);// Patterns inside of patterns that have to be taken apart among the parameters.
const sum = ($aT0$,$aT1$=void 0,...{[$aT.none]:{ q: [x] }=($aT.inner($aT.O($aT0$,"q",null),"[0,[[\"q\",1,0,0,[]]]]",null,null,1,0)), [$aT.none]:y=(  $aT1$===void 0?({["y"]:() => /*$aT:$aT$base:110-117*/($aT.S[0]&&$aT.e(),x)})["y"]:$aT1$), [$aT.none]:r,length:$aT2$,...$aT3$}) => /*$aT:$aT$base:93-146*/($aT.I[0]++,r=$aT.list([],$aT3$,$aT2$),$aT.S[0]&&$aT.claimed(r,$aT0$,$aT1$),$aT.l(1,r),x + $aT.c(2,$aT.k(2),y()) + $aT.u35(r).length);
function* each(
  $aT4$,$aT8$,...{[$aT.none]:$aT5$=[],[$aT.none]:{ q: { r: [x = $aT.l15(3,[1]), ...more] } }=($aT.inner($aT.O($aT4$,"q",null),"[0,[[\"q\",0,0,0,[[\"r\",1,0,0,[]]]]]]",null,$aT5$,1,5)),[$aT.none]:$aT6$=$aT.l(4,more),[$aT.none]:$aT7$=$aT.again($aT5$), // a comma, below
  [$aT.none]:y=($aT8$)}
) {/*$aT:$aT$base:148-250*/$aT.I[1]++;
  yield $aT.l11(6,[x, more, y]);
}
const rest = ($aT10$=void 0,$aT12$=void 0,$aT13$=void 0,...{[$aT.none]:$aT9$=$aT.l(7,0),[$aT.none]:[{ q: [x] }]=$aT.inner($aT.R(8,1,$aT.o([$aT10$],10,"")),"[1,[[\"0\",0,0,0,[[\"q\",1,0,0,[]]]]]]",null,null,1,9),[$aT.none]:$aT11$=$aT.u44([$aT10$]),  [$aT.none]:y=(  $aT13$===void 0?1:$aT13$)}) => /*$aT:$aT$base:264-299*/($aT.I[2]++,$aT.S[0]&&$aT.e($aT10$,$aT12$,$aT13$),x + y);
const named = (...{[$aT.none]:$aT14$=$aT.l(10,0), 0: $aT15$,[$aT.none]:[[x]]=$aT.inner($aT.R(11,1,$aT.o([$aT15$],10,"")),"[1,[[\"0\",1,0,0,[]]]]",null,null,1,12),[$aT.none]:$aT16$=$aT.u18([$aT15$]), length }) => /*$aT:$aT$base:315-352*/($aT.I[3]++,$aT.S[0]&&$aT.e(),x + length);
const box = {
  set size({[$aT.none]:$aT17$=arguments[0],[$aT.none]:{ q: [x] }=(  $aT.inner($aT.O($aT17$===void 0?{ q: $aT.l10(13,[1]) }:$aT17$,"q","(intermediate value)(intermediate value)(intermediate value)"),"[0,[[\"q\",1,0,0,[]]]]","(intermediate value)(intermediate value)(intermediate value)",null,1,14))}=0) {/*$aT:$aT$base:370-429*/$aT.I[4]++;$aT.S[0]&&$aT.e($aT.W);
    function x() {/*$aT:$aT$base:410-425*/$aT.S[0]&&$aT.e();}
  },
};
function counted($aT18$,$aT19$=void 0,...{[$aT.none]:{ q: [x] }=($aT.inner($aT.O($aT18$,"q",null),"[0,[[\"q\",1,0,0,[]]]]",null,null,1,15)), [$aT.none]:y=(  $aT19$===void 0?1:$aT19$)}) {/*$aT:$aT$base:434-508*/$aT.I[5]++;$aT.S[0]&&$aT.e($aT18$,$aT19$);
  return $aT.u20(arguments).length + x + y;
}
// 0 destructuring 2:19 in sum: [x]
// 1 rest 2:39 in sum: ...r
// 2 call 2:52 in sum: y()
// 3 literal 4:18 in each: [1]
// 4 rest 4:23 in each: ...more
// 5 destructuring 4:13 in each: [x = [1], ...more]
// 6 literal 7:9 in each: [x, more, y]
// 7 rest 9:15 in rest: ...[{ q: [x] }, , y = 1]
// 8 destructuring 9:19 in rest: { q: [x] }
// 9 destructuring 9:24 in rest: [x]
// 10 rest 10:16 in named: ...{ 0: [x], length }
// 11 destructuring 10:24 in named: [x]
// 12 destructuring 10:24 in named: [x]
// 13 literal 12:30 in size: [1]
// 14 destructuring 12:17 in size: [x]
// 15 destructuring 16:23 in counted: [x]
