//! What a file would do, and what a person would have to agree to.

use std::path::Path;

use super::apply::unstored::noted;
use super::{ImportError, ImportKind, ImportOptions, ImportReport, apply};
use crate::store::imports::ImportStore;

/// A dry run, and what it takes to store it.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What it would do.
    pub report: ImportReport,
    /// There are bad rows: only the others would be stored.
    pub skips_bad_rows: bool,
    /// More than a tenth of what there is would be ended: of what, how much, out of how much.
    pub withdraws: Option<(&'static str, u64, u64)>,
}

/// Imports that kind of file. Blocks; call it from a thread that may.
pub fn import_kind(
    store: &dyn ImportStore,
    kind: ImportKind,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    noted(store, kind, path, options, || apply(store, kind, path, options))
}

/// Tries the file as carefully as an import would and, where that stops, as if a person had agreed; nothing is stored but
/// one row of the history. Blocks; call it from a thread that may.
pub fn preview(
    store: &dyn ImportStore,
    kind: ImportKind,
    path: &Path,
    options: &ImportOptions,
) -> Result<Preview, ImportError> {
    let mut options = ImportOptions { dry_run: true, ..options.clone() };
    let (mut skips_bad_rows, mut withdraws) = (false, None);
    let noting = options.clone();
    let report = noted(store, kind, path, &noting, || {
        loop {
            match apply(store, kind, path, &options) {
                Err(ImportError::BadRows { .. }) if !options.skip_bad_rows => {
                    (skips_bad_rows, options.skip_bad_rows) = (true, true);
                }
                Err(ImportError::TooManyWithdrawals { of_what, ended, before, .. })
                    if !options.confirm_withdrawals =>
                {
                    (withdraws, options.confirm_withdrawals) = (Some((of_what, ended, before)), true);
                }
                done => return done,
            }
        }
    })?;
    Ok(Preview { report, skips_bad_rows, withdraws })
}

fn apply(
    store: &dyn ImportStore,
    kind: ImportKind,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    match kind {
        ImportKind::OneRoster => apply::roster::import(store, path, options),
        ImportKind::Attendance => apply::attendance::import(store, path, options),
        ImportKind::Calendar => apply::calendar::import(store, path, options),
        ImportKind::Contacts => apply::contacts::import(store, path, options),
        ImportKind::Indicators => apply::indicators::import(store, path, options),
        ImportKind::Students => apply::students::import(store, path, options),
    }
}
