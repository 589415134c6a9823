// A device that is slow as a whole. The driver's throttle slows the page's own thread and leaves its workers at full
// speed (the same loop: 0.35 s and 1.1 s in the page, 0.38 s and 0.39 s in a worker), and in a worker the PIN is
// stretched and everything is saved. So every process of the browser gets one part of the time in `slowed`, in slices
// that are shorter than a frame; how much slower that makes it is measured along (`workInAWorker`).

import { Worker, isMainThread, workerData } from "node:worker_threads";

import { familyOf } from "./processes.mjs";

/** How long the browser runs at a time, in milliseconds; waking it costs a part of that, so shorter ones slow it further. */
const SLICE = 4;
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

/** Milliseconds of one piece of work in a worker: slowed and not, it says how slow the browser really was. */
export async function workInAWorker(context) {
  const page = await context.newPage();
  const took = await page.evaluate(() => {
    const work = "const began = performance.now(); for (let n = 0, x = 0; n < 2e7; n += 1) x = (x * 31 + n) | 0; postMessage(performance.now() - began);";
    const worker = new Worker(URL.createObjectURL(new Blob([work])));
    return new Promise((resolve) => worker.addEventListener("message", ({ data }) => resolve(data)));
  });
  await page.close();
  return took;
}

function alternate({ profile, slowed, enough }) {
  const still = new Int32Array(new SharedArrayBuffer(4));
  const rest = (milliseconds) => Atomics.wait(still, 0, 0, milliseconds);
  let [family, looked] = [[], -LOOKED_FOR_EVERY];
  const start = performance.now();
  let ran = 0;
  while (Atomics.load(enough, 0) === 0) {
    if (performance.now() - looked > LOOKED_FOR_EVERY) [family, looked] = [familyOf(profile), performance.now()];
    // The system wakes a sleeper late, and looking takes time: each rest follows from how long the browser ran so far.
    const began = performance.now();
    tell(family, "SIGCONT");
    rest(SLICE);
    tell(family, "SIGSTOP");
    ran += performance.now() - began;
    rest(Math.max(0, start + ran * slowed - performance.now()));
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
