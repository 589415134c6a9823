//! The PIN opens the phone; ten wrong ones close it for good.

use daymark_components::say;
use daymark_mentor_core::api::{Pin, Reply, Request};
use dioxus::prelude::*;

use super::Waits;
use super::pad::Pad;
use crate::parts::{Languages, Page};
use crate::phone::{TRIES, use_phone, use_words};
use crate::voice;

#[component]
pub fn UnlockScreen(tries_left: u8) -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut busy = use_signal(|| false);
    let mut said = use_signal(|| None::<String>);
    let unlock = move |digits: String| {
        busy.set(true);
        said.set(None);
        spawn(async move {
            let answer = phone.ask(Request::Unlock { pin: Pin::typed(&digits) }).await;
            busy.set(false);
            said.set(match answer {
                Ok(Reply::WrongPin { tries_left }) => Some(say!(words, "unlock-wrong", n: tries_left)),
                Ok(_) => None,
                Err(failure) => Some(voice::failure(words, &failure)),
            });
        });
    };
    rsx! {
        Page { title: say!(words, "unlock-title"), ready: true,
            Waits {}
            div { class: "card stack", "data-testid": "unlock",
                if let Some(said) = said.read().as_ref() {
                    p { class: "notice bad", role: "alert", "data-testid": "unlock-wrong", "{said}" }
                } else if tries_left < TRIES {
                    p { class: "notice", "data-testid": "unlock-tries", {say!(words, "unlock-tries", n: tries_left)} }
                }
                Pad { lead: say!(words, "unlock-lead"), busy: busy(), on_pin: unlock }
                if busy() { p { class: "pad-lead", role: "status", {say!(words, "opening")} } }
            }
            Forgotten {}
            Languages {}
        }
    }
}

/// Without the PIN there is only a new beginning, and no slip of the thumb leads there.
#[component]
fn Forgotten() -> Element {
    let phone = use_phone();
    let words = use_words();
    let mut sure = use_signal(|| false);
    let forget = move |_| async move {
        if *sure.peek() {
            let _ = phone.ask(Request::Forget).await;
        } else {
            sure.set(true);
        }
    };
    let waiting = phone.waiting();
    rsx! {
        div { class: "card stack",
            p { {say!(words, "unlock-forgotten")} }
            button { r#type: "button", class: "btn quiet", "data-testid": "forget", onclick: forget,
                if *sure.read() { {say!(words, "unlock-forget-sure", n: waiting)} } else { {say!(words, "unlock-new-code")} }
            }
        }
    }
}
