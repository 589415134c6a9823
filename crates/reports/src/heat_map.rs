//! The grid of students and school days with a code for each.

use std::collections::BTreeMap;

use daymark_domain::{HeatCode, Reach, SchoolDay, StudentId, heat_row};
use schemars::JsonSchema;
use serde::Serialize;

use crate::face::Report;
use crate::facts::{Facts, MatchFacts, SchoolFacts};
use crate::head::Head;
use crate::lens::Lens;
use crate::table::{Table, cell, maybe};

/// The grid.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct HeatMapReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// What the codes mean.
    #[schemars(with = "BTreeMap<String, String>")]
    pub legend: BTreeMap<char, HeatCode>,
    /// What the letters of the outreach mean.
    #[schemars(with = "BTreeMap<String, String>")]
    pub outreach_legend: BTreeMap<char, Outreach>,
    /// A grid a school.
    pub schools: Vec<SchoolGrid>,
}

/// A school's grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SchoolGrid {
    /// The export's key of the school.
    pub school_id: String,
    /// Its school days of the year up to the day of the report.
    #[schemars(with = "Vec<String>")]
    pub dates: Vec<SchoolDay>,
    /// Students enrolled on the day of the report.
    pub students: Vec<GridRow>,
}

/// A student's row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GridRow {
    /// The export's key of the student.
    pub student_id: String,
    /// The grade.
    pub grade: Option<String>,
    /// A character for each of the dates.
    pub codes: String,
    /// What mentors did on each of the dates: a letter, or a dot where nothing was.
    pub outreach: String,
}

/// The most that mentors reached with a student on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outreach {
    /// Nothing.
    None,
    /// Somebody tried and reached nobody.
    Tried,
    /// The family.
    Family,
    /// The student.
    Student,
}

impl Outreach {
    /// All of them, for the legend.
    pub const ALL: [Self; 4] = [Self::None, Self::Tried, Self::Family, Self::Student];
    /// One character of the row.
    pub fn code(self) -> char {
        match self {
            Self::None => '.',
            Self::Tried => 't',
            Self::Family => 'f',
            Self::Student => 's',
        }
    }
}

impl From<Reach> for Outreach {
    fn from(reach: Reach) -> Self {
        match reach {
            Reach::Nobody => Self::Tried,
            Reach::Family => Self::Family,
            Reach::Student => Self::Student,
        }
    }
}

/// Makes the grid.
pub fn heat_map(facts: &Facts) -> HeatMapReport {
    let lens = Lens::new(facts);
    let enrolled = lens.enrolled_now();
    let mut mentored: BTreeMap<StudentId, Vec<&MatchFacts>> = BTreeMap::new();
    for matched in &facts.matches {
        mentored.entry(matched.student_id).or_default().push(matched);
    }
    let grid = |school: &SchoolFacts| {
        let dates = dates(&lens, school);
        let of_school = enrolled.iter().filter(|(at, _)| at.id == school.id);
        let students = of_school.map(|(_, student)| GridRow {
            student_id: student.sis_id.clone(),
            grade: student.grade.clone(),
            codes: heat_row(&dates, &lens.days(student, lens.window))
                .into_iter()
                .map(HeatCode::code)
                .collect(),
            outreach: outreach(mentored.get(&student.id).map_or(&[], Vec::as_slice), &dates),
        });
        SchoolGrid { school_id: school.sis_id.clone(), students: students.collect(), dates: dates.clone() }
    };
    HeatMapReport {
        head: Head::of(&lens),
        legend: HeatCode::ALL.into_iter().map(|code| (code.code(), code)).collect(),
        outreach_legend: Outreach::ALL.into_iter().map(|reach| (reach.code(), reach)).collect(),
        schools: facts.schools_in_scope().map(grid).collect(),
    }
}

/// By all mentors of the student together.
fn outreach(matches: &[&MatchFacts], dates: &[SchoolDay]) -> String {
    let mut most: Vec<Outreach> = vec![Outreach::None; dates.len()];
    for contact in matches.iter().flat_map(|of| &of.contacts) {
        if let Ok(at) = dates.binary_search(&contact.day) {
            most[at] = most[at].max(contact.reach.into());
        }
    }
    most.into_iter().map(Outreach::code).collect()
}

fn dates(lens: &Lens<'_>, school: &SchoolFacts) -> Vec<SchoolDay> {
    let days = school.calendar.iter().filter(|day| day.is_school_day() && lens.window.contains(day.day));
    days.map(|day| day.day).collect()
}

/// Schools may have different days: a column for each day that any of them has.
impl Report for HeatMapReport {
    fn table(&self) -> Table {
        let mut dates: Vec<SchoolDay> =
            self.schools.iter().flat_map(|school| school.dates.iter().copied()).collect();
        dates.sort();
        dates.dedup();
        let mut table = Table::new(&["student_id", "school_id", "grade"]);
        dates.iter().for_each(|date| table.column(date));
        for school in &self.schools {
            for row in &school.students {
                let codes: BTreeMap<_, _> = school.dates.iter().zip(row.codes.chars()).collect();
                let no_school = HeatCode::NoSchool.code();
                let of_date = |date: &SchoolDay| cell(codes.get(date).copied().unwrap_or(no_school));
                let first = [row.student_id.clone(), school.school_id.clone(), maybe(row.grade.as_ref())];
                table.row(first.into_iter().chain(dates.iter().map(of_date)).collect());
            }
        }
        table.headed(&self.head)
    }
}
