//! Imports in SQLite.

mod by_hand;
mod read;
mod undo;

use std::collections::HashSet;

use daymark_domain::{GuardianId, IndicatorValue, MatchId, SchoolDay, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Params, Row, ToSql, Transaction, TransactionBehavior, params};

pub(super) use by_hand::set_guardian;

use super::SqliteStore;
use super::log::next_seq;
use super::values::{all, day, id, one, run};
use crate::store::StoreError;
use crate::store::imports::{
    BatchFigures, BatchOutcome, BatchState, ByHand, CalendarDayRow, EnrollmentRow, EnrollmentSource,
    GuardianField, GuardianLink, GuardianRow, ImportRecord, ImportStore, ImportTransaction, ImportWork,
    IndicatorKey, IndicatorNow, LeftBehind, Recorded, RecordedNow, SchoolRow, StudentAttributes, StudentDay,
    StudentRow, Undone, Verdict,
};

impl ImportStore for SqliteStore {
    fn import(&self, work: &mut ImportWork<'_>) -> Result<(), StoreError> {
        // A panic in an earlier transaction rolled it back; the connection itself is sound.
        let mut writer = self.writer.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        match work(&mut SqliteImport(&transaction, None))? {
            Verdict::Keep => {
                self.keep_ledger(&transaction)?;
                transaction.commit()?;
            }
            Verdict::Discard => transaction.rollback()?,
        }
        Ok(())
    }

    fn import_history(&self, limit: u32, before: Option<i64>) -> Result<Vec<ImportRecord>, StoreError> {
        self.read_blocking(|db| {
            all(
                db,
                include_str!("history.sql"),
                params![limit, before.unwrap_or(i64::MAX)],
                read::import_record,
            )
        })
    }

    fn set_guardian_by_hand(
        &self,
        guardian: GuardianId,
        field: GuardianField,
        by_hand: &ByHand,
        at: i64,
    ) -> Result<bool, StoreError> {
        self.write_blocking(|tx| by_hand::set_guardian(tx, guardian, field, by_hand, at))
    }
}

/// The transaction, and the number that the import has or will have.
struct SqliteImport<'a>(&'a Transaction<'a>, Option<i64>);

impl SqliteImport<'_> {
    fn batch(&mut self) -> Result<i64, StoreError> {
        if let Some(batch) = self.1 {
            return Ok(batch);
        }
        let next = one(self.0, include_str!("before_batch.sql"), [], |row| Ok(row.get(0)?))?;
        let batch = next.ok_or(StoreError::Unreadable { what: "number of an import" })?;
        self.1 = Some(batch);
        Ok(batch)
    }

    /// Writes down how a row is before it is touched; each parameter list begins with the batch.
    fn keep_before(&mut self, sql: &'static str, key: &[&dyn ToSql]) -> Result<(), StoreError> {
        let batch = self.batch()?;
        let mut values: Vec<&dyn ToSql> = vec![&batch];
        values.extend(key);
        run(self.0, sql, values.as_slice()).map(drop)
    }
}

impl ImportTransaction for SqliteImport<'_> {
    fn schools(&mut self) -> Result<Vec<SchoolRow>, StoreError> {
        all(self.0, include_str!("schools.sql"), [], read::school)
    }

    fn students(&mut self) -> Result<Vec<StudentRow>, StoreError> {
        all(self.0, include_str!("students.sql"), [], read::student)
    }

    fn student_keys(&mut self) -> Result<Vec<(String, StudentId)>, StoreError> {
        let key = |row: &Row<'_>| Ok((row.get(0)?, id(row, 1, StudentId::from_bytes)?));
        all(self.0, include_str!("student_keys.sql"), [], key)
    }

    fn student_attributes(&mut self) -> Result<Vec<(StudentId, StudentAttributes)>, StoreError> {
        all(self.0, include_str!("student_attributes.sql"), [], read::attributes)
    }

    fn enrollment_sources(&mut self) -> Result<Vec<(StudentId, Vec<EnrollmentSource>)>, StoreError> {
        all(self.0, include_str!("enrollment_sources.sql"), [], read::enrollment_source)
    }

    fn guardians_hand_set(&mut self) -> Result<HashSet<(GuardianId, GuardianField)>, StoreError> {
        let fields = all(self.0, include_str!("guardians_hand_set.sql"), [], read::guardian_hand_set)?;
        Ok(fields.into_iter().collect())
    }

    fn enrollments(&mut self) -> Result<Vec<EnrollmentRow>, StoreError> {
        all(self.0, include_str!("enrollments.sql"), [], read::enrollment)
    }

    fn guardians(&mut self) -> Result<Vec<GuardianRow>, StoreError> {
        all(self.0, include_str!("guardians.sql"), [], read::guardian)
    }

    fn guardian_links(&mut self) -> Result<Vec<GuardianLink>, StoreError> {
        all(self.0, include_str!("guardian_links.sql"), [], read::guardian_link)
    }

    fn calendar_days(&mut self) -> Result<Vec<CalendarDayRow>, StoreError> {
        all(self.0, include_str!("calendar_days.sql"), [], read::calendar_day)
    }

    fn recorded_now(&mut self, of: StudentDay) -> Result<Option<RecordedNow>, StoreError> {
        let sql = include_str!("recorded_now.sql");
        one(
            self.0,
            sql,
            params![of.student_id.as_bytes(), of.school_id.as_bytes(), of.day.number()],
            read::recorded,
        )
    }

    fn indicator_now(&mut self, of: &IndicatorKey) -> Result<Option<IndicatorNow>, StoreError> {
        let IndicatorKey { student_id, kind, first, last } = of;
        let of = params![student_id.as_bytes(), kind.word(), first.number(), last.number()];
        one(self.0, include_str!("indicator_now.sql"), of, read::indicator)
    }

    fn marks_between(
        &mut self,
        school_id: SchoolId,
        first: SchoolDay,
        last: SchoolDay,
    ) -> Result<Vec<(i64, StudentId, SchoolDay)>, StoreError> {
        let mark = |row: &Row<'_>| Ok((row.get(0)?, id(row, 1, StudentId::from_bytes)?, day(row, 2)?));
        let between = params![school_id.as_bytes(), first.number(), last.number()];
        all(self.0, include_str!("marks_between.sql"), between, mark)
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
        self.keep_before(include_str!("before_school.sql"), &[row.id.as_bytes()])?;
        let SchoolRow { id, sis_id, name, time_zone, negative_reporting, recorded_through } = row;
        let through = recorded_through.map(SchoolDay::number);
        let values = params![id.as_bytes(), sis_id, name, time_zone, negative_reporting, through];
        run(self.0, include_str!("put_school.sql"), values).map(drop)
    }

    fn put_student(&mut self, row: &StudentRow, seq: i64) -> Result<(), StoreError> {
        self.keep_before(include_str!("before_student.sql"), &[row.id.as_bytes()])?;
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

    fn put_student_attributes(&mut self, id: StudentId, row: &StudentAttributes) -> Result<(), StoreError> {
        self.keep_before(include_str!("before_attributes.sql"), &[id.as_bytes()])?;
        let values = params![
            id.as_bytes(),
            row.sex,
            row.race_ethnicity,
            row.english_learner,
            row.special_education,
            row.section_504,
            row.lunch,
            row.homeless,
            row.foster,
            row.zip,
            row.home_language
        ];
        run(self.0, include_str!("put_student_attributes.sql"), values).map(drop)
    }

    fn put_enrollment_source(&mut self, id: StudentId, rows: &[EnrollmentSource]) -> Result<(), StoreError> {
        self.keep_before(include_str!("before_enrollment_source.sql"), &[id.as_bytes()])?;
        let rows = serde_json::to_string(rows)
            .map_err(|_| StoreError::Unreadable { what: "rows of enrollments.csv" })?;
        run(self.0, include_str!("put_enrollment_source.sql"), params![id.as_bytes(), rows]).map(drop)
    }

    fn matches_left_behind(&mut self, on: SchoolDay) -> Result<Vec<LeftBehind>, StoreError> {
        all(self.0, include_str!("matches_left_behind.sql"), params![on.number()], |row| {
            Ok(LeftBehind {
                match_id: id(row, 0, MatchId::from_bytes)?,
                school_id: id(row, 1, SchoolId::from_bytes)?,
                student_sis_id: row.get(2)?,
                exit_day: day(row, 3)?,
            })
        })
    }

    fn end_match(&mut self, left: &LeftBehind, at: i64, seq: i64) -> Result<(), StoreError> {
        let key: [&dyn ToSql; 2] = [left.match_id.as_bytes(), left.school_id.as_bytes()];
        self.keep_before(include_str!("before_match.sql"), &key)?;
        let end = params![left.match_id.as_bytes(), left.exit_day.number(), "pupil_moved", at, seq];
        run(self.0, include_str!("../matches/end.sql"), end).map(drop)
    }

    fn add_enrollment(&mut self, row: &EnrollmentRow, seq: i64) -> Result<(), StoreError> {
        let (student, school) = (row.student_id.as_bytes(), row.school_id.as_bytes());
        let exit = row.exit_day.map(SchoolDay::number);
        let entry = row.entry_day.number();
        let key: [&dyn ToSql; 4] = [student, school, &None::<i32>, &entry];
        self.keep_before(include_str!("before_enrollment.sql"), &key)?;
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
        let stored = stored_entry.number();
        let key: [&dyn ToSql; 4] = [student, school, &stored, &entry];
        self.keep_before(include_str!("before_enrollment.sql"), &key)?;
        let values = params![student, school, stored_entry.number(), entry, exit, seq];
        run(self.0, include_str!("correct_enrollment.sql"), values).map(drop)
    }

    fn put_guardian(&mut self, row: &GuardianRow) -> Result<(), StoreError> {
        self.keep_before(include_str!("before_guardian.sql"), &[row.id.as_bytes()])?;
        let GuardianRow { id, sis_id, given_name, family_name, phone, language, active } = row;
        let values = params![id.as_bytes(), sis_id, given_name, family_name, phone, language, active];
        run(self.0, include_str!("put_guardian.sql"), values).map(drop)
    }

    fn put_guardian_link(&mut self, row: &GuardianLink, seq: i64) -> Result<(), StoreError> {
        let key: [&dyn ToSql; 2] = [row.student_id.as_bytes(), row.guardian_id.as_bytes()];
        self.keep_before(include_str!("before_guardian_link.sql"), &key)?;
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
            seq,
            row.best_hours,
            row.by_contacts,
            row.interpreter,
            row.may_text
        ];
        run(self.0, include_str!("put_guardian_link.sql"), values).map(drop)
    }

    fn put_calendar_day(&mut self, row: CalendarDayRow, seq: i64) -> Result<(), StoreError> {
        let key: [&dyn ToSql; 2] = [row.school_id.as_bytes(), &row.day.number()];
        self.keep_before(include_str!("before_calendar_day.sql"), &key)?;
        let CalendarDayRow { school_id, day, day_type, value } = row;
        let values = params![school_id.as_bytes(), day.number(), day_type.word(), value.get(), seq];
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
        let Recorded { status, missed, reason } = recorded;
        let (student, school, day) = (of.student_id.as_bytes(), of.school_id.as_bytes(), of.day.number());
        let values = params![student, school, day, status.word(), missed.get(), reason, batch, seq];
        run(self.0, include_str!("record.sql"), values)?;
        if let Some(old) = supersedes {
            run(self.0, supersede, params![old, self.0.last_insert_rowid()])?;
        }
        Ok(())
    }

    fn withdraw_mark(&mut self, id: i64, batch: i64, seq: i64) -> Result<(), StoreError> {
        run(self.0, include_str!("withdraw_mark.sql"), params![id, batch, seq]).map(drop)
    }

    fn put_indicator(
        &mut self,
        of: &IndicatorKey,
        value: IndicatorValue,
        supersedes: Option<i64>,
        batch: i64,
    ) -> Result<(), StoreError> {
        let supersede = include_str!("supersede_indicator.sql");
        if let Some(old) = supersedes {
            // As in `record`: only one may be in force, and the new one has no number yet.
            run(self.0, supersede, params![old, old])?;
        }
        let IndicatorKey { student_id, kind, first, last } = of;
        let values = params![
            student_id.as_bytes(),
            kind.word(),
            first.number(),
            last.number(),
            value.hundredths(),
            batch
        ];
        run(self.0, include_str!("put_indicator.sql"), values)?;
        if let Some(old) = supersedes {
            run(self.0, supersede, params![old, self.0.last_insert_rowid()])?;
        }
        Ok(())
    }

    fn begin_batch(&mut self, kind: &str, at: i64) -> Result<i64, StoreError> {
        run(self.0, include_str!("begin_batch.sql"), params![kind, at])?;
        let batch = self.0.last_insert_rowid();
        self.1 = Some(batch);
        Ok(batch)
    }

    fn finish_batch(&mut self, batch: i64, figures: &BatchFigures) -> Result<(), StoreError> {
        let BatchFigures { digest, rows_read, changes, problems, done_by, report, outcome, school, undoes } =
            figures;
        let [rows, changes, problems] =
            [rows_read, changes, problems].map(|count| i64::try_from(*count).unwrap_or(i64::MAX));
        let done_by = done_by.map_or_else(|| "command line".to_owned(), |user| user.to_string());
        let digest: &[u8] = digest.as_ref().map_or(&[], |digest| digest);
        let school = school.as_ref().map(SchoolId::as_bytes);
        let values =
            params![batch, digest, rows, changes, problems, done_by, report, outcome.word(), school, undoes];
        run(self.0, include_str!("finish_batch.sql"), values)?;
        if *outcome == BatchOutcome::Applied && changes > 0 {
            run(self.0, include_str!("before_forget.sql"), params![batch])?;
        }
        Ok(())
    }

    fn changes_elsewhere(&mut self, school: SchoolId) -> Result<u64, StoreError> {
        let batch = self.batch()?;
        count(self.0, include_str!("changes_elsewhere.sql"), params![batch, school.as_bytes()])
    }

    fn batch_state(&mut self, batch: i64) -> Result<Option<BatchState>, StoreError> {
        undo::batch(self.0, batch)
    }

    fn built_on(&mut self, batch: i64) -> Result<Option<i64>, StoreError> {
        one(self.0, include_str!("undo_built_on.sql"), [batch], |row| Ok(row.get(0)?))
    }

    fn matched_since(&mut self, batch: i64) -> Result<u64, StoreError> {
        count(self.0, include_str!("undo_matched.sql"), params![batch])
    }

    fn undo(&mut self, of: i64, batch: i64, at: i64) -> Result<Undone, StoreError> {
        undo::Undoing::new(self, of, batch, at).run()
    }
}

fn count(tx: &Transaction<'_>, sql: &str, values: impl Params) -> Result<u64, StoreError> {
    let count = one(tx, sql, values, |row| Ok(row.get::<_, i64>(0)?.unsigned_abs()))?;
    Ok(count.unwrap_or(0))
}
