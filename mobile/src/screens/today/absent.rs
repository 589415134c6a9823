//! Absent today: call home. What the school recorded and what this mentor did not see are never said alike, and the
//! reason that a family gives stands beside the school's own code, never in its place.

use std::collections::HashMap;

use daymark_components::{Words, say};
use daymark_domain::{
    CallOutcome, Contact, ContactKind, ContactOutcome, EntryKey, MatchId, ReportedReason, SchoolDay,
};
use daymark_mentor_core::api::{AbsentCard, Failure, Request};
use dioxus::prelude::*;

use super::card::{Call, Calling, GHOST_MS};
use crate::phone::{Phone, use_phone, use_words};
use crate::voice;

/// What the taps of this screen share. Copied freely.
#[derive(Clone, Copy, PartialEq)]
struct Desk {
    phone: Phone,
    words: Words,
    day: SchoolDay,
    saving: Signal<HashMap<MatchId, CallOutcome>>,
    /// The last call that was recorded here: the one that a reason belongs to.
    last: Signal<HashMap<MatchId, (EntryKey, Contact)>>,
    /// When a call was recorded last.
    called_ms: Signal<f64>,
    problem: Signal<Option<Failure>>,
    on_change: EventHandler<()>,
}

#[component]
pub fn Absent(day: SchoolDay, cards: Vec<AbsentCard>, on_change: EventHandler<()>) -> Element {
    let (phone, words) = (use_phone(), use_words());
    let saving = use_signal(HashMap::new);
    let last = use_signal(HashMap::<MatchId, (EntryKey, Contact)>::new);
    let problem = use_signal(|| None::<Failure>);
    let called_ms = use_signal(|| f64::MIN);
    let desk = Desk { phone, words, day, saving, last, called_ms, problem, on_change };
    rsx! {
        h2 { class: "sec", {say!(words, "today-absent-title")} }
        if let Some(problem) = problem.read().as_ref() {
            p { class: "notice bad", role: "alert", "{voice::failure(words, problem)}" }
        }
        if cards.is_empty() { p { class: "card quiet-text", {say!(words, "today-absent-none")} } }
        for (n, card) in cards.into_iter().enumerate() {
            Home { key: "{card.who.match_id}", n, desk, card }
        }
    }
}

#[component]
fn Home(n: usize, desk: Desk, card: AbsentCard) -> Element {
    let match_id = card.who.match_id;
    let saving = desk.saving.read().get(&match_id).copied();
    let told = desk.last.read().get(&match_id).map(|(_, contact)| contact.reason);
    let name = card.who.first_name.clone();
    rsx! {
        Call { hook: "absent-card-{n}", calling: calling(desk.words, &card), saving,
            on_call: {
                let name = name.clone();
                move |contact: Contact| desk.call(match_id, &name, contact)
            },
            on_undo: move |key: EntryKey| desk.take_back(match_id, key),
            if let Some(told) = told {
                Reasons { told, on_reason: move |reason| desk.tell(match_id, &name, reason) }
            }
        }
    }
}

/// Optional, one tap; another tap changes it.
#[component]
fn Reasons(told: Option<ReportedReason>, on_reason: EventHandler<ReportedReason>) -> Element {
    let words = use_words();
    rsx! {
        fieldset { class: "reasons",
            legend { class: "quiet-text", {say!(words, "absent-reason")} }
            div { class: "grid2",
                for &reason in ReportedReason::ALL {
                    button { key: "{reason}", r#type: "button", class: "btn quiet", "data-testid": "reason-{reason}",
                        aria_pressed: (told == Some(reason)).to_string(),
                        onclick: move |_| on_reason.call(reason),
                        "{voice::reason(words, reason)}"
                    }
                }
            }
            p { class: "quiet-text", {say!(words, "absent-reason-apart")} }
        }
    }
}

impl Desk {
    fn call(mut self, match_id: MatchId, name: &str, contact: Contact) {
        self.phone.shell().tick();
        self.called_ms.set(self.phone.shell().now_ms());
        if let Some(outcome) = contact.outcome.and_then(ContactOutcome::call) {
            self.saving.write().insert(match_id, outcome);
            let ended = voice::outcome(self.words, outcome, name);
            self.phone.say(say!(self.words, "say-call", name: name, outcome: ended));
        }
        let request = Request::RecordContact { match_id, day: self.day, contact: contact.clone() };
        let answer = self.phone.save(request);
        spawn(async move { self.answered(match_id, contact, answer.await) });
    }

    /// The reason belongs to the call: an entry with it takes the place of the one without, which stays in the history.
    fn tell(self, match_id: MatchId, name: &str, reason: ReportedReason) {
        let Some((key, contact)) = self.last.read().get(&match_id).cloned() else { return };
        let is_saving = self.saving.read().contains_key(&match_id);
        let ghost = self.phone.shell().now_ms() - *self.called_ms.peek() < GHOST_MS;
        if is_saving || ghost || contact.reason == Some(reason) {
            return;
        }
        self.phone.shell().tick();
        let contact = Contact { reason: Some(reason), ..contact };
        let request = Request::RecordContact { match_id, day: self.day, contact: contact.clone() };
        let answer = self.phone.save_instead((match_id, key), request);
        let reason = voice::reason(self.words, reason);
        let said = say!(self.words, "absent-reason-said", name: name, reason: reason);
        spawn(async move {
            let outcome = answer.await;
            if outcome.is_ok() {
                self.phone.say(said);
            }
            self.answered(match_id, contact, outcome);
        });
    }

    fn take_back(mut self, match_id: MatchId, key: EntryKey) {
        let answer = self.phone.save(Request::VoidEntry { match_id, key });
        spawn(async move {
            match answer.await {
                Ok(_) => drop(self.last.write().remove(&match_id)),
                Err(failure) => self.problem.set(Some(failure)),
            }
            self.on_change.call(());
        });
    }

    fn answered(mut self, match_id: MatchId, contact: Contact, outcome: Result<Option<EntryKey>, Failure>) {
        self.saving.write().remove(&match_id);
        match outcome {
            Ok(key) => {
                self.problem.set(None);
                let recorded = key.map(|key| (match_id, (key, contact)));
                self.last.write().extend(recorded);
            }
            Err(failure) => self.problem.set(Some(failure)),
        }
        self.on_change.call(());
    }
}

fn calling(words: Words, card: &AbsentCard) -> Calling {
    let name = card.who.first_name.as_str();
    let caution = match (card.official, card.greeted) {
        (true, true) => Some(say!(words, "absent-greeted-says", name: name)),
        (true, false) => None,
        (false, _) => Some(say!(words, "absent-unconfirmed-says", name: name)),
    };
    let badge = match card.official {
        true if card.absent_in_a_row > 1 => {
            ("", say!(words, "absent-official-more", n: card.absent_in_a_row))
        }
        true => ("", say!(words, "absent-official")),
        false => ("sky", say!(words, "absent-unconfirmed")),
    };
    Calling {
        kind: ContactKind::AbsenceCall,
        student: card.who.student.clone(),
        first_name: card.who.first_name.clone(),
        badge: Some(badge),
        caution,
        callees: card.callees.clone(),
        next: card.next,
        calls: card.calls.clone(),
    }
}
