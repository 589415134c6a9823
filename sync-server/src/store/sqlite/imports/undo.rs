//! Undoing: what an import changed goes back, what it added is ended, under new numbers of the log.

use std::collections::{BTreeMap, HashMap};

use daymark_domain::{IndicatorKind, IndicatorValue, SchoolDay, SchoolId, StudentId};
use daymark_sqlite::rusqlite::{Row, Transaction, params};

use super::super::values::{all, day, day_part, id, one, run};
use super::SqliteImport;
use crate::store::StoreError;
use crate::store::imports::{
    BatchOutcome, BatchState, ImportTransaction, IndicatorKey, Recorded, StudentDay, Undone,
};

pub(super) fn batch(tx: &Transaction<'_>, number: i64) -> Result<Option<BatchState>, StoreError> {
    one(tx, include_str!("undo_batch.sql"), [number], |row| {
        Ok(BatchState {
            kind: row.get(0)?,
            outcome: BatchOutcome::from_word(row.get_ref(1)?.as_str().unwrap_or_default())
                .ok_or(StoreError::Unreadable { what: "outcome of an import" })?,
            school: row.get::<_, Option<_>>(2)?.map(SchoolId::from_bytes),
            is_undoing: row.get(3)?,
            can_be_undone: row.get(4)?,
            is_undone: row.get(5)?,
            changes: row.get::<_, i64>(6)?.unsigned_abs(),
        })
    })
}

/// One undoing under way.
pub(super) struct Undoing<'a, 'b> {
    import: &'a mut SqliteImport<'b>,
    /// What is undone.
    of: i64,
    /// What undoes it.
    batch: i64,
    at: i64,
    seqs: HashMap<SchoolId, i64>,
    put_back: BTreeMap<String, u64>,
    ended: BTreeMap<String, u64>,
}

/// A row that the import touched.
struct Touched {
    id: i64,
    noun: String,
    key: [u8; 16],
    key2: Option<[u8; 16]>,
    is_added: bool,
}

impl<'a, 'b> Undoing<'a, 'b> {
    pub(super) fn new(import: &'a mut SqliteImport<'b>, of: i64, batch: i64, at: i64) -> Self {
        let (put_back, ended) = (BTreeMap::new(), BTreeMap::new());
        Self { import, of, batch, at, seqs: HashMap::new(), put_back, ended }
    }

    pub(super) fn run(mut self) -> Result<Undone, StoreError> {
        // Enrollments first: they say which school's phones learn of a student and of who is called.
        for of_enrollment in [true, false] {
            let rows = all(
                self.import.0,
                include_str!("before_rows.sql"),
                params![self.of, of_enrollment],
                touched,
            )?;
            for row in rows {
                self.row(&row)?;
            }
        }
        self.marks()?;
        self.indicators()?;
        Ok(Undone { schools: self.seqs.into_keys().collect(), put_back: self.put_back, ended: self.ended })
    }

    fn row(&mut self, row: &Touched) -> Result<(), StoreError> {
        let seq = self.seq_of(row)?;
        let sql = match (row.noun.as_str(), row.is_added) {
            ("school", false) => include_str!("restore_school.sql"),
            ("student", false) => include_str!("restore_student.sql"),
            ("attributes", false) => include_str!("restore_attributes.sql"),
            ("enrollment_source", false) => include_str!("restore_enrollment_source.sql"),
            ("enrollment", false) => include_str!("restore_enrollment.sql"),
            ("guardian", false) => include_str!("restore_guardian.sql"),
            ("guardian_link", false) => include_str!("restore_guardian_link.sql"),
            ("calendar_day", false) => include_str!("restore_calendar_day.sql"),
            ("match", false) => include_str!("restore_match.sql"),
            // A school without anybody in it stays: its log is named for ever.
            ("school", true) => return Ok(()),
            ("student", true) => include_str!("end_added_student.sql"),
            ("enrollment_source", true) => include_str!("end_added_enrollment_source.sql"),
            ("enrollment", true) => include_str!("end_added_enrollment.sql"),
            ("guardian", true) => include_str!("end_added_guardian.sql"),
            ("guardian_link", true) => include_str!("end_added_guardian_link.sql"),
            ("calendar_day", true) => include_str!("end_added_calendar_day.sql"),
            _ => return Err(StoreError::Unreadable { what: "row that an import touched" }),
        };
        let changed = match seq {
            Some(seq) => run(self.import.0, sql, params![row.id, seq])?,
            None => run(self.import.0, sql, params![row.id])?,
        };
        if changed > 0 && row.noun != "enrollment_source" {
            let noun = if row.noun == "school" { "school_setting" } else { &row.noun };
            self.count(noun, row.is_added);
        }
        Ok(())
    }

    /// The number of the log under which phones learn of the row; none for what no phone shows.
    fn seq_of(&mut self, row: &Touched) -> Result<Option<i64>, StoreError> {
        let school = match row.noun.as_str() {
            "school" => {
                self.seq(SchoolId::from_bytes(row.key))?;
                return Ok(None);
            }
            "calendar_day" => SchoolId::from_bytes(row.key),
            "enrollment" | "match" => row.key2.map(SchoolId::from_bytes).ok_or(UNREADABLE)?,
            "student" | "guardian_link" => match self.home(row.key)? {
                Some(school) => school,
                // Enrolled nowhere, so on nobody's phone.
                None => return Ok(Some(0)),
            },
            _ => return Ok(None),
        };
        self.seq(school).map(Some)
    }

    fn home(&self, student: [u8; 16]) -> Result<Option<SchoolId>, StoreError> {
        one(self.import.0, include_str!("home_school.sql"), [student], |row| id(row, 0, SchoolId::from_bytes))
    }

    fn seq(&mut self, school: SchoolId) -> Result<i64, StoreError> {
        if let Some(seq) = self.seqs.get(&school) {
            return Ok(*seq);
        }
        let seq = self.import.next_seq(school, "undo", self.at)?;
        self.seqs.insert(school, seq);
        Ok(seq)
    }

    fn count(&mut self, noun: &str, is_ended: bool) {
        let counts = if is_ended { &mut self.ended } else { &mut self.put_back };
        *counts.entry(noun.to_owned()).or_default() += 1;
    }

    /// A mark that took another's place gives it back, a new one is taken back, one that was taken back stands again.
    fn marks(&mut self) -> Result<(), StoreError> {
        for mark in all(self.import.0, include_str!("undo_marks.sql"), [self.of], mark)? {
            let seq = self.seq(mark.of.school_id)?;
            match (&mark.was, mark.now) {
                (Some(was), now) => self.import.record(mark.of, was, now, self.batch, seq)?,
                (None, Some(now)) => self.import.withdraw_mark(now, self.batch, seq)?,
                (None, None) => continue,
            }
            self.count("attendance_record", mark.was.is_none());
        }
        Ok(())
    }

    fn indicators(&mut self) -> Result<(), StoreError> {
        for (now, key, was) in all(self.import.0, include_str!("undo_indicators.sql"), [self.of], indicator)?
        {
            match was {
                Some(was) => self.import.put_indicator(&key, was, Some(now), self.batch)?,
                None => run(self.import.0, include_str!("withdraw_indicator.sql"), [now]).map(drop)?,
            }
            self.count("indicator", was.is_none());
        }
        Ok(())
    }
}

const UNREADABLE: StoreError = StoreError::Unreadable { what: "row that an import touched" };

fn touched(row: &Row<'_>) -> Result<Touched, StoreError> {
    Ok(Touched {
        id: row.get(0)?,
        noun: row.get(1)?,
        key: row.get(2)?,
        key2: row.get(3)?,
        is_added: row.get(4)?,
    })
}

/// A mark of the batch, or one that it took back.
struct Mark {
    now: Option<i64>,
    of: StudentDay,
    was: Option<Recorded>,
}

fn mark(row: &Row<'_>) -> Result<Mark, StoreError> {
    let was = match row.get::<_, Option<String>>(4)? {
        None => None,
        Some(status) => Some(Recorded {
            status: status.parse().map_err(|_| StoreError::Unreadable { what: "attendance status" })?,
            missed: day_part(row, 5)?,
            reason: row.get(6)?,
        }),
    };
    let (student_id, school_id) = (id(row, 1, StudentId::from_bytes)?, id(row, 2, SchoolId::from_bytes)?);
    Ok(Mark { now: row.get(0)?, of: StudentDay { student_id, school_id, day: day(row, 3)? }, was })
}

fn indicator(row: &Row<'_>) -> Result<(i64, IndicatorKey, Option<IndicatorValue>), StoreError> {
    let kind: String = row.get(2)?;
    let kind: IndicatorKind = kind.parse().map_err(|_| StoreError::Unreadable { what: "indicator" })?;
    let (first, last): (SchoolDay, SchoolDay) = (day(row, 3)?, day(row, 4)?);
    let was = match row.get::<_, Option<u32>>(5)? {
        None => None,
        Some(value) => {
            Some(IndicatorValue::from_hundredths(value).ok_or(StoreError::Unreadable { what: "indicator" })?)
        }
    };
    Ok((row.get(0)?, IndicatorKey { student_id: id(row, 1, StudentId::from_bytes)?, kind, first, last }, was))
}
