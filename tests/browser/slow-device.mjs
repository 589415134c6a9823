// A device that is slow as a whole. The driver's throttle slows the page's own thread and leaves its workers at full
// speed (the same loop: 0.35 s and 1.1 s in the page, 0.38 s and 0.39 s in a worker), and in a worker the PIN is
// stretched and everything is saved. So every process of the browser gets one part of the time in `slowed`, in slices
// that are shorter than a frame.

import { Worker, isMainThread, workerData } from "node:worker_threads";

import { familyOf } from "./processes.mjs";

/** How long the browser runs at a time, in milliseconds. */
const SLICE = 2;
/** Renderers come and go. */
const LOOKED_FOR_EVERY = 250;

/** Slows the browser of the profile until the answer is called. */
export function slowDevice(profile, slowed) {
  const enough = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), { workerData: { profile, slowed, enough } });
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  return () => {
    Atomics.store(enough, 0, 1);
    return ended;
  };
}

function alternate({ profile, slowed, enough }) {
  const still = new Int32Array(new SharedArrayBuffer(4));
  const rest = (milliseconds) => Atomics.wait(still, 0, 0, milliseconds);
  let [family, looked] = [[], -LOOKED_FOR_EVERY];
  while (Atomics.load(enough, 0) === 0) {
    if (performance.now() - looked > LOOKED_FOR_EVERY) [family, looked] = [familyOf(profile), performance.now()];
    // The system wakes a sleeper late: the next rest follows from how long the browser really ran.
    const began = performance.now();
    tell(family, "SIGCONT");
    rest(SLICE);
    tell(family, "SIGSTOP");
    rest((performance.now() - began) * (slowed - 1));
  }
  tell(family, "SIGCONT");
}

function tell(family, signal) {
  for (const number of family) {
    try {
      process.kill(number, signal);
    } catch {
      // It has ended meanwhile.
    }
  }
}

if (!isMainThread) alternate(workerData);
