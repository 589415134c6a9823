//! A text that was begun: kept on this phone at every key, so that nothing that was typed, spoken or pasted is lost.

use daymark_components::{Words, say};
use daymark_domain::{DraftOf, InvalidNote, MatchId, NoteText, SchoolDay};
use daymark_mentor_core::api::{Draft, Failure, LocalTime, Request};
use dioxus::prelude::*;

use crate::phone::{Phone, use_phone, use_words};
use crate::voice;

/// The core keeps no more of a draft.
const KEPT_MAX: usize = 4 * NoteText::MAX_CHARACTERS;

/// From here on the count is shown.
const COUNTED_FROM: usize = NoteText::MAX_CHARACTERS - 200;

/// A text in a box. Copied freely; all copies are one.
#[derive(Clone, Copy, PartialEq)]
pub struct DraftText {
    phone: Phone,
    match_id: MatchId,
    /// What it is going to be.
    pub of: DraftOf,
    /// All of it, as it stands in the box.
    pub text: Signal<String>,
    /// What the box began with, and how many boxes there were: the box keeps its own text, so that no key of a fast
    /// hand is lost, and whatever is put in from outside comes in a fresh box.
    fresh: Signal<(u32, String)>,
    /// Since when, for a text from an earlier visit.
    begun: Signal<Option<LocalTime>>,
    trouble: Signal<Option<Failure>>,
    /// Keys that the disk has not answered for yet.
    under_way: Signal<u32>,
}

/// The text as it was left, whenever that was.
pub fn use_draft(match_id: MatchId, of: DraftOf, drafts: &[Draft]) -> DraftText {
    let phone = use_phone();
    let left = drafts.iter().find(|draft| draft.of == of);
    let text = left.map(|draft| draft.text.clone()).unwrap_or_default();
    let at = left.map(|draft| draft.at);
    DraftText {
        phone,
        match_id,
        of,
        fresh: use_signal(|| (0, text.clone())),
        text: use_signal(|| text),
        begun: use_signal(|| at),
        trouble: use_signal(|| None),
        under_way: use_signal(|| 0),
    }
}

impl DraftText {
    /// As a note, or why it is none.
    pub fn note(self) -> Result<NoteText, InvalidNote> {
        NoteText::try_from(self.text.read().clone())
    }

    /// Whether nothing stands in the box.
    pub fn is_empty(self) -> bool {
        self.text.read().trim().is_empty()
    }

    /// Since when it stands there, in words.
    pub fn since(self, words: Words) -> String {
        match (*self.begun.read(), *self.phone.today.read()) {
            (Some(at), Some(today)) => begun_at(words, today, at),
            _ => say!(words, "draft-kept"),
        }
    }

    /// A key was hit. Asked here and now: the keys reach the disk in their order.
    fn typed(mut self, text: String) {
        let kept = text.chars().take(KEPT_MAX).collect();
        let keeping = self.phone.ask(Request::KeepDraft { match_id: self.match_id, of: self.of, text: kept });
        self.text.set(text);
        self.under_way += 1;
        spawn(async move {
            self.trouble.set(keeping.await.err());
            self.under_way -= 1;
        });
    }

    /// The text goes over to another draft, if that one is empty: kept there first, and only then thrown away here.
    pub fn carry_to(self, mut other: Self) {
        if self.is_empty() || !other.is_empty() {
            return;
        }
        let text = self.text.peek().clone();
        other.put(text.clone());
        other.typed(text);
        self.discard();
    }

    /// Throws it away, here and on the disk.
    pub fn discard(mut self) {
        let gone = self.phone.ask(Request::DiscardDraft { match_id: self.match_id, of: self.of });
        self.put(String::new());
        spawn(async move { self.trouble.set(gone.await.err()) });
    }

    /// A fresh box: what stood in it has been saved, and its draft went with it.
    pub fn clear(mut self) {
        self.put(String::new());
    }

    fn put(&mut self, text: String) {
        let number = self.fresh.peek().0 + 1;
        self.fresh.set((number, text.clone()));
        self.text.set(text);
        self.begun.set(None);
    }
}

/// The box with everything that is to be said about its text. Dictation and paste come in as keys do.
#[component]
pub fn DraftBox(draft: DraftText, hook: &'static str, label: String, hint: String, busy: bool) -> Element {
    let words = use_words();
    let (number, start) = draft.fresh.read().clone();
    let characters = draft.text.read().trim().chars().count();
    let too_long = too_long(words, characters);
    rsx! {
        div { class: "stack",
            label { class: "field",
                "{label}"
                for (number, start) in [(number, start)] {
                    textarea { key: "{number}", rows: "4", name: "{hook}", "data-testid": "{hook}", "aria-describedby": "{hook}-hint",
                        "data-kept": (*draft.under_way.read() == 0).to_string(),
                        initial_value: start, readonly: busy, oninput: move |event| draft.typed(event.value()) }
                }
            }
            p { id: "{hook}-hint", class: "quiet-text", "{hint}" }
            match too_long {
                Some(too_long) => rsx! { p { class: "notice bad", role: "alert", "{too_long}" } },
                None if characters >= COUNTED_FROM => rsx! { p { class: "quiet-text num", {say!(words, "draft-count", n: characters)} } },
                None => rsx! {},
            }
            if let Some(failure) = draft.trouble.read().as_ref() {
                p { class: "notice bad", role: "alert", {say!(words, "draft-not-kept", why: voice::failure(words, failure))} }
            }
            if !draft.is_empty() {
                div { class: "begun",
                    p { class: "quiet-text num", "{draft.since(words)}" }
                    button { r#type: "button", class: "link", "data-testid": "{hook}-discard", disabled: busy, onclick: move |_| draft.discard(), {say!(words, "draft-discard")} }
                }
            }
        }
    }
}

fn too_long(words: Words, characters: usize) -> Option<String> {
    let over = characters.checked_sub(NoteText::MAX_CHARACTERS).filter(|over| *over > 0)?;
    Some(match characters {
        kept if kept <= KEPT_MAX => say!(words, "draft-too-long", n: characters, over: over),
        _ => say!(words, "draft-far-too-long", n: characters, over: over),
    })
}

/// "Begun Tuesday 14:03"; with the date once that Tuesday is a week ago.
pub fn begun_at(words: Words, today: SchoolDay, at: LocalTime) -> String {
    let day = if at.day > today.minus(7) { words.weekday(at.day) } else { words.day_short(at.day) };
    say!(words, "draft-begun", day: day, time: words.time_of_minute(at.minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_says_by_how_much() {
        let words = Words::english();
        assert_eq!(too_long(words, 2_000), None);
        assert!(too_long(words, 2_001).is_some_and(|said| said.contains("1 too many")), "by one");
        assert!(too_long(words, 9_000).is_some_and(|said| said.contains("8,000")), "what is kept");
    }
}
