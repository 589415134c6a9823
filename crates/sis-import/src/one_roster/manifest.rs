//! `manifest.csv`: which version the set is in, and whether each file is whole.

use super::{ROWS_MAX, Reading};
use crate::problem::{Note, shown};
use crate::refused::Refused;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

struct Property {
    name: String,
    value: String,
}

const TABLE: Table<Property> = Table {
    file: "manifest.csv",
    columns: &[Column::required("propertyName"), Column::required("value")],
    unused: &[],
    unique: &["propertyName"],
    rows_max: ROWS_MAX,
    parse,
};

fn parse(row: &mut Row<'_>) -> Result<Property, Bad> {
    Ok(Property { name: row.id("propertyName")?, value: row.text("value").to_owned() })
}

/// Refuses a set in another version, and one that holds changes only: read as a whole set it would end everyone
/// who did not change.
pub(super) fn check(reading: &mut Reading) -> Result<(), Refused> {
    let properties = reading.optional(&TABLE, "read as OneRoster 1.1, whole")?;
    let version = properties.iter().find(|property| property.name.eq_ignore_ascii_case("oneroster.version"));
    match version.map(|property| property.value.as_str()) {
        Some("1.1") => {}
        Some(version) if version.starts_with("1.1.") => {}
        Some(version) => return Err(Refused::Version { version: shown(version) }),
        None if properties.is_empty() => {}
        None => reading.set.notes.push(Note::new(TABLE.file, "names no oneroster.version, read as 1.1")),
    }
    for property in &properties {
        check_whole(reading, property)?;
    }
    Ok(())
}

fn check_whole(reading: &mut Reading, property: &Property) -> Result<(), Refused> {
    let Some(name) = property.name.strip_prefix("file.") else { return Ok(()) };
    let file = format!("{name}.csv");
    let is_there = reading.source.has_file(&file);
    match property.value.to_ascii_lowercase().as_str() {
        "delta" if is_there => return Err(Refused::Delta { file: shown(&file) }),
        "absent" if is_there => reading.set.notes.push(Note::new(
            TABLE.file,
            format!("says that {} is absent, yet it is in the set and is read", shown(&file)),
        )),
        "bulk" if !is_there => reading
            .set
            .notes
            .push(Note::new(TABLE.file, format!("promises {}, which is not in the set", shown(&file)))),
        _ => {}
    }
    Ok(())
}
