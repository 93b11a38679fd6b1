$aT.file($aT$base,'{"path":"/optional-chains.js","dependency":null,"names":[""],"sites":[3,9,0,15,2,0,-1,-1,"o.rows?.map(f)",1,9,0,17,2,0,-1,-1,"o?.rows.map?.(f)",1,11,0,14,2,0,-1,-1,"o?.[key]?.(x)",2,1,0,7,2,0,-1,-1,"f?.(x)",4,5,0,11,2,0,-1,-1,"o ?.rows ?.map(f)"],"more":{"0":{"callee":"o.rows?.map"},"1":{"callee":"o?.rows.map"},"2":{"callee":"o?.[key]"},"3":{"callee":"f"},"4":{"callee":"o?.rows?.map"}},"loops":[],"functions":[],"bodies":[]}',5);let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4,$aT0_5,$aT0_6,$aT0_7,$aT0_8,$aT0_9,$aT0_10,$aT0_11,$aT0_12,$aT0_13,$aT0_14,$aT0_15,$aT0_16,$aT0_17;0,(($aT0_0=$aT.u6(o))==null?void 0:$aT.u6($aT0_0).rows);
0,(($aT0_1=$aT.u6(o))==null?void 0:$aT.u6($aT.u6($aT0_1).rows)[0]);
0,(($aT0_2=$aT.u19(($aT.F[39343]&&$aT.u6(o),o).rows))==null?void 0:$aT.m(0,$aT.k(0),($aT0_3=$aT.U($aT0_2),$aT0_4=$aT.t(),$aT.f($aT0_3.map,0)).call($aT0_3,$aT.h1(f,0)),$aT0_3,0,4,$aT0_4));
0,(($aT0_5=$aT.u6(o))==null?void 0:(($aT0_6=($aT0_7=$aT.u6($aT.u6($aT0_5).rows)).map)==null?void 0:$aT.c(1,$aT.k(1),$aT.f($aT0_6,1).call($aT0_7,$aT.h1(f,0)))));
0,(($aT0_8=$aT.u6(o))==null?void 0:(($aT0_9=$aT.w20(($aT0_10=$aT.u6($aT0_8))[key],$aT0_10))==null?void 0:$aT.c(2,$aT.k(2),$aT.f($aT0_9,2).call($aT0_10,$aT.h31(x,0)))));
$aT.u60(((($aT0_11=$aT.u6(o))==null?void 0:$aT.u6($aT0_11).rows))).length;
0,(($aT0_12=f)==null?void 0:$aT.c(3,$aT.k(3),$aT.f($aT0_12,3)($aT.h31(x,0))));
 (($aT0_13=$aT.u6(o))==null?true:delete $aT.u6($aT.u6($aT0_13).rows)[0]);
0,(($aT0_14=$aT.u6(o))==null?void 0:(($aT0_15=$aT.u30($aT.u6($aT0_14)
  .rows))==null?void 0:$aT.m(4,$aT.k(4),($aT0_16=$aT.U($aT0_15)
  ,$aT0_17=$aT.t(),$aT.f($aT0_16.map,4)).call($aT0_16,$aT.h1(f,0)),$aT0_16,0,4,$aT0_17)));
// 0 call 3:9: o.rows?.map(f)
// 1 call 4:9: o?.rows.map?.(f)
// 2 call 5:11: o?.[key]?.(x)
// 3 call 7:1: f?.(x)
// 4 call 11:5: o ?.rows ?.map(f)
