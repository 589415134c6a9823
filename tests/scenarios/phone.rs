//! A mentor's phone: the real core over an encrypted database file.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use daymark_domain::{CalendarMark, DoorResult, EntryKey, MatchId, MentorId, SchoolDay};
use daymark_mentor_core::api::{CaseloadRow, DoorView, Failure, Reply, Request, Status, StudentView};
use daymark_mentor_core::storage::MIGRATIONS;
use daymark_mentor_core::sync::{SharedCore, SyncError, run_once};
use daymark_mentor_core::{Clock, Core};
use daymark_sqlite::DatabaseKey;
use daymark_test_support::FixedClock;
use tempfile::TempDir;

use crate::link::Link;
use crate::school::{MORNING, School};

/// Whatever the plan of faults, so many attempts are enough to end it.
const ATTEMPTS_MAX: usize = 40;

pub struct Phone {
    pub core: SharedCore,
    pub link: Link,
    pub clock: FixedClock,
    folder: TempDir,
}

impl Phone {
    /// A phone that was just paired for the mentor, before its first sync.
    pub async fn paired(school: &School, mentor: MentorId) -> Self {
        let phone = Self::unpaired(&school.address);
        school.pair(&phone.core, mentor).await;
        phone
    }

    /// A phone out of the box.
    pub fn unpaired(address: &str) -> Self {
        Self::opened_again(tempfile::tempdir().unwrap(), address)
    }

    /// A phone over the files of before.
    pub fn opened_again(folder: TempDir, address: &str) -> Self {
        let clock = FixedClock::at(MORNING);
        let hand = clock.clone();
        let now: Clock = Rc::new(move || hand.now());
        let db =
            daymark_sqlite::open(&folder.path().join("daymark.sqlite"), Some(&key()), MIGRATIONS).unwrap();
        Self { core: Rc::new(RefCell::new(Core::new(db, now))), link: Link::to(address), clock, folder }
    }

    /// The core alone, for whoever runs it; its files stay as long as the folder.
    pub fn into_core(self) -> (Core, TempDir) {
        let Ok(core) = Rc::try_unwrap(self.core) else { panic!("somebody else holds the core") };
        (core.into_inner(), self.folder)
    }

    pub fn ask(&self, request: Request) -> Result<Reply, Failure> {
        self.clock.advance(7);
        self.core.borrow_mut().answer(request)
    }

    /// What lets it in at the server, after a sync.
    pub fn authorization(&self) -> String {
        self.core.borrow().authorization()
    }

    pub async fn sync(&self) -> Result<bool, SyncError> {
        run_once(&self.core, &self.link).await
    }

    /// Syncs until an attempt comes to its end, as the background work does.
    pub async fn sync_until_done(&self) {
        for _ in 0..ATTEMPTS_MAX {
            if self.sync().await.is_ok() {
                return;
            }
        }
        panic!("the phone did not come to the end of a sync in {ATTEMPTS_MAX} attempts");
    }

    pub fn greet(&self, match_id: MatchId, day: SchoolDay, result: DoorResult) -> EntryKey {
        match self.ask(Request::RecordDoorCheck { match_id, day, result }) {
            Ok(Reply::Saved { key: Some(key), .. }) => key,
            other => panic!("{other:?}"),
        }
    }

    pub fn mark(&self, match_id: MatchId, day: SchoolDay, mark: CalendarMark) {
        self.ask(Request::MarkCalendarDay { match_id, day, mark }).unwrap();
    }

    pub fn student(&self, match_id: MatchId) -> Result<StudentView, Failure> {
        match self.ask(Request::Student { match_id, month: None })? {
            Reply::Student(view) => Ok(view),
            other => panic!("{other:?}"),
        }
    }

    pub fn door(&self) -> DoorView {
        match self.ask(Request::Door { day: None }) {
            Ok(Reply::Door(view)) => view,
            other => panic!("{other:?}"),
        }
    }

    pub fn caseload(&self) -> Vec<CaseloadRow> {
        match self.ask(Request::Caseload) {
            Ok(Reply::Caseload(view)) => view.rows,
            other => panic!("{other:?}"),
        }
    }

    pub fn status(&self) -> Status {
        self.core.borrow().status().unwrap()
    }

    pub fn record_hash(&self, match_id: MatchId) -> [u8; 32] {
        self.core.borrow().record_hash(match_id).unwrap()
    }

    /// Every value of every table, as whoever has the key would read them.
    pub fn everything_stored(&self) -> String {
        let mut core = self.core.borrow_mut();
        let db = core.database();
        let tables: Vec<String> = db
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let mut text = String::new();
        for table in tables {
            let mut statement = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let columns = statement.column_count();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                for column in 0..columns {
                    let value = row.get_ref(column).unwrap();
                    let bytes = value.as_bytes_or_null().ok().flatten().unwrap_or_default();
                    text.push_str(&String::from_utf8_lossy(bytes));
                    text.push('\n');
                }
            }
        }
        text
    }

    /// The files of the phone as they lie on its disk.
    pub fn files(&self) -> Vec<PathBuf> {
        std::fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect()
    }
}

fn key() -> DatabaseKey {
    DatabaseKey([7; 32])
}
