/**
 * The iteration and the call that an array is made in, and whether it was used after they were over.
 *
 * The clock stands still between two births, so it cannot say on which side of an iteration's end a use was: steps can.
 * They are taken with each use and each end.
 */
import type { EngineValue, ParseNode } from "./engine.js";

/** What is being evaluated: a loop's body, once round, or a function's. */
export interface Scope {
  /** The step at which it was over; Infinity before that. */
  over: number;
}

/** Where an array is made: null stands for no loop of the same function, or no function. */
export interface Within {
  iteration: Scope | null;
  call: Scope | null;
}

export interface Step extends Scope {
  node: ParseNode;
  outer: Step | undefined;
}

const LOOP = /^(?:For|While|DoWhile|ForIn|ForOf|ForAwait)Statement$/;
/** Their evaluation begins with a call and goes on after it has returned. */
const RESUMED = /Async|Generator/;

export class Scopes {
  private readonly bodies = new WeakSet<object>();
  private steps = 0;

  step(): number {
    this.steps += 1;
    return this.steps;
  }

  /** A loop says which of its nodes is gone round. */
  entered(node: ParseNode): void {
    if (LOOP.test(node.type)) this.bodies.add(node.Statement as object);
  }

  end(scope: Scope): void {
    scope.over = this.step();
  }

  endCall(callee: EngineValue, call: Scope): void {
    if (!RESUMED.test((callee.ECMAScriptCode as ParseNode).type)) this.end(call);
  }

  /** The innermost iteration that a step is part of. */
  iterationOf(step: Step | undefined): Scope | null {
    for (let at = step; at; at = at.outer) if (this.bodies.has(at.node)) return at;
    return null;
  }
}
