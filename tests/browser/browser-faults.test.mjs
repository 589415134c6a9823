// What a browser may do to a phone's data: be killed at any moment while a mentor taps, and be emptied by whoever clears
// its site data. Every row that the screen showed as saved is there again; what was sent comes back with a new code.

import assert from "node:assert/strict";
import test from "node:test";

import { Phone } from "./phone.mjs";
import { District, Server, temporaryFolder } from "./server.mjs";

const KILLS = Number(process.env.DAYMARK_KILLS ?? 4);
const ROWS_A_ROUND = 5;
/** A round's taps take about so long, so that a kill falls before, between or after them. */
const ROUND_MS = 1_500;

test(`the browser is killed ${KILLS} times while a mentor taps, and nothing shown as saved is lost`, { timeout: 300_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const phone = new Phone(t, temporaryFolder("killed"));
  await phone.open({ slowed: 1 });
  await phone.pair(server.origin, district.invite().code);
  await phone.keptForOffline();
  // Without a network the phone alone keeps them: nothing can come back from the server.
  await server.stop();

  const promised = new Set();
  for (let round = 0; round < KILLS; round += 1) {
    await phone.go(`${server.origin}/door`);
    await phone.at("door-row-0").waitFor();
    await watch(phone.page, (name) => promised.add(name));
    const tapping = tapThrough(phone.page, round * ROWS_A_ROUND).catch(() => "killed in the middle");
    // The moment is the fault itself; there is no state to wait for.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * ROUND_MS));
    const said = new Set(promised);
    await phone.kill();
    await tapping;

    await phone.open({ slowed: 1 });
    await phone.go(`${server.origin}/door`);
    await phone.at("door-row-0").waitFor();
    const there = await saved(phone.page);
    t.diagnostic(`kill ${round + 1}: ${said.size} rows were shown as saved, ${there.length} are there`);
    assert.deepEqual([...said].filter((name) => !there.includes(name)).length, 0, "rows that were shown as saved are gone");
  }
  assert.ok(promised.size > 0, "no row was tapped before a kill: nothing was tried");
  await server.start();
  await phone.tap("sync-line");
  await phone.syncSays("sent");
});

test("a browser that was emptied says so, and what was sent comes back with a new code", { timeout: 120_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const phone = new Phone(t, temporaryFolder("emptied"));
  await phone.open({ slowed: 1 });
  await phone.pair(server.origin, district.invite().code);
  await phone.go(`${server.origin}/door`);
  await tapThrough(phone.page, 0);
  await phone.page.waitForFunction(
    (rows) => document.querySelectorAll('[data-testid^="door-row-"][aria-pressed="true"]:not(.saving)').length === rows,
    ROWS_A_ROUND,
  );
  const before = await saved(phone.page);
  await phone.tap("sync-line");
  await phone.syncSays("sent");

  await phone.page.goto("about:blank");
  const devtools = await phone.page.context().newCDPSession(phone.page);
  await devtools.send("Storage.clearDataForOrigin", { origin: server.origin, storageTypes: "all" });
  await phone.page.goto(`${server.origin}/door`);
  // It asks for a code rather than show an empty caseload as if there were no students.
  await phone.at("pair-code").waitFor();
  await phone.pair(server.origin, district.invite().code);
  await phone.goToTab("door");
  await phone.at("door-row-0").waitFor();
  assert.deepEqual((await saved(phone.page)).toSorted(), before.toSorted());
});

/** Tells whenever a row comes to be shown as saved: pressed, and no longer on its way. */
async function watch(page, tell) {
  await page.exposeFunction("shownAsSaved", tell);
  await page.evaluate(() => {
    const told = new Set();
    const look = () => {
      for (const row of document.querySelectorAll('[data-testid^="door-row-"][aria-pressed="true"]:not(.saving)')) {
        const name = row.querySelector(".who").textContent;
        if (!told.has(name)) {
          told.add(name);
          window.shownAsSaved(name);
        }
      }
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    look();
  });
}

/** Some rows, one after the other, each at once when the finger is there. */
async function tapThrough(page, from) {
  const rows = await page.locator('[data-testid^="door-row-"]').count();
  for (let n = from; n < from + ROWS_A_ROUND && n < rows; n += 1) {
    const row = page.getByTestId(`door-row-${n}`);
    if ((await row.getAttribute("aria-pressed")) === "false") await row.tap();
  }
}

const saved = (page) =>
  page.locator('[data-testid^="door-row-"][aria-pressed="true"]:not(.saving) .who').allTextContents();
