//! The facts of reports in SQLite: a handful of statements whatever the size of the district, none of them per student.
//! A school's facts are read by way of its students and matches, so that a page does not slow down with the district.

mod team;
mod told;

use std::borrow::Cow;
use std::collections::HashMap;

use async_trait::async_trait;
use daymark_domain::{
    AttendanceStatus, CalendarDay, Enrollment, EntryKey, IndicatorValue, Mark, MatchId, MentorId, Reach,
    SchoolDay, SchoolId, StudentId,
};
use daymark_reports::{
    ContactFact, Groups, IndicatorFact, MatchFacts, RulesInForce, SchoolFacts, StudentFacts, Told,
};
use daymark_sqlite::rusqlite::{Connection, Params, Row, params};

use super::SqliteStore;
use super::values::{all, day, day_part, id, optional_day};
use crate::store::StoreError;
use crate::store::reports::{FactsQuestion, RecordedFacts, ReportStore};

#[async_trait]
impl ReportStore for SqliteStore {
    async fn recorded_facts(&self, question: FactsQuestion) -> Result<RecordedFacts, StoreError> {
        self.read(move |db| recorded_facts(db, question)).await
    }
}

fn recorded_facts(db: &Connection, question: FactsQuestion) -> Result<RecordedFacts, StoreError> {
    Ok(RecordedFacts {
        schools: schools(db, question)?,
        students: students(db, question)?,
        matches: matches(db, question)?,
        team: team::team(db, question)?,
    })
}

fn schools(db: &Connection, question: FactsQuestion) -> Result<Vec<SchoolFacts>, StoreError> {
    let mut schools = all(db, include_str!("schools.sql"), [], school)?;
    let places: HashMap<SchoolId, usize> =
        schools.iter().enumerate().map(|(place, school)| (school.id, place)).collect();
    let (first, last) = (question.first.number(), question.calendar_last.number());
    let mut add_day = |row: &Row<'_>| {
        if let Some(place) = places.get(&id(row, 0, SchoolId::from_bytes)?) {
            schools[*place].calendar.push(calendar_day(row)?);
        }
        Ok(())
    };
    match question.school_id.map(|id| *id.as_bytes()) {
        None => each(db, include_str!("calendar.sql"), params![first, last], &mut add_day)?,
        Some(only) => {
            each(db, include_str!("calendar_of_school.sql"), params![first, last, only], &mut add_day)?;
        }
    }
    Ok(schools)
}

fn students(db: &Connection, question: FactsQuestion) -> Result<Vec<StudentFacts>, StoreError> {
    let FactsQuestion { school_id, first, last, .. } = question;
    let (only, first, last) = (school_id.map(|id| *id.as_bytes()), first.number(), last.number());
    let mut students =
        all(db, &narrowed(include_str!("students.sql"), school_id), params![only, first, last], student)?;
    let places: HashMap<StudentId, usize> =
        students.iter().enumerate().map(|(place, student)| (student.id, place)).collect();
    let place = |row: &Row<'_>| Ok::<_, StoreError>(places.get(&id(row, 0, StudentId::from_bytes)?).copied());
    let mut add_enrollment = |row: &Row<'_>| {
        if let Some(place) = place(row)? {
            students[place].enrollments.push(enrollment(row)?);
        }
        Ok(())
    };
    match only {
        None => each(db, include_str!("enrollments.sql"), [], &mut add_enrollment)?,
        Some(_) => each(db, include_str!("enrollments_of_school.sql"), params![only], &mut add_enrollment)?,
    }
    let mut add_mark = |row: &Row<'_>| {
        if let Some(place) = place(row)? {
            students[place].marks.push(mark(row)?);
        }
        Ok(())
    };
    match only {
        None => each(db, include_str!("marks.sql"), params![first, last], &mut add_mark)?,
        Some(_) => each(db, include_str!("marks_of_school.sql"), params![first, last, only], &mut add_mark)?,
    }
    let mut add_indicator = |row: &Row<'_>| {
        if let Some(place) = place(row)? {
            students[place].indicators.push(indicator(row)?);
        }
        Ok(())
    };
    match only {
        None => each(db, include_str!("indicators.sql"), params![first, last], &mut add_indicator)?,
        Some(_) => {
            each(
                db,
                include_str!("indicators_of_school.sql"),
                params![first, last, only],
                &mut add_indicator,
            )?;
        }
    }
    for student in &mut students {
        student.marks.sort_by_key(|mark| (mark.day, mark.school_id));
    }
    Ok(students)
}

fn matches(db: &Connection, question: FactsQuestion) -> Result<Vec<MatchFacts>, StoreError> {
    let FactsQuestion { school_id, contacts_first, last, .. } = question;
    let (only, last) = (school_id.map(|id| *id.as_bytes()), last.number());
    let in_question = params![only, question.first.number(), last];
    let mut matches = all(db, &narrowed(include_str!("matches.sql"), school_id), in_question, matched)?;
    let places: HashMap<MatchId, usize> =
        matches.iter().enumerate().map(|(place, matched)| (matched.id, place)).collect();
    let mut add_contact = |row: &Row<'_>| {
        if let Some(place) = places.get(&id(row, 0, MatchId::from_bytes)?) {
            matches[*place].contacts.push(contact(row)?);
        }
        Ok(())
    };
    let first = contacts_first.number();
    match only {
        None => each(db, include_str!("contacts.sql"), params![first, last], &mut add_contact)?,
        Some(_) => {
            each(db, include_str!("contacts_of_school.sql"), params![first, last, only], &mut add_contact)?;
        }
    }
    told::add_told(db, question, &mut matches, &places)?;
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

fn student(row: &Row<'_>) -> Result<StudentFacts, StoreError> {
    Ok(StudentFacts {
        id: id(row, 0, StudentId::from_bytes)?,
        sis_id: row.get(1)?,
        grade: row.get(2)?,
        groups: Groups {
            gender: row.get(3)?,
            race_ethnicity: row.get(4)?,
            english_learner: row.get(5)?,
            special_education: row.get(6)?,
            lunch: row.get(7)?,
            zip: row.get(8)?,
        },
        enrollments: Vec::new(),
        marks: Vec::new(),
        indicators: Vec::new(),
    })
}

fn enrollment(row: &Row<'_>) -> Result<Enrollment, StoreError> {
    let school_id = id(row, 1, SchoolId::from_bytes)?;
    Ok(Enrollment { school_id, entry: day(row, 2)?, exit: optional_day(row, 3)? })
}

fn mark(row: &Row<'_>) -> Result<Mark, StoreError> {
    let status = row.get_ref(3)?.as_str().ok().and_then(|word| word.parse::<AttendanceStatus>().ok());
    Ok(Mark {
        school_id: id(row, 1, SchoolId::from_bytes)?,
        day: day(row, 2)?,
        status: status.ok_or(StoreError::Unreadable { what: "attendance status" })?,
        missed: day_part(row, 4)?,
    })
}

fn indicator(row: &Row<'_>) -> Result<IndicatorFact, StoreError> {
    let unreadable = || StoreError::Unreadable { what: "indicator" };
    Ok(IndicatorFact {
        kind: row.get::<_, String>(1)?.parse().map_err(|_| unreadable())?,
        first: day(row, 2)?,
        last: day(row, 3)?,
        value: IndicatorValue::from_hundredths(row.get(4)?).ok_or(unreadable())?,
    })
}

fn matched(row: &Row<'_>) -> Result<MatchFacts, StoreError> {
    Ok(MatchFacts {
        id: id(row, 0, MatchId::from_bytes)?,
        student_id: id(row, 1, StudentId::from_bytes)?,
        student_sis_id: row.get(2)?,
        school_id: id(row, 3, SchoolId::from_bytes)?,
        mentor_id: id(row, 4, MentorId::from_bytes)?,
        mentor_name: row.get(5)?,
        start: day(row, 6)?,
        end: optional_day(row, 7)?,
        phones: row.get(8)?,
        last_sync: row.get::<_, Option<i64>>(9)?.map(|moment| SchoolDay::at(moment, 0)),
        contacts: Vec::new(),
        told: Told::default(),
    })
}

fn contact(row: &Row<'_>) -> Result<ContactFact, StoreError> {
    let key: String = row.get(4)?;
    Ok(ContactFact {
        day: day(row, 1)?,
        kind: row.get(2)?,
        at: row.get(3)?,
        device: key.parse::<EntryKey>().map_or(key.clone(), |key| key.tag.as_str().to_owned()),
        reach: match row.get_ref(5)?.as_str() {
            Ok("student") => Reach::Student,
            Ok("family") => Reach::Family,
            _ => Reach::Nobody,
        },
        wrong_number: row.get(6)?,
    })
}
