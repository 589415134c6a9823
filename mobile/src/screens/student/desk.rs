//! Where everything that this page writes goes through: asked, told in the toast, and the view read again.

use daymark_components::{Words, say};
use daymark_domain::{EntryKey, MatchId, SchoolDay};
use daymark_mentor_core::api::{Failure, Reply, Request, StudentView};
use dioxus::prelude::*;

use crate::parts::{Toast, use_view};
use crate::phone::{Phone, unexpected, use_phone, use_words};
use crate::voice;

/// What the parts of the page share. Copied freely.
#[derive(Clone, Copy, PartialEq)]
pub struct Desk {
    pub phone: Phone,
    pub words: Words,
    pub match_id: MatchId,
    pub toast: Signal<Option<Toast>>,
    pub view: Resource<Result<StudentView, Failure>>,
}

/// The desk of one student's page, and of whatever screen is about that student.
pub fn use_desk(match_id: MatchId, month: Signal<Option<SchoolDay>>) -> Desk {
    let (phone, words) = (use_phone(), use_words());
    let mut today = phone.today;
    let view = use_view(move || {
        let month = *month.read();
        async move {
            match phone.ask(Request::Student { match_id, month }).await? {
                Reply::Student(view) => {
                    today.set(Some(view.today));
                    Ok(view)
                }
                _ => Err(unexpected()),
            }
        }
    });
    Desk { phone, words, match_id, toast: use_signal(|| None), view }
}

impl Desk {
    /// Writes; `saved` is what the toast says when it is on the disk. True when it is.
    pub fn act(self, request: Request, saved: String) -> impl Future<Output = bool> {
        self.phone.shell().tick();
        // Asked before the first await: it is on its way even if the page closes now.
        let answer = self.phone.ask(request);
        async move {
            let outcome = answer.await;
            let is_saved = outcome.is_ok();
            self.tell(saved, outcome);
            is_saved
        }
    }

    /// Takes an entry back.
    pub fn take_back(self, key: EntryKey) -> impl Future<Output = ()> {
        let request = Request::VoidEntry { match_id: self.match_id, key };
        let done = self.act(request, say!(self.words, "student-toast-void"));
        async move {
            done.await;
            // Taking back has no undo: the entry stays in the log, struck through.
            let mut toast = self.toast;
            if let Some(Toast::Saved { undo, .. }) = &mut *toast.write() {
                *undo = None;
            }
        }
    }

    fn tell(mut self, saved: String, outcome: Result<Reply, Failure>) {
        let words = self.words;
        let failed =
            |failure| Toast::Failed(say!(words, "student-write-failed", why: voice::failure(words, failure)));
        let toast = match outcome {
            Ok(Reply::Saved { key, .. }) => {
                Toast::Saved { text: saved, undo: key.map(|key| (self.match_id, key)) }
            }
            Ok(_) => failed(&unexpected()),
            Err(failure) => failed(&failure),
        };
        if let Toast::Saved { text, .. } = &toast {
            self.phone.say(text.clone());
        }
        self.toast.set(Some(toast));
        self.view.restart();
    }
}
