//! `demographics.csv`: birth date, sex, race and ethnicity. Where somebody was born is not needed, so it is not read.

use std::fmt;

use daymark_domain::SchoolDay;

use super::ROWS_MAX;
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// What the export says of a student's birth, sex, race and ethnicity.
#[derive(Clone, PartialEq, Eq)]
pub struct Demographics {
    /// The line that the row starts on.
    pub line: u64,
    /// The student's key in the export.
    pub sourced_id: String,
    /// The birth date, if the export says.
    pub birth_date: Option<SchoolDay>,
    /// The sex, if the export says.
    pub sex: Option<Sex>,
    /// The races whose flag is set, in the order of the columns; ethnicity is not among them.
    pub races: Vec<RaceEthnicity>,
    /// Whether Hispanic or Latino, if the export says.
    pub hispanic: Option<bool>,
    /// Whether the record is in force.
    pub active: bool,
}

impl fmt::Debug for Demographics {
    /// The key only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Demographics({})", self.sourced_id)
    }
}

impl Demographics {
    /// The one group of the federal tables: Hispanic of any race first, then two or more races, then the race. `None`
    /// when no flag is set.
    pub fn race_ethnicity(&self) -> Option<RaceEthnicity> {
        match self.races[..] {
            _ if self.hispanic == Some(true) => Some(RaceEthnicity::HispanicOrLatino),
            [] => None,
            [race] => Some(race),
            _ => Some(RaceEthnicity::TwoOrMore),
        }
    }
}

/// A student's sex as OneRoster has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sex {
    /// Male.
    Male,
    /// Female.
    Female,
    /// Other (1.2).
    Other,
    /// Not specified (1.2).
    Unspecified,
}

impl Sex {
    /// The word as stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
            Self::Other => "other",
            Self::Unspecified => "unspecified",
        }
    }
    fn of(text: &str) -> Option<Option<Self>> {
        match text.to_ascii_lowercase().as_str() {
            "" => Some(None),
            "male" | "m" => Some(Some(Self::Male)),
            "female" | "f" => Some(Some(Self::Female)),
            "other" => Some(Some(Self::Other)),
            "unspecified" => Some(Some(Self::Unspecified)),
            _ => None,
        }
    }
}

/// The seven federal groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RaceEthnicity {
    /// American Indian or Alaska Native.
    AmericanIndianOrAlaskaNative,
    /// Asian.
    Asian,
    /// Black or African American.
    BlackOrAfricanAmerican,
    /// Native Hawaiian or other Pacific Islander.
    NativeHawaiianOrOtherPacificIslander,
    /// White.
    White,
    /// Two races or more.
    TwoOrMore,
    /// Hispanic or Latino of any race.
    HispanicOrLatino,
}

impl RaceEthnicity {
    /// The word as stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::AmericanIndianOrAlaskaNative => "american_indian_or_alaska_native",
            Self::Asian => "asian",
            Self::BlackOrAfricanAmerican => "black_or_african_american",
            Self::NativeHawaiianOrOtherPacificIslander => "native_hawaiian_or_other_pacific_islander",
            Self::White => "white",
            Self::TwoOrMore => "two_or_more",
            Self::HispanicOrLatino => "hispanic_or_latino",
        }
    }
}

/// The flags of race by their columns.
const RACES: [(&str, RaceEthnicity); 6] = [
    ("americanIndianOrAlaskaNative", RaceEthnicity::AmericanIndianOrAlaskaNative),
    ("asian", RaceEthnicity::Asian),
    ("blackOrAfricanAmerican", RaceEthnicity::BlackOrAfricanAmerican),
    ("nativeHawaiianOrOtherPacificIslander", RaceEthnicity::NativeHawaiianOrOtherPacificIslander),
    ("white", RaceEthnicity::White),
    ("demographicRaceTwoOrMoreRaces", RaceEthnicity::TwoOrMore),
];

pub(super) const TABLE: Table<Demographics> = Table {
    file: "demographics.csv",
    columns: &[
        Column::required("sourcedId").misspelt(&["sourceId", "userSourcedId"]),
        Column::optional("status"),
        Column::required("birthDate").personal().misspelt(&["birthdate", "dateOfBirth"]),
        Column::optional("sex").personal().misspelt(&["gender"]),
        Column::optional("americanIndianOrAlaskaNative").personal(),
        Column::optional("asian").personal(),
        Column::optional("blackOrAfricanAmerican").personal(),
        Column::optional("nativeHawaiianOrOtherPacificIslander").personal(),
        Column::optional("white").personal(),
        Column::optional("demographicRaceTwoOrMoreRaces").personal(),
        Column::optional("hispanicOrLatinoEthnicity").personal(),
    ],
    unused: &[
        "dateLastModified",
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
    let sex = row.value("sex", "male, female, other, unspecified or nothing", Sex::of);
    let flags =
        RACES.map(|(column, race)| row.flag(column).map(|flag| flag.unwrap_or(false).then_some(race)));
    let hispanic = row.flag("hispanicOrLatinoEthnicity");
    let races = flags.into_iter().collect::<Result<Vec<_>, Bad>>();
    Ok(Demographics {
        line: row.line(),
        sourced_id: sourced_id?,
        birth_date: birth_date?,
        sex: sex?,
        races: races?.into_iter().flatten().collect(),
        hispanic: hispanic?,
        active: active?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_federal_group_is_hispanic_first_then_two_or_more_then_the_race() {
        use RaceEthnicity::{Asian, HispanicOrLatino, TwoOrMore, White};
        let cases: [(&[RaceEthnicity], Option<bool>, Option<RaceEthnicity>); 7] = [
            (&[], None, None),
            (&[], Some(false), None),
            (&[White], Some(false), Some(White)),
            (&[White, Asian], None, Some(TwoOrMore)),
            (&[TwoOrMore], Some(false), Some(TwoOrMore)),
            (&[White, Asian], Some(true), Some(HispanicOrLatino)),
            (&[], Some(true), Some(HispanicOrLatino)),
        ];
        for (races, hispanic, expected) in cases {
            let races = races.to_vec();
            let of = Demographics {
                line: 2,
                sourced_id: "1".into(),
                birth_date: None,
                sex: None,
                races,
                hispanic,
                active: true,
            };
            assert_eq!(of.race_ethnicity(), expected, "{:?} {hispanic:?}", of.races);
        }
    }
}
