//! The meetings that were held.

use axum::response::Html;
use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::super::{document, steps};
use crate::store::meetings::Meeting;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// The list, the latest first.
pub fn page(words: Words, who: &SignedIn, school: &School, meetings: &[Meeting]) -> Html<String> {
    let title = say!(words, "meet-past");
    let body = rsx! {
        div { class: "page meeting",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", "{school.name}" }
                }
                {steps(words, who, "meeting", rsx! { a { href: "/team/meeting", {say!(words, "meet-step")} } })}
            }
            main { id: "page",
                if meetings.is_empty() {
                    p { class: "panel", {say!(words, "meet-past-none")} }
                } else {
                    div { class: "scroll section",
                        table {
                            caption { class: "skip", "{title}" }
                            thead {
                                tr {
                                    th { scope: "col", {say!(words, "meet-past-day")} }
                                    th { scope: "col", {say!(words, "meet-chair")} }
                                    th { scope: "col", {say!(words, "meet-decisions")} }
                                    th { scope: "col", {say!(words, "meet-actions")} }
                                    th { scope: "col", {say!(words, "meet-checks")} }
                                    th { scope: "col", {say!(words, "meet-minutes")} }
                                }
                            }
                            tbody {
                                for meeting in meetings {
                                    {row(words, meeting)}
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    document(words, &title, "/team/meeting/past", body)
}

fn row(words: Words, meeting: &Meeting) -> Element {
    let of = daymark_domain::MeetingCheck::ALL.len();
    rsx! {
        tr {
            th { scope: "row", a { class: "n", href: "/team/meeting/{meeting.id}", {words.day_and_year(meeting.day)} } }
            td { "{meeting.facts.chair_name}" }
            td { class: "num", "{meeting.decisions}" }
            td { class: "num", "{meeting.actions}" }
            td { class: "num", {say!(words, "meet-of", n: meeting.facts.checks.len(), of: of)} }
            td { a { class: "small-btn", href: "/team/meeting/{meeting.id}/minutes", {say!(words, "meet-minutes")} } }
        }
    }
}
