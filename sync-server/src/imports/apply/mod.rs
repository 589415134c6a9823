//! Writing what was decided: one transaction, one number of the log for each school that changed, one row of the history.

pub(super) mod attendance;
pub(super) mod calendar;
pub(super) mod contacts;
mod district;
pub(super) mod file_rows;
pub(super) mod indicators;
pub(super) mod roster;
pub(super) mod students;
pub(super) mod unstored;

use std::collections::HashMap;
use std::path::Path;

use daymark_domain::{SchoolId, UserId};
use daymark_sis_import::Refused;

use super::report::{ImportKind, ImportReport};
use super::{ImportError, ImportOptions};
use crate::store::StoreError;
use crate::store::imports::{BatchFigures, BatchOutcome, ImportStore, ImportTransaction, Verdict};

/// Runs the work in one transaction, which is kept when the report is good and somebody wants it.
fn in_one_transaction(
    store: &dyn ImportStore,
    options: &ImportOptions,
    mut work: impl FnMut(&mut dyn ImportTransaction) -> Result<ImportReport, ImportError>,
) -> Result<ImportReport, ImportError> {
    let mut outcome = Err(ImportError::Store(StoreError::Stopped));
    store.import(&mut |tx| {
        outcome = work(tx);
        if let (Ok(_), Some(school)) = (&outcome, options.only_school)
            && tx.changes_elsewhere(school)? > 0
        {
            outcome = Err(ImportError::OtherSchools);
        }
        if let Ok(report) = &mut outcome {
            report.dry_run = options.dry_run;
        }
        let is_kept = outcome.is_ok() && !options.dry_run;
        Ok(if is_kept { Verdict::Keep } else { Verdict::Discard })
    })?;
    outcome
}

/// Stops an import with bad rows unless the good ones count.
fn check_rows(report: ImportReport, options: &ImportOptions) -> Result<ImportReport, ImportError> {
    if report.rows_skipped > 0 && !options.skip_bad_rows {
        return Err(ImportError::BadRows { report: Box::new(report) });
    }
    Ok(report)
}

/// What would be ended of what there is.
struct Loss {
    of_what: &'static str,
    ended: u64,
    before: u64,
}

/// Stops an import that would end more than one in ten: that is more likely half an export than a school that emptied
/// (`field.md` R1).
fn check_losses(
    report: ImportReport,
    losses: &[Loss],
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    let too_many = losses.iter().find(|loss| loss.ended * 10 > loss.before);
    match too_many.filter(|_| !options.confirm_withdrawals) {
        Some(&Loss { of_what, ended, before }) => {
            Err(ImportError::TooManyWithdrawals { of_what, ended, before, report: Box::new(report) })
        }
        None => Ok(report),
    }
}

/// An import that has begun to write. Nothing is taken from the log before the first change.
struct Applying<'a> {
    tx: &'a mut dyn ImportTransaction,
    kind: ImportKind,
    at: i64,
    done_by: Option<UserId>,
    only_school: Option<SchoolId>,
    seqs: HashMap<SchoolId, i64>,
    batch: Option<i64>,
}

impl<'a> Applying<'a> {
    fn new(tx: &'a mut dyn ImportTransaction, kind: ImportKind, options: &ImportOptions) -> Self {
        let ImportOptions { now, done_by, only_school, .. } = *options;
        Self { tx, kind, at: now, done_by, only_school, seqs: HashMap::new(), batch: None }
    }

    /// The school's number for this import.
    fn seq(&mut self, school: SchoolId) -> Result<i64, StoreError> {
        if let Some(seq) = self.seqs.get(&school) {
            return Ok(*seq);
        }
        let seq = self.tx.next_seq(school, self.kind.word(), self.at)?;
        self.seqs.insert(school, seq);
        Ok(seq)
    }

    fn batch(&mut self) -> Result<i64, StoreError> {
        if let Some(batch) = self.batch {
            return Ok(batch);
        }
        let batch = self.tx.begin_batch(self.kind.word(), self.at)?;
        self.batch = Some(batch);
        Ok(batch)
    }

    /// Writes down what was done, or that nothing was to be done.
    fn finish(mut self, digest: [u8; 32], report: &ImportReport) -> Result<(), StoreError> {
        let figures = BatchFigures {
            digest: Some(digest),
            rows_read: report.rows,
            changes: report.changes(),
            problems: report.rows_skipped,
            done_by: self.done_by,
            outcome: BatchOutcome::Applied,
            school: self.only_school,
            undoes: None,
            report: serde_json::to_string(report)
                .map_err(|_| StoreError::Unreadable { what: "report of an import" })?,
        };
        let batch = self.batch()?;
        self.tx.finish_batch(batch, &figures)
    }
}

/// The last part of a path: sentences name files, never where they lie.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| "the file".to_owned(), |name| name.to_string_lossy().into_owned())
}

pub(super) fn unreadable(path: &Path) -> impl FnOnce(std::io::Error) -> Refused {
    move |source| Refused::Unreadable { file: file_name(path), source }
}
