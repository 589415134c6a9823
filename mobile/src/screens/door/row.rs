//! One student at the door.

use daymark_components::{CheckIcon, DashIcon, HandIcon, Words, apart, say};
use daymark_domain::{DoorResult, SchoolDay};
use daymark_mentor_core::api::DoorRow;
use dioxus::prelude::*;

use super::desk::Desk;
use super::taps::{Flight, Stage, Step, doing, shown};
use crate::voice;

/// The row, and over it, in its own place, the choices of a second tap.
#[component]
pub fn DoorRowButton(n: usize, desk: Desk, day: SchoolDay, row: DoorRow) -> Element {
    let words = desk.words;
    // The row's own part of all taps: 24 other rows stay as they are.
    let id = row.match_id;
    let tap = use_memo(move || (desk.taps.read().of(id).cloned(), desk.taps.read().is_open(id)));
    let (flight, open) = tap();
    let now = shown(&row, flight.as_ref());
    let saving =
        if flight.as_ref().is_some_and(|flight| flight.stage == Stage::Saving) { "saving" } else { "" };
    let look = match now {
        None => "",
        Some(DoorResult::NotSeen) => "off",
        Some(_) => "on",
    };
    let tapped = row.clone();
    rsx! {
        button { r#type: "button", class: "row {look} {saving}", "data-testid": "door-row-{n}",
            "aria-pressed": now.is_some().to_string(), "aria-expanded": open.to_string(),
            onclick: move |_| desk.tapped(day, tapped.clone()),
            span {
                span { class: "who", "{apart(&row.student)}" }
                span { class: "why num", Why { words, row: row.clone(), flight: flight.clone() } }
            }
            span { class: "mark",
                match now {
                    None => rsx! { HandIcon {} },
                    Some(DoorResult::NotSeen) => rsx! { DashIcon {} },
                    Some(_) => rsx! { CheckIcon {} },
                }
            }
        }
        if open { Choices { desk, day, row, now } }
    }
}

/// Late, not seen, or nothing yet after all. The one that stands is pressed; a tap on it closes the row.
#[component]
fn Choices(desk: Desk, day: SchoolDay, row: DoorRow, now: Option<DoorResult>) -> Element {
    let words = desk.words;
    let results = DoorResult::ALL.iter().map(|result| Step::Record(*result));
    // While the entry is on its way there is no key yet to take it back by.
    let nothing = row.check.as_ref().map(|check| Step::TakeBack(check.key.clone()));
    let choices: Vec<Step> = results.chain(nothing).collect();
    rsx! {
        div { class: "choices", role: "group", "aria-label": say!(words, "door-choose", name: row.student.as_str()),
            span { class: "name", "{apart(&row.student)}" }
            div { class: "answers",
                for step in choices {
                    button { key: "{hook(&step)}", r#type: "button", "data-testid": "door-choice-{hook(&step)}",
                        "aria-pressed": (now.map(Step::Record).as_ref() == Some(&step)).to_string(),
                        onclick: { let (row, step) = (row.clone(), step.clone()); move |_| desk.chosen(day, row.clone(), step.clone()) },
                        "{choice(words, &step)}"
                    }
                }
            }
        }
    }
}

/// The second line: what was seen and when, or what to know before.
#[component]
fn Why(words: Words, row: DoorRow, flight: Option<Flight>) -> Element {
    let seen = seen(words, &row, flight.as_ref());
    let others = voice::others_at_the_door(words, &row.others);
    let absent = voice::absent_in_a_row(words, row.absent_in_a_row);
    let nothing_yet = seen.is_none();
    let (done, wanted) = (row.week.done, row.week.wanted);
    rsx! {
        if let Some(seen) = seen { span { "{seen}" } }
        if let Some(others) = &others { span { class: "badge sky", "{others}" } }
        if let Some(absent) = &absent {
            span { class: if nothing_yet { "badge" } else { "badge sun" }, "{absent}" }
        }
        if nothing_yet && row.absent_in_a_row > 1 { span { class: "badge sky", {say!(words, "door-back")} } }
        if nothing_yet && absent.is_none() && others.is_none() && wanted > 0 {
            span { {say!(words, "door-week", done: done, wanted: wanted)} }
        }
    }
}

/// What was seen: while it is on its way without a time, from the disk with it.
fn seen(words: Words, row: &DoorRow, flight: Option<&Flight>) -> Option<String> {
    match (flight, &row.check) {
        (Some(Flight { step: Step::TakeBack(_), stage: Stage::Landed, .. }), _) | (None, None) => None,
        (Some(flight), _) => Some(doing(words, &flight.step)),
        (None, Some(check)) => {
            let time = words.time_of_minute(check.minute);
            Some(match check.result {
                DoorResult::Greeted => say!(words, "door-greeted", time: time),
                DoorResult::Late => say!(words, "door-late", time: time),
                DoorResult::NotSeen => say!(words, "door-not-seen"),
            })
        }
    }
}

fn choice(words: Words, step: &Step) -> String {
    match step {
        Step::Record(DoorResult::Greeted) => say!(words, "door-choice-greeted"),
        Step::Record(DoorResult::Late) => say!(words, "door-choice-late"),
        Step::Record(DoorResult::NotSeen) => say!(words, "door-choice-not-seen"),
        Step::TakeBack(_) => say!(words, "door-choice-clear"),
    }
}

/// What browser tests find a choice by.
fn hook(step: &Step) -> &'static str {
    match step {
        Step::Record(result) => result.word(),
        Step::TakeBack(_) => "clear",
    }
}
