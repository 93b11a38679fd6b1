/** Launches the traced process and reads what it leaves behind. */
export { cacheFolder, homeFolder } from "../hooks/cache-folder.js";
export { makeFolder, NoSessionFolder } from "./folder.js";
export { type Interim, type Launched, launch } from "./launch.js";
export { followSignals } from "./signals.js";
export { readTraces, type Traces } from "./traces.js";
