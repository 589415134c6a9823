//! `manifest.csv`: which version the set is in, and whether each file is whole, holds changes only, or is absent.

use super::{FileMode, ROWS_MAX, Reading, RosterVersion};
use crate::problem::{Note, shown};
use crate::refused::Refused;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

struct Property {
    name: String,
    value: String,
}

pub(super) const FILE: &str = "manifest.csv";

const TABLE: Table<Property> = Table {
    file: FILE,
    columns: &[Column::required("propertyName"), Column::required("value")],
    unused: &[],
    unique: &["propertyName"],
    rows_max: ROWS_MAX,
    parse,
};

fn parse(row: &mut Row<'_>) -> Result<Property, Bad> {
    Ok(Property { name: row.id("propertyName")?, value: row.text("value").to_owned() })
}

/// What the manifest says of the set.
pub(super) struct Manifest {
    pub version: RosterVersion,
    properties: Vec<Property>,
}

impl Manifest {
    /// Reads it, and notes where it and the set disagree. A set without one is whole, in the version that its files show.
    pub fn read(reading: &mut Reading<'_>) -> Result<Self, Refused> {
        let by_files =
            if reading.source.has_file("roles.csv") { RosterVersion::V1_2 } else { RosterVersion::V1_1 };
        let without = format!("read as OneRoster {}, whole", by_files.word());
        let properties = reading.optional(&TABLE, &without)?;
        let manifest = Self { version: version(reading, &properties, by_files)?, properties };
        for property in &manifest.properties {
            check_file(reading, property)?;
        }
        Ok(manifest)
    }

    /// How the set holds a file. What lies there is read, whatever the manifest says of it.
    pub fn mode(&self, reading: &Reading<'_>, file: &str) -> FileMode {
        let name = format!("file.{}", file.trim_end_matches(".csv"));
        let said = self.properties.iter().find(|property| property.name.eq_ignore_ascii_case(&name));
        if !reading.source.has_file(file) {
            FileMode::Absent
        } else if said.is_some_and(|said| said.value.eq_ignore_ascii_case("delta")) {
            FileMode::Delta
        } else {
            FileMode::Bulk
        }
    }
}

fn version(
    reading: &mut Reading<'_>,
    properties: &[Property],
    by_files: RosterVersion,
) -> Result<RosterVersion, Refused> {
    let named = properties.iter().find(|property| property.name.eq_ignore_ascii_case("oneroster.version"));
    let Some(named) = named else {
        if !properties.is_empty() {
            let text = format!("names no oneroster.version, read as {}", by_files.word());
            reading.set.notes.push(Note::new(TABLE.file, text));
        }
        return Ok(by_files);
    };
    let known = [RosterVersion::V1_1, RosterVersion::V1_2].into_iter();
    let is_of = |version: &RosterVersion| {
        named.value.strip_prefix(version.word()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    known.into_iter().find(is_of).ok_or_else(|| Refused::Version { version: shown(&named.value) })
}

fn check_file(reading: &mut Reading<'_>, property: &Property) -> Result<(), Refused> {
    let Some(name) = property.name.strip_prefix("file.") else { return Ok(()) };
    let file = shown(&format!("{name}.csv"));
    let is_there = reading.source.has_file(&format!("{name}.csv"));
    let text = match property.value.to_ascii_lowercase().as_str() {
        "absent" if is_there => format!("says that {file} is absent, yet it is in the set and is read"),
        "bulk" | "delta" if !is_there => format!("promises {file}, which is not in the set"),
        "bulk" | "delta" | "absent" => return Ok(()),
        // Taken for whole by mistake, a file of changes would end everyone who did not change.
        _ => return Err(Refused::Mode { file, mode: shown(&property.value) }),
    };
    reading.set.notes.push(Note::new(TABLE.file, text));
    Ok(())
}
