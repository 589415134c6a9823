//! One student's page: how much of school was missed, the brief, the month with its suns, what can be done and what was.

mod actions;
mod ask;
mod barriers;
mod brief;
mod contact;
mod desk;
mod entries;
mod family;
mod goals;
mod granted;
mod log;
mod month;
mod note;
mod one_on_one;
mod page;
mod pattern;
mod praise;
mod safety;
mod starters;
mod steps;
mod together;
mod two_answers;
mod wake_up;
mod year;

use daymark_components::{AbsenceCard, Words, say};
use daymark_domain::{MatchId, SchoolDay};
use daymark_mentor_core::api::StudentView;
use dioxus::prelude::*;

use self::actions::Actions;
use self::brief::Brief;
use self::desk::use_desk;
use self::entries::LatestEntries;
use self::granted::Granted;
use self::month::{MarkToday, Month};
use self::one_on_one::OneOnOne;
pub use self::page::{StudentPageName, StudentPageScreen};
use self::pattern::Pattern;
use crate::app::Route;
use crate::parts::{Callees, Page, Tab, ToastLine, Waiting};

#[component]
pub fn StudentScreen(match_id: MatchId) -> Element {
    // Any day of the month that is shown; `None`: this month.
    let month = use_signal(|| None::<SchoolDay>);
    let desk = use_desk(match_id, month);
    let (words, mut view) = (desk.words, desk.view);
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
                    AbsenceCard { words, figure: student.figure, record_complete_to: student.record_complete_to, projection: student.record.projection, limits: student.limits }
                    Brief { words, student: student.clone() }
                    h2 { class: "sec", {say!(words, "student-people")} }
                    section { class: "card", Callees { callees: student.callees.clone(), first_name: student.first_name.clone(), next: 0 } }
                    Granted { words, granted: student.granted.clone() }
                    Pattern { words, weekdays: student.weekdays, weeks: student.weeks.clone() }
                    Month { desk, today: student.today, shown: student.month.clone(), in_a_row: student.present_in_a_row, month }
                    OneOnOne { desk, today: student.today, first_name: student.first_name.clone() }
                    Actions { words, match_id }
                    LatestEntries { desk, entries: student.log.clone(), first_name: student.first_name.clone() }
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
