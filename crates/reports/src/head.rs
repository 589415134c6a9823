//! What stands at the head of every report: the day it looks from, the rules, how fresh and how sound the record is.

use std::collections::BTreeMap;

use daymark_domain::{Days, SchoolDay, SchoolId, StrayMarks, StudentDay, stray_marks};
use schemars::JsonSchema;
use serde::Serialize;

use crate::lens::Lens;
use crate::tenths::Tenths;

/// The head of a report.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Head {
    /// The day that the report looks from.
    #[schemars(with = "String")]
    pub as_of: SchoolDay,
    /// The first day of its school year.
    #[schemars(with = "String")]
    pub year_first: SchoolDay,
    /// The export's key of the school that it is about; null: the district.
    pub school: Option<String>,
    /// The rules that were followed.
    pub rule: Rule,
    /// How far each school's record reaches.
    pub freshness: Vec<Freshness>,
    /// What in the record could not be counted.
    pub data_quality: DataQuality,
}

/// The rules that a report followed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Rule {
    /// The version of the newest setting that had a say; 0 before anything was set.
    pub version: i64,
    /// Every setting with its value.
    #[schemars(with = "BTreeMap<String, String>")]
    pub settings: BTreeMap<&'static str, String>,
    /// Settings that only this report was asked to take another value for.
    pub overridden: Vec<String>,
    /// Schools (by the export's key) with rules of their own: the settings that differ.
    #[schemars(with = "BTreeMap<String, BTreeMap<String, String>>")]
    pub schools: BTreeMap<String, BTreeMap<&'static str, String>>,
}

/// How far a school's record reaches.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Freshness {
    /// The export's key of the school.
    pub school_id: String,
    /// The last day that the record covers; null: nothing was imported.
    #[schemars(with = "Option<String>")]
    pub recorded_through: Option<SchoolDay>,
    /// Percent of the students' school days, up to the day looked from, that somebody said something about.
    pub marked_percent: Option<Tenths>,
}

/// What could not be counted.
#[derive(Clone, Copy, Debug, Default, Serialize, JsonSchema)]
pub struct DataQuality {
    /// Students' school days without a mark.
    #[schemars(with = "f64")]
    pub unmarked_days: Days,
    /// Marks on days on which the student was enrolled at no school.
    pub marks_not_enrolled: u32,
    /// Marks by another school than the one that the student's day belongs to.
    pub marks_of_other_school: u32,
    /// Marks on days without instruction.
    pub marks_without_instruction: u32,
    /// Second marks of one school for one day.
    pub marks_superseded: u32,
    /// Students of whom no grade is known.
    pub students_without_grade: u32,
    /// Schools without a single school day in the year.
    pub schools_without_calendar: u32,
}

impl Head {
    /// Of the facts.
    pub(crate) fn of(lens: &Lens<'_>) -> Self {
        let facts = lens.facts;
        let mut marked: BTreeMap<SchoolId, Marked> = BTreeMap::new();
        let mut stray = StrayMarks::default();
        for student in &facts.students {
            for day in lens.days(student, lens.window) {
                marked.entry(day.school_id).or_default().add(&day);
            }
            stray += stray_marks(lens.history(student), &lens.schools, lens.window);
        }
        let in_scope = marked.iter().filter(|(school_id, _)| facts.covers(**school_id));
        let unmarked_days = in_scope.map(|(_, marked)| marked.unmarked).sum();
        let without_school_days = facts.schools_in_scope().filter(|school| !lens.has_calendar(school));
        Self {
            as_of: facts.as_of,
            year_first: lens.window.first,
            school: facts.school.and_then(|id| facts.school(id)).map(|school| school.sis_id.clone()),
            rule: Rule {
                version: lens.facts.rules.version,
                settings: facts.rules.rules.of_figures().into_iter().collect(),
                overridden: facts.rules.overridden.clone(),
                schools: facts.differing(),
            },
            freshness: facts
                .schools_in_scope()
                .map(|school| Freshness {
                    school_id: school.sis_id.clone(),
                    recorded_through: school.recorded_through,
                    marked_percent: marked.get(&school.id).and_then(Marked::percent),
                })
                .collect(),
            data_quality: DataQuality {
                unmarked_days,
                marks_not_enrolled: stray.not_enrolled,
                marks_of_other_school: stray.other_school,
                marks_without_instruction: stray.no_instruction,
                marks_superseded: stray.superseded,
                students_without_grade: count(
                    facts.students.iter().filter(|student| student.grade.is_none()),
                ),
                schools_without_calendar: count(without_school_days),
            },
        }
    }
}

/// Days that somebody said something about, and the others.
#[derive(Clone, Copy, Default)]
struct Marked {
    marked: Days,
    unmarked: Days,
}

impl Marked {
    fn add(&mut self, day: &StudentDay) {
        match day.is_marked() {
            true => self.marked += day.value.into(),
            false => self.unmarked += day.value.into(),
        }
    }
    fn percent(&self) -> Option<Tenths> {
        Tenths::percent(self.marked.get(), (self.marked + self.unmarked).get())
    }
}

/// How many; no district has four thousand million of anything.
pub(crate) fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
