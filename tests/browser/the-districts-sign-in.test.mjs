// Staff come in by the district's own sign-in: a real provider of OpenID Connect (panva's oidc-provider) under another
// name of this machine, so that cookies and redirects cross sites as they do in a district.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import test from "node:test";

import Provider from "oidc-provider";

import { barriers } from "./access.mjs";
import { show } from "./output.mjs";
import { openBrowser } from "./phone.mjs";
import { District, programs, Server } from "./server.mjs";

const SECRET = "a secret of both sides";
/** In which groups the district has whom. */
const groups = new Map();

async function startProvider(t, ours) {
  const listener = createServer();
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const issuer = `http://localhost:${listener.address().port}`;
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  const provider = new Provider(issuer, {
    clients: [{ client_id: "daymark", client_secret: SECRET, redirect_uris: [`${ours}/sign-in/district/back`] }],
    jwks: { keys: [{ ...key, use: "sig", alg: "RS256", kid: "one" }] },
    cookies: { keys: ["a key of the test"] },
    claims: { openid: ["sub"], profile: ["name"], groups: ["groups"] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: `Name of ${sub}`, groups: groups.get(sub) ?? [] }),
    }),
  });
  listener.on("request", provider.callback());
  t.after(() => new Promise((done) => {
    listener.closeAllConnections();
    listener.close(done);
  }));
  return issuer;
}

function writeDown(data, issuer, ours, more = "") {
  const text = `name = "Lincoln Unified"\nissuer = "${issuer}"\nclient_id = "daymark"\nclient_secret_file = "oidc-secret"\naddress = "${ours}"\n${more}`;
  writeFileSync(join(data, "oidc.toml"), text);
  writeFileSync(join(data, "oidc-secret"), `${SECRET}\n`, { mode: 0o600 });
}

const daymark = (...words) => execFileSync(programs.server, words, { encoding: "utf8" });

/** What somebody does on the provider's own pages: any password is right there. */
async function signInThere(page, subject) {
  await page.locator('input[name="login"]').fill(subject);
  await page.locator('input[name="password"]').fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  const consent = page.getByRole("button", { name: "Continue" });
  await consent.or(page.locator("main#page")).first().waitFor();
  if (await consent.isVisible()) await consent.click();
}

test("staff come in by the district's own sign-in", { timeout: 240_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  // It keeps its port, which the provider must know before it is started with the district.
  await server.start();
  const ours = server.origin;
  await server.stop();
  const issuer = await startProvider(t, ours);
  writeDown(district.data, issuer, ours);
  const known = district.addStaff("coordinator", "Robin Vale");
  const linked = district.addStaff("principal", "Ada Moss");
  daymark("user", "connect", "--data", district.data, "--login", known.login, "--subject", "robin-4711");
  await server.start();

  const browser = await openBrowser();
  t.after(() => browser.close());
  const open = async (look = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false, ...look });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const refused = [];
    page.on("console", (message) => {
      if (message.type() === "error" && page.url().startsWith(ours)) refused.push(message.text());
    });
    return { page, refused };
  };

  await t.test("by a link, without JavaScript and without a password of ours", async () => {
    const { page, refused } = await open();
    await page.goto(`${ours}/sign-in`);
    await show(page, "district-sign-in");
    await page.getByRole("link", { name: "Sign in with Lincoln Unified" }).click();
    assert.equal(new URL(page.url()).origin, issuer, "the browser may be sent there");
    await signInThere(page, "robin-4711");
    await page.waitForURL(`${ours}/staff/home`);
    assert.deepEqual(refused, []);

    await page.goto(`${ours}/account`);
    assert.match(await page.locator("main").innerText(), /You can sign in with Lincoln Unified/);
    await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
    await page.goto(`${ours}/staff/home`);
    assert.equal(new URL(page.url()).pathname, "/sign-in");
    await page.context().close();
  });

  await t.test("whoever is to prove it again signs in there again, although they are known there", async () => {
    const { page } = await open();
    await page.goto(`${ours}/sign-in/district`);
    await signInThere(page, "robin-4711");
    await page.waitForURL(`${ours}/staff/home`);
    await page.goto(`${ours}/sign-in/district/again?to=/account`);
    assert.equal(new URL(page.url()).origin, issuer);
    await signInThere(page, "robin-4711");
    await page.waitForURL(`${ours}/account`);

    // Without a page to go on to there is a form in another window.
    await page.goto(`${ours}/sign-in/district/again`);
    await signInThere(page, "robin-4711");
    await page.getByText("Close this window and press Go on").waitFor();
    await page.context().close();
  });

  await t.test("nobody has an account by being known there; a link connects one", async () => {
    const { page } = await open({ javaScriptEnabled: true });
    await page.goto(`${ours}/sign-in/district`);
    await signInThere(page, "ada-0815");
    await page.getByText("there is no account for you here").waitFor();
    assert.deepEqual(await barriers(page, "no account"), []);
    await show(page, "district-no-account");
    const said = daymark("user", "connect", "--data", district.data, "--login", linked.login);
    await page.goto(said.match(/https?:\S+/)[0]);
    assert.deepEqual(await barriers(page, "the link"), []);
    await show(page, "district-link");
    await page.getByRole("link", { name: "Sign in with Lincoln Unified" }).click();
    // The provider knows them still.
    await page.waitForURL(`${ours}/staff/home`);
    await page.context().close();
  });

  await t.test("the district's groups give an account and take it", async () => {
    await server.stop();
    const [key] = daymark("school", "list", "--data", district.data).split("\n")[0].split("  ");
    const more = `scopes = ["profile", "groups"]\ncreates_accounts = true\n[[group]]\nname = "mentoring"\nrole = "team"\nschool = "${key}"\n`;
    writeDown(district.data, issuer, ours, more);
    await server.start();
    groups.set("new-1", ["mentoring"]);
    const { page } = await open({ locale: "es" });
    await page.goto(`${ours}/sign-in`);
    await page.getByRole("link", { name: "Entrar con Lincoln Unified" }).click();
    await signInThere(page, "new-1");
    await page.waitForURL(`${ours}/team/week`);

    groups.delete("new-1");
    const { page: later } = await open();
    await later.goto(`${ours}/sign-in/district`);
    await signInThere(later, "new-1");
    await later.getByText("or not any more").waitFor();
    await page.goto(`${ours}/team/week`);
    assert.equal(new URL(page.url()).pathname, "/sign-in", "signed out everywhere");
    await page.context().close();
    await later.context().close();
  });
});
