//! Matches in SQLite.

use async_trait::async_trait;
use daymark_domain::{MatchId, MentorId, SchoolDay, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Row, Transaction, params};

use super::SqliteStore;
use super::access::settle_now;
use super::audit::note;
use super::log::next_seq;
use super::proposals::{added_as_active, note_wake_up_calls};
use super::values::{all, day, id, one, optional_day, run, word};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::matches::{
    MatchAdded, MatchEnd, MatchStore, MatchSummary, NewMatch, StudentFound, StudentSearch,
};
use crate::store::name_search::{folded, has_each_word};
use crate::store::proposals::CaseChange;

#[async_trait]
impl MatchStore for SqliteStore {
    async fn find_students(&self, search: StudentSearch) -> Result<Vec<StudentFound>, StoreError> {
        self.read(move |db| {
            let enrolled = params![search.school_id.as_bytes(), search.day.number(), search.grade];
            let mut found = all(db, include_str!("students_enrolled.sql"), enrolled, |row| {
                Ok((names(row)?, student_found(row)?))
            })?;
            // Names are compared here: SQLite's LIKE folds the case of a to z only.
            let wanted = folded(&search.name);
            found.retain(|(names, _)| has_each_word(names, &wanted));
            Ok(found.into_iter().map(|(_, student)| student).take(search.limit).collect())
        })
        .await
    }

    async fn grades(&self, school: SchoolId, day: SchoolDay) -> Result<Vec<String>, StoreError> {
        self.read(move |db| {
            all(db, include_str!("grades.sql"), params![school.as_bytes(), day.number()], |row| {
                Ok(row.get(0)?)
            })
        })
        .await
    }

    async fn matches_of_mentor(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Vec<MatchSummary>, StoreError> {
        self.read(move |db| {
            all(
                db,
                include_str!("of_mentor.sql"),
                params![school.as_bytes(), mentor.as_bytes()],
                match_summary,
            )
        })
        .await
    }

    async fn add_match(&self, new: NewMatch) -> Result<MatchAdded, StoreError> {
        self.write(move |tx| match standing(tx, &new)? {
            Standing::Strangers => Ok(MatchAdded::NotOfThisSchool),
            Standing::Matched => Ok(MatchAdded::Already),
            Standing::Free => add(tx, &new).map(MatchAdded::Yes),
        })
        .await
    }

    async fn set_wake_up_calls(&self, of: CaseChange, wake_up_calls: bool) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let Some(student) = active_student(tx, of.school_id, of.id)? else { return Ok(false) };
            let seq = next_seq(tx, of.school_id, "match", Some(of.id.as_bytes()), of.at)?;
            run(tx, include_str!("set_wake_up_calls.sql"), params![of.id.as_bytes(), wake_up_calls, seq])?;
            note_wake_up_calls(tx, &of, wake_up_calls)?;
            note(tx, &AccessEvent::by_staff(of.at, of.by, of.school_id, "wake_up_calls_set").about(student))?;
            Ok(true)
        })
        .await
    }

    async fn end_match(&self, end: MatchEnd) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let MatchEnd { id, school_id, end_day, reason, by, at } = end;
            let Some(student) = active_student(tx, school_id, id)? else { return Ok(false) };
            let seq = next_seq(tx, school_id, "match_ended", Some(id.as_bytes()), at)?;
            run(tx, include_str!("end.sql"), params![id.as_bytes(), end_day.number(), reason, at, seq])?;
            note(tx, &AccessEvent::by_staff(at, by, school_id, "match_ended").about(student))?;
            Ok(true)
        })
        .await
    }
}

enum Standing {
    Free,
    Matched,
    Strangers,
}

fn standing(tx: &Transaction<'_>, new: &NewMatch) -> Result<Standing, StoreError> {
    let both = params![new.school_id.as_bytes(), new.student_id.as_bytes(), new.mentor_id.as_bytes()];
    let of_the_school = one(tx, include_str!("both_of_school.sql"), both, |row| Ok(row.get::<_, bool>(0)?))?;
    if of_the_school != Some(true) {
        return Ok(Standing::Strangers);
    }
    let pair = params![new.student_id.as_bytes(), new.mentor_id.as_bytes()];
    let active = one(tx, include_str!("active_pair.sql"), pair, |_| Ok(()))?;
    Ok(if active.is_some() { Standing::Matched } else { Standing::Free })
}

fn add(tx: &Transaction<'_>, new: &NewMatch) -> Result<i64, StoreError> {
    let seq = next_seq(tx, new.school_id, "match", Some(new.id.as_bytes()), new.at)?;
    let row = params![
        new.id.as_bytes(),
        new.school_id.as_bytes(),
        new.student_id.as_bytes(),
        new.mentor_id.as_bytes(),
        new.start_day.number(),
        new.wake_up_calls,
        new.rationale,
        seq,
    ];
    run(tx, include_str!("add.sql"), row)?;
    added_as_active(tx, (new.school_id, new.id), new.start_day, new.by, new.at)?;
    settle_now(tx, new.school_id, new.at)?;
    note(tx, &AccessEvent::by_staff(new.at, new.by, new.school_id, "match_added").about(new.student_id))?;
    Ok(seq)
}

fn active_student(
    tx: &Transaction<'_>,
    school: SchoolId,
    match_id: MatchId,
) -> Result<Option<StudentId>, StoreError> {
    let which = params![match_id.as_bytes(), school.as_bytes()];
    one(tx, include_str!("active_student.sql"), which, |row| id(row, 0, StudentId::from_bytes))
}

fn student_found(row: &Row<'_>) -> Result<StudentFound, StoreError> {
    Ok(StudentFound {
        id: id(row, 0, StudentId::from_bytes)?,
        name: row.get(1)?,
        grade: row.get(2)?,
        active_matches: row.get(3)?,
    })
}

fn names(row: &Row<'_>) -> Result<String, StoreError> {
    Ok(folded(&row.get::<_, String>(4)?))
}

fn match_summary(row: &Row<'_>) -> Result<MatchSummary, StoreError> {
    Ok(MatchSummary {
        id: id(row, 0, MatchId::from_bytes)?,
        student_id: id(row, 1, StudentId::from_bytes)?,
        student_name: row.get(2)?,
        grade: row.get(3)?,
        start_day: day(row, 4)?,
        end_day: optional_day(row, 5)?,
        end_reason: row.get(6)?,
        wake_up_calls: row.get(7)?,
        rationale: row.get(8)?,
        status: word(row, "status")?,
    })
}
