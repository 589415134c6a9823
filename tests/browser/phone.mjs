// A mentor's phone: Debian's Chromium with touch, a small screen and a slow processor. Its profile is a folder, so that
// the browser can be killed and opened again with what it had kept.

import { chromium } from "playwright-core";

import { processesOf, residentBytes } from "./processes.mjs";
import { letIn } from "./server.mjs";
import { slowDevice, workInAWorker } from "./slow-device.mjs";

const CHROMIUM = process.env.DAYMARK_CHROMIUM ?? "/usr/bin/chromium";
const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
export const SLOWED = 4;

/** What Playwright itself puts into a page while it takes a picture: no caret, nothing that moves. */
const OF_A_PICTURE = ["sha256-yqxpVPrBcvXYVDbvoOTY/3gMXjVhIKNJ1BuGopwP0KE=", "sha256-m6GcWAkhNhZMxfRGwxhi69QTKKFol/Kbi/cTaM/cBio="];

/** Whether the browser says that a page tried what its content security policy forbids. */
export const againstThePolicy = (said) => said.includes("Content Security Policy") && !OF_A_PICTURE.some((hash) => said.includes(hash));

/** What opens every phone of these tests. */
export const PIN = "481516";

/** For pages that are no phone's. */
export const openBrowser = () => chromium.launch({ executablePath: CHROMIUM, args: QUIET });

/** The app believes that it is installed; `tab: true` leaves it a page that one comes by. */
const INSTALLED = () => {
  const ask = window.matchMedia.bind(window);
  window.matchMedia = (query) => (query === "(display-mode: standalone)" ? { matches: true } : ask(query));
};

/** A screen has its data: one of the app's, or the one before a locked phone. */
const isReady = () => document.documentElement.dataset.ready === "true";

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

  /**
   * Starts the browser; `look` changes what the screen is like, as Playwright names it; `slowed` how slow it is. Wherever a
   * page of it goes, the PIN is given when it is asked for, unless the phone is to stay `locked`.
   */
  async open({ slowed = SLOWED, locked = false, tab = false, ...look } = {}) {
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: CHROMIUM, args: QUIET, viewport: { width: 360, height: 640 }, deviceScaleFactor: 2,
      hasTouch: true, isMobile: true, locale: "en-US", serviceWorkers: "allow", ...look,
    });
    if (!tab) await this.#context.addInitScript(INSTALLED);
    if (!locked) {
      this.#context.on("page", (page) => this.#unlocksWhereverItGoes(page));
      this.#context.pages().forEach((page) => this.#unlocksWhereverItGoes(page));
    }
    this.page = this.#context.pages()[0] ?? (await this.#context.newPage());
    this.page.setDefaultTimeout(20_000);
    this.page.on("pageerror", (error) => this.errors.push(String(error)));
    this.page.on("console", (line) => againstThePolicy(line.text()) && this.errors.push(line.text()));
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
    await this.askToPair(origin, code);
    letIn(origin);
    await this.isPaired();
  }

  /** Types the code; the three words that the phone shows then. */
  async askToPair(origin, code) {
    await this.page.goto(`${origin}/`);
    await this.at("pair-code").fill(code);
    return this.submitCode();
  }

  async submitCode() {
    await this.tap("pair-submit");
    return this.threeWords();
  }

  threeWords = async () => {
    await this.at("pair-words").waitFor();
    return (await this.at("pair-words").innerText()).split(/\s+/).filter(Boolean);
  };

  /** The coordinator has said that these are the words. */
  async isPaired() {
    await this.choosePin();
    await this.at("tab-today").waitFor();
    await this.ready();
  }

  /** Chooses the PIN of a phone that was just paired. */
  async choosePin(pin = PIN) {
    await this.at("choose-pin").waitFor();
    await this.types(pin);
    await this.at("choose-pin").getByRole("group", { name: /again|otra vez/ }).waitFor();
    await this.types(pin);
    await this.at("choose-pin").waitFor({ state: "detached" });
  }

  /** The digits and OK, as fast as a page hears them. */
  types = (pin, page = this.page) => page.evaluate((keys) => {
    for (const key of keys) document.querySelector(`[data-testid="pad-${key}"]`).click();
  }, [...pin, "done"]);

  /** Opens a locked phone. */
  async unlock(page = this.page, pin = PIN) {
    await page.getByTestId("unlock").waitFor();
    await this.types(pin, page);
    await page.getByTestId("unlock").waitFor({ state: "detached" });
    await page.locator("#screen").waitFor();
  }

  /** Milliseconds from OK on the pad until the screen behind it has what carries the hook. */
  async timedUnlock(hook, pin = PIN) {
    await this.at("unlock").waitFor();
    return this.page.evaluate(([keys, hook]) => new Promise((resolve) => {
      const press = (key) => document.querySelector(`[data-testid="pad-${key}"]`).click();
      keys.forEach(press);
      const began = performance.now();
      press("done");
      const look = () => (document.querySelector(`[data-testid="${hook}"]`) ? resolve(performance.now() - began) : requestAnimationFrame(look));
      look();
    }), [[...pin], hook]);
  }

  /** A page that is loaded anew has another core, which knows no PIN. */
  #unlocksWhereverItGoes(page) {
    for (const way of ["goto", "reload"]) {
      const goes = page[way].bind(page);
      page[way] = async (...words) => {
        const answer = await goes(...words);
        if (await page.evaluate(() => Boolean(document.getElementById("stopped")))) {
          await page.waitForFunction(isReady);
          if (await page.getByTestId("unlock").isVisible()) await this.unlock(page);
        }
        return answer;
      };
    }
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
  ready = () => this.page.waitForFunction(isReady);

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

  /** What the process that shows the page holds in memory, its worker included. */
  residentBytes = () => residentBytes(this.#profile);

  /** From here on all of the browser is slow, workers and disk included; the answer, called, ends it. */
  slowDevice = (slowed = SLOWED) => slowDevice(this.#profile, slowed);

  async workInAWorker() {
    const took = await workInAWorker(this.#context);
    await this.page.bringToFront();
    return took;
  }

  /** "7 saved here": how things stand, top right. */
  syncLine = async () => (await this.at("sync-line").innerText()).replaceAll(/\s+/g, " ").trim();

  async syncSays(what) {
    await this.at("sync-line").filter({ hasText: what }).waitFor();
  }
}
