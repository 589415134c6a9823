//! A short note. Its text stays in the box until it is on the disk.

use daymark_components::say;
use daymark_domain::{Audience, InvalidNote, NoteClass, NoteText, SchoolDay};
use daymark_mentor_core::api::Request;
use dioxus::prelude::*;

use super::desk::Desk;

#[component]
pub fn Note(desk: Desk, today: SchoolDay) -> Element {
    let words = desk.words;
    let mut text = use_signal(String::new);
    // Counts saved notes: each gets a fresh box. The box keeps its own text, so that no key of a fast hand is lost.
    let mut box_number = use_signal(|| 0u32);
    let mut audience = use_signal(|| Audience::Match);
    let mut busy = use_signal(|| false);
    let checked = NoteText::try_from(text.read().clone());
    let too_long = match &checked {
        Err(InvalidNote::TooLong { characters }) => Some(say!(words, "student-note-long", n: *characters)),
        _ => None,
    };
    let audiences = [
        (Audience::Match, say!(words, "student-note-match")),
        (Audience::Team, say!(words, "student-note-team")),
    ];
    let can_save = checked.is_ok() && !busy();
    let save = move |event: FormEvent| {
        event.prevent_default();
        let Some(note) = NoteText::try_from(text.peek().clone()).ok().filter(|_| !busy()) else { return };
        let (text_now, audience) = (String::from(note), audience());
        let class = NoteClass::Shareable;
        let request =
            Request::AddNote { match_id: desk.match_id, day: today, text: text_now, audience, class };
        let saving = desk.act(request, say!(words, "student-note-saved"));
        busy.set(true);
        spawn(async move {
            if saving.await {
                text.set(String::new());
                box_number += 1;
            }
            busy.set(false);
        });
    };
    rsx! {
        h2 { class: "sec", {say!(words, "student-note")} }
        form { class: "card stack", onsubmit: save,
            label { class: "field",
                {say!(words, "student-note-label")}
                for n in [box_number()] {
                    textarea { key: "{n}", rows: "3", name: "note", "data-testid": "note-text", "aria-describedby": "note-hint",
                        oninput: move |event| text.set(event.value()) }
                }
            }
            p { id: "note-hint", class: "quiet-text", {say!(words, "student-note-hint")} }
            if let Some(too_long) = too_long { p { class: "notice bad", role: "alert", "{too_long}" } }
            fieldset {
                legend { class: "quiet-text", {say!(words, "student-note-who")} }
                div { class: "pick",
                    for (each, name) in audiences {
                        label { key: "{each.word()}",
                            input { r#type: "radio", name: "audience", value: each.word(), checked: audience() == each,
                                onchange: move |_| audience.set(each) }
                            "{name}"
                        }
                    }
                }
            }
            button { r#type: "submit", class: "btn quiet", "data-testid": "note-save", disabled: !can_save, {say!(words, "student-note-save")} }
        }
    }
}
