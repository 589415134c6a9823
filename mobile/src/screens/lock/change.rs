//! On "This phone": lock now, and another PIN.

use daymark_components::say;
use daymark_mentor_core::api::{Access, Pin, Reply, Request};
use dioxus::prelude::*;

use super::choose::NewPin;
use super::pad::Pad;
use crate::phone::{use_phone, use_words};
use crate::voice;

const LOCK_NOW: &str = "lock-now";
const CHANGE: &str = "pin-change";

#[component]
pub fn LockCard() -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut changing = use_signal(|| false);
    let mut said = use_signal(|| None::<String>);
    let changed = move |says: String| {
        changing.set(false);
        said.set(Some(says));
    };
    rsx! {
        h2 { class: "sec", {say!(words, "lock-section")} }
        div { class: "card stack", "data-testid": "lock-card",
            if let Some(said) = said.read().as_ref() { p { class: "notice", role: "status", "data-testid": "pin-said", "{said}" } }
            if changing() {
                ChangePin { on_said: changed }
                button { r#type: "button", class: "btn quiet", onclick: move |_| changing.set(false), {say!(words, "pin-change-stop")} }
            } else {
                button { r#type: "button", class: "btn", "data-testid": LOCK_NOW, onclick: move |_| phone.lock(), {say!(words, "lock-now")} }
                button { r#type: "button", class: "btn quiet", "data-testid": CHANGE,
                    onclick: move |_| {
                        said.set(None);
                        changing.set(true);
                    },
                    {say!(words, "pin-change")}
                }
                p { class: "quiet-text", {say!(words, "lock-note")} }
            }
        }
    }
}

/// The PIN of now, then the new one twice.
#[component]
fn ChangePin(on_said: EventHandler<String>) -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut old = use_signal(|| None::<Pin>);
    let mut busy = use_signal(|| false);
    let change = move |new: Pin| {
        let Some(old) = old.peek().clone() else { return };
        busy.set(true);
        spawn(async move {
            on_said.call(match phone.ask(Request::ChangePin { old, new }).await {
                Ok(Reply::Access(Access::Open)) => say!(words, "pin-changed"),
                Ok(Reply::WrongPin { tries_left }) => say!(words, "unlock-wrong", n: tries_left),
                Ok(_) => String::new(),
                Err(failure) => voice::failure(words, &failure),
            });
        });
    };
    let known = old.read().is_some();
    rsx! {
        if known {
            NewPin { busy: busy(), on_pin: change }
        } else {
            Pad { lead: say!(words, "pin-change-old"), busy: false, on_pin: move |digits: String| old.set(Some(Pin::typed(&digits))) }
        }
    }
}
