import type { Row } from "./rows.js";
import { make } from "./rows.js";

$aT.file($aT$base,'{"path":"/typescript.ts","dependency":null,"names":["","first","Matrix.map"],"sites":[10,43,0,48,0,0,-1,-1,"[[1]]",0,44,0,47,0,0,-1,-1,"[1]",1,32,0,38,0,0,-1,-1,"[1, 2]",0,22,0,51,2,0,-1,-1,"make<Row>([1, 2] as number[])",1,58,0,72,3,1,-1,0,"...others: T[]",7,12,0,40,1,2,-1,1,"new Matrix(this.data.map(f))",0,33,0,39,2,2,-1,1,"this.data.map(f)",4,33,0,36,0,0,-1,-1,"[1]",2,16,0,42,0,0,-1,-1,"[...grid.rows, Inner.list]"],"more":{"6":{"callee":"this.data.map"}},"loops":[],"functions":[12,8,2,2,6,6,2,4],"bodies":[]}',9);export interface Grid<T> {
  rows: T[][];
}
enum Kind {
  Plain = 1,
}
export const grid = <Grid<number>>{ rows: $aT.s15($aT.b(0),[$aT.l8(1,[1])]) };
export const typed = $aT.c(3,$aT.k(3),make<Row>($aT.h15($aT.l4(2,[1, 2]) as number[],0)))!;
export function first<T>(this: void, list: readonly T[], ...others: T[]): T | undefined {$aT.I[0]++;$aT.S[0]&&$aT.claimed(others,this,list);$aT.l(4,others);
  return $aT.u9((list as T[]))[0] ?? $aT.w30(others[Kind.Plain],others);
}
export class Matrix<T extends number = number> {
  declare readonly name: string;
  constructor(private readonly data: T[]) {$aT.S[0]&&$aT.e($aT.W);}
  map(f: (x: T) => T): Matrix<T> {let $aT9_0,$aT9_1;$aT.I[1]++;$aT.S[0]&&$aT.e(f);
    return $aT.n17(5,$aT.k(5),new Matrix($aT.h14($aT.m(6,$aT.k(6),($aT9_0=$aT.U(this.data),$aT9_1=$aT.t(),$aT.f($aT9_0.map,6)).call($aT9_0,$aT.h30(f,0)),$aT9_0,0,4,$aT9_1),0))) satisfies Matrix<T>;
  }
}
namespace Inner {
  export const list: number[] = $aT.l8(7,[1]);
}
export default $aT.j(8,1,$aT.s11($aT.b(8),[...$aT.o(grid.rows,2,"grid.rows"), Inner.list]));
// 0 literal 10:43: [[1]]
// 1 literal 10:44: [1]
// 2 literal 11:32: [1, 2]
// 3 call 11:22: make<Row>([1, 2] as number[])
// 4 rest 12:58 in first: ...others: T[]
// 5 new 19:12 in Matrix.map: new Matrix(this.data.map(f))
// 6 call 19:33 in Matrix.map: this.data.map(f)
// 7 literal 23:33: [1]
// 8 literal 25:16: [...grid.rows, Inner.list]
