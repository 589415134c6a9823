//! How one school writes its attendance, from a small TOML file:
//!
//! ```toml
//! layout = "rows"               # a line for each student and day; or "dates": a line a student, a column a date
//! reporting = "negative"        # present unless marked; or "positive": each student is marked each day
//! date_format = "mm/dd/yyyy"
//! school_id = "0101"            # when the file has no column for it
//! [columns]
//! student_id = "Student Number"
//! category = "Att Code"
//! [codes]                       # with this table, no other code is known
//! E = "Excused Absence"
//! H = { category = "Unexcused Absence", missed = 0.5 }
//! X = "ignore"
//! [duration]
//! unit = "minutes"              # or "days" or "periods"
//! day = 390                     # how many of them a school day has
//! ```

use std::collections::BTreeMap;

use daymark_domain::{AttendanceStatus, DayPart};
use toml::Value;

use super::codes::{Code, Codes};
use super::rows::COLUMNS;
use crate::amount::share_of_day;
use crate::date_form::DateForm;
use crate::toml_file::{InvalidMap, Keys, number_text};

const CODE: &str = "one of In Attendance, Present, Excused Absence, Unexcused Absence, Tardy, Early departure, Partial, \
                    Suspension, In-school suspension, ignore, or { category = \"…\", missed = 0.5 } with 0 to 1 missed";

/// How one school writes its attendance. The default is the plain format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttendanceMap {
    pub(super) layout: Layout,
    negative_reporting: Option<bool>,
    pub(super) dates: DateForm,
    pub(super) school_id: Option<String>,
    /// The school's own names by the canonical ones.
    pub(super) names: Vec<(&'static str, String)>,
    pub(super) codes: Codes,
    pub(super) duration: DurationUnit,
}

/// Where the marks of a student stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Layout {
    /// A line for each student and day.
    #[default]
    Rows,
    /// A line for each student, a column for each date.
    Dates,
}

/// What a duration counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DurationUnit {
    pub name: &'static str,
    /// How many of them a school day has.
    pub a_day: u32,
}

impl Default for DurationUnit {
    fn default() -> Self {
        Self { name: "days", a_day: 1 }
    }
}

impl AttendanceMap {
    /// Reads a map; `file` is its name in sentences.
    pub fn parse(file: &str, text: &str) -> Result<Self, InvalidMap> {
        let mut keys = Keys::parse(file, text)?;
        let layout = keys.take("layout", "\"rows\" or \"dates\"", |value| match value.as_str()? {
            "rows" => Some(Layout::Rows),
            "dates" => Some(Layout::Dates),
            _ => None,
        })?;
        let negative =
            keys.take("reporting", "\"negative\" or \"positive\"", |value| match value.as_str()? {
                "negative" => Some(true),
                "positive" => Some(false),
                _ => None,
            })?;
        let dates = keys.take("date_format", DateForm::EXPECTED, |value| DateForm::of(value.as_str()?))?;
        let expected = "the school's id in quotation marks, as it stands in orgs.csv";
        let school_id = keys.take("school_id", expected, |value| {
            value.as_str().map(|id| id.trim().to_owned()).filter(|id| crate::row::id_expected(id).is_none())
        })?;
        let names = names(keys.table("columns")?)?;
        let codes = codes(keys.table("codes")?)?;
        let duration = duration(keys.table("duration")?)?;
        keys.finish()?;
        Ok(Self {
            layout: layout.unwrap_or_default(),
            negative_reporting: negative,
            dates: dates.unwrap_or_default(),
            school_id,
            names,
            codes,
            duration,
        })
    }

    /// Whether a student is present on a school day unless the file says otherwise; `None` when the map does not say.
    pub fn negative_reporting(&self) -> Option<bool> {
        self.negative_reporting
    }
}

fn names(mut keys: Keys<'_>) -> Result<Vec<(&'static str, String)>, InvalidMap> {
    let mut names = Vec::new();
    for column in COLUMNS {
        let own = keys.take(column.name, "the column's name in quotation marks", |value| {
            value.as_str().map(str::to_owned).filter(|name| !name.trim().is_empty())
        })?;
        names.extend(own.map(|own| (column.name, own)));
    }
    keys.finish()?;
    Ok(names)
}

fn codes(keys: Keys<'_>) -> Result<Codes, InvalidMap> {
    if keys.is_empty() {
        return Ok(Codes::default());
    }
    let mut codes = BTreeMap::new();
    let wrong = |key: &str, value: &Value, keys: &Keys<'_>| keys.invalid(key, value, CODE);
    for (key, value) in keys.entries() {
        let code = code(value).ok_or_else(|| wrong(key, value, &keys))?;
        codes.insert(key.trim().to_owned(), code);
    }
    Ok(Codes::Own(codes))
}

fn code(value: &Value) -> Option<Code> {
    match value {
        Value::String(word) if word == "ignore" => Some(Code::Ignore),
        Value::String(word) => Some(Code::Status { status: word.parse().ok()?, missed: None }),
        Value::Table(table) => {
            let is_known = table.keys().all(|key| key == "category" || key == "missed");
            let status: AttendanceStatus =
                table.get("category")?.as_str()?.parse().ok().filter(|_| is_known)?;
            let missed = table.get("missed").map(stated_part);
            match missed {
                Some(None) => None,
                missed => Some(Code::Status { status, missed: missed.flatten() }),
            }
        }
        _ => None,
    }
}

fn stated_part(value: &Value) -> Option<DayPart> {
    share_of_day(&number_text(value)?, 1)
}

fn duration(mut keys: Keys<'_>) -> Result<DurationUnit, InvalidMap> {
    let unit = keys.take("unit", "\"days\", \"minutes\" or \"periods\"", |value| {
        ["days", "minutes", "periods"].into_iter().find(|unit| Some(*unit) == value.as_str())
    })?;
    let a_day = keys.take("day", "how many minutes or periods a school day has, 1 to 1440", |value| {
        u32::try_from(value.as_integer()?).ok().filter(|day| (1..=1_440).contains(day))
    })?;
    let name = unit.unwrap_or("days");
    let day = match (name, a_day) {
        ("days", None) => 1,
        ("days", Some(day)) => {
            return Err(keys.invalid(
                "day",
                &Value::Integer(day.into()),
                "no length of the day, as the unit is days",
            ));
        }
        (_, Some(day)) => day,
        (_, None) => {
            return Err(keys.missing("day", "how many minutes or periods a school day has"));
        }
    };
    keys.finish()?;
    Ok(DurationUnit { name, a_day: day })
}
