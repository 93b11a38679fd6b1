// What V8 says of what a catch clause cannot take apart.
for (const wrong of [1, null, undefined, {}, { q: 1 }, [undefined], { q: null }, Symbol("s")]) {
  for (const take of [
    () => {
      try {
        throw wrong;
      } catch ([x]) {
        return x;
      }
    },
    () => {
      try {
        throw wrong;
      } catch ({ x }) {
        return x;
      }
    },
    () => {
      try {
        throw wrong;
      } catch ({ q: [x] }) {
        return x;
      }
    },
    () => {
      try {
        throw wrong;
      } catch ([{ x }]) {
        return x;
      }
    },
    () => {
      try {
        throw wrong;
      } catch ({ q = 3, ...rest }) {
        var q2 = () => [q, rest];
        return q2();
      }
    },
  ]) {
    try {
      console.log(take());
    } catch (error) {
      console.log(error.name, error.message);
    }
  }
}
