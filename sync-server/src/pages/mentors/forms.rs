//! The forms of a mentor's page. Each is folded until it is wanted, or until it was refused.

use daymark_components::{Words, say};
use daymark_domain::{MentorDecision, MentorDocument, ScreeningKind, ScreeningResult, TrainingTopic};
use dioxus::prelude::*;

use super::super::form_token;
use super::fields::{boxes, choice, day, line};
use super::one::{Form, MentorPage};
use crate::service::mentor_ladder::{Rung, RungState};

/// The result of a screening, its date, its last day, who made it: nothing else.
pub(super) fn screening(words: Words, page: &MentorPage<'_>, rung: Rung, state: RungState) -> Element {
    let (form, kind) = match rung {
        Rung::Background => (Form::Background, ScreeningKind::Background),
        _ => (Form::Suitability, ScreeningKind::Suitability),
    };
    let typed = page.typed(form);
    let word = if state == RungState::Missing { "write" } else { "renew" };
    let results = ScreeningResult::ALL
        .iter()
        .map(|result| (result.word(), say!(words, "mentors-result", word: result.word())))
        .collect();
    let fields = rsx! {
        input { r#type: "hidden", name: "kind", value: kind.word() }
        {choice(words, &typed, "result", say!(words, "mentors-field", word: "result"), results)}
        div { class: "inline",
            {day(words, &typed, "day", say!(words, "mentors-field", word: "day"), Some(page.today))}
            {day(words, &typed, "through", say!(words, "mentors-through", months: page.rules.screening_valid_months), None)}
        }
        {line(words, &typed, "checked_by", say!(words, "mentors-field", word: "checked_by"), true)}
        small { {say!(words, "mentors-screening-hint")} }
    };
    folded(words, page, form, "screenings", say!(words, "mentors-screening-do", word: word), fields)
}

/// A training with its topics.
pub(super) fn training(words: Words, page: &MentorPage<'_>, state: RungState) -> Element {
    let typed = page.typed(Form::Training);
    let topics = TrainingTopic::ALL
        .iter()
        .map(|topic| (format!("topic_{topic}"), say!(words, "mentors-topic", word: topic.word())))
        .collect();
    let word = if state == RungState::Missing { "write" } else { "more" };
    let fields = rsx! {
        {boxes(words, &typed, "topics", say!(words, "mentors-field", word: "topics"), topics)}
        div { class: "inline",
            {line(words, &typed, "hours", say!(words, "mentors-field", word: "hours"), true)}
            {day(words, &typed, "day", say!(words, "mentors-field", word: "day"), Some(page.today))}
        }
        {line(words, &typed, "given_by", say!(words, "mentors-field", word: "given_by"), false)}
    };
    folded(words, page, Form::Training, "trainings", say!(words, "mentors-training-do", word: word), fields)
}

/// Documents that the mentor has read.
pub(super) fn documents(words: Words, page: &MentorPage<'_>) -> Element {
    let typed = page.typed(Form::Documents);
    let documents = MentorDocument::ALL
        .iter()
        .map(|document| {
            (format!("document_{document}"), say!(words, "mentors-document", word: document.word()))
        })
        .collect();
    let fields = rsx! {
        {boxes(words, &typed, "documents", say!(words, "mentors-field", word: "documents"), documents)}
        {day(words, &typed, "day", say!(words, "mentors-field", word: "day"), Some(page.today))}
    };
    folded(words, page, Form::Documents, "documents", say!(words, "mentors-documents-do"), fields)
}

/// Pause, leaving; or coming back.
pub(super) fn decision(words: Words, page: &MentorPage<'_>) -> Element {
    let typed = page.typed(Form::Decision);
    let away = matches!(page.mentor.facts.decision, Some(MentorDecision::Paused | MentorDecision::Left));
    let offered: &[MentorDecision] = match page.mentor.facts.decision {
        Some(MentorDecision::Paused) => &[MentorDecision::Back, MentorDecision::Left],
        Some(MentorDecision::Left) => &[MentorDecision::Back],
        _ => &[MentorDecision::Paused, MentorDecision::Left],
    };
    let decisions = offered
        .iter()
        .map(|decision| (decision.word(), say!(words, "mentors-decision", word: decision.word())))
        .collect();
    let fields = rsx! {
        {choice(words, &typed, "decision", say!(words, "mentors-field", word: "decision"), decisions)}
        div { class: "inline",
            {day(words, &typed, "day", say!(words, "mentors-field", word: "from"), Some(page.today))}
            {line(words, &typed, "reason", say!(words, "mentors-field", word: "reason"), false)}
        }
        small { {say!(words, "mentors-decision-hint")} }
    };
    let word = if away { "back" } else { "away" };
    rsx! {
        section { class: "section no-print",
            h2 { {say!(words, "mentors-decision-title", word: word)} }
            {folded(words, page, Form::Decision, "decisions", say!(words, "mentors-decision-do", word: word), fields)}
        }
    }
}

fn folded(
    words: Words,
    page: &MentorPage<'_>,
    form: Form,
    address: &str,
    summary: String,
    fields: Element,
) -> Element {
    let refused = page.refused.is_some_and(|(refused, ..)| refused == form);
    rsx! {
        details { class: "mentor-form no-print", open: refused,
            summary { "data-testid": "open-{form.word()}", "{summary}" }
            form { class: "panel", method: "post", action: "/staff/mentors/{page.mentor.id}/{address}",
                {form_token(page.who)}
                {fields}
                button { class: "btn", "data-testid": "save-{form.word()}", {say!(words, "mentors-save")} }
            }
        }
    }
}
