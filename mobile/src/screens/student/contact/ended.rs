//! How it ended and how long it took.

use daymark_components::{Words, say};
use daymark_domain::{CallOutcome, ContactKind, ContactOutcome, NumberMark, ReportedReason, SessionOutcome};
use daymark_mentor_core::api::{Callee, StudentView};
use dioxus::prelude::*;

use super::{Filled, Form};
use crate::parts::{Chip, Chips, LengthChips};
use crate::voice;

#[component]
pub fn Ended(form: Form, filled: Filled, student: StudentView) -> Element {
    let words = form.words;
    let kind = filled.contact.kind;
    let chips = match () {
        () if kind.is_call() => call_ends(words, &student.first_name),
        () if kind.is_session() => session_ends(words),
        () => vec![],
    };
    // A meeting without a word was held.
    let held = kind.is_session().then_some(ContactOutcome::Session(SessionOutcome::Held));
    let wrong = filled.number_is_wrong() && !student.callees.is_empty();
    rsx! {
        if !chips.is_empty() {
            Chips::<ContactOutcome> { legend: say!(words, "record-ended"), chips, picked: filled.contact.outcome.or(held),
                on_pick: move |outcome| form.fill(|filled| filled.end(outcome)) }
        }
        if wrong {
            Chips::<NumberMark> { legend: say!(words, "record-which-number"), chips: numbers(&student.callees), picked: filled.contact.number,
                on_pick: move |number| form.fill(|filled| filled.contact.number = number) }
            p { class: "quiet-text", {say!(words, "record-wrong-number")} }
        }
        if kind == ContactKind::AbsenceCall {
            Chips::<ReportedReason> { legend: say!(words, "absent-reason"), chips: reasons(words), picked: filled.contact.reason,
                on_pick: move |reason| form.fill(|filled| filled.contact.reason = reason) }
            p { class: "quiet-text", {say!(words, "absent-reason-apart")} }
        }
    }
}

fn call_ends(words: Words, first_name: &str) -> Vec<Chip<ContactOutcome>> {
    let chip = |end: CallOutcome| {
        Chip::new(end.into(), format!("ended-{end}"), voice::outcome(words, end, first_name))
    };
    CallOutcome::ALL.iter().copied().map(chip).collect()
}

fn session_ends(words: Words) -> Vec<Chip<ContactOutcome>> {
    let chip = |end: SessionOutcome| {
        Chip::new(end.into(), format!("ended-{end}"), say!(words, "session-outcome", word: end.word()))
    };
    SessionOutcome::ALL.iter().copied().map(chip).collect()
}

/// Each number by whose it is; the contact keeps its mark and not the number.
fn numbers(callees: &[Callee]) -> Vec<Chip<NumberMark>> {
    let chip = |(n, callee): (usize, &Callee)| {
        let phone = callee.phone.as_deref()?;
        Some(Chip::new(NumberMark::of(phone), format!("number-{n}"), format!("{} · {phone}", callee.name)))
    };
    callees.iter().enumerate().filter_map(chip).collect()
}

fn reasons(words: Words) -> Vec<Chip<ReportedReason>> {
    let chip =
        |reason: ReportedReason| Chip::new(reason, format!("told-{reason}"), voice::reason(words, reason));
    ReportedReason::ALL.iter().copied().map(chip).collect()
}

#[component]
pub fn Length(form: Form, filled: Filled) -> Element {
    rsx! {
        if filled.takes_time() {
            LengthChips { minutes: filled.contact.minutes, on_minutes: move |minutes| form.fill(|filled| filled.contact.minutes = minutes) }
        }
    }
}
