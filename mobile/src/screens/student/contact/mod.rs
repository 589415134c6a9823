//! A contact of any kind: what it was, and then only what fits it. One tap and *save* is enough.

mod days;
mod details;
mod ended;
mod filled;
mod kinds;
mod saved;

use daymark_components::{Words, say};
use daymark_domain::MatchId;
use daymark_mentor_core::api::{Request, StudentView};
use dioxus::prelude::*;

use self::days::{Day, FollowUp};
use self::details::Details;
use self::ended::{Ended, Length};
use self::filled::Filled;
use self::kinds::{Chosen, Kinds};
use self::saved::Saved;
use super::desk::Desk;
use super::page::use_sheet;
use crate::app::Route;
use crate::parts::{Page, Tab, ToastLine, Waiting};
use crate::voice;

/// What the form's parts share. Copied freely.
#[derive(Clone, Copy, PartialEq)]
pub struct Form {
    desk: Desk,
    words: Words,
    filled: Signal<Option<Filled>>,
    /// What was saved last, until another one is begun or it is taken back.
    saved: Signal<Option<String>>,
    busy: Signal<bool>,
}

#[component]
pub fn Contact(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    let form = Form {
        desk,
        words: desk.words,
        filled: use_signal(|| None),
        saved: use_signal(|| None),
        busy: use_signal(|| false),
    };
    let mut view = desk.view;
    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok()).cloned();
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    let sub = loaded.as_ref().map(|student| student.student.clone());
    let foot = loaded.as_ref().map(|student| rsx! { Foot { form, first_name: student.first_name.clone() } });
    rsx! {
        Page { title: say!(form.words, "record-title"), sub, back: Route::Student { match_id }, tab: Tab::Students, ready: loaded.is_some(), foot,
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some(student) => rsx! { Body { form, student } },
            }
        }
    }
}

#[component]
fn Body(form: Form, student: StudentView) -> Element {
    let (saved, filled) = (form.saved.read().clone(), form.filled.read().clone());
    match (saved, filled) {
        (Some(saved), _) => rsx! { Saved { form, saved } },
        (None, None) => rsx! { Kinds { form, today: student.today } },
        (None, Some(filled)) => rsx! {
            Chosen { form, kind: filled.contact.kind }
            section { class: "card stack",
                // A meeting is mostly held as planned: its length is what there is to say. A call's end comes first.
                if !filled.contact.kind.is_call() { Length { form, filled: filled.clone() } }
                Ended { form, filled: filled.clone(), student: student.clone() }
                if filled.contact.kind.is_call() { Length { form, filled: filled.clone() } }
            }
            section { class: "card stack",
                FollowUp { form, filled: filled.clone(), today: student.today, known: student.month.days.clone() }
                Day { form, filled: filled.clone(), today: student.today, known: student.month.days.clone() }
                Details { form, filled, grade: student.grade.clone() }
            }
        },
    }
}

/// What was done, and the one thing to do.
#[component]
fn Foot(form: Form, first_name: String) -> Element {
    let words = form.words;
    let mut saved = form.saved;
    let toast = form.desk.toast.read().clone();
    let filled = form.filled.read().clone().filter(|_| saved.read().is_none());
    rsx! {
        if let Some(toast) = toast {
            ToastLine { toast, on_undo: move |(_, key)| {
                saved.set(None);
                spawn(form.desk.take_back(key));
            } }
        }
        if let Some(filled) = filled {
            button { r#type: "button", class: "btn save", "data-testid": "contact-save-{filled.contact.kind}", disabled: !filled.is_ready() || (form.busy)(),
                onclick: {
                    let filled = filled.clone();
                    move |_| form.save(filled.clone(), &first_name)
                },
                match filled.is_ready() {
                    true => say!(words, "record-save", what: voice::contact_kind(words, filled.contact.kind)),
                    false => say!(words, "record-say-end"),
                }
            }
        }
    }
}

impl Form {
    /// Changes what is on the form.
    fn fill(mut self, change: impl FnOnce(&mut Filled)) {
        if let Some(filled) = self.filled.write().as_mut() {
            change(filled);
        }
    }

    fn save(mut self, filled: Filled, first_name: &str) {
        if (self.busy)() {
            return;
        }
        let what = voice::contact_kind(self.words, filled.contact.kind);
        let said = say!(self.words, "record-saved", what: what, name: first_name);
        let Filled { contact, day } = filled;
        let request = Request::RecordContact { match_id: self.desk.match_id, day, contact };
        let saving = self.desk.act(request, said.clone());
        self.busy.set(true);
        spawn(async move {
            if saving.await {
                self.saved.set(Some(said));
            }
            self.busy.set(false);
        });
    }
}
