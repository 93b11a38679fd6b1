/** What a module asks for by name before it runs. */
import type { EcmaScriptModule } from "oxc-parser";

/** Specifiers of its imports and re-exports, each once, in their order in the text. */
export function requestsOf({ staticImports, staticExports }: EcmaScriptModule): string[] {
  const requests = [
    ...staticImports.map((found) => found.moduleRequest),
    ...staticExports.flatMap((found) => found.entries.map((entry) => entry.moduleRequest)),
  ];
  const inOrder = requests.flatMap((request) => (request ? [request] : [])).sort((a, b) => a.start - b.start);
  return [...new Set(inOrder.map((request) => request.value))];
}
