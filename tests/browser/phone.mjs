// A mentor's phone: Debian's Chromium with touch, a small screen and a slow processor. Its profile is a folder, so that
// the browser can be killed and opened again with what it had kept.

import { readFileSync, readdirSync } from "node:fs";
import { chromium } from "playwright-core";

const CHROMIUM = process.env.DAYMARK_CHROMIUM ?? "/usr/bin/chromium";
const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
export const SLOWED = 4;

/** For pages that are no phone's. */
export const openBrowser = () => chromium.launch({ executablePath: CHROMIUM, args: QUIET });

export class Phone {
  #context;
  #profile;
  /** What the page threw; a test ends by asserting that this is empty. */
  errors = [];
  page = undefined;

  /** @param profile the folder that outlives the browser */
  constructor(t, profile) {
    this.#profile = profile;
    t.after(() => this.kill());
  }

  /** Starts the browser; `look` changes what the screen is like, as Playwright names it; `slowed` how slow it is. */
  async open({ slowed = SLOWED, ...look } = {}) {
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: CHROMIUM, args: QUIET, viewport: { width: 360, height: 640 }, deviceScaleFactor: 2,
      hasTouch: true, isMobile: true, locale: "en-US", serviceWorkers: "allow", ...look,
    });
    this.page = this.#context.pages()[0] ?? (await this.#context.newPage());
    this.page.setDefaultTimeout(20_000);
    this.page.on("pageerror", (error) => this.errors.push(String(error)));
    if (process.env.DAYMARK_CONSOLE) this.page.on("console", (line) => console.log(line.text()));
    const devtools = await this.#context.newCDPSession(this.page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  }

  /** As when somebody closes it. */
  async close() {
    await this.#context.close();
    this.#context = undefined;
  }

  /** As when the battery falls out: every process of this browser ends at once and writes nothing more. */
  async kill() {
    const gone = this.#context && new Promise((resolve) => this.#context.once("close", resolve));
    for (const process_id of processesOf(this.#profile)) {
      try {
        process.kill(process_id, "SIGKILL");
      } catch {
        // It fell with its parent.
      }
    }
    await gone;
    this.#context = undefined;
  }

  /** Makes this the phone of whoever holds the code. */
  async pair(origin, code) {
    await this.page.goto(`${origin}/`);
    await this.at("pair-code").fill(code);
    await this.tap("pair-submit");
    await this.at("tab-today").waitFor();
    await this.ready();
  }

  at = (hook) => this.page.getByTestId(hook);
  tap = (hook) => this.at(hook).tap();

  /**
   * A bare finger, which rests on the glass for a moment: the driver's own tap puts its listeners before the app's, and lifts
   * the finger before the page has heard of it.
   */
  async finger() {
    const devtools = await this.#context.newCDPSession(this.page);
    return async (x, y) => {
      await devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
      await new Promise((lifted) => setTimeout(lifted, 60));
      await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
  }

  #rests = (milliseconds) => this.page.evaluate((milliseconds) => {
    const began = performance.now();
    return new Promise((resolve) => {
      const look = () => (performance.now() - began > milliseconds ? resolve() : requestAnimationFrame(look));
      look();
    });
  }, milliseconds);

  /** As long as a finger takes to come again: the app takes anything sooner for one that bounced. */
  fingerIsBack = () => this.#rests(350);

  /** The screen has its data. */
  ready = () => this.page.waitForFunction(() => document.documentElement.dataset.ready === "true");

  async go(address) {
    await this.page.goto(address);
    await this.ready();
  }

  async goToTab(name) {
    await this.tap(`tab-${name}`);
    await this.page.locator(`[data-testid="tab-${name}"][aria-current="page"]`).waitFor();
    await this.ready();
  }

  /** The app and its files are kept: from here on it opens without a network. */
  keptForOffline = () => this.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

  /** What the process that shows the page holds in memory, its worker included; a spare one of the browser's is smaller. */
  residentBytes() {
    // Renderers do not name the profile; they descend from the browser, which does. Some write their command as one word.
    const ours = new Set(processesOf(this.#profile));
    const parent = (number) => Number(readFileSync(`/proc/${number}/stat`, "utf8").split(") ").at(-1).split(" ")[1]);
    const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && commandOf(name).join(" ").includes("--type=renderer")).map(Number);
    const isOurs = (number) => number > 1 && (ours.has(number) || isOurs(parent(number)));
    const renderers = all.filter(isOurs);
    const kilobytes = renderers.map((number) => Number(readFileSync(`/proc/${number}/status`, "utf8").match(/^VmRSS:\s+(\d+)/m)?.[1] ?? 0));
    return Math.max(...kilobytes) * 1024;
  }

  /** "7 saved here": how things stand, top right. */
  syncLine = async () => (await this.at("sync-line").innerText()).replaceAll(/\s+/g, " ").trim();

  async syncSays(what) {
    await this.at("sync-line").filter({ hasText: what }).waitFor();
  }
}

/** Browser, renderers and helpers that were started with this profile: ours, and nobody else's. */
function processesOf(profile) {
  const numbers = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return numbers.filter((number) => commandOf(number).includes(`--user-data-dir=${profile}`)).map(Number);
}

function commandOf(number) {
  try {
    return readFileSync(`/proc/${number}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}
