//! `demographics.csv`: of all that it can hold, the birth date only. The rest is not needed, so it is not read.

use std::fmt;

use daymark_domain::SchoolDay;

use super::ROWS_MAX;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// A student's birth date.
#[derive(Clone, PartialEq, Eq)]
pub struct Demographics {
    /// The student's key in the export.
    pub sourced_id: String,
    /// The birth date, if the export says.
    pub birth_date: Option<SchoolDay>,
    /// Whether the record is in force.
    pub active: bool,
}

impl fmt::Debug for Demographics {
    /// Without the date.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Demographics({})", self.sourced_id)
    }
}

pub(super) const TABLE: Table<Demographics> = Table {
    file: "demographics.csv",
    columns: &[
        Column::required("sourcedId").misspelt(&["sourceId", "userSourcedId"]),
        Column::optional("status"),
        Column::required("birthDate").personal().misspelt(&["birthdate", "dateOfBirth"]),
    ],
    unused: &[
        "dateLastModified",
        "sex",
        "americanIndianOrAlaskaNative",
        "asian",
        "blackOrAfricanAmerican",
        "nativeHawaiianOrOtherPacificIslander",
        "white",
        "demographicRaceTwoOrMoreRaces",
        "hispanicOrLatinoEthnicity",
        "countryOfBirthCode",
        "stateOfBirthAbbreviation",
        "cityOfBirth",
        "publicSchoolResidenceStatus",
    ],
    unique: &["sourcedId"],
    rows_max: ROWS_MAX,
    parse,
};

fn parse(row: &mut Row<'_>) -> Result<Demographics, Bad> {
    let sourced_id = row.id("sourcedId");
    let active = row.active();
    let birth_date = row.optional_date("birthDate");
    Ok(Demographics { sourced_id: sourced_id?, birth_date: birth_date?, active: active? })
}
