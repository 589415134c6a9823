//! Writing what was decided: one transaction, one number of the log for each school that changed, one batch.

pub(super) mod attendance;
pub(super) mod calendar;
mod district;
pub(super) mod roster;

use std::collections::HashMap;
use std::path::Path;

use daymark_domain::SchoolId;
use daymark_sis_import::Refused;

use super::report::{ImportKind, ImportReport};
use super::{ImportError, ImportOptions};
use crate::store::StoreError;
use crate::store::imports::{BatchFigures, ImportStore, ImportTransaction, Verdict};

/// Runs the work in one transaction, which is kept when the report is good and somebody wants it.
fn in_one_transaction(
    store: &dyn ImportStore,
    options: &ImportOptions,
    mut work: impl FnMut(&mut dyn ImportTransaction) -> Result<ImportReport, ImportError>,
) -> Result<ImportReport, ImportError> {
    let mut outcome = Err(ImportError::Store(StoreError::Stopped));
    store.import(&mut |tx| {
        outcome = work(tx);
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

/// An import that has begun to write. Nothing is taken from the log, and no batch begun, before the first change.
struct Applying<'a> {
    tx: &'a mut dyn ImportTransaction,
    kind: ImportKind,
    at: i64,
    seqs: HashMap<SchoolId, i64>,
    batch: Option<i64>,
}

impl<'a> Applying<'a> {
    fn new(tx: &'a mut dyn ImportTransaction, kind: ImportKind, at: i64) -> Self {
        Self { tx, kind, at, seqs: HashMap::new(), batch: None }
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

    /// Writes down what was done, if anything was.
    fn finish(mut self, digest: [u8; 32], report: &ImportReport) -> Result<(), StoreError> {
        if report.changes() == 0 {
            return Ok(());
        }
        let figures = BatchFigures {
            digest,
            rows_read: report.rows,
            changes: report.changes(),
            problems: report.rows_skipped,
        };
        let batch = self.batch()?;
        self.tx.finish_batch(batch, &figures)
    }
}

/// The last part of a path: sentences name files, never where they lie.
fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| "the file".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn unreadable(path: &Path) -> impl FnOnce(std::io::Error) -> Refused {
    move |source| Refused::Unreadable { file: file_name(path), source }
}
