// The same screens in a window: under a virtual screen, driven by keys and a pointer, read from a screenshot.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import test from "node:test";

import { picture } from "./output.mjs";
import { District, Server, programs, temporaryFolder } from "./server.mjs";
import { TeamPage } from "./team-page.mjs";

// Twice the size of a phone's points, so that the letters can be read from the picture.
const SCALE = 2;
const WIDTH = 400 * SCALE;
const HEIGHT = 780 * SCALE;
// So many names on one screen, read from a picture, are a caseload; foreign letters are often misread.
const ENOUGH = 4;

test("the window shows the mentor's caseload", { timeout: 180_000 }, async (t) => {
  const district = new District(t);
  const server = new Server(t, district);
  await server.start();
  const invitation = district.invite();
  const screen = await VirtualScreen.start(t);
  screen.open(t, join(dirname(programs.server), "daymark-mobile"), {
    DAYMARK_SERVER: server.origin, DAYMARK_DATA: temporaryFolder(t, "window"), GDK_SCALE: String(SCALE),
    WEBKIT_DISABLE_DMABUF_RENDERER: "1", GDK_BACKEND: "x11",
  });

  const pairing = screen.waitForTitle("^Pair");
  screen.do("windowfocus", pairing);
  screen.picture("20-window-pair");
  screen.do("key", "Tab");
  screen.do("type", "--delay", "20", invitation.code);
  screen.do("key", "Return");
  screen.waitForTitle("^Good ");
  screen.picture("21-window-today");
  // The third of the three tabs at the foot.
  screen.do("mousemove", String((WIDTH * 5) / 6), String(HEIGHT - 30 * SCALE), "click", "1");
  screen.waitForTitle("^Students");

  const team = await TeamPage.signIn(t, server.origin, invitation);
  await team.openWeek();
  const caseload = await team.studentsOf(invitation.mentor);
  const onPicture = () => {
    const text = screen.picture("22-window-students");
    return caseload.filter((name) => text.includes(name)).length;
  };
  // The title is there before the list; a picture and its reading take longer than a pause would.
  let found = 0;
  for (let pictures = 0; found < ENOUGH && pictures < 30; pictures += 1) found = onPicture();
  assert.ok(found >= ENOUGH, `of ${caseload.length} students only ${found} can be read on the screenshot`);
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

  /** Keeps what is on the screen, and reads it. */
  picture(name) {
    const file = picture(name);
    execFileSync("import", ["-window", "root", file], { env: this.environment });
    return execFileSync("tesseract", [file, "-", "--psm", "6"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  }
}
