//! The facts of a week in SQLite: seven statements whatever the size of the school.

use std::collections::HashMap;

use async_trait::async_trait;
use daymark_domain::{DayType, MatchId, MentorId, SchoolDay, StudentId};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::SqliteStore;
use super::values::{all, day, id, one, optional_day};
use crate::store::StoreError;
use crate::store::week::{
    DayTouch, Denominator, Enrolled, OfficialAbsence, Recorded, StudentFigure, Touch, WeekFacts, WeekMatch,
    WeekQuestion, WeekStore, figures,
};

#[async_trait]
impl WeekStore for SqliteStore {
    async fn week(&self, question: WeekQuestion) -> Result<WeekFacts, StoreError> {
        self.read(move |db| {
            let WeekQuestion { school_id, first, last, .. } = question;
            let days = params![school_id.as_bytes(), first.number(), last.number()];
            let (figures, compared) = year_to_date(db, &question)?;
            Ok(WeekFacts {
                calendar: all(db, include_str!("calendar.sql"), days, calendar_day)?,
                matches: all(db, include_str!("matches.sql"), days, week_match)?,
                touches: all(db, include_str!("touches.sql"), days, touch)?,
                absences: all(db, include_str!("absences.sql"), days, absence)?,
                figures,
                compared,
            })
        })
        .await
    }
}

fn year_to_date(
    db: &Connection,
    question: &WeekQuestion,
) -> Result<(Vec<StudentFigure>, Vec<StudentFigure>), StoreError> {
    let WeekQuestion { school_id, year_first, through, compared_through, .. } = *question;
    let year = params![school_id.as_bytes(), year_first.number(), through.number()];
    let calendar = all(db, include_str!("calendar.sql"), year, calendar_day)?;
    let school_days: Vec<SchoolDay> =
        calendar.into_iter().filter(|(_, kind)| kind.is_instructional()).map(|(day, _)| day).collect();
    let negative_reporting =
        one(db, include_str!("reporting.sql"), params![school_id.as_bytes()], |row| Ok(row.get(0)?))?;
    let denominator =
        Denominator { school_days: &school_days, negative_reporting: negative_reporting.unwrap_or(true) };
    let enrollments = all(db, include_str!("enrollments.sql"), year, enrolled)?;
    let days = params![
        school_id.as_bytes(),
        year_first.number(),
        through.number(),
        compared_through.number(),
        DayType::Instructional.word(),
        DayType::MakeUp.word(),
    ];
    let (mut now, mut then) = (HashMap::new(), HashMap::new());
    for (student, recorded_now, recorded_then) in all(db, include_str!("recorded.sql"), days, recorded)? {
        now.insert(student, recorded_now);
        then.insert(student, recorded_then);
    }
    let figures_to = |day, recorded| figures(&denominator, &enrollments, recorded, day);
    Ok((figures_to(through, &now), figures_to(compared_through, &then)))
}

fn calendar_day(row: &Row<'_>) -> Result<(SchoolDay, DayType), StoreError> {
    let kind = row.get::<_, String>(1)?.parse().map_err(|_| StoreError::Unreadable { what: "day type" })?;
    Ok((day(row, 0)?, kind))
}

fn week_match(row: &Row<'_>) -> Result<WeekMatch, StoreError> {
    Ok(WeekMatch {
        id: id(row, 0, MatchId::from_bytes)?,
        student_id: id(row, 1, StudentId::from_bytes)?,
        student_name: row.get(2)?,
        grade: row.get(3)?,
        mentor_id: id(row, 4, MentorId::from_bytes)?,
        mentor_name: row.get(5)?,
        start_day: day(row, 6)?,
        end_day: optional_day(row, 7)?,
        phones: row.get(8)?,
        last_sync_at: row.get(9)?,
    })
}

fn touch(row: &Row<'_>) -> Result<DayTouch, StoreError> {
    let touch = match row.get(2)? {
        4 => Touch::Greeted,
        3 => Touch::Met,
        2 => Touch::Called,
        1 => Touch::CalledFamily,
        _ => Touch::Tried,
    };
    Ok(DayTouch { match_id: id(row, 0, MatchId::from_bytes)?, day: day(row, 1)?, touch })
}

fn absence(row: &Row<'_>) -> Result<OfficialAbsence, StoreError> {
    Ok(OfficialAbsence {
        student_id: id(row, 0, StudentId::from_bytes)?,
        day: day(row, 1)?,
        missed_halves: row.get(2)?,
    })
}

fn enrolled(row: &Row<'_>) -> Result<Enrolled, StoreError> {
    Ok(Enrolled {
        student_id: id(row, 0, StudentId::from_bytes)?,
        entry: day(row, 1)?,
        exit: optional_day(row, 2)?,
    })
}

/// Up to the day, and up to the day that it is compared with.
fn recorded(row: &Row<'_>) -> Result<(StudentId, Recorded, Recorded), StoreError> {
    Ok((
        id(row, 0, StudentId::from_bytes)?,
        Recorded { missed_halves: row.get(1)?, marked_days: row.get(2)? },
        Recorded { missed_halves: row.get(3)?, marked_days: row.get(4)? },
    ))
}
