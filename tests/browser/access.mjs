// What a machine can find of a page that shuts somebody out (WCAG 2.2 AA, by axe-core).

import axe from "axe-core";

import { onLongScreen } from "./output.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// It compares letter by letter, and takes a comma or a sign such as ✓ in a label for a difference.
const NOT_THESE = { "label-content-name-mismatch": { enabled: false } };

/** What was found, a line each; nothing on a page that lets everybody in. */
export async function barriers(page, name) {
  // The page's own policy allows no foreign script, so axe is evaluated by the browser's tool door.
  await page.evaluate(axe.source);
  const look = () => page.evaluate((options) => globalThis.axe.run(document, options), { runOnly: RULES, rules: NOT_THESE });
  const { violations } = await onLongScreen(page, look);
  return violations.map(({ id, help, nodes }) => `${name}: ${help} (${id}), ${nodes.length} times, first ${nodes[0].html.slice(0, 200)}`);
}

/** What stands beyond the edge, by the innermost box that does. */
export function beyondTheEdge(page, name) {
  return page.evaluate((name) => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    const beyond = [...document.body.querySelectorAll("*")].filter((box) => box.getBoundingClientRect().right > edge + 0.5);
    const inmost = beyond.filter((box) => ![...box.children].some((child) => beyond.includes(child)));
    return inmost.map((box) => `${name}: ${box.outerHTML.slice(0, 160)} stands beyond the edge`).slice(0, 3);
  }, name);
}
