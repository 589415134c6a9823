// Screenshots that stay, to be looked at by people: in tests/browser/output.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "output");
mkdirSync(folder, { recursive: true });

export const picture = (name) => join(folder, `${name}.png`);

/** What is on the screen now; `whole` takes what is below the fold too. */
export async function show(page, name, { whole = false } = {}) {
  await page.screenshot({ path: picture(name), fullPage: whole, animations: "disabled" });
}
