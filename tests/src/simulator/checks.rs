//! What must hold after every step.

use std::collections::BTreeSet;

use daymark_documents::MatchRecord;
use daymark_domain::MatchId;
use daymark_mentor_core::api::{Reply, Request};
use daymark_mentor_core::sync::SyncError;
use daymark_protocol::LinkError;
use daymark_sqlite::rusqlite::params;

use super::model::Named;
use super::phone::Waiting;
use super::steps::{Fault, Trip};
use super::taps::school_day;
use super::world::{Broken, Synced, World};

/// For so long after a match ended the server still takes what its mentor did before.
const LATE_FOR_S: i64 = 30 * 24 * 60 * 60;
const DAY: i64 = 24 * 60 * 60;

impl World {
    /// The phone's date is the school's, whatever its own zone, on the days around a change of the clocks too.
    pub(super) fn check_date(&self, n: usize, roll: u64) -> Result<(), Broken> {
        let phone = &self.hands[n].phone;
        if !roll.is_multiple_of(8) || phone.ahead().abs() > 300 * DAY || phone.caseload().is_empty() {
            return Ok(());
        }
        let shown = phone.core.borrow_mut().answer(Request::Door { day: None });
        let Ok(Reply::Door(door)) = shown else { return Err(format!("phone {n} shows no door list")) };
        let right = school_day(self.school.zone, phone.now());
        if door.day == right {
            Ok(())
        } else {
            Err(format!("phone {n} shows {} on {right} at the school", door.day))
        }
    }

    /// Own changes that came or went: what is said to be saved waits, and what no longer waits is on the server.
    pub(super) fn absorb(&mut self, n: usize, saved: &[Named]) -> Result<(), Broken> {
        let now = self.hands[n].phone.waiting();
        for (match_id, key) in saved {
            let waits = |one: &Waiting| one.match_id == *match_id && one.key.as_deref() == Some(key);
            if !now.iter().any(waits) && !self.is_on_server(*match_id, key) {
                return Err(format!(
                    "phone {n} said that {key} of {match_id} is saved, and it waits nowhere"
                ));
            }
        }
        let names: BTreeSet<(MatchId, [u8; 32])> = now.iter().map(|one| (one.match_id, one.hash)).collect();
        let gone: Vec<_> = self.hands[n].waiting.difference(&names).copied().collect();
        for (match_id, hash) in gone {
            if self.mirror.holds(match_id, hash) {
                self.model.acknowledged.insert((match_id, hash));
            } else if !self.was_refused_rightly(match_id, hash) {
                return Err(format!(
                    "a change of {match_id} left the outbox of phone {n}, and the server does not have it"
                ));
            }
        }
        for refused in now.iter().filter(|one| one.refused) {
            if !self.was_refused_rightly(refused.match_id, refused.hash) {
                return Err(format!(
                    "the server refused {:?} of {} by phone {n}: {}",
                    refused.key,
                    refused.match_id,
                    self.refusal(refused.match_id, refused.hash).unwrap_or_default()
                ));
            }
        }
        self.hands[n].waiting = names;
        Ok(())
    }

    fn is_on_server(&self, match_id: MatchId, key: &str) -> bool {
        self.mirror
            .records
            .get(&match_id)
            .is_some_and(|held| held.view.entries.iter().any(|entry| entry.key.to_string() == key))
    }

    fn refusal(&self, match_id: MatchId, hash: [u8; 32]) -> Option<String> {
        self.server.borrow().read(|db| {
            let mut statement =
                db.prepare("SELECT code FROM quarantine WHERE match_id = ?1 AND hash = ?2")?;
            let mut rows = statement.query(params![match_id.as_bytes(), hash])?;
            rows.next()?.map(|row| row.get(0)).transpose()
        })
    }

    /// A refusal is right for what arrives long after its match has ended, and is kept for the coordinator.
    fn was_refused_rightly(&self, match_id: MatchId, hash: [u8; 32]) -> bool {
        let now = self.server.borrow().now();
        let ended = self.model.matches.get(&match_id).and_then(|of| of.end);
        let code = self.refusal(match_id, hash);
        let late =
            ended.is_some_and(|(_, at)| now - at > LATE_FOR_S) && code.as_deref() == Some("match-ended");
        // Whoever went back in time may write under numbers that are taken, and writes again under another name.
        late || self.plan.phone_restores && code.as_deref() == Some("wrong-sequence")
    }

    /// What the phone saved is on it, what others wrote is known to the model, and what it took back stays so.
    pub(super) fn check_phone(&self, n: usize) -> Result<(), Broken> {
        if self.hands[n].misled {
            return Ok(());
        }
        let phone = &self.hands[n].phone;
        let caseload: BTreeSet<MatchId> = phone.caseload().into_iter().collect();
        let rows = phone.entries();
        let mut own = 0;
        for (match_id, key, voided) in &rows {
            let named = (*match_id, key.clone());
            let Some(entry) = self.model.entries.get(&named) else {
                if self.model.forgotten.entries.contains(&named) {
                    continue;
                }
                return Err(format!("phone {n} shows {key} of {match_id}, which nobody saved"));
            };
            if entry.voided_on.contains(&n) && !voided && !self.model.forgotten.voids.contains(&named) {
                return Err(format!("{key} of {match_id} was taken back on phone {n}, and stands again"));
            }
            own += usize::from(entry.phone == n);
        }
        let saved =
            self.model.entries.iter().filter(|((id, _), entry)| entry.phone == n && caseload.contains(id));
        let saved = saved.count();
        if own == saved {
            Ok(())
        } else {
            Err(format!("phone {n} shows {own} of the {saved} entries that it saved"))
        }
    }

    pub(super) fn check_sync(
        &mut self,
        n: usize,
        trip: &Trip,
        before: i64,
        synced: &Synced,
    ) -> Result<(), Broken> {
        let stale = trip.exchanges.iter().any(|exchange| exchange.fault == Fault::StaleAnswer);
        match &synced.result {
            // Whoever believes an old answer may stand where it stood then; what must hold is checked at its next sync.
            // Whoever believes an old answer is put right by its next sync.
            _ if stale => Ok(()),
            Ok(_) if trip.fuse.is_some() => self.check_held(n),
            Ok(_) => {
                self.hands[n].misled = false;
                self.check_after_sync(n)
            }
            Err(error) => {
                let excused = synced.disturbed
                    || trip.fuse.is_some()
                    || self.server_full
                    || self.hands[n].phone.full
                    || self.hands[n].shut_out
                    || matches!(error, SyncError::Link(LinkError::NotPaired));
                if !excused {
                    return Err(format!("phone {n} could not sync, and nothing was wrong: {error}"));
                }
                if self.hands[n].phone.cursor() > before { self.check_held(n) } else { Ok(()) }
            }
        }
    }

    /// After a whole sync the phone has what its mentor may have, as the server has it, and nothing of anybody else.
    pub(super) fn check_after_sync(&mut self, n: usize) -> Result<(), Broken> {
        let phone = &self.hands[n].phone;
        let wanted = self.model.caseload(phone.mentor);
        let caseload: BTreeSet<MatchId> = phone.caseload().into_iter().collect();
        if caseload != wanted {
            let (more, less) = (caseload.difference(&wanted).count(), wanted.difference(&caseload).count());
            return Err(format!("phone {n} has {more} matches too many and {less} too few after its sync"));
        }
        self.check_nobody_else(n)?;
        self.check_reference_rows(n)?;
        let waiting: BTreeSet<MatchId> = self.hands[n].waiting.iter().map(|(id, _)| *id).collect();
        let counts = self.entry_counts(n);
        for match_id in caseload.iter().filter(|id| !waiting.contains(id)) {
            let held = self.mirror.records.get(match_id);
            let theirs = held.map_or((0, 0), |held| {
                let voided = held.view.entries.iter().filter(|entry| entry.is_voided()).count();
                (held.view.entries.len(), voided)
            });
            let ours = counts.iter().find(|(id, _)| id == match_id).map_or((0, 0), |(_, counts)| *counts);
            if ours != theirs {
                return Err(format!("phone {n} shows {ours:?} entries of {match_id}, the server {theirs:?}"));
            }
        }
        let sample: Vec<MatchId> = caseload.into_iter().filter(|id| !waiting.contains(id)).collect();
        match self.chance.pick(&sample).copied() {
            Some(match_id) if self.chance.in_thousand(250) => self.check_equal(n, match_id),
            _ => Ok(()),
        }
    }

    /// The record of the match is the same on the phone and on the server.
    pub(super) fn check_equal(&self, n: usize, match_id: MatchId) -> Result<(), Broken> {
        let ours = self.hands[n].phone.core.borrow().record_hash(match_id);
        let ours = ours.map_err(|error| format!("phone {n} cannot read {match_id}: {error}"))?;
        let theirs = match self.mirror.records.get(&match_id) {
            Some(held) => held.hash(),
            None => MatchRecord::new().map_err(|error| error.to_string())?.canonical_hash(),
        };
        if ours == theirs {
            Ok(())
        } else {
            Err(format!("{match_id} is another record on phone {n} than on the server"))
        }
    }

    fn entry_counts(&self, n: usize) -> Vec<(MatchId, (usize, usize))> {
        let sql = "SELECT match_id, count(*), count(voided_at) FROM entry GROUP BY match_id";
        self.hands[n].phone.look(|db| {
            db.prepare_cached(sql)?
                .query_map([], |row| {
                    let counts = (row.get::<_, i64>(1)? as usize, row.get::<_, i64>(2)? as usize);
                    Ok((MatchId::from_bytes(row.get(0)?), counts))
                })?
                .collect()
        })
    }

    /// Nothing of a student or a record that the mentor does not have; but for what is still to be handed in.
    fn check_nobody_else(&self, n: usize) -> Result<(), Broken> {
        let sql = "SELECT (SELECT count(*) FROM student WHERE id NOT IN (SELECT student_id FROM match))
                        + (SELECT count(*) FROM record WHERE match_id NOT IN (SELECT id FROM match))
                        + (SELECT count(*) FROM change WHERE state = 'sent' AND match_id NOT IN (SELECT id FROM match))
                        + (SELECT count(*) FROM entry WHERE match_id NOT IN (SELECT id FROM match))
                        + (SELECT count(*) FROM calendar_mark WHERE match_id NOT IN (SELECT id FROM match))";
        let foreign: i64 =
            self.hands[n].phone.look(|db| db.prepare_cached(sql)?.query_row([], |row| row.get(0)));
        if foreign == 0 {
            Ok(())
        } else {
            Err(format!("phone {n} holds {foreign} rows of students who are not its mentor's"))
        }
    }

    fn check_reference_rows(&self, n: usize) -> Result<(), Broken> {
        let phone = &self.hands[n].phone;
        let sql = "SELECT student.id, first_name, (SELECT count(*) FROM attendance_day WHERE student_id = student.id)
                   FROM student";
        let rows: Vec<([u8; 16], String, i64)> = phone.look(|db| {
            db.prepare_cached(sql)?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect()
        });
        for (id, name, days) in rows {
            let Some(student) = self.model.students.iter().find(|student| *student.id.as_bytes() == id)
            else {
                return Err(format!("phone {n} has a student whom nobody enrolled"));
            };
            if student.name != name {
                return Err(format!("phone {n} calls a student {name}, the school {}", student.name));
            }
            let recorded = student.recorded.len();
            if usize::try_from(days).ok() != Some(recorded) {
                return Err(format!("phone {n} knows {days} days of {name}, the school {recorded}"));
            }
        }
        Ok(())
    }

    /// After a sync that broke off: everything up to the cursor is here.
    fn check_held(&self, n: usize) -> Result<(), Broken> {
        if self.hands[n].misled {
            return Ok(());
        }
        let phone = &self.hands[n].phone;
        let cursor = phone.cursor();
        for match_id in phone.caseload() {
            let Some(held) = self.mirror.records.get(&match_id) else { continue };
            let record = self.record_on(n, match_id)?;
            let below = held.changes.iter().filter(|(seq, _)| *seq <= cursor);
            let missing =
                below.filter(|(_, hash)| !record.holds(&daymark_documents::ChangeHash(*hash))).count();
            if missing > 0 {
                return Err(format!(
                    "the cursor of phone {n} is at {cursor}, and {missing} changes of {match_id} below it are not here"
                ));
            }
        }
        Ok(())
    }

    pub(super) fn record_on(&self, n: usize, match_id: MatchId) -> Result<MatchRecord, Broken> {
        let (saved, changes): (Option<Vec<u8>>, Vec<Vec<u8>>) = self.hands[n].phone.look(|db| {
            let saved = "SELECT max(document) FROM record WHERE match_id = ?1";
            let saved =
                db.prepare_cached(saved)?.query_row(params![match_id.as_bytes()], |row| row.get(0))?;
            let changes = "SELECT bytes FROM change WHERE match_id = ?1 ORDER BY position";
            let changes = db
                .prepare_cached(changes)?
                .query_map(params![match_id.as_bytes()], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            Ok((saved, changes))
        });
        let damaged = |error| format!("{match_id} on phone {n} cannot be read: {error}");
        let mut record =
            saved.map_or_else(MatchRecord::new, |saved| MatchRecord::load(&saved)).map_err(damaged)?;
        record.apply(&changes).map_err(damaged)?;
        Ok(record)
    }
}
