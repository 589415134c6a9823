// How staff sign in: a second step, passkeys of a virtual security key, and the page that asks again.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import test from "node:test";

import { barriers } from "./access.mjs";
import { show } from "./output.mjs";
import { openBrowser } from "./phone.mjs";
import { District, Server } from "./server.mjs";

/** The code of an authenticator app, as RFC 6238 has it. */
function codeOf(secret, seconds = Date.now() / 1000) {
  const bits = [...secret.replaceAll(" ", "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

test("staff sign in with more than a password", { timeout: 240_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const browser = await openBrowser();
  t.after(() => browser.close());
  // A passkey belongs to a name; an address of numbers has none.
  const origin = server.origin.replace("127.0.0.1", "localhost");
  const person = district.addStaff("coordinator", "Robin Vale");

  const open = async (look = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...look });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return page;
  };
  const signIn = async (page) => {
    await page.goto(`${origin}/sign-in`);
    await page.locator('input[name="login"]').fill(person.login);
    await page.locator('input[name="password"]').fill(person.password);
    await page.locator('form[action="/sign-in"] button').click();
  };
  let secret;
  let recovery;

  await t.test("an authenticator app is set up and asked, without JavaScript", async () => {
    const page = await open({ javaScriptEnabled: false });
    await signIn(page);
    await page.getByRole("link", { name: "Secure your sign-in" }).click();
    secret = await page.locator("#secret").innerText();
    await show(page, "authenticator");
    await page.locator('input[name="code"]').fill(codeOf(secret));
    await page.getByRole("button", { name: "Take this app" }).click();
    recovery = await page.locator("#recovery-codes code").allInnerTexts();
    assert.equal(recovery.length, 10);
    await show(page, "recovery-codes");
    await page.getByRole("link", { name: "I have kept them" }).click();
    assert.match(await page.locator("#second-step").innerText(), /10 recovery codes are left/);

    const other = await open({ javaScriptEnabled: false });
    await signIn(other);
    assert.equal(new URL(other.url()).pathname, "/sign-in/code");
    await show(other, "second-step");
    await other.locator('input[name="proof_code"]').fill(recovery[0].toLowerCase());
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.waitForURL(`${origin}/staff/home`);
    await other.context().close();
    await page.context().close();
  });

  await t.test("a passkey is made, and signs in without name or password", async () => {
    const page = await open();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
    const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", { options });
    await signIn(page);
    await page.locator('input[name="proof_code"]').fill(recovery[1]);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.goto(`${origin}/account`);
    await page.getByRole("link", { name: "Add a passkey" }).click();
    await page.locator('input[name="name"]').fill("My laptop");
    assert.deepEqual(await barriers(page, "a new passkey"), []);
    await page.getByRole("button", { name: "Make the passkey" }).click();
    await page.waitForURL(`${origin}/account`);
    assert.match(await page.locator("#passkeys").innerText(), /My laptop · added .* · not used yet/);
    assert.deepEqual(await barriers(page, "the account"), []);
    await show(page, "account");

    await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
    await page.waitForURL(`${origin}/sign-in`);
    assert.deepEqual(await barriers(page, "the way in"), []);
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.waitForURL(`${origin}/staff/home`);
    await page.goto(`${origin}/account`);
    assert.match(await page.locator("#passkeys").innerText(), /last used/);

    // The device did not look who holds it: that is no proof.
    await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
    await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.locator("[data-passkey-failed]").first().waitFor({ state: "visible" });
    assert.equal(new URL(page.url()).pathname, "/sign-in");
    await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });

    // As the second step after the password.
    await signIn(page);
    await page.waitForURL(`${origin}/sign-in/code`);
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.waitForURL(`${origin}/staff/home`);

    // Removed on the server, the key opens nothing, though the device still has it.
    await page.goto(`${origin}/account`);
    await page.getByRole("button", { name: "Remove: My laptop" }).click();
    await page.waitForURL(`${origin}/account`);
    await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
    await page.waitForURL(`${origin}/sign-in`);
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await page.getByText("That passkey opens nothing here").waitFor();
    await page.context().close();
  });
});
