//! A match's week in cells: what the mentor did, and the school's record in its corner where both say something.

use daymark_domain::SchoolDay;
use dioxus::prelude::*;

use crate::{Words, say};

/// The strongest contact of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellContact {
    /// A call that the family answered.
    CalledFamily,
    /// A call that the student answered.
    Called,
    /// Time together.
    Met,
    /// Greeted at the door.
    Greeted,
}

impl CellContact {
    fn word(self) -> &'static str {
        match self {
            Self::CalledFamily => "called_family",
            Self::Called => "called",
            Self::Met => "met",
            Self::Greeted => "greeted",
        }
    }
}

/// One date of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekCell {
    /// The date.
    pub day: SchoolDay,
    /// School is held.
    pub school: bool,
    /// The date has not come yet: an empty cell of it tells nothing.
    pub ahead: bool,
    /// What the mentor recorded.
    pub contact: Option<CellContact>,
    /// Absent by the school's record.
    pub absent: bool,
}

/// A row of cells, each with its meaning in words.
#[component]
pub fn WeekCells(words: Words, cells: Vec<WeekCell>) -> Element {
    let columns = if cells.len() > 5 { "seven" } else { "" };
    rsx! {
        span { class: "wk {columns}",
            for cell in cells {
                i { key: "{cell.day}", class: "cell {look(cell)}", role: "img",
                    "data-day": "{cell.day}", "data-contact": cell.contact.map(CellContact::word),
                    "aria-label": "{cell_says(words, cell)}", title: "{cell_says(words, cell)}",
                    "{sign(words, cell)}"
                    if cell.absent && cell.contact.is_some() {
                        span { class: "too", {say!(words, "week-cell-absent")} }
                    }
                }
            }
        }
    }
}

/// The letters above the cells.
#[component]
pub fn WeekLetters(words: Words, days: Vec<SchoolDay>) -> Element {
    let columns = if days.len() > 5 { "seven" } else { "" };
    rsx! {
        span { class: "wk {columns}",
            for day in days {
                span { class: "letter", title: "{words.day_long(day)}", "{words.weekday_letter(day)}" }
            }
        }
    }
}

/// What the signs mean.
#[component]
pub fn WeekLegend(words: Words) -> Element {
    let signs = [
        ("met", say!(words, "week-cell-met"), say!(words, "week-legend-met")),
        ("called", say!(words, "week-cell-called"), say!(words, "week-legend-called")),
        ("absent", say!(words, "week-cell-absent"), say!(words, "week-legend-absent")),
        ("closed", String::new(), say!(words, "week-legend-closed")),
    ];
    rsx! {
        p { class: "legend",
            for (look, sign, meaning) in signs {
                span {
                    span { class: "wk one", "aria-hidden": "true", i { class: "cell {look}", "{sign}" } }
                    "{meaning}"
                }
            }
            span { {say!(words, "week-legend-line")} }
        }
    }
}

fn look(cell: WeekCell) -> &'static str {
    match (cell.contact, cell.absent) {
        (Some(CellContact::Greeted | CellContact::Met), _) => "met",
        (Some(CellContact::Called | CellContact::CalledFamily), _) => "called",
        (None, true) => "absent",
        (None, false) if !cell.school => "closed",
        (None, false) if cell.ahead => "ahead",
        (None, false) => "",
    }
}

fn sign(words: Words, cell: WeekCell) -> String {
    match (cell.contact, cell.absent) {
        (Some(CellContact::Greeted | CellContact::Met), _) => say!(words, "week-cell-met"),
        (Some(CellContact::Called | CellContact::CalledFamily), _) => say!(words, "week-cell-called"),
        (None, true) => say!(words, "week-cell-absent"),
        (None, false) => String::new(),
    }
}

fn cell_says(words: Words, cell: WeekCell) -> String {
    let contact = cell.contact.map(|contact| match contact {
        CellContact::Greeted => say!(words, "week-says-greeted"),
        CellContact::Met => say!(words, "week-says-met"),
        CellContact::Called => say!(words, "week-says-called"),
        CellContact::CalledFamily => say!(words, "week-says-called-family"),
    });
    let absent = cell.absent.then(|| say!(words, "week-says-absent"));
    let mut facts: Vec<String> = contact.into_iter().chain(absent).collect();
    if facts.is_empty() {
        facts.push(match cell {
            WeekCell { school: false, .. } => say!(words, "week-says-closed"),
            WeekCell { ahead: true, .. } => say!(words, "week-says-ahead"),
            _ => say!(words, "week-says-none"),
        });
    }
    say!(words, "week-cell", day: words.weekday(cell.day), facts: facts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::html_of;

    fn cell(day: &str, school: bool, contact: Option<CellContact>, absent: bool) -> WeekCell {
        WeekCell { day: day.parse().unwrap(), school, ahead: false, contact, absent }
    }

    #[test]
    fn each_cell_says_what_it_means() {
        let cells = vec![
            cell("2025-10-13", false, None, false),
            cell("2025-10-14", true, Some(CellContact::Greeted), false),
            cell("2025-10-15", true, Some(CellContact::Called), true),
            cell("2025-10-16", true, None, false),
            WeekCell { ahead: true, ..cell("2025-10-17", true, None, false) },
        ];
        let html = html_of(rsx! { WeekCells { words: Words::english(), cells } });
        for wanted in [
            "Monday: no school",
            "Tuesday: greeted",
            "Wednesday: called, absent by the school",
            "Thursday: no contact",
            "Friday: still to come",
        ] {
            assert!(html.contains(wanted), "{wanted} is missing in {html}");
        }
    }
}
