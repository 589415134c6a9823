//! The mentor's active matches.

use daymark_domain::{MatchId, SchoolDay, StudentId};
use daymark_protocol::MatchRow;
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Row, Transaction, params};

use super::{day, match_id};
use crate::api::Who;

/// A match with its student.
#[derive(Clone)]
pub(crate) struct Mentee {
    pub match_id: MatchId,
    pub student_id: StudentId,
    pub first_name: String,
    pub family_name: String,
    pub grade: Option<String>,
    pub entry_day: SchoolDay,
    pub exit_day: Option<SchoolDay>,
    pub start_day: SchoolDay,
    pub wake_up_calls: bool,
}

impl Mentee {
    /// Whether the student is enrolled on the day.
    pub fn is_enrolled(&self, day: SchoolDay) -> bool {
        day >= self.entry_day && self.exit_day.is_none_or(|exit| day < exit)
    }
    /// As lists show them.
    pub fn who(&self) -> Who {
        Who { match_id: self.match_id, student: self.name(), first_name: self.first_name.clone() }
    }
    /// First and family name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.family_name)
    }
}

fn mentee(row: &Row<'_>) -> Result<Mentee> {
    let exit_day: Option<i32> = row.get("exit_day")?;
    Ok(Mentee {
        match_id: match_id(row, "match_id")?,
        student_id: StudentId::from_bytes(row.get("student_id")?),
        first_name: row.get("first_name")?,
        family_name: row.get("family_name")?,
        grade: row.get("grade")?,
        entry_day: day(row, "entry_day")?,
        exit_day: exit_day.and_then(SchoolDay::from_number),
        start_day: day(row, "start_day")?,
        wake_up_calls: row.get("wake_up_calls")?,
    })
}

/// All active matches, by the student's name.
pub(crate) fn all(db: &Connection) -> Result<Vec<Mentee>> {
    db.prepare_cached(include_str!("all.sql"))?.query_map([], mentee)?.collect()
}

/// One active match.
pub(crate) fn get(db: &Connection, id: MatchId) -> Result<Option<Mentee>> {
    db.prepare_cached(include_str!("get.sql"))?.query_row(params![id.as_bytes()], mentee).optional()
}

pub(crate) fn set(tx: &Transaction<'_>, row: &MatchRow) -> Result<()> {
    let (id, student): (&[u8; 16], &[u8; 16]) = (&row.id, &row.student_id);
    tx.prepare_cached(include_str!("set.sql"))?.execute(params![
        id,
        student,
        row.start_day,
        row.wake_up_calls
    ])?;
    Ok(())
}

/// Takes a match off the phone with what was private to this phone, and its student when no other match here has them.
pub(crate) fn remove(tx: &Transaction<'_>, id: MatchId) -> Result<()> {
    tx.execute(include_str!("remove.sql"), params![id.as_bytes()])?;
    tx.execute(include_str!("remove_drafts.sql"), params![id.as_bytes()])?;
    tx.execute(include_str!("remove_asked.sql"), params![id.as_bytes()])?;
    tx.execute(include_str!("remove_students.sql"), [])?;
    Ok(())
}

/// Every match on this phone.
pub(crate) fn ids(db: &Connection) -> Result<Vec<MatchId>> {
    db.prepare_cached(include_str!("ids.sql"))?.query_map([], |row| match_id(row, "id"))?.collect()
}
