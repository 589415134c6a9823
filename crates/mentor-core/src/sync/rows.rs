//! The school's word: students, their days, what the team answered. Rows replace rows.

use daymark_domain::MatchId;
use daymark_protocol::Rows;
use daymark_sqlite::rusqlite::Transaction;

use crate::core::Core;
use crate::storage::{
    StorageError, answer, caseload, change, granted, others, phone, projection, record, school, seen,
    set_aside, student,
};

impl Core {
    /// Whether there is something to send again, of a student who came back.
    pub(super) fn apply_rows(&mut self, rows: &Rows) -> Result<bool, StorageError> {
        let (returned, left) = self.change(|tx| Ok((apply_rows(tx, rows)?, set_granted(tx, rows)?)))?;
        self.left_behind |= left;
        // What was set aside meanwhile belongs to the record again.
        returned.iter().for_each(|match_id| self.forget_record(*match_id));
        Ok(!returned.is_empty())
    }
}

/// Writes the school's word. Returns the students who came back to something that had been set aside.
fn apply_rows(tx: &Transaction<'_>, rows: &Rows) -> Result<Vec<MatchId>, StorageError> {
    let mut returned = Vec::new();
    if let Some(mentor) = &rows.mentor {
        phone::set_mentor(tx, mentor)?;
    }
    if let Some(school) = &rows.school {
        school::set(tx, school)?;
    }
    for day in rows.calendar.iter().flatten() {
        school::set_calendar_day(tx, day)?;
    }
    for student in rows.students.iter().flatten() {
        student::set(tx, student)?;
    }
    for row in rows.matches.iter().flatten() {
        let match_id = MatchId::from_bytes(*row.id);
        if caseload::get(tx, match_id)?.is_none() && set_aside::hand_in_again(tx, match_id)? {
            returned.push(match_id);
        }
        caseload::set(tx, row)?;
        show_what_waits(tx, match_id)?;
        if rows.attendance.is_some() {
            student::forget_attendance(tx, &row.student_id)?;
        }
    }
    for row in rows.attendance.iter().flatten() {
        student::set_attendance(tx, row)?;
    }
    for row in rows.others.iter().flatten() {
        others::set(tx, row)?;
    }
    for row in rows.answers.iter().flatten() {
        answer::set(tx, row)?;
    }
    for row in rows.seen.iter().flatten() {
        seen::set(tx, row)?;
    }
    Ok(returned)
}

/// What is granted no more leaves the files as a student does who left.
fn set_granted(tx: &Transaction<'_>, rows: &Rows) -> Result<bool, StorageError> {
    let mut left = false;
    // Beside the match of a student comes all of it, and this in a frame of its own.
    for row in rows.matches.iter().flatten().filter(|_| rows.attendance.is_some()) {
        left |= granted::forget(tx, &row.id)?;
    }
    for row in rows.granted.iter().flatten() {
        left |= granted::set(tx, row)?;
    }
    Ok(left)
}

/// The student comes to a phone that has unsent entries already: given back, or fetched anew after damage.
fn show_what_waits(tx: &Transaction<'_>, match_id: MatchId) -> Result<(), StorageError> {
    if !change::waiting(tx, match_id)?.is_empty() {
        projection::rewrite(tx, match_id, &record::load(tx, match_id)?)?;
    }
    Ok(())
}
