//! Behaviour and courses, row by row into the transaction.

use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

use daymark_domain::StudentId;
use daymark_sis_import::{IndicatorRow, Problem, read_indicators};

use super::{Applying, check_rows, file_name, in_one_transaction, unreadable};
use crate::imports::digest::Digesting;
use crate::imports::plan::problem;
use crate::imports::progress::Telling;
use crate::imports::report::Done;
use crate::imports::{ImportError, ImportKind, ImportOptions, ImportReport, Noun};
use crate::store::StoreError;
use crate::store::imports::{ImportStore, ImportTransaction, IndicatorKey};

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
    let students = tx.student_keys()?.into_iter().collect();
    let mut import = IndicatorsImport {
        file: &name,
        students,
        applying: Applying::new(tx, ImportKind::Indicators, options),
        report: ImportReport::new(ImportKind::Indicators),
        failed: None,
    };
    let file = read_indicators(&mut source, &name, &mut |row| import.take(row))?;
    let IndicatorsImport { applying, mut report, failed, .. } = import;
    if let Some(failed) = failed {
        return Err(failed.into());
    }
    report.read(&file);
    let report = check_rows(report, options)?;
    applying.finish(source.finish(), &report)?;
    Ok(report)
}

/// An import under way.
struct IndicatorsImport<'a> {
    file: &'a str,
    students: HashMap<String, StudentId>,
    applying: Applying<'a>,
    report: ImportReport,
    /// The store's first failure; what comes behind it is not tried.
    failed: Option<StoreError>,
}

impl IndicatorsImport<'_> {
    fn take(&mut self, row: Result<IndicatorRow, Problem>) {
        match row {
            Err(problem) => self.report.problem(problem),
            Ok(_) if self.failed.is_some() => {}
            Ok(row) => self.failed = self.row(&row).err(),
        }
    }

    /// A value takes the place of the one that an earlier file had for the same student, kind and period.
    fn row(&mut self, row: &IndicatorRow) -> Result<(), StoreError> {
        let Some(&student_id) = self.students.get(&row.student_id) else {
            let expected = "the id of a student who is here; import the OneRoster set first";
            let unknown = problem(self.file, row.line, "student_id", &row.student_id, expected);
            self.report.skip_row(unknown);
            return Ok(());
        };
        let of = IndicatorKey { student_id, kind: row.kind, first: row.period_start, last: row.period_end };
        let now = self.applying.tx.indicator_now(&of)?;
        let words = || {
            let IndicatorRow { student_id, kind, period_start, period_end, .. } = row;
            format!("{student_id}: {} from {period_start} to {period_end}", kind.word())
        };
        match &now {
            Some(now) if now.value == row.value => {
                self.report.unchanged.count(Noun::Indicator);
                return Ok(());
            }
            Some(_) => self.report.change(Done::Corrected, Noun::Indicator, words),
            None => self.report.change(Done::Added, Noun::Indicator, words),
        }
        let batch = self.applying.batch()?;
        self.applying.tx.put_indicator(&of, row.value, now.map(|now| now.id), batch)
    }
}
