// What a machine can find of a page that shuts somebody out (WCAG 2.2 AA, by axe-core).

import assert from "node:assert/strict";
import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function assertAccessible(page, name) {
  // The page's own policy allows no foreign script, so axe is evaluated by the browser's tool door.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules }), RULES);
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((node) => node.html.slice(0, 160)).join("\n    ")}`);
  assert.equal(found.length, 0, `${name}:\n  ${found.join("\n  ")}`);
}
