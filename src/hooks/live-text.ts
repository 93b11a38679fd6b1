/** The live line's words, in as many columns as the terminal has. */

export interface LiveFigures {
  allocated: number;
  /** Arrays a second. */
  rate: number;
  /** Share that could have reused an earlier one, in percent; null where lifetimes are left out. */
  reusable: number | null;
  /** The line that makes most; null before anything is made. */
  hottest: { path: string; line: number } | null;
  seconds: number;
}

/** The fullest of these that fits; a line so narrow that none does is cut. */
export function liveText(figures: LiveFigures, columns: number): string {
  const { hottest, reusable } = figures;
  const [allocated, rate] = [count(figures.allocated), count(figures.rate)];
  const [roughly, roughRate] = [short(figures.allocated), short(figures.rate)];
  const end = `${figures.seconds} s`;
  const place = hottest === null ? "" : `${hottest.path}:${hottest.line}`;
  const name = place.slice(place.lastIndexOf("/") + 1);
  const share = reusable === null ? "" : `${reusable} % reusable`;
  const most = place === "" ? "" : "most at ";
  const forms = [
    [`${allocated} arrays`, `${rate}/s`, share, most + place, end],
    [`${roughly} arrays`, `${roughRate}/s`, share, most + place, end],
    [`${roughly} arrays`, `${roughRate}/s`, share, most + name, end],
    [`${roughly} arrays`, share, name, end],
    [roughly, share.replace(" reusable", ""), name, end],
  ].map((parts) => parts.filter((part) => part !== "").join(", "));
  const last = forms[forms.length - 1] as string;
  const found = forms.find((text) => text.length <= columns) ?? last;
  return found.length > columns ? `${found.slice(0, columns - 1)}…` : found;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** `1.3M` */
function short(value: number): string {
  return Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 }).format(value);
}
