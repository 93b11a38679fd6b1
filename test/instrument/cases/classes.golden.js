$aT.file($aT$base,'{"path":"/classes.js","dependency":null,"names":["Plain","Plain.constructor","Vec.add","Vec.scale"],"sites":[2,18,0,24,0,0,-1,-1,"[1, 2]",1,11,0,15,0,0,-1,-1,"[[]]",0,12,0,14,0,0,-1,-1,"[]",1,13,0,16,0,0,-1,-1,"[1]",0,11,0,17,2,0,-1,-1,"f([1])",2,17,0,20,0,0,-1,-1,"[3]",3,14,0,17,0,1,-1,0,"[x]",0,5,0,18,2,1,-1,0,"super(x, [x])",1,17,0,19,0,1,-1,0,"[]",14,12,0,63,1,2,-1,1,"new Vec(this.data.map((x, i) => x + other.data[i]))",0,30,0,62,2,2,-1,1,"this.data.map((x, i) => x + other.data[i])",3,12,0,24,1,3,-1,2,"new Vec([k])",0,20,0,23,0,3,-1,2,"[k]"],"more":{"10":{"callee":"this.data.map"}},"loops":[],"functions":[8,14,3,4,15,6,2,4,3,8,2,4],"bodies":[19,11,10,2]}',13);class Plain extends Base {/*$aT:$aT$base:0-268*/static{$aT.P(this,"#rows",(o,i)=>o.#rows)}
  static table = $aT.l10(0,[1, 2]);
  #rows = $aT.s14($aT.b(1),[$aT.l9(2,[])]);
  [key] = $aT.c(4,$aT.k(4),f($aT.h26($aT.l10(3,[1]),0)));
  static {
    $aT.a29(this,43445).more = $aT.w29($aT.l4(5,[3]),this);
  }
  constructor(x) {/*$aT:$aT$base:124-183:1*/let $aT7_0;$aT.I[0]++;$aT.S[0]&&$aT.e(x);
    $aT.c(7,$aT.k(7),super($aT7_0=x, $aT.H($aT.l6(6,[x]),1,$aT7_0,0)));
    $aT.a28(this,21626).list = $aT.w28($aT.l9(8,[]),this);
  }
  get rows() {/*$aT:$aT$base:186-228*/$aT.S[0]&&$aT.e();
    return $aT.u24(this.#rows)[0];
  }
  has(o) {/*$aT:$aT$base:231-266:1*/$aT.S[0]&&$aT.e(o);
    return #rows in $aT.u60(o);
  }
}
class Vec {/*$aT:$aT$base:269-455*/
  constructor(data) {/*$aT:$aT$base:283-328:1*/$aT.S[0]&&$aT.e(data);
    this.data = data;
  }
  add(other) {/*$aT:$aT$base:331-411:1*/let $aT19_0,$aT19_1;$aT.I[1]++;$aT.S[0]&&$aT.e(other);
    return $aT.n5(9,-2,new Vec($aT.h28($aT.m(10,-2,($aT19_0=$aT.u10(($aT.F[15063]&&$aT.u31(this),this).data),$aT19_1=$aT.t(),$aT.f($aT19_0.map,10)).call($aT19_0,(x, i) => /*$aT:$aT$base:377-404:2*/{let $aT21_0;$aT.S[0]&&$aT.e(x,i);return (x + $aT.w46(($aT21_0=($aT.F[15063]&&$aT.u56(other),other).data)[i],$aT21_0))}),$aT19_0,0,0,$aT19_1),0)));
  }
  scale(k) {/*$aT:$aT$base:414-453:1*/$aT.I[2]++;$aT.S[0]&&$aT.e(k);
    return $aT.n28(11,-2,new Vec($aT.h12($aT.L12(12,[k]),0)));
  }
}
const Named = class {/*$aT:$aT$base:470-478*/};
// 0 literal 2:18 in Plain: [1, 2]
// 1 literal 3:11 in Plain: [[]]
// 2 literal 3:12 in Plain: []
// 3 literal 4:13 in Plain: [1]
// 4 call 4:11 in Plain: f([1])
// 5 literal 6:17 in Plain: [3]
// 6 literal 9:14 in Plain.constructor: [x]
// 7 call 9:5 in Plain.constructor: super(x, [x])
// 8 literal 10:17 in Plain.constructor: []
// 9 new 24:12 in Vec.add: new Vec(this.data.map((x, i) => x + other.data[i]))
// 10 call 24:30 in Vec.add: this.data.map((x, i) => x + other.data[i])
// 11 new 27:12 in Vec.scale: new Vec([k])
// 12 literal 27:20 in Vec.scale: [k]
