use clap::Parser;

use super::*;
use crate::imports::cli::{ImportArgs, Outcome, run};

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    import: ImportArgs,
}

fn typed(school: &School, line: &str) -> ImportReport {
    match told(school, line).unwrap() {
        Outcome::Report(report, _) => *report,
        Outcome::History(..) | Outcome::Undone(_) => panic!("no import"),
    }
}

fn told(school: &School, line: &str) -> Result<Outcome, ImportError> {
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
    typed(&school, "oneroster ./oneroster --time-zone America/Denver");
    assert!(typed(&school, "calendar ./calendar.csv --dry-run").dry_run);
    assert_eq!(typed(&school, "calendar ./calendar.csv").added.of(Noun::CalendarDay), 6);
    let line = "attendance ./attendance.csv --negative-reporting no --through 2025-10-10 --skip-bad-rows";
    typed(&school, line);
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
        "import calendar a.ics --data d --school 0101 --first 2025-08-25",
        "import calendar a.ics --data d --first 2025-08-25 --last 2026-06-01",
        "import calendar a.ics --data d --weekdays mon,fritag",
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

#[test]
fn every_kind_of_file_is_imported_by_a_typed_line_and_stands_in_the_history() {
    let school = School::empty();
    school.write("map.toml", "[codes]\n\"UX\" = \"Unexcused Absence\"\n");
    school.write("marks.csv", "student_id,school_id,date,category\n007,0101,2025-10-10,UX\n");
    school.write("days.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n");
    school.write(
        "indicators.csv",
        "student_id,period_start,period_end,kind,value\n007,2025-09-01,2025-09-30,detentions,2\n",
    );
    school.write("students.csv", "student_id,lunch\n007,free\n");
    typed(&school, "oneroster ./oneroster");
    typed(&school, "calendar ./days.ics --school 0101 --school 0102 --first 2025-10-06 --last 2025-10-14");
    typed(&school, "attendance ./marks.csv --map ./map.toml");
    typed(&school, "contacts ./student_contacts.csv");
    typed(&school, "indicators ./indicators.csv");
    typed(&school, "students ./students.csv");
    let history = told(&school, "history").unwrap().to_string();
    let kinds: Vec<&str> = history.lines().map(|line| line.split("  ").nth(2).unwrap()).collect();
    assert_eq!(kinds, ["students", "indicators", "contacts", "attendance", "calendar", "oneroster"]);
    let json: serde_json::Value =
        serde_json::from_str(&told(&school, "history --format json --limit 1").unwrap().to_string()).unwrap();
    assert_eq!(json[0]["report"]["added"]["attributes"], 1);
}

#[test]
fn a_report_is_json_when_that_is_wanted() {
    let school = School::empty();
    let outcome = told(&school, "oneroster ./oneroster --dry-run --format json").unwrap().to_string();
    let json: serde_json::Value = serde_json::from_str(&outcome).unwrap();
    assert_eq!((&json["kind"], &json["dry_run"]), (&"oneroster".into(), &true.into()));
    assert_eq!(json["added"]["student"], 3);
    assert_eq!(
        json["sample"][2],
        serde_json::json!({ "done": "added", "noun": "enrollment", "what": "007 in 0101 from 2025-08-25 to 2026-06-01" })
    );
}

#[test]
fn a_typed_line_undoes_the_last_import() {
    let school = School::empty();
    typed(&school, "oneroster ./oneroster");
    typed(&school, "calendar ./calendar.csv");
    let refused = told(&school, "undo 1").unwrap_err();
    assert_eq!(refused.exit_code(), 2);
    assert!(refused.to_string().starts_with("import 2 came after it"), "{refused}");
    let undone = told(&school, "undo 2").unwrap().to_string();
    assert_eq!(undone, "Undone: 0 rows are as they were before, 6 that were added are ended.");
    assert!(
        told(&school, "history")
            .unwrap()
            .to_string()
            .starts_with("3  2025-10-14T21:00:00Z  calendar  by command line  undoing: ")
    );
}
