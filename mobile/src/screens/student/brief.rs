//! The brief: what to know before one speaks with student or family, a line each. A line with a page of its own leads
//! there.

use std::collections::BTreeSet;

use daymark_components::{ChevronIcon, Words, say};
use daymark_domain::{DraftOf, GoalResult, MatchId};
use daymark_mentor_core::api::{AskView, GoalView, OtherContact, StudentView};
use dioxus::prelude::*;

use super::page::StudentPageName;
use crate::app::Route;
use crate::voice;

/// One line: what it is about, what there is to say, and where more of it stands.
#[derive(Clone, PartialEq)]
struct Fact {
    hook: &'static str,
    name: String,
    text: String,
    page: Option<StudentPageName>,
}

#[component]
pub fn Brief(words: Words, student: StudentView) -> Element {
    rsx! {
        h2 { class: "sec", {say!(words, "brief-title")} }
        ul { class: "list facts",
            for fact in facts(words, &student) {
                li { key: "{fact.hook}", Line { match_id: student.match_id, fact } }
            }
        }
    }
}

#[component]
fn Line(match_id: MatchId, fact: Fact) -> Element {
    let Fact { hook, name, text, page } = fact;
    let said = rsx! {
        span {
            span { class: "fact-name", "{name}" }
            span { class: "fact", "{text}" }
        }
    };
    match page {
        Some(page) => rsx! {
            Link { class: "row", "data-testid": hook, to: Route::StudentPage { match_id, page },
                {said}
                ChevronIcon {}
            }
        },
        None => rsx! { div { class: "row", "data-testid": hook, {said} } },
    }
}

fn facts(words: Words, student: &StudentView) -> Vec<Fact> {
    let fact = |hook, name, text, page| Fact { hook, name, text, page };
    let others = (!student.others.is_empty())
        .then(|| fact("brief-others", say!(words, "brief-others"), others(words, student), None));
    let answer = answered(words, student)
        .map(|text| fact("brief-answer", say!(words, "brief-answer"), text, Some(StudentPageName::Ask)));
    let begun = begun(words, student)
        .map(|(text, page)| fact("brief-begun", say!(words, "brief-begun"), text, Some(page)));
    let languages = languages(words, student)
        .map(|text| fact("brief-language", say!(words, "brief-language"), text, None));
    let always = [
        fact(
            "brief-family",
            say!(words, "brief-family"),
            reached(words, student),
            Some(StudentPageName::Family),
        ),
        fact("brief-goal", say!(words, "brief-goal"), goal(words, student), Some(StudentPageName::Goals)),
        fact(
            "brief-barriers",
            say!(words, "brief-barriers"),
            barriers(words, student),
            Some(StudentPageName::Barriers),
        ),
    ];
    others.into_iter().chain(answer).chain(begun).chain(always).chain(languages).collect()
}

/// "Greeting at the door, 7:43".
fn others(words: Words, student: &StudentView) -> String {
    let one = |other: &OtherContact| {
        let (kind, time) = (voice::contact_kind(words, other.kind), words.time_of_minute(other.minute));
        say!(words, "brief-other", kind: kind, time: time)
    };
    student.others.iter().map(one).collect::<Vec<_>>().join(" · ")
}

/// What the team answered and the mentor has not read.
fn answered(words: Words, student: &StudentView) -> Option<String> {
    let unread = |ask: &&AskView| ask.answer.as_ref().is_some_and(|answer| !answer.read);
    let ask = student.record.asks.iter().find(unread)?;
    Some(say!(words, "ask-kind", word: ask.ask.kind.word()))
}

/// What was begun last and not saved. A private reminder is meant to stay as it is.
fn begun(words: Words, student: &StudentView) -> Option<(String, StudentPageName)> {
    let drafts = student.record.drafts.iter().filter(|draft| draft.of != DraftOf::Private);
    let draft = drafts.max_by_key(|draft| draft.at)?;
    let (day, time) = (words.day_short(draft.at.day), words.time_of_minute(draft.at.minute));
    let text = say!(words, "brief-begun-what", word: draft.of.word(), day: day, time: time);
    Some((text, if draft.of == DraftOf::Ask { StudentPageName::Ask } else { StudentPageName::Note }))
}

fn reached(words: Words, student: &StudentView) -> String {
    match student.record.family_reached {
        Some(day) => say!(words, "brief-family-reached", day: words.day_short(day)),
        None => say!(words, "brief-family-not-yet"),
    }
}

/// What is spoken at home, each language once; and whether somebody interprets.
fn languages(words: Words, student: &StudentView) -> Option<String> {
    let spoken = student.callees.iter().filter_map(|callee| callee.language.as_deref());
    let spoken: BTreeSet<String> = spoken.map(|written| voice::home_language(words, written)).collect();
    let interpreted = student.callees.iter().any(|callee| callee.interpreter);
    let facts = spoken.into_iter().chain(interpreted.then(|| say!(words, "brief-interpreter")));
    let facts = facts.collect::<Vec<_>>().join(" · ");
    (!facts.is_empty()).then_some(facts)
}

fn goal(words: Words, student: &StudentView) -> String {
    let goals = student.record.goals.iter();
    let open: Vec<String> = goals.filter(is_open).map(|view| voice::goal(words, &view.goal)).collect();
    if open.is_empty() { say!(words, "brief-goal-none") } else { open.join("; ") }
}

/// Not looked at yet, or on its way.
fn is_open(view: &&GoalView) -> bool {
    view.check.as_ref().is_none_or(|(_, check)| check.result == GoalResult::Partly)
}

fn barriers(words: Words, student: &StudentView) -> String {
    let open = student.record.barriers.iter().filter(|view| view.resolved.is_none());
    let named: Vec<String> =
        open.map(|view| say!(words, "barrier-factor", word: view.barrier.factor.word())).collect();
    if named.is_empty() { say!(words, "brief-barriers-none") } else { named.join(", ") }
}
