//! The calendar in the student's hands: their own days and nothing else. No other student, no family, and no way out but
//! "Done".

use daymark_components::{Sign, SignIcon, SunIcon, Words, say};
use daymark_domain::{CalendarMark, MatchId, SchoolDay};
use daymark_mentor_core::api::{MonthView, StudentView};
use dioxus::prelude::*;

use super::desk::use_desk;
use super::month::Month;
use crate::app::Route;
use crate::parts::{Page, Toast, ToastLine, Waiting};

#[component]
pub fn Together(match_id: MatchId) -> Element {
    let month = use_signal(|| None::<SchoolDay>);
    let desk = use_desk(match_id, month);
    let (words, mut view) = (desk.words, desk.view);
    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok());
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    let title = match loaded {
        Some(student) => say!(words, "together-title", name: student.first_name.as_str()),
        None => say!(words, "student-calendar"),
    };
    // The school's name belongs on the sheet of paper, where the phone is not around it.
    let paper = loaded.map(|student| say!(words, "paper-school", school: student.school.as_str()));
    rsx! {
        Page { title, ready: loaded.is_some(), foot: rsx! { Foot { match_id, toast: desk.toast } },
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(student) => rsx! {
                    div { class: "together-page",
                        if let Some(paper) = paper { p { class: "paper-only", "{paper}" } }
                        Streak { words, student: student.clone() }
                        Month { desk, today: student.today, shown: student.month.clone(), month }
                    }
                },
            }
        }
    }
}

/// What the days say, warmly, and of this student alone.
#[component]
fn Streak(words: Words, student: StudentView) -> Element {
    let (name, suns) = (student.first_name.as_str(), suns(&student.month));
    let streak = match student.present_in_a_row {
        0 => say!(words, "together-new-start", name: name),
        n => say!(words, "together-streak", n: n, name: name),
    };
    rsx! {
        section { class: "card streak", "data-testid": "streak",
            SunIcon { size: 44 }
            div {
                p { class: "num", "{streak}" }
                p { class: "quiet-text num", {say!(words, "together-suns", n: suns)} }
            }
        }
    }
}

fn suns(month: &MonthView) -> usize {
    month.days.iter().filter(|day| day.marks == [CalendarMark::Present]).count()
}

#[component]
fn Foot(match_id: MatchId, toast: Signal<Option<Toast>>) -> Element {
    let words = crate::phone::use_words();
    let phone = crate::phone::use_phone();
    // Only what went wrong is said here: a mark on the calendar speaks for itself.
    let failed = toast.read().clone().filter(|toast| matches!(toast, Toast::Failed(_)));
    rsx! {
        if let Some(toast) = failed { ToastLine { toast, on_undo: |_| {} } }
        div { class: "together-foot",
            button { r#type: "button", class: "btn quiet", "data-testid": "print", onclick: move |_| phone.shell().print(),
                SignIcon { sign: Sign::Printer, size: 22 }
                {say!(words, "print-month")}
            }
            Link { class: "btn", "data-testid": "together-done", to: Route::Student { match_id }, {say!(words, "together-done")} }
        }
    }
}
