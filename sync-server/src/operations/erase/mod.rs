//! Everything about a student goes: rows, what was projected from them, what was quarantined, reports that name them, free
//! pages, and what phones hold. That an erasure happened stays, without saying of whom.

mod closure;
mod search;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use daymark_domain::{MatchId, SchoolId, StudentId};
use daymark_sqlite::rusqlite::types::Value;
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde_json::json;

use super::backup::note;
use super::folder::DataFolder;
use super::ledger::{self, What};
use super::{OperationError, failed, hex};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::sqlite::log::next_seq;
use crate::store::sqlite::values::all;
use crate::store::sqlite::{MIGRATIONS, SqliteStore, blank};
pub(super) use closure::{Key, Unlocked, erase_rows};
pub use search::{Needle, find_in_files};
use search::{is_word_in, mentions};

/// For so long a backup is kept (`trust.md` 2.1), and so long it may still hold who was erased. In days.
pub const BACKUPS_KEPT_DAYS: i64 = 35;

/// From so many characters on a key of the export is taken for what it is, wherever it stands.
const SIS_ID_TELLS: usize = 4;

/// Rows that went, by table.
pub type Rows = BTreeMap<String, u64>;

/// What was erased.
#[derive(Clone, Debug, Default)]
pub struct Erased {
    /// Rows that went, by table.
    pub rows: Rows,
    /// Matches whose phones will forget the student.
    pub matches: usize,
    /// Frozen reports that named the student and went whole.
    pub reports: usize,
    /// Places where people wrote the name in their own words: table and column, with how many rows. Nobody but the school
    /// can say whom they mean.
    pub mentioned: Vec<(String, u64)>,
    /// By which the files can be searched.
    pub needles: Vec<Needle>,
}

/// What the whole command came to.
#[derive(Clone, Debug)]
pub struct Report {
    /// In the database.
    pub erased: Erased,
    /// Other files that could hold the student and were removed.
    pub files_removed: usize,
    /// Files in which an id of the student still stands. Empty, or the erasure failed.
    pub found_in: Vec<String>,
}

/// Erases a student by the key of the district's export. A dry run counts and keeps everything.
pub fn by_sis_id(
    folder: &DataFolder,
    sis_id: &str,
    reason: &str,
    by: &str,
    at: i64,
    dry_run: bool,
) -> Result<Report, OperationError> {
    let store = SqliteStore::open_keeping(folder.path(), &folder.ledger())?;
    let erased = store.write_blocking(|tx| {
        let sql = "SELECT id FROM student WHERE sis_id = ?1";
        let id: Option<[u8; 16]> = tx.query_row(sql, params![sis_id], |row| row.get(0)).optional()?;
        let Some(id) = id else { return Ok(None) };
        if dry_run {
            tx.execute_batch("SAVEPOINT tried")?;
        }
        let erased = student(tx, StudentId::from_bytes(id), at)?;
        if dry_run {
            tx.execute_batch("ROLLBACK TO tried; RELEASE tried")?;
        } else if erased.is_some() {
            let event = AccessEvent::by_command(at, by.to_owned(), None, "student_erased", reason.to_owned());
            crate::store::sqlite::note(tx, &event)?;
        }
        Ok(erased)
    })?;
    let erased = erased.ok_or_else(|| OperationError::NoSuchStudent(sis_id.to_owned()))?;
    if dry_run {
        return Ok(Report { erased, files_removed: 0, found_in: Vec::new() });
    }
    drop(store);
    let files_removed = remove_files(folder)?;
    clean(&folder.database())?;
    let found_in = find_in_files(&folder.all_files()?, &erased.needles)?;
    Ok(Report { erased, files_removed, found_in })
}

/// Everything about one student, in the transaction of the caller; none when there is no such student.
pub(super) fn student(
    tx: &Transaction<'_>,
    student: StudentId,
    at: i64,
) -> Result<Option<Erased>, StoreError> {
    let Some(known) = Known::of(tx, student)? else { return Ok(None) };
    let reports = reports_that_name(tx, &known)?;
    let mut erased = known.erase(tx, &reports, at)?;
    erased.needles = nowhere_else(tx, erased.needles)?;
    erased.mentioned = mentions(tx, &known.names)?;
    Ok(Some(erased))
}

/// As [`student`], of one of many: nobody looks through every text and report for each of them.
pub(super) fn one_of_many(
    tx: &Transaction<'_>,
    student: StudentId,
    at: i64,
) -> Result<Option<Erased>, StoreError> {
    let known = Known::of(tx, student)?;
    known.map(|known| known.erase(tx, &[], at)).transpose()
}

/// The records of matches with all that hangs on them, in the transaction of the caller. How many there were.
pub(super) fn matches(tx: &Transaction<'_>, ids: &[MatchId], at: i64) -> Result<usize, StoreError> {
    let mut unlocked = Unlocked::of(tx)?;
    let mut gone = 0;
    for id in ids {
        let buried = bury_matches(tx, "id = ?1", id.as_bytes(), at)?;
        if buried.is_empty() {
            continue;
        }
        // A match that took its place for a while goes on by itself.
        tx.execute("UPDATE match SET stands_in_for = NULL WHERE stands_in_for = ?1", params![id.as_bytes()])?;
        let mut roots = vec![Key::of("match", "id", *id.as_bytes())];
        roots.extend(named_by_value(&[*id.as_bytes()]));
        erase_rows(tx, roots)?;
        forget_in_passing(tx, &[*id.as_bytes()], "", at)?;
        gone += 1;
    }
    unlocked.lock_again(tx)?;
    Ok(gone)
}

/// Remembers of each match that it was, so that phones forget it and cannot bring it back.
fn bury_matches(
    tx: &Transaction<'_>,
    which: &str,
    id: &[u8; 16],
    at: i64,
) -> Result<Vec<[u8; 16]>, StoreError> {
    let sql = format!("SELECT id, school_id, mentor_id FROM match WHERE {which}");
    let found = all(tx, &sql, params![id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for (id, school, mentor) in &found {
        let _: &[u8; 16] = id;
        remember_match(tx, *id, *school, *mentor, at)?;
    }
    Ok(found.into_iter().map(|(id, _, _)| id).collect())
}

/// The same, of a match that this database may never have had. Whether it was new.
pub(super) fn remember_match(
    tx: &Transaction<'_>,
    id: [u8; 16],
    school: [u8; 16],
    mentor: Option<[u8; 16]>,
    at: i64,
) -> Result<bool, StoreError> {
    let known = "SELECT NOT EXISTS (SELECT 1 FROM school WHERE id = ?1) OR EXISTS (SELECT 1 FROM erased_match WHERE id = ?2)";
    if tx.query_row(known, params![school, id], |row| row.get(0))? {
        return Ok(false);
    }
    let seq = next_seq(tx, SchoolId::from_bytes(school), "erased", None, at)?;
    let sql = "INSERT INTO erased_match (id, school_id, mentor_id, seq, at) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.execute(sql, params![id, school, mentor, seq, at])?;
    let detail = json!({ "school": hex(&school), "mentor": mentor.map(|mentor| hex(&mentor)) });
    ledger::add(tx, What::MatchErased, &id, Some(detail), at)?;
    Ok(true)
}

/// Rows that name a student or match by value and not by a reference.
fn named_by_value(ids: &[[u8; 16]]) -> impl Iterator<Item = Key> + '_ {
    let places = [("hand_set", "id"), ("import_before", "key"), ("import_before", "key2")];
    ids.iter().flat_map(move |id| places.map(|(table, column)| Key::of(table, column, *id)))
}

/// What tells of them beside other things: the row stays, the name of whom it was about goes.
fn forget_in_passing(
    tx: &Transaction<'_>,
    ids: &[[u8; 16]],
    sis_id: &str,
    at: i64,
) -> Result<(), StoreError> {
    for id in ids {
        tx.execute("UPDATE school_log SET subject = NULL WHERE subject = ?1", params![id])?;
    }
    for id in rows_that_mention(tx, "import_batch", "report", sis_id)? {
        tx.execute("UPDATE import_batch SET report = NULL WHERE id = ?1", params![id])?;
    }
    let accesses = rows_that_mention(tx, "access_event", "detail", sis_id)?;
    blank::blank(tx, ids, &accesses, at)
}

/// Rows in whose text the export's key stands as a word.
fn rows_that_mention(
    tx: &Transaction<'_>,
    table: &str,
    column: &str,
    sis_id: &str,
) -> Result<Vec<i64>, StoreError> {
    // A shorter key is a number like any other, and stands for many things.
    if sis_id.len() < SIS_ID_TELLS {
        return Ok(Vec::new());
    }
    let sql = format!("SELECT id, {column} FROM {table} WHERE instr({column}, ?1)");
    let found: Vec<(i64, String)> = all(tx, &sql, params![sis_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.into_iter().filter_map(|(id, text)| is_word_in(sis_id, &text).then_some(id)).collect())
}

/// A frozen report names students by the export's key, in fields that say so. A key may be as short as `12`, so it is
/// looked for there and not in the text.
fn reports_that_name(tx: &Transaction<'_>, known: &Known) -> Result<Vec<i64>, StoreError> {
    let found = all(tx, "SELECT id, json FROM snapshot", [], |row| {
        let (id, json): (i64, Vec<u8>) = (row.get(0)?, row.get(1)?);
        // What cannot be read goes rather than stays.
        let named = serde_json::from_slice(&json).map_or(true, |json| names_student(&json, None, known));
        Ok((id, named))
    })?;
    Ok(found.into_iter().filter_map(|(id, named)| named.then_some(id)).collect())
}

fn names_student(json: &serde_json::Value, field: Option<&str>, known: &Known) -> bool {
    use serde_json::Value as Json;
    match json {
        Json::String(text) => {
            let is_key = field.is_some_and(|field| field.contains("student")) && *text == known.sis_id;
            is_key || known.names.iter().any(|name| text.contains(name.as_str()))
        }
        Json::Array(items) => items.iter().any(|item| names_student(item, field, known)),
        Json::Object(fields) => fields.iter().any(|(key, value)| names_student(value, Some(key), known)),
        _ => false,
    }
}

/// Two records that began at the same moment by the same hand hold the same first change: its name is then no proof.
pub(super) fn nowhere_else(tx: &Transaction<'_>, needles: Vec<Needle>) -> Result<Vec<Needle>, StoreError> {
    let names: Vec<&Needle> = needles.iter().filter(|needle| needle.bytes.len() == 32).collect();
    let mut shared: BTreeSet<Vec<u8>> = BTreeSet::new();
    // Each look is one walk over all changes, and a statement has its longest.
    for some in names.chunks(5_000) {
        let list =
            some.iter().map(|needle| format!("x'{}'", hex(&needle.bytes))).collect::<Vec<_>>().join(", ");
        let sql = format!("SELECT DISTINCT hash FROM change WHERE hash IN ({list})");
        shared.extend(all(tx, &sql, [], |row| Ok(row.get::<_, Vec<u8>>(0)?))?);
    }
    Ok(needles.into_iter().filter(|needle| !shared.contains(&needle.bytes)).collect())
}

/// A student as the database knows them, read before anything goes.
struct Known {
    id: [u8; 16],
    sis_id: String,
    /// Each as people write it: given and family name.
    names: Vec<String>,
    /// Of no other student.
    guardians: Vec<[u8; 16]>,
}

impl Known {
    fn of(tx: &Transaction<'_>, student: StudentId) -> Result<Option<Self>, StoreError> {
        let id = *student.as_bytes();
        let sql = "SELECT sis_id, given_name, preferred_name, family_name FROM student WHERE id = ?1";
        let found = all(tx, sql, params![id], |row| {
            let (given, preferred, family): (String, Option<String>, String) =
                (row.get(1)?, row.get(2)?, row.get(3)?);
            let names = std::iter::once(given).chain(preferred).map(|first| format!("{first} {family}"));
            Ok((row.get::<_, String>(0)?, names.collect::<Vec<_>>()))
        })?;
        let Some((sis_id, names)) = found.into_iter().next() else { return Ok(None) };
        let theirs = "SELECT guardian_id FROM student_guardian AS here WHERE student_id = ?1 AND NOT EXISTS
                      (SELECT 1 FROM student_guardian AS other WHERE other.guardian_id = here.guardian_id AND other.student_id <> ?1)";
        let guardians = all(tx, theirs, params![id], |row| Ok(row.get(0)?))?;
        Ok(Some(Self { id, sis_id, names, guardians }))
    }

    /// What stands in rows of its own, with these reports.
    fn erase(&self, tx: &Transaction<'_>, reports: &[i64], at: i64) -> Result<Erased, StoreError> {
        let mut unlocked = Unlocked::of(tx)?;
        let tombstones = bury_matches(tx, "student_id = ?1", &self.id, at)?;
        let ids = self.ids(tombstones.iter().copied());
        let mut roots = vec![Key::of("student", "id", self.id)];
        roots.extend(self.guardians.iter().map(|id| Key::of("guardian", "id", *id)));
        roots.extend(named_by_value(&ids));
        roots.extend(reports.iter().map(|id| Key {
            table: "snapshot".into(),
            column: "id".into(),
            value: Value::Integer(*id),
        }));
        let needles = self.needles(tx)?;
        let rows = erase_rows(tx, roots)?;
        forget_in_passing(tx, &ids, &self.sis_id, at)?;
        unlocked.lock_again(tx)?;
        ledger::add(tx, What::StudentErased, &self.id, None, at)?;
        let (matches, reports) = (tombstones.len(), reports.len());
        Ok(Erased { rows, matches, reports, mentioned: Vec::new(), needles })
    }

    fn ids(&self, matches: impl Iterator<Item = [u8; 16]>) -> Vec<[u8; 16]> {
        std::iter::once(self.id).chain(self.guardians.iter().copied()).chain(matches).collect()
    }

    /// What stands nowhere else: ids, and the names of their changes.
    fn needles(&self, tx: &Transaction<'_>) -> Result<Vec<Needle>, StoreError> {
        let mut needles = vec![Needle::new("the student's id", self.id.to_vec())];
        needles.push(Needle::new(
            "the student's id in letters",
            StudentId::from_bytes(self.id).to_string().into_bytes(),
        ));
        needles.extend(self.guardians.iter().map(|id| Needle::new("a guardian's id", id.to_vec())));
        let changes = "SELECT hash FROM change WHERE match_id IN (SELECT id FROM match WHERE student_id = ?1) LIMIT 200";
        let hashes = all(tx, changes, params![self.id], |row| Ok(row.get::<_, Vec<u8>>(0)?))?;
        needles.extend(hashes.into_iter().map(|hash| Needle::new("an entry's name", hash)));
        Ok(needles)
    }
}

/// Files beside the database that could hold the student: uploads that nobody confirmed, copies from before a migration.
pub(super) fn remove_files(folder: &DataFolder) -> Result<usize, OperationError> {
    let mut removed = 0;
    for path in folder.all_files()? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_copy = name.starts_with("daymark.sqlite.before-");
        if is_copy || path.starts_with(folder.uploads()) {
            std::fs::remove_file(&path).map_err(failed("cannot remove", &path))?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// Leaves nothing of deleted rows in free pages or in the write-ahead log. `secure_delete` has overwritten them already;
/// this makes the file small and the log empty.
pub(super) fn clean(database: &Path) -> Result<(), OperationError> {
    let db: Connection = daymark_sqlite::open(database, None, MIGRATIONS)?;
    db.execute_batch("PRAGMA busy_timeout = 60000; VACUUM;")?;
    let busy: i64 = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    match busy {
        0 => Ok(()),
        _ => Err(OperationError::TooEarly(
            "the rows are gone, but somebody still reads, so the write-ahead log could not be emptied; run daymark-server compact".to_owned(),
        )),
    }
}

/// Notes an act that changed nothing.
pub fn note_act(
    folder: &DataFolder,
    by: &str,
    what: &str,
    detail: String,
    at: i64,
) -> Result<(), OperationError> {
    note(folder, AccessEvent::by_command(at, by.to_owned(), None, what, detail))
}
