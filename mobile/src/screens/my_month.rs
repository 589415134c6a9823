//! My month: the elements of the work, weeks that met the model, hours. Nobody is compared with anybody.

use daymark_components::{ChevronIcon, Meter, Words, say};
use daymark_domain::SchoolDay;
use daymark_mentor_core::api::{MyMonthView, Reply, Request};
use dioxus::prelude::*;

use super::today::NoStudents;
use crate::app::Route;
use crate::parts::{Page, Tab, Waiting, use_view};
use crate::phone::{unexpected, use_phone, use_words};

#[component]
pub fn MyMonthScreen() -> Element {
    let phone = use_phone();
    let words = use_words();
    // Any day of the month that is shown; `None`: this month, whose first day the first answer tells.
    let mut month = use_signal(|| None::<SchoolDay>);
    let mut this_month = use_signal(|| None::<SchoolDay>);
    let mut view = use_view(move || {
        let day = *month.read();
        async move {
            match phone.ask(Request::MyMonth { day }).await? {
                Reply::MyMonth(view) => {
                    if day.is_none() {
                        this_month.set(Some(view.first));
                    }
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
        Page { title: say!(words, "my-month"), back: Route::MyWeek {}, tab: Tab::Today, ready: loaded.is_some(),
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(view) => rsx! {
                    Turn { first: view.first, latest: this_month().is_none_or(|latest| view.first >= latest),
                        on_turn: move |day| month.set(Some(day)) }
                    if view.students == 0 && this_month() == Some(view.first) {
                        NoStudents {}
                    } else {
                        Month { words, view: view.clone() }
                    }
                },
            }
        }
    }
}

#[component]
fn Turn(first: SchoolDay, latest: bool, on_turn: EventHandler<SchoolDay>) -> Element {
    let words = use_words();
    rsx! {
        div { class: "cal-head period",
            button { r#type: "button", class: "turn", "data-testid": "month-previous", "aria-label": say!(words, "calendar-previous"),
                onclick: move |_| on_turn.call(first.minus(1)),
                ChevronIcon { back: true }
            }
            h2 { "{words.month_of_year(first)}" }
            button { r#type: "button", class: "turn", "data-testid": "month-next", disabled: latest, "aria-label": say!(words, "calendar-next"),
                onclick: move |_| on_turn.call(first.plus(31)),
                ChevronIcon {}
            }
        }
    }
}

#[component]
fn Month(words: Words, view: MyMonthView) -> Element {
    let (hours, minutes) = (view.minutes / 60, view.minutes % 60);
    let most = view.elements.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let facts = [
        say!(words, "students-count", n: view.students),
        say!(words, "my-week-hours", hours: hours, minutes: minutes),
        say!(words, "my-week-family", n: view.family_contacts),
        say!(words, "my-week-attempts", n: view.attempts),
    ];
    rsx! {
        section { class: "card", "data-testid": "month-weeks",
            if view.weeks == 0 {
                p { {say!(words, "my-month-no-weeks")} }
            } else {
                p { class: "month-weeks num", {say!(words, "my-month-weeks", met: view.weeks_met, all: view.weeks)} }
                Meter { part: view.weeks_met, whole: view.weeks }
                p { class: "quiet-text", {say!(words, "my-month-weeks-why")} }
            }
        }
        ul { class: "card plain num", "data-testid": "month-facts",
            for fact in facts { li { key: "{fact}", "{fact}" } }
        }
        h2 { class: "sec", {say!(words, "my-month-elements")} }
        section { class: "card",
            if most == 0 { p { class: "quiet-text", {say!(words, "my-month-nothing")} } }
            table { class: "pattern",
                caption { class: "heard", {say!(words, "my-month-elements")} }
                tbody {
                    for (element, n) in view.elements {
                        tr { key: "{element}", "data-testid": "element-{element}",
                            th { scope: "row", {say!(words, "element", word: element.word())} }
                            td {
                                span { class: "num", {say!(words, "my-month-times", n: n)} }
                                Meter { part: n, whole: most }
                            }
                        }
                    }
                }
            }
        }
    }
}
