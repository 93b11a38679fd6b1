/**
 * V8's sampling heap profile, which browsers' and editors' developer tools open: bytes of element storage by place.
 *
 * https://chromedevtools.github.io/devtools-protocol/tot/HeapProfiler/#type-SamplingHeapProfile
 */
import { jsonText } from "../json.js";
import type { Report } from "../report.js";
import { type Frame, stacksOf } from "../stacks.js";

interface Node {
  callFrame: { functionName: string; scriptId: string; url: string; lineNumber: number; columnNumber: number };
  selfSize: number;
  id: number;
  children: Node[];
}

export function renderHeapprofile(report: Report): string {
  const scripts = new Map<string, string>();
  const scriptId = (file: string): string => {
    const id = scripts.get(file) ?? String(scripts.size + 1);
    scripts.set(file, id);
    return id;
  };
  let last = 0;
  // Lines and columns count from 0 here.
  const node = ({ function: functionName, file, line, column }: Frame, script: string): Node => ({
    callFrame: { functionName, scriptId: script, url: file, lineNumber: line - 1, columnNumber: column - 1 },
    selfSize: 0,
    id: ++last,
    children: [],
  });
  const head = node({ function: "(root)", file: "", line: 0, column: 0, text: "" }, "0");
  const samples: { size: number; nodeId: number; ordinal: number }[] = [];
  for (const { frames, expression } of stacksOf(report)) {
    let at = head;
    for (const frame of frames) {
      const next = node(frame, scriptId(frame.file));
      at.children.push(next);
      at = next;
    }
    at.selfSize = expression.bytes;
    samples.push({ size: expression.bytes, nodeId: at.id, ordinal: samples.length + 1 });
  }
  return jsonText({ head, samples });
}
