//! The note's text, who may read it, and how carefully it is kept.

use daymark_components::{Words, say};
use daymark_domain::{Audience, DraftOf, NoteClass, SchoolDay};
use daymark_mentor_core::api::{Request, StudentView};
use dioxus::prelude::*;

use super::begun::{Begun, Other};
use crate::app::Route;
use crate::parts::{Chip, Chips, DraftBox, DraftText, begun_at, use_draft};
use crate::screens::StudentPageName;
use crate::screens::student::desk::Desk;

/// For whom it is. What is private is a draft for ever: the core has no way to send it.
#[derive(Clone, Copy, PartialEq)]
pub enum Kept {
    Shareable,
    Sensitive,
    Private,
}

/// The form's state. Copied freely.
#[derive(Clone, Copy, PartialEq)]
struct Form {
    desk: Desk,
    note: DraftText,
    private: DraftText,
    kept: Signal<Kept>,
    audience: Signal<Audience>,
    busy: Signal<bool>,
}

#[component]
pub fn NoteForm(desk: Desk, student: StudentView) -> Element {
    let words = desk.words;
    let drafts = &student.record.drafts;
    let note = use_draft(desk.match_id, DraftOf::Note, drafts);
    let private = use_draft(desk.match_id, DraftOf::Private, drafts);
    let kept = use_signal(|| Kept::Shareable);
    let form = Form {
        desk,
        note,
        private,
        kept,
        audience: use_signal(|| Audience::Match),
        busy: use_signal(|| false),
    };
    let today = student.today;
    let unseen = if kept() == Kept::Private { note } else { private };
    let here = (!unseen.is_empty()).then(|| Other {
        of: unseen.of,
        text: unseen.text.read().clone(),
        since: unseen.since(words),
    });
    let ask = drafts.iter().find(|draft| draft.of == DraftOf::Ask);
    let ask = ask.map(|draft| Other {
        of: draft.of,
        text: draft.text.clone(),
        since: begun_at(words, today, draft.at),
    });
    let others: Vec<Other> = here.into_iter().chain(ask).collect();
    rsx! {
        section { class: "card stack",
            Chips::<Kept> { legend: say!(words, "note-kept"), chips: ways(words), picked: Some(kept()), on_pick: move |way: Option<Kept>| form.keep(way) }
            match kept() {
                Kept::Private => rsx! {
                    DraftBox { draft: private, hook: "private-text", label: say!(words, "note-private-label"), hint: say!(words, "note-private-hint"), busy: false }
                    if note.is_empty() && !private.is_empty() {
                        button { r#type: "button", class: "btn quiet", "data-testid": "{TO_SCHOOL}", onclick: move |_| form.for_the_school(), {say!(words, "note-for-school")} }
                    }
                },
                Kept::Sensitive => rsx! {
                    p { class: "quiet-text", {say!(words, "note-sensitive-says")} }
                    ToSend { form, today }
                },
                Kept::Shareable => rsx! {
                    ToSend { form, today }
                },
            }
        }
        Begun { desk, others, on_open: move |of| form.keep(Some(if of == DraftOf::Private { Kept::Private } else { Kept::Shareable })) }
    }
}

fn ways(words: Words) -> Vec<Chip<Kept>> {
    vec![
        Chip::new(Kept::Shareable, "note-shareable", say!(words, "note-shareable")),
        Chip::new(Kept::Sensitive, "note-sensitive", say!(words, "note-sensitive")),
        Chip::new(Kept::Private, "note-private", say!(words, "note-private")),
    ]
}

/// A note that will leave the phone.
#[component]
fn ToSend(form: Form, today: SchoolDay) -> Element {
    let words = form.desk.words;
    let mut audience = form.audience;
    let readers = vec![
        Chip::new(Audience::Match, "note-for-match", say!(words, "student-note-match")),
        Chip::new(Audience::Team, "note-for-team", say!(words, "student-note-team")),
    ];
    rsx! {
        DraftBox { draft: form.note, hook: "note-text", label: say!(words, "student-note-label"), hint: say!(words, "student-note-hint"), busy: (form.busy)() }
        if (form.kept)() == Kept::Shareable {
            Chips::<Audience> { legend: say!(words, "student-note-who"), chips: readers, picked: Some(audience()),
                on_pick: move |chosen: Option<Audience>| chosen.into_iter().for_each(|chosen| audience.set(chosen)) }
        }
        button { r#type: "button", class: "btn", "data-testid": "{SAVE}", disabled: form.note.note().is_err() || (form.busy)(),
            onclick: move |_| form.save(today), {say!(words, "student-note-save")} }
        p { class: "quiet-text",
            {say!(words, "note-danger")}
            " "
            Link { to: Route::StudentPage { match_id: form.desk.match_id, page: StudentPageName::Safety }, {say!(words, "ask-danger-link")} }
        }
    }
}

const SAVE: &str = "note-save";
const TO_SCHOOL: &str = "note-for-school";

impl Form {
    /// Another way to keep it. What was begun for the school may become private; what is private never becomes the
    /// school's by a tap on the way.
    fn keep(mut self, way: Option<Kept>) {
        let Some(way) = way else { return };
        if way == Kept::Private && *self.kept.peek() != Kept::Private {
            self.note.carry_to(self.private);
        }
        self.kept.set(way);
    }

    /// The mentor wants the school to have it after all.
    fn for_the_school(mut self) {
        self.private.carry_to(self.note);
        self.kept.set(Kept::Shareable);
    }

    fn save(mut self, day: SchoolDay) {
        let Some(text) = self.note.note().ok().filter(|_| !(self.busy)()) else { return };
        let (class, audience) = match (self.kept)() {
            Kept::Sensitive => (NoteClass::Sensitive, Audience::Match),
            _ => (NoteClass::Shareable, (self.audience)()),
        };
        let match_id = self.desk.match_id;
        let request = Request::AddNote { match_id, day, text: text.into(), audience, class };
        let saving = self.desk.act(request, say!(self.desk.words, "student-note-saved"));
        self.busy.set(true);
        spawn(async move {
            if saving.await {
                self.note.clear();
            }
            self.busy.set(false);
        });
    }
}
