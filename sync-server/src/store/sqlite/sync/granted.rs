//! What was granted of a student beyond what every phone gets (`domain.md` R4).

use daymark_domain::{GrantedField, IndicatorKind, SchoolDay};
use daymark_protocol::{GrantedFieldRow, GrantedLineRow, GrantedRow, Rows};
use daymark_sqlite::rusqlite::{Connection, named_params};

use super::super::field_grants::{in_force, newest};
use super::super::values::{all, one, word};
use super::above::Known;
use crate::store::StoreError;
use crate::store::fields::{FieldClass, Readable};
use crate::store::sync::Asker;

/// The rows with the number under which the phone learns of them; none: nothing is new.
pub(super) fn news(db: &Connection, asker: Asker, of: &Known) -> Result<Option<(i64, Rows)>, StoreError> {
    let grants = in_force(db, of.match_id)?;
    let mut seq = newest(db, of.match_id)?;
    if !grants.is_empty() {
        seq = seq.max(newest_of_student(db, asker, of)?);
    }
    if seq <= asker.cursor {
        return Ok(None);
    }
    let readable = Readable::of_phone(grants.iter().map(|(field, _)| *field));
    let fields = grants.into_iter().map(|(field, until)| read(db, asker, of, readable, field, until));
    let match_id = (*of.match_id.as_bytes()).into();
    let granted = GrantedRow { match_id, fields: fields.collect::<Result<_, _>>()? };
    Ok(Some((seq, Rows { granted: Some(vec![granted]), ..Rows::default() })))
}

/// What the fields are read from changes under numbers of its own.
fn newest_of_student(db: &Connection, asker: Asker, of: &Known) -> Result<i64, StoreError> {
    let which = named_params! {
        ":student_id": of.student_id.as_bytes(),
        ":school_id": asker.school_id.as_bytes(),
    };
    Ok(one(db, include_str!("granted_newest.sql"), which, |row| Ok(row.get(0)?))?.unwrap_or(0))
}

fn read(
    db: &Connection,
    asker: Asker,
    of: &Known,
    readable: Readable,
    field: GrantedField,
    until: SchoolDay,
) -> Result<GrantedFieldRow, StoreError> {
    let lines = match field {
        _ if !readable.has(FieldClass::of_grant(field)) => Vec::new(),
        GrantedField::Birthday => birthday(db, of)?,
        GrantedField::AttendanceReasons => reasons(db, asker, of)?,
        GrantedField::Discipline | GrantedField::Courses => indicators(db, of, FieldClass::of_grant(field))?,
    };
    Ok(GrantedFieldRow { field: field.word().to_owned(), until: until.number(), lines })
}

fn birthday(db: &Connection, of: &Known) -> Result<Vec<GrantedLineRow>, StoreError> {
    let which = named_params! { ":student_id": of.student_id.as_bytes() };
    all(db, include_str!("granted_birthday.sql"), which, |row| {
        Ok(GrantedLineRow { day: row.get(0)?, kind: None, text: None, hundredths: None })
    })
}

fn reasons(db: &Connection, asker: Asker, of: &Known) -> Result<Vec<GrantedLineRow>, StoreError> {
    let which = named_params! {
        ":student_id": of.student_id.as_bytes(),
        ":school_id": asker.school_id.as_bytes(),
    };
    all(db, include_str!("granted_reasons.sql"), which, |row| {
        Ok(GrantedLineRow { day: row.get(0)?, kind: None, text: row.get(1)?, hundredths: None })
    })
}

fn indicators(db: &Connection, of: &Known, class: FieldClass) -> Result<Vec<GrantedLineRow>, StoreError> {
    let which = named_params! { ":student_id": of.student_id.as_bytes() };
    let found = all(db, include_str!("granted_indicators.sql"), which, |row| {
        let kind: IndicatorKind = word(row, "kind")?;
        let line = GrantedLineRow {
            day: row.get(1)?,
            kind: Some(kind.word().to_owned()),
            text: None,
            hundredths: Some(row.get(2)?),
        };
        Ok((kind, line))
    })?;
    Ok(found
        .into_iter()
        .filter(|(kind, _)| FieldClass::of_indicator(*kind) == class)
        .map(|(_, line)| line)
        .collect())
}
