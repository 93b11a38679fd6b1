/** Launches the traced process and reads what it leaves behind. */
export { type Launched, type LaunchOptions, launch } from "./launch.js";
export { type BrokenTrace, readTraces, type Traces } from "./traces.js";
