//! A single file, read whole before anything is decided.

use std::fs::File;
use std::path::Path;

use daymark_sis_import::{FileReport, PROBLEMS_LISTED_MAX, Problem, Refused};

use super::{file_name, unreadable};
use crate::imports::digest::Digesting;
use crate::imports::progress::{Progress, Telling};
use crate::imports::report::{ImportKind, ImportReport};

/// A file that was read whole.
pub(in crate::imports) struct FileRows<T> {
    pub rows: Vec<T>,
    pub digest: [u8; 32],
    problems: Vec<Problem>,
    unlisted: u64,
    file: FileReport,
}

/// Where a reader puts its rows.
type Sink<'a, T> = &'a mut dyn FnMut(Result<T, Problem>);

impl<T> FileRows<T> {
    /// Reads the file with one of the readers of `daymark_sis_import`.
    pub fn read(
        path: &Path,
        progress: &Progress,
        reader: impl FnOnce(&mut Digesting<Telling<File>>, &str, Sink<'_, T>) -> Result<FileReport, Refused>,
    ) -> Result<Self, Refused> {
        let mut source = Digesting::new(Telling::new(File::open(path).map_err(unreadable(path))?, progress));
        let (mut rows, mut problems, mut unlisted) = (Vec::new(), Vec::new(), 0);
        let file = reader(&mut source, &file_name(path), &mut |row| match row {
            Ok(row) => rows.push(row),
            Err(problem) if problems.len() < PROBLEMS_LISTED_MAX => problems.push(problem),
            Err(_) => unlisted += 1,
        })?;
        Ok(Self { rows, digest: source.finish(), problems, unlisted, file })
    }

    /// The file's own name.
    pub fn name(&self) -> &str {
        &self.file.file
    }

    /// What the reading alone has to report.
    pub fn report(&self, kind: ImportKind) -> ImportReport {
        let mut report = ImportReport::new(kind);
        report.read(&self.file);
        report.problems.clone_from(&self.problems);
        report.problems_unlisted = self.unlisted;
        report
    }
}
