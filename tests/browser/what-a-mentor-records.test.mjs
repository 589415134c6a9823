// What a mentor records beyond door and calls, without a network: contacts, notes, requests, groups. A note is killed at
// every key.

import assert from "node:assert/strict";
import test from "node:test";

import { barriers } from "./access.mjs";
import { show } from "./output.mjs";
import { Phone } from "./phone.mjs";
import { District, Server, temporaryFolder } from "./server.mjs";

const STUDENTS = 25;
const GROUP = 5;
const NOTE = "Rex 🐕";

test("recording without a network: nothing that was typed or tapped is lost", { timeout: 400_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const invitation = district.addMentor("Ana Ruiz", STUDENTS);
  const phone = new Phone(t, temporaryFolder("phone"));
  const found = [];
  const look = async (name) => {
    found.push(...(await barriers(phone.page, name)));
    await show(phone.page, `recording-${name}`);
  };
  await phone.open();
  await phone.pair(server.origin, invitation.code);
  await phone.keptForOffline();
  await server.stop();
  await phone.goToTab("students");
  const student = await phone.at("student-0").getAttribute("href");
  const goTo = (page) => phone.go(`${server.origin}${student}/${page}`);
  const typed = (hook, text) => phone.page.waitForFunction(
    ([hook, text]) => document.querySelector(`[data-testid="${hook}"]`)?.value === text, [hook, text]);
  const reads = (text) => phone.page.getByText(text).first().waitFor();

  await t.test("a contact by its kind, its length and save", async () => {
    await goTo("contact");
    await look("contact-kinds");
    await phone.tap("kind-one_on_one");
    await phone.tap("minutes-20");
    await look("contact-filled");
    await phone.tap("contact-save-one_on_one");
    await phone.at("contact-another").waitFor();
    await phone.syncSays("1 saved here");
  });

  await t.test("a note survives a kill at every key", async () => {
    await goTo("note");
    const keys = [...NOTE];
    for (const [n, key] of keys.entries()) {
      await phone.at("note-text").focus();
      await phone.page.keyboard.press("End");
      await phone.page.keyboard.insertText(key);
      await phone.page.locator('[data-testid="note-text"][data-kept="true"]').waitFor();
      await phone.kill();
      await phone.open();
      await goTo("note");
      await typed("note-text", keys.slice(0, n + 1).join(""));
    }
    await look("note-begun");
  });

  await t.test("a fast hand, a long paste, and a private note", async () => {
    await phone.at("note-text").fill("");
    await phone.at("note-text").pressSequentially("A fast hand types this line.", { delay: 0 });
    await typed("note-text", "A fast hand types this line.");
    await phone.at("note-text").fill("á".repeat(2_003));
    await reads("2,003 characters: 3 too many.");
    assert.equal(await phone.at("note-save").isDisabled(), true);
    await look("note-too-long");
    await phone.at("note-text").fill("Likes chess");
    await phone.tap("note-private");
    await typed("private-text", "Likes chess");
    await phone.tap("note-for-school");
    await typed("note-text", "Likes chess");
    await phone.tap("note-save");
    await reads("Note saved here");
    await typed("note-text", "");
  });

  await t.test("the team is asked, and danger leads to whom to phone", async () => {
    await goTo("ask");
    await phone.tap("ask-transport");
    await phone.at("ask-text").fill("Bus 40 is full");
    await phone.tap("ask-save");
    await reads("No answer yet.");
    await look("ask");
    await goTo("safety");
    await look("safety");
    await phone.tap("safety-phoned");
    await reads(/You raised a concern/);
  });

  await t.test("wake-up calls are planned and ended, a point of the first contact is ticked and unticked", async () => {
    await goTo("wake-up");
    await phone.tap("wake-day-2");
    await phone.tap("wake-from-less");
    await phone.tap("stop-day");
    await look("wake-up");
    await phone.tap("wake-save");
    await phone.tap("wake-end");
    await reads("No more wake-up calls");
    await goTo("family");
    const letter = (on) => phone.page.locator(`[data-testid="tick-letter_sent"][aria-pressed="${on}"]`);
    await phone.tap("tick-letter_sent");
    await letter(true).waitFor();
    await phone.tap("tick-letter_sent");
    await letter(false).waitFor();
    await look("family");
  });

  await t.test("a group of five by five taps, taken back, and again by one", async () => {
    await phone.go(`${server.origin}/students/group`);
    const rows = phone.page.locator('[data-testid^="member-"]');
    assert.equal(await rows.count(), STUDENTS);
    const choose = async () => {
      for (let n = 0; n < GROUP; n++) await rows.nth(n).tap();
    };
    await choose();
    await look("group");
    await phone.tap("group-save");
    await reads(`Saved here for ${GROUP} students`);
    await phone.tap("undo");
    await reads("Taken back for all of them");
    await choose();
    await phone.tap("group-save");
    await phone.tap("group-again");
    await reads(`Save: Small group, ${GROUP} students`);
  });

  await t.test("all of it is sent when the network is back", async () => {
    await server.start();
    await phone.page.reload();
    await phone.ready();
    await phone.tap("sync-line");
    await phone.syncSays(/sent/);
  });
  assert.deepEqual(phone.errors, []);
  assert.deepEqual(found, []);
});
