// Every page that the bar leads each role to, and one level below: on a laptop and on a phone, in both languages. It
// answers, has one heading, shuts nobody out, leaves nothing beyond the edge, and its script throws nothing. What an earlier
// role was shown already is looked at less closely.

import assert from "node:assert/strict";
import test from "node:test";

import { barriers, beyondTheEdge } from "./access.mjs";
import { pagesLinked, routeOf } from "./links.mjs";
import { show } from "./output.mjs";
import { openBrowser } from "./phone.mjs";
import { District, Server } from "./server.mjs";

const ROLES = ["coordinator", "team", "principal", "captain", "clerk", "auditor"];
const LAPTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
/** Routes that were looked at closely. */
const seen = new Set();

test("every page of every role", { timeout: 900_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const browser = await openBrowser();
  t.after(() => browser.close());

  for (const role of ROLES) {
    await t.test(`the pages of a ${role}`, async () => {
      const walk = await Walk.begin(browser, server.origin, district.addStaff(role));
      const bar = await walk.addresses("nav.steps a[href]");
      assert.ok(bar.length > 0, `the bar leads a ${role} somewhere`);
      const below = [];
      for (const address of bar) below.push(...(await walk.visit(address)));
      for (const address of below) await walk.visit(address);
      await walk.end();
      console.log(`${role}: ${walk.visited.size} pages`);
      assert.deepEqual(walk.found, []);
    });
  }
});

/** Somebody who is signed in and goes from page to page. */
class Walk {
  found = [];
  /** By their routes, so that of a hundred students one is looked at. */
  visited = new Set();

  static async begin(browser, origin, { login, password }) {
    const walk = new Walk();
    walk.origin = origin;
    walk.context = await browser.newContext({ viewport: LAPTOP });
    walk.page = await walk.context.newPage();
    walk.page.on("pageerror", (error) => walk.found.push(`${walk.page.url()}: ${error}`));
    await walk.page.goto(`${origin}/sign-in`);
    await walk.page.locator('input[name="login"]').fill(login);
    await walk.page.locator('input[name="password"]').fill(password);
    await walk.page.locator("form button").first().click();
    await walk.page.locator("nav.steps").waitFor();
    return walk;
  }

  end = () => this.context.close();

  /** Where links of this page lead, each route once, those not visited yet. */
  async addresses(selector) {
    const links = await pagesLinked(this.page, this.origin, selector);
    return [...links].filter(([route]) => !this.visited.has(route)).map(([, address]) => address);
  }

  /** Looks at a page in both languages and sizes; where its links lead. */
  async visit(address) {
    const route = routeOf(address);
    if (this.visited.has(route)) return [];
    this.visited.add(route);
    const closely = !seen.has(route);
    seen.add(route);
    await this.speak("en");
    if (!(await this.go(address, "en"))) return [];
    await this.look(address, "English on a laptop", LAPTOP, closely);
    const below = await this.addresses("main a[href], nav.steps a[href]");
    if (closely) await this.look(address, "English on a phone", PHONE, false);
    await this.speak("es");
    if (!(await this.go(address, "es"))) return below;
    await this.look(address, "Spanish on a phone", PHONE, closely);
    if (closely) await this.look(address, "Spanish on a laptop", LAPTOP, false);
    return below;
  }

  speak = (language) => this.context.setExtraHTTPHeaders({ "Accept-Language": language });

  async go(address, language) {
    const answer = await this.page.goto(`${this.origin}${address}`);
    if (answer.status() !== 200) this.found.push(`${address}: answers ${answer.status()}`);
    if (answer.status() !== 200) return false;
    const [headings, spoken] = await this.page.evaluate(() => [document.querySelectorAll("h1").length, document.documentElement.lang]);
    if (headings !== 1) this.found.push(`${address}: ${headings} headings of the first rank`);
    // A sheet for a family is in the family's language.
    const expected = new URLSearchParams(address.split("?")[1]).get("in") ?? language;
    if (spoken !== expected) this.found.push(`${address}: speaks ${spoken}, not ${expected}`);
    return true;
  }

  async look(address, how, size, closely) {
    await this.page.setViewportSize(size);
    this.found.push(...(await beyondTheEdge(this.page, `${address}, ${how}`)));
    if (!closely) return;
    this.found.push(...(await barriers(this.page, `${address}, ${how}`)));
    await show(this.page, `team${routeOf(address).replaceAll(/[^a-z-]+/g, "-")}-${size.width}`, { whole: true });
  }
}
