//! Whose records somebody may have seen, for whoever has to tell families after a breach (`domain.md` R20): by the record of
//! access for an account, by the matches for a phone. Keys of the export, no names.

use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::Serialize;

use super::OperationError;
use super::folder::DataFolder;
use crate::auth::from_hex;
use crate::store::StoreError;
use crate::store::sqlite::values::all;

/// Whose looks are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's.
    Everybodys,
    /// Of the account with this login.
    Account(String),
    /// Of the phone with this id, in hexadecimal.
    Phone(String),
}

/// One student.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Affected {
    /// The school's key in the export.
    pub school: Option<String>,
    /// The student's key in the export.
    pub student: String,
    /// How often the record was opened or changed; of a phone: on how many matches' records it lay.
    pub times: u32,
    /// First time, in seconds since 1970-01-01 UTC; of a phone: the match's first day.
    pub first: i64,
    /// Last time; of a phone: when the match left it, or the end of what was asked.
    pub last: i64,
    /// What was done.
    pub what: String,
}

/// What was looked at in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// By school and key.
    pub students: Vec<Affected>,
    /// Looks at lists, on which every student of a school may have stood: school, what, how often.
    pub lists: Vec<(Option<String>, String, u32)>,
}

/// All of it, from one moment to before another.
pub fn affected(folder: &DataFolder, whose: &Whose, from: i64, until: i64) -> Result<Found, OperationError> {
    let db = Connection::open(folder.database())?;
    db.execute_batch("PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;")?;
    match whose {
        Whose::Everybodys => by_accesses(&db, None, from, until),
        Whose::Account(login) => {
            let staff = named(&db, "SELECT id FROM staff WHERE login = ?1", login)?;
            by_accesses(&db, Some(staff), from, until)
        }
        Whose::Phone(id) => {
            let nobody = || OperationError::NobodyOfThatName(id.clone());
            let device: [u8; 16] = from_hex(id).ok_or_else(nobody)?;
            let known = "SELECT mentor_id FROM device WHERE id = ?1";
            let mentor: Option<[u8; 16]> = db.query_row(known, [device], |row| row.get(0)).optional()?;
            on_phones(&db, mentor.ok_or_else(nobody)?, from, until)
        }
    }
}

fn named(db: &Connection, sql: &str, name: &str) -> Result<[u8; 16], OperationError> {
    let found = db.query_row(sql, [name], |row| row.get(0)).optional()?;
    found.ok_or_else(|| OperationError::NobodyOfThatName(name.to_owned()))
}

fn by_accesses(
    db: &Connection,
    staff: Option<[u8; 16]>,
    from: i64,
    until: i64,
) -> Result<Found, OperationError> {
    let which = named_params! { ":staff_id": staff, ":from": from, ":until": until };
    let students = all(db, include_str!("accesses.sql"), which, student)?;
    let list = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    Ok(Found { students, lists: all(db, include_str!("lists.sql"), which, list)? })
}

fn on_phones(db: &Connection, mentor: [u8; 16], from: i64, until: i64) -> Result<Found, OperationError> {
    let which = named_params! { ":mentor_id": mentor, ":from": from, ":until": until };
    Ok(Found { students: all(db, include_str!("on_phones.sql"), which, student)?, lists: Vec::new() })
}

fn student(row: &Row<'_>) -> Result<Affected, StoreError> {
    Ok(Affected {
        school: row.get(0)?,
        student: row.get(1)?,
        times: row.get(2)?,
        first: row.get(3)?,
        last: row.get(4)?,
        what: row.get(5)?,
    })
}
