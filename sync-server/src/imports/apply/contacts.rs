//! What guardians are to students, from a file of its own.

use std::path::Path;

use daymark_sis_import::read_student_contacts;

use super::file_rows::FileRows;
use super::roster::stored;
use super::{Applying, check_rows, in_one_transaction};
use crate::imports::plan::contacts::{ContactsFile, ContactsPlan};
use crate::imports::{ImportError, ImportKind, ImportOptions, ImportReport};
use crate::store::imports::{ImportStore, ImportTransaction};

pub(in crate::imports) fn import(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    let file = FileRows::read(path, &options.progress, |source, name, sink| {
        read_student_contacts(source, name, sink)
    })?;
    in_one_transaction(store, options, |tx| apply(tx, &file, options))
}

fn apply(
    tx: &mut dyn ImportTransaction,
    file: &ContactsFile,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    let ContactsPlan { guardians, links, report } = ContactsPlan::new(&stored(tx)?, file);
    let report = check_rows(report, options)?;
    let mut applying = Applying::new(tx, ImportKind::Contacts, options);
    for guardian in &guardians {
        applying.tx.put_guardian(guardian)?;
    }
    for (school, link) in &links {
        let seq = applying.seq(*school)?;
        applying.tx.put_guardian_link(link, seq)?;
    }
    applying.finish(file.digest, &report)?;
    Ok(report)
}
