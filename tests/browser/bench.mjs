// The browser's figures of the budgets: tap to saved, and cold open offline. Printed, never judged: another machine has
// other figures. `cargo xtask bench` runs it on the release build.

import assert from "node:assert/strict";
import test from "node:test";

import { Phone, SLOWED } from "./phone.mjs";
import { District, Server, letIn, temporaryFolder } from "./server.mjs";

const ROUNDS = 12;
const COLD_OPENS = 9;
/** Nobody types a PIN sooner; milliseconds. The app makes use of them. */
const SIX_DIGITS = 1500;
/** Caseloads with three years of entries: so many students, so many entries for each. */
const HISTORIES = [[30, 600], [50, 600]];

test("the browser's figures", async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const phone = new Phone(t, temporaryFolder("phone"));
  await phone.open();
  await phone.pair(server.origin, district.invite().code);
  await phone.at("call-card-0").waitFor();
  await phone.keptForOffline();
  const grown = [];
  for (const [students, entries] of HISTORIES) {
    const grownPhone = new Phone(t, temporaryFolder(`phone-${students}`));
    await grownPhone.open({ slowed: 1 });
    await grownPhone.pair(server.origin, district.addMentor(`Mentor of ${students}`, students, entries).code);
    await grownPhone.keptForOffline();
    await grownPhone.syncSays("all saved");
    await grownPhone.kill();
    grown.push({ phone: grownPhone, students, entries });
  }
  const slow = await slowPhone(t, server.origin, district.addMentor("Mentor with a slow phone", 25, 0).code);
  await server.stop();

  await slowDevice(slow, server.origin);
  await phone.goToTab("door");
  const students = await phone.page.locator('[data-testid^="door-row-"]').count();
  const { taps, seconds } = await tapsToSaved(phone, students, ROUNDS);
  const what = `${taps.length} taps at the door, ${students} students, ${SLOWED} times slowed`;
  print(`tap to saved, ${what}`, taps);
  console.log(`one after the other, each waited for: ${(taps.length / seconds).toFixed(1)} taps/s with the browser's driver between, ${what}`);
  console.log(`memory of page and worker after them: ${megabytes(phone)} MB resident`);

  await coldOpens(phone, server.origin, `${students} students`);
  for (const { phone, students, entries } of grown) {
    await coldOpens(phone, server.origin, `${students} students, ${entries} entries each over three years`);
    console.log(`memory of page and worker then: ${megabytes(phone)} MB resident`);
    assert.deepEqual(phone.errors, []);
  }
  assert.deepEqual(phone.errors, []);
});

/** Paired by a browser that is slow as a whole: what a PIN costs was measured by its worker at that speed. */
async function slowPhone(t, origin, code) {
  const phone = new Phone(t, temporaryFolder("phone-slow"));
  await phone.open({ slowed: 1 });
  const quick = phone.slowDevice();
  await phone.askToPair(origin, code);
  letIn(origin);
  const began = performance.now();
  await phone.isPaired();
  await phone.goToTab("door");
  await phone.at("door-row-0").waitFor();
  console.log(`from the coordinator's tap over choosing a PIN to the list at the door, all of the browser ${SLOWED} times slowed: ${Math.round(performance.now() - began)} ms`);
  await quick();
  await phone.keptForOffline();
  await phone.syncSays("all saved");
  return phone;
}

/** The same figures when not the page alone is slow, but its worker, the disk's thread and the browser around them as well. */
async function slowDevice(phone, origin) {
  const [unlocks, slowedBy] = [[], []];
  for (let n = 0; n < COLD_OPENS; n += 1) {
    await phone.kill();
    await phone.open({ locked: true, slowed: 1 });
    const atFullSpeed = await phone.workInAWorker();
    await phone.page.goto(`${origin}/door`);
    const quick = phone.slowDevice();
    await phone.at("unlock").waitFor();
    await phone.page.waitForTimeout(SIX_DIGITS);
    unlocks.push(await phone.timedUnlock("door-row-0"));
    slowedBy.push((await phone.workInAWorker()) / atFullSpeed);
    await quick();
  }
  console.log(`work in a worker then took ${middle(slowedBy).toFixed(1)} times as long (median of ${slowedBy.length})`);
  print(`from OK on the pad to the list at the door, 25 students, all of the browser ${SLOWED} times slowed`, unlocks);
  const quick = phone.slowDevice();
  const { taps } = await tapsToSaved(phone, 25, 4);
  await quick();
  print(`tap to saved, ${taps.length} taps, 25 students, all of the browser ${SLOWED} times slowed`, taps);
  await phone.kill();
}

/** Opens the list at the door again and again, the browser started anew each time, without a network. */
async function coldOpens(phone, origin, caseload) {
  const [opens, unlocks] = [[], []];
  for (let n = 0; n < COLD_OPENS; n += 1) {
    await phone.kill();
    await phone.open({ locked: true });
    opens.push(await coldOpen(phone, `${origin}/door`));
    unlocks.push(await phone.timedUnlock("door-row-0"));
  }
  print(`cold open to the PIN's pad, offline, browser started anew, ${caseload}, ${SLOWED} times slowed`, opens);
  print(`from OK on the pad to the list at the door, ${caseload}, ${SLOWED} times slowed`, unlocks);
}

const megabytes = (phone) => Math.round(phone.residentBytes() / 1e6);

/** Greets everybody, then changes everybody's answer, round by round; each time from the finger to the committed row. */
async function tapsToSaved(phone, students, rounds) {
  const taps = [];
  const finger = await phone.finger();
  const began = performance.now();
  const answers = ["late", "not_seen", "greeted"];
  for (let round = 0; round < rounds; round += 1) {
    for (let n = 0; n < students; n += 1) {
      if (round > 0) await phone.tap(`door-row-${n}`);
      const button = phone.at(round === 0 ? `door-row-${n}` : `door-choice-${answers[round % answers.length]}`);
      await button.evaluate((element) => element.scrollIntoView({ block: "center" }));
      const { x, y, width, height } = await button.boundingBox();
      await watchNextTap(phone.page, n);
      await finger(x + width / 2, y + height / 2);
      taps.push(await phone.page.evaluate(() => globalThis.saved));
    }
  }
  return { taps, seconds: (performance.now() - began) / 1000 };
}

/** `saved`: milliseconds from the lifting of the finger, by the browser's own stamp, until row `n` shows what is on the disk. */
function watchNextTap(page, n) {
  return page.evaluate((hook) => {
    globalThis.saved = new Promise((resolve) => {
      addEventListener("touchend", (lifted) => {
        const row = document.querySelector(`[data-testid="${hook}"]`);
        const before = row.textContent;
        const look = new MutationObserver(() => {
          if (row.textContent === before || row.classList.contains("saving")) return;
          look.disconnect();
          resolve(performance.now() - lifted.timeStamp);
        });
        look.observe(row, { attributes: true, childList: true, characterData: true, subtree: true });
      }, { capture: true, once: true, passive: true });
    });
  }, `door-row-${n}`);
}

/** Milliseconds from the start of the navigation until the screen has its data. */
async function coldOpen(phone, address) {
  await phone.page.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (document.documentElement.dataset.ready === "true" && !globalThis.readyAfter) globalThis.readyAfter = performance.now();
    });
    look.observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
  });
  await phone.page.goto(address);
  const after = await phone.page.waitForFunction(() => globalThis.readyAfter);
  return after.jsonValue();
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function print(what, values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)].toFixed(1);
  console.log(`${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`);
}
