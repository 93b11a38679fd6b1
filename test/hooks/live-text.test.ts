/** The live line on terminals of any width. */
import { describe, expect, it } from "vitest";
import { liveText } from "../../src/hooks/live-text.js";

const figures = {
  allocated: 12_191_853,
  rate: 1_431_257,
  reusable: 99,
  hottest: { path: "src/physics/collide.mjs", line: 112 },
  seconds: 8,
};

describe("the live line", () => {
  it.each([
    [100, "12,191,853 arrays, 1,431,257/s, 99 % reusable, most at src/physics/collide.mjs:112, 8 s"],
    [80, "12.2M arrays, 1.4M/s, 99 % reusable, most at src/physics/collide.mjs:112, 8 s"],
    [70, "12.2M arrays, 1.4M/s, 99 % reusable, most at collide.mjs:112, 8 s"],
    [59, "12.2M arrays, 99 % reusable, collide.mjs:112, 8 s"],
    [39, "12.2M, 99 %, collide.mjs:112, 8 s"],
    [20, "12.2M, 99 %, collid…"],
  ])("in %i columns", (columns, text) => {
    expect(liveText(figures, columns)).toBe(text);
    expect(text.length).toBeLessThanOrEqual(columns);
  });

  it("leaves out what is not known", () => {
    expect(liveText({ allocated: 0, rate: 0, reusable: null, hottest: null, seconds: 1 }, 80)).toBe(
      "0 arrays, 0/s, 1 s",
    );
  });
});
