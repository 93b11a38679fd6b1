/** One construct, one visitor: which of them emits a node. */
import type {
  BinaryExpression,
  CallExpression,
  ImportDeclaration,
  ImportExpression,
  NewExpression,
  Node,
  TaggedTemplateExpression,
  TryStatement,
  UnaryExpression,
  VariableDeclaration,
} from "@oxc-project/types";
import { assignment } from "./assignments.js";
import { markHandler, markLiteral, restoredBlame, yielded } from "./blame.js";
import { call } from "./calls.js";
import { catchClause } from "./catches.js";
import { chain, chainCall, chainRemoved } from "./chains.js";
import { classLike } from "./classes.js";
import { spareCompared } from "./compared.js";
import { awaited, construct } from "./constructs.js";
import { destructured } from "./destructuring.js";
import { mayAllocate } from "./effects.js";
import type { Emitter } from "./emitter.js";
import { ownsText } from "./function-text.js";
import { functionLike, given } from "./functions.js";
import { noteLead } from "./leads.js";
import { arrayLiteral, taggedTemplate } from "./literals.js";
import { loop } from "./loops.js";
import { binary, read, remove, update } from "./members.js";
import type { Rope } from "./rope.js";
import { copies, noteSpreads, spread } from "./spreads.js";
import { isFunction, keyName, unparen } from "./syntax.js";
import { wrapped } from "./wraps.js";

function called(e: Emitter, node: TaggedTemplateExpression | CallExpression | NewExpression): Rope {
  if (node.type === "TaggedTemplateExpression") return taggedTemplate(e, node);
  noteSpreads(node);
  if (node.type === "NewExpression") return construct(e, node);
  const callee = unparen(node.callee);
  const chained = callee.type === "ChainExpression" && callee.expression.type === "MemberExpression";
  return chained && !node.optional ? chainCall(e, node, callee) : wrapped(e, node, call(e, node));
}

export function visit(e: Emitter, node: Node): Rope {
  if (node.type === "Identifier") return e.standIns.has(node) ? node.name : e.slice(node.start, node.end);
  noteLead(e, node);
  // The commonest first: code that has not been optimized yet compares with one after the other.
  switch (node.type) {
    case "MemberExpression":
      return read(e, node);
    case "ThisExpression":
    case "DebuggerStatement":
    case "MetaProperty":
    case "ExportAllDeclaration":
    case "TSEnumDeclaration":
    case "TSImportEqualsDeclaration":
      return e.slice(node.start, node.end);
    case "Literal":
      // The parser asks the engine for its value.
      if ("regex" in node && node.value === null) e.newer.add("regExp");
      return e.slice(node.start, node.end);
    case "ExpressionStatement":
      return statement(e, node);
    case "AssignmentExpression":
      return assignment(e, node);
    case "BlockStatement":
    case "TSModuleBlock":
    case "StaticBlock":
      return e.within(node, () => block(e, node, node.body));
    case "ArrayExpression":
      return arrayLiteral(e, node);
    case "TaggedTemplateExpression":
    case "CallExpression":
    case "NewExpression": {
      e.calls++;
      const rope = called(e, node);
      e.calls--;
      return rope;
    }
    case "AwaitExpression":
      return wrapped(e, node, awaited(e, node));
    case "ChainExpression":
      return chain(e, node);
    case "UpdateExpression":
      return update(e, node);
    case "UnaryExpression":
      if (node.operator !== "delete") return e.inside(node);
      return unparen(node.argument).type === "ChainExpression" ? removedChain(e, node) : remove(e, node);
    case "BinaryExpression":
      // The parser gives `#x in o` this type too.
      return (node.left as Node).type === "PrivateIdentifier"
        ? [e.slice(node.start, node.right.start), e.used(node.right)]
        : binary(e, node as BinaryExpression);
    case "LogicalExpression":
      spareCompared(e, node);
      return e.inside(node);
    case "VariableDeclarator":
      if (node.id.type === "Identifier") markHandler(e, node.id.name, node.init);
      return destructured(e, node);
    case "SequenceExpression":
      // Where a probe is put around it, its commas would part the probe's arguments.
      return ["(", e.inside(node), ")"];
    case "SpreadElement":
      return spread(e, node);
    case "ObjectExpression":
      for (const property of node.properties) if (property.type === "SpreadElement") copies(property);
      markLiteral(e, node);
      return e.inside(node);
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return functionLike(e, node);
    case "ClassDeclaration":
    case "ClassExpression":
      return classLike(e, node);
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return e.within(node, () => loop(e, node));
    case "SwitchStatement":
      // Every case is compared with it.
      return [
        e.slice(node.start, node.discriminant.start),
        e.used(node.discriminant),
        e.within(node, () => {
          const out: Rope[] = [];
          let at = node.discriminant.end;
          for (const part of node.cases) {
            out.push(e.slice(at, part.start), e.emit(part));
            at = part.end;
          }
          out.push(e.slice(at, node.end));
          return out;
        }),
      ];
    case "SwitchCase":
      return node.test === null
        ? block(e, node, node.consequent)
        : [
            e.slice(node.start, node.test.start),
            e.used(node.test),
            e.statements(node.test.end, node.consequent, node.end),
          ];
    case "TryStatement":
      return tried(e, node);
    case "CatchClause":
      return catchClause(e, node);
    case "IfStatement": {
      const rope = [
        e.slice(node.start, node.test.start),
        e.emit(node.test),
        e.slice(node.test.end, node.consequent.start),
        e.single(node.consequent),
      ];
      if (node.alternate === null) return rope;
      return [rope, e.slice(node.consequent.end, node.alternate.start), e.single(node.alternate)];
    }
    case "WithStatement":
      return [
        e.slice(node.start, node.object.start),
        e.emit(node.object),
        e.slice(node.object.end, node.body.start),
        e.single(node.body),
      ];
    case "Property":
      // A shorthand's key and value are one piece of text.
      if (node.shorthand) return e.slice(node.start, node.end);
      if (node.method || node.kind !== "init") ownsText(e, node, node.value, false);
      if (node.kind === "set") e.setters.add(node.value);
      if (!node.computed) {
        if (isFunction(node.value) || node.value.type === "ClassExpression") e.hint = keyName(node.key);
        else e.hint = "";
        // A handler's traps get an array of arguments; `toJSON` answers a native that reads deeply.
        const trap = e.hint === "apply" || e.hint === "construct";
        e.callbackLook = trap ? "g" : "";
        if (e.hint === "toJSON") e.callbackReturns = "z";
      }
      return e.inside(node, node.computed ? [node.key, node.value] : [node.value]);
    case "ReturnStatement":
      if (node.argument === null) return e.inside(node);
      return [e.slice(node.start, node.argument.start), given(e, node.argument), e.slice(node.argument.end, node.end)];
    case "YieldExpression": {
      if (!node.delegate || node.argument === null || e.input.countOnly || e.neverArray(node.argument)) {
        if (e.frame.around === null) return e.inside(node);
        return yielded(e, node, node.argument === null ? "" : e.emit(node.argument));
      }
      const site = e.site("iteration", node.start, node);
      const given: Rope = [`${e.probe("Y")}(${site},${e.own ? 1 : 0},`, e.emit(node.argument), ")"];
      if (e.frame.around !== null) return yielded(e, node, given);
      return [e.slice(node.start, node.argument.start), given, e.slice(node.argument.end, node.end)];
    }
    case "LabeledStatement":
      return e.inside(node, [node.body]);
    case "TemplateLiteral": {
      const out: Rope[] = [];
      let at = node.start;
      for (const part of node.expressions) {
        out.push(e.slice(at, part.start), e.asText(part));
        at = part.end;
      }
      out.push(e.slice(at, node.end));
      return out;
    }
    case "BreakStatement":
    case "ContinueStatement":
      return e.slice(node.start, node.end);
    case "ImportDeclaration":
      phase(e, node);
      return e.slice(node.start, node.end);
    case "ImportExpression":
      phase(e, node);
      return e.inside(node);
    case "Decorator":
      e.newer.add("decorators");
      return e.inside(node);
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
    case "TSExportAssignment":
      return e.inside(node, [node.expression]);
    case "TSModuleDeclaration":
      return node.declare || !node.body ? e.slice(node.start, node.end) : e.inside(node, [node.body]);
    case "VariableDeclaration":
      if (node.kind === "using" || node.kind === "await using") e.newer.add("using");
      return node.declare ? e.slice(node.start, node.end) : declaration(e, node);
    case "ExportNamedDeclaration":
      return node.declaration ? exported(e, node, node.declaration) : e.slice(node.start, node.end);
    case "ExportDefaultDeclaration":
      return e.inside(node, [node.declaration]);
    default:
      // Types and JSX names hold no expressions that run; everything else is its children.
      return node.type.startsWith("TS") ? e.slice(node.start, node.end) : e.inside(node);
  }
}

/**
 * `try { … } catch { … }` → `$1=$aT.S[1];try { … } catch {$aT.S[1]>$1&&$aT.X($1); … }`: calls that were under way have
 * been thrown out of. A generator may be resumed by a call that was not under way when it entered the block.
 */
function tried(e: Emitter, node: TryStatement): Rope {
  const { block: body, handler, finalizer } = node;
  const out: Rope[] = [e.slice(node.start, body.start), e.emit(body)];
  const heads: string[] = [];
  const depth = `${e.probe("S")}[1]`;
  let caught = "";
  if (handler !== null && !e.input.countOnly && !e.frame.generator && mayAllocate(body)) {
    const before = e.temp();
    heads.push(`${before}=${depth}`);
    caught = `${depth}>${before}&&${e.probe("X")}(${before})`;
  }
  const restore = mayAllocate(body) ? restoredBlame(e, finalizer) : "";
  heads.push(...e.heads.splice(0));
  let at = body.end;
  if (handler !== null) {
    e.caught = [restore, caught].filter((part) => part !== "").join(",");
    out.push(e.slice(at, handler.start), e.emit(handler));
    at = handler.end;
  }
  if (finalizer !== null) {
    out.push(e.slice(at, finalizer.start), e.emit(finalizer));
    at = finalizer.end;
  }
  e.heads.push(...heads);
  return [out, e.slice(at, node.end)];
}

function phase(e: Emitter, node: ImportDeclaration | ImportExpression): void {
  if (node.phase !== null) e.newer.add(node.phase === "defer" ? "importDefer" : "importSource");
}

function block(e: Emitter, node: Node, list: readonly Node[]): Rope {
  const lead = e.afterBrace.get(node);
  if (lead !== undefined)
    return [e.slice(node.start, node.start + 1), lead, e.statements(node.start + 1, list, node.end)];
  const first = list[0];
  if (first === undefined) return e.slice(node.start, node.end);
  return e.statements(node.start, list, node.end);
}

/** `delete` goes inside, to the chain's last link. */
function removedChain(e: Emitter, node: UnaryExpression): Rope {
  const argument = unparen(node.argument);
  if (argument.type !== "ChainExpression") return e.inside(node);
  const gap = e.slice(node.start + "delete".length, argument.start);
  return [gap, chainRemoved(e, argument), e.slice(argument.end, node.end)];
}

/** A statement that begins with our `(` would be taken for a call's arguments where the line before has no `;`. */
function statement(e: Emitter, node: Node & { type: "ExpressionStatement" }): Rope {
  e.discarded = unparen(node.expression);
  const { expression } = node;
  const rope = e.inside(node, expression.type === "SequenceExpression" ? [...expression.expressions] : [expression]);
  return startsWithParen(rope) ? ["0,", rope] : rope;
}

function declaration(e: Emitter, node: VariableDeclaration): Rope {
  const around = e.declaring;
  e.declaring = node.kind;
  const rope = e.inside(node);
  e.declaring = around;
  return rope;
}

/** No name may be added to a declaration that is exported: what must follow it stands behind it. */
function exported(e: Emitter, node: Node, declaration: Node): Rope {
  const after: string[] = [];
  const outer = e.exported;
  if (declaration.type === "VariableDeclaration") e.exported = { declarators: declaration.declarations, after };
  const rope = e.inside(node, [declaration]);
  e.exported = outer;
  return after.length === 0 ? rope : [rope, ";", after.join(";"), ";"];
}

function startsWithParen(rope: Rope): boolean {
  let at: Rope | undefined = rope;
  while (Array.isArray(at)) at = at.find((part) => !isEmpty(part));
  return typeof at === "string" && at.startsWith("(");
}

function isEmpty(rope: Rope): boolean {
  if (typeof rope === "string") return rope === "";
  if (Array.isArray(rope)) return rope.every(isEmpty);
  return "mark" in rope || rope.from === rope.to;
}
