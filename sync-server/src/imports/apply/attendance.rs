//! Official attendance, row by row into the transaction: memory holds the district's keys and a bit for each
//! student-day, never the file.

use std::collections::HashSet;
use std::fs::File;
use std::path::Path;

use daymark_domain::{SchoolDay, SchoolId};
use daymark_sis_import::{AttendanceMap, AttendanceRow, FileReport, Note, Problem, read_attendance_as};

use super::district::{District, School};
use super::{Applying, Loss, check_losses, check_rows, file_name, in_one_transaction, unreadable};
use crate::imports::digest::Digesting;
use crate::imports::plan::attendance::{
    Decision, KnownDay, SeenDays, decide, mark_words, place_words, recorded, unknown_school, unknown_student,
};
use crate::imports::progress::Telling;
use crate::imports::report::{Done, counted};
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
    let mut source =
        Digesting::new(Telling::new(File::open(path).map_err(unreadable(path))?, &options.progress));
    let district = District::read(tx, options)?;
    district.check_through(options.through)?;
    let mut import =
        AttendanceImport::new(&name, district, Applying::new(tx, ImportKind::Attendance, options));
    let map = options.attendance_map.clone().unwrap_or_default();
    let file = read_attendance_as(&mut source, &name, &map, &mut |row| import.take(row))?;
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
    /// The first and the last date of a row that counts.
    span: Option<(SchoolDay, SchoolDay)>,
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
            span: None,
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
            Decision::Keep => drop(self.report.unchanged.count(Noun::AttendanceRecord)),
            Decision::Add => {
                let words = || format!("{}: {}", place_words(row), mark_words(&recorded));
                self.report.change(Done::Added, Noun::AttendanceRecord, words);
                self.record(of, &recorded, None)?;
            }
            Decision::Correct(old) => {
                let was = now.as_ref().map(|now| mark_words(&now.recorded)).unwrap_or_default();
                let words = || format!("{}: {was} → {}", place_words(row), mark_words(&recorded));
                self.report.change(Done::Corrected, Noun::AttendanceRecord, words);
                self.record(of, &recorded, Some(old))?;
            }
        }
        self.seen.add(student, place, row.date);
        self.in_file.insert(school_id);
        let (first, last) = self.span.unwrap_or((row.date, row.date));
        self.span = Some((first.min(row.date), last.max(row.date)));
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
        self.report.read(&file);
        self.note(self.doubled, "that an earlier row of the file says word for word, counted once");
        let text = "of students who were not enrolled in that school on that day; kept, and counted once the roster \
                    says that they were";
        self.note(self.not_enrolled, text);
        let up_to = options.through.or(self.span.map(|(_, last)| last));
        if let Some((first, last)) = self.span.filter(|_| options.whole) {
            self.withdraw_unseen(first, up_to.unwrap_or(last), options)?;
        }
        let mut report = check_rows(self.report, options)?;
        for school in self.district.schools.values().filter(|school| self.in_file.contains(&school.row.id)) {
            cover(school, &mut self.applying, up_to, options, &mut report)?;
        }
        self.applying.finish(digest, &report)?;
        Ok(report)
    }

    /// A whole file has every mark of its schools from its first date to its last: what it no longer has is taken back,
    /// unless a row that could not be used may be it.
    fn withdraw_unseen(
        &mut self,
        first: SchoolDay,
        last: SchoolDay,
        options: &ImportOptions,
    ) -> Result<(), ImportError> {
        if self.report.rows_skipped > 0 {
            let text =
                "has rows that could not be used, so no mark was taken back: it may stand in those rows";
            self.report.notes.push(Note::new(self.file, text));
            return Ok(());
        }
        let students = self.district.students_by_id();
        let (mut unseen, mut before) = (Vec::new(), 0);
        for (sis_id, school) in
            self.district.schools.iter().filter(|(_, school)| self.in_file.contains(&school.row.id))
        {
            for (id, student, day) in self.applying.tx.marks_between(school.row.id, first, last)? {
                before += 1;
                let known = students.get(&student).copied();
                if known.is_none_or(|(place, _)| !self.seen.has(place, school.place, day)) {
                    let student = known.map(|(_, key)| key).unwrap_or_default();
                    unseen.push((id, school.row.id, format!("{student} in {sis_id} on {day}")));
                }
            }
        }
        for (_, _, words) in &mut unseen {
            self.report.change(Done::Withdrawn, Noun::AttendanceRecord, || std::mem::take(words));
        }
        let loss =
            Loss { of_what: "attendance records of the file's days", ended: unseen.len() as u64, before };
        let report = std::mem::replace(&mut self.report, ImportReport::new(ImportKind::Attendance));
        self.report = check_losses(report, &[loss], options)?;
        for (id, school, _) in unseen {
            let (seq, batch) = (self.applying.seq(school)?, self.applying.batch()?);
            self.applying.tx.withdraw_mark(id, batch, seq)?;
        }
        Ok(())
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
    let of_map = options.attendance_map.as_ref().and_then(AttendanceMap::negative_reporting);
    let reporting = options.negative_reporting.or(of_map);
    let covered = up_to.and_then(|day| school.last_school_day(day));
    let row = SchoolRow {
        negative_reporting: reporting.unwrap_or(school.row.negative_reporting),
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
