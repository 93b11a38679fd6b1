class Plain extends Base {
  static table = [1, 2];
  #rows = [[]];
  [key] = f([1]);
  static {
    this.more = [3];
  }
  constructor(x) {
    super(x, [x]);
    this.list = [];
  }
  get rows() {
    return this.#rows[0];
  }
  has(o) {
    return #rows in o;
  }
}
class Vec {
  constructor(data) {
    this.data = data;
  }
  add(other) {
    return new Vec(this.data.map((x, i) => x + other.data[i]));
  }
  scale(k) {
    return new Vec([k]);
  }
}
const Named = class {};
