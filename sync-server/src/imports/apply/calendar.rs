//! School days, holidays, snow days.

use std::fs::File;
use std::path::Path;

use daymark_sis_import::{Note, PROBLEMS_LISTED_MAX, read_calendar};

use super::{Applying, check_rows, file_name, in_one_transaction, unreadable};
use crate::imports::digest::Digesting;
use crate::imports::plan::calendar::{CalendarFile, CalendarPlan};
use crate::imports::report::counted;
use crate::imports::{ImportError, ImportKind, ImportOptions, ImportReport};
use crate::store::StoreError;
use crate::store::imports::{CalendarDayRow, ImportStore, ImportTransaction};

pub(in crate::imports) fn import(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    let (file, digest) = read(path)?;
    in_one_transaction(store, options, |tx| apply(tx, &file, options, digest))
}

fn read(path: &Path) -> Result<(CalendarFile, [u8; 32]), ImportError> {
    let mut source = Digesting::new(File::open(path).map_err(unreadable(path))?);
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    let report = read_calendar(&mut source, &file_name(path), &mut |row| match row {
        Ok(row) => rows.push(row),
        Err(problem) if problems.len() < PROBLEMS_LISTED_MAX => problems.push(problem),
        Err(_) => {}
    })?;
    Ok((CalendarFile { rows, problems, report }, source.finish()))
}

fn apply(
    tx: &mut dyn ImportTransaction,
    file: &CalendarFile,
    options: &ImportOptions,
    digest: [u8; 32],
) -> Result<ImportReport, ImportError> {
    let CalendarPlan { days, taken_back, report } =
        CalendarPlan::new(&tx.schools()?, &tx.calendar_days()?, file);
    let mut report = check_rows(report, options)?;
    note_records_taken_back(tx, &file.report.file, &taken_back, &mut report)?;
    let mut applying = Applying::new(tx, ImportKind::Calendar, options.now);
    for day in days {
        let seq = applying.seq(day.school_id)?;
        applying.tx.put_calendar_day(day, seq)?;
    }
    applying.finish(digest, &report)?;
    Ok(report)
}

/// A snow day that is declared afterwards takes the marks of that day out of every figure (`domain.md` T12).
fn note_records_taken_back(
    tx: &mut dyn ImportTransaction,
    file: &str,
    taken_back: &[CalendarDayRow],
    report: &mut ImportReport,
) -> Result<(), StoreError> {
    let mut records = 0;
    for day in taken_back {
        records += tx.records_on(day.school_id, day.day)?;
    }
    if records > 0 {
        let records = counted(records, "attendance record");
        let text = format!("takes back school days with {records}, kept but no longer counted");
        report.notes.push(Note::new(file, text));
    }
    Ok(())
}
