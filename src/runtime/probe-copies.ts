/** Copies of the hottest probes, each with what V8 has learnt for itself alone: see `trace/variants.ts`. */
import { COPIES } from "../trace/variants.js";
import { textApart, textOf } from "./probe-text.js";

export type Use = <T>(value: T) => T;
type Stamping = () => (first: number, array: unknown[]) => unknown;

/** The class that the probes' texts belong to: what makes each of them, and what compiles a text within the class. */
export interface Templates {
  using(): Use;
  handing(): unknown;
  writing(): unknown;
  making(): unknown;
  literals: Stamping;
  blamedLiterals: Stamping;
  stamping: Stamping;
  /** Null where Node was told to compile no strings. */
  compiled<Probe>(text: string, copies: number): Probe[] | null;
}

/** A use of `target` once `value` is there. */
function after(use: Use): <T>(value: T, target: unknown) => T {
  return (value, target) => {
    use(target);
    return value;
  };
}

/** Another object takes the place of one that was noted. */
function both(use: Use): <T>(before: unknown, value: T) => T {
  return (before, value) => {
    use(before);
    use(value);
    return value;
  };
}

/** By their names; `apart`: what stamps an array stays a call. */
export function copiesOf(of: Templates, apart: boolean): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  const use = `${textOf(of.using)}()`;
  const stamping = apart ? textApart : textOf;
  const templates: { name: keyof typeof COPIES; copy: string; template(): unknown }[] = [
    { name: "u", copy: use, template: () => of.using() },
    {
      name: "w",
      copy: `((use)=>(value,target)=>{use(target);return value})(${use})`,
      template: () => after(of.using()),
    },
    {
      name: "N",
      copy: `((use)=>(before,value)=>{use(before);use(value);return value})(${use})`,
      template: () => both(of.using()),
    },
    { name: "h", copy: `${textOf(of.handing)}()`, template: () => of.handing() },
    { name: "a", copy: `${textOf(of.writing)}()`, template: () => of.writing() },
    { name: "n", copy: `${textOf(of.making)}()`, template: () => of.making() },
    { name: "l", copy: `${stamping(of.literals)}()`, template: () => of.literals() },
    { name: "L", copy: `${stamping(of.blamedLiterals)}()`, template: () => of.blamedLiterals() },
    { name: "s", copy: `${stamping(of.stamping)}()`, template: () => of.stamping() },
  ];
  for (let k = 0; k < templates.length; k++) {
    const { name, copy, template } = templates[k] as (typeof templates)[number];
    const made = of.compiled(copy, COPIES[name]);
    // One for all, then.
    const one = made === null ? template() : null;
    for (let i = 0; i < COPIES[name]; i++) all[`${name}${i}`] = made === null ? one : made[i];
  }
  return all;
}
