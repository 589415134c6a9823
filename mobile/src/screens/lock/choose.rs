//! A PIN of one's own, said twice.

use daymark_components::say;
use daymark_mentor_core::api::{Pin, Request};
use dioxus::prelude::*;

use super::chosen;
use super::pad::Pad;
use crate::parts::{Languages, Page};
use crate::phone::{use_phone, use_words};
use crate::shell::use_around;
use crate::voice;

#[component]
pub fn ChoosePinScreen() -> Element {
    let phone = use_phone();
    let words = use_words();
    let around = use_around();
    let mut busy = use_signal(|| false);
    let mut failure = use_signal(|| None::<String>);
    let set = move |pin: Pin| {
        busy.set(true);
        // There is something to keep from here on.
        spawn(around.look_at_storage(phone, true));
        spawn(async move {
            let set = phone.ask(Request::SetPin { pin }).await;
            busy.set(false);
            failure.set(set.err().map(|wrong| voice::failure(words, &wrong)));
        });
    };
    rsx! {
        Page { title: say!(words, "pin-choose-title"), ready: true,
            div { class: "card stack", "data-testid": "choose-pin",
                if let Some(failure) = failure.read().as_ref() { p { class: "notice bad", role: "alert", "{failure}" } }
                NewPin { busy: busy(), on_pin: set }
                if busy() { p { class: "pad-lead", role: "status", {say!(words, "pair-working")} } }
                p { class: "quiet-text", {say!(words, "pin-lost")} }
            }
            Languages {}
        }
    }
}

/// Asks for a new PIN twice.
#[component]
pub fn NewPin(busy: bool, on_pin: EventHandler<Pin>) -> Element {
    let words = use_words();
    let mut first = use_signal(|| None::<Pin>);
    let mut problem = use_signal(|| None::<String>);
    let once = move |digits: String| match chosen(words, &digits) {
        Ok(pin) => {
            problem.set(None);
            first.set(Some(pin));
        }
        Err(why) => problem.set(Some(why)),
    };
    let again = move |digits: String| {
        let Some(pin) = first.take() else { return };
        if pin.digits() == digits {
            on_pin.call(pin);
        } else {
            problem.set(Some(say!(words, "pin-differs")));
        }
    };
    let is_again = first.read().is_some();
    let lead = if is_again { say!(words, "pin-again-lead") } else { say!(words, "pin-choose-lead") };
    rsx! {
        p { "{lead}" }
        if let Some(problem) = problem.read().as_ref() { p { class: "notice bad", role: "alert", "data-testid": "pin-problem", "{problem}" } }
        if is_again {
            Pad { lead: say!(words, "pin-again-title"), busy, on_pin: again }
        } else {
            Pad { lead: say!(words, "pin-choose-title"), busy, on_pin: once }
        }
    }
}
