//! What the school's own record holds beside the figure: marks that it had before, behaviour and courses, what staff wrote.

use daymark_components::{Words, say};
use daymark_domain::{AttendanceStatus, CalendarMark, SchoolDay};
use dioxus::prelude::*;

use crate::service::school_time;
use crate::store::schools::School;
use crate::store::student_file::{FileIndicator, ReplacedDay, StaffWord, StudentFile};

/// Days on which the school's record and the mark that was made together do not agree: both stand, side by side.
pub fn disagreements(words: Words, file: &StudentFile) -> Element {
    let days = days_of_disagreement(file);
    rsx! {
        if !days.is_empty() {
            h3 { class: "again", {say!(words, "file-disagree")} }
            ul { class: "days", "data-testid": "disagreements",
                for (day, status) in days {
                    li {
                        span { class: "num", {words.day_and_year(day)} }
                        " · " {say!(words, "file-disagree-day", status: say!(words, "record-status", word: status.word()))}
                    }
                }
            }
        }
    }
}

fn days_of_disagreement(file: &StudentFile) -> Vec<(SchoolDay, AttendanceStatus)> {
    let marked = |day: SchoolDay| file.marks.contains(&(day, CalendarMark::Present));
    let absent = |status: AttendanceStatus| {
        matches!(
            status,
            AttendanceStatus::AbsentExcused
                | AttendanceStatus::AbsentUnexcused
                | AttendanceStatus::AbsentSuspension
        )
    };
    let days = file.official.iter().filter(|day| absent(day.status) && marked(day.day));
    days.map(|day| (day.day, day.status)).collect()
}

/// Marks that the school took back or corrected.
pub fn replaced(words: Words, school: &School, days: &[ReplacedDay]) -> Element {
    let day_of = |at: i64| words.day_and_year(school_time::at(school, at).day);
    rsx! {
        if !days.is_empty() {
            h3 { class: "again", {say!(words, "file-replaced")} }
            ul { class: "days", "data-testid": "replaced",
                for of in days {
                    li {
                        span { class: "num", {words.day_and_year(of.day)} }
                        " · " {say!(words, "record-status", word: of.status.word())}
                        if let Some(reason) = &of.reason { " · {reason}" }
                        " → "
                        match of.followed_by {
                            Some(status) => rsx! { {say!(words, "record-status", word: status.word())} },
                            None => rsx! { {say!(words, "file-replaced-gone")} },
                        }
                        small { {say!(words, "file-replaced-when", first: day_of(of.recorded_at), last: day_of(of.replaced_at))} }
                    }
                }
            }
        }
    }
}

/// Behaviour and courses; `all`: with what a later file replaced.
pub fn indicators(words: Words, indicators: &[FileIndicator], all: bool) -> Element {
    let shown: Vec<_> = indicators.iter().filter(|of| all || !of.replaced).collect();
    rsx! {
        section { class: "section",
            h2 { {say!(words, "file-indicators")} }
            if shown.is_empty() {
                p { {say!(words, "file-indicators-none")} }
            } else {
                div { class: "scroll",
                    table {
                        caption { class: "skip", {say!(words, "file-indicators")} }
                        thead {
                            tr {
                                th { scope: "col", {say!(words, "file-indicator-what")} }
                                th { scope: "col", {say!(words, "file-indicator-period")} }
                                th { scope: "col", {say!(words, "file-indicator-value")} }
                            }
                        }
                        tbody {
                            for of in shown {
                                tr {
                                    th { scope: "row", {say!(words, "file-indicator", word: of.kind.word())} }
                                    td { {say!(words, "file-from-to", first: words.day_and_year(of.first), last: words.day_and_year(of.last))} }
                                    td { class: "num", "{of.value}"
                                        if of.replaced { " " span { class: "badge", {say!(words, "file-indicator-replaced")} } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What staff wrote and decided.
pub fn written(words: Words, written: &[StaffWord]) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "file-written")} }
            if written.is_empty() { p { {say!(words, "file-none")} } }
            ol { class: "history timeline", "data-testid": "written",
                for of in written {
                    li {
                        span { class: "n", {what_was_decided(words, of)} }
                        small {
                            {words.day_and_year(of.day)}
                            if let Some(by) = &of.by { " · {by}" }
                        }
                        if let Some(text) = &of.text { p { class: "as-typed", "{text}" } }
                    }
                }
            }
        }
    }
}

/// The occasion and what was decided, in the words of the page on which it was.
fn what_was_decided(words: Words, of: &StaffWord) -> String {
    let occasion = say!(words, "file-written-what", what: of.what.as_str());
    let said = of.words.iter().enumerate().map(|(n, word)| {
        let word = word.as_str();
        match (of.what.as_str(), n) {
            ("candidate", 0) => say!(words, "matching-decision", word: word),
            ("candidate", _) => say!(words, "matching-decision-reason", word: word),
            ("notice", 0) => say!(words, "matching-notice-event", kind: word),
            ("notice", 1) => say!(words, "matching-answer-word", word: word),
            ("notice", _) => say!(words, "matching-channel-word", word: word),
            ("step", 0) => say!(words, "matching-step", word: word),
            ("step", _) => say!(words, "matching-pause-reason", word: word),
            ("review", 0) => say!(words, "keep-decision", word: word),
            ("review", _) => say!(words, "keep-wish", whom: "student", word: word),
            ("closing", 0) => say!(words, "keep-step", word: word),
            ("closing", _) => say!(words, "keep-step-state-word", word: word),
            ("grant", _) => say!(words, "grant-field", word: word),
            ("action", _) => say!(words, "meet-state", word: word),
            ("celebration", 0) => say!(words, "keep-celebrate-whom-word", word: word),
            ("celebration", _) => say!(words, "recognition-form", word: word),
            _ => say!(words, "file-taken-back"),
        }
    });
    std::iter::once(occasion).chain(said).collect::<Vec<_>>().join(" · ")
}
