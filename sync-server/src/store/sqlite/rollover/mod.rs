//! The turn of the school year in SQLite.

use async_trait::async_trait;
use daymark_domain::{ClearanceGap, ClosureReason, MatchId, MentorId, SchoolDay, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Transaction, named_params, params};

use super::SqliteStore;
use super::access::{mentoring_rules, settle};
use super::closing::noted;
use super::mentors::facts::facts_of_school;
use super::values::{id, one, run};
use crate::store::StoreError;
use crate::store::closing::Author;
use crate::store::rollover::{RolloverStore, YearTurn, YearTurned};

#[async_trait]
impl RolloverStore for SqliteStore {
    async fn turn_the_year(&self, turn: YearTurn, author: Author) -> Result<YearTurned, StoreError> {
        self.write(move |tx| {
            let mut done = YearTurned::default();
            for old in &turn.go_on {
                let Some((student, status)) = of_old_year(tx, &turn, author, *old)? else { continue };
                end(tx, &turn, author, *old, ClosureReason::YearEnd)?;
                begin_anew(tx, &turn, author, *old, &status)?;
                noted(tx, author, "match_carried_over", student)?;
                done.went_on += 1;
            }
            for (old, reason) in &turn.end {
                let Some((student, _)) = of_old_year(tx, &turn, author, *old)? else { continue };
                end(tx, &turn, author, *old, *reason)?;
                noted(tx, author, "match_ended", student)?;
                done.ended += 1;
            }
            if done != YearTurned::default() {
                settle(tx, author.school_id, turn.today, author.at)?;
            }
            Ok(done)
        })
        .await
    }

    async fn papers_lacking(
        &self,
        school: SchoolId,
        on: SchoolDay,
    ) -> Result<Vec<(MentorId, Vec<ClearanceGap>)>, StoreError> {
        self.read(move |db| {
            let rules = mentoring_rules(db, school, on)?;
            let mentors = facts_of_school(db, school)?.into_iter();
            let lacking = mentors.map(|(mentor, known)| (mentor, known.facts.gaps(&rules, on)));
            Ok(lacking.filter(|(_, gaps)| !gaps.is_empty()).collect())
        })
        .await
    }
}

fn of_old_year(
    tx: &Transaction<'_>,
    turn: &YearTurn,
    author: Author,
    old: MatchId,
) -> Result<Option<(StudentId, String)>, StoreError> {
    let of = params![author.school_id.as_bytes(), old.as_bytes(), turn.first_day.number()];
    one(tx, include_str!("of_old_year.sql"), of, |row| Ok((id(row, 0, StudentId::from_bytes)?, row.get(1)?)))
}

fn end(
    tx: &Transaction<'_>,
    turn: &YearTurn,
    author: Author,
    old: MatchId,
    reason: ClosureReason,
) -> Result<(), StoreError> {
    let row = params![old.as_bytes(), turn.today.number(), reason.word(), author.at];
    run(tx, include_str!("end.sql"), row).map(|_| ())
}

fn begin_anew(
    tx: &Transaction<'_>,
    turn: &YearTurn,
    author: Author,
    old: MatchId,
    status: &str,
) -> Result<(), StoreError> {
    let next = MatchId::random();
    let row = named_params! {
        ":id": next.as_bytes(),
        ":old": old.as_bytes(),
        ":today": turn.today.number(),
        ":status": status,
        ":expected_end_day": turn.expected_end.number(),
        ":at": author.at,
    };
    run(tx, include_str!("begin.sql"), row)?;
    let carried = params![old.as_bytes(), next.as_bytes(), author.by.as_bytes(), author.at];
    run(tx, include_str!("carried.sql"), carried).map(|_| ())
}
