//! `orgs.csv`: schools and districts.

use super::ROWS_MAX;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// A school, its district, or another organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Org {
    /// Its key in the export.
    pub sourced_id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrgKind,
    /// The key of the organisation above it.
    pub parent: Option<String>,
    /// Whether a student is present unless marked: Kinvolved's `metadata.attendanceReporting`.
    pub negative_reporting: Option<bool>,
    /// Whether the record is in force.
    pub active: bool,
}

/// What an organisation is for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrgKind {
    /// A school.
    School,
    /// A district, or another local authority over schools.
    District,
    /// A department, a state, a nation.
    Other,
}

pub(super) const TABLE: Table<Org> = Table {
    file: "orgs.csv",
    columns: &[
        Column::required("sourcedId").misspelt(&["sourceId"]),
        Column::optional("status"),
        Column::required("name"),
        Column::required("type"),
        Column::optional("parentSourcedId").misspelt(&["parentSourceId"]),
        Column::optional("metadata.attendanceReporting"),
    ],
    unused: &["dateLastModified", "identifier"],
    unique: &["sourcedId"],
    rows_max: ROWS_MAX,
    parse,
};

fn parse(row: &mut Row<'_>) -> Result<Org, Bad> {
    let sourced_id = row.id("sourcedId");
    let active = row.active();
    let name = row.value("name", "the name of the organisation", |text| {
        Some(text.to_owned()).filter(|name| !name.is_empty())
    });
    let kind = row.value("type", "one of school, district, department, local, state, national", kind);
    let parent = row.optional_id("parentSourcedId");
    let negative_reporting =
        row.value("metadata.attendanceReporting", "negative, positive or nothing", reporting);
    Ok(Org {
        sourced_id: sourced_id?,
        name: name?,
        kind: kind?,
        parent: parent?,
        negative_reporting: negative_reporting?,
        active: active?,
    })
}

fn kind(text: &str) -> Option<OrgKind> {
    match text.to_ascii_lowercase().as_str() {
        "school" => Some(OrgKind::School),
        "district" | "local" => Some(OrgKind::District),
        "department" | "state" | "national" => Some(OrgKind::Other),
        _ => None,
    }
}

fn reporting(text: &str) -> Option<Option<bool>> {
    match text.to_ascii_lowercase().as_str() {
        "" => Some(None),
        "negative" => Some(Some(true)),
        "positive" => Some(Some(false)),
        _ => None,
    }
}
