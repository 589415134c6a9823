//! A school's page must not read the district: no statement walks through a table that grows with it, but for those that
//! are about the district. Asked of SQLite itself, for each statement that lies beside its code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use daymark_sqlite::rusqlite::{Connection, params_from_iter, types::Null};

use super::*;

/// Tables that have more rows the more schools there are; the schools themselves are few.
const GROWS: &[&str] = &[
    "access_event",
    "action_item",
    "action_step",
    "amendment",
    "ask",
    "ask_answer",
    "attendance_event",
    "authenticator",
    "barrier",
    "calendar_day",
    "calendar_mark",
    "candidate_decision",
    "change",
    "contact",
    "device",
    "door_check",
    "enrollment",
    "enrollment_source",
    "family_notice",
    "goal",
    "guardian",
    "indicator",
    "invite",
    "log",
    "match",
    "match_basis",
    "match_review",
    "match_step",
    "meeting",
    "meeting_decision",
    "meeting_note",
    "mentee_profile",
    "mentor",
    "mentor_agreement",
    "mentor_application",
    "mentor_document",
    "mentor_screening",
    "mentor_training",
    "note",
    "number_event",
    "pair_note",
    "passkey",
    "recognition",
    "recovery_code",
    "referral",
    "referral_step",
    "safety_concern",
    "session",
    "staff",
    "student",
    "student_guardian",
    "substitution",
    "support_check_in",
    "thanks",
];

/// Statements about the whole district, or about a file with the whole district: by folder, or one by one.
const OF_THE_DISTRICT: &[&str] = &[
    "access_log/",
    "district/",
    "imports/",
    "sharing/",
    "reports/calendar.sql",
    "reports/contacts.sql",
    "reports/enrollments.sql",
    "reports/indicators.sql",
    "reports/marks.sql",
    "variants/all.sql",
    // When somebody verifies the record, and once when a record from before the chain is sealed.
    "audit/walk.sql",
    // When a new version of the server starts.
    "sync/matches_with_changes.sql",
];

/// Statements that only tests ask, and one that is never asked without the condition that follows it.
const NOT_ASKED: &[&str] = &["audit/newest.sql", "numbers/select.sql"];

fn statements() -> Vec<(String, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/store/sqlite");
    let mut found = Vec::new();
    for folder in fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
    {
        for file in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let is_sql =
                file.extension().is_some_and(|kind| kind == "sql") && !folder.ends_with("migrations");
            if is_sql {
                found.push((name(&root, &file), fs::read_to_string(&file).unwrap()));
            }
        }
    }
    found.sort();
    // What begins with a condition follows the statement beside it.
    let whole: BTreeMap<String, String> = found.iter().cloned().collect();
    for (name, sql) in &mut found {
        if sql.trim_start().starts_with("AND") {
            *sql = format!("{}{sql}", whole[&format!("{}/select.sql", name.split('/').next().unwrap())]);
        }
        // As `store::sqlite::reports` asks for one school.
        *sql = sql.replace("?1 IS NULL OR ", "");
    }
    found
}

fn name(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/")
}

/// The tables, by their own names, of which each row is looked at.
fn walked(db: &Connection, sql: &str) -> BTreeSet<String> {
    let mut plan = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let nothing = vec![Null; plan.parameter_count()];
    let steps = plan.query_map(params_from_iter(nothing), |row| row.get::<_, String>(3)).unwrap();
    let steps: Vec<String> = steps.map(Result::unwrap).collect();
    let scans =
        steps.iter().filter_map(|step| step.strip_prefix("SCAN ")).filter_map(|rest| rest.split(' ').next());
    let named = |alias: &str| {
        let sql = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        let of_alias = |before: &&str| sql.contains(&format!(" {before} AS {alias} "));
        GROWS
            .iter()
            .find(|table| **table == alias)
            .or_else(|| GROWS.iter().find(|table| of_alias(table)))
            .map(|table| (*table).to_owned())
    };
    scans.filter_map(named).collect()
}

#[tokio::test]
async fn no_page_of_a_school_reads_a_table_of_the_district_from_end_to_end() {
    let server = Server::start().await;
    let walks = |db: &Connection| {
        let may = |name: &str| [OF_THE_DISTRICT, NOT_ASKED].concat().iter().any(|of| name.starts_with(of));
        let reads = |sql: &str| {
            let mut lines = sql.lines().filter(|line| !line.starts_with("--"));
            lines.next().is_some_and(|line| line.starts_with("SELECT") || line.starts_with("WITH"))
        };
        let schools = statements().into_iter().filter(|(name, sql)| reads(sql) && !may(name));
        let walks =
            schools.map(|(name, sql)| (name, walked(db, &sql))).filter(|(_, tables)| !tables.is_empty());
        Ok(walks.collect::<Vec<_>>())
    };
    let walks = server.store.read(walks).await.unwrap();
    assert!(walks.is_empty(), "what reads a table whole: {walks:?}");
}
