/** What a node of the tree is made of. */
import type { Node } from "@oxc-project/types";
import { visitorKeys } from "oxc-parser";

const NONE: readonly Node[] = [];

/** Half of all nodes are leaves, and every pass comes to each of them. */
export function isLeaf(node: Node): boolean {
  if (node.type === "Identifier") return !node.decorators?.length && !node.typeAnnotation;
  return node.type === "Literal" || node.type === "ThisExpression";
}

export function childrenOf(node: Node): readonly Node[] {
  if (isLeaf(node)) return NONE;
  const out: Node[] = [];
  someChild(node, (child) => {
    out.push(child);
    return false;
  });
  return out;
}

/** Whether it holds for any child, in their order; no list is made of them. */
export function someChild(node: Node, holds: (child: Node) => boolean): boolean {
  if (isLeaf(node)) return false;
  const keys = visitorKeys[node.type];
  if (keys === undefined) return false;
  for (let i = 0; i < keys.length; i++) {
    const value = (node as unknown as Record<string, unknown>)[keys[i] as string];
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) {
      if (holds(value as Node)) return true;
    } else {
      for (const item of value) if (item !== null && typeof item === "object" && holds(item as Node)) return true;
    }
  }
  return false;
}

/** Every identifier in it. */
export function namesIn(node: Node, names: Set<string>): Set<string> {
  if (node.type === "Identifier") names.add(node.name);
  for (const child of childrenOf(node)) namesIn(child, names);
  return names;
}
