/** What a reader may ask of a report. Formats take what concerns them and leave the rest. */

export const SORTS = ["reusable", "allocated", "needed", "bytes", "line"] as const;
export type Sort = (typeof SORTS)[number];

export const BYS = ["line", "site", "thread"] as const;
export type By = (typeof BYS)[number];

export interface RenderOptions {
  /** Width to fit, kept between 60 and 200. */
  columns: number;
  /** ANSI colours. Without them the text holds no escape sequence at all. */
  color: boolean;
  /** Most lines to list. */
  top: number;
  sort: Sort;
  /** List every line, whatever `top` and `min` say. */
  all: boolean;
  /** Lines of the user's own that are to blame, or the places that make the arrays; or the former, thread by thread. */
  by: By;
  /** Fewest arrays for a line to be listed: reusable ones, or those made when the order is not by reusable or line. */
  min: number;
  /** Code frames with advice for the first lines. */
  frames: boolean;
  /** Source text of a file by its path in the report; null when there is none. */
  readSource: (path: string) => string | null;
  /** The working directory in its repository, `packages/sim/`, or empty: formats for a repository name files from its root. */
  pathPrefix: string;
}

export const DEFAULTS: RenderOptions = {
  columns: 80,
  color: false,
  top: 10,
  sort: "reusable",
  by: "line",
  all: false,
  min: 1,
  frames: true,
  readSource: () => null,
  pathPrefix: "",
};

export const LEAST_COLUMNS = 60;
export const MOST_COLUMNS = 200;
