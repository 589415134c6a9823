//! What happens between a tap on a call's card and the disk, and what the card shows meanwhile.

use std::collections::{HashMap, HashSet};

use daymark_components::{Words, say};
use daymark_domain::{
    Ask, AskKind, CallOutcome, Contact, ContactKind, ContactOutcome, EntryKey, MatchId, ReportedReason,
    SchoolDay, Urgency,
};
use daymark_mentor_core::api::{Failure, RecordedCall, Request};
use dioxus::prelude::*;

use super::GHOST_MS;
use super::running::{Running, use_running};
use crate::phone::{Phone, use_phone, use_words};
use crate::voice;

/// A call that is on the disk. `minute` is not known before the list was read again.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    pub key: EntryKey,
    pub contact: Contact,
    pub outcome: CallOutcome,
    pub minute: Option<u16>,
}

impl Made {
    pub fn reached(&self) -> bool {
        reached(self.outcome)
    }
}

/// Whether a call reached somebody.
pub fn reached(outcome: CallOutcome) -> bool {
    outcome.reached_student() || outcome.reached_family()
}

/// What the cards of one section share. Copied freely.
#[derive(Clone, Copy, PartialEq)]
pub struct CallDesk {
    pub phone: Phone,
    pub words: Words,
    pub day: SchoolDay,
    /// On its way to the disk.
    pub saving: Signal<HashMap<MatchId, CallOutcome>>,
    /// On the disk, perhaps not in the list yet.
    made: Signal<HashMap<MatchId, Vec<Made>>>,
    /// Taken back, perhaps still in the list.
    gone: Signal<HashSet<EntryKey>>,
    /// Asked of the office here.
    asked: Signal<HashMap<MatchId, EntryKey>>,
    /// When something was recorded last.
    acted_ms: Signal<f64>,
    /// What could not be saved, and for whom.
    problem: Signal<Option<(MatchId, Failure)>>,
    running: Running,
    on_change: EventHandler<()>,
}

pub fn use_call_desk(day: SchoolDay, on_change: EventHandler<()>) -> CallDesk {
    CallDesk {
        phone: use_phone(),
        words: use_words(),
        day,
        saving: use_signal(HashMap::new),
        made: use_signal(HashMap::new),
        gone: use_signal(HashSet::new),
        asked: use_signal(HashMap::new),
        acted_ms: use_signal(|| f64::MIN),
        problem: use_signal(|| None),
        running: use_running(),
        on_change,
    }
}

impl CallDesk {
    /// Today's calls: the list's, and those made since it was read.
    pub fn calls(self, match_id: MatchId, listed: &[RecordedCall]) -> Vec<Made> {
        let listed = listed.iter().map(|call| Made {
            key: call.key.clone(),
            contact: call.contact.clone(),
            outcome: call.outcome,
            minute: Some(call.minute),
        });
        let mut calls: Vec<Made> = listed.collect();
        for made in self.made.read().get(&match_id).into_iter().flatten() {
            if calls.iter().all(|call| call.key != made.key) {
                calls.push(made.clone());
            }
        }
        calls.retain(|call| !self.gone.read().contains(&call.key));
        calls
    }

    /// The request for a number that stands.
    pub fn asked(self, match_id: MatchId, listed: Option<&EntryKey>) -> Option<EntryKey> {
        let key = self.asked.read().get(&match_id).cloned().or(listed.cloned())?;
        (!self.gone.read().contains(&key)).then_some(key)
    }

    pub fn problem(self, match_id: MatchId) -> Option<String> {
        let problem = self.problem.read();
        let (whose, failure) = problem.as_ref()?;
        (*whose == match_id).then(|| voice::failure(self.words, failure))
    }

    /// A call that has ended.
    pub fn call(mut self, match_id: MatchId, name: &str, contact: Contact) {
        if self.is_ghost() {
            return;
        }
        self.touched();
        if let Some(outcome) = contact.outcome.and_then(ContactOutcome::call) {
            self.saving.write().insert(match_id, outcome);
            let ended = match contact.kind {
                ContactKind::Text => voice::contact_kind(self.words, ContactKind::Text),
                _ => voice::outcome(self.words, outcome, name),
            };
            self.phone.say(say!(self.words, "say-call", name: name, outcome: ended));
        }
        let answer =
            self.phone.save(Request::RecordContact { match_id, day: self.day, contact: contact.clone() });
        self.running.run(async move { self.recorded(match_id, contact, None, answer.await) });
    }

    /// The reason belongs to the call: the entry with it takes the place of the one without, which stays in the history.
    /// False for a touch that was none.
    pub fn tell(self, match_id: MatchId, name: &str, call: Made, reason: ReportedReason) -> bool {
        let is_saving = self.saving.read().contains_key(&match_id);
        if is_saving || self.is_ghost() || call.contact.reason == Some(reason) {
            return false;
        }
        self.touched();
        let contact = Contact { reason: Some(reason), ..call.contact };
        let replaced = call.key;
        let answer = self.phone.save(Request::ReplaceContact {
            match_id,
            replaced: replaced.clone(),
            day: self.day,
            contact: contact.clone(),
        });
        let reason = voice::reason(self.words, reason);
        let said = say!(self.words, "absent-reason-said", name: name, reason: reason);
        self.running.run(async move {
            let outcome = answer.await;
            if outcome.is_ok() {
                self.phone.say(said);
            }
            self.recorded(match_id, contact, Some(replaced), outcome);
        });
        true
    }

    /// The office is asked for a number that works.
    pub fn ask_for_a_number(mut self, match_id: MatchId) {
        if self.is_ghost() {
            return;
        }
        self.touched();
        let ask = Ask { kind: AskKind::ContactDetails, urgency: Urgency::ThisWeek, text: None };
        let answer = self.phone.save(Request::AskTeam { match_id, ask });
        self.running.run(async move {
            let outcome = answer.await;
            if let Ok(Some(key)) = &outcome {
                self.asked.write().insert(match_id, key.clone());
                self.phone.say(say!(self.words, "office-asked"));
            }
            self.ended(match_id, outcome);
        });
    }

    /// Takes a call, or what was asked, back.
    pub fn take_back(mut self, match_id: MatchId, key: EntryKey) {
        if self.is_ghost() {
            return;
        }
        let answer = self.phone.save(Request::VoidEntry { match_id, key: key.clone() });
        self.running.run(async move {
            let outcome = answer.await;
            if outcome.is_ok() {
                self.gone.write().insert(key);
                self.phone.say(say!(self.words, "student-toast-void"));
            }
            self.ended(match_id, outcome);
        });
    }

    fn recorded(
        mut self,
        match_id: MatchId,
        contact: Contact,
        replaced: Option<EntryKey>,
        outcome: Result<Option<EntryKey>, Failure>,
    ) {
        if let (Ok(Some(key)), Some(ended)) = (&outcome, contact.outcome.and_then(ContactOutcome::call)) {
            let call = Made { key: key.clone(), contact, outcome: ended, minute: None };
            self.gone.write().extend(replaced);
            self.made.write().entry(match_id).or_default().push(call);
        }
        self.ended(match_id, outcome);
    }

    fn ended(mut self, match_id: MatchId, outcome: Result<Option<EntryKey>, Failure>) {
        self.saving.write().remove(&match_id);
        self.problem.set(outcome.err().map(|failure| (match_id, failure)));
        self.on_change.call(());
    }

    fn touched(mut self) {
        self.phone.shell().tick();
        self.acted_ms.set(self.phone.shell().now_ms());
    }

    /// A second touch so soon after the first is a finger that bounced: what it hits has only just come under it.
    fn is_ghost(self) -> bool {
        self.phone.shell().now_ms() - *self.acted_ms.peek() < GHOST_MS
    }
}
