//! My week: each student's days with contact as suns, and what is still missing while there is time for it.

use daymark_components::{ChevronIcon, ContactSuns, Sign, SignIcon, Words, apart, say};
use daymark_domain::SchoolDay;
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
    // Any day of the week that is shown; `None`: this week.
    let mut week = use_signal(|| None::<SchoolDay>);
    let mut view = use_view(move || {
        let day = *week.read();
        async move {
            match phone.ask(Request::MyWeek { day }).await? {
                Reply::MyWeek(view) => {
                    today.set(Some(view.today));
                    Ok(view)
                }
                _ => Err(unexpected()),
            }
        }
    });
    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok());
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    rsx! {
        Page { title: say!(words, "my-week"), back: Route::Today {}, tab: Tab::Today, ready: loaded.is_some(),
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(view) => rsx! {
                    Turn { view: view.clone(), on_turn: move |day| week.set(Some(day)) }
                    if view.rows.is_empty() { NoStudents {} } else { Weeks { view: view.clone() } }
                },
            }
        }
    }
}

/// The week that is shown, the one before and the one after.
#[component]
fn Turn(view: MyWeekView, on_turn: EventHandler<SchoolDay>) -> Element {
    let words = use_words();
    let (monday, latest) = (view.monday, is_this_week(&view));
    let (first, last) = (words.day_short(monday), words.day_short(monday.plus(4)));
    rsx! {
        div { class: "cal-head period",
            button { r#type: "button", class: "turn", "data-testid": "week-previous", "aria-label": say!(words, "my-week-previous"),
                onclick: move |_| on_turn.call(monday.minus(7)),
                ChevronIcon { back: true }
            }
            h2 { class: "num", {say!(words, "my-week-of", first: first, last: last)} }
            button { r#type: "button", class: "turn", "data-testid": "week-next", disabled: latest, "aria-label": say!(words, "my-week-next"),
                onclick: move |_| on_turn.call(monday.plus(7)),
                ChevronIcon {}
            }
        }
    }
}

/// Whom the week still waits for stands first: there is time for it yet.
#[component]
fn Weeks(view: MyWeekView) -> Element {
    let words = use_words();
    let past = !is_this_week(&view);
    let rows = view.rows.iter().cloned().enumerate();
    let (waiting, others): (Vec<_>, Vec<_>) = rows.partition(|(_, row)| !past && is_waiting(row));
    let (hours, minutes) = (view.minutes / 60, view.minutes % 60);
    let both = !waiting.is_empty() && !others.is_empty();
    rsx! {
        p { class: "card", "data-testid": "week-in-short", "{in_short(words, &view)}" }
        if !waiting.is_empty() {
            h2 { class: "sec", {say!(words, "my-week-waiting")} }
            List { rows: waiting, past }
        }
        if both { h2 { class: "sec", {say!(words, "my-week-others")} } }
        if !others.is_empty() { List { rows: others, past } }
        section { class: "card",
            p { class: "num", {say!(words, "my-week-hours", hours: hours, minutes: minutes)} }
            p { class: "quiet-text", {say!(words, "my-week-suns-legend")} }
        }
        p { class: "apart",
            Link { class: "btn quiet", "data-testid": "to-my-month", to: Route::MyMonth {},
                SignIcon { sign: Sign::Calendar }
                {say!(words, "my-month")}
            }
        }
    }
}

#[component]
fn List(rows: Vec<(usize, MyWeekRow)>, past: bool) -> Element {
    let words = use_words();
    rsx! {
        ul { class: "list", "aria-label": say!(words, "students-list"),
            for (n, row) in rows {
                li { key: "{row.who.match_id}", Week { n, row, past } }
            }
        }
    }
}

#[component]
fn Week(n: usize, row: MyWeekRow, past: bool) -> Element {
    let words = use_words();
    let facts = [
        Some(standing(words, &row, past)),
        (row.attempts > 0).then(|| say!(words, "my-week-attempts", n: row.attempts)),
        (row.family_contacts > 0).then(|| say!(words, "my-week-family", n: row.family_contacts)),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    rsx! {
        Link { class: "row", "data-testid": "week-{n}", to: Route::Student { match_id: row.who.match_id },
            span {
                span { class: "who", "{apart(&row.who.student)}" }
                span { class: "why num", "{facts}" }
            }
            ContactSuns { words, done: row.week.done, wanted: row.week.wanted }
        }
    }
}

fn is_this_week(view: &MyWeekView) -> bool {
    view.monday >= view.today.week().monday
}

/// Days are wanted and not yet there, and there is time for at least one of them.
fn is_waiting(row: &MyWeekRow) -> bool {
    row.week.met() == Some(false) && row.days_left > 0
}

/// How the week stands: what it waits for while it lasts, what came of it once it is over.
fn in_short(words: Words, view: &MyWeekView) -> String {
    let with_school: Vec<bool> = view.rows.iter().filter_map(|row| row.week.met()).collect();
    let met = with_school.iter().filter(|met| **met).count();
    let waiting = view.rows.iter().filter(|row| is_waiting(row)).count();
    match with_school.len() {
        0 => say!(words, "my-week-no-school"),
        all if all == met => say!(words, "my-week-all-met"),
        all if !is_this_week(view) || waiting == 0 => say!(words, "my-week-was", met: met, all: all),
        _ => say!(words, "my-week-students-missing", n: waiting),
    }
}

/// What is missing, kindly: how much, and that there is time; or that each day still counts.
fn standing(words: Words, row: &MyWeekRow, past: bool) -> String {
    let missing = row.week.wanted.saturating_sub(row.week.done);
    match row.can_be_met() {
        None => say!(words, "my-week-no-school"),
        Some(_) if missing == 0 => say!(words, "my-week-met"),
        Some(_) if past => say!(words, "my-week-suns", done: row.week.done, wanted: row.week.wanted),
        Some(true) => say!(words, "my-week-to-go", n: missing, left: row.days_left),
        Some(false) => say!(words, "my-week-short"),
    }
}
