class Plain extends Base {/*$aT:$aT$base:0-268*/static{$aT.P(this,"#rows",(o,i)=>o.#rows)}
  static table = $aT.l10(0,[1, 2]);
  #rows = $aT.s14($aT.b(1),[$aT.l9(2,[])]);
  [key] = $aT.c(4,$aT.k(4),f($aT.h26($aT.l10(3,[1]),0)));
  static {
    $aT.a29(this,43445).more = $aT.w29($aT.l4(5,[3]),this);
  }
  constructor(x) {/*$aT:$aT$base:124-183*/let $aT7_0;$aT.I[0]++;$aT.S[0]&&$aT.e(x);
    $aT.c(7,$aT.k(7),super($aT7_0=x, $aT.H($aT.l6(6,[x]),1,$aT7_0,0)));
    $aT.a28(this,21626).list = $aT.w28($aT.l9(8,[]),this);
  }
  get rows() {/*$aT:$aT$base:186-228*/$aT.S[0]&&$aT.e();
    return $aT.u24(this.#rows)[0];
  }
  has(o) {/*$aT:$aT$base:231-266*/$aT.S[0]&&$aT.e(o);
    return #rows in $aT.u60(o);
  }
}
class Vec {/*$aT:$aT$base:269-455*/
  constructor(data) {/*$aT:$aT$base:283-328*/$aT.S[0]&&$aT.e(data);
    this.data = data;
  }
  add(other) {/*$aT:$aT$base:331-411*/let $aT19_0,$aT19_1;$aT.I[1]++;$aT.S[0]&&$aT.e(other);
    return $aT.n5(9,-2,new Vec($aT.h28($aT.m(10,-2,($aT19_0=$aT.u10(($aT.F[15063]&&$aT.u31(this),this).data),$aT19_1=$aT.t(),$aT.f($aT19_0.map,10)).call($aT19_0,(x, i) => /*$aT:$aT$base:377-404*/{let $aT21_0;$aT.S[0]&&$aT.e(x,i);return (x + $aT.w46(($aT21_0=($aT.F[15063]&&$aT.u56(other),other).data)[i],$aT21_0))}),$aT19_0,0,0,$aT19_1),0)));
  }
  scale(k) {/*$aT:$aT$base:414-453*/$aT.I[2]++;$aT.S[0]&&$aT.e(k);
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
