// Every screen in every look: small and smaller phones, by day and by night, with letters twice as large, in both
// languages, with many students and with none, without a network. Nobody is shut out, nothing stands beyond the edge.
// The pictures stay in output/; `cargo xtask screens` puts them on one sheet.

import assert from "node:assert/strict";
import test from "node:test";

import { barriers, beyondTheEdge } from "./access.mjs";
import { show } from "./output.mjs";
import { Phone } from "./phone.mjs";
import { District, Server, temporaryFolder } from "./server.mjs";

const SCREENS = {
  today: "/", door: "/door", students: "/students", "my-week": "/students/week", "my-month": "/students/month",
  group: "/students/group", library: "/students/library", phone: "/students/phone", pair: "/pair", lost: "/students/a/b",
};
const STUDENT_PAGES = [
  "together", "year", "log", "goals", "barriers", "praise", "steps", "starters", "contact", "note", "ask", "safety",
  "wake-up", "family",
];
/** What a reader has set as the size of letters, doubled. */
const TWICE = "212.5%";
const SMALL = { width: 320, height: 640 };
const USUAL = { width: 360, height: 640 };

test("every screen", { timeout: 600_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const found = [];
  const mentors = [
    { name: "ana", invitation: district.invite(), languages: ["en", "es"], screens: SCREENS },
    { name: "fifty", invitation: district.addMentor("Bartholomew Fitzgerald-Oyelaran", 50), languages: ["en"],
      screens: pick("today", "door", "students", "my-week", "group") },
    { name: "none", invitation: district.addMentor("Noor Haddad", 0), languages: ["es"],
      screens: pick("today", "door", "students", "my-week", "my-month", "group", "phone") },
  ];

  for (const { name, invitation, languages, screens } of mentors) {
    await t.test(`the phone of ${name}`, async (t) => {
      const phone = new Phone(t, temporaryFolder(`phone-${name}`));
      await phone.open({ slowed: 1 });
      await phone.pair(server.origin, invitation.code);
      const addresses = { ...screens, ...(name === "ana" ? await pagesOfFirstStudent(phone) : {}) };
      for (const language of languages) {
        await speak(phone, server.origin, language);
        for (const [screen, address] of Object.entries(addresses)) {
          await phone.go(`${server.origin}${address}`);
          found.push(...(await look(phone, `${name}-${screen}-${language}`)));
        }
      }
      assert.deepEqual(phone.errors, []);
    });
  }

  await t.test("a phone without a network, and an address that is nobody's", async (t) => {
    const phone = new Phone(t, temporaryFolder("phone-offline"));
    await phone.open({ slowed: 1 });
    await phone.pair(server.origin, district.addMentor("Olga Petrova", 3).code);
    await phone.keptForOffline();
    await server.stop();
    for (const [screen, address] of Object.entries({ today: "/", door: "/door", stranger: `/students/${"0".repeat(32)}` })) {
      await phone.page.goto(`${server.origin}${address}`);
      await phone.at("tab-today").waitFor();
      await phone.tap("sync-line");
      await phone.syncSays("no network");
      found.push(...(await look(phone, `offline-${screen}-en`)));
    }
    assert.deepEqual(phone.errors, []);
  });

  assert.deepEqual(found, []);
});

function pick(...names) {
  return Object.fromEntries(names.map((name) => [name, SCREENS[name]]));
}

/** The pages of the first student of the list, by their names. */
async function pagesOfFirstStudent(phone) {
  await phone.goToTab("students");
  await phone.tap("student-0");
  await phone.at("mark-today").waitFor();
  const address = new URL(phone.page.url()).pathname;
  const pages = STUDENT_PAGES.map((page) => [page, `${address}/${page}`]);
  return { student: address, ...Object.fromEntries(pages) };
}

async function speak(phone, origin, language) {
  await phone.go(`${origin}/students/phone`);
  await phone.tap(`language-${language}`);
  await phone.page.locator(`html[lang="${language}"]`).waitFor({ state: "attached" });
}

/** Looks at what is on the screen in every light and size; says what is wrong with it. */
async function look(phone, name) {
  const { page } = phone;
  const found = [];
  for (const light of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: light });
    await show(page, `screen-${name}-${light}`, { whole: true });
    found.push(...(await barriers(page, `${name}, ${light}`)));
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(SMALL);
  found.push(...(await beyondTheEdge(page, `${name}, 320 pixels`)));
  await page.setViewportSize(USUAL);
  await page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), TWICE);
  found.push(...(await beyondTheEdge(page, `${name}, letters twice as large`)), ...(await cutOff(page, name)));
  await show(page, `screen-${name}-large`, { whole: true });
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  return found;
}

/** Boxes that hide a part of their own text. */
function cutOff(page, name) {
  return page.evaluate((name) => {
    const hides = (box) => getComputedStyle(box).overflowX === "hidden" && box.scrollWidth > box.clientWidth + 1;
    const boxes = [...document.querySelectorAll("main *, footer *, header *")];
    const cut = boxes.filter((box) => !box.closest(".heard") && box.textContent.trim() && hides(box));
    return cut.map((box) => `${name}, letters twice as large: cut off: ${box.textContent.trim().slice(0, 40)}`);
  }, name);
}
