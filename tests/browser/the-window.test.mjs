// The same screens in a window: under a virtual screen, driven by keys and a pointer, read from a screenshot.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import test from "node:test";

import { picture } from "./output.mjs";
import { PIN } from "./phone.mjs";
import { District, Server, letIn, programs, temporaryFolder } from "./server.mjs";
import { TeamPage } from "./team-page.mjs";

// Twice the size of a phone's points, so that the letters can be read from the picture.
const SCALE = 2;
const WIDTH = 400 * SCALE;
const HEIGHT = 780 * SCALE;
// So many names on one screen, read from a picture, are a caseload; foreign letters are often misread.
const ENOUGH = 3;

test("the window shows the mentor's caseload", { timeout: 180_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const invitation = district.invite();
  const screen = await VirtualScreen.start(t);
  screen.open(t, join(dirname(programs.server), "daymark-mobile"), {
    DAYMARK_SERVER: server.origin, DAYMARK_DATA: temporaryFolder("window"), GDK_SCALE: String(SCALE),
    WEBKIT_DISABLE_DMABUF_RENDERER: "1", GDK_BACKEND: "x11",
    // The test reads English titles, whatever the developer's own language.
    LANGUAGE: "", LC_ALL: "C.UTF-8",
  });

  const pairing = screen.waitForTitle("^Pair");
  screen.do("windowfocus", pairing);
  screen.readUntil("20-window-pair", (text) => /code/i.test(text), "nothing of the code is asked for on the screenshot");
  screen.do("key", "Tab");
  screen.do("type", "--delay", "20", invitation.code);
  screen.do("key", "Return");
  screen.waitForTitle("^Compare");
  letIn(server.origin);
  screen.waitForTitle("^Choose a PIN");
  for (const [name, text] of [["20-window-pin", "only you"], ["20-window-pin-again", "same"]]) {
    screen.readUntil(name, (read) => read.toLowerCase().includes(text), "the PIN is not asked for on the screenshot");
    screen.do("type", "--delay", "20", PIN);
    screen.do("key", "Return");
  }
  screen.waitForTitle("^Good ");
  screen.readUntil("21-window-today", (text) => text.includes("Today"), "no foot can be read on the screenshot");
  // The third of the three tabs at the foot.
  screen.do("mousemove", String((WIDTH * 5) / 6), String(HEIGHT - 30 * SCALE), "click", "1");
  screen.waitForTitle("^Students");

  const team = await TeamPage.signIn(t, server.origin, invitation);
  await team.openWeek();
  const caseload = await team.studentsOf(invitation.mentor);
  const found = (text) => caseload.filter((name) => text.includes(name)).length;
  const missing = `of ${caseload.length} students fewer than ${ENOUGH} can be read on the screenshot`;
  screen.readUntil("22-window-students", (text) => found(text) >= ENOUGH, missing);
});

/** An X server of our own, without a screen. */
class VirtualScreen {
  static async start(t) {
    const screen = new VirtualScreen();
    const words = ["-displayfd", "3", "-screen", "0", `${WIDTH}x${HEIGHT}x24`, "-nolisten", "tcp"];
    const server = spawn("Xvfb", words, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    t.after(() => server.kill());
    const [number] = await once(server.stdio[3], "data");
    screen.environment = { ...process.env, DISPLAY: `:${String(number).trim()}` };
    return screen;
  }

  open(t, program, variables) {
    const window = spawn(program, [], { env: { ...this.environment, ...variables }, stdio: ["ignore", "ignore", "inherit"] });
    t.after(() => window.kill("SIGKILL"));
  }

  do(...words) {
    return execFileSync("xdotool", words, { env: this.environment, encoding: "utf8", timeout: 60_000 }).trim();
  }

  /** The window, once its title says so: the app sets it when a screen has its data. */
  waitForTitle(pattern) {
    return this.do("search", "--sync", "--onlyvisible", "--name", pattern).split("\n")[0];
  }

  /** The title is there before the content: pictures until one shows it; their reading takes longer than a pause would. */
  readUntil(name, shows, missing) {
    for (let pictures = 0; pictures < 30; pictures += 1) if (shows(this.picture(name))) return;
    assert.fail(missing);
  }

  /** Keeps what is on the screen, and reads it. */
  picture(name) {
    const file = picture(name);
    execFileSync("import", ["-window", "root", file], { env: this.environment });
    return execFileSync("tesseract", [file, "-", "--psm", "6"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  }
}
