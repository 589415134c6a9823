//! Whole imports into a real store.

mod attendance;
mod attributes;
mod calendar;
mod cli;
mod contacts;
mod delta;
mod dialects;
mod events;
mod grand_bend;
mod history;
mod indicators;
mod migration;
mod report;
mod roster;
mod undo;

use std::fs;
use std::path::{Path, PathBuf};

use daymark_domain::SchoolDay;
use daymark_sqlite::rusqlite::Connection;
use daymark_sqlite::rusqlite::types::{FromSql, Value};
use tempfile::TempDir;

use super::*;
use crate::store::sqlite::SqliteStore;

/// Tuesday 14 October 2025, 16:00 in Chicago.
const NOW: i64 = 1_760_475_600;

/// A store and the files of an export, in a folder that goes away.
pub(crate) struct School {
    folder: TempDir,
    store: SqliteStore,
}

impl School {
    /// Nothing in it yet.
    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).unwrap();
        let school = Self { folder, store };
        school.write("oneroster/orgs.csv", ORGS);
        school.write("oneroster/users.csv", USERS);
        school.write("oneroster/academicSessions.csv", SESSIONS);
        school.write("oneroster/enrollments.csv", ENROLLMENTS);
        school.write("student_contacts.csv", CONTACTS);
        school.write("calendar.csv", CALENDAR);
        school.write("attendance.csv", ATTENDANCE);
        school
    }

    /// Everything imported once.
    pub(crate) fn imported() -> Self {
        let school = Self::empty();
        school.oneroster(&options()).unwrap();
        school.calendar().unwrap();
        school.attendance(&options()).unwrap();
        school
    }

    pub(crate) fn ask_school(&self, sis_id: &str) -> daymark_domain::SchoolId {
        let id = self.ask(&format!("SELECT id FROM school WHERE sis_id = '{sis_id}'"));
        daymark_domain::SchoolId::from_bytes(id)
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The file again with one text in place of another.
    pub(crate) fn edit(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(from), "{from} is in {name}");
        self.write(name, &text.replace(from, to));
    }

    pub(crate) fn oneroster(&self, options: &ImportOptions) -> Result<ImportReport, ImportError> {
        import_oneroster(&self.store, &self.path("oneroster"), options)
    }

    fn calendar(&self) -> Result<ImportReport, ImportError> {
        import_calendar(&self.store, &self.path("calendar.csv"), &options())
    }

    fn contacts(&self) -> Result<ImportReport, ImportError> {
        import_contacts(&self.store, &self.path("student_contacts.csv"), &options())
    }

    fn indicators(&self, text: &str) -> Result<ImportReport, ImportError> {
        self.write("indicators.csv", text);
        import_indicators(&self.store, &self.path("indicators.csv"), &options())
    }

    fn students(&self, text: &str) -> Result<ImportReport, ImportError> {
        self.write("students.csv", text);
        import_students(&self.store, &self.path("students.csv"), &options())
    }

    fn attendance(&self, options: &ImportOptions) -> Result<ImportReport, ImportError> {
        import_attendance(&self.store, &self.path("attendance.csv"), options)
    }

    /// The first column of the first row.
    fn ask<T: FromSql>(&self, sql: &str) -> T {
        self.store.read_blocking(|db| Ok(db.query_row(sql, [], |row| row.get(0))?)).unwrap()
    }

    /// Every row as text.
    pub(crate) fn rows(&self, sql: &str) -> Vec<String> {
        self.store.read_blocking(|db| Ok(rows(db, sql))).unwrap()
    }

    /// What staff would have done.
    fn execute(&self, sql: &str) {
        Connection::open(self.path("daymark.sqlite")).unwrap().execute_batch(sql).unwrap();
    }

    fn count(&self, table: &str) -> i64 {
        self.ask(&format!("SELECT count(*) FROM {table}"))
    }

    /// All that the import may have touched, to see that it did not; the history grows by each.
    fn everything(&self) -> Vec<String> {
        let tables = [
            "school",
            "school_log",
            "student",
            "enrollment",
            "guardian",
            "student_guardian",
            "enrollment_source",
            "calendar_day",
            "attendance_event",
            "indicator",
        ];
        tables.iter().flat_map(|table| self.rows(&format!("SELECT * FROM {table}"))).collect()
    }
}

fn rows(db: &Connection, sql: &str) -> Vec<String> {
    let mut statement = db.prepare(sql).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let values = (0..columns).map(|column| match row.get::<_, Value>(column) {
            Ok(Value::Text(text)) => text,
            Ok(Value::Integer(number)) => number.to_string(),
            Ok(Value::Null) => "-".to_owned(),
            other => format!("{other:?}"),
        });
        found.push(values.collect::<Vec<_>>().join("|"));
    }
    found
}

pub(crate) fn options() -> ImportOptions {
    ImportOptions { time_zone: Some("America/Chicago".into()), ..ImportOptions::at(NOW) }
}

fn confirmed() -> ImportOptions {
    ImportOptions { confirm_withdrawals: true, ..options() }
}

fn dry() -> ImportOptions {
    ImportOptions { dry_run: true, ..options() }
}

fn skipping() -> ImportOptions {
    ImportOptions { skip_bad_rows: true, ..options() }
}

fn day(text: &str) -> SchoolDay {
    text.parse().unwrap()
}

fn messages(report: &ImportReport) -> Vec<String> {
    report.problems.iter().map(ToString::to_string).collect()
}

fn problems(result: Result<ImportReport, ImportError>) -> Vec<String> {
    match result {
        Err(ImportError::BadRows { report }) => messages(&report),
        Err(other) => panic!("{other}"),
        Ok(report) => panic!("imported: {report}"),
    }
}

const ORGS: &str = "sourcedId,status,name,type,parentSourcedId\n\
    0100,,Bend ISD,district,\n0101,,Bend High,school,0100\n0102,,Bend Middle,school,0100\n";
const SESSIONS: &str =
    "sourcedId,title,type,startDate,endDate\nsy26,2025-2026,schoolYear,2025-08-25,2026-06-01\n";
const USERS: &str = "sourcedId,orgSourcedIds,role,givenName,familyName,sms,phone,agentSourcedIds,grades,metadata.language\n\
    007,0101,student,Zoë,Nuñez,,,g1,09,\n\
    008,0101,student,Al,Ruiz,,,,10,\n\
    009,0102,student,Uma,Dyer,,,g2,07,\n\
    g1,0100,guardian,Ana,Nuñez,,(950) 555 0100,007,,Spanish\n\
    g2,0100,parent,Bo,Dyer,(950) 555 0111,n/a,,,\n\
    g3,0100,guardian,Cy,Nobody,,(950) 555 0122,,,\n\
    t1,0101,teacher,Di,Board,,,,,\n";
const ENROLLMENTS: &str = "sourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate\n\
    e1,0101,007,student,2025-08-25,2026-01-09\ne2,0101,007,student,2026-01-06,2026-06-01\n\
    e3,0101,008,student,2025-09-29,\ne4,0101,t1,teacher,,\n";
const CONTACTS: &str = "student_id,contact_id,relation,primary,lives_with,emergency,priority,restrictions\n\
    007,g1,Mother,true,true,true,1,call after four\n";
const CALENDAR: &str = "school_id,date,day_type\n\
    0101,2025-10-10,Instructional day\n0101,2025-10-13,Holiday\n0101,2025-10-14,Instructional day\n\
    0101,2025-10-15,Instructional day\n0102,2025-10-10,Instructional day\n0102,2025-10-14,Instructional day\n";
const ATTENDANCE: &str = "student_id,school_id,date,category,reason,duration\n\
    007,0101,2025-10-10,Unexcused Absence,,1\n007,0101,2025-10-14,Tardy,bus,\n009,0102,2025-10-10,Excused Absence,ill,0.5\n";
