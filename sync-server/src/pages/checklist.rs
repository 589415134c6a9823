//! The year's checklist: by role, with the day until which, and what shows that it is done.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::SchoolDay;
use dioxus::prelude::*;

use super::mentors::moment_at;
use super::{document, form_token, steps};
use crate::auth::permissions::{Does, may};
use crate::service::planning::{CHECKLIST, SchoolYear, Step};
use crate::store::planning::StepMark;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// A line or two.
pub const EVIDENCE_CHARACTERS_MAX: usize = 500;

/// What the page shows.
pub struct ChecklistPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// Which school year.
    pub year: SchoolYear,
    /// The date at the school.
    pub today: SchoolDay,
    /// Every tick and taking back, the latest first.
    pub marks: &'a [StepMark],
    /// The form that was not taken.
    pub refused: Option<Refused<'a>>,
}

/// A form that was not taken, as it was typed.
pub struct Refused<'a> {
    /// Of which step.
    pub step: &'static str,
    /// The date.
    pub day: &'a str,
    /// What shows it.
    pub evidence: &'a str,
}

/// The whole page.
pub fn page(words: Words, page: &ChecklistPage<'_>) -> Html<String> {
    let year = page.year.0;
    let years = say!(words, "checklist-year", first: year.to_string(), second: (year + 1).to_string());
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { {say!(words, "checklist-title")} }
                    p { class: "sub", "{page.school.name} · {years}" }
                }
                {steps(words, page.who, "checklist", rsx! {})}
            }
            main { id: "page", class: "planning",
                p { class: "section", {say!(words, "checklist-lead")} }
                if page.refused.is_some() {
                    p { class: "notice bad", role: "alert",
                        {say!(words, "checklist-wrong", max: EVIDENCE_CHARACTERS_MAX)}
                    }
                }
                for (role, steps) in CHECKLIST {
                    section { class: "section",
                        h2 { {say!(words, "checklist-role", role: role)} }
                        p { class: "quiet-text", {count(words, page, steps)} }
                        ul { class: "checklist",
                            for step in steps {
                                {item(words, page, *step)}
                            }
                        }
                    }
                }
            }
        }
    };
    document(words, &say!(words, "checklist-title"), "/staff/checklist", body)
}

fn count(words: Words, page: &ChecklistPage<'_>, steps: &[Step]) -> String {
    let done = steps.iter().filter(|step| page.in_force(**step).is_some()).count();
    say!(words, "checklist-count", done: done, all: steps.len())
}

impl ChecklistPage<'_> {
    fn of(&self, step: Step) -> impl Iterator<Item = &StepMark> {
        self.marks.iter().filter(move |mark| mark.step == step.word)
    }
    /// The tick, unless it was taken back.
    fn in_force(&self, step: Step) -> Option<(&StepMark, SchoolDay)> {
        let latest = self.of(step).next()?;
        latest.done.map(|day| (latest, day))
    }
}

fn item(words: Words, page: &ChecklistPage<'_>, step: Step) -> Element {
    let due = page.year.due(step);
    let tick = page.in_force(step);
    let class = match tick {
        Some(_) => "step done",
        None if due < page.today => "step late-step",
        None => "step",
    };
    let may_mark = may(page.who.role, Does::Changes, "/staff/checklist/{step}");
    rsx! {
        li { class, id: "{step.word}",
            h3 {
                span { class: "tick", "aria-hidden": "true", if tick.is_some() { "✓" } }
                {say!(words, "step", word: step.word)}
            }
            match tick {
                Some((mark, day)) => rsx! { p { class: "state", {done(words, mark, day)} } },
                None => rsx! { p { class: "state", {until(words, due, page.today)} } },
            }
            if may_mark {
                {form(words, page, step, tick.is_some())}
            }
            if page.of(step).nth(1).is_some() {
                {history(words, page, step)}
            }
        }
    }
}

fn until(words: Words, due: SchoolDay, today: SchoolDay) -> String {
    let day = words.day_plain(due);
    match due < today {
        true => say!(words, "checklist-overdue", day: day),
        false => say!(words, "checklist-due", day: day),
    }
}

/// "Done 3 October · Kim · the list is in the folder".
fn done(words: Words, mark: &StepMark, day: SchoolDay) -> String {
    let said = say!(words, "checklist-done", day: words.day_plain(day), name: mark.by.as_str());
    with_evidence(words, said, mark)
}

fn with_evidence(words: Words, said: String, mark: &StepMark) -> String {
    match &mark.evidence {
        Some(evidence) => say!(words, "checklist-evidence-of", said: said, evidence: evidence.as_str()),
        None => said,
    }
}

fn form(words: Words, page: &ChecklistPage<'_>, step: Step, is_done: bool) -> Element {
    let refused = page.refused.as_ref().filter(|refused| refused.step == step.word);
    let today = page.today.to_string();
    let (day, evidence) = refused.map_or((today.as_str(), ""), |refused| (refused.day, refused.evidence));
    let max = EVIDENCE_CHARACTERS_MAX;
    rsx! {
        details { open: refused.is_some(),
            summary {
                if is_done { {say!(words, "checklist-take-back")} } else { {say!(words, "checklist-tick")} }
                span { class: "heard", {say!(words, "step", word: step.word)} }
            }
            form { class: "inline", method: "post", action: "/staff/checklist/{step.word}",
                {form_token(page.who)}
                input { r#type: "hidden", name: "done", value: if is_done { "no" } else { "yes" } }
                if !is_done {
                    label { class: "field", {say!(words, "checklist-day")}
                        input { r#type: "date", name: "day", value: "{day}", max: "{today}", required: true }
                    }
                }
                label { class: "field wide",
                    if is_done { {say!(words, "checklist-why")} } else { {say!(words, "checklist-evidence")} }
                    input { name: "evidence", value: "{evidence}", maxlength: "{max}", autocomplete: "off" }
                }
                button { class: "btn",
                    if is_done { {say!(words, "checklist-take-back-do")} } else { {say!(words, "checklist-tick-do")} }
                }
            }
        }
    }
}

fn history(words: Words, page: &ChecklistPage<'_>, step: Step) -> Element {
    rsx! {
        details {
            summary {
                {say!(words, "checklist-history")}
                span { class: "heard", {say!(words, "step", word: step.word)} }
            }
            ul { class: "versions",
                for mark in page.of(step) {
                    li { {moment_at(words, page.school, mark.at)} ": " {change(words, mark)} }
                }
            }
        }
    }
}

fn change(words: Words, mark: &StepMark) -> String {
    match mark.done {
        Some(day) => done(words, mark, day),
        None => with_evidence(words, say!(words, "checklist-taken-back", name: mark.by.as_str()), mark),
    }
}
