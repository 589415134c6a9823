//! A real server's store over a folder that goes away: files in, report out.

use std::path::Path;

use chrono::NaiveDate;
use daymark_reports::{Faces, ReportName};
use daymark_server::imports::{ImportOptions, import_attendance, import_calendar, import_oneroster};
use daymark_server::reports::{Question, facts};
use daymark_server::store::sqlite::SqliteStore;
use serde_json::Value;
use tempfile::TempDir;

use crate::export::Export;

/// A date as files write it.
pub fn at(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A printed number of days or percents in ten-thousandths, `null` as it is. Read from its text: no float has a say.
pub fn parts(number: &Value) -> String {
    if number.is_null() {
        return "null".to_owned();
    }
    assert!(number.is_number(), "{number} is a number");
    let text = number.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let parts: u64 = format!("{whole}{part:0<4}").parse().unwrap();
    parts.to_string()
}

/// The store, and the folder with its files.
pub struct Server {
    folder: TempDir,
    store: SqliteStore,
    options: ImportOptions,
}

impl Server {
    /// With a district's files imported on a date. Bad rows are left out.
    pub fn with_folder(folder: &Path, today: &str) -> Self {
        let server = Self::empty(at(today));
        server.import(folder);
        server
    }

    /// With an export of schools that record absences only, known through that day.
    pub fn with_export(export: &Export, through: NaiveDate) -> Self {
        Self::with_reporting(export, through, true)
    }

    /// With an export of schools that record every day, known through that day.
    pub fn with_positive_export(export: &Export, through: NaiveDate) -> Self {
        Self::with_reporting(export, through, false)
    }

    fn with_reporting(export: &Export, through: NaiveDate, negative: bool) -> Self {
        let mut server = Self::empty(through);
        server.options.negative_reporting = Some(negative);
        server.options.through = Some(daymark_domain::SchoolDay(through));
        server.options.skip_bad_rows = false;
        export.write(server.folder.path());
        server.import(server.folder.path());
        server
    }

    fn empty(today: NaiveDate) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).unwrap();
        // The evening of the day, so that the day is over in every zone of the country.
        let now = today.and_hms_opt(23, 0, 0).unwrap().and_utc().timestamp() + 6 * 3_600;
        let time_zone = Some("America/Chicago".to_owned());
        let options = ImportOptions { skip_bad_rows: true, time_zone, ..ImportOptions::at(now) };
        Self { folder, store, options }
    }

    fn import(&self, folder: &Path) {
        import_oneroster(&self.store, &folder.join("oneroster"), &self.options).unwrap();
        import_calendar(&self.store, &folder.join("calendar.csv"), &self.options).unwrap();
        import_attendance(&self.store, &folder.join("attendance.csv"), &self.options).unwrap();
    }

    /// The district sends its calendar again.
    pub fn import_calendar(&self, export: &Export) {
        export.write(self.folder.path());
        import_calendar(&self.store, &self.folder.path().join("calendar.csv"), &self.options).unwrap();
    }

    /// `report attendance --format json`, as bytes and read back.
    pub fn attendance(&self, as_of: Option<&str>, set: &[(&str, &str)]) -> Value {
        self.report(ReportName::Attendance, as_of, set)
    }

    /// A report's JSON, read back.
    pub fn report(&self, name: ReportName, as_of: Option<&str>, set: &[(&str, &str)]) -> Value {
        let overrides = set.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let as_of = as_of.map(|day| daymark_domain::SchoolDay(at(day)));
        let question = Question { as_of, overrides, ..Question::default() };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let facts = runtime.block_on(facts(&self.store, &question)).unwrap();
        serde_json::from_slice(&Faces::of(name.make(&facts).as_ref()).unwrap().json).unwrap()
    }
}
