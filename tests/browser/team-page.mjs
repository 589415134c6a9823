// The school team's page, on a laptop.

import { barriers } from "./access.mjs";
import { openBrowser } from "./phone.mjs";

export class TeamPage {
  /** `look` changes what the browser is like, as Playwright names it. */
  static async signIn(t, origin, { login, password }, look = {}) {
    const browser = await openBrowser();
    t.after(() => browser.close());
    // Without JavaScript, as it promises to work.
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false, ...look });
    const team = new TeamPage();
    team.page = await context.newPage();
    Object.assign(team, { origin, context, browser, look });
    await team.page.goto(`${origin}/sign-in`);
    await team.page.locator('input[name="login"]').fill(login);
    await team.page.locator('input[name="password"]').fill(password);
    await team.page.locator("form button").first().click();
    return team;
  }

  /** What shuts somebody out; axe is itself a script, so it looks at a copy of the page that may run one. */
  async barriers(name) {
    const context = await this.browser.newContext({ ...this.look, storageState: await this.context.storageState() });
    const page = await context.newPage();
    await page.goto(this.page.url());
    return barriers(page, name);
  }

  /** How many sheets the page takes on a printer. */
  async sheetsOfPaper() {
    const pdf = await this.page.pdf({ format: "Letter", preferCSSPageSize: true });
    return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  }

  /** How many sheets of letter paper the page takes. */
  async sheetsPrinted() {
    const pdf = await this.page.pdf({ format: "Letter", preferCSSPageSize: true });
    return pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
  }

  openWeek = () => this.page.goto(`${this.origin}/team/week`);

  /** The names of one mentor's students. */
  studentsOf = (mentor) => this.#rowsOf(mentor).locator(".n").allInnerTexts();

  #rowsOf = (mentor) => this.page.locator("table.week tbody tr").filter({ hasText: mentor });

  /** Student's name -> what the cell of that weekday says, for the matches of one mentor. */
  async cellsOf(mentor, weekday) {
    const rows = await this.#rowsOf(mentor).all();
    const cells = rows.map(async (row) => {
      const name = (await row.locator(".n").innerText()).trim();
      const cell = row.locator(`[role="img"][aria-label^="${weekday}:"]`).first();
      return [name, (await cell.getAttribute("aria-label")).slice(weekday.length + 2)];
    });
    return new Map(await Promise.all(cells));
  }
}
