//! The minutes of a meeting, to print.

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{AgendaItem, MeetingCheck, NamesShown, UserId};
use dioxus::prelude::*;

use super::super::document;
use super::record::{RecordPage, entries};

/// The minutes, on paper: with names for the file, or without them for the wall.
pub fn page(words: Words, page: &RecordPage<'_>) -> Html<String> {
    let meeting = &page.held.meeting;
    let title = say!(words, "meet-minutes-title", day: words.day_and_year(meeting.day));
    let (address, shown) = (format!("/team/meeting/{}", meeting.id), page.names.shown());
    let here = format!("{address}/minutes?names={shown}");
    let body = rsx! {
        div { class: "page meeting minutes",
            header { class: "head",
                div {
                    h1 { "{title}" }
                    p { class: "sub", "{page.school.name} · " {say!(words, "meet-as-of", day: words.day_and_year(meeting.as_of))} }
                }
                nav { class: "steps no-print", "aria-label": say!(words, "team-steps"),
                    if !page.names.is_public() {
                        a { href: "{address}", {say!(words, "meet-record")} }
                    }
                    for names in NamesShown::ALL {
                        a {
                            class: if *names == shown { "here" },
                            "aria-current": if *names == shown { "page" },
                            href: "{address}/minutes?names={names}",
                            {say!(words, "meet-names", word: names.word())}
                        }
                    }
                }
            }
            main { id: "page",
                {who_was_there(words, page)}
                {said(words, page)}
                section { class: "section",
                    h2 { {say!(words, "meet-came-to-title")} }
                    {entries(words, page, false)}
                }
            }
        }
    };
    document(words, &title, &here, body)
}

fn who_was_there(words: Words, page: &RecordPage<'_>) -> Element {
    let (meeting, names) = (&page.held.meeting, page.names);
    let adult = |name: &str| if name.is_empty() { say!(words, "meet-not-said") } else { names.adult(name) };
    let mut here: Vec<String> = meeting.attended_names.iter().map(|name| names.adult(name)).collect();
    if let Some(others) = meeting.facts.others.as_ref().filter(|_| !names.is_public()) {
        here.push(others.clone());
    }
    rsx! {
        dl { class: "facts panel",
            dt { {say!(words, "meet-chair")} }
            dd { {adult(&meeting.facts.chair_name)} }
            dt { {say!(words, "meet-here")} }
            dd { if here.is_empty() { {say!(words, "meet-not-said")} } else { {here.join(", ")} } }
            for check in MeetingCheck::ALL {
                dt { {say!(words, "meet-check", word: check.word())} }
                dd { {say!(words, "meet-check-holds", holds: meeting.facts.checks.contains(check).to_string())} }
            }
        }
    }
}

/// What was said to the agenda; it stays at the table.
fn said(words: Words, page: &RecordPage<'_>) -> Element {
    if page.names.is_public() || page.held.notes.is_empty() {
        return rsx! {};
    }
    let lead = |id: Option<UserId>| {
        page.leads.iter().find(|(known, _)| Some(*known) == id).map(|(_, name)| name.as_str())
    };
    rsx! {
        section { class: "section",
            h2 { {say!(words, "meet-agenda")} }
            for item in AgendaItem::ALL {
                for note in page.held.notes.iter().filter(|note| note.item == *item) {
                    h3 {
                        {say!(words, "meet-agenda-item", word: item.word())}
                        if let Some(name) = lead(note.lead) { " · {name}" }
                    }
                    p { class: "as-typed", "{note.text.as_str()}" }
                }
            }
        }
    }
}
