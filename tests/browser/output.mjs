// Screenshots that stay, to be looked at by people: in tests/browser/output.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "output");
mkdirSync(folder, { recursive: true });

export const picture = (name) => join(folder, `${name}.png`);

/** What is on the screen now; `whole` takes what is below the fold too, on a screen that is long enough for it. */
export async function show(page, name, { whole = false } = {}) {
  const size = page.viewportSize();
  if (whole) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  }
  await page.screenshot({ path: picture(name), animations: "disabled" });
  if (whole) await page.setViewportSize(size);
}
