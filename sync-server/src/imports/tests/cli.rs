use clap::Parser;

use super::*;
use crate::imports::cli::{ImportArgs, run};

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    import: ImportArgs,
}

fn typed(school: &School, line: &str) -> Result<ImportReport, ImportError> {
    let data = school.path("data");
    let words = line.split(' ').map(|word| {
        if word.starts_with("./") { school.path(word.trim_start_matches("./")).into() } else { word.into() }
    });
    let words: Vec<std::ffi::OsString> = ["import".into()].into_iter().chain(words).collect();
    let words = words.into_iter().chain(["--data".into(), data.into()]);
    run(Command::try_parse_from(words).unwrap().import, NOW)
}

#[test]
fn a_district_is_imported_by_three_typed_lines() {
    let school = School::empty();
    typed(&school, "oneroster ./oneroster --time-zone America/Denver").unwrap();
    typed(&school, "calendar ./calendar.csv --dry-run").unwrap();
    assert_eq!(typed(&school, "calendar ./calendar.csv").unwrap().added.of(Noun::CalendarDay), 6);
    let line = "attendance ./attendance.csv --negative-reporting no --through 2025-10-10 --skip-bad-rows";
    typed(&school, line).unwrap();
    let store = SqliteStore::open(&school.path("data")).unwrap();
    let sql = "SELECT time_zone, date(recorded_through * 86400, 'unixepoch'), negative_reporting FROM school";
    let found = store.read_blocking(|db| Ok(rows(db, sql))).unwrap();
    assert_eq!(found, ["America/Denver|2025-10-10|0"; 2]);
}

#[test]
fn a_word_that_is_no_answer_is_refused_before_anything() {
    for line in [
        "import attendance a.csv --data d --negative-reporting perhaps",
        "import attendance a.csv --data d --through 14/10/2025",
        "import oneroster set",
        "import roster set --data d",
    ] {
        assert!(Command::try_parse_from(line.split(' ')).is_err(), "{line}");
    }
}

#[test]
fn the_help_says_what_each_import_is() {
    let help = |line: &str| Command::try_parse_from(line.split(' ')).err().unwrap().to_string();
    assert!(
        help("import --help").starts_with("Import a school's export: OneRoster first"),
        "{}",
        help("import --help")
    );
    assert!(
        help("import oneroster --help").starts_with("Schools, students and guardians"),
        "{}",
        help("import oneroster --help")
    );
}
