// What the tests share: the real server on a port of its own, and a phone, which is Debian's Chromium at 360×640 with
// touch and a slowed CPU.
import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const need = (name) => {
  if (!process.env[name]) throw new Error(`${name} is not set: run the tests with cargo xtask test`);
  return process.env[name];
};
export const SERVER = need("DAYMARK_SERVER");
export const DEMO = need("DAYMARK_DEMO");
export const APP = need("DAYMARK_APP");
export const OUTPUT = new URL("./output/", import.meta.url).pathname;
mkdirSync(OUTPUT, { recursive: true });

const run = promisify(execFile);

/** A folder that is gone when the test is over. */
export function folder(t) {
  const path = mkdtempSync(join(tmpdir(), "daymark-test-"));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A data folder with the demo district. */
export async function district(t) {
  const data = folder(t);
  await run(DEMO, ["make", "--data", data], { maxBuffer: 1 << 24 });
  return data;
}

/** How to get in: { login, password, school, mentor, code }. */
export async function invitation(data) {
  const { stdout } = await run(DEMO, ["invite", "--data", data, "--json"]);
  return JSON.parse(stdout);
}

/** The server process. Started again it takes the same port. */
export class Server {
  constructor(data) {
    this.data = data;
    this.port = 0;
  }
  async start() {
    const listen = `127.0.0.1:${this.port}`;
    this.process = spawn(SERVER, ["serve", "--data", this.data, "--listen", listen, "--app", APP], {
      env: { ...process.env, RUST_LOG: "warn" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    for await (const line of createInterface({ input: this.process.stdout })) {
      const address = /http:\/\/\S+/.exec(line);
      if (!address) continue;
      this.address = address[0];
      this.port = Number(new URL(this.address).port);
      return this;
    }
    throw new Error("the server did not say where it listens");
  }
  async stop() {
    if (!this.process || this.process.exitCode !== null) return;
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGTERM");
    await ended;
  }
}

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

/** A phone: its storage outlives the browser process. */
export class Phone {
  constructor(profile, { slowed = 4 } = {}) {
    this.profile = profile;
    this.slowed = slowed;
  }
  async open(address) {
    this.browser = await chromium.launchPersistentContext(this.profile, {
      executablePath: process.env.DAYMARK_CHROMIUM ?? "/usr/bin/chromium",
      args: FLAGS,
      viewport: { width: 360, height: 640 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      colorScheme: process.env.DAYMARK_DARK ? "dark" : "light",
      timezoneId: "America/Chicago",
    });
    this.page = this.browser.pages()[0] ?? (await this.browser.newPage());
    this.page.on("pageerror", (error) => console.error("page:", error.message));
    this.page.on("console", (message) => message.type() === "error" && console.error("console:", message.text()));
    const devtools = await this.browser.newCDPSession(this.page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: this.slowed });
    await this.page.goto(address);
    return this.page;
  }
  /** As the system does when it needs memory: without a word. */
  async kill() {
    const closed = new Promise((resolve) => this.browser.once("close", resolve));
    await run("pkill", ["-KILL", "-f", `user-data-dir=${this.profile}`]).catch(() => {});
    await closed;
  }
  async close() {
    await this.browser?.close().catch(() => {});
  }
  /** The screen has its data. */
  async ready() {
    await this.page.locator("html[data-ready=true]").waitFor();
  }
  at(hook) {
    return this.page.getByTestId(hook);
  }
  async picture(name) {
    await this.page.screenshot({ path: join(OUTPUT, `${name}.png`) });
  }
}

/** A member of staff at a desk, without JavaScript. */
export async function desk(t, address) {
  const browser = await chromium.launch({ executablePath: process.env.DAYMARK_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  t.after(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  return page;
}

export async function signIn(page, { login, password }) {
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill(password);
  await page.locator("button[type=submit]").first().click();
}
