/**
 * Formats by name: each is one function from the report to text or bytes, and one from a gate's findings where the
 * format is a list of problems. A new one is a file and an entry here. Nothing is loaded before it is asked for.
 */
import type { Findings } from "../finding.js";
import type { RenderOptions } from "../options.js";
import type { Report } from "../report.js";

export type Rendered = string | Uint8Array;

interface Renderers {
  report: (report: Report, options: RenderOptions) => Rendered;
  findings?: (findings: Findings, options: RenderOptions) => Rendered;
}

interface Format {
  /** For help and documents: what reads it. */
  what: string;
  /** How a file of it begins, so that a report replaces reports alone; null where any text may be one. */
  begins: RegExp | null;
  /** Bytes, which a terminal has no use for. */
  binary?: true;
  load: () => Promise<Renderers>;
}

export const FORMATS = {
  text: {
    what: "a person at a terminal",
    begins: null,
    load: async () => {
      const [{ renderText }, { renderTextFindings }] = await Promise.all([
        import("../text.js"),
        import("../findings-text.js"),
      ]);
      return { report: renderText, findings: renderTextFindings };
    },
  },
  json: {
    what: "programs: the whole report",
    begins: /^\s*\{\s*"version"\s*:[\s\S]*"tool"/,
    load: async () => {
      const { renderJson, renderJsonFindings } = await import("../json.js");
      return { report: renderJson, findings: renderJsonFindings };
    },
  },
  markdown: {
    what: "GitHub: a job's summary, a comment",
    begins: null,
    load: async () => {
      const { renderMarkdown, renderMarkdownFindings } = await import("./markdown.js");
      return { report: renderMarkdown, findings: renderMarkdownFindings };
    },
  },
  html: {
    what: "a browser: one page that needs nothing else",
    begins: /^<!doctype html>[\s\S]*<title>alloc-trace/,
    load: async () => ({ report: (await import("./html.js")).renderHtml }),
  },
  github: {
    what: "GitHub Actions: annotations (workflow commands)",
    begins: null,
    load: async () => {
      const { renderGithub, renderGithubFindings } = await import("./github.js");
      return { report: renderGithub, findings: renderGithubFindings };
    },
  },
  sarif: {
    what: "code scanning: SARIF 2.1.0",
    begins: /^\s*\{[\s\S]*sarif[\s\S]*"runs"/,
    load: async () => {
      const { renderSarif, renderSarifFindings } = await import("./sarif.js");
      return { report: renderSarif, findings: renderSarifFindings };
    },
  },
  junit: {
    what: "CI systems that show tests: JUnit XML",
    begins: /^<\?xml[\s\S]*<testsuites/,
    load: async () => {
      const { renderJunit, renderJunitFindings } = await import("./junit.js");
      return { report: renderJunit, findings: renderJunitFindings };
    },
  },
  gitlab: {
    what: "GitLab: code quality",
    begins: /^\[(?:\]|\s*\{\s*"description"[\s\S]*"check_name")/,
    load: async () => {
      const { renderGitlab, renderGitlabFindings } = await import("./gitlab.js");
      return { report: renderGitlab, findings: renderGitlabFindings };
    },
  },
  benchmark: {
    what: "github-action-benchmark: customSmallerIsBetter",
    begins: /^\[\s*\{\s*"name"[\s\S]*"unit"[\s\S]*"value"/,
    load: async () => ({ report: (await import("./benchmark.js")).renderBenchmark }),
  },
  benchstat: {
    what: "benchstat: Go benchmark text",
    begins: null,
    load: async () => ({ report: (await import("./benchstat.js")).renderBenchstat }),
  },
  pprof: {
    what: "pprof: gzipped protobuf",
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what gzip begins with
    begins: /^\x1f/,
    binary: true,
    load: async () => ({ report: (await import("./pprof.js")).renderPprof }),
  },
  speedscope: {
    what: "speedscope.app: flame graphs",
    begins: /^\s*\{[\s\S]*speedscope/,
    load: async () => ({ report: (await import("./speedscope.js")).renderSpeedscope }),
  },
  collapsed: {
    what: "flame graph tools: collapsed stacks",
    begins: null,
    load: async () => ({ report: (await import("./collapsed.js")).renderCollapsed }),
  },
  dhat: {
    what: "Valgrind's dh_view.html: DHAT, version 2",
    begins: /^\s*\{\s*"dhatFileVersion"/,
    load: async () => ({ report: (await import("./dhat.js")).renderDhat }),
  },
  heapprofile: {
    what: "developer tools: V8 .heapprofile",
    begins: /^\s*\{\s*"head"[\s\S]*"callFrame"/,
    load: async () => ({ report: (await import("./heapprofile.js")).renderHeapprofile }),
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

export function formatOf(name: FormatName): Format {
  return FORMATS[name];
}
