//! What was asked before, how far it has come, and the team's answers.

use daymark_components::{Words, say};
use daymark_domain::EntryKey;
use daymark_mentor_core::api::{AnswerView, AskView, Reply, Request};
use dioxus::prelude::*;

use crate::parts::Toast;
use crate::screens::student::desk::Desk;
use crate::voice;

#[component]
pub fn Asked(desk: Desk, asks: Vec<AskView>) -> Element {
    let words = desk.words;
    rsx! {
        h2 { class: "sec", {say!(words, "ask-earlier")} }
        section { class: "card",
            if asks.is_empty() { p { class: "quiet-text", {say!(words, "ask-none")} } }
            ul { class: "form-plain",
                for ask in asks {
                    li { key: "{ask.key}", Earlier { desk, ask } }
                }
            }
        }
    }
}

#[component]
fn Earlier(desk: Desk, ask: AskView) -> Element {
    let words = desk.words;
    let facts = [
        words.day_short(ask.day),
        say!(words, "ask-urgency", word: ask.ask.urgency.word()),
        voice::entry_state(words, ask.state),
    ];
    let facts = facts.join(" · ");
    rsx! {
        h3 { class: "cap", "{voice::ask_kind(words, ask.ask.kind)}" }
        small { class: "quiet-text num", "{facts}" }
        if let Some(text) = &ask.ask.text { p { class: "begun-text", "{text.as_str()}" } }
        match ask.answer.clone() {
            None => rsx! { p { class: "quiet-text", {say!(words, "ask-no-answer")} } },
            Some(answer) => rsx! {
                div { class: "notice good",
                    p { strong { "{voice::ask_status(words, answer.status)}" } }
                    if let Some(text) = &answer.text { p { "{text.as_str()}" } }
                    small { class: "num", "{by(words, &answer)}" }
                    if !answer.read {
                        button { r#type: "button", class: "link", "data-testid": "read-{ask.key}", onclick: { let key = ask.key.clone(); move |_| read(desk, key.clone()) },
                            {say!(words, "ask-read")} }
                    }
                }
            },
        }
    }
}

fn by(words: Words, answer: &AnswerView) -> String {
    format!("{} · {}", answer.by, words.day_short(answer.day))
}

/// It stays on this phone, so that there is nothing to take back.
fn read(desk: Desk, ask: EntryKey) {
    let Desk { words, mut toast, mut view, .. } = desk;
    let reading = desk.phone.ask(Request::ReadAnswer { match_id: desk.match_id, ask });
    spawn(async move {
        match reading.await {
            Ok(Reply::Kept) => view.restart(),
            Ok(_) => {}
            Err(failure) => {
                let why = voice::failure(words, &failure);
                toast.set(Some(Toast::Failed(say!(words, "student-write-failed", why: why))));
            }
        }
    });
}
