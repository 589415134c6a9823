//! A new request.

use daymark_components::{Words, say};
use daymark_domain::{Ask, AskKind, DraftOf, InvalidNote, Urgency};
use daymark_mentor_core::api::{Draft, Request};
use dioxus::prelude::*;

use crate::parts::{Chip, Chips, DraftBox, use_draft};
use crate::screens::student::desk::Desk;
use crate::voice;

#[component]
pub fn AskForm(desk: Desk, drafts: Vec<Draft>) -> Element {
    let words = desk.words;
    let text = use_draft(desk.match_id, DraftOf::Ask, &drafts);
    let mut kind = use_signal(|| None::<AskKind>);
    let mut urgency = use_signal(|| Urgency::NextMeeting);
    let mut busy = use_signal(|| false);
    let is_too_long = matches!(text.note(), Err(InvalidNote::TooLong { .. }));
    let save = move |_| {
        let Some(chosen) = kind().filter(|_| !busy()) else { return };
        let ask = Ask { kind: chosen, urgency: urgency(), text: text.note().ok() };
        let request = Request::AskTeam { match_id: desk.match_id, ask };
        let saving = desk.act(request, say!(words, "ask-saved"));
        busy.set(true);
        spawn(async move {
            if saving.await {
                text.clear();
                kind.set(None);
            }
            busy.set(false);
        });
    };
    rsx! {
        section { class: "card stack",
            Chips::<AskKind> { legend: say!(words, "ask-what"), chips: kinds(words), picked: kind(), on_pick: move |chosen| kind.set(chosen) }
            Chips::<Urgency> { legend: say!(words, "ask-by-when"), chips: urgencies(words), picked: Some(urgency()),
                on_pick: move |chosen: Option<Urgency>| chosen.into_iter().for_each(|chosen| urgency.set(chosen)) }
            DraftBox { draft: text, hook: "ask-text", label: say!(words, "ask-text"), hint: say!(words, "ask-text-hint"), busy: busy() }
            button { r#type: "button", class: "btn", "data-testid": "{SAVE}", disabled: kind().is_none() || is_too_long || busy(), onclick: save,
                match kind() {
                    None => say!(words, "ask-choose"),
                    Some(_) => say!(words, "ask-save"),
                }
            }
        }
    }
}

const SAVE: &str = "ask-save";

fn kinds(words: Words) -> Vec<Chip<AskKind>> {
    let chip = |kind: AskKind| Chip::new(kind, format!("ask-{kind}"), voice::ask_kind(words, kind));
    AskKind::ALL.iter().copied().map(chip).collect()
}

fn urgencies(words: Words) -> Vec<Chip<Urgency>> {
    let chip = |urgency: Urgency| {
        Chip::new(urgency, format!("urgency-{urgency}"), say!(words, "ask-urgency", word: urgency.word()))
    };
    Urgency::ALL.iter().copied().map(chip).collect()
}
