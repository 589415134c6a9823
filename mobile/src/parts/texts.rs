//! A text to the family, by the phone's own messages: what to write in the family's language, and a tap to record it.
//! Nothing is sent from here, and no template holds a reason or another student's name.

use daymark_components::{Language, Words, say};
use daymark_domain::{CallOutcome, Contact, ContactKind, NumberMark, Party, TextPolicy};
use daymark_mentor_core::api::Callee;
use dioxus::prelude::*;

use super::{Chip, Chips, dialled};
use crate::phone::use_words;
use crate::voice;

/// What the texts say, as the catalogue knows them.
const TEMPLATES: [&str; 6] = ["hello", "missed", "good_news", "tomorrow", "good_time", "thanks"];

const SENT: &str = "text-sent";

/// Whether and what is texted.
#[derive(Clone, Debug, PartialEq)]
pub struct Texting {
    /// Whom mentors of this school may text.
    pub policy: TextPolicy,
    /// Who writes.
    pub mentor: String,
    /// The template that fits best here.
    pub begin_with: &'static str,
}

/// Folded until it is wanted; nothing at all where texts are off or nobody can be texted.
#[component]
pub fn Texts(
    texting: Texting,
    callees: Vec<Callee>,
    first_name: String,
    on_sent: EventHandler<Contact>,
) -> Element {
    let words = use_words();
    let receivers: Vec<Callee> = callees.into_iter().filter(may_be_texted).collect();
    let mut chosen = use_signal(|| 0);
    if texting.policy == TextPolicy::Off || receivers.is_empty() {
        return rsx! {};
    }
    let receiver = receivers.get(chosen()).unwrap_or(&receivers[0]).clone();
    rsx! {
        details { class: "more texts",
            summary { "data-testid": "texts", {say!(words, "text-open")} }
            if receivers.len() > 1 {
                Chips { legend: say!(words, "text-to"), picked: Some(chosen()),
                    chips: receivers.iter().enumerate().map(|(n, each)| Chip::new(n, format!("text-to-{n}"), each.name.as_str())).collect::<Vec<_>>(),
                    on_pick: move |n: Option<usize>| chosen.set(n.unwrap_or(chosen()))
                }
            }
            // Keyed, so that another receiver's language is the one to begin with.
            for receiver in [receiver] {
                Write { key: "{chosen}", texting: texting.clone(), receiver, first_name: first_name.clone(), on_sent }
            }
        }
    }
}

/// A number that works, and nobody who asked not to be texted.
fn may_be_texted(callee: &Callee) -> bool {
    callee.phone.is_some() && !callee.wrong && callee.may_text != Some(false)
}

#[component]
fn Write(texting: Texting, receiver: Callee, first_name: String, on_sent: EventHandler<Contact>) -> Element {
    let words = use_words();
    let at_home = receiver.language.as_deref();
    let known = at_home.and_then(voice::catalogue_language);
    let mut language = use_signal(|| known.unwrap_or(words.language()));
    let mut template = use_signal(|| texting.begin_with);
    let phone = receiver.phone.clone().unwrap_or_default();
    let number = NumberMark::of(&phone);
    let body = text(Words::of(language()), template(), &texting.mentor, &first_name);
    let hints = [
        receiver.may_text.is_none().then(|| say!(words, "text-ask-first")),
        at_home
            .filter(|_| known.is_none())
            .map(|written| say!(words, "text-no-language", language: voice::home_language(words, written))),
        (texting.policy == TextPolicy::StudentsWithGuardian)
            .then(|| say!(words, "text-with-guardian", name: first_name.as_str())),
    ];
    rsx! {
        if let Some(restriction) = &receiver.restriction {
            p { class: "notice bad", {say!(words, "call-restriction", text: restriction.as_str())} }
        }
        for (n, hint) in hints.into_iter().flatten().enumerate() { p { key: "{n}", class: "notice", "{hint}" } }
        Chips { legend: say!(words, "text-what"), picked: Some(template()),
            chips: TEMPLATES.map(|each| Chip::new(each, format!("text-{each}"), say!(words, "text-name", template: each))).to_vec(),
            on_pick: move |each: Option<&'static str>| template.set(each.unwrap_or(template()))
        }
        fieldset { class: "asked",
            legend { {say!(words, "text-language")} }
            div { class: "chips",
                for each in Language::ALL {
                    button { key: "{each.word()}", r#type: "button", class: "chip", lang: each.word(), "data-testid": "text-in-{each.word()}",
                        aria_pressed: (language() == each).to_string(), onclick: move |_| language.set(each),
                        span { class: "cap", lang: each.word(), "{each.own_name()}" }
                    }
                }
            }
        }
        p { class: "text-body", lang: language().word(), "data-testid": "text-body", "{body}" }
        a { class: "btn quiet", "data-testid": "text-write", href: message_link(&phone, &body),
            {say!(words, "text-write", name: receiver.name.as_str())}
        }
        button { r#type: "button", class: "btn quiet", "data-testid": "{SENT}",
            onclick: move |_| on_sent.call(sent(number)), {say!(words, "text-sent")}
        }
        p { class: "quiet-text", {say!(words, "text-own-phone")} }
    }
}

fn text(words: Words, template: &str, mentor: &str, first_name: &str) -> String {
    say!(words, "text-body", template: template, mentor: mentor, name: first_name)
}

/// A text waits to be read as a message on a machine does: nobody was reached yet.
fn sent(number: NumberMark) -> Contact {
    let party = Some(Party::Guardian);
    Contact { number: Some(number), party, ..Contact::call(ContactKind::Text, CallOutcome::LeftMessage) }
}

/// Android reads what stands behind `?`, iOS what stands behind `&`: with both in this order each finds the text.
fn message_link(phone: &str, body: &str) -> String {
    format!("sms:{}?&body={}", dialled(phone), escaped(body))
}

fn escaped(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let byte = |byte: u8| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_opens_the_phones_own_messages_with_the_text_on_either_platform() {
        assert_eq!(
            message_link("+1 (555) 010-0199", "¿Sí? & so"),
            "sms:+15550100199?&body=%C2%BFS%C3%AD%3F%20%26%20so"
        );
    }

    #[test]
    fn every_template_has_its_own_words_in_every_language() {
        for words in Language::ALL.map(Words::of) {
            let mut texts: Vec<_> =
                TEMPLATES.iter().map(|each| text(words, each, "Ana Ruiz", "Lisa")).collect();
            assert!(texts.iter().all(|text| text.contains("Ana Ruiz") && text.len() <= 300), "{texts:?}");
            texts.sort();
            texts.dedup();
            assert_eq!(texts.len(), TEMPLATES.len());
        }
    }
}
