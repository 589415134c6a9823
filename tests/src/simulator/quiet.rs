//! When everything works again and everybody has synced: all hold the same, and the figures are those of the model.

use std::collections::BTreeSet;

use daymark_documents::MatchRecord;
use daymark_domain::{CalendarMark, MatchId, SchoolDay, Week};
use daymark_mentor_core::storage::projection;
use daymark_server::service::week::week;
use daymark_server::store::sqlite::PROJECTIONS;

use super::model::{Match, Named};
use super::steps::Trip;
use super::world::{Broken, World};
use crate::rows::rows_of;

impl World {
    /// Ends all faults, lets everybody sync, and compares everything.
    pub(super) async fn quiet(&mut self) -> Result<(), Broken> {
        self.network.deliver_late(usize::MAX).await;
        self.look_at_server()?;
        self.server.borrow().set_full(false);
        self.server_full = false;
        for n in 0..self.hands.len() {
            self.hands[n].phone.set_full(false);
            if self.hands[n].shut_out {
                self.pair(n, false).await?;
            }
        }
        // What the last phone sends reaches the first one in the second round; in the third nobody has anything to say.
        for _ in 0..3 {
            for n in 0..self.hands.len() {
                self.sync_quietly(n).await?;
            }
        }
        for n in 0..self.hands.len() {
            self.check_quiet_phone(n)?;
        }
        self.check_acknowledged()?;
        self.check_rebuilt_server().await?;
        self.check_against_model()?;
        self.check_marks()?;
        self.check_saved_records()?;
        for _ in 0..2 {
            let day = self.chance.pick(&self.school.days).copied();
            if let Some(day) = day {
                self.check_week(day.week()).await?;
            }
        }
        Ok(())
    }

    async fn sync_quietly(&mut self, n: usize) -> Result<(), Broken> {
        let synced = self.sync_with(n, &Trip::default()).await?;
        self.absorb(n, &[])?;
        self.check_phone(n)?;
        synced.result.map_err(|error| format!("phone {n} cannot sync though everything works: {error}"))?;
        self.check_after_sync(n)
    }

    fn check_quiet_phone(&mut self, n: usize) -> Result<(), Broken> {
        let unsent = self.hands[n].phone.waiting().iter().filter(|one| !one.refused).count();
        if unsent > 0 {
            return Err(format!("{unsent} changes still wait on phone {n} though everything works"));
        }
        for match_id in self.hands[n].phone.caseload() {
            if !self.has_refusals(match_id) {
                self.check_equal(n, match_id)?;
            }
        }
        let before = self.shown(n);
        let rebuilt = projection::rebuild(self.hands[n].phone.core.borrow_mut().database());
        rebuilt.map_err(|error| format!("phone {n} cannot write its rows again: {error}"))?;
        if before == self.shown(n) {
            Ok(())
        } else {
            Err(format!("phone {n} shows other rows when they are written again from its records"))
        }
    }

    fn shown(&self, n: usize) -> Vec<String> {
        self.hands[n].phone.look(|db| rows_of(db, &projection::TABLES))
    }

    /// What a phone was told that it was taken is there, also after the server was put back and its phones have spoken.
    fn check_acknowledged(&self) -> Result<(), Broken> {
        let lost = self.model.acknowledged.keys().filter(|(id, hash)| !self.mirror.holds(*id, *hash)).count();
        match lost {
            0 => Ok(()),
            lost => Err(format!("{lost} changes that the server had acknowledged are not on it")),
        }
    }

    async fn check_rebuilt_server(&mut self) -> Result<(), Broken> {
        let before = self.projected();
        for row in &before {
            self.log.digest(row.as_bytes());
        }
        let app = self.server.borrow().app().clone();
        let rebuilt = app.store.rebuild_projections(self.school.id).await;
        rebuilt.map_err(|error| format!("the server cannot write its rows again: {error}"))?;
        let after = self.projected();
        let differs = before.iter().zip(&after).find(|(one, other)| one != other);
        match differs {
            None if before.len() == after.len() => Ok(()),
            None => Err(format!("the server wrote {} rows again, it had {}", after.len(), before.len())),
            Some((one, other)) => Err(format!("the server had the row {one} and wrote {other}")),
        }
    }

    fn projected(&self) -> Vec<String> {
        self.server.borrow().read(|db| rows_of(db, &PROJECTIONS))
    }

    /// Whether something of the record was refused, now or so long ago that the server has deleted what it set aside.
    pub(super) fn has_refusals(&self, match_id: MatchId) -> bool {
        let set_aside = self.model.set_aside.range((match_id, [0_u8; 32])..=(match_id, [u8::MAX; 32]));
        set_aside.count() > 0 || self.is_in_quarantine(match_id)
    }

    fn is_in_quarantine(&self, match_id: MatchId) -> bool {
        self.server.borrow().read(|db| {
            let sql = "SELECT EXISTS (SELECT 1 FROM quarantine WHERE match_id = ?1)";
            db.prepare_cached(sql)?.query_row([match_id.as_bytes()], |row| row.get(0))
        })
    }

    /// Every entry that anybody saved is on the server, as it was left, and no other; but for those that it refused rightly,
    /// each by its name.
    fn check_against_model(&self) -> Result<(), Broken> {
        let mut found = BTreeSet::new();
        for (match_id, held) in &self.mirror.records {
            let refused = self.has_refusals(*match_id);
            for entry in &held.view.entries {
                let named = (*match_id, entry.key.to_string());
                let Some(known) = self.model.entries.get(&named) else {
                    if self.model.forgotten.entries.contains(&named) {
                        continue;
                    }
                    return Err(format!("the server holds {} of {match_id}, which nobody saved", entry.key));
                };
                let voided = !known.voided_on.is_empty();
                let forgotten = self.model.forgotten.voids.contains(&named);
                if entry.is_voided() != voided && !refused && !forgotten {
                    return Err(format!("{} of {match_id}: taken back {voided} by the mentor", entry.key));
                }
                if entry.day != known.day {
                    return Err(format!(
                        "{} of {match_id} is about {}, not {}",
                        entry.key, known.day, entry.day
                    ));
                }
                found.insert(named);
            }
        }
        let refused = self.refused_entries();
        let lacks = |named: &&Named| {
            !found.contains(*named) && !refused.contains(*named) && !self.may_be_renamed(named.0)
        };
        let missing: Vec<&Named> = self.model.entries.keys().filter(lacks).collect();
        match missing.first() {
            None => Ok(()),
            Some((match_id, key)) => Err(format!(
                "the server lacks {} of {} entries that were saved, and refused {}; the first is {key} of {match_id}",
                missing.len(),
                self.model.entries.len(),
                refused.len()
            )),
        }
    }

    fn refused_entries(&self) -> BTreeSet<Named> {
        let set_aside = self.model.set_aside.iter();
        set_aside.filter_map(|((match_id, _), key)| Some((*match_id, key.clone()?))).collect()
    }

    /// A phone that was put back, and finds its numbers taken, writes under another name; then only what else is there is looked at.
    fn may_be_renamed(&self, match_id: MatchId) -> bool {
        self.plan.phone_restores && self.has_refusals(match_id)
    }

    /// A day that only one phone ever marked shows what it marked last.
    fn check_marks(&self) -> Result<(), Broken> {
        for ((match_id, day), by) in &self.model.marks {
            let (1, Some(mark)) = (by.len(), by.values().next()) else { continue };
            if self.has_refusals(*match_id) || self.model.forgotten.marks.contains(&(*match_id, *day)) {
                continue;
            }
            let shown = self.mirror.records.get(match_id).and_then(|held| held.view.marks.get(day));
            if shown != Some(&BTreeSet::from([*mark])) {
                return Err(format!(
                    "{day} of {match_id} was marked {}, the server shows {shown:?}",
                    word(*mark)
                ));
            }
        }
        Ok(())
    }

    fn check_saved_records(&self) -> Result<(), Broken> {
        for (match_id, held) in &self.mirror.records {
            let again =
                MatchRecord::load(&held.record.save()).map_err(|error| format!("{match_id}: {error}"))?;
            if again.canonical_hash() != held.hash() {
                return Err(format!("{match_id} is another record when it was saved and loaded"));
            }
        }
        Ok(())
    }

    /// The team's page says of each match how often the student was reached in that week.
    async fn check_week(&self, of: Week) -> Result<(), Broken> {
        let app = self.server.borrow().app().clone();
        let school = app.store.school(self.school.id).await;
        let Ok(Some(school)) = school else { return Err("the server does not know its school".to_owned()) };
        let view = week(app.store.as_ref(), school, Some(of.monday), app.clock.now()).await;
        let view = view.map_err(|error| format!("the team's week cannot be shown: {error}"))?;
        for row in &view.rows {
            let Some(matched) = self.model.matches.get(&row.of.id) else {
                return Err(format!("the team's page shows {}, which is no match", row.of.id));
            };
            if self.has_refusals(row.of.id) {
                continue;
            }
            let done = self.days_reached(row.of.id, matched, of).len();
            if row.dosage.done as usize != done && !self.plan.phone_restores && !self.plan.server_restores {
                return Err(format!(
                    "the team's page says {} days in the week of {} for {}, people did {done}",
                    row.dosage.done, of.monday, row.of.id
                ));
            }
        }
        Ok(())
    }

    fn days_reached(&self, match_id: MatchId, matched: &Match, of: Week) -> BTreeSet<SchoolDay> {
        let inside = |day: SchoolDay| {
            of.contains(day) && matched.start_day <= day && matched.end.is_none_or(|(end, _)| day < end)
        };
        self.model
            .entries
            .iter()
            .filter(|((id, _), entry)| *id == match_id && entry.reached && entry.voided_on.is_empty())
            .map(|(_, entry)| entry.day)
            .filter(|day| inside(*day))
            .collect()
    }
}

fn word(mark: CalendarMark) -> &'static str {
    mark.word()
}
