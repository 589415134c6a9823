//! Data that goes back in time: a phone put back to an older image, a server restored from yesterday.

use std::collections::BTreeSet;

use daymark_domain::{MatchId, SchoolDay};
use daymark_sqlite::rusqlite::params;

use super::phone::Waiting;
use super::world::{Broken, World};

/// Beyond every serial that was given out since the image.
const SERIALS_LEFT_OUT: i64 = 10_000;

impl World {
    /// What the phone had not sent since the image is gone with it; all else must come back.
    pub(super) fn restore_phone(&mut self, phone: usize, noticed: bool) -> Result<(), Broken> {
        let n = self.index(phone);
        if !self.hands[n].phone.restore_image(noticed) {
            return Ok(());
        }
        self.log.injected("phone put back to an older image");
        let waiting = self.hands[n].phone.waiting();
        self.hands[n].waiting = waiting.into_iter().map(Waiting::by_hash).collect();
        self.hands[n].shut_out = !self.knows(n);
        self.forget(n);
        Ok(())
    }

    fn forget(&mut self, n: usize) {
        let rows = self.hands[n].phone.entries();
        let mut there: BTreeSet<(MatchId, String)> =
            rows.iter().map(|(id, key, _)| (*id, key.clone())).collect();
        let waiting = self.hands[n].phone.waiting().into_iter();
        there.extend(waiting.filter_map(|one| Some((one.match_id, one.key?))));
        for (id, held) in &self.mirror.records {
            there.extend(held.view.entries.iter().map(|entry| (*id, entry.key.to_string())));
        }
        let own = self.model.entries.iter().filter(|(_, entry)| entry.phone == n);
        let gone: Vec<_> =
            own.map(|(named, _)| named.clone()).filter(|named| !there.contains(named)).collect();
        for named in gone {
            self.model.entries.remove(&named);
            self.model.forgotten.entries.insert(named);
        }
        let voided = self.model.entries.iter().filter(|(_, entry)| entry.voided_on.contains(&n));
        self.model.forgotten.voids.extend(voided.map(|(named, _)| named.clone()));
        let marked = self.model.marks.iter().filter(|(_, by)| by.contains_key(&n));
        self.model.forgotten.marks.extend(marked.map(|(day, _)| *day));
    }

    /// Whether the server knows the phone as it is now.
    fn knows(&self, n: usize) -> bool {
        let Some(device) = self.hands[n].phone.device() else { return false };
        let sql = "SELECT EXISTS (SELECT 1 FROM device WHERE id = ?1 AND revoked_at IS NULL)";
        self.server.borrow().read(|db| db.query_row(sql, [device.as_bytes()], |row| row.get(0)))
    }

    /// The server goes back to its image; what the coordinator and the office did since, they do once more.
    pub(super) async fn restore_server(&mut self) -> Result<(), Broken> {
        let Some(image) = self.server_image.take() else { return Ok(()) };
        self.log.injected("server put back to an older image");
        self.server.borrow_mut().start_on(image);
        self.server_full = false;
        self.mirror.forget();
        let log_id: [u8; 8] = self.chance.bytes();
        self.server.borrow().write(|db| {
            // As `daymark-server restore` does, with numbers of the seed's.
            db.execute("UPDATE school SET log_id = ?1", params![log_id])?;
            db.execute(
                "UPDATE device_serial SET at_least = max(at_least, coalesce((SELECT max(serial) FROM device), 0)) + ?1",
                params![SERIALS_LEFT_OUT],
            )
        });
        self.look_at_server()?;
        self.forget_what_nobody_holds()?;
        self.do_again().await;
        for n in 0..self.hands.len() {
            self.hands[n].shut_out = !self.knows(n);
        }
        Ok(())
    }

    /// What neither the image nor any phone has cannot come back. That is so for one reason alone, which
    /// `docs/ARCHITECTURE.md` names as a gap: the student had left the phone that wrote it before the server was put back,
    /// as a match that ended asks for. Of a student who is still there, a phone that does not hold what it wrote has lost it.
    fn forget_what_nobody_holds(&mut self) -> Result<(), Broken> {
        let lost = self.model.acknowledged.keys().filter(|(id, hash)| !self.mirror.holds(*id, *hash));
        let lost: BTreeSet<(MatchId, [u8; 32])> = lost.copied().collect();
        let matches: BTreeSet<MatchId> = lost.iter().map(|(id, _)| *id).collect();
        let mut held = BTreeSet::new();
        let mut shown = BTreeSet::new();
        for n in 0..self.hands.len() {
            shown.extend(self.hands[n].phone.entries().into_iter().map(|(id, key, _)| (id, key)));
            let waiting = self.hands[n].phone.waiting().into_iter();
            shown.extend(waiting.filter_map(|one| Some((one.match_id, one.key?))));
            for match_id in self.hands[n].phone.caseload().into_iter().filter(|id| matches.contains(id)) {
                let hashes = self.record_on(n, match_id)?.changes();
                held.extend(hashes.into_iter().map(|(hash, _)| (match_id, hash.0)));
            }
        }
        for gone in lost.difference(&held) {
            let Some(n) = self.model.acknowledged.remove(gone) else { continue };
            if self.hands[n].phone.caseload().contains(&gone.0) && !self.plan.phone_restores {
                return Err(format!("phone {n} has the student of {} and not what it wrote of them", gone.0));
            }
        }
        for (id, record) in &self.mirror.records {
            shown.extend(record.view.entries.iter().map(|entry| (*id, entry.key.to_string())));
        }
        let gone: Vec<_> =
            self.model.entries.keys().filter(|named| !shown.contains(*named)).cloned().collect();
        for named in gone {
            self.model.entries.remove(&named);
            self.model.forgotten.entries.insert(named);
        }
        // What was taken back, or marked, in a record of which a part is gone may stand again.
        let touched: BTreeSet<MatchId> = lost.difference(&held).map(|(id, _)| *id).collect();
        let voids = self.model.entries.keys().filter(|(id, _)| touched.contains(id));
        self.model.forgotten.voids.extend(voids.cloned());
        let marks = self.model.marks.keys().filter(|(id, _)| touched.contains(id));
        self.model.forgotten.marks.extend(marks.copied());
        Ok(())
    }

    async fn do_again(&mut self) {
        for mentor in 0..self.model.mentors.len() {
            if self.model.mentors[mentor].clear {
                self.model.mentors[mentor].clear = false;
                self.give_back(mentor).await;
            } else {
                self.hold_back(mentor).await;
            }
        }
        let known: BTreeSet<MatchId> = self.server.borrow().read(|db| {
            db.prepare("SELECT id FROM match WHERE end_day IS NULL")?
                .query_map([], |row| row.get(0).map(MatchId::from_bytes))?
                .collect()
        });
        let ended: Vec<MatchId> = known
            .into_iter()
            .filter(|id| self.model.matches.get(id).is_none_or(|of| of.end.is_some()))
            .collect();
        for id in ended {
            self.end_this_match(id).await;
        }
        self.begin_missing_matches().await;
        self.rename_again();
        self.read_recorded();
    }

    async fn begin_missing_matches(&mut self) {
        let there: BTreeSet<MatchId> = self.server.borrow().read(|db| {
            db.prepare("SELECT id FROM match")?
                .query_map([], |row| row.get(0).map(MatchId::from_bytes))?
                .collect()
        });
        let missing: Vec<_> = self
            .model
            .matches
            .iter()
            .filter(|(id, _)| !there.contains(id))
            .map(|(id, of)| (*id, of.clone()))
            .collect();
        // Ended ones first: two of one student and one mentor cannot both be active.
        let (ended, active): (Vec<_>, Vec<_>) = missing.into_iter().partition(|(_, of)| of.end.is_some());
        for (id, of) in ended {
            self.add_match(id, &of).await;
            self.end_this_match(id).await;
        }
        for (id, of) in active {
            self.add_match(id, &of).await;
        }
    }

    fn rename_again(&self) {
        let school = self.school.id;
        self.server.borrow().write(|db| {
            db.execute("UPDATE school SET seq = seq + 1 WHERE id = ?1", params![school.as_bytes()])?;
            for student in &self.model.students {
                db.execute(
                    "UPDATE student SET given_name = ?2, seq = (SELECT seq FROM school WHERE id = ?3) WHERE id = ?1",
                    params![student.id.as_bytes(), student.name, school.as_bytes()],
                )?;
            }
            Ok(())
        });
    }

    /// The office's files since the image are not imported again: what is recorded is what the image says.
    fn read_recorded(&mut self) {
        let sql = "SELECT day FROM attendance_event WHERE student_id = ?1 AND superseded_by IS NULL";
        let server = self.server.borrow();
        for student in &mut self.model.students {
            let days: Vec<i32> = server
                .read(|db| db.prepare(sql)?.query_map([student.id.as_bytes()], |row| row.get(0))?.collect());
            student.recorded = days.into_iter().filter_map(SchoolDay::from_number).collect();
        }
    }
}
