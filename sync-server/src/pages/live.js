// Keeps an open page fresh. A poke says only "ask again"; the page itself comes from its own address, as it would on
// reloading. Nothing that somebody types, opened or looks at is lost: while a form has been touched the page stays, and a
// line offers to load what is new.

const AT_MOST_EVERY = 10_000;
const WAITING_EVERY = 2_000;

const main = () => document.getElementById("page");
const line = (what) => main().querySelector(`[data-live-${what}]`);
const follows = () => main().querySelector("[data-live]")?.dataset.live;

const isTouched = (field) =>
  field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
  : field.tagName === "SELECT" ? selected(field) !== asSent(field)
  : field.value !== field.defaultValue;
const selected = (select) => [...select.selectedOptions].map((option) => option.index).join();
// A list of which nothing is chosen shows its first line.
const asSent = (select) => {
  const sent = [...select.options].filter((option) => option.defaultSelected).map((option) => option.index);
  return sent.length || select.multiple ? sent.join() : "0";
};
const isBeingFilledIn = () => {
  const fields = [...main().querySelectorAll("input:not([type=hidden]), select, textarea")];
  return fields.some((field) => isTouched(field) || field === document.activeElement);
};

// What was opened and what has the focus is found again by what it says: rows may have come before it.
const nameOf = (element) => `${element.tagName} ${element.getAttribute("href") ?? ""} ${element.textContent.trim()}`;
const opened = () =>
  new Map([...main().querySelectorAll("details")].map((details) => [nameOf(details.querySelector("summary") ?? details), details.open]));
const focusIn = (root, name) => [...root.querySelectorAll("a, button, summary")].find((found) => nameOf(found) === name);

function put(fresh) {
  const old = main();
  const open = opened();
  const focused = old.contains(document.activeElement) ? nameOf(document.activeElement) : null;
  const { scrollX, scrollY } = window;
  const inside = [...old.querySelectorAll(".scroll")].map((box) => box.scrollLeft);
  for (const details of fresh.querySelectorAll("details")) {
    const before = open.get(nameOf(details.querySelector("summary") ?? details));
    if (before !== undefined) details.open = before;
  }
  old.replaceWith(document.adoptNode(fresh));
  inside.forEach((left, n) => { const box = fresh.querySelectorAll(".scroll")[n]; if (box) box.scrollLeft = left; });
  window.scrollTo(scrollX, scrollY);
  if (focused) focusIn(fresh, focused)?.focus({ preventScroll: true });
}

let asking = false;
let lastAsked = Date.now();
let due = null;

async function ask() {
  due = null;
  // Nobody looks: what was on a page is not said to be seen.
  if (asking || document.visibilityState !== "visible") { missed = true; return; }
  if (isBeingFilledIn()) { show("new"); return; }
  asking = true;
  lastAsked = Date.now();
  try {
    const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
    const text = await answer.text();
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("page");
    if (answer.ok && !answer.redirected && fresh?.querySelector("[data-live]")) {
      // It may have been touched while the answer was on its way.
      if (isBeingFilledIn()) show("new"); else put(fresh);
    } else if (follows() === "waiting" && answer.ok) {
      location.reload();
      return;
    } else {
      show("new");
    }
  } catch {
    show("lost");
  }
  asking = false;
  if (follows() === "waiting") soon(WAITING_EVERY);
}

let missed = false;
const show = (what) => { const shown = line(what); if (shown) shown.hidden = false; };
const soon = (wait) => { due ??= setTimeout(ask, wait); };
const poked = () => soon(Math.max(300, lastAsked + AT_MOST_EVERY - Date.now()));

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && missed) { missed = false; poked(); }
});

if (follows() === "waiting") {
  soon(WAITING_EVERY);
} else {
  const events = new EventSource("/team/events");
  events.addEventListener("poke", poked);
  // The browser tries again by itself; what came in between is fetched once it is through.
  let wasLost = false;
  events.addEventListener("error", () => { wasLost = true; show("lost"); });
  events.addEventListener("open", () => {
    if (!wasLost) return;
    wasLost = false;
    const lost = line("lost");
    if (lost) lost.hidden = true;
    poked();
  });
}
