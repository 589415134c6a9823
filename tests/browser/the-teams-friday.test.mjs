// From a school with nothing in it to a meeting with decisions, and the meeting a week later: what a coordinator and a
// principal do at their desks, with a mentor's phone in between.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { Desk } from "./desk.mjs";
import { EmptySchool } from "./empty-school.mjs";
import { outputFolder, picture } from "./output.mjs";
import { Phone, openBrowser } from "./phone.mjs";
import { Server, programs, temporaryFolder } from "./server.mjs";

const MENTOR = "Ana Ruiz";
const SUBSTITUTE = "Ben Adeyemi";
const DECISION = "Ana walks with the bus group until the winter break.";
const ACTION = "Ask the bus company for a stop at Harbor Street.";
const ANSWER = "A bus pass is on its way.";
const NEW_NUMBER = "+1 555 0142";

test("a school team's Friday, from an empty school on", { timeout: 1_200_000 }, async (t) => {
  const school = new EmptySchool();
  const server = new Server(t, school);
  await server.start();
  const browser = await openBrowser();
  t.after(() => browser.close());
  const phone = new Phone(t, temporaryFolder("phone"));
  const desk = await Desk.signIn(browser, server.origin, school.coordinator);
  const found = [];
  let stopped = false;
  // Each step stands on the one before: after the first that fails the others would only repeat it.
  const step = (name, work) => t.test(name, { timeout: 240_000, skip: stopped }, async () => {
    stopped = true;
    try {
      await work();
      stopped = false;
    } finally {
      if (stopped) await desk.page.screenshot({ path: picture("friday-failed"), fullPage: true }).catch(() => {});
    }
  });
  /** What was made, to be found again later. */
  let today, students, mentor, cases, packet, nextWeek;

  await step("the first page leads through the first steps", async () => {
    assert.equal(desk.address, "/staff/home");
    assert.equal(await desk.at("first-steps").locator(".badge.leaf").count(), 0, "nothing is done yet");
    await desk.look("home-first");
    for (const address of await desk.bar()) await desk.glance(address);
    await desk.at("first-help_numbers").getByRole("link").click();
    await desk.look("help");
    await desk.fill({ name_0: "Helen Park", role_0: "Principal", phone_0: "+1 555 0100" });
    await desk.send(desk.main.locator("form"));
    await desk.go("/staff/home");
    await desk.at("first-help_numbers").locator(".badge.leaf").waitFor();
  });

  await step("the office's files are tried, looked at and taken", async () => {
    for (const [step, kind] of [["roster", "oneroster"], ["calendar", "calendar"], ["attendance", "attendance"]]) {
      await desk.go("/staff/home");
      await desk.at(`first-${step}`).getByRole("link").click();
      if (kind === "oneroster") await desk.look("import");
      await desk.at("imports-file").setInputFiles(school.files[kind]);
      await desk.press("imports-try");
      await desk.at("imports-confirm").waitFor();
      if (kind === "oneroster") await desk.look("import-preview");
      for (const box of await desk.main.locator('form input[type="checkbox"]').all()) await box.check();
      await desk.press("imports-confirm");
      await desk.at("imports-imported").waitFor();
    }
    await desk.look("import-done");
    await desk.go("/staff/imports");
    await desk.look("imports");
  });

  await step("a file of the wrong day is taken back", async () => {
    await desk.go("/staff/imports/new/attendance");
    await desk.at("imports-file").setInputFiles(school.wrongAttendance());
    await desk.press("imports-try");
    await desk.at("imports-confirm").waitFor();
    for (const box of await desk.main.locator('form input[type="checkbox"]').all()) await box.check();
    await desk.press("imports-confirm");
    await desk.at("imports-imported").waitFor();
    await desk.go("/staff/imports");
    await desk.at("imports-history").getByRole("link").first().click();
    await desk.look("import-to-undo");
    await desk.press("imports-undo");
    await desk.at("imports-undone").waitFor();
    await desk.look("import-undone");
  });

  await step("two candidates are for a mentor, one waits", async () => {
    await desk.go("/staff/home");
    await desk.at("first-candidates").getByRole("link").click();
    await desk.look("candidates");
    const [young] = await candidates(desk, /Kindergarten|Grade [12]\b/);
    const [older, another] = await candidates(desk, /Grade [345]\b/);
    students = [young, older];
    for (const student of students) await decide(desk, student, "match.");
    await desk.look("candidate");
    await desk.go(another);
    const form = desk.at("decide");
    await form.locator("select").selectOption(await choice(form, "wait."));
    assert.equal(await desk.send(form), 422, "who waits is looked at again on a day");
    await desk.main.locator('[role="alert"], .late').first().waitFor();
    assert.match(await form.locator('[name="choice"]').inputValue(), /^wait\./, "what was chosen stays");
    await form.locator('[name="look_again"]').fill(later(await desk.today(), 14));
    await desk.send(form);
    assert.equal(await desk.at("decision").count(), 1);
  });

  await step("a mentor comes from an application to a signed agreement", async () => {
    today = await desk.today();
    await desk.go("/staff");
    await desk.look("mentors-empty");
    await desk.press("whole-application");
    await desk.look("application");
    mentor = await clearedMentor(desk, MENTOR, today);
    await desk.go(mentor);
    await desk.page.locator('[data-testid="gate"].good').waitFor();
    await desk.look("mentor");
    await desk.go("/staff");
    await desk.look("mentors");
  });

  await step("two matches: proposed, the family is told, active", async () => {
    cases = [];
    for (const [n, student] of students.entries()) {
      await desk.go(`${student}/mentors`);
      if (n === 0) await desk.look("suggestions");
      await desk.at("suggestion").first().getByRole("link").click();
      if (n === 0) await desk.look("pair");
      const form = desk.at("propose");
      await desk.fill({ why_seen_in_the_day: true, rationale: "They meet at breakfast.", start_day: later(today, -7) }, form);
      await desk.send(form);
      cases.push(desk.address.split("?")[0]);
      if (n === 0) await familyFirst(desk);
      await desk.at("phone").waitFor();
    }
    await desk.look("match");
    await desk.go("/staff/matches");
    assert.equal(await desk.at("case").count(), 2);
    await desk.look("matches");
  });

  await step("the mentor's phone is paired", async () => {
    await desk.window.goto(`${server.origin}${mentor}`);
    await desk.window.locator(`form[action="${mentor}/invite"] button`).click();
    const code = (await desk.window.locator("#pairing-code").innerText()).replace("-", "");
    await desk.lookAround("invite");
    await phone.open({ slowed: 1 });
    const shown = await phone.askToPair(server.origin, code);
    // The page has found the phone by itself.
    const words = (await desk.window.getByTestId("pairing-words").innerText()).split(/\s+/).filter(Boolean);
    assert.deepEqual(words, shown, "both show the same three words");
    await desk.lookAround("invite-words");
    await desk.window.getByTestId("pairing-same").click();
    await phone.isPaired();
    await desk.go("/staff/home");
    assert.equal(await desk.at("first-steps").count(), 0, "the first steps are done and gone");
    await desk.look("home");
  });

  await step("a week of contacts, a dead number and a request come from the phone", async () => {
    await phone.goToTab("students");
    assert.equal(await phone.page.locator('[data-testid^="student-"]').count(), 2);
    const student = await phone.at("student-0").getAttribute("href");
    const goTo = (page) => phone.go(`${server.origin}${student}/${page}`);
    const days = await record(phone, goTo);
    assert.ok(days >= 3, `${days} days of the week were recorded`);
    await goTo("contact");
    await phone.tap("kind-absence_call");
    await phone.tap("ended-wrong_number");
    await phone.page.locator('[data-testid^="number-"]').first().tap();
    await phone.tap("contact-save-absence_call");
    await phone.at("contact-another").waitFor();
    await goTo("ask");
    await phone.tap("ask-transport");
    await phone.at("ask-text").fill("Bus 40 is full");
    await phone.tap("ask-save");
    await sync(phone);
    await desk.go("/team/week");
    await desk.look("week");
  });

  await step("the team meets: a decision, an action, minutes on paper", async () => {
    const chair = await Desk.signIn(browser, server.origin, school.principal);
    await chair.go("/team/meeting");
    await chair.look("packet-before");
    await chair.press("begin");
    const row = chair.page.locator("tr.entry-row").first();
    await row.locator("summary").click();
    await row.getByTestId("entry-text").fill(DECISION);
    await row.getByTestId("decision").click();
    await chair.main.getByText(DECISION).first().waitFor();
    const again = chair.page.locator("tr.entry-row").first();
    await again.locator("summary").click();
    await again.getByTestId("entry-text").fill(ACTION);
    await again.getByTestId("action").click();
    await chair.main.getByText(ACTION).first().waitFor();
    packet = await chair.at("packet-row").count();
    assert.ok(packet > 0, "students stand on the packet");
    await chair.look("packet");
    await chair.press("record");
    await chair.look("record");
    const facts = chair.main.locator("form").filter({ has: chair.at("say") });
    for (const box of await facts.locator('input[type="checkbox"]').all()) await box.check();
    await facts.locator('[name="chair"]').selectOption({ label: "Helen Park" });
    await chair.press("say");
    const record = chair.address.split(/[?#]/)[0];
    await chair.go(`${record}/minutes`);
    await chair.main.getByText(DECISION).waitFor();
    await chair.main.getByText(ACTION).waitFor();
    await chair.look("minutes");
    await printed(chair.page, "minutes", 2);
    await chair.go(`${record}/minutes?names=none`);
    assert.equal(await chair.main.getByText(DECISION).count(), 0, "minutes for the wall say nothing of a student");
    await chair.go("/team/meeting?names=initials");
    await chair.look("wall");
    await chair.go("/team/meeting/days");
    await chair.look("days");
    await chair.go("/team/meeting");
    await printed(chair.page, "packet");
    found.push(...chair.found);
    await chair.close();
  });

  await step("what the mentor asked becomes a referral, and its answer reads on the phone", async () => {
    await desk.go("/staff/asks");
    await desk.look("asks");
    await desk.main.locator('a[href*="/staff/referrals/new"]').first().click();
    await desk.look("referral-new");
    const form = desk.main.locator('form[action="/staff/referrals/new"]');
    await desk.fill({ kind: "transport", to: "City bus office", reason: "The morning bus is full.", consent: "school_official", status: "requested", answer: ANSWER }, form);
    await desk.send(form);
    await desk.go("/staff/referrals");
    await desk.look("referrals");
    await desk.main.locator('th a[href^="/staff/referrals/"]').first().click();
    await desk.look("referral");
    await sync(phone);
    const student = await firstStudent(phone);
    await phone.go(`${server.origin}${student}/ask`);
    await phone.page.getByText(ANSWER).first().waitFor();
  });

  await step("the dead number is repaired", async () => {
    await desk.go("/staff/numbers");
    await desk.look("numbers");
    await desk.press("number-repair");
    await desk.look("number");
    await desk.fill({ what: "replaced", phone: NEW_NUMBER, source: "family" }, desk.at("number-form"));
    await desk.press("number-save");
    await desk.go("/staff/numbers");
    await desk.at("numbers-none").waitFor();
    await sync(phone);
    const student = await firstStudent(phone);
    await phone.go(`${server.origin}${student}/contact`);
    await phone.tap("kind-absence_call");
    await phone.tap("ended-wrong_number");
    await phone.page.locator('[data-testid^="number-"]').filter({ hasText: "0142" }).first().waitFor();
  });

  await step("the student's page holds all of it", async () => {
    await desk.go(students[0].replace("/candidates/", "/students/"));
    await desk.look("student");
    await desk.go(`${desk.address}/record`);
    await desk.look("student-record");
    await printed(desk.page, "student-record");
  });

  await step("the coordinator talks with the mentor", async () => {
    await desk.go("/staff/support");
    await desk.look("support");
    await desk.main.getByRole("link", { name: MENTOR }).first().click();
    await desk.main.locator('[name^="topic_"]').first().check();
    await desk.fill({ note: "Calls go well, the door is hard." }, desk.main.locator("form").filter({ has: desk.at("keep-talk") }));
    await desk.press("keep-talk");
    await desk.main.getByText("Calls go well, the door is hard.").waitFor();
    await desk.look("support-mentor");
    for (const page of ["thanks", "reviews", "substitutes", "rollover"]) {
      await desk.go(`/staff/${page}`);
      await desk.look(page);
    }
  });

  await step("a family takes its word back and the student leaves the phone, until it signs", async () => {
    await desk.go(cases[1]);
    const told = { language: "English", channel: "call", answered_by: "The mother" };
    const withdrawal = await unfolded(desk, "withdrawal");
    await desk.fill(told, withdrawal);
    await desk.send(withdrawal);
    await desk.look("match-withdrawn");
    await sync(phone);
    await caseload(phone, 1);
    const consent = await unfolded(desk, "consent");
    await desk.fill({ ...told, channel: "letter", scope: "attendance", signed: "on_paper" }, consent);
    await desk.send(consent);
    await desk.press("resume");
    await desk.at("phone").waitFor();
    await sync(phone);
    await caseload(phone, 2);
  });

  await step("somebody stands in while the mentor is ill", async () => {
    await desk.go("/staff/mentors/new");
    await clearedMentor(desk, SUBSTITUTE, today);
    await desk.go(`/staff/substitutes/${cases[0].split("/").at(-1)}`);
    const form = desk.main.locator("form").filter({ has: desk.at("add-substitute") });
    const who = form.locator('[name="mentor"] option').filter({ hasText: SUBSTITUTE });
    await desk.fill({ mentor: await who.getAttribute("value"), reason: "illness", last_day: later(today, 7), family_told: true }, form);
    await desk.press("add-substitute");
    await desk.look("substitute");
    await desk.go("/staff/substitutes");
    await desk.main.getByText(SUBSTITUTE).first().waitFor();
  });

  await step("a match ends with its steps, and its student leaves the phone", async () => {
    const match = cases[1].split("/").at(-1);
    await desk.go(`/staff/closing/${match}`);
    await desk.look("closing");
    await close(desk);
    await desk.fill({ reason: "goals_met" }, desk.main.locator(`form[action$="/end"]`));
    await desk.press("end-match");
    await desk.at("next-mentor").waitFor();
    await desk.look("closed");
    await desk.lookAtSheet("certificate", `/staff/closing/${match}/certificate`);
    await desk.lookAtSheet("thank-you", `/staff/closing/${match}/thank-you`);
    await sync(phone);
    await caseload(phone, 1);
  });

  await step("a week later the meeting opens with what is still open", async () => {
    await server.stop();
    nextWeek = new Server(t, school);
    await nextWeek.startLater(7);
    const chair = await Desk.signIn(browser, nextWeek.origin, school.principal);
    await chair.go("/team/meeting");
    await chair.at("action-row").filter({ hasText: ACTION }).first().waitFor();
    await chair.look("next-week");
    await chair.at("action-row").filter({ hasText: ACTION }).getByRole("link").first().click();
    await chair.look("action");
    await chair.fill({ state: "done", note: "The stop begins in March." });
    await chair.press("step");
    await chair.go("/team/meeting");
    assert.equal(await chair.at("action-row").filter({ hasText: ACTION }).count(), 0);
    found.push(...chair.found);
  });

  await step("in the next school year those go on whom the coordinator ticks", async () => {
    await nextWeek.stop();
    const nextYear = new Server(t, school);
    await nextYear.startLater(300);
    const turning = await Desk.signIn(browser, nextYear.origin, school.coordinator);
    await turning.go("/staff/rollover");
    await turning.main.getByText(MENTOR).first().waitFor();
    await turning.look("rollover-year");
    for (const box of await turning.main.locator('input[type="checkbox"]').all()) await box.check();
    await turning.press("turn-year");
    await turning.main.locator(".notice.good").waitFor();
    await turning.look("rollover-done");
    found.push(...turning.found);
  });

  await step("nobody was shut out, and nothing was thrown", () => {
    assert.deepEqual([...found, ...desk.found], []);
    assert.deepEqual(phone.errors, []);
  });
});

/** From the whole application, which stands open, to the signed agreement; where the mentor's page is. */
async function clearedMentor(desk, name, today) {
  const form = desk.main.locator("form.application");
  await desk.fill({ name, kind: "retiree", contact: "+1 555 0177", languages: "English, Spanish", capacity: "10",
    interests: "Chess, cooking", time_mon_before: true, reference_0_name: "Maria Delgado", reference_0_contact: "+1 555 0199" }, form);
  await desk.send(form);
  const mentor = desk.address;
  if (name === MENTOR) await desk.look("mentor-new");
  for (const kind of ["background", "suitability"]) {
    await desk.press(`open-${kind}`);
    await folded(desk, kind, { result: "clear", through: later(today, 365), checked_by: "District office" });
  }
  await desk.press("open-training");
  for (const box of await desk.form("training").locator('input[type="checkbox"]').all()) await box.check();
  await folded(desk, "training", { hours: "2", given_by: "Grace Okafor" });
  await desk.press("to-agreement");
  if (name === MENTOR) await desk.look("agreement");
  await desk.fill({ how: "paper", signed_name: name });
  await desk.press("sign");
  return mentor;
}

/** A form that is folded away, opened. */
async function unfolded(desk, hook) {
  const form = desk.at(hook);
  const fold = desk.main.locator("details").filter({ has: form });
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  return form;
}

/** A date so many days from another. */
function later(day, days) {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The first choice of a list that begins so. */
async function choice(form, begins) {
  const values = await form.locator("select option").evaluateAll((options) => options.map((option) => option.value));
  return values.find((value) => value.startsWith(begins));
}

async function decide(desk, student, begins) {
  await desk.go(student);
  const form = desk.at("decide");
  await form.locator("select").selectOption(await choice(form, begins));
  await desk.send(form);
  await desk.at("decision").first().waitFor();
}

/** A form of the mentor's page, which stands open. */
async function folded(desk, word, fields) {
  await desk.fill(fields, desk.form(word));
  await desk.press(`save-${word}`);
}

/** Where candidates of these grades are decided about. */
async function candidates(desk, grades) {
  const heads = desk.at("candidate").locator("th").filter({ hasText: grades });
  return heads.locator("a.n").evaluateAll((links) => links.map((link) => link.pathname));
}

/** In the first grades nothing begins before the family was told. */
async function familyFirst(desk) {
  await desk.at("blocks").waitFor();
  assert.equal(await desk.at("activate").count(), 0);
  await desk.look("match-proposed");
  const form = desk.at("notice");
  const language = await form.locator('[name="language"]').inputValue();
  await desk.fill({ channel: "call", language: language || "English", answer: "agrees", answered_by: "The mother" }, form);
  await desk.send(form);
  await desk.look("match-told");
  await desk.press("activate");
}

/** A one-on-one on each day that the form offers; how many there were. */
async function record(phone, goTo) {
  await goTo("contact");
  await phone.tap("kind-one_on_one");
  await phone.tap("when");
  const hooks = await phone.page.locator('[data-testid^="on-"]').evaluateAll((days) => days.map((day) => day.dataset.testid));
  for (const hook of hooks) {
    await goTo("contact");
    await phone.tap("kind-one_on_one");
    await phone.tap("minutes-20");
    await phone.tap("when");
    await phone.tap(hook);
    await phone.tap("contact-save-one_on_one");
    await phone.at("contact-another").waitFor();
  }
  return hooks.length;
}

/** So many students are on the phone now. */
async function caseload(phone, count) {
  await phone.goToTab("students");
  const wanted = (count) => document.querySelectorAll('[data-testid^="student-"]').length === count;
  await phone.page.waitForFunction(wanted, count);
}

async function sync(phone) {
  await phone.tap("sync-line");
  await phone.syncSays("sent");
}

async function firstStudent(phone) {
  await phone.goToTab("students");
  return phone.at("student-0").getAttribute("href");
}

/** Every step that has to be noted, as done. */
async function close(desk) {
  const steps = await desk.main.locator('summary[data-testid^="note-"]').evaluateAll((all) => all.map((one) => one.dataset.testid));
  for (const step of steps) {
    const folded = desk.main.locator("details").filter({ has: desk.at(step) });
    await folded.locator("summary").click();
    await folded.locator('[name="note"]').fill("Said to all who are concerned.");
    await desk.send(folded.locator("form"));
  }
}

/** On paper: kept as PDF, and as pictures where there is a program for that; never longer than it may be. */
async function printed(page, name, sheetsMost = Number.POSITIVE_INFINITY) {
  const pdf = await page.pdf({ format: "Letter", preferCSSPageSize: true });
  const file = join(outputFolder, `friday-${name}.pdf`);
  writeFileSync(file, pdf);
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok(sheets <= sheetsMost, `${name} takes ${sheets} sheets`);
  try {
    execFileSync("pdftoppm", ["-r", "60", "-png", file, file.replace(".pdf", "")]);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    // Without the program the screen shows what paper would.
    await page.emulateMedia({ media: "print" });
    await page.screenshot({ path: picture(`friday-${name}-printed`), fullPage: true });
    await page.emulateMedia({ media: "screen" });
  }
}
