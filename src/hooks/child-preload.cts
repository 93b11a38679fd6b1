/**
 * The way in for processes that a traced program starts: named in the NODE_OPTIONS that they are given, with the session's
 * folder beside it. A file of ours rather than of the session, which may be over by the time that a Node is started. And
 * the way in for worker threads with flags of their own, which hear of the session from the thread that starts them.
 */
import fs = require("node:fs");
import path = require("node:path");
import threads = require("node:worker_threads");

const folder = process.env.ALLOC_TRACE_SESSION;
if (!threads.isMainThread || (folder !== undefined && fs.existsSync(path.join(folder, "session.json")))) {
  const preload = require("./preload.cjs") as typeof import("./preload.cjs");
  preload.attach(folder ?? "");
}
