/** The untraced companion run: the same script without probes, watched with V8's own profilers. */
export { type Companion, type CompanionOptions, runCompanion } from "./companion.js";
export { controlFlags } from "./control.js";
export { intervalFor } from "./poisson.js";
export { writeProfiles } from "./profiles.js";
export { addEngine, askedOnHeap, type EngineRuns } from "./report.js";
export { measureSizes } from "./sizes.js";
export { worries } from "./worries.js";
