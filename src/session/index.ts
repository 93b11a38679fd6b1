/** Launches the traced process and reads what it leaves behind. */
export { makeFolder, NoSessionFolder } from "./folder.js";
export { type Launched, launch } from "./launch.js";
export { followSignals } from "./signals.js";
export { readTraces } from "./traces.js";
