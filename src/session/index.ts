/** Launches the traced process and reads what it leaves behind. */
export { NoSessionFolder } from "./folder.js";
export { type Launched, launch } from "./launch.js";
export { readTraces } from "./traces.js";
