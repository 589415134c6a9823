//! What a coordinator and the office do.

use std::collections::BTreeSet;
use std::io::Write;

use daymark_demo::let_in;
use daymark_domain::MatchId;
use daymark_mentor_core::sync::{Wanted, look_for_answer, pair};
use daymark_protocol::access::Leaving;
use daymark_server::imports::{ImportOptions, import_attendance};
use daymark_server::service::{clearing, pairing};
use daymark_server::store::accounts::Role;
use daymark_server::store::matches::{MatchAdded, MatchEnd, NewMatch};
use daymark_server::store::mentor_files::{MentorEntry, MentorFact};
use daymark_server::store::pairing::Revocation;
use daymark_server::store::sessions::SignedIn;
use daymark_sqlite::rusqlite::params;

use super::chance::Chance;
use super::files::folder;
use super::model::Match;
use super::network::PairLink;
use super::phone::Phone;
use super::taps::school_day;
use super::world::{Broken, Hand, World};

impl World {
    fn today(&self) -> daymark_domain::SchoolDay {
        school_day(self.school.zone, self.server.borrow().now())
    }

    pub(super) async fn begin_match(&mut self, mentor: usize, student: usize) {
        let id = MatchId::from_bytes(self.chance.bytes());
        let of = Match { mentor, student, start_day: self.today(), end: None };
        if self.add_match(id, &of).await {
            self.model.matches.insert(id, of);
        }
    }

    pub(super) async fn add_match(&self, id: MatchId, of: &Match) -> bool {
        let app = self.server.borrow().app().clone();
        let new = NewMatch {
            id,
            school_id: self.school.id,
            student_id: self.model.students[of.student].id,
            mentor_id: self.model.mentors[of.mentor].id,
            start_day: of.start_day,
            wake_up_calls: false,
            rationale: None,
            by: self.school.coordinator,
            at: app.clock.now(),
        };
        let added = app.store.add_match(new).await;
        self.log.note(format!("  match {id} of mentor {} and student {}", of.mentor, of.student));
        matches!(added, Ok(MatchAdded::Yes(_)))
    }

    pub(super) async fn end_match(&mut self, roll: u64) {
        let active: Vec<MatchId> =
            self.model.matches.iter().filter(|(_, of)| of.end.is_none()).map(|(id, _)| *id).collect();
        if let Some(id) = Chance::of(roll, 9).pick(&active).copied() {
            self.end_this_match(id).await;
        }
    }

    pub(super) async fn end_this_match(&mut self, id: MatchId) {
        let app = self.server.borrow().app().clone();
        let end = MatchEnd {
            id,
            school_id: self.school.id,
            end_day: self.today(),
            reason: "rematch".to_owned(),
            by: self.school.coordinator,
            at: app.clock.now(),
        };
        let (day, at) = (end.end_day, end.at);
        if let (Ok(true), Some(of)) = (app.store.end_match(end).await, self.model.matches.get_mut(&id)) {
            of.end = Some((day, at));
            self.log.note(format!("  match {id} ended"));
        }
    }

    pub(super) async fn hold_back(&mut self, mentor: usize) {
        let (id, school) = (self.model.mentors[mentor].id, self.school.id);
        let app = self.server.borrow().app().clone();
        let Ok(Some(file)) = app.store.mentor_file(school, id).await else { return };
        let at = app.clock.now();
        let mut took = false;
        for signature in file.signatures.iter().filter(|signature| !signature.taken_back) {
            let fact = MentorFact::Agreement;
            let taken =
                app.store.take_back(school, id, fact, signature.id, self.school.coordinator, at).await;
            took |= taken.is_ok_and(|there| there);
        }
        if took {
            self.model.mentors[mentor].clear = false;
        }
    }

    pub(super) async fn give_back(&mut self, mentor: usize) {
        let of = &self.model.mentors[mentor];
        if of.clear {
            return;
        }
        let app = self.server.borrow().app().clone();
        let everything = clearing::everything(&of.name, self.today());
        let signed = everything.into_iter().find(|entry| matches!(entry, MentorEntry::Agreement(_)));
        let Some(signed) = signed else { return };
        let (at, by) = (app.clock.now(), self.school.coordinator);
        if app.store.write_down(self.school.id, of.id, signed, by, at).await.is_ok_and(|there| there) {
            self.model.mentors[mentor].clear = true;
        }
    }

    /// A day of the office's file: some students were late or away.
    pub(super) fn import_attendance(&mut self, roll: u64) -> Result<(), Broken> {
        let mut chance = Chance::of(roll, 10);
        let day = self.today().minus(1 + chance.below(5) as u64);
        if !self.school.days.contains(&day) {
            return Ok(());
        }
        let files = folder();
        let path = files.path().join("attendance.csv");
        let mut named = BTreeSet::new();
        let mut file = std::fs::File::create(&path).map_err(|error| error.to_string())?;
        let mut text = "student_id,school_id,date,category,reason,duration\n".to_owned();
        for n in 0..self.model.students.len() {
            if chance.in_thousand(300) {
                let words = ["absent_excused", "absent_unexcused", "tardy"];
                let word = chance.pick(&words).copied().unwrap_or("tardy");
                text += &format!("{},{},{day},{word},,\n", self.model.students[n].sis_id, self.school.sis_id);
                named.insert(n);
            }
        }
        file.write_all(text.as_bytes()).map_err(|error| error.to_string())?;
        let server = self.server.borrow();
        match import_attendance(server.store(), &path, &ImportOptions::at(server.now())) {
            Ok(report) if report.problems.is_empty() => {
                named.iter().for_each(|n| {
                    self.model.students[*n].recorded.insert(day);
                });
            }
            Ok(report) => {
                return Err(format!("the office's file was refused: {:?}", report.problems.first()));
            }
            Err(error) if self.server_full => self.log.note(format!("  not imported: {error}")),
            Err(error) => return Err(format!("the office's file could not be imported: {error}")),
        }
        Ok(())
    }

    pub(super) fn rename(&mut self, student: usize) {
        let n = student % self.model.students.len();
        let name = format!("Student {n} or {}", self.chance.below(1_000));
        let (id, school) = (self.model.students[n].id, self.school.id);
        let server = self.server.borrow();
        let done = server.store().write_blocking(|tx| {
            tx.execute("UPDATE school SET seq = seq + 1 WHERE id = ?1", params![school.as_bytes()])?;
            tx.execute(
                "UPDATE student SET given_name = ?2, seq = (SELECT seq FROM school WHERE id = ?3) WHERE id = ?1",
                params![id.as_bytes(), name, school.as_bytes()],
            )?;
            Ok(())
        });
        if done.is_ok() {
            self.model.students[n].name = name;
        }
    }

    pub(super) async fn new_phone(&mut self, mentor: usize) -> Result<(), Broken> {
        let chance = Chance::of(self.chance.draw(), 11);
        let phone = Phone::new(mentor, self.hand.clone(), chance);
        let (answers, waiting) = Default::default();
        self.hands.push(Hand { phone, answers, waiting, shut_out: true });
        self.pair(self.hands.len() - 1, false).await
    }

    pub(super) async fn pair_again(&mut self, phone: usize, answer_lost: bool) -> Result<(), Broken> {
        let n = self.index(phone);
        // A phone that works is paired again seldom: by somebody who lost patience.
        if !self.hands[n].shut_out && !self.chance.in_thousand(300) {
            return Ok(());
        }
        self.pair(n, answer_lost).await
    }

    pub(super) async fn pair(&mut self, n: usize, answer_lost: bool) -> Result<(), Broken> {
        let app = self.server.borrow().app().clone();
        let who = SignedIn {
            staff_id: self.school.coordinator,
            name: "Coordinator".to_owned(),
            role: Role::Coordinator,
            school_id: self.school.id,
            form_token: String::new(),
            second_factor_by: None,
        };
        let mentor = self.model.mentors[self.hands[n].phone.mentor].id;
        let Ok(Some(invite)) = pairing::invite(&app, &who, mentor).await else {
            self.log.note("  no invitation");
            return Ok(());
        };
        let link = PairLink { network: self.network.clone(), answer_lost };
        let core = self.hands[n].phone.core.clone();
        let wanted =
            Wanted { server: "http://school", code: &invite.code, platform: "desktop", language: "en" };
        let paired = match pair(&core, &link, wanted).await {
            Ok(()) => {
                // A server without room cannot note the tap; the phone goes on waiting.
                let _ = let_in(&app, self.school.id, self.school.coordinator).await;
                look_for_answer(&core, &link).await
            }
            Err(failure) => Err(failure),
        };
        self.log.note(format!("  paired phone {n}: {}", paired.is_ok()));
        match paired {
            Ok(true) => self.hands[n].shut_out = false,
            Ok(false) if self.server_full => {}
            Ok(false) => return Err(format!("phone {n} was not let in")),
            Err(_) if answer_lost || self.server_full || self.hands[n].phone.full => {}
            Err(failure) => return Err(format!("phone {n} could not be paired: {failure:?}")),
        }
        Ok(())
    }

    pub(super) async fn revoke(&mut self, phone: usize) {
        let n = self.index(phone);
        let Some(device) = self.hands[n].phone.device() else { return };
        let app = self.server.borrow().app().clone();
        let (school, by, at) = (self.school.id, self.school.coordinator, app.clock.now());
        let revocation = Revocation { device, leaving: Leaving::Left, by, at };
        if app.store.revoke_device(school, revocation).await.is_ok_and(|there| there) {
            self.hands[n].shut_out = true;
        }
    }
}
