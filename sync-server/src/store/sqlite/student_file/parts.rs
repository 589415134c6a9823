//! Rows of a student's file, each read into its part.

use std::str::FromStr;

use daymark_domain::{AttendanceStatus, GuardianId, IndicatorKind, IndicatorValue, MatchId};
use daymark_sqlite::rusqlite::Row;

use super::super::numbers::past;
use super::super::values::{day, id, optional_day, word};
use crate::service::school_time;
use crate::store::StoreError;
use crate::store::numbers::NumberPast;
use crate::store::schools::School;
use crate::store::student_file::{
    Amendment, ContactPoint, EntryIs, FileBarrier, FileDisclosure, FileEntry, FileGoal, FileIndicator,
    MatchPeriod, OfficialDay, ReplacedDay, StaffWord,
};

pub(super) fn contact_point(row: &Row<'_>) -> Result<ContactPoint, StoreError> {
    Ok(ContactPoint {
        guardian_id: id(row, 0, GuardianId::from_bytes)?,
        name: row.get(1)?,
        relation: row.get(2)?,
        language: row.get(3)?,
        phone: row.get(4)?,
        restrictions: row.get(5)?,
        best_hours: row.get(6)?,
        interpreter: row.get(7)?,
        may_text: row.get(8)?,
        former: row.get(9)?,
        past: Vec::new(),
    })
}

pub(super) fn number(row: &Row<'_>) -> Result<(GuardianId, NumberPast), StoreError> {
    Ok((id(row, 7, GuardianId::from_bytes)?, past(row)?))
}

pub(super) fn match_period(row: &Row<'_>) -> Result<MatchPeriod, StoreError> {
    Ok(MatchPeriod {
        id: id(row, 0, MatchId::from_bytes)?,
        mentor: row.get(1)?,
        start: day(row, 2)?,
        end: optional_day(row, 3)?,
        end_reason: row.get(4)?,
        rationale: row.get(5)?,
        status: word(row, "status")?,
        stands_in: row.get(7)?,
        expected_end: optional_day(row, 8)?,
    })
}

pub(super) fn entry(row: &Row<'_>) -> Result<FileEntry, StoreError> {
    let is = match row.get_ref(0)?.as_str().unwrap_or_default() {
        "contact" => EntryIs::Contact,
        "door_check" => EntryIs::DoorCheck,
        "note" => EntryIs::Note,
        "recognition" => EntryIs::Recognition,
        "ask" => EntryIs::Ask,
        _ => EntryIs::SafetyConcern,
    };
    Ok(FileEntry {
        is,
        day: day(row, 1)?,
        mentor: row.get(3)?,
        word: row.get(4)?,
        second: row.get(5)?,
        text: row.get(6)?,
        minutes: row.get(7)?,
        voided: row.get(8)?,
        direction: row.get(9)?,
        party: row.get(10)?,
        place: row.get(11)?,
        follow_up: optional_day(row, 12)?,
        in_group: row.get(13)?,
        late: row.get(14)?,
        uncertain: row.get(15)?,
        handed_in: row.get(16)?,
    })
}

pub(super) fn barrier(row: &Row<'_>) -> Result<FileBarrier, StoreError> {
    Ok(FileBarrier {
        day: day(row, 0)?,
        factor: row.get(1)?,
        source: row.get(2)?,
        resolved: optional_day(row, 3)?,
        voided: row.get(4)?,
    })
}

pub(super) fn goal(row: &Row<'_>) -> Result<FileGoal, StoreError> {
    Ok(FileGoal {
        day: day(row, 0)?,
        measure: row.get(1)?,
        was: row.get(2)?,
        aim: row.get(3)?,
        due: day(row, 4)?,
        result: row.get(5)?,
        voided: row.get(6)?,
        counted: row.get(7)?,
        checked: optional_day(row, 8)?,
    })
}

pub(super) fn disclosure(row: &Row<'_>) -> Result<FileDisclosure, StoreError> {
    Ok(FileDisclosure {
        at: row.get(0)?,
        purpose: word(row, "purpose")?,
        recipient: row.get(2)?,
        by: row.get(3)?,
    })
}

pub(super) fn official(row: &Row<'_>) -> Result<OfficialDay, StoreError> {
    Ok(OfficialDay { day: day(row, 0)?, status: status(row, 1)?, reason: row.get(2)? })
}

pub(super) fn replaced(row: &Row<'_>) -> Result<ReplacedDay, StoreError> {
    let followed_by = match row.get::<_, Option<String>>(4)? {
        Some(_) => Some(status(row, 4)?),
        None => None,
    };
    Ok(ReplacedDay {
        day: day(row, 0)?,
        status: status(row, 1)?,
        reason: row.get(2)?,
        recorded_at: row.get(3)?,
        followed_by,
        replaced_at: row.get(5)?,
    })
}

fn status(row: &Row<'_>, column: usize) -> Result<AttendanceStatus, StoreError> {
    let status = AttendanceStatus::from_str(&row.get::<_, String>(column)?);
    status.map_err(|_| StoreError::Unreadable { what: "attendance status" })
}

pub(super) fn indicator(row: &Row<'_>) -> Result<FileIndicator, StoreError> {
    let kind = IndicatorKind::from_str(&row.get::<_, String>(0)?);
    let value = IndicatorValue::from_hundredths(row.get(3)?);
    Ok(FileIndicator {
        kind: kind.map_err(|_| StoreError::Unreadable { what: "indicator" })?,
        first: day(row, 1)?,
        last: day(row, 2)?,
        value: value.ok_or(StoreError::Unreadable { what: "value of an indicator" })?,
        replaced: row.get(4)?,
    })
}

pub(super) fn staff_word(row: &Row<'_>, school: &School) -> Result<StaffWord, StoreError> {
    let words: String = row.get(2)?;
    let day = match optional_day(row, 1)? {
        Some(day) => day,
        None => school_time::at(school, row.get(5)?).day,
    };
    Ok(StaffWord {
        what: row.get(0)?,
        day,
        words: words.split_whitespace().map(str::to_owned).collect(),
        text: row.get(3)?,
        by: row.get(4)?,
    })
}

pub(super) fn amendment(row: &Row<'_>) -> Result<Amendment, StoreError> {
    Ok(Amendment { day: day(row, 0)?, asked_by: row.get(1)?, text: row.get(2)?, by: row.get(3)? })
}
