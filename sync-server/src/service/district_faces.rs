//! What the district's pages read of a frozen report: the JSON as it was given out, so that a page shows the bytes that
//! were kept and works nothing out anew. A field that an older report lacks is empty.

use std::collections::BTreeMap;

use daymark_domain::SchoolDay;
use serde::Deserialize;

/// Students of a group by tier; what is none was hidden.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Tiers {
    /// The group.
    pub group: String,
    /// It is not shown.
    pub hidden: bool,
    /// Students.
    pub enrolled: Option<u32>,
    /// Severely chronic.
    pub severe: Option<u32>,
    /// Chronically absent.
    pub chronic: Option<u32>,
    /// The same, of those with a tier.
    pub chronic_percent: Option<f64>,
}

/// A school in the needs assessment.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SchoolNeed {
    /// Its students.
    #[serde(flatten)]
    pub tiers: Tiers,
    /// Its name.
    pub name: String,
    /// `ordinary`, `severe`, `extreme`.
    pub level: Option<String>,
    /// Of the district's chronically absent students.
    pub share_percent: Option<f64>,
    /// This school and those before it.
    pub cumulative_percent: Option<f64>,
    /// Grades in which schools begin or change.
    pub priority_grades: Vec<Tiers>,
    /// Mentors with a match.
    pub mentors: u32,
    /// Chronically absent students without a mentor.
    pub chronic_unmatched: Option<u32>,
    /// How many mentors the others ask for, by case-load.
    pub mentors_wanting: Vec<Wanting>,
}

/// Mentors at a case-load.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Wanting {
    /// Students a mentor.
    pub caseload: u32,
    /// Mentors.
    pub mentors: u32,
}

/// A way to divide the students.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Subgroup {
    /// What the groups are made by.
    pub by: String,
    /// The groups.
    pub groups: Vec<Tiers>,
}

/// The needs assessment.
#[derive(Clone, Debug, Deserialize)]
pub struct Needs {
    /// The day that it looks from.
    pub as_of: SchoolDay,
    /// The rules.
    #[serde(default)]
    pub rule: RuleFace,
    /// Students below which a group is hidden.
    pub small_group_minimum: u32,
    /// Everybody.
    pub district: Tiers,
    /// Schools, the one with the most first.
    pub schools: Vec<SchoolNeed>,
    /// The fewest that hold half.
    pub first_schools: Vec<String>,
    /// The groups of the district.
    pub subgroups: Vec<Subgroup>,
}

/// A group against its own past; what is none was hidden.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Past {
    /// The group.
    pub group: String,
    /// How the figure was made.
    pub design: String,
    /// It is not shown.
    pub hidden: bool,
    /// Students in the figure.
    pub students: Option<u32>,
    /// Students who were looked at.
    pub looked_at: Option<u32>,
    /// Who was left out, and why.
    pub excluded: Option<BTreeMap<String, u32>>,
    /// Mean rate before.
    pub mean_before_percent: Option<f64>,
    /// Mean rate now.
    pub mean_now_percent: Option<f64>,
    /// Median rate before.
    pub median_before_percent: Option<f64>,
    /// Median rate now.
    pub median_now_percent: Option<f64>,
    /// Points; negative is better.
    pub mean_change_points: Option<f64>,
    /// All students together.
    pub days_gained: Option<f64>,
    /// Of one student.
    pub days_gained_each: Option<f64>,
    /// Students who improved.
    pub improved: Option<u32>,
    /// Students who stayed.
    pub same: Option<u32>,
    /// Students who got worse.
    pub worse: Option<u32>,
    /// Chronic before, and not now.
    pub recovered: Option<u32>,
    /// Not before, and now.
    pub entered: Option<u32>,
    /// Whom it is of, and by which settings.
    pub working: Option<String>,
}

/// Who the report is about.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Cohort {
    /// With a match on any day.
    pub ever_matched: Option<u32>,
    /// Now.
    pub active: Option<u32>,
    /// No longer.
    pub closed: Option<u32>,
    /// Eligible, and never.
    pub eligible_unmatched: Option<u32>,
}

/// Matched students beside eligible ones without a match.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Comparison {
    /// How the figure was made.
    pub design: String,
    /// It is not shown.
    pub hidden: bool,
    /// The matched.
    pub matched: Option<Change>,
    /// The others.
    pub unmatched: Option<Change>,
    /// Points; negative is better.
    pub difference_points: Option<f64>,
    /// Days of a year; positive is better.
    pub days_gained_in_year: Option<f64>,
    /// Whom it is of.
    pub working: Option<String>,
}

/// A group's rates.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Change {
    /// Students.
    pub students: u32,
    /// Mean rate before.
    pub mean_before_percent: f64,
    /// Mean rate now.
    pub mean_now_percent: f64,
}

/// A family of causes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Barrier {
    /// Its word.
    pub category: String,
    /// Students.
    pub students: Option<u32>,
    /// Of the matched.
    pub percent: Option<f64>,
}

/// The contacts of the programme.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Dosage {
    /// Weeks with the wanted contacts.
    pub weeks_met: Option<u32>,
    /// Weeks in which they could be.
    pub weeks_applicable: Option<u32>,
    /// The one of the other.
    pub met_percent: Option<f64>,
}

/// Referrals of the matched students; what is none was hidden.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Referrals {
    /// They are of too few students.
    pub hidden: bool,
    /// Made this year.
    pub opened: Option<u32>,
    /// Under way.
    pub open: Option<u32>,
    /// Ended this year.
    pub closed: Option<u32>,
    /// From the making to the end.
    pub median_days_to_close: Option<f64>,
}

/// The monthly impact.
#[derive(Clone, Debug, Deserialize)]
pub struct Impact {
    /// The day that it looks from.
    pub as_of: SchoolDay,
    /// What the students are held against.
    pub baseline: String,
    /// Students below which a group is hidden.
    pub small_group_minimum: u32,
    /// Who it is about.
    #[serde(default)]
    pub cohort: Cohort,
    /// All ever matched.
    pub ever_matched: Past,
    /// By school.
    #[serde(default)]
    pub by_school: Vec<Past>,
    /// By band of grades.
    #[serde(default)]
    pub by_grade_band: Vec<Past>,
    /// By dosage.
    #[serde(default)]
    pub by_dosage: Vec<Past>,
    /// By where mentors come from.
    #[serde(default)]
    pub by_mentor_type: Vec<Past>,
    /// By what the matches try: in the comparison of variants alone.
    #[serde(default)]
    pub by_variant: Vec<Past>,
    /// Against eligible students without a match.
    #[serde(default)]
    pub comparison: Comparison,
    /// Contacts.
    pub dosage: Option<Dosage>,
    /// What stood in the way.
    #[serde(default)]
    pub barriers: Vec<Barrier>,
    /// Help that others gave; none: an older report, which did not look.
    pub referrals: Option<Referrals>,
}

/// What stands at the head of any report.
#[derive(Clone, Debug, Deserialize)]
pub struct HeadFace {
    /// The day that it looks from.
    pub as_of: SchoolDay,
    /// The rules.
    #[serde(default)]
    pub rule: RuleFace,
    /// How far each school's record reaches.
    #[serde(default)]
    pub freshness: Vec<FreshnessFace>,
    /// What is asked for and not recorded.
    #[serde(default)]
    pub not_recorded: Vec<String>,
}

/// The rules that a report followed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RuleFace {
    /// Their version.
    pub version: i64,
    /// Every setting with its value.
    pub settings: BTreeMap<String, String>,
    /// Settings of this report alone.
    pub overridden: Vec<String>,
}

/// How far a school's record reaches.
#[derive(Clone, Debug, Deserialize)]
pub struct FreshnessFace {
    /// The export's key of the school.
    pub school_id: String,
    /// The last day that it covers.
    pub recorded_through: Option<SchoolDay>,
    /// Percent of the school days that somebody said something about.
    pub marked_percent: Option<f64>,
}
