//! What must hold after a sync: the phone has what its mentor may have, as the server has it, and nothing else.

use std::collections::BTreeSet;

use daymark_documents::MatchRecord;
use daymark_domain::MatchId;
use daymark_mentor_core::sync::SyncError;
use daymark_protocol::LinkError;
use daymark_sqlite::rusqlite::params;

use super::steps::Trip;
use super::world::{Broken, Synced, World};

impl World {
    pub(super) fn check_sync(
        &mut self,
        n: usize,
        trip: &Trip,
        before: i64,
        synced: &Synced,
    ) -> Result<(), Broken> {
        match &synced.result {
            Ok(_) if trip.fuse.is_some() => self.check_held(n),
            Ok(_) => self.check_after_sync(n),
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
        let waiting: BTreeSet<MatchId> = self.hands[n].waiting.keys().map(|(id, _)| *id).collect();
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
