//! Imports that stored nothing leave a row in the history all the same: that a file was tried, or why it was refused.

use std::fs::File;
use std::io;
use std::path::Path;

use serde_json::{Value, json};

use crate::imports::digest::Digesting;
use crate::imports::{ImportError, ImportKind, ImportOptions, ImportReport};
use crate::store::StoreError;
use crate::store::imports::{BatchFigures, BatchOutcome, ImportStore, Verdict};

/// Runs the import and writes down what it did not write down itself.
pub(in crate::imports) fn noted(
    store: &dyn ImportStore,
    kind: ImportKind,
    path: &Path,
    options: &ImportOptions,
    import: impl FnOnce() -> Result<ImportReport, ImportError>,
) -> Result<ImportReport, ImportError> {
    let done = import();
    let (outcome, report) = match &done {
        Ok(report) if options.dry_run => (BatchOutcome::Tried, Some(report)),
        // A store that failed cannot be written to, and it is no fault of the file.
        Ok(_) | Err(ImportError::Store(_)) => return done,
        Err(stopped) => (BatchOutcome::Refused, stopped.report()),
    };
    let told = told(kind, report, done.as_ref().err());
    let figures = BatchFigures {
        digest: digest_of(path),
        rows_read: report.map_or(0, |report| report.rows),
        changes: report.map_or(0, ImportReport::changes),
        problems: report.map_or(0, |report| report.rows_skipped),
        done_by: options.done_by,
        report: told?.to_string(),
        outcome,
        school: options.only_school,
        undoes: None,
    };
    store.import(&mut |tx| {
        let batch = tx.begin_batch(kind.word(), options.now)?;
        tx.finish_batch(batch, &figures)?;
        Ok(Verdict::Keep)
    })?;
    done
}

/// The report, if the file was read whole, with the sentence that it was refused with: the last one, since the problems
/// before it stand in the report.
fn told(
    kind: ImportKind,
    report: Option<&ImportReport>,
    stopped: Option<&ImportError>,
) -> Result<Value, StoreError> {
    let unreadable = |_| StoreError::Unreadable { what: "report of an import" };
    let mut told = match report {
        Some(report) => serde_json::to_value(report).map_err(unreadable)?,
        None => json!({ "kind": kind.word() }),
    };
    if let Some(stopped) = stopped {
        told["refused"] = stopped.to_string().lines().last().unwrap_or_default().into();
    }
    Ok(told)
}

/// Of a file; a folder that was refused may be anything.
fn digest_of(path: &Path) -> Option<[u8; 32]> {
    let mut file = Digesting::new(File::open(path).ok()?);
    io::copy(&mut file, &mut io::sink()).ok()?;
    Some(file.finish())
}
