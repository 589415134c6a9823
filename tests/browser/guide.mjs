// The pictures of docs/guide, made where the tests come by: `DAYMARK_WRITE_GUIDE=1 node --test the-teams-friday.test.mjs`.

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../../docs/guide/pictures");
/** The pages that the guide shows: the name of the look, how much of the page, from which part of it on. */
const SHOWN = {
  "home-first": [860], "import-preview": [620], candidates: [560], mentor: [820], suggestions: [700], "match-told": [560], invite: [420],
  home: [620], packet: [560, "#students"], minutes: [520], referral: [760], numbers: [300], support: [420], closing: [700],
};

export async function pictureOfGuide(page, name) {
  if (!process.env.DAYMARK_WRITE_GUIDE || !SHOWN[name]) return;
  const [height, from] = SHOWN[name];
  mkdirSync(folder, { recursive: true });
  const size = page.viewportSize();
  await page.setViewportSize({ ...size, height });
  await page.evaluate((from) => (from ? document.querySelector(from).scrollIntoView() : window.scrollTo(0, 0)), from ?? null);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.setViewportSize(size);
}
