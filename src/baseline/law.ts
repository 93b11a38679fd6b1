/**
 * Budgets as laws: `allocated <= 2*N + 3`.
 *
 * A law is a figure, `<=`, and an expression of numbers, the scale's name (N if nothing else is said), `+ - * / ^`,
 * parentheses, and `log2`, `log` (natural), `sqrt`, `floor`, `ceil`.
 */
import { METRICS, type Metric } from "../report/finding.js";

export interface Law {
  metric: Metric;
  /** As written, white space folded. */
  text: string;
  /** Names that it needs a value for: none for a plain limit. */
  variables: ReadonlySet<string>;
  limit(values: ReadonlyMap<string, number>): number;
}

/** `wanted` completes the sentence "… must be …". */
export class LawFault extends Error {
  constructor(readonly wanted: string) {
    super(`must be ${wanted}`);
  }
}

type Term = (values: ReadonlyMap<string, number>) => number;

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  log2: Math.log2,
  log: Math.log,
  sqrt: Math.sqrt,
  floor: Math.floor,
  ceil: Math.ceil,
};
const MOST_CHARACTERS = 200;

/** @throws LawFault */
export function parseLaw(text: string): Law {
  const parts = /^\s*([A-Za-z]+)\s*<=(.*)$/s.exec(text);
  const metric = METRICS.find((known) => known === parts?.[1]);
  if (parts === null || metric === undefined || text.length > MOST_CHARACTERS) throw new LawFault(WANTED);
  const parser = new Parser(parts[2] ?? "");
  const term = parser.whole();
  return {
    metric,
    text: text.trim().replaceAll(/\s+/g, " "),
    variables: parser.variables,
    limit: term,
  };
}

/** A plain limit. */
export function limitOf(metric: Metric, most: number): Law {
  return { metric, text: `${metric} <= ${most}`, variables: new Set(), limit: () => most };
}

const WANTED = `a law such as "allocated <= 2*N + 3", of one of ${METRICS.join(", ")}`;

/** By recursive descent: sum → product → power → atom. */
class Parser {
  readonly variables = new Set<string>();
  readonly #tokens: string[];
  #at = 0;

  constructor(text: string) {
    const tokens = text.match(/\d+(?:\.\d+)?|[A-Za-z_]\w*|\*\*|[-+*/^()]|\S/g);
    this.#tokens = tokens ?? [];
  }

  whole(): Term {
    const term = this.#sum();
    if (this.#at < this.#tokens.length) throw new LawFault(WANTED);
    return term;
  }

  #take(...wanted: string[]): string | null {
    const token = this.#tokens[this.#at];
    if (token === undefined || !wanted.includes(token)) return null;
    this.#at++;
    return token;
  }

  #sum(): Term {
    let left = this.#product();
    for (let sign = this.#take("+", "-"); sign !== null; sign = this.#take("+", "-")) {
      const a = left;
      const b = this.#product();
      left = sign === "+" ? (values) => a(values) + b(values) : (values) => a(values) - b(values);
    }
    return left;
  }

  #product(): Term {
    let left = this.#power();
    for (let sign = this.#take("*", "/"); sign !== null; sign = this.#take("*", "/")) {
      const a = left;
      const b = this.#power();
      left = sign === "*" ? (values) => a(values) * b(values) : (values) => a(values) / b(values);
    }
    return left;
  }

  #power(): Term {
    const base = this.#atom();
    if (this.#take("^", "**") === null) return base;
    const exponent = this.#power();
    return (values) => base(values) ** exponent(values);
  }

  #atom(): Term {
    if (this.#take("(") !== null) return this.#closed();
    if (this.#take("-") !== null) {
      const term = this.#power();
      return (values) => -term(values);
    }
    const token = this.#tokens[this.#at++];
    if (token !== undefined && /^\d/.test(token)) return () => Number(token);
    if (token === undefined || !/^[A-Za-z_]/.test(token)) throw new LawFault(WANTED);
    const call = Object.hasOwn(FUNCTIONS, token) ? FUNCTIONS[token] : undefined;
    if (call === undefined) {
      this.variables.add(token);
      return (values) => values.get(token) ?? Number.NaN;
    }
    if (this.#take("(") === null) throw new LawFault(WANTED);
    const inner = this.#closed();
    return (values) => call(inner(values));
  }

  #closed(): Term {
    const term = this.#sum();
    if (this.#take(")") === null) throw new LawFault(WANTED);
    return term;
  }
}
