//! Everything that was done, day by day: what is older than the latest month is folded, so that a year stays short.

use std::collections::BTreeSet;
use std::rc::Rc;

use daymark_components::{ChevronIcon, say};
use daymark_domain::{MatchId, SchoolDay, What};
use daymark_mentor_core::api::{LogEntry, StudentView};
use dioxus::prelude::*;

use super::desk::Desk;
use super::entries::Entries;
use super::page::{Sheet, use_sheet};

/// What of it is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    All,
    Contacts,
    Notes,
    Goals,
    Praise,
    Barriers,
    Team,
    Plans,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::All,
        Self::Contacts,
        Self::Notes,
        Self::Goals,
        Self::Praise,
        Self::Barriers,
        Self::Team,
        Self::Plans,
    ];

    fn of(what: &What) -> Self {
        match what {
            What::DoorCheck(_) | What::Contact(_) => Self::Contacts,
            What::Note { .. } => Self::Notes,
            What::Goal(_) | What::GoalCheck { .. } | What::Milestone(_) => Self::Goals,
            What::Recognition(_) => Self::Praise,
            What::Barrier(_) | What::BarrierResolved { .. } => Self::Barriers,
            What::Ask(_) | What::SafetyConcern => Self::Team,
            What::WakeUpPlan(_) | What::Checklist(_) => Self::Plans,
            What::Unknown => Self::All,
        }
    }

    fn shows(self, entry: &LogEntry) -> bool {
        self == Self::All || Self::of(&entry.what) == self
    }

    fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Contacts => "contacts",
            Self::Notes => "notes",
            Self::Goals => "goals",
            Self::Praise => "praise",
            Self::Barriers => "barriers",
            Self::Team => "team",
            Self::Plans => "plans",
        }
    }
}

#[component]
pub fn Log(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    rsx! {
        Sheet { desk, title: say!(desk.words, "student-log"), body: move |student: StudentView| rsx! {
            Timeline { desk, entries: Rc::new(student.log), first_name: student.first_name }
        } }
    }
}

#[component]
fn Timeline(desk: Desk, entries: Rc<Vec<LogEntry>>, first_name: String) -> Element {
    let words = desk.words;
    let mut chosen = use_signal(|| Kind::All);
    let kind = chosen();
    let there = Kind::ALL.into_iter().filter(|kind| entries.iter().any(|entry| kind.shows(entry)));
    let shown: Vec<usize> = (0..entries.len()).filter(|n| kind.shows(&entries[*n])).collect();
    rsx! {
        if entries.is_empty() { p { class: "card quiet-text", {say!(words, "student-log-empty")} } }
        div { class: "chips", role: "group", "aria-label": say!(words, "log-filter"),
            for each in there {
                button { key: "{each.word()}", r#type: "button", class: "chip", "data-testid": "log-{each.word()}",
                    "aria-pressed": (each == kind).to_string(), onclick: move |_| chosen.set(each),
                    {say!(words, "log-filter-kind", word: each.word())}
                }
            }
        }
        for (n, (month, shown)) in by_month(&entries, &shown).into_iter().enumerate() {
            Month { key: "{month}", desk, month, latest: n == 0, entries: entries.clone(), shown, first_name: first_name.clone() }
        }
    }
}

/// A month: open, or a line that opens it. What is folded is not drawn.
#[component]
fn Month(
    desk: Desk,
    month: SchoolDay,
    latest: bool,
    entries: Rc<Vec<LogEntry>>,
    shown: Vec<usize>,
    first_name: String,
) -> Element {
    let words = desk.words;
    let mut turned = use_signal(|| false);
    let open = latest != turned();
    let count = shown.len();
    rsx! {
        h2 { class: "month-head",
            button { r#type: "button", "data-testid": "log-month-{month}", "aria-expanded": open.to_string(),
                onclick: move |_| turned.toggle(),
                span { "{words.month_of_year(month)}" }
                span { class: "quiet-text num", {say!(words, "log-month-entries", n: count)} }
                span { class: if open { "turn-sign open" } else { "turn-sign" }, ChevronIcon {} }
            }
        }
        if open {
            for (day, shown) in by_day(&entries, &shown) {
                section { key: "{day}", class: "card",
                    h3 { class: "log-day", "{words.day_long(day)}" }
                    Entries { desk, entries: entries.clone(), shown, first_name: first_name.clone() }
                }
            }
        }
    }
}

/// By the day that they are about, latest first; a day's own order stays.
fn by_day(entries: &[LogEntry], shown: &[usize]) -> Vec<(SchoolDay, Vec<usize>)> {
    grouped(shown, |n| entries[n].day)
}

fn by_month(entries: &[LogEntry], shown: &[usize]) -> Vec<(SchoolDay, Vec<usize>)> {
    grouped(shown, |n| entries[n].day.first_of_month())
}

fn grouped(shown: &[usize], of: impl Fn(usize) -> SchoolDay) -> Vec<(SchoolDay, Vec<usize>)> {
    let days: BTreeSet<SchoolDay> = shown.iter().map(|n| of(*n)).collect();
    let group = |day: SchoolDay| (day, shown.iter().copied().filter(|n| of(*n) == day).collect());
    days.into_iter().rev().map(group).collect()
}
