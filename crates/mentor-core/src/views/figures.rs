//! The figures of one student, with the school's calendar and record as their working.

use std::collections::BTreeMap;

use daymark_domain::{AbsenceFigure, ContactDay, MatchId, SchoolDay, WeekDosage};
use daymark_sqlite::rusqlite::{Connection, named_params};

use crate::storage::caseload::Mentee;
use crate::storage::school::{self, School};
use crate::storage::student::{self, Attendance};
use crate::storage::{StorageError, day};

/// What a screen needs to say how a student has attended: read once for all students of a screen.
pub(super) struct Record {
    pub school: School,
    /// School days of the year that the school's record covers, in order.
    pub recorded: Vec<SchoolDay>,
}

impl Record {
    pub fn read(db: &Connection) -> Result<Self, StorageError> {
        let school = school::get(db)?;
        let recorded = match (school::calendar_begins(db)?, school.recorded_through) {
            (Some(first), Some(through)) => school::school_days(db, first, through)?,
            _ => Vec::new(),
        };
        Ok(Self { school, recorded })
    }

    /// The recorded school days on which the student was enrolled.
    fn enrolled<'r>(&'r self, mentee: &'r Mentee) -> impl DoubleEndedIterator<Item = SchoolDay> + 'r {
        let left = |day: SchoolDay| mentee.exit_day.is_some_and(|exit| day >= exit);
        self.recorded.iter().copied().filter(move |day| *day >= mentee.entry_day && !left(*day))
    }

    /// A and E of `domain.md` 4.1: present on a school day unless the record says otherwise.
    pub fn figure(&self, mentee: &Mentee, marks: &BTreeMap<SchoolDay, Attendance>) -> AbsenceFigure {
        self.enrolled(mentee).fold(AbsenceFigure::default(), |figure, day| AbsenceFigure {
            missed_halves: figure.missed_halves
                + marks.get(&day).map_or(0, |mark| u32::from(mark.missed_halves)),
            enrolled_halves: figure.enrolled_halves + 2,
        })
    }

    /// School days missed in a row, counted back from the last recorded one before `before`.
    pub fn absent_in_a_row(
        &self,
        mentee: &Mentee,
        marks: &BTreeMap<SchoolDay, Attendance>,
        before: SchoolDay,
    ) -> u32 {
        let missed = |day: &SchoolDay| marks.get(day).is_some_and(|mark| mark.missed_halves == 2);
        let days = self.enrolled(mentee).rev().skip_while(|day| *day >= before);
        u32::try_from(days.take_while(missed).count()).unwrap_or(u32::MAX)
    }

    /// School days present in a row up to the last recorded one (`domain.md` 4.9: tardy counts as present).
    pub fn present_in_a_row(&self, mentee: &Mentee, marks: &BTreeMap<SchoolDay, Attendance>) -> u32 {
        let present = |day: &SchoolDay| marks.get(day).is_none_or(|mark| mark.missed_halves == 0);
        u32::try_from(self.enrolled(mentee).rev().take_while(present).count()).unwrap_or(u32::MAX)
    }
}

/// The week of a day against the model (`domain.md` 4.6).
pub(super) fn week(db: &Connection, mentee: &Mentee, on: SchoolDay) -> Result<WeekDosage, StorageError> {
    let week = on.week();
    let school_days = school::school_days(db, week.monday, week.sunday())?;
    let contact_days = contact_days(db, mentee.match_id, week.monday, week.sunday())?;
    Ok(WeekDosage::of(week.days().map(|day| ContactDay {
        available: school_days.contains(&day) && day >= mentee.start_day,
        reached_student: contact_days.contains(&day),
    })))
}

fn contact_days(
    db: &Connection,
    match_id: MatchId,
    first: SchoolDay,
    last: SchoolDay,
) -> Result<Vec<SchoolDay>, StorageError> {
    let days = db
        .prepare_cached(include_str!("contact_days.sql"))?
        .query_map(
            named_params! { ":match_id": match_id.as_bytes(), ":first": first.number(), ":last": last.number() },
            |row| day(row, "day"),
        )?
        .collect::<Result<_, _>>()?;
    Ok(days)
}

/// The school's record of one student.
pub(super) fn marks(
    db: &Connection,
    mentee: &Mentee,
) -> Result<BTreeMap<SchoolDay, Attendance>, StorageError> {
    Ok(student::attendance(db, mentee.student_id)?)
}
