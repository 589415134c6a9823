//! Students of this mentor, the adults to call, and the school's record of them.

use std::collections::BTreeMap;

use daymark_domain::{AttendanceStatus, NumberMark, SchoolDay, StudentId};
use daymark_protocol::{AttendanceRow, StudentRow};
use daymark_sqlite::rusqlite::{Connection, Result, Transaction, params};

use super::{day, parsed};
use crate::api::Callee;

/// Replaces a student and the adults to call.
pub(crate) fn set(tx: &Transaction<'_>, student: &StudentRow) -> Result<()> {
    let id: &[u8; 16] = &student.id;
    tx.prepare_cached(include_str!("set.sql"))?.execute(params![
        id,
        student.first_name,
        student.family_name,
        student.grade,
        student.entry_day,
        student.exit_day
    ])?;
    tx.prepare_cached(include_str!("callees_remove.sql"))?.execute(params![id])?;
    let mut add = tx.prepare_cached(include_str!("callee_add.sql"))?;
    for (position, callee) in student.callees.iter().enumerate() {
        add.execute(params![
            id,
            position,
            callee.name,
            callee.relation,
            callee.language,
            callee.phone,
            callee.restriction,
            callee.best_hours,
            callee.interpreter.unwrap_or(false),
            callee.may_text
        ])?;
    }
    Ok(())
}

/// Whom to call, best number first; `wrong` are the numbers that were found so.
pub(crate) fn callees(db: &Connection, student: StudentId, wrong: &[NumberMark]) -> Result<Vec<Callee>> {
    db.prepare_cached(include_str!("callees.sql"))?
        .query_map(params![student.as_bytes()], |row| {
            let phone: Option<String> = row.get("phone")?;
            let is_wrong = |number: &str| wrong.contains(&NumberMark::of(number));
            Ok(Callee {
                name: row.get("name")?,
                relation: row.get("relation")?,
                language: row.get("language")?,
                wrong: phone.as_deref().is_some_and(is_wrong),
                phone,
                restriction: row.get("restriction")?,
                best_hours: row.get("best_hours")?,
                interpreter: row.get("interpreter")?,
                may_text: row.get("may_text")?,
            })
        })?
        .collect()
}

/// Sets, corrects or withdraws the school's record of one day.
pub(crate) fn set_attendance(tx: &Transaction<'_>, row: &AttendanceRow) -> Result<()> {
    let id: &[u8; 16] = &row.student_id;
    match &row.status {
        Some(status) => tx.prepare_cached(include_str!("attendance_set.sql"))?.execute(params![
            id,
            row.day,
            status,
            row.missed_halves
        ])?,
        None => tx.prepare_cached(include_str!("attendance_remove.sql"))?.execute(params![id, row.day])?,
    };
    Ok(())
}

/// Forgets the school's record of a student: the whole of it follows.
pub(crate) fn forget_attendance(tx: &Transaction<'_>, student: &[u8; 16]) -> Result<()> {
    tx.prepare_cached(include_str!("attendance_forget.sql"))?.execute(params![student]).map(drop)
}

/// One day of the school's record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attendance {
    pub status: AttendanceStatus,
    pub missed_halves: u8,
}

/// The days of a student on which the school recorded something.
pub(crate) fn attendance(db: &Connection, student: StudentId) -> Result<BTreeMap<SchoolDay, Attendance>> {
    db.prepare_cached(include_str!("attendance.sql"))?
        .query_map(params![student.as_bytes()], |row| {
            let attendance =
                Attendance { status: parsed(row, "status")?, missed_halves: row.get("missed_halves")? };
            Ok((day(row, "day")?, attendance))
        })?
        .collect()
}
