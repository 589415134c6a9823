//! Whatever is one tap from done: each item with its ways to do it, in its place until the day ends.

use daymark_components::{CheckIcon, apart, say};
use daymark_domain::{Contact, ContactOutcome, EntryKey, SchoolDay};
use daymark_mentor_core::api::{RecordedCall, Request, Who};
use dioxus::prelude::*;

use super::desk::reached;
use super::dial::{Dial, Dialling};
use super::done::Undo;
use super::due_desk::{DueDesk, use_due_desk};
use super::unfold::Unfold;
use crate::app::Route;
use crate::phone::use_words;
use crate::voice;

/// So many items of a section are open; the rest is one tap away, so that a day with fifty students stays short.
const OPEN_MAX: usize = 3;

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
    /// The entry that it was done by: what Undo takes back.
    pub done_by: Option<EntryKey>,
    pub ways: Vec<Way>,
    /// Where it can be done by a call.
    pub by_call: Option<ByCall>,
    /// Where there is more to it.
    pub page: Option<(Route, String)>,
}

/// One tap that does it.
#[derive(Clone, PartialEq)]
pub struct Way {
    /// Its test hook.
    pub hook: String,
    pub text: String,
    pub request: Request,
}

/// A call that does it.
#[derive(Clone, PartialEq)]
pub struct ByCall {
    pub title: String,
    pub dialling: Dialling,
    /// Today's calls of this kind.
    pub calls: Vec<RecordedCall>,
    /// What the call comes back to: then it is done however it ends.
    pub follows: Option<EntryKey>,
    /// What is written too when somebody was reached.
    pub then: Option<Request>,
}

/// A section of items; nothing at all when there are none.
#[component]
pub fn Due(title: String, day: SchoolDay, items: Vec<Item>, on_change: EventHandler<()>) -> Element {
    let words = use_words();
    let desk = use_due_desk(day, on_change);
    if items.is_empty() {
        return rsx! {};
    }
    let still_open = items.iter().enumerate().filter(|(_, item)| !desk.is_done(item));
    let cut = still_open.map(|(n, _)| n).nth(OPEN_MAX).unwrap_or(items.len());
    let (shown, folded) = items.split_at(cut);
    rsx! {
        h2 { class: "sec", "{title}" }
        for item in shown.iter().cloned() { Card { key: "{item.id}", desk, item } }
        if !folded.is_empty() {
            div { class: "fold-rest",
                Unfold { hook: "due-more", title: say!(words, "due-more", n: folded.len()),
                    for item in folded.iter().cloned() { Card { key: "{item.id}", desk, item } }
                }
            }
        }
    }
}

#[component]
fn Card(desk: DueDesk, item: Item) -> Element {
    let words = use_words();
    let is_done = desk.is_done(&item);
    let problem = desk.problem(&item);
    rsx! {
        section { class: if is_done { "card due done" } else { "card due" }, "data-testid": "{item.id}",
            if is_done {
                DoneItem { desk, item: item.clone() }
            } else {
                h3 { Link { to: Route::Student { match_id: item.who.match_id }, "{apart(&item.who.student)}" } }
                p { class: "num", "{item.line}" }
                if let Some(more) = &item.more { p { class: "quiet-text num", "{more}" } }
            }
            if let Some(problem) = problem { p { class: "notice bad", role: "alert", "{problem}" } }
            if desk.is_saving(&item) {
                p { class: "done-call open", span { {say!(words, "call-saving")} } }
            } else if !is_done {
                Ways { desk, item: item.clone() }
            }
        }
    }
}

/// In one line.
#[component]
fn DoneItem(desk: DueDesk, item: Item) -> Element {
    let words = use_words();
    let keys = desk.done_by(&item);
    rsx! {
        div { class: "done-call", "data-testid": "due-done",
            CheckIcon { size: 20 }
            div { class: "said",
                h3 { "{apart(&item.who.student)}" }
                p { class: "num", {say!(words, "due-done-line", what: item.line.as_str())} }
            }
            if !keys.is_empty() {
                Undo { hook: "undo-{item.id}", on_undo: move |()| desk.take_back(item.id.clone(), item.who.match_id, keys.clone()) }
            }
        }
    }
}

#[component]
fn Ways(desk: DueDesk, item: Item) -> Element {
    rsx! {
        div { class: "ways",
            for way in item.ways.iter().cloned() {
                button { key: "{way.hook}", r#type: "button", class: "btn quiet num", "data-testid": "{way.hook}",
                    onclick: {
                        let (item, way) = (item.clone(), way.clone());
                        move |_| desk.act(&item, vec![way.request.clone()], way.text.clone(), true)
                    },
                    "{way.text}"
                }
            }
        }
        if let Some(by_call) = item.by_call.clone() { CallFor { desk, item: item.clone(), by_call } }
        if let Some((to, text)) = item.page { Link { class: "link", to, "{text}" } }
    }
}

/// Numbers and outcomes, folded until they are wanted.
#[component]
fn CallFor(desk: DueDesk, item: Item, by_call: ByCall) -> Element {
    let words = use_words();
    let ByCall { title, dialling, calls, follows, then } = by_call;
    let (id, name) = (item.id.clone(), item.who.first_name.clone());
    let said = move |call: &RecordedCall| {
        let outcome = voice::outcome(words, call.outcome, &name);
        say!(words, "call-done", outcome: outcome, time: words.time_of_minute(call.minute))
    };
    let ended = move |contact: Contact| {
        let outcome = contact.outcome.and_then(ContactOutcome::call);
        let what =
            outcome.map_or_else(String::new, |ended| voice::outcome(words, ended, &item.who.first_name));
        let then = then.clone().filter(|_| outcome.is_some_and(reached));
        let completes = follows.is_some() || then.is_some();
        let contact = Contact { follows: follows.clone(), ..contact };
        let call = Request::RecordContact { match_id: item.who.match_id, day: desk.day, contact };
        desk.act(&item, [Some(call), then].into_iter().flatten().collect(), what, completes);
    };
    rsx! {
        for call in calls { p { key: "{call.key}", class: "quiet-text num", "{said(&call)}" } }
        Unfold { hook: "call-for-{id}", title, Dial { dialling, on_end: ended } }
    }
}
