$aT.file($aT$base,'{"path":"/names-of-functions.js","dependency":null,"names":["f","f.",""],"sites":[4,5,0,13,2,0,-1,0,"o.get([1])",0,9,0,12,0,0,-1,0,"[1]",2,32,0,35,0,1,-1,-1,"[1]",3,4,0,7,6,0,-1,0,"`x`",0,3,0,7,2,0,-1,0,"o`x`",2,12,0,14,0,2,-1,-1,"[]",1,8,0,10,0,2,-1,-1,"[]"],"more":{},"loops":[],"functions":[1,1,9,2],"bodies":[]}',7);let $aT0_0;function f(o, list) {/*$aT:$aT$base:0-246:2*/let $aT2_0,$aT2_1,$aT2_2,$aT2_3,$aT2_4;$aT.I[0]++;$aT.S[0]&&$aT.e(o,list);
  list[0] = ($aT.u13(list),() => /*$aT:$aT$base:34-41*/($aT.S[0]&&$aT.e(),1));
  0,($aT2_0=$aT.w7(o[$aT.u13(list)[0]],o),{["o"]:{0:$aT2_0}}).o[0][0] = ($aT.u9($aT2_0),() => /*$aT:$aT$base:61-68*/($aT.S[0]&&$aT.e(),1));
  0,($aT2_1=($aT2_2=$aT.q(0,$aT.k(0),o.get($aT.h11($aT.l11(1,[1]),0)),o,0),$aT.F[52512]&&$aT.u0($aT2_2),$aT2_2).a,{["o"]:{["get"]:$aT.T({["a"]:$aT2_1})}}).o.get().a[0] = ($aT.u52($aT2_1),function () {/*$aT:$aT$base:90-104*/$aT.S[0]&&$aT.e();});
  const g = (list[1] = ($aT.u13(list),() => /*$aT:$aT$base:129-136*/($aT.S[0]&&$aT.e(),1)));
  list[0] = class {/*$aT:$aT$base:151-176*/ static a = $aT.l0(2,[1]); },$aT.u13(list);
  o.b ||= () => /*$aT:$aT$base:188-195*/($aT.S[0]&&$aT.e(),1),$aT.a7(o,51945);
  0,($aT2_3=(0,super_),{["super_"]:$aT2_3}).super_[0] = ($aT.u2($aT2_3),() => /*$aT:$aT$base:211-218*/($aT.S[0]&&$aT.e(),1));
  0,($aT2_4=$aT.u37(($aT.p(3),$aT.c(4,$aT.k(4),o`x`)))["y"],{["o"]:$aT.T({["y"]:$aT2_4})}).o``["y"].z = ($aT.a3($aT2_4,44193),() => /*$aT:$aT$base:236-243*/($aT.S[0]&&$aT.e(),1));
}
let many = $aT.l4(5,[]);
many = $aT.l4(6,[]);
many[0] = ($aT.u19(many),() => /*$aT:$aT$base:283-290*/($aT.S[0]&&$aT.e(),1));
$aT.w19(($aT0_0=many)[f()] = () => /*$aT:$aT$base:304-311*/($aT.S[0]&&$aT.e(),1),$aT0_0);
// 0 call 4:5 in f: o.get([1])
// 1 literal 4:9 in f: [1]
// 2 literal 6:32 in f.: [1]
// 3 template 9:4 in f: `x`
// 4 call 9:3 in f: o`x`
// 5 literal 11:12: []
// 6 literal 12:8: []
