//! When it was, and when to come back to it.

use daymark_components::{Words, say};
use daymark_domain::SchoolDay;
use daymark_mentor_core::api::MonthDay;
use dioxus::prelude::*;

use super::{Filled, Form};
use crate::parts::{Chip, Chips, DayInput, school_day_after, school_day_from, school_days_before, when};

/// The core takes what lies within a year.
const YEAR: u64 = 365;

/// Today unless something else is said; folded away, because today it is nearly always.
#[component]
pub fn Day(form: Form, filled: Filled, today: SchoolDay, known: Vec<MonthDay>) -> Element {
    let words = form.words;
    let said = when(words, today, filled.day);
    let days = std::iter::once(today).chain(school_days_before(&known, today, 5));
    let chips: Vec<Chip<SchoolDay>> =
        days.map(|day| Chip::new(day, format!("on-{day}"), when(words, today, day))).collect();
    let other = (!chips.iter().any(|chip| chip.value == filled.day)).then_some(filled.day);
    rsx! {
        details { class: "form-fold",
            summary { "data-testid": "when", {say!(words, "record-when", day: said)} }
            div { class: "stack",
                Chips::<SchoolDay> { legend: say!(words, "record-day"), chips, picked: Some(filled.day),
                    on_pick: move |day: Option<SchoolDay>| form.fill(|filled| filled.on(day.unwrap_or(today))) }
                DayInput { label: say!(words, "record-other-day"), hook: "contact-day", day: other, first: today.minus(YEAR), last: today,
                    on_day: move |day| form.fill(|filled| filled.on(day)) }
            }
        }
    }
}

/// What was agreed on for later; it comes up on Today when it is due.
#[component]
pub fn FollowUp(form: Form, filled: Filled, today: SchoolDay, known: Vec<MonthDay>) -> Element {
    let words = form.words;
    let chips = follow_ups(words, today, &known);
    let picked = filled.contact.follow_up;
    let other = picked.filter(|day| !chips.iter().any(|chip| chip.value == *day));
    let mut ask = use_signal(|| false);
    rsx! {
        Chips::<SchoolDay> { legend: say!(words, "record-follow-up"), chips, picked,
            on_pick: move |day| form.fill(|filled| filled.contact.follow_up = day) }
        if ask() || other.is_some() {
            DayInput { label: say!(words, "record-follow-up-day"), hook: "follow-up-day", day: other, first: today.next(), last: today.plus(YEAR),
                on_day: move |day| form.fill(|filled| filled.contact.follow_up = Some(day)) }
        } else {
            button { r#type: "button", class: "link", "data-testid": "follow-up-other", onclick: move |_| ask.set(true), {say!(words, "record-other-day")} }
        }
        if picked.is_some() { p { class: "quiet-text", {say!(words, "record-follow-up-says")} } }
    }
}

/// The next school day, the third one, the first of next week; each date once.
fn follow_ups(words: Words, today: SchoolDay, known: &[MonthDay]) -> Vec<Chip<SchoolDay>> {
    let next = school_day_after(known, today, 1);
    let named = |day: SchoolDay, name: String| {
        Chip::new(
            day,
            format!("follow-{day}"),
            say!(words, "record-follow", name: name, day: words.day_short(day)),
        )
    };
    let first = match next == today.next() {
        true => say!(words, "record-tomorrow"),
        false => say!(words, "record-next-school-day"),
    };
    let next_week = school_day_from(known, today.week().next().monday);
    let mut chips =
        vec![named(next, first), named(school_day_after(known, today, 3), say!(words, "record-in-three"))];
    if !chips.iter().any(|chip| chip.value == next_week) {
        chips.push(named(next_week, say!(words, "record-next-week")));
    }
    chips
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(today: &str) -> Vec<(String, String)> {
        let chips = follow_ups(Words::english(), today.parse().unwrap(), &[]);
        chips.into_iter().map(|chip| (chip.value.to_string(), chip.label)).collect()
    }

    #[test]
    fn one_comes_back_on_school_days_only_and_each_is_offered_once() {
        let tuesday = offered("2025-10-14");
        assert_eq!(
            tuesday.iter().map(|(day, _)| day.as_str()).collect::<Vec<_>>(),
            ["2025-10-15", "2025-10-17", "2025-10-20"]
        );
        assert!(tuesday[0].1.starts_with("Tomorrow"), "{tuesday:?}");
        let friday = offered("2025-10-17");
        assert!(friday[0].1.starts_with("Next school day"), "{friday:?}");
        let mut days: Vec<&str> = friday.iter().map(|(day, _)| day.as_str()).collect();
        days.sort_unstable();
        days.dedup();
        assert_eq!(days.len(), friday.len(), "{friday:?}");
    }
}
