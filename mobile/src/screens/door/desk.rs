//! What happens between a tap and the disk.

use std::pin::{Pin, pin};

use daymark_components::{Words, say};
use daymark_domain::{DoorResult, EntryKey, MatchId, SchoolDay};
use daymark_mentor_core::api::{DoorRow, DoorView, Failure, Reply, Request};
use dioxus::prelude::*;
use futures_util::future::{Either, select};

use super::taps::{Count, Step, Tap, Taps, doing, saved, shown};
use crate::parts::Toast;
use crate::phone::{Phone, unexpected};
use crate::voice;

/// A tap that is saved sooner shows once, as saved.
const PATIENCE_MS: u32 = 50;

/// Nobody taps for so long: the next student is not at the door yet.
const QUIET_MS: u32 = 600;

/// What list, rows and toast share. Copied freely.
#[derive(Clone, Copy, PartialEq)]
pub struct Desk {
    pub phone: Phone,
    pub words: Words,
    pub taps: Signal<Taps>,
    pub toast: Signal<Toast>,
    /// Grows when a row has been drawn: then toast and count, which stand elsewhere on the screen, follow.
    pub drawn: Signal<u32>,
    /// What the row showed before the tap that the toast speaks of: where Undo leads.
    pub before: Signal<Option<DoorResult>>,
    pub view: Resource<Result<DoorView, Failure>>,
    /// Runs for as long as the screen: what a row starts must not end with the choices that closed over it.
    pub run: Callback<Running>,
}

/// Work that the screen has under way.
pub type Running = Pin<Box<dyn Future<Output = ()>>>;

impl Desk {
    /// A finger on a row.
    pub fn tapped(mut self, day: SchoolDay, row: DoorRow) {
        let now = self.shown(&row);
        let tap = self.taps.write().tap(row.match_id, now, self.phone.shell().now_ms());
        if let Tap::Do(step) = tap {
            self.step(day, row, step);
        }
    }

    /// A finger on one of an open row's choices.
    pub fn chosen(mut self, day: SchoolDay, row: DoorRow, step: Step) {
        let now = self.shown(&row);
        let changes = self.taps.write().choose(row.match_id, now, &step, self.phone.shell().now_ms());
        if changes {
            self.step(day, row, step);
        }
    }

    /// A correction is undone by recording again what stood there, a first answer by taking it back.
    pub fn undo(self, match_id: MatchId, key: EntryKey) {
        let found = self.view.peek().as_ref().and_then(|view| view.as_ref().ok()).and_then(|view| {
            view.rows.iter().find(|row| row.match_id == match_id).map(|row| (view.day, row.clone()))
        });
        let Some((day, row)) = found else { return };
        let before = *self.before.peek();
        match before {
            Some(result) => self.step(day, row, Step::Record(result)),
            None => self.step(day, row, Step::TakeBack(key)),
        }
    }

    /// Writes the step, and says how that ended; also that it is on its way, when it takes longer than an eye notices.
    fn step(mut self, day: SchoolDay, row: DoorRow, step: Step) {
        let (words, name) = (self.words, row.first_name.clone());
        let now = self.shown(&row);
        self.before.set(now);
        let serial = self.taps.write().start(row.match_id, step.clone());
        let saving = write(self.phone, day, row.match_id, step.clone());
        let patience = self.phone.shell().rest(PATIENCE_MS);
        self.run.call(Box::pin(async move {
            let outcome = match select(pin!(saving), patience).await {
                Either::Left((outcome, _)) => outcome,
                Either::Right(((), saving)) => {
                    self.taps.write().wait(row.match_id, serial);
                    self.toast.set(Toast::Saving(say!(words, "door-toast-saving", name: name.as_str())));
                    saving.await
                }
            };
            self.taps.write().end(row.match_id, serial, outcome.is_ok());
            // The row first: whatever else changes would be drawn with it and make it late.
            self.phone.shell().rest(0).await;
            self.drawn += 1;
            self.toast.set(match outcome {
                Ok(key) => {
                    self.phone.shell().tick();
                    self.announce(&name, &step);
                    Toast::Saved {
                        text: saved(words, &name, &step),
                        undo: key.map(|key| (row.match_id, key)),
                    }
                }
                Err(failure) => {
                    let why = voice::failure(words, &failure);
                    Toast::Failed(say!(words, "door-toast-failed", name: name.as_str(), why: why))
                }
            });
            // The row shows meanwhile what was saved, only without the time.
            self.view.restart();
        }));
    }

    fn shown(self, row: &DoorRow) -> Option<DoorResult> {
        shown(row, self.taps.peek().of(row.match_id))
    }

    /// "Amir: greeted. 14 of 25."
    fn announce(self, name: &str, step: &Step) {
        let view = self.view.peek();
        let Some(Ok(view)) = view.as_ref() else { return };
        let Count { greeted, total, .. } = Count::of(&view.rows, &self.taps.peek());
        let what = doing(self.words, step);
        self.phone.say(say!(self.words, "door-say", name: name, what: what, greeted: greeted, total: total));
    }
}

/// Waits until the last tap has landed and no other followed: to read and draw the whole list between two taps, whoever
/// asked for it, would hold up the next one.
pub async fn between_taps(phone: Phone, taps: Signal<Taps>) {
    let mut seen = 0;
    while taps.peek().started() != seen || !taps.peek().all_landed() {
        seen = taps.peek().started();
        phone.shell().rest(QUIET_MS).await;
    }
}

/// The list as the disk has it.
pub async fn read_door(phone: Phone) -> Result<DoorView, Failure> {
    match phone.ask(Request::Door { day: None }).await? {
        Reply::Door(view) => Ok(view),
        _ => Err(unexpected()),
    }
}

/// Writes a step. The first request leaves before the first await: a tap is on its way even if the screen closes now.
fn write(
    phone: Phone,
    day: SchoolDay,
    match_id: MatchId,
    step: Step,
) -> impl Future<Output = Result<Option<EntryKey>, Failure>> {
    let request = match step.clone() {
        Step::Record(result) => Request::RecordDoorCheck { match_id, day, result },
        Step::TakeBack(key) => Request::VoidEntry { match_id, key },
    };
    let answer = phone.ask(request);
    async move {
        let Reply::Saved { key, .. } = answer.await? else { return Err(unexpected()) };
        if let Step::TakeBack(key) = step {
            take_back_the_rest(phone, match_id, key).await?;
        }
        Ok(key)
    }
}

/// What the mentor's other phone saw would show again now: "nothing yet" takes that back too.
async fn take_back_the_rest(phone: Phone, match_id: MatchId, mut last: EntryKey) -> Result<(), Failure> {
    let check = |view: DoorView| view.rows.into_iter().find(|row| row.match_id == match_id)?.check;
    while let Some(check) = check(read_door(phone).await?).filter(|check| check.key != last) {
        phone.save(Request::VoidEntry { match_id, key: check.key.clone() }).await?;
        last = check.key;
    }
    Ok(())
}
