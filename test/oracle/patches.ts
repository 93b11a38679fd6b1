/**
 * Where engine262 is hooked. Its bundle calls its abstract operations lexically, so they cannot be replaced from
 * outside: the bundle's text is changed before it is compiled, and each change has to find its place exactly once, or
 * the loading fails and says which place moved.
 */

export interface Patch {
  find: string;
  replace: string;
}

/** Plain abstract operations: `NAME` becomes a call of `$hooks.NAME(original, this, arguments)`. */
export const WRAPPED = [
  "ArrayCreate",
  "AllocateTypedArray",
  "AllocateArrayBuffer",
  "ArrayBufferConstructor",
  "DataViewConstructor",
  "GetTemplateObject",
  "ArrayDefineOwnProperty",
  "IntegerIndexedGetOwnProperty",
  "IntegerIndexedHasProperty",
  "IntegerIndexedDefineOwnProperty",
  "IntegerIndexedGet",
  "IntegerIndexedSet",
  "IntegerIndexedDelete",
  "IntegerIndexedOwnPropertyKeys",
  "GetValueFromBuffer",
  "SetValueInBuffer",
  "CopyDataBlockBytes",
  "StrictEqualityComparison",
  "AbstractEqualityComparison",
  "SameValueZero",
  "OrdinaryCallEvaluateBody",
  "FulfillPromise",
  "WeakRefDeref",
  "Await",
  "gc",
] as const;

export type WrappedName = (typeof WRAPPED)[number];

/**
 * Evaluation steps that do not go through `Evaluate` and yet stand for a place in the source. Each takes the parse
 * node first, and runs with that node as the place of whatever it makes.
 */
export const PLACED = [
  "IteratorBindingInitialization_BindingRestElement",
  "IteratorBindingInitialization_ArrayBindingPattern",
  "BindingInitialization",
  "ArrayAccumulation_SpreadElement",
  "DestructuringAssignmentEvaluation",
  "IteratorDestructuringAssignmentEvaluation",
  "ForInOfBodyEvaluation",
  "ChainEvaluation",
] as const;

const wrap = (name: string): Patch => ({ find: `function ${name}(`, replace: `function ${name}$plain(` });

function generatorOrPlain(bundle: string, name: string): Patch {
  const generator = `\n  function* ${name}(`;
  return bundle.includes(generator)
    ? { find: generator, replace: `\n  function* ${name}$plain(` }
    : { ...wrap(name), find: `\n  function ${name}(`, replace: `\n  function ${name}$plain(` };
}

const EVALUATE_START = `  function* Evaluate(node) {
    exports.surroundingAgent.runningExecutionContext.callSite.setLocation(node);`;

const EVALUATE_END = `        throw new OutOfRange$1('Evaluate', node);
    }
  }

  // @ts-nocheck
`;

function evaluateEnd(bundle: string): Patch {
  // The same words end another `Evaluate` (of regular expressions), which is indented further.
  const end = bundle.includes(EVALUATE_END) ? EVALUATE_END : EVALUATE_END.replace("$1", "");
  return { find: end, replace: end.replace("\n  }\n", "\n    } finally { $hooks.leave($token); }\n  }\n") };
}

export function patchesFor(bundle: string): Patch[] {
  const natives = (newTarget: string, thisArgument: string): Patch => ({
    find: `const result = nativeCall(F, argumentsList, ${thisArgument}, ${newTarget});`,
    replace: `const result = nativeCall(F, argumentsList, ${thisArgument}, ${newTarget}); $hooks.nativeReturns(calleeContext, result);`,
  });
  return [
    ...[...WRAPPED, ...PLACED].map((name) => generatorOrPlain(bundle, name)),
    { find: EVALUATE_START, replace: `${EVALUATE_START} const $token = $hooks.enter(node); try {` },
    evaluateEnd(bundle),
    natives("exports.Value.undefined", "thisArgument"),
    natives("newTarget", "undefined"),
    // A spread argument's values come while the call is being prepared: their place is the `...`.
    {
      find: `if (element.type === 'AssignmentRestElement') {
        const {
          AssignmentExpression
        } = element;
        // 2. Let spreadRef be the result of evaluating AssignmentExpression.
        const spreadRef = yield* Evaluate(AssignmentExpression);`,
      replace: `if (element.type === 'AssignmentRestElement') {
        const {
          AssignmentExpression
        } = element;
        const spreadRef = yield* Evaluate(AssignmentExpression);
        const $token = $hooks.enter(element); try {`,
    },
    {
      find: `          precedingArgs.push(nextArg);
        }
      } else {`,
      replace: `          precedingArgs.push(nextArg);
        }
        } finally { $hooks.leave($token); }
      } else {`,
    },
    // `JSON.parse` is specified, and written, as the evaluation of a script: one that stands for a native.
    {
      find: "const completion = evaluateScript(scriptString, exports.surroundingAgent.currentRealmRecord, {",
      replace:
        "const completion = evaluateScript(scriptString, exports.surroundingAgent.currentRealmRecord, { isJSON: true,",
    },
    // Parse nodes know their offsets but not the text these refer to, which `eval` needs.
    {
      find: "strict: this.state.strict,\n        sourceText:",
      replace: "strict: this.state.strict, source: this.source,\n        sourceText:",
    },
  ];
}

/** The functions that take the place of the renamed ones. */
export function prelude(): string {
  const wrapped = WRAPPED.map(
    (name) => `function ${name}() { return $hooks.wrapped.${name}(${name}$plain, this, arguments); }`,
  );
  const placed = PLACED.map(
    (name) => `function ${name}() { return $hooks.placed(arguments[0], ${name}$plain.apply(this, arguments)); }`,
  );
  return [...wrapped, ...placed].join("\n");
}
