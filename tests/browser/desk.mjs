// Somebody of the school's team at a desk. What is done is done without JavaScript, as the pages promise to work; each page
// is then looked at in a second window that may run the page's script and axe's.

import assert from "node:assert/strict";

import { barriers, beyondTheEdge } from "./access.mjs";
import { pictureOfGuide } from "./guide.mjs";
import { pagesLinked } from "./links.mjs";
import { show } from "./output.mjs";
import { againstThePolicy } from "./phone.mjs";

const LAPTOP = { width: 1280, height: 900 };
const TABLET = { width: 768, height: 1024 };

export class Desk {
  /** What shuts somebody out, stands beyond the edge, leads nowhere or was thrown; a test ends by asserting that this is empty. */
  found = [];
  /** Routes whose links were tried. */
  #tried = new Set();

  static async signIn(browser, origin, { login, password }) {
    const desk = new Desk();
    desk.origin = origin;
    desk.context = await browser.newContext({ viewport: LAPTOP, javaScriptEnabled: false });
    desk.page = await desk.context.newPage();
    desk.page.setDefaultTimeout(20_000);
    await desk.go("/sign-in");
    await desk.fill({ login, password });
    await desk.page.locator("form button").first().click();
    const looking = await browser.newContext({ viewport: LAPTOP });
    await looking.addCookies(await desk.context.cookies());
    desk.window = await looking.newPage();
    desk.window.setDefaultTimeout(20_000);
    desk.window.on("pageerror", (error) => desk.found.push(`${desk.window.url()}: ${error}`));
    desk.window.on("console", (line) => againstThePolicy(line.text()) && desk.found.push(line.text()));
    return desk;
  }

  async close() {
    await this.context.close();
    await this.window.context().close();
  }

  at = (hook) => this.page.getByTestId(hook);
  /** The page's own part. */
  get main() {
    return this.page.locator("main");
  }
  /** Where one is, without the server. */
  get address() {
    return this.page.url().slice(this.origin.length);
  }
  /** The pages of the bar. */
  async bar() {
    return [...(await pagesLinked(this.page, this.origin, "nav.steps a[href]")).values()];
  }
  /** A folded form of a mentor's page. */
  form = (word) => this.page.locator("form").filter({ has: this.at(`save-${word}`) });

  /** The date at the school, as an empty form has it. */
  async today() {
    await this.window.goto(`${this.origin}/staff/mentors/new`);
    return this.window.evaluate(() => new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(new Date()));
  }

  go = (address) => this.page.goto(`${this.origin}${address}`);
  press = (hook) => this.at(hook).first().click();

  /** Fills fields by their names, inside of `form`; `true` ticks a box. */
  async fill(fields, form = this.page.locator("body")) {
    for (const [name, value] of Object.entries(fields)) {
      const field = form.locator(`[name="${name}"]`);
      const kind = await field.first().evaluate((field) => field.type);
      if (value === true) await field.check();
      else if (kind === "radio") await form.locator(`[name="${name}"][value="${value}"]`).check();
      else if (kind === "select-one") await field.selectOption(value);
      else await field.fill(value);
    }
  }

  /** Sends a form by its only or last button; what came back must be a page. */
  async send(form) {
    const [answer] = await Promise.all([this.page.waitForNavigation(), form.locator("button").last().click()]);
    assert.ok(answer.status() < 500, `${answer.url()} answers ${answer.status()}`);
    return answer.status();
  }

  /** Whether it answers, shuts nobody out, and its links lead somewhere. */
  async glance(address) {
    const answer = await this.window.goto(`${this.origin}${address}`);
    if (answer.status() !== 200) this.found.push(`${address} answers ${answer.status()}`);
    this.found.push(...(await barriers(this.window, address)));
    await this.#tryLinks();
  }

  /** Looks at the page where one is, as everybody might see it. */
  async look(name) {
    // With a place on the page the browser would stay on what it has of it.
    await this.window.goto(this.page.url().split("#")[0]);
    await this.lookAround(name);
    await this.#tryLinks();
    await this.window.locator('footer a[hreflang="es"]').click();
    await this.window.locator('html[lang="es"]').waitFor({ state: "attached" });
    await this.#narrow(`${name} in Spanish`);
    this.found.push(...(await barriers(this.window, `${name} in Spanish`)));
    await show(this.window, `friday-${name}-es`, { whole: true });
    await this.window.setViewportSize(LAPTOP);
    await this.window.locator('footer a[hreflang="en"]').click();
    await this.window.locator('html[lang="en"]').waitFor({ state: "attached" });
  }

  /** A sheet for somebody, which is in their language whoever prints it. */
  async lookAtSheet(name, address) {
    for (const language of ["en", "es"]) {
      await this.window.goto(`${this.origin}${address}?in=${language}`);
      assert.equal(await this.window.locator("html").getAttribute("lang"), language);
      await this.lookAround(`${name}-in-${language}`);
    }
  }

  /** The same of what the second window shows and no address leads back to. */
  async lookAround(name) {
    await this.window.setViewportSize(LAPTOP);
    await show(this.window, `friday-${name}`, { whole: true });
    await pictureOfGuide(this.window, name);
    this.found.push(...(await barriers(this.window, name)));
    await this.#narrow(name);
    await show(this.window, `friday-${name}-768`, { whole: true });
    await this.window.setViewportSize(LAPTOP);
  }

  async #tryLinks() {
    for (const [route, address] of await pagesLinked(this.window, this.origin, "main a[href]")) {
      if (this.#tried.has(route)) continue;
      this.#tried.add(route);
      const answer = await this.window.request.get(`${this.origin}${address}`);
      if (answer.status() !== 200) this.found.push(`${this.window.url()}: its link to ${address} answers ${answer.status()}`);
    }
  }

  async #narrow(name) {
    await this.window.setViewportSize(TABLET);
    this.found.push(...(await beyondTheEdge(this.window, `${name}, 768 pixels`)));
  }
}
