//! Students with their days, by the export's key.

use std::collections::HashMap;

use daymark_domain::{AttendanceStatus, Enrollment, IndicatorValue, Mark, SchoolId, StudentId};
use daymark_reports::{Groups, IndicatorFact, StudentFacts};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::super::values::{all, day, day_part, id, optional_day};
use super::{each, each_of, narrowed};
use crate::store::StoreError;
use crate::store::reports::{FactsQuestion, Whom};

pub(super) fn students(db: &Connection, question: FactsQuestion) -> Result<Vec<StudentFacts>, StoreError> {
    let mut students = without_days(db, question)?;
    let places: HashMap<StudentId, usize> =
        students.iter().enumerate().map(|(place, student)| (student.id, place)).collect();
    let place = |row: &Row<'_>| Ok::<_, StoreError>(places.get(&id(row, 0, StudentId::from_bytes)?).copied());
    let add_enrollment = |row: &Row<'_>| {
        if let Some(place) = place(row)? {
            students[place].enrollments.push(enrollment(row)?);
        }
        Ok(())
    };
    match question.school_id {
        // Who comes later, or was there before, is in it too.
        None => each(db, include_str!("enrollments.sql"), [], add_enrollment)?,
        Some(_) => {
            let sql = ("", include_str!("enrollments_of_school.sql"));
            each_of(db, question, sql, question.last, add_enrollment)?;
        }
    }
    let marks = (include_str!("marks.sql"), include_str!("marks_of_school.sql"));
    each_of(db, question, marks, question.last, |row| {
        if let Some(place) = place(row)? {
            students[place].marks.push(mark(row)?);
        }
        Ok(())
    })?;
    let indicators = (include_str!("indicators.sql"), include_str!("indicators_of_school.sql"));
    each_of(db, question, indicators, question.last, |row| {
        if let Some(place) = place(row)? {
            students[place].indicators.push(indicator(row)?);
        }
        Ok(())
    })?;
    for student in &mut students {
        student.marks.sort_by_key(|mark| (mark.day, mark.school_id));
    }
    Ok(students)
}

fn without_days(db: &Connection, question: FactsQuestion) -> Result<Vec<StudentFacts>, StoreError> {
    let FactsQuestion { school_id, whom, first, last, .. } = question;
    let only = school_id.map(|id| *id.as_bytes());
    let (one, mentored) = match whom {
        Whom::Everybody => (None, false),
        Whom::Mentored => (None, true),
        Whom::One(student) => (Some(*student.as_bytes()), false),
    };
    let in_question = params![only, first.number(), last.number(), one, mentored];
    all(db, &narrowed(include_str!("students.sql"), school_id), in_question, student)
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
