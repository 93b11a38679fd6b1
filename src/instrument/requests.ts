/** What a text asks for by name: before it runs, and perhaps later. */
import type { Comment, EcmaScriptModule } from "oxc-parser";

/** Specifiers of its imports and re-exports, each once, in their order in the text. */
export function requestsOf({ staticImports, staticExports }: EcmaScriptModule): string[] {
  const requests = [
    ...staticImports.map((found) => found.moduleRequest),
    ...staticExports.flatMap((found) => found.entries.map((entry) => entry.moduleRequest)),
  ];
  const inOrder = requests.flatMap((request) => (request ? [request] : [])).sort((a, b) => a.start - b.start);
  return [...new Set(inOrder.map((request) => request.value))];
}

/** `import()`, `import.source()`, in a text that is given to a compiler, too. */
export const IMPORTS_LATER = /\bimport\s*(?:[(.]|\/[*/])/;

/** Whether the text may do so; its comments, in their order, do not count: types in them are often imported. */
export function mayImportLater(text: string, comments: readonly Comment[]): boolean {
  let next = 0;
  for (const { index } of text.matchAll(new RegExp(IMPORTS_LATER, "g"))) {
    while (next < comments.length && (comments[next] as Comment).end <= index) next++;
    const comment = comments[next];
    if (comment === undefined || index < comment.start) return true;
  }
  return false;
}
