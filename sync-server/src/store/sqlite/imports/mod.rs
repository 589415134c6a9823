//! Imports in SQLite.

use daymark_domain::{AttendanceStatus, GuardianId, SchoolDay, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Row, Transaction, TransactionBehavior, params};

use super::SqliteStore;
use super::log::next_seq;
use super::values::{all, day, id, one, optional_day, run};
use crate::store::StoreError;
use crate::store::imports::{
    BatchFigures, CalendarDayRow, EnrollmentRow, GuardianLink, GuardianRow, ImportStore, ImportTransaction,
    ImportWork, Recorded, RecordedNow, SchoolRow, StudentDay, StudentRow, Verdict,
};

impl ImportStore for SqliteStore {
    fn import(&self, work: &mut ImportWork<'_>) -> Result<(), StoreError> {
        // A panic in an earlier transaction rolled it back; the connection itself is sound.
        let mut writer = self.writer.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        match work(&mut SqliteImport(&transaction))? {
            Verdict::Keep => transaction.commit()?,
            Verdict::Discard => transaction.rollback()?,
        }
        Ok(())
    }
}

struct SqliteImport<'a>(&'a Transaction<'a>);

impl ImportTransaction for SqliteImport<'_> {
    fn schools(&mut self) -> Result<Vec<SchoolRow>, StoreError> {
        all(self.0, include_str!("schools.sql"), [], school)
    }

    fn students(&mut self) -> Result<Vec<StudentRow>, StoreError> {
        all(self.0, include_str!("students.sql"), [], student)
    }

    fn student_keys(&mut self) -> Result<Vec<(String, StudentId)>, StoreError> {
        let key = |row: &Row<'_>| Ok((row.get(0)?, id(row, 1, StudentId::from_bytes)?));
        all(self.0, include_str!("student_keys.sql"), [], key)
    }

    fn enrollments(&mut self) -> Result<Vec<EnrollmentRow>, StoreError> {
        all(self.0, include_str!("enrollments.sql"), [], enrollment)
    }

    fn guardians(&mut self) -> Result<Vec<GuardianRow>, StoreError> {
        all(self.0, include_str!("guardians.sql"), [], guardian)
    }

    fn guardian_links(&mut self) -> Result<Vec<GuardianLink>, StoreError> {
        all(self.0, include_str!("guardian_links.sql"), [], guardian_link)
    }

    fn calendar_days(&mut self) -> Result<Vec<CalendarDayRow>, StoreError> {
        all(self.0, include_str!("calendar_days.sql"), [], calendar_day)
    }

    fn recorded_now(&mut self, of: StudentDay) -> Result<Option<RecordedNow>, StoreError> {
        let sql = include_str!("recorded_now.sql");
        one(
            self.0,
            sql,
            params![of.student_id.as_bytes(), of.school_id.as_bytes(), of.day.number()],
            recorded,
        )
    }

    fn records_on(&mut self, school_id: SchoolId, day: SchoolDay) -> Result<u64, StoreError> {
        let count = |row: &Row<'_>| Ok(row.get::<_, i64>(0)?.unsigned_abs());
        let found =
            one(self.0, include_str!("records_on.sql"), params![school_id.as_bytes(), day.number()], count)?;
        Ok(found.unwrap_or(0))
    }

    fn next_seq(&mut self, school_id: SchoolId, what: &str, at: i64) -> Result<i64, StoreError> {
        next_seq(self.0, school_id, what, None, at)
    }

    fn put_school(&mut self, row: &SchoolRow) -> Result<(), StoreError> {
        let SchoolRow { id, sis_id, name, time_zone, negative_reporting, recorded_through } = row;
        let through = recorded_through.map(SchoolDay::number);
        let values = params![id.as_bytes(), sis_id, name, time_zone, negative_reporting, through];
        run(self.0, include_str!("put_school.sql"), values).map(drop)
    }

    fn put_student(&mut self, row: &StudentRow, seq: i64) -> Result<(), StoreError> {
        let values = params![
            row.id.as_bytes(),
            row.sis_id,
            row.given_name,
            row.middle_name,
            row.family_name,
            row.preferred_name,
            row.birth_day.map(SchoolDay::number),
            row.grade,
            row.active,
            seq
        ];
        run(self.0, include_str!("put_student.sql"), values).map(drop)
    }

    fn add_enrollment(&mut self, row: &EnrollmentRow, seq: i64) -> Result<(), StoreError> {
        let (student, school) = (row.student_id.as_bytes(), row.school_id.as_bytes());
        let exit = row.exit_day.map(SchoolDay::number);
        let values = params![student, school, row.entry_day.number(), exit, seq];
        run(self.0, include_str!("add_enrollment.sql"), values).map(drop)
    }

    fn correct_enrollment(
        &mut self,
        stored_entry: SchoolDay,
        row: &EnrollmentRow,
        seq: i64,
    ) -> Result<(), StoreError> {
        let (student, school) = (row.student_id.as_bytes(), row.school_id.as_bytes());
        let (entry, exit) = (row.entry_day.number(), row.exit_day.map(SchoolDay::number));
        let values = params![student, school, stored_entry.number(), entry, exit, seq];
        run(self.0, include_str!("correct_enrollment.sql"), values).map(drop)
    }

    fn put_guardian(&mut self, row: &GuardianRow) -> Result<(), StoreError> {
        let GuardianRow { id, sis_id, given_name, family_name, phone, language, active } = row;
        let values = params![id.as_bytes(), sis_id, given_name, family_name, phone, language, active];
        run(self.0, include_str!("put_guardian.sql"), values).map(drop)
    }

    fn put_guardian_link(&mut self, row: &GuardianLink, seq: i64) -> Result<(), StoreError> {
        let values = params![
            row.student_id.as_bytes(),
            row.guardian_id.as_bytes(),
            row.relation,
            row.is_primary,
            row.lives_with,
            row.is_emergency,
            row.priority,
            row.restrictions,
            row.active,
            seq
        ];
        run(self.0, include_str!("put_guardian_link.sql"), values).map(drop)
    }

    fn put_calendar_day(&mut self, row: CalendarDayRow, seq: i64) -> Result<(), StoreError> {
        let values = params![row.school_id.as_bytes(), row.day.number(), row.day_type.word(), seq];
        run(self.0, include_str!("put_calendar_day.sql"), values).map(drop)
    }

    fn record(
        &mut self,
        of: StudentDay,
        recorded: &Recorded,
        supersedes: Option<i64>,
        batch: i64,
        seq: i64,
    ) -> Result<(), StoreError> {
        let supersede = include_str!("supersede.sql");
        if let Some(old) = supersedes {
            // The new record's number is not known yet and only one may be in force, so the old one points to
            // itself in between.
            run(self.0, supersede, params![old, old])?;
        }
        let Recorded { status, missed_halves, reason } = recorded;
        let (student, school, day) = (of.student_id.as_bytes(), of.school_id.as_bytes(), of.day.number());
        let values = params![student, school, day, status.word(), missed_halves, reason, batch, seq];
        run(self.0, include_str!("record.sql"), values)?;
        if let Some(old) = supersedes {
            run(self.0, supersede, params![old, self.0.last_insert_rowid()])?;
        }
        Ok(())
    }

    fn begin_batch(&mut self, kind: &str, at: i64) -> Result<i64, StoreError> {
        run(self.0, include_str!("begin_batch.sql"), params![kind, at])?;
        Ok(self.0.last_insert_rowid())
    }

    fn finish_batch(&mut self, batch: i64, figures: &BatchFigures) -> Result<(), StoreError> {
        let BatchFigures { digest, rows_read, changes, problems } = figures;
        let [rows, changes, problems] =
            [rows_read, changes, problems].map(|count| i64::try_from(*count).unwrap_or(i64::MAX));
        run(self.0, include_str!("finish_batch.sql"), params![batch, digest, rows, changes, problems])
            .map(drop)
    }
}

fn school(row: &Row<'_>) -> Result<SchoolRow, StoreError> {
    Ok(SchoolRow {
        id: id(row, 0, SchoolId::from_bytes)?,
        sis_id: row.get(1)?,
        name: row.get(2)?,
        time_zone: row.get(3)?,
        negative_reporting: row.get(4)?,
        recorded_through: optional_day(row, 5)?,
    })
}

fn student(row: &Row<'_>) -> Result<StudentRow, StoreError> {
    Ok(StudentRow {
        id: id(row, 0, StudentId::from_bytes)?,
        sis_id: row.get(1)?,
        given_name: row.get(2)?,
        middle_name: row.get(3)?,
        family_name: row.get(4)?,
        preferred_name: row.get(5)?,
        birth_day: optional_day(row, 6)?,
        grade: row.get(7)?,
        active: row.get(8)?,
    })
}

fn enrollment(row: &Row<'_>) -> Result<EnrollmentRow, StoreError> {
    Ok(EnrollmentRow {
        student_id: id(row, 0, StudentId::from_bytes)?,
        school_id: id(row, 1, SchoolId::from_bytes)?,
        entry_day: day(row, 2)?,
        exit_day: optional_day(row, 3)?,
    })
}

fn guardian(row: &Row<'_>) -> Result<GuardianRow, StoreError> {
    Ok(GuardianRow {
        id: id(row, 0, GuardianId::from_bytes)?,
        sis_id: row.get(1)?,
        given_name: row.get(2)?,
        family_name: row.get(3)?,
        phone: row.get(4)?,
        language: row.get(5)?,
        active: row.get(6)?,
    })
}

fn guardian_link(row: &Row<'_>) -> Result<GuardianLink, StoreError> {
    Ok(GuardianLink {
        student_id: id(row, 0, StudentId::from_bytes)?,
        guardian_id: id(row, 1, GuardianId::from_bytes)?,
        relation: row.get(2)?,
        is_primary: row.get(3)?,
        lives_with: row.get(4)?,
        is_emergency: row.get(5)?,
        priority: row.get(6)?,
        restrictions: row.get(7)?,
        active: row.get(8)?,
    })
}

fn calendar_day(row: &Row<'_>) -> Result<CalendarDayRow, StoreError> {
    let day_type = row.get_ref(2)?.as_str().ok().and_then(|word| word.parse().ok());
    Ok(CalendarDayRow {
        school_id: id(row, 0, SchoolId::from_bytes)?,
        day: day(row, 1)?,
        day_type: day_type.ok_or(StoreError::Unreadable { what: "day type" })?,
    })
}

fn recorded(row: &Row<'_>) -> Result<RecordedNow, StoreError> {
    let status = row.get_ref(1)?.as_str().ok().and_then(|word| word.parse::<AttendanceStatus>().ok());
    let recorded = Recorded {
        status: status.ok_or(StoreError::Unreadable { what: "attendance status" })?,
        missed_halves: row.get(2)?,
        reason: row.get(3)?,
    };
    Ok(RecordedNow { id: row.get(0)?, recorded })
}
