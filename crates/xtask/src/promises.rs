//! `docs/guarantees.md` promises and `docs/threat-model.md` answers by naming tests; here each name is looked for, so that
//! a test that is renamed or taken away takes no promise with it unnoticed.

use std::fs;
use std::path::Path;

use crate::step::{Outcome, at};

const ROWS: &str = "tests/faults/rows.rs";

/// A page whose table names tests.
struct Page {
    path: &'static str,
    /// How a line of the table begins.
    begins: &'static str,
    /// The column whose files and functions have to be there; the first is 0.
    done_by: Option<usize>,
    /// The column whose tests have to be there.
    shown_by: usize,
}

const PAGES: [Page; 2] = [
    Page { path: "docs/guarantees.md", begins: "| P", done_by: None, shown_by: 2 },
    Page { path: "docs/threat-model.md", begins: "| T", done_by: Some(3), shown_by: 4 },
];

/// What is cited and is not there.
pub fn missing(root: &Path) -> Outcome<Vec<String>> {
    let known = root.join(ROWS);
    let rows = fs::read_to_string(&known).map_err(at(&known))?;
    let mut missing = Vec::new();
    for page in &PAGES {
        let path = root.join(page.path);
        let text = fs::read_to_string(&path).map_err(at(&path))?;
        missing
            .extend(text.lines().filter_map(|line| page.row(line)).flat_map(|row| row.missing(root, &rows)));
    }
    Ok(missing)
}

/// A row of a page: what it is called, and what it names.
struct Row<'a> {
    page: &'a Page,
    name: &'a str,
    done_by: Vec<String>,
    shown_by: Vec<String>,
}

impl Page {
    /// Each span between backticks of a row's columns as `file: name`, one a name; a heading of the table is no row.
    fn row<'a>(&'a self, line: &'a str) -> Option<Row<'a>> {
        let columns: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let name = columns
            .first()
            .copied()
            .filter(|name| name.get(1..).is_some_and(|number| number.parse::<u32>().is_ok()));
        let name = name.filter(|_| line.starts_with(self.begins))?;
        let cited = |at: usize| columns.get(at).map(|column| cited(column)).unwrap_or_default();
        let done_by = self.done_by.map(cited).unwrap_or_default();
        Some(Row { page: self, name, done_by, shown_by: cited(self.shown_by) })
    }
}

impl Row<'_> {
    fn missing(&self, root: &Path, rows: &str) -> Vec<String> {
        let Self { page: Page { path, .. }, name, .. } = self;
        if self.shown_by.is_empty() {
            return vec![format!("{name} of {path} names no test.")];
        }
        let cited = self.done_by.iter().chain(&self.shown_by);
        let lost = cited.filter(|one| !is_there(root, rows, one));
        lost.map(|one| format!("{name} of {path} names {one}, which is not there.")).collect()
    }
}

fn cited(column: &str) -> Vec<String> {
    let mut all = Vec::new();
    for span in column.split('`').skip(1).step_by(2) {
        match span.split_once(": ") {
            Some((file, names)) => all.extend(names.split(", ").map(|name| format!("{file}: {name}"))),
            None => all.push(span.to_owned()),
        }
    }
    all
}

/// Whether the file has a function of this name, or the table of faults a row.
fn is_there(root: &Path, rows: &str, cited: &str) -> bool {
    match cited.split_once(": ") {
        Some(("faults", row)) => rows.contains(&format!("name: \"{row}\"")),
        Some((file, name)) => {
            let text = fs::read_to_string(root.join(file)).unwrap_or_default();
            text.contains(&format!("fn {name}(")) || text.contains(&format!("fn {name}<"))
        }
        None => root.join(cited).exists(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::root;

    #[test]
    fn every_test_that_the_promises_and_the_threats_name_is_there() {
        assert_eq!(missing(&root()).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_row_a_file_or_a_test_that_is_gone_is_named() {
        let here = "crates/xtask/src/promises.rs";
        let kept = "a_row_a_file_or_a_test_that_is_gone_is_named";
        let promise = format!(
            "| P1 | Kept. | `faults: killed-phone, no-such-row`; `{here}: {kept}, no_such_test`; `no/such/file.rs` | 0 |"
        );
        let threat =
            format!("| T7 | wire | replay | a control (`no/such/control.rs`) | `{here}: {kept}` | nothing |");
        let rows = "name: \"killed-phone\"";
        let missing = |page: &Page, line: &str| page.row(line).unwrap().missing(&root(), rows);
        let [promises, threats] = &PAGES;
        let gone = ["faults: no-such-row", &format!("{here}: no_such_test"), "no/such/file.rs"];
        let gone = gone.map(|one| format!("P1 of docs/guarantees.md names {one}, which is not there."));
        assert_eq!(missing(promises, &promise), gone);
        assert_eq!(
            missing(threats, &threat),
            ["T7 of docs/threat-model.md names no/such/control.rs, which is not there."]
        );
        assert_eq!(
            missing(threats, "| T8 | wire | replay | `crates` | none yet | all of it |"),
            ["T8 of docs/threat-model.md names no test."]
        );
        assert!(threats.row("| The table | begins | here |").is_none());
    }
}
