//! The students of one mentor, now and before.

use daymark_components::{Words, say};
use daymark_domain::{MatchStatus, SchoolDay};
use dioxus::prelude::*;

use super::super::form_token;
use super::grade;
use super::one::MentorPage;
use crate::store::matches::MatchSummary;

pub(super) fn students(words: Words, page: &MentorPage<'_>) -> Element {
    let mentor = page.mentor.id;
    rsx! {
        section { class: "section",
            h2 { {say!(words, "mentor-students")} }
            if page.matches.is_empty() {
                p { {say!(words, "mentor-students-none")} }
            } else {
                {matches(words, page)}
            }
            p { class: "section no-print",
                a { class: "small-btn", href: "/staff/mentors/{mentor}/students", {say!(words, "coordinate-match")} }
            }
        }
    }
}

fn matches(words: Words, page: &MentorPage<'_>) -> Element {
    rsx! {
        div { class: "scroll",
            table {
                caption { class: "skip", {say!(words, "mentor-students")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "week-col-student")} }
                        th { scope: "col", {say!(words, "mentor-col-since")} }
                        th { scope: "col", {say!(words, "mentor-col-wake-up")} }
                        th { scope: "col", {say!(words, "mentor-col-end")} }
                    }
                }
                tbody {
                    for row in page.matches {
                        tr {
                            th { scope: "row",
                                a { class: "n", href: "/staff/students/{row.student_id}", "{row.student_name}" }
                                small { "{grade(words, row.grade.as_deref())}" }
                                if let Some(rationale) = &row.rationale {
                                    small { "{rationale}" }
                                }
                                if !matches!(row.status, MatchStatus::Active | MatchStatus::Closed) {
                                    small { class: "badge sky", {say!(words, "mentors-match-status", word: row.status.word())} }
                                }
                            }
                            td { "{words.day_short(row.start_day)}" }
                            {match row.end_day {
                                None => active(words, page, row),
                                Some(end) => ended(words, row, end),
                            }}
                        }
                    }
                }
            }
        }
    }
}

fn active(words: Words, page: &MentorPage<'_>, row: &MatchSummary) -> Element {
    let address = format!("/staff/mentors/{}/matches/{}", page.mentor.id, row.id);
    let (now, other, other_word) = match row.wake_up_calls {
        true => (say!(words, "mentor-wake-up-yes"), "no", say!(words, "mentor-wake-up-stop")),
        false => (say!(words, "mentor-wake-up-no"), "yes", say!(words, "mentor-wake-up-start")),
    };
    rsx! {
        td {
            form { class: "inline", method: "post", action: "{address}/wake-up-calls",
                {form_token(page.who)}
                input { r#type: "hidden", name: "wake_up_calls", value: other }
                span { "{now}" }
                button { class: "small-btn", "{other_word}" }
            }
        }
        td {
            // An ending is told ahead and said goodbye to: it has its own page.
            a { class: "small-btn", href: "/staff/closing/{row.id}", {say!(words, "coordinate-match-end")} }
        }
    }
}

fn ended(words: Words, row: &MatchSummary, end: SchoolDay) -> Element {
    let reason = end_reason(words, row.end_reason.as_deref().unwrap_or_default());
    let ended = say!(words, "mentor-ended", day: words.day_short(end));
    rsx! {
        td { "" }
        td { "{ended}" small { "{reason}" } }
    }
}

/// Why a match ended: as staff chose it, or as the server noted it.
fn end_reason(words: Words, stored: &str) -> String {
    match stored {
        "substitute_over" => say!(words, "end-substitute-over"),
        "not_begun" => say!(words, "end-not-begun"),
        chosen => {
            let known = end_reasons(words).into_iter().find(|(word, _)| *word == chosen);
            known.map(|(_, reason)| reason).unwrap_or_default()
        }
    }
}

/// Why a match ends (`domain.md` section 3), as stored and as said.
pub fn end_reasons(words: Words) -> [(&'static str, String); 8] {
    [
        ("goals_met", say!(words, "end-goals-met")),
        ("year_end", say!(words, "end-year-end")),
        ("pupil_moved", say!(words, "end-pupil-moved")),
        ("mentor_left", say!(words, "end-mentor-left")),
        ("rematch", say!(words, "end-rematch")),
        ("family_withdrew", say!(words, "end-family-withdrew")),
        ("safety", say!(words, "end-safety")),
        ("programme_end", say!(words, "end-programme-end")),
    ]
}
