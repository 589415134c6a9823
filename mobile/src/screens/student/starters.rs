//! Something to talk about: one large card at a time, both buttons under the thumb.

use daymark_components::say;
use daymark_domain::{MatchId, Tag};
use daymark_mentor_core::api::{Reply, Request, StudentView};
use dioxus::prelude::*;

use super::desk::Desk;
use super::page::{Sheet, use_sheet};
use crate::decks::{self, Band};
use crate::parts::{Chip, Chips, Toast, use_once};
use crate::phone::unexpected;
use crate::voice;

#[component]
pub fn Starters(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    rsx! {
        Sheet { desk, title: say!(desk.words, "starters-title"),
            body: move |student: StudentView| rsx! { Body { desk, student } } }
    }
}

#[component]
fn Body(desk: Desk, student: StudentView) -> Element {
    let words = desk.words;
    let once = use_once();
    // `None`: the student's own grades, or the middle where no grade is known.
    let mut chosen = use_signal(|| None::<Band>);
    let mut skipped = use_signal(|| 0_usize);
    let own = student.grade.as_deref().and_then(Band::of).unwrap_or(Band::From3To5);
    let band = chosen().unwrap_or(own);
    let deck = decks::starters(band);
    let (all, asked) = (deck.len(), &student.record.asked);
    let used = deck.iter().filter(|tag| asked.iter().any(|asked| asked.starter == **tag)).count();
    let coming = decks::in_turn(deck, asked);
    let now = coming.get(skipped() % coming.len().max(1)).cloned();
    let bands = Band::ALL
        .map(|band| Chip::new(band, format!("band-{}", band.word()), say!(words, "band", word: band.word())));
    let talked = {
        let now = now.clone();
        move |_| {
            now.clone().into_iter().for_each(|starter| once.write(|| remember(desk, starter), || ()));
        }
    };
    rsx! {
        section { class: "card starter", "data-testid": "starter", "aria-live": "polite",
            if let Some(tag) = &now { p { class: "question", "{decks::starter(words, tag)}" } }
        }
        div { class: "starter-taps stack",
            p { class: "quiet-text num", {say!(words, "starters-used", used: used, all: all)} }
            button { r#type: "button", class: "btn quiet", "data-testid": "starter-another", onclick: move |_| skipped += 1, {say!(words, "starters-another")} }
            button { r#type: "button", class: "btn", "data-testid": "starter-asked", onclick: talked, {say!(words, "starters-asked")} }
        }
        div { class: "card stack",
            Chips { legend: say!(words, "starters-grades"), chips: bands.to_vec(), picked: Some(band),
                on_pick: move |picked: Option<Band>| {
                    skipped.set(0);
                    chosen.set(picked.or(chosen()));
                } }
            p { class: "quiet-text", {say!(words, "starters-lead")} }
        }
    }
}

/// Stays on this phone, so there is nothing to send and no entry to take back.
fn remember(mut desk: Desk, starter: Tag) -> impl Future<Output = bool> {
    let words = desk.words;
    desk.phone.shell().tick();
    let answer = desk.phone.ask(Request::RecordAsked { match_id: desk.match_id, starter });
    async move {
        let failure = match answer.await {
            Ok(Reply::Kept) => None,
            Ok(_) => Some(unexpected()),
            Err(failure) => Some(failure),
        };
        let toast = match &failure {
            None => Toast::Saved { text: say!(words, "starters-saved"), undo: None },
            Some(failure) => {
                Toast::Failed(say!(words, "student-write-failed", why: voice::failure(words, failure)))
            }
        };
        desk.toast.set(Some(toast));
        desk.view.restart();
        failure.is_none()
    }
}
