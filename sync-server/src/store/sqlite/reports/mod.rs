//! The facts of reports in SQLite: a handful of statements whatever the size of the district, none of them per student.
//! A school's facts are read by way of its students and matches, so that a page does not slow down with the district.

mod contacts;
mod students;
mod team;
mod told;

use std::borrow::Cow;
use std::collections::HashMap;

use async_trait::async_trait;
use daymark_domain::{CalendarDay, MatchId, MentorId, MentorType, SchoolDay, SchoolId, StudentId};
use daymark_reports::{MatchFacts, RulesInForce, SchoolFacts, TeamFacts, Told};
use daymark_sqlite::rusqlite::{Connection, Params, Row, params};

use super::SqliteStore;
use super::values::{all, day, day_part, id, optional_day};
use crate::store::StoreError;
use crate::store::reports::{FactsQuestion, RecordedFacts, ReportStore, Whom};

#[async_trait]
impl ReportStore for SqliteStore {
    async fn recorded_facts(&self, question: FactsQuestion) -> Result<RecordedFacts, StoreError> {
        self.read(move |db| recorded_facts(db, question)).await
    }
}

fn recorded_facts(db: &Connection, question: FactsQuestion) -> Result<RecordedFacts, StoreError> {
    Ok(RecordedFacts {
        schools: schools(db, question)?,
        students: students::students(db, question)?,
        matches: matches(db, question)?,
        team: match question.contacts_first {
            Some(first) => team::team(db, question, first)?,
            None => TeamFacts::default(),
        },
    })
}

fn schools(db: &Connection, question: FactsQuestion) -> Result<Vec<SchoolFacts>, StoreError> {
    let mut schools = all(db, include_str!("schools.sql"), [], school)?;
    let places: HashMap<SchoolId, usize> =
        schools.iter().enumerate().map(|(place, school)| (school.id, place)).collect();
    let sql = (include_str!("calendar.sql"), include_str!("calendar_of_school.sql"));
    each_of(db, question, sql, question.calendar_last, |row| {
        if let Some(place) = places.get(&id(row, 0, SchoolId::from_bytes)?) {
            schools[*place].calendar.push(calendar_day(row)?);
        }
        Ok(())
    })?;
    Ok(schools)
}

fn matches(db: &Connection, question: FactsQuestion) -> Result<Vec<MatchFacts>, StoreError> {
    let FactsQuestion { school_id, matches_first, last, .. } = question;
    let only = school_id.map(|id| *id.as_bytes());
    let student = match question.whom {
        Whom::One(student) => Some(*student.as_bytes()),
        Whom::Everybody | Whom::Mentored => None,
    };
    let in_question = params![only, matches_first.number(), last.number(), student];
    let mut matches = all(db, &narrowed(include_str!("matches.sql"), school_id), in_question, matched)?;
    if let Some(first) = question.contacts_first {
        let places: HashMap<MatchId, usize> =
            matches.iter().enumerate().map(|(place, matched)| (matched.id, place)).collect();
        contacts::add_contacts(db, question, first, &mut matches, &places)?;
        told::add_told(db, question, first, &mut matches, &places)?;
    }
    Ok(matches)
}

/// The statement for that school, or for all. SQLite plans before it knows `?1`: the way out of "no school in particular"
/// would lead it through the whole district for one school.
fn narrowed(sql: &'static str, only: Option<SchoolId>) -> Cow<'static, str> {
    match only {
        None => Cow::Borrowed(sql),
        Some(_) => Cow::Owned(sql.replace("?1 IS NULL OR ", "")),
    }
}

/// How a statement of one school finds its students.
const OF_SCHOOL: &str = "SELECT student_id FROM enrollment WHERE school_id = ?3";

/// Hands on every row of the days up to `last`, of the statement for the district or of the one for a school; that one is
/// asked of fewer students where fewer are wanted.
fn each_of(
    db: &Connection,
    question: FactsQuestion,
    (of_district, of_school): (&'static str, &'static str),
    last: SchoolDay,
    take: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let (first, last) = (question.first.number(), last.number());
    let Some(school) = question.school_id else {
        return each(db, of_district, params![first, last], take);
    };
    let (sql, whose) = match question.whom {
        Whom::Everybody => (Cow::Borrowed(of_school), *school.as_bytes()),
        Whom::Mentored => {
            let mentored = "SELECT student_id FROM match WHERE school_id = ?3";
            (Cow::Owned(of_school.replace(OF_SCHOOL, mentored)), *school.as_bytes())
        }
        Whom::One(student) => (Cow::Owned(of_school.replace(OF_SCHOOL, "?3")), *student.as_bytes()),
    };
    each(db, &sql, params![first, last, whose], take)
}

/// Hands on every row, without keeping them.
fn each(
    db: &Connection,
    sql: &str,
    params: impl Params,
    mut take: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

fn school(row: &Row<'_>) -> Result<SchoolFacts, StoreError> {
    Ok(SchoolFacts {
        id: id(row, 0, SchoolId::from_bytes)?,
        sis_id: row.get(1)?,
        name: row.get(2)?,
        negative_reporting: row.get(3)?,
        recorded_through: optional_day(row, 4)?,
        calendar: Vec::new(),
        rules: RulesInForce::default(),
    })
}

fn calendar_day(row: &Row<'_>) -> Result<CalendarDay, StoreError> {
    let day_type =
        row.get::<_, String>(2)?.parse().map_err(|_| StoreError::Unreadable { what: "day type" })?;
    Ok(CalendarDay { day: day(row, 1)?, day_type, value: day_part(row, 3)? })
}

fn matched(row: &Row<'_>) -> Result<MatchFacts, StoreError> {
    Ok(MatchFacts {
        id: id(row, 0, MatchId::from_bytes)?,
        student_id: id(row, 1, StudentId::from_bytes)?,
        student_sis_id: row.get(2)?,
        school_id: id(row, 3, SchoolId::from_bytes)?,
        mentor_id: id(row, 4, MentorId::from_bytes)?,
        mentor_name: row.get(5)?,
        mentor_kind: mentor_kind(row)?,
        start: day(row, 6)?,
        end: optional_day(row, 7)?,
        phones: row.get(8)?,
        last_sync: row.get::<_, Option<i64>>(9)?.map(|moment| SchoolDay::at(moment, 0)),
        contacts: Vec::new(),
        told: Told::default(),
    })
}

fn mentor_kind(row: &Row<'_>) -> Result<Option<MentorType>, StoreError> {
    let word: Option<String> = row.get("mentor_kind")?;
    word.map(|word| word.parse()).transpose().map_err(|_| StoreError::Unreadable { what: "mentor_kind" })
}
