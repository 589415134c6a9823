//! The gate: no student's data goes to a phone unless the match is active with a basis that holds today and the mentor
//! is clear. All of it is decided here, at every change and once on each new school day.

mod lease;

use std::collections::BTreeMap;

use async_trait::async_trait;
use daymark_domain::{
    ClearanceGap, DeviceId, MatchAccess, MatchId, MentorFacts, MentorId, MentoringRules, Rules, SchoolDay,
    SchoolId, StudentId,
};
use daymark_sqlite::rusqlite::{Connection, Row, Transaction, params};

use super::SqliteStore;
use super::audit::note;
use super::log::next_seq;
use super::mentors::facts::facts_of_school;
use super::settings::settings;
use super::values::{all, id, one, optional_day, run, word};
use crate::service::rules::Rulebook;
use crate::service::school_time;
use crate::store::StoreError;
use crate::store::access::{AccessStore, LeaseTerms};
use crate::store::audit::AccessEvent;

#[async_trait]
impl AccessStore for SqliteStore {
    async fn settle_if_due(&self, school: SchoolId, today: SchoolDay, at: i64) -> Result<bool, StoreError> {
        if !self.read(move |db| is_due(db, school, today)).await? {
            return Ok(false);
        }
        self.write(move |tx| {
            let before = newest(tx, school)?;
            settle(tx, school, today, at)?;
            super::unread::purge(tx, at)?;
            Ok(newest(tx, school)? > before)
        })
        .await
    }

    async fn lease_terms(
        &self,
        device: DeviceId,
        today: SchoolDay,
    ) -> Result<Option<LeaseTerms>, StoreError> {
        self.read(move |db| lease::lease_terms(db, device, today)).await
    }

    async fn note_first_lease(&self, device: DeviceId, at: i64) -> Result<(), StoreError> {
        self.write_grouped(move |tx| {
            run(tx, include_str!("note_first_lease.sql"), params![device.as_bytes(), at]).map(drop)
        })
        .await
    }
}

/// Whether something changed since the school was settled, or its day is another one.
fn is_due(db: &Connection, school: SchoolId, today: SchoolDay) -> Result<bool, StoreError> {
    let settled =
        one(db, include_str!("settled.sql"), params![school.as_bytes()], |row| optional_day(row, 0))?;
    Ok(settled.flatten() != Some(today))
}

fn newest(db: &Connection, school: SchoolId) -> Result<i64, StoreError> {
    let found = one(db, include_str!("newest.sql"), params![school.as_bytes()], |row| Ok(row.get(0)?))?;
    found.ok_or(StoreError::Unreadable { what: "school" })
}

/// Gives and takes students by what stands written of matches and mentors on that day; who stood in until yesterday
/// does so no more. Where anything flips, or a mentor waits for something else than before, phones learn of it under one number of the log.
pub(crate) fn settle(
    db: &Transaction<'_>,
    school: SchoolId,
    today: SchoolDay,
    at: i64,
) -> Result<(), StoreError> {
    let over = params![school.as_bytes(), today.number(), at];
    run(db, include_str!("../substitutes/close_past.sql"), over)?;
    let rules = mentoring_rules(db, school, today)?;
    let mut clear = BTreeMap::new();
    let mut turning = Turning { db, school, at, seq: None };
    for (mentor, known) in facts_of_school(db, school)? {
        let gaps = known.facts.gaps(&rules, today);
        turning.say_what_is_missing(mentor, &known.waits_for, &gaps)?;
        clear.insert(mentor, gaps.is_empty());
    }
    for held in all(db, include_str!("matches.sql"), params![school.as_bytes()], held)? {
        let open = held.access.is_open(today) && clear.get(&held.mentor_id) == Some(&true);
        if open != held.is_on_phones {
            turning.turn(&held, open)?;
        }
    }
    super::field_grants::settle(db, school, today, at)?;
    run(db, include_str!("settle.sql"), params![school.as_bytes(), today.number()]).map(drop)
}

/// The same, on the day that it is at the school.
pub(crate) fn settle_now(db: &Transaction<'_>, school: SchoolId, at: i64) -> Result<(), StoreError> {
    let today = super::schools::by_id(db, school)?.map(|school| school_time::at(&school, at).day);
    settle(db, school, today.ok_or(StoreError::Unreadable { what: "school" })?, at)
}

/// The rules of the gate that hold for a school.
pub(crate) fn mentoring_rules(
    db: &Connection,
    school: SchoolId,
    today: SchoolDay,
) -> Result<MentoringRules, StoreError> {
    Ok(rules(db, school, today)?.mentoring)
}

fn rules(db: &Connection, school: SchoolId, today: SchoolDay) -> Result<Rules, StoreError> {
    let in_force = Rulebook::read(settings(db)?).rules(Some(school), today);
    // Settings that this version cannot use are told of where they are used for figures; the defaults ask for more.
    Ok(in_force.map(|in_force| in_force.rules).unwrap_or_default())
}

/// A match with whether phones hold it now.
struct Held {
    id: MatchId,
    mentor_id: MentorId,
    student_id: StudentId,
    access: MatchAccess,
    is_on_phones: bool,
}

fn held(row: &Row<'_>) -> Result<Held, StoreError> {
    let basis: Option<String> = row.get("basis")?;
    let basis = basis.map(|basis| basis.parse()).transpose();
    Ok(Held {
        id: id(row, 0, MatchId::from_bytes)?,
        mentor_id: id(row, 1, MentorId::from_bytes)?,
        student_id: id(row, 2, StudentId::from_bytes)?,
        access: MatchAccess {
            status: word(row, "status")?,
            basis: basis.map_err(|_| StoreError::Unreadable { what: "basis" })?,
            basis_from: optional_day(row, 5)?,
            basis_until: optional_day(row, 6)?,
            end_day: optional_day(row, 7)?,
        },
        is_on_phones: row.get(8)?,
    })
}

/// A settling under way, with its number of the log once it needs one.
struct Turning<'t> {
    db: &'t Transaction<'t>,
    school: SchoolId,
    at: i64,
    seq: Option<i64>,
}

impl Turning<'_> {
    fn seq(&mut self) -> Result<i64, StoreError> {
        let seq = match self.seq {
            Some(seq) => seq,
            None => next_seq(self.db, self.school, "access", None, self.at)?,
        };
        self.seq = Some(seq);
        Ok(seq)
    }

    fn say_what_is_missing(
        &mut self,
        mentor: MentorId,
        said: &str,
        gaps: &[ClearanceGap],
    ) -> Result<(), StoreError> {
        let missing = gaps.iter().map(|gap| gap.word()).collect::<Vec<_>>().join(" ");
        if missing == said {
            return Ok(());
        }
        let seq = self.seq()?;
        run(self.db, include_str!("say_what_is_missing.sql"), params![mentor.as_bytes(), missing, seq])
            .map(drop)
    }

    fn turn(&mut self, held: &Held, open: bool) -> Result<(), StoreError> {
        let seq = self.seq()?;
        let sql = if open { include_str!("give.sql") } else { include_str!("take.sql") };
        run(self.db, sql, params![held.id.as_bytes(), seq])?;
        let what = if open { "student_given_to_phone" } else { "student_taken_from_phone" };
        note(self.db, &AccessEvent::by_the_gate(self.at, self.school, what).about(held.student_id))
    }
}

/// What is known of a mentor, with what their phone was last told to wait for.
pub(crate) struct KnownMentor {
    /// What is written down.
    pub facts: MentorFacts,
    /// Words with a space between.
    pub waits_for: String,
}
