// This phone's own page, its reminders as a file, the keyboard alone, and two windows of one browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { barriers } from "./access.mjs";
import { show } from "./output.mjs";
import { Phone } from "./phone.mjs";
import { District, Server, temporaryFolder } from "./server.mjs";

test("this phone, the keyboard, and a second window", { timeout: 300_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const phone = new Phone(t, temporaryFolder("phone"));
  await phone.open();
  await phone.pair(server.origin, district.invite().code);
  const { page } = phone;
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.dataset.testid || document.activeElement?.tagName);

  await t.test("its page fits small screens and shuts nobody out", async () => {
    await page.goto(`${server.origin}/students/phone`);
    await phone.at("reminder-door-time").waitFor();
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 640 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `fits ${width} pixels`);
      await show(page, `this-phone-${width}`, { whole: true });
    }
    await page.emulateMedia({ colorScheme: "dark" });
    await show(page, "this-phone-dark", { whole: true });
    await page.emulateMedia({ colorScheme: "light" });
    await page.evaluate(() => { document.documentElement.style.fontSize = "212.5%"; });
    await show(page, "this-phone-200", { whole: true });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, "fits with text at 200 %");
    await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
    await page.setViewportSize({ width: 360, height: 640 });
    assert.deepEqual(await barriers(page, "this phone"), []);
  });

  await t.test("reminders come as a file that names nobody", async () => {
    const downloading = page.waitForEvent("download");
    // Two choices and the file in one moment: on a slow phone the screen is not drawn anew in between.
    await page.evaluate(() => {
      const at = (hook) => document.querySelector(`[data-testid="${hook}"]`);
      const choose = (hook, minute) => {
        at(hook).value = minute;
        at(hook).dispatchEvent(new Event("change", { bubbles: true }));
      };
      choose("reminder-wake-up-time", "420");
      choose("reminder-door-time", "450");
      at("reminders-file").click();
    });
    const file = readFileSync(await (await downloading).path(), "utf8");
    await phone.at("reminders-given").waitFor();
    assert.match(file, /^BEGIN:VCALENDAR\r\n/);
    for (const time of ["070000", "073000"]) assert.match(file, new RegExp(`DTSTART:\\d{8}T${time}\r\n`));
    await phone.goToTab("students");
    const names = (await page.locator(".row .who").allInnerTexts()).flatMap((name) => name.split(" "));
    assert.ok(names.length > 2);
    assert.deepEqual(names.filter((name) => name.length > 2 && file.includes(name)), []);
    await page.reload();
    await page.goto(`${server.origin}/students/phone`);
    assert.equal(await phone.at("reminder-door-time").inputValue(), "450", "the choice was kept");
  });

  await t.test("the keyboard alone goes everywhere", async () => {
    await phone.go(`${server.origin}/`);
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(".skip").evaluate((skip) => skip === document.activeElement), true, "the first stop is the skip link");
    await show(page, "skip-link");
    await page.keyboard.press("Enter");
    assert.equal(await focused(), "screen");
    assert.equal(new URL(page.url()).hash, "", "the address is the router's");
    await page.keyboard.press("Alt+Digit2");
    await page.locator('[data-testid="tab-door"][aria-current="page"]').waitFor();
    await page.keyboard.press("Alt+Digit3");
    await page.locator('[data-testid="tab-students"][aria-current="page"]').waitFor();
    await phone.ready();
    await phone.at("student-0").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/students\/[0-9a-f]{32}$/);
    await phone.ready();
    await page.waitForFunction(() => document.activeElement?.id === "screen");
    const student = page.url();
    await phone.go(`${student}/note`);
    await page.locator("textarea").first().fill("Talked about the bus.");
    await page.keyboard.press("Control+Enter");
    await page.locator(".toast").filter({ hasText: "saved here" }).waitFor();
    await phone.go(student);
    await page.keyboard.press("Escape");
    await page.waitForURL(/\/students$/);
    await page.keyboard.press("Alt+Digit1");
    await page.locator('[data-testid="tab-today"][aria-current="page"]').waitFor();
  });

  await t.test("a second window takes over and gives back, and nothing is lost", async () => {
    await phone.goToTab("door");
    await phone.tap("door-row-0");
    await page.locator('[data-testid="door-row-0"][aria-pressed="true"]').waitFor();
    const second = await page.context().newPage();
    await second.goto(`${server.origin}/door`);
    await second.getByTestId("take-over").waitFor();
    await show(second, "take-over");
    assert.deepEqual(await barriers(second, "open elsewhere"), []);
    await phone.tap("door-row-1");
    await second.getByTestId("take-over").tap();
    await phone.unlock(second);
    await second.locator('[data-testid="door-row-0"][aria-pressed="true"]').waitFor();
    await second.locator('[data-testid="door-row-1"][aria-pressed="true"]').waitFor();
    await page.getByText("You went on in another window").waitFor();
    await show(page, "was-closed");
    await second.getByTestId("door-row-2").tap();
    await second.locator('[data-testid="door-row-2"][aria-pressed="true"]').waitFor();
    await phone.tap("take-over");
    await phone.unlock();
    await page.locator('[data-testid="door-row-2"][aria-pressed="true"]').waitFor();
    await second.getByText("You went on in another window").waitFor();
    await phone.syncSays("sent");
  });

  assert.deepEqual(phone.errors, []);
});
