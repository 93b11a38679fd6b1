/** Programs that nobody would write, or that a generator did. The script is `main.js` where nothing else is said. */
import type { Case } from "../../hooks/programs.js";
import { REFUSED } from "./refused.js";

export type Hostile = Case & {
  /** Files that run without probes, with what the report says of them. */
  untraced?: { [path: string]: RegExp };
  /** Takes seconds, and no Node does it in a way of its own: it runs on ours alone. */
  slow?: true;
};

const TOO_DEEP = /^it nests too deeply$/;
const nested = (n: number): string => "[".repeat(n) + "]".repeat(n);
const times = (n: number, each: (i: number) => string, between = ""): string =>
  Array.from({ length: n }, (_, i) => each(i)).join(between);

/** A template with something in it: linters take one in a plain string for a mistake. */
const holding = (text: string): string => `\${${text}}`;

/** Some 20 MB on one line, of functions that make arrays. */
function minified(): string {
  const count = 250_000;
  const functions = times(
    count,
    (i) => `function f${i}(a,b){var c=[a,b],d=c.map(function(e){return e+1});return d[0]+d[1]}`,
    ";",
  );
  return `${functions};console.log(f0(1,2)+f${count - 1}(3,4))`;
}

const WASM = Buffer.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 6, 1, 4, 0, 65, 42, 11,
]);

export const HOSTILE: { [name: string]: Hostile } = {
  "20 MB on one line": {
    files: { "main.js": minified() },
    untraced: { "main.js": /^it has more than 2 million tokens$/ },
  },
  "a million literals": {
    slow: true,
    files: { "main.js": `var a=[${times(1_000_000, (i) => `[${i % 10}]`, ",")}];console.log(a.length)` },
    untraced: { "main.js": /^it has more than 2 million tokens$/ },
  },
  "300,000 arrays in few tokens": {
    slow: true,
    files: { "main.js": `var a=[${"[],".repeat(300_000)}];console.log(a.length)` },
    untraced: { "main.js": /^it has more than 250 thousand sites$/ },
  },
  "a string of 20 MB": { files: { "main.js": `const a=['${"x".repeat(2e7)}'];console.log(a[0].length)` } },
  "an error at the end of a line of 30 kB": {
    files: { "main.js": `const a=[1];${"f(a.length);".repeat(2_500)}null.x;function f(){}` },
  },
  "10,000 nested brackets": {
    files: { "main.js": `const a=${nested(10_000)};\nconsole.log(a)` },
    untraced: { "main.js": TOO_DEEP },
  },
  "10,000 nested brackets in a module": {
    files: { "main.mjs": `export const a=${nested(10_000)};\nconsole.log(a)` },
    script: "main.mjs",
    untraced: { "main.mjs": TOO_DEEP },
  },
  // Between the two V8 takes the text as it stands, and would not take it with probes.
  ...Object.fromEntries(
    [150, 400, 900].map((n): [string, Hostile] => [
      `${n} nested calls and brackets`,
      {
        files: {
          "main.js": "require('./calls.js');require('./brackets.js')",
          "calls.js": `const f=(x)=>x;console.log(${"f(".repeat(n)}1${")".repeat(n)})`,
          "brackets.js": `let d=0;for(let x=${nested(n)};x;x=x[0])d++;console.log(d)`,
        },
        ...(n > 150 ? { untraced: { "calls.js": TOO_DEEP, "brackets.js": TOO_DEEP } } : {}),
      },
    ]),
  ),
  "100,000 operators in a row": {
    slow: true,
    files: { "main.js": `const s='a';const a=${times(100_000, () => "[s].join()", "+\n")};console.log(a.length)` },
    untraced: { "main.js": TOO_DEEP },
  },
  "100,000 links of a chain": {
    files: { "main.js": `const o={f(){return o}};o${".f()".repeat(100_000)}` },
    untraced: { "main.js": TOO_DEEP },
  },
  "a chain of 2,000 else-ifs": {
    files: { "main.js": `const x=1999;${times(2000, (i) => `if(x===${i})console.log([${i}]);`, "else ")}` },
  },
  "JSON that nests 3,000 deep": {
    files: { "main.js": "console.log(require('./a.json').length)", "a.json": nested(3000) },
  },
  "a circle of require that is read too early": {
    files: {
      "main.js": "exports.a=[1];const b=require('./b');exports.c=[b.x];console.log(b)",
      "b.js": "const m=require('./main');exports.x=[...m.a];exports.y='c' in m",
    },
  },
  "a circle of import": {
    files: {
      "main.mjs": "import {b} from './b.mjs';export const a=[1];console.log(b())",
      "b.mjs":
        "import {a} from './main.mjs';export const b=()=>[...a,2];try{a}catch(e){console.log(e.message,e.stack.split('\\n')[1])}",
    },
    script: "main.mjs",
  },
  "a circle of import and require": {
    files: {
      "main.mjs": "import b from './b.cjs';export const a=[1];console.log(b.x);b.y.then(console.log)",
      "b.cjs": "exports.x=[2];exports.y=import('./main.mjs').then(m=>[...m.a])",
    },
    script: "main.mjs",
  },
  "a circle of require and import": {
    files: {
      "main.cjs": "exports.a=[1];try{const b=require('./b.mjs');console.log(b.default)}catch(e){console.log(e.code)}",
      "b.mjs": "import m from './main.cjs';export default [...m.a]",
    },
    script: "main.cjs",
  },
  "a required module that requires who requires it": {
    files: {
      "main.mjs": "import './b.cjs';export default [1]",
      "b.cjs": "try{console.log(require('./main.mjs'))}catch(e){console.log(e.code,e.message)}",
    },
    script: "main.mjs",
  },
  "a script that writes over itself": {
    files: {
      "main.js":
        "const a=[1];require('fs').writeFileSync(__filename,'// changed\\n');function f(x){return [x].y.z}\nconsole.log(f.toString(),new Error('e').stack);\nf(1)",
    },
  },
  "a module that writes over itself": {
    files: {
      "main.mjs":
        "import fs from 'fs';const a=[1];fs.writeFileSync(new URL(import.meta.url),'//\\n');function f(x){return [x].y.z}\nconsole.log(f.toString(),new Error('e').stack);\nf(1)",
    },
    script: "main.mjs",
  },
  "a script that deletes itself": {
    files: { "main.js": "require('fs').unlinkSync(__filename);[1].map(x=>{throw new Error('x')})" },
  },
  "a file that changes with every require": {
    files: {
      "main.js":
        "const fs=require('fs');for(let i=0;i<3;i++){fs.writeFileSync(__dirname+'/b.js','\\n'.repeat(i)+'module.exports=(x)=>[x].map(y=>['+i+',y,new Error(1).stack.split(\"\\\\n\")[1]])');delete require.cache[require.resolve('./b.js')];console.log(require('./b.js')(i))}",
      "b.js": "",
    },
  },
  "a file that changes while it is loaded": {
    files: {
      "main.js":
        "const js=require.extensions['.js'];require.extensions['.js']=(m,f)=>{require('fs').appendFileSync(f,';module.exports.push(2)');js(m,f)};console.log(require('./b.js'))",
      "b.js": "module.exports=[1]",
    },
  },
  "bytes that are no UTF-8": {
    files: {
      "main.js":
        "require('./a.js');try{require('./b.js')}catch(e){console.log(e.message)}require('./c.js');require('./d.js')",
      "a.js": Buffer.from("2f2f20ffc328800a636f6e7374206c3d5b315d3b636f6e736f6c652e6c6f67286c29", "hex"),
      "b.js": Buffer.concat([Buffer.from("const a=[1];var x"), Buffer.from([0xff]), Buffer.from("=1")]),
      // A surrogate, as UTF-8 would have it if it had any; and half of a character at the end.
      "c.js": Buffer.concat([
        Buffer.from("const a=['"),
        Buffer.from([0xed, 0xa0, 0x80]),
        Buffer.from("'];console.log(a)"),
      ]),
      "d.js": Buffer.concat([Buffer.from("console.log([1])//"), Buffer.from([0xe2, 0x82])]),
    },
    untraced: { "b.js": /./ },
  },
  "UTF-16": { files: { "main.js": Buffer.from("\ufeffconsole.log([1])", "utf16le") }, untraced: { "main.js": /./ } },
  "halves of surrogate pairs": {
    files: {
      "main.js":
        "const a=['\\ud800','\\udfff',`\\u{d800}`];console.log(a.map(s=>s.length),a);const o={'\\ud800':[1]};console.log(Object.keys(o));class A{'\\udc00'(){return [1]}};console.log(new A()['\\udc00']())",
    },
  },
  "separators that only JavaScript counts as line breaks": {
    files: {
      "main.js": `const a=['\u2028x','\u2029',\`\u2028${holding("[1]")}\`];/*\u2028*/const b=[a.length]// c\u2028console.log(a,b)\u2028[b].map(()=>null.x)`,
    },
  },
  "carriage returns alone": {
    files: { "main.js": `const a=[\r1,\r2];\rconsole.log(\`\r${holding("a")}\r\`.length)\rnull.x\r` },
  },
  "NUL in strings, comments and an error's line": {
    files: { "main.js": "const a=['\0x'];console.log(a,a[0].length,'\0'.length);/*\0*/null.x" },
  },
  "a mark before a hashbang": { files: { "main.js": "\ufeff#!/usr/bin/env node\nconsole.log([1])" } },
  "nothing but a hashbang": { files: { "main.js": "#!/usr/bin/env node" } },
  "nothing at all": { files: { "main.mjs": "" }, script: "main.mjs" },
  "HTML's comments": {
    files: {
      "main.js":
        "const a=[1];\n<!-- [2]\nconsole.log(a);\n--> [3]\nvar x=5,y=[1];\nwhile(x --> 0)y=[x];\nif(x<!--y)x\nconsole.log(x,y)",
    },
  },
  "HTML's comments in a module": {
    files: { "main.mjs": "const a=[1];\n<!-- [2]\nconsole.log(a);" },
    script: "main.mjs",
  },
  "names that strict code reserves": {
    files: {
      "main.js":
        "var let=[1],yield=2,async=3,await=4,static=5;console.log(let,yield,async,await,static);with({a:[1]}){console.log(a)}\nif(true)function f(){return [010]}\nconsole.log(f());l:function g(){};for(var i=[1] in {})console.log(i);console.log(delete this.x);var \\u0061b=[1];console.log(ab);if(ab)return console.log(new.target);",
    },
  },
  "syntax for V8 alone": {
    files: { "main.js": "console.log([%IsSmi(1)])" },
    flags: ["--allow-natives-syntax"],
    untraced: { "main.js": /./ },
  },
  "a type that is missing: a module with a dependency": {
    files: {
      "main.js": "import x from 'p';console.log([...x])",
      "node_modules/p/package.json": '{"name":"p","main":"i.js"}',
      "node_modules/p/i.js": "export default [1,2]",
    },
  },
  "a type that is missing: CommonJS names declared": {
    files: { "main.js": "const require=1,module=[2],exports=3;console.log(require,module,exports)" },
  },
  "a type that is missing: import.meta": { files: { "main.js": "console.log(typeof import.meta.url,[1])" } },
  "a type that is no type": {
    files: { "package.json": '{"type":"garbage"}', "main.js": "console.log([1],typeof require)" },
  },
  "data: URLs": {
    files: {
      "main.mjs":
        "import a from 'data:text/javascript,export default [1,2].map(x=>[x])';import j from 'data:application/json,[1]' with {type:'json'};console.log(a,j);await import('data:text/javascript,[1].map(x=>x.y.z)')",
    },
    script: "main.mjs",
  },
  WebAssembly: {
    files: {
      "main.js":
        "const b=require('fs').readFileSync(__dirname+'/a.wasm');const m=new WebAssembly.Module(b);console.log(new WebAssembly.Instance(m).exports.a(),WebAssembly.Module.exports(m))",
      "a.wasm": WASM,
    },
  },
  "WebAssembly by import": {
    throughNode: true,
    files: { "main.mjs": "import * as m from './a.wasm';console.log(m.a())", "a.wasm": WASM },
    script: "main.mjs",
  },
  "an addon that is none": {
    files: { "main.js": "try{require('./a.node')}catch(e){console.log(e.code,e.message)}", "a.node": "no addon" },
  },
  "JSON that is none": { files: { "main.js": "require('./a.json')", "a.json": "{[1]" } },
  "texts that V8 or our parser refuses": {
    files: {
      "main.js": `for(const name of ${JSON.stringify(Object.keys(REFUSED))}){console.log(name);try{require('./'+name+'.js')}catch(e){console.log(e.stack)}}`,
      ...Object.fromEntries(Object.entries(REFUSED).map(([name, text]) => [`${name}.js`, text])),
    },
  },
  // In a module Node shows the line when it prints the error.
  "a module that exports what it has not": {
    files: { "main.mjs": "const a=[1];export {b}" },
    script: "main.mjs",
  },
  "a module that exports a name twice": {
    files: { "main.mjs": "export const a=[1];export {a}" },
    script: "main.mjs",
  },
  "a module in syntax that this Node may not know": {
    files: {
      "main.mjs": "const l=[1].map((x)=>[x]);\n  console.log(l);import j from './a.json' assert {type:'json'};",
      "a.json": "[1]",
    },
    script: "main.mjs",
  },
  "a module with a declaration that this Node may not know": {
    files: {
      "main.mjs": "{ const l=[1]; using a={[Symbol.dispose??'d'](){console.log('d')}};console.log([a].length,l)}",
    },
    script: "main.mjs",
  },
};
