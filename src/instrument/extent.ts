/**
 * How deep a text nests and how many tokens it has, found without a parser.
 *
 * Parsers recurse as deep as the text nests. V8 throws a RangeError when its stack ends; the one that we use ends the
 * process. And a probe nests deeper than what it stands around, so that V8 may refuse the probed text of a file that it
 * takes as it stands. Both are asked here first. The scan knows strings, templates, comments and (by the usual guess)
 * regular expressions; a text that deceives it is far from any limit.
 */

export interface Extent {
  /** The deepest place: {@link BRACKET} for each open bracket, one for each operator that joins on to the ones before. */
  nesting: number;
  /** Words, literals and punctuation. */
  tokens: number;
}

/** A bracket costs a parser about as much stack as eight operators in a row. */
const BRACKET = 8;

/**
 * What our parser still takes on a thread of 4 MB, in functions within functions, which are the dearest: 800 brackets. The
 * deepest of 9,000 files of well-known packages comes to 190.
 */
export const DEEPEST_SOURCE = 800 * BRACKET;
/** A third of the stack that V8 has by default, which the program may have used a part of when a function is compiled. */
export const DEEPEST_PROBED = 500 * BRACKET;
/** A token takes some 300 bytes of heap while its file is probed. TypeScript 5.9, in one file, has 1.5 million. */
export const MOST_TOKENS = 2_000_000;

export const TOO_DEEP = "it nests too deeply";

enum Char {
  Newline = 10,
  Quote = 34,
  Apostrophe = 39,
  Slash = 47,
  Backslash = 92,
  Backquote = 96,
}

const NONE = 0;
const WORD = 1;
const OPERATOR = 2;
const OPEN = 3;
const CLOSE = 4;
const SEPARATOR = 5;

const KINDS = new Uint8Array(128);
for (let code = 33; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[\w$#@]/.test(char)) KINDS[code] = WORD;
  else if ("+-*/%&|^~!?:=<>".includes(char)) KINDS[code] = OPERATOR;
  else if ("([{".includes(char)) KINDS[code] = OPEN;
  else if (")]}".includes(char)) KINDS[code] = CLOSE;
  else if (";,".includes(char)) KINDS[code] = SEPARATOR;
}

/** Words after which a slash begins a regular expression. */
const BEFORE_REGEXP = /(?:^|[^\w$.])(?:return|typeof|case|do|else|in|of|instanceof|new|void|delete|await|yield|throw)$/;

/** `from` is an offset at which neither a bracket nor a literal is open. */
export function extentOf(source: string, from = 0): Extent {
  /** Operators in the current stretch of each level that is open; a template's text lies below its level. */
  const stretches: number[] = [];
  const templates: boolean[] = [];
  let operators = 0;
  /** Of the stretch that has just ended: `else`, or an operator after a brace, takes it up again. */
  let ended = 0;
  let below = 0;
  let deepest = 0;
  let tokens = 0;
  let last = NONE;
  let lastEnd = 0;
  let broken = false;
  const { length } = source;
  let at = from;

  const open = (template: boolean): void => {
    stretches.push(operators);
    templates.push(template);
    below += BRACKET + operators;
    operators = 0;
    ended = 0;
    if (below > deepest) deepest = below;
  };

  while (at < length) {
    const code = source.charCodeAt(at);
    const kind = code < 128 ? (KINDS[code] as number) : WORD;
    if (code === Char.Newline) broken = true;
    if (code === Char.Quote || code === Char.Apostrophe) {
      if (broken && endsValue(last)) operators = rest();
      at = afterString(source, at, code);
      last = WORD;
    } else if (code === Char.Backquote) {
      at = templateText(at + 1);
      continue;
    } else if (code === Char.Slash && (source[at + 1] === "/" || source[at + 1] === "*")) {
      const line = source[at + 1] === "/";
      const end = source.indexOf(line ? "\n" : "*/", at + 2);
      at = end < 0 ? length : line ? end : end + 2;
      continue;
    } else if (code === Char.Slash && beginsRegExp(source, last, lastEnd)) {
      at = afterRegExp(source, at);
      last = WORD;
    } else if (kind === WORD) {
      const start = at;
      do at++;
      while (at < length && wordAt(source.charCodeAt(at)));
      if (at - start === 4 && source.startsWith("else", start)) {
        operators = Math.max(operators, ended) + 1;
        ended = 0;
      } else if (broken && endsValue(last)) operators = rest();
      last = WORD;
    } else if (kind === OPERATOR) {
      operators += 1 + (last === CLOSE ? ended : 0);
      ended = 0;
      if (below + operators > deepest) deepest = below + operators;
      at++;
      last = OPERATOR;
    } else if (kind === OPEN) {
      open(false);
      at++;
      last = OPEN;
    } else if (kind === CLOSE) {
      const template = templates.pop() === true && source[at] === "}";
      operators = stretches.pop() ?? 0;
      below = Math.max(0, below - BRACKET - operators);
      if (template) {
        at = templateText(at + 1);
        continue;
      }
      // A call is made of the one before it in the chain.
      operators = source[at] === "}" ? rest() : operators + 1;
      if (below + operators > deepest) deepest = below + operators;
      at++;
      last = CLOSE;
    } else if (kind === SEPARATOR) {
      operators = rest();
      at++;
      last = SEPARATOR;
    } else {
      at++;
      continue;
    }
    broken = false;
    lastEnd = at;
    tokens++;
  }
  return { nesting: deepest, tokens };

  function rest(): number {
    ended = operators;
    return 0;
  }

  /** From inside a template's text to what follows its end or its next `${`. */
  function templateText(from: number): number {
    for (let i = from; i < length; i++) {
      const code = source.charCodeAt(i);
      if (code === Char.Backslash) i++;
      else if (code === Char.Backquote) {
        last = WORD;
        lastEnd = i + 1;
        return i + 1;
      } else if (code === 36 && source[i + 1] === "{") {
        open(true);
        last = OPEN;
        lastEnd = i + 2;
        return i + 2;
      }
    }
    return length;
  }
}

function wordAt(code: number): boolean {
  return code >= 128 || KINDS[code] === WORD;
}

/** A line may end after it without a semicolon. */
function endsValue(kind: number): boolean {
  return kind === WORD || kind === CLOSE;
}

function afterString(source: string, from: number, quote: number): number {
  let at = from + 1;
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === Char.Backslash) at++;
    else if (code === quote) return at + 1;
    else if (code === Char.Newline) return at;
  }
  return at;
}

function beginsRegExp(source: string, last: number, lastEnd: number): boolean {
  if (last === CLOSE) return source[lastEnd - 1] === "}";
  return last !== WORD || BEFORE_REGEXP.test(source.slice(Math.max(0, lastEnd - 12), lastEnd));
}

function afterRegExp(source: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < source.length; at++) {
    const char = source[at];
    if (char === "\\") at++;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (char === "\n") return from + 1;
    else if (char === "/" && !inClass) return at + 1;
  }
  return from + 1;
}
