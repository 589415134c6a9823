//! What is written down of a mentor, row by row, with what was taken back.

use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::super::form_token;
use super::forms;
use super::moment_at;
use super::one::MentorPage;
use crate::store::mentor_files::{MentorFact, ScreeningEntry, Signature, TrainingEntry, Written};

/// Documents that were acknowledged.
pub(super) fn documents(words: Words, page: &MentorPage<'_>) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "mentors-documents")} }
            if page.file.documents.is_empty() {
                p { {say!(words, "mentors-documents-none")} }
            } else {
                ul { class: "history",
                    for row in &page.file.documents {
                        {line(words, page, MentorFact::Document, row, say!(words, "mentors-document-row",
                            document: say!(words, "mentors-document", word: row.entry.0.word()), day: words.day_and_year(row.entry.1)))}
                    }
                }
            }
            {forms::documents(words, page)}
        }
    }
}

/// Screenings, trainings, signatures and decisions, newest first.
pub(super) fn file(words: Words, page: &MentorPage<'_>) -> Element {
    let file = page.file;
    let none = file.screenings.is_empty()
        && file.trainings.is_empty()
        && file.signatures.is_empty()
        && file.decisions.is_empty();
    rsx! {
        section { class: "section",
            h2 { {say!(words, "mentors-file")} }
            if none { p { {say!(words, "mentors-file-none")} } }
            ul { class: "history",
                for row in &file.decisions {
                    li {
                        span { class: "n", {say!(words, "mentors-decision-row", word: row.entry.0.word(), day: words.day_and_year(row.entry.1))} }
                        if let Some(reason) = &row.entry.2 { p { "{reason}" } }
                        {by(words, page, row)}
                    }
                }
                for row in &file.signatures {
                    {line(words, page, MentorFact::Agreement, row, signature(words, &row.entry))}
                }
                for row in &file.screenings {
                    {line(words, page, MentorFact::Screening, row, screening(words, &row.entry))}
                }
                for row in &file.trainings {
                    {line(words, page, MentorFact::Training, row, training(words, &row.entry))}
                }
            }
        }
    }
}

fn signature(words: Words, entry: &Signature) -> String {
    let hash = entry.text_hash.map(|hash| crate::auth::hex(&hash[..4])).unwrap_or_default();
    let signed = say!(words, "mentors-signature-row", how: entry.how.word(), name: entry.name.as_str(),
        version: entry.version, day: words.day_and_year(entry.day), through: words.day_and_year(entry.through));
    if hash.is_empty() { signed } else { say!(words, "mentors-signature-hash", signed: signed, hash: hash) }
}

fn screening(words: Words, entry: &ScreeningEntry) -> String {
    say!(words, "mentors-screening-row", kind: entry.kind.word(), result: entry.result.word(),
        day: words.day_and_year(entry.day), through: words.day_and_year(entry.through), who: entry.checked_by.as_str())
}

fn training(words: Words, entry: &TrainingEntry) -> String {
    let topic = say!(words, "mentors-topic", word: entry.topic.word());
    let given = entry.given_by.clone().unwrap_or_default();
    let word = if given.is_empty() { "nobody" } else { "somebody" };
    say!(words, "mentors-training-row", topic: topic, minutes: entry.minutes, day: words.day_and_year(entry.day), word: word, who: given)
}

/// A row that can be taken back, in two taps.
fn line<T>(words: Words, page: &MentorPage<'_>, fact: MentorFact, row: &Written<T>, said: String) -> Element {
    rsx! {
        li { class: if row.taken_back { "taken-back" },
            if row.taken_back {
                s { "{said}" }
                " "
                span { class: "badge sky", {say!(words, "mentors-taken-back")} }
            } else {
                span { class: "n", "{said}" }
            }
            {by(words, page, row)}
            if !row.taken_back {
                details { class: "no-print",
                    summary { {say!(words, "mentors-take-back")} }
                    form { class: "inline", method: "post", action: "/staff/mentors/{page.mentor.id}/taken-back",
                        {form_token(page.who)}
                        input { r#type: "hidden", name: "fact", value: fact.word() }
                        input { r#type: "hidden", name: "id", value: "{row.id}" }
                        p { {say!(words, "mentors-take-back-hint")} }
                        button { class: "small-btn end", "data-testid": "take-back-{fact.word()}", {say!(words, "mentors-take-back-do")} }
                    }
                }
            }
        }
    }
}

fn by<T>(words: Words, page: &MentorPage<'_>, row: &Written<T>) -> Element {
    let moment = moment_at(words, page.school, row.at);
    rsx! {
        small {
            {match &row.by {
                Some(who) => say!(words, "mentors-by", who: who.as_str(), moment: moment),
                None => say!(words, "mentors-by-nobody"),
            }}
        }
    }
}
