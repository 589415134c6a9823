// The phone's lock: a PIN of one's own, opened without a network, tried out, killed in between; what lies in the browser's
// profile; a tab that keeps nothing. How long unlocking takes is printed, never judged.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { barriers } from "./access.mjs";
import { show } from "./output.mjs";
import { PIN, Phone, SLOWED } from "./phone.mjs";
import { District, Server, letIn, temporaryFolder } from "./server.mjs";

const WRONG = "234200";
const TRIES = 10;
/** A key that no random one is: what is looked for in the profile. */
const PLAIN_KEY = Array.from({ length: 32 }, (_, n) => 0xa5 ^ (7 * n));

test("the phone's lock", { timeout: 600_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const profile = temporaryFolder("lock");
  const phone = new Phone(t, profile);
  const invitation = district.invite();
  let names = [];

  await t.test("a phone from before the lock is paired, and a PIN is chosen that nobody would try", async () => {
    await phone.open({ locked: true });
    await leavePlainKey(phone.page, server.origin);
    await phone.page.goto(`${server.origin}/`);
    await phone.at("pair-code").fill(invitation.code);
    await phone.submitCode();
    letIn(server.origin);
    await phone.at("choose-pin").waitFor();
    assert.deepEqual(await barriers(phone.page, "choosing a PIN"), []);
    for (const key of [..."123456", "done"]) await phone.tap(`pad-${key}`);
    await phone.at("pin-problem").filter({ hasText: "in a row" }).waitFor();
    await show(phone.page, "lock-weak-pin");
    for (const key of [...PIN, "done"]) await phone.tap(`pad-${key}`);
    await phone.page.getByRole("group", { name: "The same PIN again" }).waitFor();
    await phone.types(WRONG);
    await phone.at("pin-problem").filter({ hasText: "two different PINs" }).waitFor();
    await phone.choosePin();
    await phone.at("tab-today").waitFor();
    await phone.goToTab("students");
    await phone.at("student-0").waitFor();
    names = (await phone.page.locator(".row .who").allInnerTexts()).map((name) => name.trim());
    assert.ok(names.length > 2);
    await phone.keptForOffline();
    await phone.syncSays("all saved");
  });

  await t.test("without a network the PIN opens it, and a wrong one does not", async () => {
    await server.stop();
    await phone.goToTab("door");
    await phone.tap("door-row-0");
    await phone.page.locator('[data-testid="door-row-0"][aria-pressed="true"]:not(.saving)').waitFor();
    const took = [];
    for (let n = 0; n < 3; n += 1) {
      await phone.page.goto(`${server.origin}/door`);
      await phone.at("unlock").waitFor();
      const text = await phone.page.locator("body").innerText();
      assert.deepEqual([...names, invitation.mentor].filter((name) => text.includes(name)), [], "somebody's name stands before the lock");
      if (n === 0) {
        await phone.at("lock-waiting").filter({ hasText: "1 entry waits to be sent; it is safe." }).waitFor();
        assert.deepEqual(await barriers(phone.page, "locked"), []);
        await show(phone.page, "lock");
        await phone.types(WRONG);
        await phone.at("unlock-wrong").filter({ hasText: "9 tries are left" }).waitFor();
        await show(phone.page, "lock-wrong");
      }
      took.push(await phone.timedUnlock("door-row-0"));
    }
    t.diagnostic(`unlocked to the list at the door, ${SLOWED} times slowed: ${took.map((ms) => `${Math.round(ms)} ms`).join(", ")}`);
    await phone.page.locator('[data-testid="door-row-0"][aria-pressed="true"]').waitFor();
  });

  await t.test("it locks itself, and no tap is lost by it", async () => {
    await phone.page.clock.install();
    await phone.page.goto(`${server.origin}/door`);
    await phone.unlock();
    await phone.page.clock.fastForward("14:30");
    await phone.at("door-row-1").tap();
    await phone.page.clock.fastForward("14:30");
    await phone.at("door-row-2").tap();
    await phone.page.locator('[data-testid="sync-line"][data-unsent="3"]').waitFor();
    await phone.page.clock.fastForward("15:30");
    await phone.at("unlock").waitFor();
    await phone.at("lock-waiting").filter({ hasText: "3 entries wait" }).waitFor();
    await phone.unlock();
    for (const n of [0, 1, 2]) await phone.page.locator(`[data-testid="door-row-${n}"][aria-pressed="true"]`).waitFor();

    await look(phone.page, false);
    assert.equal(await phone.at("door-row-0").isVisible(), false, "the switcher's picture shows a name");
    await phone.page.clock.fastForward("04:00");
    await look(phone.page, true);
    assert.equal(await phone.at("door-row-0").isVisible(), true);
    await look(phone.page, false);
    await phone.page.clock.fastForward("05:30");
    await look(phone.page, true);
    await phone.at("unlock").waitFor();
    await phone.unlock();
    await phone.page.goto(`${server.origin}/students/phone`);
    await phone.unlock();
    await phone.tap("lock-now");
    await phone.at("unlock").waitFor();
  });

  await t.test("another PIN takes the place of the first", async () => {
    await phone.unlock();
    await phone.tap("pin-change");
    await phone.page.getByRole("group", { name: "The PIN of now" }).waitFor();
    await phone.types(PIN);
    await phone.page.getByRole("group", { name: "Choose a PIN" }).waitFor();
    await phone.types("906091");
    await phone.page.getByRole("group", { name: "The same PIN again" }).waitFor();
    await phone.types("906091");
    await phone.at("pin-said").filter({ hasText: "from now on" }).waitFor();
    await phone.page.goto(`${server.origin}/door`);
    await phone.at("unlock").waitFor();
    await phone.types(PIN);
    await phone.at("unlock-wrong").filter({ hasText: "9 tries" }).waitFor();
    await phone.unlock(phone.page, "906091");
  });

  await t.test("nothing of it can be read in the browser's profile", async () => {
    await phone.kill();
    const bytes = [...filesBelow(profile)].map((file) => readFileSync(file));
    const found = (what) => bytes.some((file) => file.includes(what));
    assert.ok(found(Buffer.from("daymark")), "the profile was read");
    assert.equal(found(Buffer.from(PLAIN_KEY)), false, "the database's key");
    for (const name of [...names, invitation.mentor]) assert.equal(found(Buffer.from(name)), false, "a name");
    assert.equal(found(Buffer.from("906091")), false, "the PIN");
  });

  await t.test("ten wrong PINs destroy the key, whatever is killed in between", async () => {
    for (let left = TRIES - 1; left > 0; left -= 1) {
      if (left % 3 === 0) {
        await phone.kill();
        await phone.open({ locked: true, slowed: 1 });
        await phone.page.goto(`${server.origin}/`);
        await phone.at("unlock").waitFor();
      }
      await phone.types(WRONG);
      const says = left === 1 ? "1 try is left" : `${left} tries are left`;
      await phone.at("unlock-wrong").filter({ hasText: says }).waitFor();
    }
    await phone.kill();
    await phone.open({ locked: true, slowed: 1 });
    await phone.page.goto(`${server.origin}/`);
    await phone.at("unlock-tries").filter({ hasText: "1 try is left" }).waitFor();
    await phone.types(WRONG);
    await phone.at("gone").filter({ hasText: "After ten wrong PINs" }).waitFor();
    await show(phone.page, "lock-gone");
    await phone.page.reload();
    await phone.at("gone").waitFor();
  });

  await t.test("with a new code it is a new phone", async () => {
    await server.start();
    await phone.at("pair-code").fill(district.invite().code);
    await phone.submitCode();
    letIn(server.origin);
    await phone.choosePin();
    await phone.goToTab("students");
    await phone.at("student-0").waitFor();
    assert.deepEqual((await phone.page.locator(".row .who").allInnerTexts()).map((name) => name.trim()), names);
  });

  assert.deepEqual(phone.errors, []);
});

test("a tab keeps nothing: it is installed, or used once", { timeout: 180_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const profile = temporaryFolder("tab");
  const phone = new Phone(t, profile);
  const { code, mentor } = district.invite();
  await phone.open({ tab: true, slowed: 1 });
  await phone.page.goto(`${server.origin}/pair#pair=${code}`);
  await phone.at("install").filter({ hasText: code }).waitFor();
  assert.deepEqual(await barriers(phone.page, "not installed"), []);
  await show(phone.page, "install", { whole: true });
  await phone.tap("use-once");
  await phone.submitCode();
  letIn(server.origin);
  await phone.choosePin();
  await phone.goToTab("door");
  for (const tab of ["today", "students", "door"]) {
    await phone.goToTab(tab);
    await phone.at("once-banner").waitFor();
  }
  await phone.tap("door-row-0");
  await phone.page.locator('[data-testid="door-row-0"][aria-pressed="true"]:not(.saving)').waitFor();
  await phone.tap("sync-line");
  await phone.syncSays("sent");
  await phone.page.reload();
  await phone.at("install").waitFor();
  await phone.kill();
  const found = [...filesBelow(profile)].filter((file) => readFileSync(file).includes(mentor));
  assert.deepEqual(found, []);
  assert.deepEqual(phone.errors, []);
});

/** Puts the key where a build without a lock had it, before any build of the app has been there. */
async function leavePlainKey(page, origin) {
  await page.goto(`${origin}/healthz`);
  await page.evaluate(async (bytes) => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle("daymark-key", { create: true })).createWritable();
    await file.write(new Uint8Array(bytes));
    await file.close();
  }, PLAIN_KEY);
}

/** As when the app goes behind another one, and comes back. */
function look(page, visible) {
  return page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, visible ? "visible" : "hidden");
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) yield join(entry.parentPath, entry.name);
  }
}
