//! The confidentiality agreement, read and accepted by the mentor. Until it is, no student comes to this phone.

use daymark_components::{Words, say};
use daymark_mentor_core::api::{AgreementView, Failure, Reply, Request};
use dioxus::prelude::*;

use crate::app::Route;
use crate::parts::{Languages, Page};
use crate::phone::{Phone, unexpected, use_phone, use_words};
use crate::voice;

#[component]
pub fn AgreementScreen() -> Element {
    let phone = use_phone();
    let words = use_words();
    let navigator = navigator();
    // Asked for anew when another language is chosen.
    let read = use_resource(move || read(phone, phone.words().language().word()));
    let mut refused = use_signal(|| None::<Failure>);
    let mut busy = use_signal(|| false);
    let accept = move |(version, language): (u32, String)| async move {
        if busy.replace(true) {
            return;
        }
        let accepted = phone.ask(Request::AcceptAgreement { version, language }).await;
        busy.set(false);
        match accepted {
            Ok(_) => {
                phone.look_again();
                navigator.replace(Route::Today {});
            }
            Err(failure) => refused.set(Some(failure)),
        }
    };
    rsx! {
        Page { title: say!(words, "agreement-title"), ready: read.read().is_some(),
            section { class: "card stack",
                match &*read.read() {
                    None => rsx! { p { "aria-busy": "true", {say!(words, "loading")} } },
                    Some(Err(failure)) => rsx! { p { class: "notice bad", role: "alert", {voice::failure(words, failure)} } },
                    Some(Ok(view)) => rsx! {
                        Text { text: view.text.clone() }
                        Accept { words, view: view.clone(), busy: busy(), accept: move |read| { spawn(accept(read)); } }
                    },
                }
                if let Some(failure) = refused.read().as_ref() {
                    p { class: "notice bad", role: "alert", {voice::failure(words, failure)} }
                }
            }
            Languages {}
        }
    }
}

async fn read(phone: Phone, language: &'static str) -> Result<AgreementView, Failure> {
    match phone.ask(Request::ReadAgreement { language: language.to_owned() }).await? {
        Reply::Agreement(view) => Ok(view),
        _ => Err(unexpected()),
    }
}

#[component]
fn Accept(words: Words, view: AgreementView, busy: bool, accept: EventHandler<(u32, String)>) -> Element {
    let phone = use_phone();
    let name = phone.status.read().mentor.clone().unwrap_or_default();
    rsx! {
        p { {say!(words, "agreement-name", name: name)} }
        button { r#type: "button", class: "btn", "data-testid": "accept-agreement", "aria-busy": busy.to_string(),
            onclick: move |_| accept.call((view.version, view.language.clone())),
            {say!(words, "agreement-accept")}
        }
    }
}

/// Headings, paragraphs and points, as the school's page shows them.
#[component]
fn Text(text: String) -> Element {
    rsx! {
        for block in text.trim_end().split("\n\n") {
            if block.starts_with("- ") {
                ul { for point in block.lines() { li { {point.trim_start_matches("- ")} } } }
            } else if block.ends_with('.') {
                p { "{block}" }
            } else {
                h2 { "{block}" }
            }
        }
    }
}
