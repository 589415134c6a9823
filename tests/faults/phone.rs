//! A mentor's phone: the real core over an encrypted database, asked as a screen asks it.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

use daymark_demo::{Workshop, let_in_everywhere};
use daymark_domain::{Audience, DoorResult, EntryKey, MatchId, NoteClass, SchoolDay};
use daymark_mentor_core::api::{Failure, Reply, Request};
use daymark_mentor_core::storage::MIGRATIONS;
use daymark_mentor_core::sync::{HttpApi, SharedCore, SyncError, Wanted, look_for_answer, pair, run_once};
use daymark_mentor_core::{Clock, Core};
use daymark_sqlite::DatabaseKey;

use crate::{Broken, school};

/// The phone's database in its folder.
pub const DATABASE: &str = "daymark.sqlite";

/// One thing that the phone said is saved.
pub type Saved = (MatchId, EntryKey);

/// An open phone.
pub struct Phone {
    pub core: SharedCore,
}

impl Phone {
    /// Opens the database in the folder by the app's own way in.
    pub fn open(folder: &Path) -> Result<Self, Broken> {
        Self::with_clock(folder, Rc::new(school::now))
    }

    /// The same, with a clock of its own.
    pub fn with_clock(folder: &Path, clock: Clock) -> Result<Self, Broken> {
        let mut db = daymark_sqlite::open(&folder.join(DATABASE), Some(&key()), MIGRATIONS)?;
        daymark_mentor_core::storage::projection::catch_up(&mut db)?;
        Ok(Self { core: Rc::new(RefCell::new(Core::new(db, clock))) })
    }

    /// Pairs it and takes the caseload.
    pub async fn pair(&self, address: &str, data: &Path, code: &str) -> Result<(), Broken> {
        let (api, wanted) =
            (HttpApi::new(address), Wanted { server: address, code, platform: "desktop", language: "en" });
        pair(&self.core, &api, wanted).await?;
        let_in_everywhere(&Workshop::open(data, school::now())?).await?;
        if !look_for_answer(&self.core, &api).await? {
            return Err("the phone was not let in".into());
        }
        self.sync(address).await?;
        Ok(())
    }

    /// One attempt to sync.
    pub async fn sync(&self, address: &str) -> Result<bool, SyncError> {
        run_once(&self.core, &HttpApi::new(address)).await
    }

    /// The students, in the order of the caseload.
    pub fn matches(&self) -> Result<Vec<MatchId>, Broken> {
        match self.core.borrow_mut().answer(Request::Caseload)? {
            Reply::Caseload(view) => Ok(view.rows.into_iter().map(|row| row.match_id).collect()),
            _ => Err("the core answered something else".into()),
        }
    }

    /// The `n`th thing that a mentor does: at the door, a talk, a note, over all students and then on an earlier day.
    pub fn tap(&self, matches: &[MatchId], n: usize) -> Result<Saved, Failure> {
        let match_id = matches[n % matches.len()];
        let day = school::today().minus((n / matches.len()) as u64);
        self.record(request(match_id, day, n))
    }

    /// Asks for something that is saved under a key.
    pub fn record(&self, (match_id, request): (MatchId, Request)) -> Result<Saved, Failure> {
        match self.core.borrow_mut().answer(request)? {
            Reply::Saved { key: Some(key), .. } => Ok((match_id, key)),
            _ => Err(Failure::Unreadable("the core answered something else".to_owned())),
        }
    }

    /// What opens the server's door.
    pub fn authorization(&self) -> String {
        self.core.borrow().authorization()
    }

    /// How many entries wait to be sent.
    pub fn unsent(&self) -> Result<u64, Broken> {
        Ok(u64::from(self.core.borrow().status()?.unsent))
    }

    /// The keys of what left the outbox, as the phone believes on the server's word.
    pub fn sent(&self) -> Result<Vec<Saved>, Broken> {
        self.keys(
            "SELECT match_id, entry_key FROM entry EXCEPT
             SELECT match_id, entry_key FROM change WHERE state <> 'sent'",
        )
    }

    /// The keys of all entries in the list that screens read.
    pub fn listed(&self) -> Result<Vec<Saved>, Broken> {
        self.keys("SELECT match_id, entry_key FROM entry")
    }

    /// Entries as screens read them, each as text.
    fn rows(&self) -> Result<Vec<String>, Broken> {
        let mut core = self.core.borrow_mut();
        let mut statement = core.database().prepare("SELECT * FROM entry ORDER BY match_id, entry_key")?;
        let columns = statement.column_count();
        let text = |row: &daymark_sqlite::rusqlite::Row<'_>| {
            let values = (0..columns).map(|column| row.get_ref(column).map(|value| format!("{value:?}")));
            values.collect::<Result<Vec<_>, _>>().map(|values| values.join(","))
        };
        let rows = statement.query_map([], text)?.collect::<Result<Vec<_>, _>>()?;
        Ok(rows)
    }

    fn keys(&self, sql: &str) -> Result<Vec<Saved>, Broken> {
        let mut core = self.core.borrow_mut();
        let mut statement = core.database().prepare(sql)?;
        let rows =
            statement.query_map([], |row| Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, String>(1)?)))?;
        let keys = rows.map(|row| {
            let (id, key) = row?;
            Ok((MatchId::from_bytes(id), key.parse().map_err(|_| "a key that cannot be read")?))
        });
        keys.collect()
    }

    /// Less certain than the app: a power cut may take what it said is saved.
    pub fn flush_less(&self) -> Result<(), Broken> {
        Ok(self.core.borrow_mut().database().execute_batch("PRAGMA synchronous = NORMAL")?)
    }

    /// From now on SQLite holds no more bytes than this, in the whole process; who has more already gets nothing.
    pub fn starve(&self, bytes: u64) -> Result<(), Broken> {
        let limit = format!("PRAGMA hard_heap_limit = {bytes}");
        let kept: u64 = self.core.borrow_mut().database().query_row(&limit, [], |row| row.get(0))?;
        if kept == bytes { Ok(()) } else { Err("SQLite does not keep to a limit".into()) }
    }

    /// As a phone would that takes *handed to the network* for *received*.
    pub fn forget_outbox(&self) -> Result<(), Broken> {
        let mut core = self.core.borrow_mut();
        Ok(core.database().execute_batch("UPDATE change SET state = 'sent' WHERE state = 'unsent'")?)
    }

    /// What must hold of the phone's data whatever happened: sound pages, every record readable, the rows of the
    /// screens equal to what the records make, and each of these entries there. Says what does not.
    pub fn wrong(&self, saved: &[Saved]) -> Result<Option<String>, Broken> {
        let sound: String =
            self.core.borrow_mut().database().query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        if sound != "ok" {
            return Ok(Some("the database is damaged".to_owned()));
        }
        let rows = self.rows()?;
        daymark_mentor_core::storage::projection::rebuild(self.core.borrow_mut().database())?;
        if self.rows()? != rows {
            return Ok(Some("the rows that screens read are not what the records make".to_owned()));
        }
        for match_id in self.matches()? {
            self.core.borrow().record_hash(match_id)?;
        }
        let listed = self.listed()?;
        let lost = saved.iter().filter(|saved| !listed.contains(saved)).count();
        Ok((lost > 0).then(|| format!("{lost} of {} saved entries are gone", saved.len())))
    }
}

/// The `n`th thing that a mentor does, for a student on a day.
pub fn request(match_id: MatchId, day: SchoolDay, n: usize) -> (MatchId, Request) {
    let request = match n % 3 {
        0 => Request::RecordDoorCheck { match_id, day, result: DoorResult::Greeted },
        1 => Request::RecordOneOnOne { match_id, day, minutes: 15 },
        _ => Request::AddNote {
            match_id,
            day,
            text: format!("entry {n}"),
            audience: Audience::Team,
            class: NoteClass::Shareable,
        },
    };
    (match_id, request)
}

/// A key of these tests.
pub fn key() -> DatabaseKey {
    DatabaseKey([7; 32])
}
