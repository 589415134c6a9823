//! What whoever looks after the server does: on real files, in folders that go away.

mod affected;
mod backups;
mod care;
mod chain;
mod erasing;
mod upgrades;

use std::path::{Path, PathBuf};

use daymark_documents::{MatchRecord, Writer, inspect};
use daymark_domain::{
    Audience, DeviceId, DoorResult, MatchId, MentorId, NoteClass, NoteText, SchoolDay, SchoolId, StudentId,
    What,
};
use tempfile::TempDir;

use crate::operations::folder::DataFolder;
use crate::operations::keys;
use crate::store::contract::{NOON, Seed, clear_mentor_of, day, matched};
use crate::store::pairing::{NewDevice, NewInvite, PairingStore};
use crate::store::sqlite::SqliteStore;
use crate::store::sync::{Asker, ChangesAdded, MatchForPush, NewChanges, SyncStore};

/// A school with a mentor, a phone, and what it wrote about two students.
struct School {
    folder: DataFolder,
    store: SqliteStore,
    school: SchoolId,
    mentor: MentorId,
    device: DeviceId,
    writer: Writer,
    student: StudentId,
    first: MatchId,
    second: MatchId,
    there: TempDir,
}

impl School {
    async fn open() -> Self {
        let there = tempfile::tempdir().unwrap();
        let data = there.path().join("data");
        std::fs::create_dir(&data).unwrap();
        let folder = DataFolder::at(&data);
        let store = SqliteStore::open_keeping(&data, &folder.ledger()).unwrap();
        let school = store.seed_school("Lincoln Middle").await;
        let mentor = clear_mentor_of(&store, school, "Ana").await;
        let student = store.seed_student(school, "Tyrone", "Quill", day("2025-08-25")).await;
        let other = store.seed_student(school, "Keisha", "Brown", day("2025-08-25")).await;
        let (first, second) =
            (matched(&store, school, student, mentor).await, matched(&store, school, other, mentor).await);
        let device = DeviceId::random();
        let tag = pair(&store, school, mentor, device).await;
        let writer = Writer::of_device(device.as_bytes(), &tag, 0);
        let here = Self { folder, store, school, mentor, device, writer, student, first, second, there };
        for match_id in [first, second] {
            here.writes(match_id, What::DoorCheck(DoorResult::Greeted)).await;
            here.writes(match_id, note("Plays the drums")).await;
        }
        here
    }

    fn asker(&self, cursor: i64) -> Asker {
        // As after a reinstallation: everything is sent.
        let (mentor_id, school_id) = (self.mentor, self.school);
        Asker { device_id: self.device, actor: [0; 16], mentor_id, school_id, cursor }
    }

    async fn record(&self, match_id: MatchId) -> (MatchRecord, MatchForPush) {
        let found = self.store.match_for_push(self.asker(0), match_id, None).await.unwrap().unwrap();
        let mut record = MatchRecord::new().unwrap();
        record.apply(&found.changes).unwrap();
        (record, found)
    }

    /// The phone writes, the server takes it.
    async fn writes(&self, match_id: MatchId, what: What) {
        let (mut record, found) = self.record(match_id).await;
        let written = record.add_entry(&self.writer, today(), NOON, &what).unwrap();
        let new = NewChanges {
            uncertain: Vec::new(),
            handed_in: Vec::new(),
            match_id,
            school_id: self.school,
            version: found.version,
            device_id: self.device,
            generation: 0,
            changes: vec![(inspect(&written.bytes).unwrap(), written.bytes)],
            view: record.view(),
            hash: record.canonical_hash(),
            late: false,
            at: NOON,
        };
        assert!(matches!(self.store.add_changes(new).await.unwrap(), ChangesAdded::At(_)));
    }

    fn file(&self, name: &str) -> PathBuf {
        self.there.path().join(name)
    }

    /// A key, and the file with its secret half.
    fn key(&self, name: &str) -> (String, PathBuf) {
        let file = self.file(name);
        (keys::make(&file).unwrap(), file)
    }

    fn sql(&self, sql: &'static str) {
        self.store.write_blocking(|tx| Ok(tx.execute_batch(sql)?)).unwrap();
    }

    fn number(&self, sql: &str) -> i64 {
        number(&self.folder, sql)
    }
}

fn today() -> SchoolDay {
    day("2025-10-14")
}

fn note(text: &str) -> What {
    What::Note {
        text: NoteText::try_from(text.to_owned()).unwrap(),
        audience: Audience::Team,
        class: NoteClass::Shareable,
    }
}

async fn pair(
    store: &SqliteStore,
    school_id: SchoolId,
    mentor_id: MentorId,
    id: DeviceId,
) -> daymark_domain::DeviceTag {
    let (code_hash, by) = (*id.as_bytes(), daymark_domain::UserId::random());
    let code_hash = crate::auth::sha256(&code_hash);
    let invite = NewInvite { code_hash, school_id, mentor_id, by, at: NOON, expires_at: NOON + 600 };
    assert!(store.add_invite(invite).await.unwrap());
    let device = NewDevice {
        code_hash,
        id,
        public_key: [1; 32],
        by,
        platform: "web".to_owned(),
        app_version: "0.1.0".to_owned(),
        at: NOON,
    };
    store.pair_device(device).await.unwrap().unwrap();
    let phones = store.devices_of_mentor(school_id, mentor_id).await.unwrap();
    phones.into_iter().find(|phone| phone.id == id).unwrap().tag
}

fn number(folder: &DataFolder, sql: &str) -> i64 {
    let db = daymark_sqlite::rusqlite::Connection::open(folder.database()).unwrap();
    db.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Whether the bytes stand in any file below the folder.
fn stands_in(folder: &Path, bytes: &[u8]) -> Vec<String> {
    let files = DataFolder::at(folder).all_files().unwrap();
    let needle = crate::operations::erase::Needle::new("it", bytes.to_vec());
    crate::operations::erase::find_in_files(&files, &[needle]).unwrap()
}
