//! One contact with several students: chosen by their names, saved for all of them or for none.

mod form;
mod members;

use std::collections::BTreeSet;

use daymark_components::{Words, say};
use daymark_domain::{Contact, ContactKind, EntryKey, GroupId, MatchId, SchoolDay};
use daymark_mentor_core::api::{CaseloadView, Failure, Reply, Request};
use dioxus::prelude::*;

use self::form::GroupForm;
use self::members::Members;
use crate::app::Route;
use crate::parts::{Page, Tab, Toast, ToastLine, Waiting, use_view};
use crate::phone::{Phone, unexpected, use_phone, use_words};
use crate::screens::today::NoStudents;
use crate::voice;

/// What the parts of this screen share. Copied freely.
#[derive(Clone, Copy, PartialEq)]
struct Desk {
    phone: Phone,
    words: Words,
    chosen: Signal<BTreeSet<MatchId>>,
    contact: Signal<Contact>,
    /// Another day than today.
    day: Signal<Option<SchoolDay>>,
    toast: Signal<Option<Toast>>,
    /// The group that was saved last, as long as it stands.
    saved: Signal<Option<GroupId>>,
    busy: Signal<bool>,
    view: Resource<Result<(CaseloadView, SchoolDay), Failure>>,
}

#[component]
pub fn GroupScreen() -> Element {
    let (phone, words) = (use_phone(), use_words());
    let mut view = use_view(move || read(phone));
    let desk = Desk {
        phone,
        words,
        chosen: use_signal(BTreeSet::new),
        contact: use_signal(|| Contact::of(ContactKind::SmallGroup)),
        day: use_signal(|| None),
        toast: use_signal(|| None),
        saved: use_signal(|| None),
        busy: use_signal(|| false),
        view,
    };
    let read = view.read();
    let loaded = read.as_ref().and_then(|view| view.as_ref().ok()).cloned();
    let failure = read.as_ref().and_then(|view| view.as_ref().err()).cloned();
    let foot = loaded
        .as_ref()
        .filter(|(view, _)| !view.rows.is_empty())
        .map(|(_, today)| rsx! { Foot { desk, today: *today } });
    rsx! {
        Page { title: say!(words, "group-title"), sub: say!(words, "group-sub"), back: Route::Students {}, tab: Tab::Students, ready: loaded.is_some(), foot,
            match loaded {
                None => rsx! { Waiting { failure, on_again: move |()| view.restart() } },
                Some((view, _)) if view.rows.is_empty() => rsx! { NoStudents {} },
                Some((view, today)) => rsx! {
                    GroupForm { desk, today }
                    Members { desk, rows: view.rows, last_group: view.last_group }
                },
            }
        }
    }
}

/// The students, and what day it is at the school.
async fn read(phone: Phone) -> Result<(CaseloadView, SchoolDay), Failure> {
    let caseload = phone.ask(Request::Caseload);
    let today = phone.ask(Request::Today);
    match (caseload.await?, today.await?) {
        (Reply::Caseload(view), Reply::Today(today)) => Ok((view, today.day)),
        _ => Err(unexpected()),
    }
}

/// What was done, how many are chosen, and the one thing to do.
#[component]
fn Foot(desk: Desk, today: SchoolDay) -> Element {
    let words = desk.words;
    let chosen = desk.chosen.read().len();
    let kind = voice::contact_kind(words, desk.contact.read().kind);
    let toast = desk.toast.read().clone();
    let enough = chosen >= 2;
    rsx! {
        if let Some(toast) = toast { ToastLine { toast, on_undo: move |_| desk.take_back() } }
        button { r#type: "button", class: "btn save", "data-testid": "{SAVE}", disabled: !enough || (desk.busy)(), onclick: move |_| desk.save(today),
            match enough {
                true => say!(words, "group-save", kind: kind, n: chosen),
                false => say!(words, "group-choose", n: chosen),
            }
        }
    }
}

const SAVE: &str = "group-save";

impl Desk {
    fn save(mut self, today: SchoolDay) {
        if (self.busy)() {
            return;
        }
        let matches: Vec<MatchId> = self.chosen.read().iter().copied().collect();
        let said = say!(self.words, "group-saved", n: matches.len());
        let (day, contact) = ((self.day)().unwrap_or(today), self.contact.read().clone());
        self.phone.shell().tick();
        let saving = self.phone.ask(Request::RecordGroup { matches, day, contact });
        self.busy.set(true);
        spawn(async move {
            match saving.await {
                Ok(Reply::SavedGroup { group, keys, .. }) => self.saved_as(group, keys, said),
                Ok(_) => self.failed(&unexpected()),
                Err(failure) => self.failed(&failure),
            }
            self.busy.set(false);
        });
    }

    /// The next group begins with nobody chosen; this one is offered again as the last one.
    fn saved_as(mut self, group: GroupId, keys: Vec<(MatchId, EntryKey)>, said: String) {
        self.saved.set(Some(group));
        self.chosen.set(BTreeSet::new());
        self.phone.say(said.clone());
        // The toast's undo names one entry of the group; taking back goes by the group.
        self.toast.set(Some(Toast::Saved { text: said, undo: keys.into_iter().next() }));
        self.view.restart();
    }

    /// All of it, or nothing.
    fn take_back(mut self) {
        let Some(group) = self.saved.take() else { return };
        let undoing = self.phone.save(Request::VoidGroup { group });
        let said = say!(self.words, "group-taken-back");
        spawn(async move {
            match undoing.await {
                Ok(_) => self.toast.set(Some(Toast::Saved { text: said, undo: None })),
                Err(failure) => self.failed(&failure),
            }
            self.view.restart();
        });
    }

    fn failed(mut self, failure: &Failure) {
        let why = voice::failure(self.words, failure);
        self.toast.set(Some(Toast::Failed(say!(self.words, "student-write-failed", why: why))));
    }
}
