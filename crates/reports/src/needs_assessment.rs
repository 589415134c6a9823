//! Where in the district the chronically absent students are, and how many mentors there are for them: `domain.md` 5.4.

use std::collections::BTreeMap;

use daymark_domain::{CASELOADS, SchoolLevel, Tier, TierCounts, hide_small_groups, mentors_needed};
use schemars::JsonSchema;
use serde::Serialize;

use crate::breakdown::hidden_groups;
use crate::candidates::is_priority_grade;
use crate::face::Report;
use crate::facts::{Facts, SchoolFacts, StudentFacts};
use crate::grades::{by_grade, grade_name};
use crate::group_by::GroupBy;
use crate::head::{Head, count};
use crate::lens::Lens;
use crate::table::{Table, cell, maybe};
use crate::tenths::Tenths;
use crate::tier_face::TierRow;

/// The assessment.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NeedsAssessmentReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// What counts as chronic, in a sentence.
    pub definition: String,
    /// Students below which a group is hidden.
    pub small_group_minimum: u32,
    /// Students enrolled on the day of the report, each once.
    pub district: TierRow,
    /// Schools, the one with the most chronically absent students first; hidden ones last.
    pub schools: Vec<SchoolNeed>,
    /// The fewest schools that hold half of the chronically absent students: where to begin.
    pub first_schools: Vec<String>,
    /// Subgroups of the district, each way to divide the students for itself.
    pub subgroups: Vec<SubgroupTable>,
}

/// A school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SchoolNeed {
    /// The export's key of the school, with its students by tier.
    #[serde(flatten)]
    pub tiers: TierRow,
    /// Its name.
    pub name: String,
    /// How widespread chronic absence is: `ordinary`, `severe`, `extreme`.
    #[schemars(with = "Option<String>")]
    pub level: Option<SchoolLevel>,
    /// Of the district's chronically absent students.
    pub share_percent: Option<Tenths>,
    /// This school and those before it.
    pub cumulative_percent: Option<Tenths>,
    /// Grades in which schools change or begin (kindergarten, 1, 6, 9).
    pub priority_grades: Vec<TierRow>,
    /// Mentors with a match now.
    pub mentors: u32,
    /// Students with a mentor now; null where they are few, or would tell of another school's few.
    pub matched_students: Option<u32>,
    /// Chronically absent students without a mentor.
    pub chronic_unmatched: Option<u32>,
    /// Mentors that these need, by the number of students that each takes.
    pub mentors_wanting: Vec<MentorsWanting>,
}

/// The gap at a caseload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MentorsWanting {
    /// Students a mentor.
    pub caseload: u32,
    /// Mentors.
    pub mentors: u32,
}

/// A way to divide the students.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SubgroupTable {
    /// What the groups are made by.
    pub by: &'static str,
    /// The groups.
    pub groups: Vec<TierRow>,
}

/// A student enrolled now, at a school, with the tier there.
struct Now<'a> {
    student: &'a StudentFacts,
    tier: Tier,
    matched: bool,
}

/// Makes the assessment.
pub fn needs_assessment(facts: &Facts) -> NeedsAssessmentReport {
    let lens = Lens::new(facts);
    let minimum = facts.rules.rules.small_group_minimum;
    let mut at: BTreeMap<&str, Vec<Now<'_>>> = BTreeMap::new();
    for (school, student) in lens.enrolled_now() {
        let tallies = lens.tallies(student, lens.window);
        let here = tallies.into_iter().find(|(id, _)| *id == school.id).map(|(_, tally)| tally);
        let tier = here.unwrap_or_default().standing(lens.rules(school.id)).tier;
        let matched = lens.matches_now(student).next().is_some();
        at.entry(&school.sis_id).or_default().push(Now { student, tier, matched });
    }
    let everybody: Vec<&Now<'_>> = at.values().flatten().collect();
    let all: TierCounts = everybody.iter().map(|now| now.tier).collect();
    let schools = schools(&lens, &at, all.chronic(), minimum);
    NeedsAssessmentReport {
        definition: definition(facts),
        small_group_minimum: minimum,
        district: TierRow::of("district", all, all.all() == 0 || all.all() >= minimum),
        first_schools: first_schools(&schools, all.chronic()),
        schools,
        subgroups: GroupBy::ALL.map(|by| subgroups(&everybody, by, minimum)).to_vec(),
        head: Head::of(&lens),
    }
}

/// What counts as chronic.
pub(crate) fn definition(facts: &Facts) -> String {
    let rules = &facts.rules.rules;
    let setting = |key| rules.get(key).unwrap_or_default();
    format!(
        "Chronically absent: {} {} % of the enrolled school days so far missed for any reason, with at least {} enrolled days.",
        setting("chronic_comparator").replace('_', " "),
        rules.chronic_from_percent,
        rules.minimum_enrolled_days,
    )
}

fn schools(
    lens: &Lens<'_>,
    at: &BTreeMap<&str, Vec<Now<'_>>>,
    chronic: u32,
    minimum: u32,
) -> Vec<SchoolNeed> {
    let facts: Vec<&SchoolFacts> = lens.facts.schools_in_scope().collect();
    let students = |school: &SchoolFacts| at.get(school.sis_id.as_str()).map_or(&[][..], Vec::as_slice);
    let counts: Vec<TierCounts> =
        facts.iter().map(|school| students(school).iter().map(|now| now.tier).collect()).collect();
    let names = facts.iter().map(|school| school.sis_id.clone()).collect();
    let tiers = hidden_groups(names, &counts, minimum);
    let mut needs: Vec<SchoolNeed> = facts
        .iter()
        .zip(tiers)
        .zip(counts)
        .map(|((school, tiers), counts)| need(lens, school, tiers, counts, students(school), minimum))
        .collect();
    hide_few_matched(&mut needs, minimum);
    needs.sort_by(|a, b| (b.tiers.chronic, &a.tiers.group).cmp(&(a.tiers.chronic, &b.tiers.group)));
    let mut sum = 0;
    for need in &mut needs {
        sum += need.tiers.chronic.unwrap_or(0);
        let shown = need.tiers.chronic.filter(|_| chronic > 0);
        need.share_percent = shown.and_then(|own| Tenths::percent(own.into(), chronic.into()));
        need.cumulative_percent = shown.and_then(|_| Tenths::percent(sum.into(), chronic.into()));
    }
    needs
}

fn need(
    lens: &Lens<'_>,
    school: &SchoolFacts,
    tiers: TierRow,
    counts: TierCounts,
    students: &[Now<'_>],
    minimum: u32,
) -> SchoolNeed {
    let active = lens
        .facts
        .matches
        .iter()
        .filter(|matched| matched.school_id == school.id && matched.is_active_on(lens.facts.as_of));
    let mut mentors: Vec<_> = active.map(|matched| matched.mentor_id).collect();
    mentors.sort();
    mentors.dedup();
    let unmatched = count(students.iter().filter(|now| now.tier.is_chronic() && !now.matched));
    let shown = !tiers.hidden;
    SchoolNeed {
        name: school.name.clone(),
        level: counts.school_level(lens.rules(school.id)).filter(|_| shown),
        share_percent: None,
        cumulative_percent: None,
        priority_grades: if shown { priority_grades(students, minimum) } else { Vec::new() },
        mentors: count(mentors.iter()),
        matched_students: Some(count(students.iter().filter(|now| now.matched))).filter(|_| shown),
        chronic_unmatched: shown.then_some(unmatched),
        mentors_wanting: if shown {
            CASELOADS.map(|caseload| wanting(unmatched, caseload)).to_vec()
        } else {
            Vec::new()
        },
        tiers,
    }
}

/// Of a shown school the matched students, where they are enough of all schools' to say so.
fn hide_few_matched(needs: &mut [SchoolNeed], minimum: u32) {
    let matched: Vec<u32> = needs.iter().map(|need| need.matched_students.unwrap_or(0)).collect();
    for (need, shown) in needs.iter_mut().zip(hide_small_groups(&matched, minimum).groups) {
        need.matched_students = need.matched_students.and(shown.count());
    }
}

fn wanting(students: u32, caseload: u32) -> MentorsWanting {
    MentorsWanting { caseload, mentors: mentors_needed(students, caseload) }
}

/// The other grades stand together, so that the groups add up to the school and none can be worked out.
fn priority_grades(students: &[Now<'_>], minimum: u32) -> Vec<TierRow> {
    let named = |now: &Now<'_>| now.student.grade.clone().filter(|grade| is_priority_grade(grade));
    let grades = by_grade(&students.iter().map(named).collect::<Vec<_>>());
    let of = |grade: &Option<String>| -> TierCounts {
        students.iter().filter(|now| named(now) == *grade).map(|now| now.tier).collect()
    };
    let counts: Vec<TierCounts> = grades.iter().map(of).collect();
    let name = |grade: &Option<String>| match grade {
        Some(_) => grade_name(grade.as_deref()),
        None => "other_grades".to_owned(),
    };
    hidden_groups(grades.iter().map(name).collect(), &counts, minimum)
}

fn subgroups(everybody: &[&Now<'_>], by: GroupBy, minimum: u32) -> SubgroupTable {
    let names = by.in_order(everybody.iter().map(|now| by.of(now.student)).collect());
    let of = |name: &String| -> TierCounts {
        everybody.iter().filter(|now| by.of(now.student) == *name).map(|now| now.tier).collect()
    };
    let counts: Vec<TierCounts> = names.iter().map(of).collect();
    SubgroupTable { by: by.word(), groups: hidden_groups(names, &counts, minimum) }
}

/// Hidden schools cannot be named; where they hold too many of the students, the list ends without half.
fn first_schools(schools: &[SchoolNeed], chronic: u32) -> Vec<String> {
    let mut sum = 0;
    let shown =
        schools.iter().filter_map(|school| Some((school, school.tiers.chronic.filter(|own| *own > 0)?)));
    shown
        .take_while(|(_, own)| {
            let before = sum;
            sum += own;
            2 * before < chronic
        })
        .map(|(school, _)| school.tiers.group.clone())
        .collect()
}

impl Report for NeedsAssessmentReport {
    fn table(&self) -> Table {
        let own = [
            "by",
            "level",
            "share_percent",
            "cumulative_percent",
            "mentors",
            "matched_students",
            "chronic_unmatched",
        ];
        let mut table = Table::new(&[&own[..], &TierRow::COLUMNS].concat());
        let mut plain = |by: &str, row: &TierRow| {
            let own = [by.to_owned()].into_iter().chain(std::iter::repeat_n(String::new(), 6));
            table.row(own.chain(row.cells()).collect());
        };
        plain("district", &self.district);
        for subgroup in &self.subgroups {
            subgroup.groups.iter().for_each(|row| plain(subgroup.by, row));
        }
        for school in &self.schools {
            let own = [
                cell("school"),
                maybe(school.level.map(level_word)),
                maybe(school.share_percent),
                maybe(school.cumulative_percent),
                cell(school.mentors),
                maybe(school.matched_students),
                maybe(school.chronic_unmatched),
            ];
            table.row(own.into_iter().chain(school.tiers.cells()).collect());
        }
        table.headed(&self.head)
    }
}

pub(crate) fn level_word(level: SchoolLevel) -> &'static str {
    match level {
        SchoolLevel::Ordinary => "ordinary",
        SchoolLevel::Severe => "severe",
        SchoolLevel::Extreme => "extreme",
    }
}
