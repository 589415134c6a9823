//! A report for programs: `--format json`, the history, a page.

use daymark_sis_import::{Found, Problem, ReadAs};
use serde::{Serialize, Serializer};

use super::{Change, ImportKind, ImportReport, PROBLEMS_PRINTED_MAX, Tally};

#[derive(Serialize)]
struct Face<'a> {
    kind: ImportKind,
    dry_run: bool,
    rows: u64,
    rows_skipped: u64,
    added: &'a Tally,
    corrected: &'a Tally,
    withdrawn: &'a Tally,
    unchanged: &'a Tally,
    problems: Vec<ProblemFace<'a>>,
    problems_unlisted: u64,
    notes: Vec<String>,
    sample: &'a [Change],
    preview: Vec<ReadAsFace<'a>>,
}

#[derive(Serialize)]
struct ReadAsFace<'a> {
    found: &'a str,
    read_as: &'a str,
    times: u64,
}

#[derive(Serialize)]
struct ProblemFace<'a> {
    file: &'a str,
    line: u64,
    column: Option<&'a str>,
    expected: &'a str,
    /// None: the field is empty.
    found: Option<String>,
}

impl<'a> From<&'a Problem> for ProblemFace<'a> {
    fn from(problem: &'a Problem) -> Self {
        let Problem { file, line, column, found, expected } = problem;
        let found = match found {
            Found::Nothing => None,
            Found::Value(value) => Some(value.clone()),
            other => Some(other.to_string()),
        };
        Self { file, line: *line, column: *column, expected, found }
    }
}

impl<'a> From<&'a ReadAs> for ReadAsFace<'a> {
    fn from(ReadAs { found, read_as, times }: &'a ReadAs) -> Self {
        Self { found, read_as, times: *times }
    }
}

impl Serialize for ImportReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let problems = self.problems.iter().take(PROBLEMS_PRINTED_MAX).map(Into::into);
        let more = self.problems.len().saturating_sub(PROBLEMS_PRINTED_MAX) as u64;
        let face = Face {
            kind: self.kind,
            dry_run: self.dry_run,
            rows: self.rows,
            rows_skipped: self.rows_skipped,
            added: &self.added,
            corrected: &self.corrected,
            withdrawn: &self.withdrawn,
            unchanged: &self.unchanged,
            problems: problems.collect(),
            problems_unlisted: self.problems_unlisted + more,
            notes: self.notes.iter().map(ToString::to_string).collect(),
            sample: &self.sample,
            preview: self.preview.iter().map(Into::into).collect(),
        };
        face.serialize(serializer)
    }
}
