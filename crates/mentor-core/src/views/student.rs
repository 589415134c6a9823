//! One student's page.

use daymark_domain::{MatchId, SchoolDay};

use super::months::month_of;
use super::student_record::student_record;
use super::{count, entries, figures, now, others, reading};
use crate::api::{Failure, SchoolHelp, StudentRecord, StudentView};
use crate::core::Core;
use crate::storage::caseload::{self, Mentee};
use crate::storage::{StorageError, entry, granted, school, student};

pub(crate) fn student(
    core: &Core,
    match_id: MatchId,
    month: Option<SchoolDay>,
) -> Result<StudentView, Failure> {
    let today = now(core)?.day;
    let mentee = reading(|| Ok(caseload::get(&core.db, match_id)?))?.ok_or(Failure::NoSuchMatch)?;
    reading(|| {
        let record = figures::Record::read(&core.db)?;
        let attendance = figures::marks(&core.db, &mentee)?;
        let figure = record.figure(&mentee, &attendance);
        let present_in_a_row = record.present_in_a_row(&mentee, &attendance);
        let wrong = entry::wrong_numbers(&core.db, match_id)?;
        let projection = figures::projection(&core.db, &record, &mentee, figure)?;
        Ok(StudentView {
            match_id,
            student: mentee.name(),
            first_name: mentee.first_name.clone(),
            grade: mentee.grade.clone(),
            today,
            school_days_together: school_days_together(core, &mentee, today)?,
            figure,
            record_complete_to: record.school.recorded_through,
            month: month_of(core, &mentee, &record, &attendance, month.unwrap_or(today))?,
            present_in_a_row,
            callees: student::callees(&core.db, mentee.student_id, &wrong)?,
            log: entries::log_of(core, match_id)?,
            record: Box::new(StudentRecord {
                projection,
                ..student_record(core, match_id, today, present_in_a_row)?
            }),
            limits: (&record.school.rules).into(),
            school_help: SchoolHelp {
                safety_contacts: school::safety_contacts(&core.db)?,
                texting: record.school.rules.texting,
            },
            granted: granted::on(&core.db, match_id, today)?,
            others: others::of_day(core, mentee.student_id, today)?,
            weekdays: record.weekdays(&mentee, &attendance),
            weeks: record.weeks(&mentee, &attendance),
            school: record.school.name,
        })
    })
}

fn school_days_together(core: &Core, mentee: &Mentee, today: SchoolDay) -> Result<u32, StorageError> {
    Ok(count(school::school_days(&core.db, mentee.start_day, today)?.len()))
}
