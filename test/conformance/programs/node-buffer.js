// Worked by hand: every Buffer is one array object, whatever pool its bytes are in.
const hello = Buffer.from("hello"); // makes 1
const zeros = Buffer.alloc(4); // makes 1
const listed = Buffer.from([1, 2, 3]); // makes 2
const joined = Buffer.concat([hello, zeros]); // makes 2
const view = hello.subarray(1, 3); // makes 1
view[0] = 65;
console.log(hello.toString(), joined.length, listed[2], view.length);
for (let i = 0; i < 3; i++) {
  const scratch = Buffer.alloc(8); // makes 3, needs 1
  scratch.writeUInt32LE(i, 2);
  console.log(scratch.toString("hex"));
}
console.log(Buffer.from(hello).equals(hello), hello.toJSON().data.length); // makes 2
console.log(Buffer.byteLength("héllo"), Buffer.isBuffer(zeros), hello.indexOf("l"));
