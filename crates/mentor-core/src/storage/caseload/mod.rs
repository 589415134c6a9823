//! The mentor's active matches.

use daymark_domain::{MatchId, SchoolDay, StudentId};
use daymark_protocol::MatchRow;
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Row, Transaction, params};

use super::{day, match_id};

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
    /// First and family name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.family_name)
    }
}

const COLUMNS: &str =
    "SELECT match.id AS match_id, student.id AS student_id, first_name, family_name, grade, entry_day,
       exit_day, start_day, wake_up_calls
FROM match JOIN student ON student.id = match.student_id";

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
    db.prepare_cached(&format!(
        "{COLUMNS} ORDER BY first_name COLLATE NOCASE, family_name COLLATE NOCASE, match.id"
    ))?
    .query_map([], mentee)?
    .collect()
}

/// One active match.
pub(crate) fn get(db: &Connection, id: MatchId) -> Result<Option<Mentee>> {
    db.prepare_cached(&format!("{COLUMNS} WHERE match.id = ?1"))?
        .query_row(params![id.as_bytes()], mentee)
        .optional()
}

pub(crate) fn set(tx: &Transaction<'_>, row: &MatchRow) -> Result<()> {
    let (id, student): (&[u8; 16], &[u8; 16]) = (&row.id, &row.student_id);
    tx.prepare_cached(
        "INSERT INTO match (id, student_id, start_day, wake_up_calls) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET start_day = ?3, wake_up_calls = ?4",
    )?
    .execute(params![id, student, row.start_day, row.wake_up_calls])?;
    Ok(())
}

/// Takes a match off the phone, and its student when no other match here has them.
pub(crate) fn remove(tx: &Transaction<'_>, id: MatchId) -> Result<()> {
    tx.execute("DELETE FROM match WHERE id = ?1", params![id.as_bytes()])?;
    tx.execute("DELETE FROM student WHERE id NOT IN (SELECT student_id FROM match)", [])?;
    Ok(())
}

/// Every match on this phone.
pub(crate) fn ids(db: &Connection) -> Result<Vec<MatchId>> {
    db.prepare_cached("SELECT id FROM match")?.query_map([], |row| match_id(row, "id"))?.collect()
}
