// Screenshots that stay, to be looked at by people: in tests/browser/output.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

export const outputFolder = join(import.meta.dirname, "output");
mkdirSync(outputFolder, { recursive: true });

export const picture = (name) => join(outputFolder, `${name}.png`);

/** Whatever moves has arrived where it goes, as on a picture. */
const arrived = () => {
  for (const moving of document.getAnimations()) {
    if (moving.effect.getComputedTiming().endTime === Infinity) moving.cancel();
    else moving.finish();
  }
};

/** What is on the screen now; `whole` takes what is below the fold too. In CI nobody looks, and pictures take minutes. */
export async function show(page, name, { whole = false } = {}) {
  if (process.env.CI) return page.evaluate(arrived);
  const shoot = () => page.screenshot({ path: picture(name), animations: "disabled" });
  await (whole ? onLongScreen(page, shoot) : shoot());
}

/** Does it on a screen that is long enough for the whole page, so that what stays at the foot covers nothing. */
export async function onLongScreen(page, work) {
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  try {
    return await work();
  } finally {
    await page.setViewportSize(size);
  }
}
