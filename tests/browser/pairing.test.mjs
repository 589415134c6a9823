// A code, three words on two screens, the coordinator's tap; and a phone that is shut out clears itself.

import assert from "node:assert/strict";
import test from "node:test";

import { barriers, beyondTheEdge } from "./access.mjs";
import { show } from "./output.mjs";
import { openBrowser, Phone } from "./phone.mjs";
import { District, Server, temporaryFolder } from "./server.mjs";

const LAPTOP = { width: 1280, height: 900 };

test("a phone is paired by words that both sides compare, and leaves by the coordinator's tap", { timeout: 300_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const { login, password, page: pairing } = district.invite();
  const browser = await openBrowser();
  t.after(() => browser.close());
  const desk = await (await browser.newContext({ viewport: LAPTOP })).newPage();
  desk.setDefaultTimeout(20_000);
  await desk.goto(`${server.origin}/sign-in`);
  await desk.locator("[name=login]").fill(login);
  await desk.locator("[name=password]").fill(password);
  await desk.locator("form button").first().click();
  const mentor = pairing.replace("/pairing", "");
  const phone = new Phone(t, temporaryFolder("pairing"));
  const found = [];
  const look = async (page, name) => {
    await show(page, `pairing-${name}`);
    found.push(...(await barriers(page, name)), ...(await beyondTheEdge(page, name)));
  };
  let words;

  await t.test("both show the same three words, however often they are loaded", async () => {
    await desk.goto(`${server.origin}${mentor}`);
    await desk.locator(`form[action="${mentor}/invite"] button`).click();
    const code = (await desk.locator("#pairing-code").innerText()).replace("-", "");
    await desk.reload();
    assert.equal((await desk.locator("#pairing-code").innerText()).replace("-", ""), code, "the code outlives the page");
    await look(desk, "desk-code");
    await phone.open();
    await phone.page.goto(`${server.origin}/`);
    await phone.at("pair-code").fill(code);
    const began = performance.now();
    words = await phone.submitCode();
    // Without a tap or a key the page finds the phone.
    const shown = () => desk.getByTestId("pairing-words").innerText();
    assert.deepEqual((await shown()).split(/\s+/).filter(Boolean), words);
    const compared = performance.now();
    await look(desk, "desk-words");
    await look(phone.page, "phone-words");
    await Promise.all([desk.reload(), phone.page.reload()]);
    assert.deepEqual(await phone.threeWords(), words);
    assert.deepEqual((await shown()).split(/\s+/).filter(Boolean), words);
    const tapped = performance.now();
    await desk.getByTestId("pairing-same").click();
    await phone.at("choose-pin").waitFor();
    const asked = performance.now();
    await phone.choosePin();
    await phone.at("call-card-0").waitFor();
    const ms = (time) => `${Math.round(time)} ms`;
    console.log(`pairing, processor slowed 4 times: code to words on both ${ms(compared - began)}, tap to the PIN ${ms(asked - tapped)}, PIN to the first student ${ms(performance.now() - asked)}`);
    await desk.getByTestId("pairing-ended").waitFor();
  });

  await t.test("a phone that is shut out clears itself at its next contact, and the page says when", async () => {
    await phone.goToTab("door");
    await phone.tap("door-row-0");
    await desk.goto(`${server.origin}${mentor}`);
    const out = desk.getByTestId("shut-out").first();
    await out.locator("summary").click();
    await look(desk, "desk-shut-out");
    await out.locator('button[value="left"]').click();
    await phone.at("gone").waitFor();
    await look(phone.page, "phone-cleared");
    await phone.page.reload();
    await phone.at("gone").waitFor();
    await desk.goto(`${server.origin}${mentor}`);
    assert.match(await desk.getByTestId("wiped").first().innerText(), /^cleared /);
  });

  assert.deepEqual(phone.errors, []);
  assert.deepEqual(found, []);
});
