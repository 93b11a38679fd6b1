import type { Row } from "./rows.js";
import { make } from "./rows.js";

export interface Grid<T> {
  rows: T[][];
}
enum Kind {
  Plain = 1,
}
export const grid = <Grid<number>>{ rows: [[1]] };
export const typed = make<Row>([1, 2] as number[])!;
export function first<T>(this: void, list: readonly T[], ...others: T[]): T | undefined {
  return (list as T[])[0] ?? others[Kind.Plain];
}
export class Matrix<T extends number = number> {
  declare readonly name: string;
  constructor(private readonly data: T[]) {}
  map(f: (x: T) => T): Matrix<T> {
    return new Matrix(this.data.map(f)) satisfies Matrix<T>;
  }
}
namespace Inner {
  export const list: number[] = [1];
}
export default [...grid.rows, Inner.list];
