//! What reports group students by.

use std::path::Path;

use daymark_sis_import::read_student_attributes;

use super::file_rows::FileRows;
use super::{Applying, check_rows, in_one_transaction};
use crate::imports::plan::students::{StudentsFile, StudentsPlan};
use crate::imports::{ImportError, ImportKind, ImportOptions, ImportReport};
use crate::store::imports::{ImportStore, ImportTransaction};

pub(in crate::imports) fn import(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    let file = FileRows::read(path, &options.progress, |source, name, sink| {
        read_student_attributes(source, name, sink)
    })?;
    in_one_transaction(store, options, |tx| apply(tx, &file, options))
}

fn apply(
    tx: &mut dyn ImportTransaction,
    file: &StudentsFile,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    let StudentsPlan { attributes, report } =
        StudentsPlan::new(&tx.student_keys()?, tx.student_attributes()?, file);
    let report = check_rows(report, options)?;
    let applying = Applying::new(tx, ImportKind::Students, options);
    for (student, row) in &attributes {
        applying.tx.put_student_attributes(*student, row)?;
    }
    applying.finish(file.digest, &report)?;
    Ok(report)
}
