// Puts the pictures of every screen on sheets, by look: output/sheet-light.png, sheet-dark.png, sheet-large.png.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { picture } from "./output.mjs";
import { openBrowser } from "./phone.mjs";

const LOOKS = ["light", "dark", "large"];
const STYLE = `
  body { margin: 24px; background: #777; font: 15px system-ui, sans-serif; }
  main { display: flex; flex-wrap: wrap; gap: 24px; align-items: start; }
  figure { margin: 0; width: 270px; } img { width: 100%; display: block; border-radius: 12px; }
  figcaption { padding: 6px 0; color: #fff; }`;

const folder = join(picture("x"), "..");
const browser = await openBrowser();
for (const look of LOOKS) {
  const pictures = readdirSync(folder).filter((name) => name.startsWith("screen-") && name.endsWith(`-${look}.png`)).sort();
  const figures = pictures.map((name) => {
    const title = name.slice("screen-".length, -`-${look}.png`.length);
    return `<figure><img src="data:image/png;base64,${readFileSync(join(folder, name)).toString("base64")}"><figcaption>${title}</figcaption></figure>`;
  });
  const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
  const sheet = join(folder, `sheet-${look}.html`);
  writeFileSync(sheet, `<!doctype html><title>${look}</title><style>${STYLE}</style><main>${figures.join("")}</main>`);
  await page.goto(`file://${sheet}`);
  await page.screenshot({ path: picture(`sheet-${look}`), fullPage: true });
  console.log(`${figures.length} screens, ${look}: ${picture(`sheet-${look}`)}`);
}
await browser.close();
