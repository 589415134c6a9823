//! One student's page: how much of school was missed, the month with its suns, what was done and what can be done.

mod desk;
mod log;
mod month;
mod note;
mod together;

use daymark_components::{AbsenceCard, Words, say};
use daymark_domain::{MatchId, SchoolDay};
use daymark_mentor_core::api::{Reply, Request, StudentView};
use dioxus::prelude::*;

use self::desk::Desk;
use self::log::Log;
use self::month::{MarkToday, Month};
use self::note::Note;
use self::together::OneOnOne;
use crate::app::Route;
use crate::parts::{Callees, Page, Tab, ToastLine, Waiting, use_view};
use crate::phone::{unexpected, use_phone, use_words};

#[component]
pub fn StudentScreen(match_id: MatchId) -> Element {
    let phone = use_phone();
    let words = use_words();
    // Any day of the month that is shown; `None`: this month.
    let month = use_signal(|| None::<SchoolDay>);
    let mut today = phone.today;
    let mut view = use_view(move || {
        let month = *month.read();
        async move {
            match phone.ask(Request::Student { match_id, month }).await? {
                Reply::Student(view) => {
                    today.set(Some(view.today));
                    Ok(view)
                }
                _ => Err(unexpected()),
            }
        }
    });
    let desk = Desk { phone, words, match_id, toast: use_signal(|| None), view };
    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok());
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    let title = loaded.map_or_else(|| say!(words, "tab-students"), |view| view.student.clone());
    let sub = loaded.map(|view| about(words, view));
    let foot = loaded.map(|student| {
        rsx! {
            if let Some(toast) = desk.toast.read().clone() {
                ToastLine { toast, on_undo: move |(_, key)| { spawn(desk.take_back(key)); } }
            }
            MarkToday { desk, today: student.today, days: student.month.days.clone(), month }
        }
    });
    rsx! {
        Page { title, sub, back: Route::Students {}, tab: Tab::Students, ready: loaded.is_some(), foot,
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(student) => rsx! {
                    AbsenceCard { words, figure: student.figure, record_complete_to: student.record_complete_to }
                    Month { desk, today: student.today, shown: student.month.clone(), in_a_row: student.present_in_a_row, month }
                    OneOnOne { desk, today: student.today, first_name: student.first_name.clone() }
                    h2 { class: "sec", {say!(words, "student-people")} }
                    section { class: "card", Callees { callees: student.callees.clone(), first_name: student.first_name.clone(), next: 0 } }
                    Note { desk, today: student.today }
                    Log { desk, entries: student.log.clone(), first_name: student.first_name.clone() }
                },
            }
        }
    }
}

/// "Grade 7 · Lincoln Middle · 31 school days together".
fn about(words: Words, view: &StudentView) -> String {
    let parts = [
        view.grade.as_deref().map(|grade| words.grade(grade)),
        Some(view.school.clone()),
        (view.school_days_together > 0)
            .then(|| say!(words, "student-together", n: view.school_days_together)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
