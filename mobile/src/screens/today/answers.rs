//! What the team answered.

use std::collections::HashSet;

use daymark_components::{CheckIcon, Words, apart, say};
use daymark_domain::{EntryKey, MatchId};
use daymark_mentor_core::api::{AnswerCard, AnswerView, Failure, Reply, Request};
use dioxus::prelude::*;

use super::running::use_running;
use crate::app::Route;
use crate::phone::{unexpected, use_phone, use_words};
use crate::screens::StudentPageName;
use crate::voice;

#[component]
pub fn Answers(cards: Vec<AnswerCard>, on_change: EventHandler<()>) -> Element {
    let phone = use_phone();
    let words = use_words();
    // Read here, and perhaps not yet so in the list.
    let mut read = use_signal(HashSet::<EntryKey>::new);
    let mut problem = use_signal(|| None::<Failure>);
    let running = use_running();
    let read_answer = move |match_id: MatchId, ask: EntryKey| {
        phone.shell().tick();
        let answer = phone.ask(Request::ReadAnswer { match_id, ask: ask.clone() });
        running.run(async move {
            match answer.await {
                Ok(Reply::Kept) => {
                    read.write().insert(ask);
                    problem.set(None);
                }
                Ok(_) => problem.set(Some(unexpected())),
                Err(failure) => problem.set(Some(failure)),
            }
            on_change.call(());
        });
    };
    rsx! {
        if !cards.is_empty() { h2 { class: "sec", {say!(words, "answers-title")} } }
        if let Some(problem) = problem.read().as_ref() {
            p { class: "notice bad", role: "alert", "{voice::failure(words, problem)}" }
        }
        for (n, card) in cards.into_iter().enumerate() {
            Answer { key: "{card.who.match_id}-{card.ask.key}", n, is_read: card.done || read.read().contains(&card.ask.key),
                on_read: { let (match_id, ask) = (card.who.match_id, card.ask.key.clone()); move |()| read_answer(match_id, ask.clone()) },
                card,
            }
        }
    }
}

/// Unread in full; read in one line.
#[component]
fn Answer(n: usize, card: AnswerCard, is_read: bool, on_read: EventHandler<()>) -> Element {
    let words = use_words();
    let asked = voice::ask_kind(words, card.ask.ask.kind);
    let Some(answer) = card.ask.answer.clone() else { return rsx! {} };
    let status = voice::ask_status(words, answer.status);
    rsx! {
        section { class: if is_read { "card due done" } else { "card due answer" }, "data-testid": "answer-{n}",
            if is_read {
                div { class: "done-call", "data-testid": "answer-read",
                    CheckIcon { size: 20 }
                    div { class: "said",
                        h3 { "{apart(&card.who.student)}" }
                        p { {say!(words, "answers-line", asked: asked, status: status)} }
                    }
                }
            } else {
                h3 { Link { to: Route::StudentPage { match_id: card.who.match_id, page: StudentPageName::Ask }, "{apart(&card.who.student)}" } }
                p { {say!(words, "answers-line", asked: asked, status: status)} }
                if let Some(text) = &answer.text { p { class: "say note", "{text.as_str()}" } }
                p { class: "quiet-text num", "{by_whom(words, &answer)}" }
                button { r#type: "button", class: "btn quiet", "data-testid": "read-answer-{n}", onclick: move |_| on_read.call(()),
                    {say!(words, "answers-read")}
                }
            }
        }
    }
}

/// "Mr. Vega, Tue 14 Oct".
fn by_whom(words: Words, answer: &AnswerView) -> String {
    say!(words, "answers-by", who: answer.by.as_str(), day: words.day_short(answer.day))
}
