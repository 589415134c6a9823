//! My week: each student's days with contact as suns, and what is still missing while there is time for it.

use daymark_components::{ContactSuns, Words, say};
use daymark_mentor_core::api::{MyWeekRow, MyWeekView, Reply, Request};
use dioxus::prelude::*;

use super::today::NoStudents;
use crate::app::Route;
use crate::parts::{Page, Tab, Waiting, use_view};
use crate::phone::{unexpected, use_phone, use_words};

#[component]
pub fn MyWeekScreen() -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut today = phone.today;
    let mut view = use_view(move || async move {
        match phone.ask(Request::MyWeek { day: None }).await? {
            Reply::MyWeek(view) => {
                today.set(Some(view.today));
                Ok(view)
            }
            _ => Err(unexpected()),
        }
    });
    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok());
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    let sub = loaded.map(|view| {
        let (first, last) = (words.day_short(view.monday), words.day_short(view.monday.plus(4)));
        say!(words, "my-week-of", first: first, last: last)
    });
    rsx! {
        Page { title: say!(words, "my-week"), sub, back: Route::Today {}, tab: Tab::Today, ready: loaded.is_some(),
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(view) if view.rows.is_empty() => rsx! { NoStudents {} },
                Some(view) => rsx! {
                    p { class: "card", "data-testid": "week-in-short", "{in_short(words, view)}" }
                    ul { class: "list", "aria-label": say!(words, "students-list"),
                        for (n, row) in view.rows.iter().cloned().enumerate() {
                            li { key: "{row.who.match_id}", Week { n, row } }
                        }
                    }
                    section { class: "card",
                        p { class: "num", {say!(words, "my-week-hours", hours: view.minutes / 60, minutes: view.minutes % 60)} }
                        p { class: "quiet-text", {say!(words, "my-week-suns-legend")} }
                    }
                },
            }
        }
    }
}

#[component]
fn Week(n: usize, row: MyWeekRow) -> Element {
    let words = use_words();
    let facts = [
        Some(standing(words, &row)),
        (row.attempts > 0).then(|| say!(words, "my-week-attempts", n: row.attempts)),
        (row.family_contacts > 0).then(|| say!(words, "my-week-family", n: row.family_contacts)),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    rsx! {
        Link { class: "row", "data-testid": "week-{n}", to: Route::Student { match_id: row.who.match_id },
            span {
                span { class: "who", "{row.who.student}" }
                span { class: "why num", "{facts}" }
            }
            ContactSuns { words, done: row.week.done, wanted: row.week.wanted() }
        }
    }
}

/// Whom the week still waits for, said first.
fn in_short(words: Words, view: &MyWeekView) -> String {
    let with_school: Vec<_> = view.rows.iter().filter_map(|row| row.week.met()).collect();
    let waiting = with_school.iter().filter(|met| !**met).count();
    match waiting {
        _ if with_school.is_empty() => say!(words, "my-week-no-school"),
        0 => say!(words, "my-week-all-met"),
        waiting => say!(words, "my-week-students-missing", n: waiting),
    }
}

/// What is missing, kindly: how much, and that there is time; or that each day still counts.
fn standing(words: Words, row: &MyWeekRow) -> String {
    let missing = row.week.wanted().saturating_sub(row.week.done);
    match row.can_be_met() {
        None => say!(words, "my-week-no-school"),
        Some(_) if missing == 0 => say!(words, "my-week-met"),
        Some(true) => say!(words, "my-week-to-go", n: missing, left: row.days_left),
        Some(false) => say!(words, "my-week-short"),
    }
}
