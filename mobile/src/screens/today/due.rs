//! Whatever is one tap from done: each item with its ways to do it, in its place until the day ends.

use std::collections::HashMap;

use daymark_components::{CheckIcon, UndoIcon, say};
use daymark_domain::{EntryKey, MatchId};
use daymark_mentor_core::api::{Failure, Request, Who};
use dioxus::prelude::*;

use super::card::GHOST_MS;
use crate::app::Route;
use crate::phone::{use_phone, use_words};
use crate::voice;

/// One thing to do.
#[derive(Clone, PartialEq)]
pub struct Item {
    /// Distinct on this screen; starts its test hook.
    pub id: String,
    pub who: Who,
    /// What it is about.
    pub line: String,
    /// Its working, or what to know first.
    pub more: Option<String>,
    pub done: bool,
    pub ways: Vec<Way>,
}

/// One tap that does it.
#[derive(Clone, PartialEq)]
pub struct Way {
    /// Its test hook.
    pub hook: String,
    pub text: String,
    pub request: Request,
}

/// A section of items; nothing at all when there are none.
#[component]
pub fn Due(title: String, items: Vec<Item>, on_change: EventHandler<()>) -> Element {
    let phone = use_phone();
    let words = use_words();
    // What was done here, to take it back; `None` while it is on its way to the disk.
    let mut keys = use_signal(HashMap::<String, Option<EntryKey>>::new);
    let mut acted_ms = use_signal(|| f64::MIN);
    let mut problem = use_signal(|| None::<Failure>);
    if items.is_empty() {
        return rsx! {};
    }
    let mut act = move |item: &Item, way: &Way| {
        phone.shell().tick();
        acted_ms.set(phone.shell().now_ms());
        keys.write().insert(item.id.clone(), None);
        let said = say!(words, "due-say", name: item.who.first_name.as_str(), what: way.text.as_str());
        let (id, answer) = (item.id.clone(), phone.save(way.request.clone()));
        spawn(async move {
            let outcome = answer.await;
            keys.write().remove(&id);
            match outcome {
                Ok(key) => {
                    keys.write().insert(id, key);
                    problem.set(None);
                    phone.say(said);
                }
                Err(failure) => problem.set(Some(failure)),
            }
            on_change.call(());
        });
    };
    let take_back = move |id: String, match_id: MatchId, key: EntryKey| {
        if phone.shell().now_ms() - *acted_ms.peek() < GHOST_MS {
            return;
        }
        let answer = phone.save(Request::VoidEntry { match_id, key });
        spawn(async move {
            match answer.await {
                Ok(_) => drop(keys.write().remove(&id)),
                Err(failure) => problem.set(Some(failure)),
            }
            on_change.call(());
        });
    };
    rsx! {
        h2 { class: "sec", "{title}" }
        if let Some(problem) = problem.read().as_ref() {
            p { class: "notice bad", role: "alert", "{voice::failure(words, problem)}" }
        }
        for item in items {
            Card { key: "{item.id}", key_here: keys.read().get(&item.id).cloned(), item: item.clone(),
                on_way: {
                    let item = item.clone();
                    move |way: Way| act(&item, &way)
                },
                on_undo: move |key| take_back(item.id.clone(), item.who.match_id, key),
            }
        }
    }
}

/// `key_here`: it was done on this screen just now; inside `None` until it is on the disk.
#[component]
fn Card(
    item: Item,
    key_here: Option<Option<EntryKey>>,
    on_way: EventHandler<Way>,
    on_undo: EventHandler<EntryKey>,
) -> Element {
    let words = use_words();
    let (is_saving, is_saved) = (key_here == Some(None), matches!(key_here, Some(Some(_))));
    rsx! {
        section { class: "card due", "data-testid": "{item.id}",
            h3 { Link { to: Route::Student { match_id: item.who.match_id }, "{item.who.student}" } }
            p { class: "num", "{item.line}" }
            if let Some(more) = &item.more { p { class: "quiet-text num", "{more}" } }
            if item.done || is_saved {
                div { class: "done-call", "data-testid": "due-done",
                    CheckIcon { size: 20 }
                    span { {say!(words, "due-done")} }
                    if let Some(key) = key_here.flatten() {
                        button { r#type: "button", class: "link", "data-testid": "undo-{item.id}", onclick: move |_| on_undo.call(key.clone()),
                            UndoIcon {}
                            {say!(words, "undo")}
                        }
                    }
                }
            } else if is_saving {
                p { class: "done-call open", span { {say!(words, "call-saving")} } }
            } else {
                div { class: "ways",
                    for way in item.ways.iter().cloned() {
                        button { key: "{way.hook}", r#type: "button", class: "btn quiet num", "data-testid": "{way.hook}",
                            onclick: {
                                let way = way.clone();
                                move |_| on_way.call(way.clone())
                            },
                            "{way.text}"
                        }
                    }
                }
            }
        }
    }
}
