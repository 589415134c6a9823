//! The record of access of a large district: whatever is done to it is found, and how long the search takes. Not a figure
//! alone: a change that is not found ends the run in failure.

use std::ops::RangeInclusive;
use std::path::Path;
use std::time::{Duration, Instant};

use daymark_server::operations::folder::DataFolder;
use daymark_server::operations::{OperationError, audit};
use daymark_server::store::audit::ChainBreak;
use daymark_server::store::sqlite::SqliteStore;
use daymark_sqlite::rusqlite::types::Value;
use daymark_sqlite::rusqlite::{Connection, params};
use tempfile::TempDir;

use crate::chance::Chance;
use crate::report::Measure::{self, Bytes, Count};
use crate::report::{Figure, Spread, progress};
use crate::{Outcome, machine};

const ROWS: u32 = 100_000;
/// Of each of the four ways.
const TRIES: u32 = 60;
const WHOLE: usize = 10;

/// What hinders an honest programme; whoever has the file has it too.
const UNLOCKED: &str = "DROP TRIGGER access_event_is_sealed; DROP TRIGGER access_event_is_never_changed;
                        DROP TRIGGER access_event_is_never_removed;";
/// As pages leave them: most are about a student, some say a word more. They are sealed when the store is opened.
const LOOKS: &str = "INSERT INTO access_event (id, at, staff_id, what, student_id, school_id, detail)
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?1)
    SELECT n, 1760000000 + n, randomblob(16), 'student_viewed', iif(n % 3 = 0, NULL, randomblob(16)), randomblob(16),
           iif(n % 5 = 0, 'page ' || n, NULL) FROM n";
const COLUMNS: [&str; 11] = [
    "at",
    "staff_id",
    "device_id",
    "what",
    "student_id",
    "school_id",
    "by_name",
    "detail",
    "student_salt",
    "detail_salt",
    "hash",
];

/// Tries each way again and again.
pub fn measure() -> Outcome {
    progress("a record of 100,000 accesses, and what somebody with the file could do to it");
    let record = Record::written()?;
    let mut whole = Vec::with_capacity(WHOLE);
    for _ in 0..WHOLE {
        let began = Instant::now();
        audit::verify(&record.folder, &[])?.ok_or("the record is empty")?;
        whole.push(began.elapsed());
    }
    let (mut chance, mut until_found) = (Chance::of(20), Vec::new());
    for _ in 0..TRIES {
        for way in [flip, drop_rows, swap, cut_off] {
            until_found.push(record.broken_by(way, &mut chance)?);
        }
    }
    let tried = until_found.len() as u64;
    let (whole, until_found) = (Spread::of(whole), Spread::of(until_found));
    Figure::new(
        "The record of access",
        &[
            &format!("{ROWS} rows; in turn a bit flipped in any column of any row, up to ten rows dropped, two rows swapped, the"),
            &format!("end cut off at any row, {TRIES} of each at random; each is found at the row where it was done, or this run"),
            "ends in failure. The walk over the whole record as `daymark-server audit verify` makes it.",
        ],
    )
    .line("done to it, and found", Count(tried))
    .line("the whole record: p50", Measure::millis(whole.p50))
    .line("the whole record: worst of 10", Measure::millis(whole.worst))
    .line("until the break was found: p50", Measure::millis(until_found.p50))
    .line("the file", Bytes(std::fs::metadata(record.folder.database())?.len()))
    .line("most memory held by all of this", Bytes(machine::most_memory()?))
    .print();
    Ok(())
}

/// Whoever has the file: what is done, and where it must be found.
type Way = fn(&Connection, &mut Chance) -> Outcome<(String, RangeInclusive<i64>)>;

struct Record {
    folder: DataFolder,
    untouched: std::path::PathBuf,
    _here: TempDir,
}

impl Record {
    fn written() -> Outcome<Self> {
        let here = tempfile::tempdir()?;
        let folder = DataFolder::at(&here.path().join("data"));
        std::fs::create_dir(folder.path())?;
        drop(SqliteStore::open(folder.path())?);
        let db = edited(&folder.database())?;
        db.execute_batch(UNLOCKED)?;
        db.execute(LOOKS, [ROWS])?;
        drop(db);
        drop(SqliteStore::open_keeping(folder.path(), &folder.ledger())?);
        // The file is all there is: no log beside it.
        edited(&folder.database())?.execute_batch("PRAGMA journal_mode = DELETE;")?;
        let untouched = here.path().join("untouched");
        std::fs::copy(folder.database(), &untouched)?;
        Ok(Self { folder, untouched, _here: here })
    }

    /// How long it took to find; then the record is as before.
    fn broken_by(&self, way: Way, chance: &mut Chance) -> Outcome<Duration> {
        let (done, at) = way(&edited(&self.folder.database())?, chance)?;
        let began = Instant::now();
        let found = match audit::verify(&self.folder, &[]) {
            Err(OperationError::RecordBroken(ChainBreak::Changed { id })) => id..=id,
            Err(OperationError::RecordBroken(ChainBreak::Missing { first, last })) => first..=last,
            other => return Err(format!("{done}: it was not found, but {other:?}").into()),
        };
        let took = began.elapsed();
        if found != at {
            return Err(format!("{done}: it was found at {found:?} and done at {at:?}").into());
        }
        std::fs::copy(&self.untouched, self.folder.database())?;
        Ok(took)
    }
}

fn edited(database: &Path) -> Outcome<Connection> {
    let db = Connection::open(database)?;
    db.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF;")?;
    Ok(db)
}

fn any_row(chance: &mut Chance) -> i64 {
    i64::from(chance.below(ROWS)) + 1
}

/// One bit of one value; where nothing stands, something does.
fn flip(db: &Connection, chance: &mut Chance) -> Outcome<(String, RangeInclusive<i64>)> {
    let id = any_row(chance);
    let column = COLUMNS[chance.below(11) as usize];
    let value: Value =
        db.query_row(&format!("SELECT {column} FROM access_event WHERE id = ?1"), [id], |row| row.get(0))?;
    let other = match value {
        Value::Null => match column {
            "by_name" | "detail" => Value::Text("x".to_owned()),
            _ => Value::Blob(vec![0; 16]),
        },
        Value::Integer(number) => Value::Integer(number ^ (1 << chance.below(40))),
        Value::Text(text) => Value::Text(String::from_utf8(flipped(text.into_bytes(), chance, 5))?),
        Value::Blob(bytes) => Value::Blob(flipped(bytes, chance, 8)),
        Value::Real(_) => return Err("no column of the record holds such a number".into()),
    };
    db.execute(&format!("UPDATE access_event SET {column} = ?2 WHERE id = ?1"), params![id, other])?;
    Ok((format!("a bit of {column} of row {id}"), id..=id))
}

/// Of the lowest `bits` of any byte: of text, so that letters stay letters.
fn flipped(mut bytes: Vec<u8>, chance: &mut Chance, bits: u32) -> Vec<u8> {
    let nth = chance.below(u32::try_from(bytes.len()).unwrap_or(u32::MAX)) as usize;
    if let Some(byte) = bytes.get_mut(nth) {
        *byte ^= 1 << chance.below(bits);
    }
    bytes
}

fn drop_rows(db: &Connection, chance: &mut Chance) -> Outcome<(String, RangeInclusive<i64>)> {
    let first = any_row(chance);
    let last = (first + i64::from(chance.below(10))).min(i64::from(ROWS));
    db.execute("DELETE FROM access_event WHERE id BETWEEN ?1 AND ?2", [first, last])?;
    Ok((format!("rows {first} to {last} dropped"), first..=last))
}

fn swap(db: &Connection, chance: &mut Chance) -> Outcome<(String, RangeInclusive<i64>)> {
    let one = any_row(chance);
    // Another one: the numbers run in a circle.
    let other = (one + i64::from(chance.below(ROWS - 1))) % i64::from(ROWS) + 1;
    let renumber = "UPDATE access_event SET id = ?2 WHERE id = ?1";
    for (from, to) in [(one, 0), (other, one), (0, other)] {
        db.execute(renumber, [from, to])?;
    }
    let first = one.min(other);
    Ok((format!("rows {one} and {other} swapped"), first..=first))
}

fn cut_off(db: &Connection, chance: &mut Chance) -> Outcome<(String, RangeInclusive<i64>)> {
    let first = any_row(chance);
    db.execute("DELETE FROM access_event WHERE id >= ?1", [first])?;
    Ok((format!("cut off at row {first}"), first..=i64::from(ROWS)))
}
