// The day that the programme asks of a mentor, hour by hour, on a slow phone without a network, in both languages: calls
// at seven, twenty-five students at the door, the call home, a group of five, the calendar in a student's hands, a note
// that survives a dead battery, and in the evening everything is sent once.

import assert from "node:assert/strict";
import test from "node:test";

import { barriers } from "./access.mjs";
import { picture, show } from "./output.mjs";
import { Phone } from "./phone.mjs";
import { District, Server, temporaryFolder } from "./server.mjs";

const STUDENTS = 25;
const NOT_SEEN = 2;
const GROUP = 5;
const NOTE = "Le gusta el fútbol ⚽ and asks about the bus";

for (const [language, locale, sent] of [["en", "en-US", "sent"], ["es", "es-US", "enviado"]]) {
  test(`a whole day in ${language}`, { timeout: 400_000 }, async (t) => {
    const district = new District();
    const server = new Server(t, district);
    await server.start();
    const phone = new Phone(t, temporaryFolder("phone"));
    const found = [];
    let entries = 0;
    let stopped = false;
    const step = (name, work) => t.test(name, { timeout: 120_000, skip: stopped }, async () => {
      stopped = true;
      try {
        await work();
        stopped = false;
      } finally {
        if (stopped) await phone.page.screenshot({ path: picture(`failed-${language}`) }).catch(() => {});
      }
    });
    const look = async (name) => {
      await show(phone.page, `day-${language}-${name}`, { whole: true });
      found.push(...(await barriers(phone.page, `${name} in ${language}`)));
    };
    const waiting = (more) => phone.syncSays(`${(entries += more)} `);

    await step("the phone is paired, and the network is gone", async () => {
      await phone.open({ locale });
      await phone.pair(server.origin, district.invite().code);
      await phone.keptForOffline();
      await server.stop();
      await phone.go(`${server.origin}/`);
    });

    await step("07:00, three calls: nobody answers, a wrong number and the next one, the student wakes up", async () => {
      await call(phone, "call-card-0", "call-outcome-no_answer");
      await waiting(1);
      await call(phone, "call-card-1", "call-outcome-wrong_number");
      // The call, and the request for a number that works.
      await waiting(2);
      await call(phone, "call-card-2", "call-outcome-reached_student");
      await waiting(1);
      await look("calls");
    });

    await step("07:40, the door: a tap each, two are not seen", async () => {
      await phone.goToTab("door");
      const rows = await phone.page.locator('[data-testid^="door-row-"]').count();
      assert.equal(rows, STUDENTS);
      const began = performance.now();
      for (let n = 0; n < rows; n += 1) {
        await phone.tap(`door-row-${n}`);
        await phone.page.locator(`[data-testid="door-row-${n}"][aria-pressed="true"]`).waitFor();
      }
      console.log(`${rows} greeted one after the other in ${((performance.now() - began) / 1000).toFixed(1)} s`);
      await waiting(rows);
      for (let n = 0; n < NOT_SEEN; n += 1) {
        await phone.tap(`door-row-${n}`);
        await phone.tap("door-choice-not_seen");
      }
      // Each change is the earlier check taken back, and a new one.
      await waiting(2 * NOT_SEEN);
      await look("door");
    });

    await step("09:15, the call home: the script, the family is reached, and a reason is told", async () => {
      await phone.goToTab("today");
      const card = await openCard(phone, "absent-card-0");
      await card.getByTestId("script").tap();
      for (let step = 1; step < 6; step += 1) await card.getByTestId("script-next").tap();
      assert.equal(await card.getByTestId("script-next").isDisabled(), true);
      await look("call-home");
      await card.getByTestId("call-outcome-reached_guardian").tap();
      await waiting(1);
      await openCard(phone, "absent-card-0");
      await phone.fingerIsBack();
      await card.getByTestId("reason-transport").tap();
      // The call without a reason is taken back, the one with it takes its place.
      await waiting(2);
      await phone.goToTab("door");
      await phone.goToTab("today");
      await openCard(phone, "absent-card-0");
      await card.locator('[data-testid="reason-transport"][aria-pressed="true"]').waitFor();
    });

    await step("a group of five is one entry for each, saved and taken back at once", async () => {
      await phone.goToTab("students");
      await phone.tap("to-group");
      const members = phone.page.locator('[data-testid^="member-"]');
      await members.first().waitFor();
      const choose = async () => {
        for (let n = 0; n < GROUP; n += 1) await members.nth(n).tap();
      };
      await choose();
      await look("group");
      await phone.tap("group-save");
      await waiting(GROUP);
      await phone.tap("undo");
      await waiting(GROUP);
      await choose();
      await phone.tap("group-save");
      await waiting(GROUP);
      await phone.at("group-again").waitFor();
    });

    await step("the calendar in a student's hands", async () => {
      await phone.goToTab("students");
      await phone.tap("student-0");
      await phone.at("mark-today").waitFor();
      await look("student");
      await phone.tap("to-together");
      const today = phone.page.locator("button.day.today");
      await today.tap();
      await phone.page.locator('.day.today[aria-pressed="true"]').waitFor();
      await waiting(1);
      await look("together");
      await phone.tap("together-done");
      await phone.at("mark-today").waitFor();
    });

    await step("a goal, what is in the way, a warm word, a question to the team", async () => {
      await page(phone, "goals");
      await phone.tap("goal-set");
      await waiting(1);
      await page(phone, "barriers");
      await phone.tap("factor-transport");
      await phone.tap("barrier-save");
      await waiting(1);
      await page(phone, "praise");
      await phone.tap("reason-effort");
      await phone.tap("praise-save");
      await waiting(1);
      await page(phone, "ask");
      await phone.tap("ask-transport");
      await phone.tap("ask-save");
      await waiting(1);
      await page(phone, "contact");
      await phone.tap("kind-classroom_visit");
      await phone.tap("contact-save-classroom_visit");
      await waiting(1);
    });

    await step("half a note survives a dead battery, and is saved when it is whole", async () => {
      await page(phone, "note");
      const half = NOTE.slice(0, 20);
      await phone.at("note-text").pressSequentially(half);
      const address = phone.page.url();
      await phone.page.locator('[data-testid="note-text"][data-kept="true"]').waitFor();
      await phone.kill();
      await phone.open({ locale });
      await phone.go(address);
      assert.equal(await phone.at("note-text").inputValue(), half);
      await phone.at("note-text").pressSequentially(NOTE.slice(20));
      await look("note");
      await phone.tap("note-save");
      await waiting(1);
      assert.equal(await phone.at("note-text").inputValue(), "");
    });

    await step("in the evening everything is sent, once", async () => {
      await server.start();
      await phone.tap("sync-line");
      await phone.syncSays(sent);
      assert.equal(await server.counter("daymark_sync_changes_accepted_total"), entries);
      assert.equal(await server.counter("daymark_sync_changes_refused_total"), 0);
      await phone.goToTab("today");
      await look("evening");
    });

    await step("nobody was shut out, and nothing was thrown", () => {
      assert.deepEqual(found, []);
      assert.deepEqual(phone.errors, []);
    });
  });
}

/** The card of a call, opened if it was folded. */
async function openCard(phone, hook) {
  const fold = phone.at(`fold-${hook}`);
  await fold.waitFor();
  if ((await fold.getAttribute("aria-expanded")) === "false") await fold.tap();
  return phone.at(hook);
}

async function call(phone, hook, outcome) {
  const card = await openCard(phone, hook);
  await phone.fingerIsBack();
  await card.getByTestId(outcome).tap();
  await card.getByTestId("call-done").first().waitFor();
}

/** One of the student's pages, from wherever the phone is at that student. */
async function page(phone, name) {
  const student = new URL(phone.page.url()).pathname.split("/").slice(0, 3).join("/");
  await phone.go(new URL(`${student}/${name}`, phone.page.url()).href);
}
