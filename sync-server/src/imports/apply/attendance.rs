//! Official attendance, row by row into the transaction: memory holds the district's keys and a bit for each
//! student-day, never the file.

use std::collections::HashSet;
use std::fs::File;
use std::path::Path;

use daymark_domain::{SchoolDay, SchoolId};
use daymark_sis_import::{AttendanceRow, FileReport, Note, Problem, read_attendance};

use super::district::{District, School};
use super::{Applying, check_rows, file_name, in_one_transaction, unreadable};
use crate::imports::digest::Digesting;
use crate::imports::plan::attendance::{
    Decision, KnownDay, SeenDays, decide, recorded, unknown_school, unknown_student,
};
use crate::imports::report::counted;
use crate::imports::{ImportError, ImportKind, ImportOptions, ImportReport, Noun};
use crate::store::StoreError;
use crate::store::imports::{ImportStore, ImportTransaction, Recorded, SchoolRow, StudentDay};

pub(in crate::imports) fn import(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    in_one_transaction(store, options, |tx| apply(tx, path, options))
}

fn apply(
    tx: &mut dyn ImportTransaction,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    let name = file_name(path);
    let mut source = Digesting::new(File::open(path).map_err(unreadable(path))?);
    let district = District::read(tx, options)?;
    district.check_through(options.through)?;
    let mut import =
        AttendanceImport::new(&name, district, Applying::new(tx, ImportKind::Attendance, options.now));
    let file = read_attendance(&mut source, &name, &mut |row| import.take(row))?;
    import.finish(file, source.finish(), options)
}

/// An import under way.
struct AttendanceImport<'a> {
    file: &'a str,
    district: District,
    applying: Applying<'a>,
    seen: SeenDays,
    /// Schools that a row of the file counts for.
    in_file: HashSet<SchoolId>,
    report: ImportReport,
    doubled: u64,
    not_enrolled: u64,
    /// The latest date of a row that counts.
    latest: Option<SchoolDay>,
    /// The store's first failure; what comes behind it is not tried.
    failed: Option<StoreError>,
}

impl<'a> AttendanceImport<'a> {
    fn new(file: &'a str, district: District, applying: Applying<'a>) -> Self {
        Self {
            file,
            district,
            applying,
            seen: SeenDays::default(),
            in_file: HashSet::new(),
            report: ImportReport::new(ImportKind::Attendance),
            doubled: 0,
            not_enrolled: 0,
            latest: None,
            failed: None,
        }
    }

    fn take(&mut self, row: Result<AttendanceRow, Problem>) {
        match row {
            Err(problem) => self.report.problem(problem),
            Ok(_) if self.failed.is_some() => {}
            Ok(row) => self.failed = self.row(&row).err(),
        }
    }

    fn row(&mut self, row: &AttendanceRow) -> Result<(), StoreError> {
        let Some(&(student, student_id)) = self.district.students.get(&row.student_id) else {
            self.report.skip_row(unknown_student(self.file, row));
            return Ok(());
        };
        let Some(school) = self.district.schools.get(&row.school_id) else {
            self.report.skip_row(unknown_school(self.file, row));
            return Ok(());
        };
        let (place, school_id) = (school.place, school.row.id);
        let of = StudentDay { student_id, school_id, day: row.date };
        let (now, recorded) = (self.applying.tx.recorded_now(of)?, recorded(row));
        let known = KnownDay {
            is_seen: self.seen.has(student, place, row.date),
            now: now.as_ref(),
            day_type: school.calendar.get(&row.date).copied(),
            has_calendar: !school.calendar.is_empty(),
        };
        match decide(self.file, row, &recorded, &known) {
            Decision::Refuse(problem) => {
                self.report.skip_row(problem);
                return Ok(());
            }
            Decision::Double => {
                self.doubled += 1;
                return Ok(());
            }
            Decision::Keep => self.report.unchanged.count(Noun::AttendanceRecord),
            Decision::Add => {
                self.report.added.count(Noun::AttendanceRecord);
                self.record(of, &recorded, None)?;
            }
            Decision::Correct(old) => {
                self.report.corrected.count(Noun::AttendanceRecord);
                self.record(of, &recorded, Some(old))?;
            }
        }
        self.seen.add(student, place, row.date);
        self.in_file.insert(school_id);
        self.latest = self.latest.max(Some(row.date));
        self.not_enrolled += u64::from(!self.district.is_enrolled(student, place, row.date));
        Ok(())
    }

    fn record(
        &mut self,
        of: StudentDay,
        recorded: &Recorded,
        supersedes: Option<i64>,
    ) -> Result<(), StoreError> {
        let (seq, batch) = (self.applying.seq(of.school_id)?, self.applying.batch()?);
        self.applying.tx.record(of, recorded, supersedes, batch, seq)
    }

    fn finish(
        mut self,
        file: FileReport,
        digest: [u8; 32],
        options: &ImportOptions,
    ) -> Result<ImportReport, ImportError> {
        if let Some(failed) = self.failed {
            return Err(failed.into());
        }
        self.report.rows = file.rows + file.bad_rows;
        self.report.rows_skipped += file.bad_rows;
        self.report.notes.extend(file.notes);
        self.note(self.doubled, "that an earlier row of the file says word for word, counted once");
        let text = "of students who were not enrolled in that school on that day; kept, and counted once the roster \
                    says that they were";
        self.note(self.not_enrolled, text);
        let mut report = check_rows(self.report, options)?;
        let up_to = options.through.or(self.latest);
        for school in self.district.schools.values().filter(|school| self.in_file.contains(&school.row.id)) {
            cover(school, &mut self.applying, up_to, options, &mut report)?;
        }
        self.applying.finish(digest, &report)?;
        Ok(report)
    }

    fn note(&mut self, count: u64, text: &str) {
        if count > 0 {
            let text = format!("has {} {text}", counted(count, "row"));
            self.report.notes.push(Note::new(self.file, text));
        }
    }
}

/// Moves on the day through which a school in the file is known: its last school day up to the file's latest date, or up
/// to the one that the person names. Never back, never behind today.
fn cover(
    school: &School,
    applying: &mut Applying<'_>,
    up_to: Option<SchoolDay>,
    options: &ImportOptions,
    report: &mut ImportReport,
) -> Result<(), StoreError> {
    let covered = up_to.and_then(|day| school.last_school_day(day));
    let row = SchoolRow {
        negative_reporting: options.negative_reporting.unwrap_or(school.row.negative_reporting),
        recorded_through: school.row.recorded_through.max(covered),
        ..school.row.clone()
    };
    if row != school.row {
        report.corrected.count(Noun::SchoolSetting);
        applying.tx.put_school(&row)?;
        applying.seq(row.id)?;
    }
    Ok(())
}
