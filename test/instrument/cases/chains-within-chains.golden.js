$aT.file($aT$base,'{"path":"/chains-within-chains.js","dependency":null,"names":[""],"sites":[1,1,0,8,2,0,-1,-1,"f(o?.x)",2,1,0,21,0,0,-1,-1,"[...(o?.rows ?? [])]",0,17,0,19,0,0,-1,-1,"[]",0,23,0,36,2,0,-1,-1,"[...(o?.rows ?? [])]?.map((x) => x)"],"more":{"3":{"callee":"[(...(o?.rows ?? []))]?.map"}},"loops":[],"functions":[],"bodies":[]}',4);let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4,$aT0_5,$aT0_6,$aT0_7,$aT0_8;0,(($aT0_0=$aT.u53($aT.c(0,$aT.k(0),f($aT.h19((($aT0_1=$aT.u6(o))==null?void 0:$aT.u6($aT0_1).x),0)))))==null?void 0:$aT.u53($aT0_0).y);
0,(($aT0_2=`${$aT.i((($aT0_3=$aT.u6(o))==null?void 0:$aT.u6($aT0_3).x))}`)==null?void 0:$aT.u1($aT0_2).length);
0,(($aT0_4=$aT.u22($aT.j(1,1,$aT.s6($aT.b(1),[...$aT.o(((($aT0_5=$aT.u6(o))==null?void 0:$aT.u6($aT0_5).rows) ?? $aT.l4(2,[])),2,"(o?.rows ?? [])")]))))==null?void 0:(($aT0_6=$aT.u51($aT.m(3,$aT.k(3),($aT0_7=$aT.u22($aT0_4),$aT0_8=$aT.t(),$aT.f($aT0_7.map,3)).call($aT0_7,(x) => /*$aT:$aT$base:57-65:1*/($aT.S[0]&&$aT.e(x),x)),$aT0_7,0,0,$aT0_8)))==null?void 0:$aT.u51($aT0_6)[0]));
// 0 call 1:1: f(o?.x)
// 1 literal 3:1: [...(o?.rows ?? [])]
// 2 literal 3:17: []
// 3 call 3:23: [...(o?.rows ?? [])]?.map((x) => x)
