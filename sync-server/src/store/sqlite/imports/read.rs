//! From rows to what imports compare with.

use daymark_domain::{AttendanceStatus, GuardianId, IndicatorValue, SchoolId, StudentId};
use daymark_sqlite::rusqlite::Row;

use super::super::values::{day, day_part, id, optional_day};
use crate::store::StoreError;
use crate::store::imports::{
    BatchOutcome, CalendarDayRow, EnrollmentRow, EnrollmentSource, GuardianField, GuardianLink, GuardianRow,
    ImportRecord, IndicatorNow, Recorded, RecordedNow, SchoolRow, StudentAttributes, StudentRow,
};

pub(super) fn school(row: &Row<'_>) -> Result<SchoolRow, StoreError> {
    Ok(SchoolRow {
        id: id(row, 0, SchoolId::from_bytes)?,
        sis_id: row.get(1)?,
        name: row.get(2)?,
        time_zone: row.get(3)?,
        negative_reporting: row.get(4)?,
        recorded_through: optional_day(row, 5)?,
    })
}

pub(super) fn student(row: &Row<'_>) -> Result<StudentRow, StoreError> {
    Ok(StudentRow {
        id: id(row, 0, StudentId::from_bytes)?,
        sis_id: row.get(1)?,
        given_name: row.get(2)?,
        middle_name: row.get(3)?,
        family_name: row.get(4)?,
        preferred_name: row.get(5)?,
        birth_day: optional_day(row, 6)?,
        grade: row.get(7)?,
        active: row.get(8)?,
    })
}

pub(super) fn enrollment(row: &Row<'_>) -> Result<EnrollmentRow, StoreError> {
    Ok(EnrollmentRow {
        student_id: id(row, 0, StudentId::from_bytes)?,
        school_id: id(row, 1, SchoolId::from_bytes)?,
        entry_day: day(row, 2)?,
        exit_day: optional_day(row, 3)?,
    })
}

pub(super) fn guardian(row: &Row<'_>) -> Result<GuardianRow, StoreError> {
    Ok(GuardianRow {
        id: id(row, 0, GuardianId::from_bytes)?,
        sis_id: row.get(1)?,
        given_name: row.get(2)?,
        family_name: row.get(3)?,
        phone: row.get(4)?,
        language: row.get(5)?,
        active: row.get(6)?,
    })
}

pub(super) fn guardian_link(row: &Row<'_>) -> Result<GuardianLink, StoreError> {
    Ok(GuardianLink {
        student_id: id(row, 0, StudentId::from_bytes)?,
        guardian_id: id(row, 1, GuardianId::from_bytes)?,
        relation: row.get(2)?,
        is_primary: row.get(3)?,
        lives_with: row.get(4)?,
        is_emergency: row.get(5)?,
        priority: row.get(6)?,
        restrictions: row.get(7)?,
        active: row.get(8)?,
        best_hours: row.get(9)?,
        by_contacts: row.get(10)?,
        interpreter: row.get(11)?,
        may_text: row.get(12)?,
    })
}

pub(super) fn calendar_day(row: &Row<'_>) -> Result<CalendarDayRow, StoreError> {
    let day_type = row.get_ref(2)?.as_str().ok().and_then(|word| word.parse().ok());
    Ok(CalendarDayRow {
        school_id: id(row, 0, SchoolId::from_bytes)?,
        day: day(row, 1)?,
        day_type: day_type.ok_or(StoreError::Unreadable { what: "day type" })?,
        value: day_part(row, 3)?,
    })
}

pub(super) fn recorded(row: &Row<'_>) -> Result<RecordedNow, StoreError> {
    let status = row.get_ref(1)?.as_str().ok().and_then(|word| word.parse::<AttendanceStatus>().ok());
    let recorded = Recorded {
        status: status.ok_or(StoreError::Unreadable { what: "attendance status" })?,
        missed: day_part(row, 2)?,
        reason: row.get(3)?,
    };
    Ok(RecordedNow { id: row.get(0)?, recorded })
}

pub(super) fn attributes(row: &Row<'_>) -> Result<(StudentId, StudentAttributes), StoreError> {
    let attributes = StudentAttributes {
        sex: row.get(1)?,
        race_ethnicity: row.get(2)?,
        english_learner: row.get(3)?,
        special_education: row.get(4)?,
        section_504: row.get(5)?,
        lunch: row.get(6)?,
        homeless: row.get(7)?,
        foster: row.get(8)?,
        zip: row.get(9)?,
        home_language: row.get(10)?,
    };
    Ok((id(row, 0, StudentId::from_bytes)?, attributes))
}

pub(super) fn enrollment_source(row: &Row<'_>) -> Result<(StudentId, Vec<EnrollmentSource>), StoreError> {
    let text = row.get_ref(1)?.as_str().unwrap_or_default();
    let rows =
        serde_json::from_str(text).map_err(|_| StoreError::Unreadable { what: "rows of enrollments.csv" })?;
    Ok((id(row, 0, StudentId::from_bytes)?, rows))
}

pub(super) fn guardian_hand_set(row: &Row<'_>) -> Result<(GuardianId, GuardianField), StoreError> {
    let field = match row.get_ref(1)?.as_str() {
        Ok("phone") => GuardianField::Phone,
        Ok("language") => GuardianField::Language,
        _ => return Err(StoreError::Unreadable { what: "field that was set by hand" }),
    };
    Ok((id(row, 0, GuardianId::from_bytes)?, field))
}

pub(super) fn import_record(row: &Row<'_>) -> Result<ImportRecord, StoreError> {
    Ok(ImportRecord {
        id: row.get(0)?,
        kind: row.get(1)?,
        at: row.get(2)?,
        done_by: row.get(3)?,
        digest: row.get(4)?,
        rows_read: row.get(5)?,
        changes: row.get(6)?,
        problems: row.get(7)?,
        report: row.get(8)?,
        outcome: BatchOutcome::from_word(row.get_ref(9)?.as_str().unwrap_or_default())
            .ok_or(StoreError::Unreadable { what: "outcome of an import" })?,
        school: row.get::<_, Option<_>>(10)?.map(SchoolId::from_bytes),
        undoes: row.get(11)?,
        undone_by: row.get(12)?,
        by_name: row.get(13)?,
    })
}

pub(super) fn indicator(row: &Row<'_>) -> Result<IndicatorNow, StoreError> {
    let value = IndicatorValue::from_hundredths(row.get(1)?);
    Ok(IndicatorNow { id: row.get(0)?, value: value.ok_or(StoreError::Unreadable { what: "indicator" })? })
}
