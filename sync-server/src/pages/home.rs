//! The first page of whoever coordinates a school: what waits, by the areas of coordination, and how a school begins.

use axum::response::Html;
use daymark_components::{Words, apart, say};
use daymark_domain::{CoordinationArea, CoordinationTask as Task, FirstStep, SchoolDay};
use dioxus::prelude::*;

use super::live::live;
use super::{document, steps};
use crate::auth::permissions::{Does, may};
use crate::service::home::{Home, Waiting};
use crate::store::sessions::SignedIn;

/// The whole page.
pub fn page(words: Words, who: &SignedIn, home: &Home) -> Html<String> {
    let title = say!(words, "home-title", school: home.school.name.as_str());
    let open: usize = home.waiting.values().map(Vec::len).sum();
    let quiet = CoordinationArea::ALL.iter().filter(|area| !home.waiting.contains_key(area));
    let body = rsx! {
        div { class: "page",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", {record(words, home)} " · " {say!(words, "home-open", n: open)} }
                }
                {steps(words, who, "home", rsx! {})}
            }
            main { id: "page",
                if !home.first_steps.is_empty() { {first_steps(words, who, home)} }
                div { class: "home",
                    for (area, tasks) in &home.waiting { {area_of(words, who, *area, tasks)} }
                }
                ul { class: "home-rest", "data-testid": "home-rest",
                    for area in quiet {
                        li {
                            span { class: "n", {say!(words, "home-area", area: area.word())} }
                            span { {say!(words, "home-nothing")} }
                        }
                    }
                }
                {live(words, &home.school, home.now)}
            }
        }
    };
    document(words, &title, "/staff/home", body)
}

fn record(words: Words, home: &Home) -> String {
    match home.school.recorded_through {
        Some(day) => say!(words, "home-record-to", day: words.day_short(day)),
        None => say!(words, "home-record-none"),
    }
}

fn area_of(words: Words, who: &SignedIn, area: CoordinationArea, tasks: &[Waiting]) -> Element {
    rsx! {
        section { class: "home-area", "data-testid": "home-{area.word()}",
            h2 { {say!(words, "home-area", area: area.word())} }
            ul { class: "home-tasks",
                for task in tasks { {task_line(words, who, task)} }
            }
        }
    }
}

fn task_line(words: Words, who: &SignedIn, waiting: &Waiting) -> Element {
    let task = waiting.task;
    let (route, address) = open_address(who, solved_at(task));
    let sentence = say!(words, "home-task", task: task.word(), n: waiting.n);
    rsx! {
        li { class: if waiting.urgent { "home-task red" } else { "home-task" }, "data-testid": "task-{task.word()}",
            p {
                "{sentence}"
                if waiting.urgent { " " span { class: "badge", {say!(words, "home-urgent")} } }
            }
            if may(who.role, Does::Reads, route) {
                a { class: "small-btn", href: address,
                    {say!(words, "home-do", task: task.word())}
                    span { class: "heard", ": {sentence}" }
                }
            }
            small { {first(words, waiting)} }
        }
    }
}

/// The list of mentors stands at one of two addresses.
fn open_address(who: &SignedIn, at: (&'static str, &'static str)) -> (&'static str, &'static str) {
    match at {
        ("/staff/mentors", _) if !may(who.role, Does::Reads, "/staff/mentors") => ("/staff", "/staff"),
        at => at,
    }
}

/// Where it is solved: the row of the table of permissions, and the address.
fn solved_at(task: Task) -> (&'static str, &'static str) {
    let same = |address| (address, address);
    match task {
        Task::CandidatesUndecided => same("/staff/candidates"),
        Task::StudentsWithoutMentor | Task::MatchesWaiting | Task::NoticesMissing => same("/staff/matches"),
        Task::ScreeningsEnding | Task::AgreementsEnding | Task::MentorsNotReady => same("/staff/mentors"),
        Task::NoContactThisWeek | Task::ContactsMissedForWeeks => same("/team/week"),
        Task::ReviewsDue => same("/staff/reviews"),
        Task::CheckInsDue => same("/staff/support"),
        Task::PhonesSilent | Task::EntriesUnread | Task::EntriesHandedIn | Task::MentorsWithoutPhone => {
            same("/staff/mentors")
        }
        Task::DeadNumbers => same("/staff/numbers"),
        Task::AsksWaiting => same("/staff/asks"),
        Task::ReferralsOverdue | Task::ReferralsOpen => same("/staff/referrals"),
        Task::ActionsOverdue => same("/team/actions"),
        Task::RecordBehind => ("/staff/imports/new/{kind}", "/staff/imports/new/attendance"),
        Task::ImportProblems => same("/staff/imports"),
        Task::OpenedElsewhere => same("/staff/glass"),
        Task::StepsOverdue => same("/staff/checklist"),
    }
}

fn first(words: Words, waiting: &Waiting) -> String {
    let named = waiting.first.iter().map(|named| match waiting.task {
        Task::RecordBehind => {
            named.parse::<SchoolDay>().map_or_else(|_| named.clone(), |day| words.day_short(day))
        }
        Task::ImportProblems => say!(words, "imports-kind", kind: named.as_str()),
        Task::StepsOverdue => say!(words, "step", word: named.as_str()),
        _ => apart(named).into_owned(),
    });
    let more = (waiting.more() > 0).then(|| say!(words, "home-more", n: waiting.more()));
    let separator = if waiting.task == Task::StepsOverdue { " · " } else { ", " };
    named.chain(more).collect::<Vec<_>>().join(separator)
}

fn first_steps(words: Words, who: &SignedIn, home: &Home) -> Element {
    let done = home.first_steps.iter().filter(|(_, done)| *done).count();
    // Where students are matched already only what is missing is told.
    let runs = home.first_steps.contains(&(FirstStep::Match, true));
    let next = home.first_steps.iter().find(|(_, done)| !done).map(|(step, _)| *step);
    rsx! {
        section { class: "panel", "data-testid": "first-steps",
            h2 { {say!(words, "home-first-title")} }
            p { {say!(words, "home-first-lead", done: done, of: home.first_steps.len())} }
            ol { class: "first-steps",
                for (step, done) in home.first_steps.iter().filter(|(_, done)| !(runs && *done)) {
                    {first_step(words, who, *step, *done, next == Some(*step))}
                }
            }
        }
    }
}

fn first_step(words: Words, who: &SignedIn, step: FirstStep, done: bool, is_next: bool) -> Element {
    let (route, address) = open_address(who, taken_at(step));
    let sentence = say!(words, "home-first-step", step: step.word());
    rsx! {
        li { class: if done { "done" }, "data-testid": "first-{step.word()}",
            div {
                if !done && may(who.role, Does::Reads, route) {
                    a { class: "n", href: address, "{sentence}" }
                } else {
                    span { class: "n", "{sentence}" }
                }
                if !done { small { {say!(words, "home-first-why", step: step.word())} } }
            }
            match (done, is_next) {
                (true, _) => rsx! { span { class: "badge leaf", {say!(words, "home-first-done")} } },
                (_, true) => rsx! { span { class: "badge sun", {say!(words, "home-first-next")} } },
                _ => rsx! { span { class: "badge sky", {say!(words, "home-first-open")} } },
            }
        }
    }
}

/// Where a first step is taken: the row of the table of permissions, and the address.
fn taken_at(step: FirstStep) -> (&'static str, &'static str) {
    match step {
        FirstStep::HelpNumbers => ("/staff/school", "/staff/school"),
        FirstStep::Roster => ("/staff/imports/new/{kind}", "/staff/imports/new/oneroster"),
        FirstStep::Calendar => ("/staff/imports/new/{kind}", "/staff/imports/new/calendar"),
        FirstStep::Attendance => ("/staff/imports/new/{kind}", "/staff/imports/new/attendance"),
        FirstStep::Candidates => ("/staff/candidates", "/staff/candidates"),
        FirstStep::Mentor | FirstStep::Agreement | FirstStep::Phone => ("/staff/mentors", "/staff/mentors"),
        FirstStep::Match => ("/staff/matches", "/staff/matches"),
    }
}
