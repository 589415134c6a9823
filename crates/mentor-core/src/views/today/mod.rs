//! The home screen: what the day holds, by the school's calendar and clock. What is done stays until the day ends.

mod absent;
mod answers;
mod calls;
mod celebrations;
mod follow_ups;
mod goals_due;
mod next_calls;
mod sessions;

use std::collections::BTreeMap;

use daymark_domain::{EntryKey, SchoolDay};

use super::{asked_for_a_number, count, entries, figures, now, others, reading};
use crate::api::{Callee, DoorSummary, DueToday, Failure, OtherContact, TodayView};
use crate::core::Core;
use crate::storage::caseload::{self, Mentee};
use crate::storage::entry::{self, Kept};
use crate::storage::student::{self, Attendance};
use crate::storage::{StorageError, phone, school};

pub(crate) fn today(core: &Core) -> Result<TodayView, Failure> {
    let phone = core.phone()?;
    let now = now(core)?;
    reading(|| {
        let record = figures::Record::read(&core.db)?;
        let day_type = school::day_type(&core.db, now.day)?;
        let is_school_day = day_type.is_some_and(|kind| kind.is_instructional());
        let school_days = match school::calendar_begins(&core.db)? {
            Some(first) if is_school_day => school::school_days(&core.db, first, now.day)?.len(),
            _ => 0,
        };
        let mentees = caseload::all(&core.db)?;
        let day = Day { core, record: &record, today: now.day, is_school_day };
        let students = mentees.iter().map(|mentee| day.of(mentee)).collect::<Result<Vec<_>, _>>()?;
        Ok(TodayView {
            mentor: phone.mentor,
            day: now.day,
            minute: now.minute,
            day_type,
            school_day_number: Some(count(school_days)).filter(|_| is_school_day),
            bell_minute: record.school.bell_minute,
            calls: each(&students, calls::card)?,
            door: door_summary(&students)?,
            due: DueToday {
                absent: each(&students, absent::card)?,
                sessions: each(&students, sessions::card)?,
                goals: all(&students, goals_due::cards)?,
                follow_ups: all(&students, follow_ups::cards)?,
                celebrations: all(&students, celebrations::cards)?,
                answers: all(&students, answers::cards)?,
                calls_ended: each(&students, calls::ended_card)?,
                next_calls: next_calls::next_calls(&students, now.day)?,
            },
            texting: record.school.rules.texting,
            school: record.school.name.clone(),
            waits_for: phone::waits_for(&core.db)?,
        })
    })
}

/// The day that is looked at.
struct Day<'c> {
    core: &'c Core,
    record: &'c figures::Record,
    today: SchoolDay,
    is_school_day: bool,
}

/// One student on that day.
struct StudentToday<'c> {
    day: &'c Day<'c>,
    mentee: &'c Mentee,
    /// The school's record.
    marks: BTreeMap<SchoolDay, Attendance>,
    /// What stands of today, in the order in which it was done.
    entries: Vec<Kept>,
}

impl<'c> Day<'c> {
    fn of(&'c self, mentee: &'c Mentee) -> Result<StudentToday<'c>, StorageError> {
        Ok(StudentToday {
            day: self,
            mentee,
            marks: figures::marks(&self.core.db, mentee)?,
            entries: entry::standing_between(&self.core.db, mentee.match_id, self.today, self.today)?,
        })
    }
}

impl StudentToday<'_> {
    /// Expected at school today.
    fn is_expected(&self) -> bool {
        self.day.is_school_day && self.mentee.is_enrolled(self.day.today)
    }

    /// What the school's record says of today: missed whole, or not; `None` when it says nothing yet.
    fn officially_absent(&self) -> Option<bool> {
        let today = self.day.today;
        let recorded = self.day.record.school.recorded_through.is_some_and(|through| through >= today);
        let absent = self.marks.get(&today).map(|mark| mark.missed_halves == 2);
        absent.or(recorded.then_some(false))
    }

    /// School days missed in a row before today.
    fn absent_in_a_row(&self) -> u32 {
        self.day.record.absent_in_a_row(self.mentee, &self.marks, self.day.today)
    }

    fn present_in_a_row(&self) -> u32 {
        self.day.record.present_in_a_row(self.mentee, &self.marks)
    }

    /// The request for a number that works, made so lately that a second one would only repeat it.
    fn asked_for_a_number(&self) -> Result<Option<EntryKey>, StorageError> {
        asked_for_a_number(&self.day.core.db, self.mentee.match_id, self.day.today)
    }

    fn others(&self) -> Result<Vec<OtherContact>, StorageError> {
        others::of_day(self.day.core, self.mentee.student_id, self.day.today)
    }

    fn callees(&self) -> Result<Vec<Callee>, StorageError> {
        let wrong = entry::wrong_numbers(&self.day.core.db, self.mentee.match_id)?;
        Ok(student::callees(&self.day.core.db, self.mentee.student_id, &wrong)?)
    }
}

/// At most one card a student.
fn each<T>(
    students: &[StudentToday<'_>],
    card: impl Fn(&StudentToday<'_>) -> Result<Option<T>, StorageError>,
) -> Result<Vec<T>, StorageError> {
    students.iter().filter_map(|student| card(student).transpose()).collect()
}

/// Any number of cards a student.
fn all<T>(
    students: &[StudentToday<'_>],
    cards: impl Fn(&StudentToday<'_>) -> Result<Vec<T>, StorageError>,
) -> Result<Vec<T>, StorageError> {
    let cards = students.iter().map(cards).collect::<Result<Vec<_>, _>>()?;
    Ok(cards.into_iter().flatten().collect())
}

fn door_summary(students: &[StudentToday<'_>]) -> Result<DoorSummary, StorageError> {
    let mut summary = DoorSummary::default();
    for student in students {
        let check = entries::door_check(student.day.core, &student.entries)?;
        summary.students += 1;
        summary.greeted += u32::from(check.is_some_and(|check| check.result.reached_student()));
        summary.absent_yesterday += u32::from(student.absent_in_a_row() > 0);
    }
    Ok(summary)
}
