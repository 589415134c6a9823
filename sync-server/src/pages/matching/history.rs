//! What happened to a match, in sentences.

use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::case::CasePage;
use crate::pages::mentors::moment_at;
use crate::store::proposals::{CaseEvent, CaseHappened, FamilyNotice};

/// The latest first.
pub fn history(words: Words, page: &CasePage<'_>) -> Element {
    if page.events.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "section",
            h2 { {say!(words, "matching-history")} }
            ol { class: "history",
                for event in page.events {
                    {line(words, page, event)}
                }
            }
        }
    }
}

fn line(words: Words, page: &CasePage<'_>, event: &CaseEvent) -> Element {
    let moment = moment_at(words, page.school, event.at);
    let by = match &event.by {
        Some(by) => say!(words, "matching-by", by: by.as_str(), moment: moment),
        None => moment,
    };
    rsx! {
        li { "data-testid": "event",
            {what(words, event)}
            small { "{by}" }
        }
    }
}

fn what(words: Words, event: &CaseEvent) -> Element {
    let day = words.day_and_year(event.day);
    match &event.what {
        CaseHappened::Step { word, reason, note, end_day } => {
            let reason = reason.map(|reason| say!(words, "matching-pause-reason", word: reason.word()));
            let end = end_day.map(|end| say!(words, "matching-end-on", day: words.day_and_year(end)));
            rsx! {
                span { class: "n", {say!(words, "matching-step", word: word.as_str())} }
                " · {day}"
                if let Some(reason) = reason { p { "{reason}" } }
                if let Some(end) = end { p { "{end}" } }
                if let Some(note) = note { p { class: "as-typed", "{note}" } }
            }
        }
        CaseHappened::Basis { basis, because, until } => {
            let because = because.map(|because| say!(words, "matching-because-word", word: because.word()));
            let until = until.map(|until| say!(words, "matching-end-on", day: words.day_and_year(until)));
            let word = basis.map_or("none", |basis| basis.word());
            rsx! {
                span { class: "n", {say!(words, "matching-basis-event", word: word)} }
                " · {day}"
                if let Some(because) = because { p { "{because}" } }
                if let Some(until) = until { p { "{until}" } }
            }
        }
        CaseHappened::Notice(notice) => told(words, notice, day),
    }
}

fn told(words: Words, notice: &FamilyNotice, day: String) -> Element {
    let how = say!(words, "matching-notice-how",
        channel: say!(words, "matching-channel-word", word: notice.channel.word()),
        language: notice.language.as_str(),
        by: notice.told_by.as_str());
    let answer = say!(words, "matching-answer-word", word: notice.answer.word());
    rsx! {
        span { class: "n", {say!(words, "matching-notice-event", kind: notice.kind.word())} }
        " · {day}"
        p { "{how}" }
        p {
            "{answer}"
            if let Some(by) = &notice.answered_by { " ({by})" }
        }
        if let Some(terms) = &notice.consent {
            p {
                {say!(words, "matching-scope-word", word: terms.scope.word())} " · {terms.purpose} · "
                {say!(words, "matching-consent-to", recipient: terms.recipient.as_str())} " · "
                {say!(words, "matching-consent-days", from: words.day_and_year(terms.from), until: words.day_and_year(terms.until))} " · "
                {say!(words, "matching-signed-word", word: terms.signed.word())}
            }
        }
        if let Some(note) = &notice.note { p { class: "as-typed", "{note.as_str()}" } }
    }
}
