/**
 * On whose frames the arrays of a line may have been allocated.
 *
 * V8's heap sampler knows physical frames only: what an inlined function allocates stands on the function that it was
 * inlined into. So the arrays of a site may stand on its own function or on any that was seen above it.
 */
import { resolve } from "node:path";
import type { Report, ReportSite } from "../report/report.js";
import { askedBytes, elementsOf, isFirm, type Piece } from "./asked.js";
import type { Callers, Place, Places } from "./heap-by-function.js";
import type { Sizes } from "./sizes.js";
import type { Region } from "./verdict.js";

export interface Asked {
  asked: number;
  /** See {@link isFirm}. */
  firm: boolean;
  region: Region;
  /** The region's functions for people, those that asked for most first. */
  names: string[];
}

interface SiteFigures {
  place: Place;
  asked: number;
  keys: ReadonlySet<string>;
  piece: Piece | null;
}

const NAMES = 6;

export class Regions {
  private readonly sites = new Map<string, SiteFigures>();
  private readonly byPlace = new Map<string, { place: Place; asked: number; keys: Set<string> }>();
  /** Bytes asked for by the sites of a function, and the elements among them. */
  private readonly askedOf = new Map<string, number>();
  private readonly makersOf = new Map<string, ReportSite[]>();
  private readonly piecesOf = new Map<string, (Piece | null)[]>();

  constructor(
    private readonly report: Report,
    private readonly sizes: Sizes,
    private readonly cwd: string,
    private readonly places: Places,
    private readonly callers: Callers,
  ) {
    for (const site of report.sites) this.add(site);
  }

  private add(site: ReportSite): void {
    const place = this.places.around(resolve(this.cwd, site.file), site.line, site.column);
    if (!place) return;
    this.callers.know(place);
    const asked = askedBytes(site, this.sizes);
    const keys = new Set([place.key, ...this.callers.callersOf(place.key)]);
    // What a class's own code makes is put down to the call that led there, and so is what an untraced file makes.
    if (isMadeBelow(site) || this.report.notSeen.length > 0) addAll(keys, this.callers.calleesOf(place.key));
    for (const { file, line, column } of site.blame) {
      const user = this.places.around(resolve(this.cwd, file), line, column);
      if (!user) continue;
      keys.add(user.key);
      addAll(keys, this.callers.callersOf(user.key));
    }
    // Inlined wherever it ran, and nobody knows where: then it may be anywhere.
    if (!this.callers.isSeen(place.key)) addAll(keys, this.callers.places.keys());
    const piece = elementsOf(site, this.sizes);
    this.sites.set(site.key, { place, asked, keys, piece });
    this.askedOf.set(place.key, (this.askedOf.get(place.key) ?? 0) + asked);
    this.makersOf.set(place.key, [...(this.makersOf.get(place.key) ?? []), site]);
    this.piecesOf.set(place.key, [...(this.piecesOf.get(place.key) ?? []), piece]);
    const known = this.byPlace.get(place.key);
    if (!known) this.byPlace.set(place.key, { place, asked, keys });
    else {
      known.asked += asked;
      addAll(known.keys, keys);
    }
  }

  /** The arrays that stand under a line of the report, whoever made them. */
  ofLine(file: string, line: number): Asked {
    const found = this.report.files.find(({ path }) => path === file)?.lines.find((one) => one.line === line);
    const keys = new Set<string>();
    const pieces: (Piece | null)[] = [];
    const makers: ReportSite[] = [];
    let asked = 0;
    for (const expression of found?.expressions ?? []) {
      asked += askedBytes(expression, this.sizes);
      const user = this.places.around(resolve(this.cwd, file), line, expression.column);
      if (user) addAll(keys, [user.key, ...this.callers.callersOf(user.key)]);
      for (const key of expression.sites) {
        addAll(keys, this.sites.get(key)?.keys ?? []);
        pieces.push(this.sites.get(key)?.piece ?? null);
        makers.push(...this.report.sites.filter((site) => site.key === key));
      }
    }
    return this.describe(asked, keys, pieces, makers);
  }

  functions(): (Asked & { place: Place })[] {
    return [...this.byPlace.values()]
      .filter(({ asked }) => asked > 0)
      .map(({ place, asked, keys }) => ({
        place,
        ...this.describe(asked, keys, this.piecesOf.get(place.key) ?? [], this.makersOf.get(place.key) ?? []),
      }));
  }

  private describe(
    asked: number,
    keys: ReadonlySet<string>,
    pieces: readonly (Piece | null)[],
    makers: readonly ReportSite[],
  ): Asked {
    const all = [...keys].map((key) => ({ key, asked: this.askedOf.get(key) ?? 0 }));
    const named = all.sort((a, b) => b.asked - a.asked).slice(0, NAMES);
    return {
      asked,
      firm: makers.every(isFirm),
      region: {
        keys,
        pieces: this.alike(keys, pieces),
        asked: all.reduce((sum, one) => sum + one.asked, 0),
        others: all.some(({ key }) => this.callers.places.get(key)?.others === true),
      },
      names: named.map(({ key }) => this.nameOf(key)),
    };
  }

  /** For each size of elements that is looked for: all the arrays of the region that have it. */
  private alike(keys: ReadonlySet<string>, pieces: readonly (Piece | null)[]): Piece[] | null {
    const sizes = new Set<number>();
    for (const piece of pieces) {
      if (piece === null) return null;
      sizes.add(piece.size);
    }
    const here = [...keys].flatMap((key) => this.piecesOf.get(key) ?? []);
    return [...sizes].map((size) => ({
      size,
      count: here.reduce((sum, piece) => sum + (piece?.size === size ? piece.count : 0), 0),
    }));
  }

  private nameOf(key: string): string {
    const place = this.callers.places.get(key);
    if (!place) return "";
    const file = place.path.slice(place.path.lastIndexOf("/") + 1);
    return place.name === "" ? `top level of ${file}` : `${place.name} (${file}:${place.line})`;
  }
}

function isMadeBelow({ kind, types }: ReportSite): boolean {
  if (kind === "literal" || kind === "rest" || kind === "spread" || kind === "template") return false;
  return types.some(
    ({ type, storage }) => storage !== undefined || !/^(?:Array|\w+Array|\w*Buffer|DataView)$/.test(type),
  );
}

function addAll(into: Set<string>, values: Iterable<string>): void {
  for (const value of values) into.add(value);
}
