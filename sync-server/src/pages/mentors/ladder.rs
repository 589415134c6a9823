//! The ladder: what a mentor needs, what is done, missing or running out, each with the form that writes it down.

use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::forms;
use super::one::MentorPage;
use crate::service::mentor_ladder::{self, Rung, RungState};

pub(super) fn ladder(words: Words, page: &MentorPage<'_>) -> Element {
    let rungs = mentor_ladder::ladder(&page.mentor.facts, page.rules, page.today);
    rsx! {
        section { class: "section",
            h2 { {say!(words, "mentors-ladder")} }
            ol { class: "ladder",
                for (rung, state) in rungs {
                    li { class: if state.is_done() { "rung" } else { "rung open" }, "data-testid": "rung-{rung.word()}",
                        h3 {
                            {say!(words, "mentors-rung", word: rung.word())}
                            " "
                            span { class: look(state), {said(words, state)} }
                        }
                        {detail(words, page, rung)}
                        {write_down(words, page, rung, state)}
                    }
                }
            }
        }
    }
}

fn look(state: RungState) -> &'static str {
    match state {
        RungState::Done(_) | RungState::ByEmployer => "badge leaf",
        RungState::Soon(_) => "badge sun",
        RungState::Over(_) | RungState::NotClear => "badge",
        RungState::Missing => "badge sun",
    }
}

fn said(words: Words, state: RungState) -> String {
    let day = state.through().map(|day| words.day_and_year(day)).unwrap_or_default();
    let word = if state == RungState::Done(None) { "there" } else { state.word() };
    say!(words, "mentors-rung-state", word: word, day: day)
}

/// What is known of it.
fn detail(words: Words, page: &MentorPage<'_>, rung: Rung) -> Element {
    match rung {
        Rung::Application => rsx! { {application(words, page)} },
        Rung::Training => {
            let untrained = page.mentor.facts.untrained(page.rules, page.today);
            rsx! {
                if !untrained.is_empty() {
                    p { {say!(words, "mentors-topics-open")} }
                    ul { class: "tags plain",
                        for topic in untrained {
                            li { class: "badge sky", {say!(words, "mentors-topic", word: topic.word())} }
                        }
                    }
                }
            }
        }
        Rung::Agreement => rsx! { p { {say!(words, "mentors-agreement-why")} } },
        Rung::Background => rsx! { p { {say!(words, "mentors-background-why")} } },
        Rung::Suitability => rsx! { p { {say!(words, "mentors-suitability-why")} } },
    }
}

fn application(words: Words, page: &MentorPage<'_>) -> Element {
    let Some(application) = page.file.applications.first().map(|written| &written.entry) else {
        return rsx! { p { {say!(words, "mentors-application-why")} } };
    };
    let times: Vec<_> =
        application.availability.iter().map(|time| say!(words, "mentors-time", word: time.word())).collect();
    let lines = [
        ("organisation", application.organisation.clone()),
        ("contact", Some(application.contact.clone())),
        ("languages", Some(application.languages.clone())),
        ("times", Some(times.join(", ")).filter(|times| !times.is_empty())),
        ("capacity", Some(application.capacity.to_string())),
        ("interests", application.interests.clone()),
        ("motives", application.motives.clone()),
        ("from_paper", application.from_paper.map(|day| words.day_and_year(day))),
    ];
    let references = application.references.iter().map(|reference| {
        let parts = [Some(&reference.name), reference.relation.as_ref(), reference.contact.as_ref()];
        parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
    });
    let references = references.map(|reference| ("reference", Some(reference)));
    let known = lines.into_iter().chain(references).filter_map(|(label, said)| Some((label, said?)));
    rsx! {
        dl { class: "facts",
            for (label, said) in known {
                dt { {say!(words, "mentors-field", word: label)} }
                dd { "{said}" }
            }
        }
    }
}

fn write_down(words: Words, page: &MentorPage<'_>, rung: Rung, state: RungState) -> Element {
    let mentor = page.mentor.id;
    match rung {
        Rung::Application => {
            let word = if page.file.applications.is_empty() { "write" } else { "change" };
            rsx! {
                p { class: "no-print",
                    a { class: "small-btn", href: "/staff/mentors/{mentor}/application", "data-testid": "to-application",
                        {say!(words, "mentors-application-do", word: word)}
                    }
                }
            }
        }
        Rung::Agreement => {
            let word = if state == RungState::Missing { "sign" } else { "renew" };
            rsx! {
                p { class: "no-print",
                    a { class: "small-btn", href: "/staff/mentors/{mentor}/agreement", "data-testid": "to-agreement",
                        {say!(words, "mentors-agreement-do", word: word)}
                    }
                }
            }
        }
        Rung::Background | Rung::Suitability => rsx! { {forms::screening(words, page, rung, state)} },
        Rung::Training => rsx! { {forms::training(words, page, state)} },
    }
}
