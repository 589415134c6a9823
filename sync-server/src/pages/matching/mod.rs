//! From candidates to active matches.

pub mod board;
pub mod candidate;
pub mod candidates;
pub mod case;
mod case_forms;
mod family_form;
pub mod fields;
mod history;
pub mod letter;
pub mod pair;
pub mod proposal;
pub mod suggestions;

use std::collections::BTreeSet;

use daymark_components::{Words, days_of, say};
use daymark_domain::{Availability, ClearanceGap, FactorFit, Fit, MentorId, Rules};
use daymark_reports::{ConcernFace, FigureFace, Reason};
use dioxus::prelude::*;

use crate::service::matching::candidates::concern_word;
use crate::service::matching::form::{Fields, Wrong};

/// Says at the head of a page that nothing was saved, and why.
pub(super) fn not_saved(words: Words, wrong: Option<Wrong>) -> Element {
    rsx! {
        if let Some(wrong) = wrong {
            p { class: "notice bad", role: "alert",
                {say!(words, "matching-not-saved")} " "
                a { href: "#field-{wrong.field}", {say!(words, "matching-wrong", why: wrong.why)} }
            }
        }
    }
}

/// Says beside a field what to do there.
pub(super) fn wrong_at(words: Words, wrong: Option<Wrong>, field: &str) -> Element {
    match wrong.filter(|wrong| wrong.field == field) {
        Some(wrong) => rsx! {
            span { class: "wrong", id: "field-{wrong.field}", {say!(words, "matching-wrong", why: wrong.why)} }
        },
        None => rsx! {},
    }
}

/// What was typed; on a fresh page what stands there first.
fn typed(fields: &Fields, name: &str, otherwise: &str) -> String {
    match fields.is_empty() {
        true => otherwise.to_owned(),
        false => fields.get(name).cloned().unwrap_or_default(),
    }
}

/// Days missed of days enrolled with the rate.
fn figure(words: Words, figure: &FigureFace) -> String {
    let rate = figure.rate_percent.map(|rate| rate.to_string()).unwrap_or_default();
    let (missed, enrolled) =
        (days_of(figure.absent_days.to_halves()), days_of(figure.enrolled_days.to_halves()));
    say!(words, "matching-figure", missed: missed, enrolled: enrolled, rate: rate)
}

/// Why a student is on the list, with the numbers behind it.
fn reason(words: Words, reason: &Reason, now: &FigureFace, rules: &Rules) -> String {
    let Reason::Signal(signal) = reason else {
        let figure = figure(words, now);
        return say!(words, "matching-because-chronic", figure: figure, percent: rules.chronic_from_percent);
    };
    let (n, of) = match signal.rule {
        daymark_domain::SignalRule::TwoInTen => (rules.signal_first_absences, rules.signal_first_days),
        daymark_domain::SignalRule::TwoInTwenty => (rules.signal_second_absences, rules.signal_second_days),
        daymark_domain::SignalRule::FourInForty => (rules.signal_third_absences, rules.signal_third_days),
        daymark_domain::SignalRule::September => (rules.signal_september_absences, 0),
        daymark_domain::SignalRule::PriorYearChronic => (0, 0),
    };
    let missed = days_of(signal.absent_days.to_halves());
    let enrolled = days_of(signal.enrolled_days.to_halves());
    let day = words.day_short(signal.fired_on);
    say!(words, "matching-because-signal", rule: signal.rule.word(), n: n, of: of, missed: missed, enrolled: enrolled, day: day)
}

/// What behaviour or courses say, with what was seen.
fn concern(words: Words, concern: &ConcernFace) -> String {
    // The limit stands behind the number in the settings' own words; people read the number.
    let seen: Vec<&str> = concern.seen.iter().filter_map(|seen| seen.split(" (").next()).collect();
    say!(words, "matching-because-concern", concern: concern_word(concern.concern), seen: seen.join(", "))
}

/// Parts of the week, by day.
fn times(words: Words, of: &BTreeSet<Availability>) -> String {
    let parts: Vec<_> = of.iter().map(|part| say!(words, "matching-time", part: part.word())).collect();
    parts.join(", ")
}

/// What keeps a mentor's phone empty, in a line.
fn gaps(words: Words, gaps: &[ClearanceGap]) -> String {
    let gaps: Vec<_> = gaps.iter().map(|gap| say!(words, "matching-gap", gap: gap.word())).collect();
    gaps.join(" · ")
}

/// A factor with its sign, its answer and what it adds.
fn factor(words: Words, of: &FactorFit, fit: &Fit<MentorId>) -> Element {
    let sign = match of.holds.word() {
        "yes" => "✓",
        "no" => "✗",
        _ => "?",
    };
    let name = say!(words, "matching-factor", factor: of.factor.word());
    let shared = match of.factor {
        daymark_domain::FitFactor::FamilyLanguage => fit.languages.join(", "),
        _ => String::new(),
    };
    rsx! {
        li { class: "fit {of.holds.word()}",
            span { class: "sign", "aria-hidden": "true", "{sign}" }
            span { class: "what", "{name}" }
            span { class: "answer",
                {say!(words, "matching-factor-is", holds: of.holds.word(), points: of.weight)}
                if !shared.is_empty() { " ({shared})" }
            }
        }
    }
}
