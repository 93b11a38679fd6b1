$aT.file($aT$base,'{"path":"/regions.js","dependency":null,"names":[""],"sites":[13,21,0,30,2,0,3,-1,"made.push([1])",0,26,0,29,0,0,3,-1,"[1]",0,8,0,14,2,0,3,-1,"busy()",4,19,0,22,8,0,5,-1,"row"],"more":{},"loops":[3,3,0,57,5,3,2,4,1,5,0,65,4,1,0,31,1,1,2,17,3,8,2,2,1,3,0,73,3,3,0,66],"functions":[],"bodies":[]}',4);let $aT0_0,$aT0_1,$aT0_2,$aT0_3,$aT0_4;function dot(a, b) {/*$aT:$aT$base:0-108:2*/let $aT2_0;$aT.S[0]&&$aT.e(a,b);
  let sum = 0;
  $aT.u54(a),$aT.u3(b),$aT2_0=$aT.C[0];try{for (let i = 0; i < a.length; i++) sum += a[i] * b[i];}finally{$aT.C[0]!==$aT2_0&&($aT.u54(a),$aT.u3(b))}
  return sum;
}
function rows(m) {/*$aT:$aT$base:109-259:1*/let $aT4_0,$aT4_1,$aT4_2,$aT4_3,$aT4_4;$aT.S[0]&&$aT.e(m);
  let sum = 0;
  $aT4_0=0,$aT4_2=0,$aT.u55(this),$aT.u15(m),$aT4_4=$aT.C[0];try{for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) sum += ($aT4_0===($aT4_1=this.data)?$aT4_0:$aT.N11($aT4_0,$aT4_0=$aT4_1))[i] + ($aT4_2===($aT4_3=m.data)?$aT4_2:$aT.N10($aT4_2,$aT4_2=$aT4_3))[j];
  }}finally{$aT.C[0]!==$aT4_4&&($aT.u16($aT4_0),$aT.u20($aT4_2),$aT.u55(this),$aT.u15(m))}
  return sum;
}
while ($aT.c(2,$aT.k(2),busy())) {$aT.I[$aT$base-4]++;$aT.r(0,$aT.k(0),($aT.u56($aT0_0=made),made.push($aT.h24($aT.l8(1,[1]),0))),$aT0_0,1,0);}
$aT0_1=0,$aT0_2=$aT.C[0];try{do {
  n += ($aT0_1===list?$aT0_1:$aT.N8($aT0_1,$aT0_1=list))[0];
} while (n < 9);}finally{$aT.C[0]!==$aT0_2&&($aT.u43($aT0_1))}
try{outer: for (const row of $aT0_3=$aT.o(grid,8,"grid")) {$aT.I[$aT$base-6]++;$aT.u42($aT0_3);$aT.v(3,row);{
  $aT.u26(row),$aT0_4=$aT.C[0];try{for (let i = 0; i < row.length; i++) if (row[i] === 0) continue outer;}finally{$aT.C[0]!==$aT0_4&&($aT.u26(row))}
}}}finally{$aT.u42($aT0_3)}
function square(m) {/*$aT:$aT$base:437-525:1*/let $aT6_0,$aT6_1,$aT6_2,$aT6_3,$aT6_4;$aT.S[0]&&$aT.e(m);
  $aT6_0=0,$aT.u12(m),$aT6_4=$aT.C[0];try{for (let i = 0; i < ($aT6_0===($aT6_3=m.data)?$aT6_0:$aT.N9($aT6_0,$aT6_0=$aT6_3)).length; i++) 0,($aT6_0===($aT6_1=m.data)?$aT6_0:$aT.N9($aT6_0,$aT6_0=$aT6_1))[i] *= ($aT6_0===($aT6_2=m.data)?$aT6_0:$aT.N9($aT6_0,$aT6_0=$aT6_2))[i];}finally{$aT.C[0]!==$aT6_4&&($aT.u9($aT6_0),$aT.u12(m))}
}
// 0 call 13:21: made.push([1])
// 1 literal 13:26: [1]
// 2 call 13:8: busy()
// 3 iteration 17:19: row
