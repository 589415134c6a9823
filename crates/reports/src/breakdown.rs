//! Chronic absence by subgroup and year, of schools (SATT) and of the district (DATT): `domain.md` 5.3. SATT has two
//! tables more, over the periods of what schools count about behaviour and courses ([`crate::over_time`]); only the JSON
//! holds them, since the rows of a spreadsheet are of tiers.
//!
//! At a school a student counts by the days there; in the district once, by the days of all schools. Groups are those
//! that the student is in today: last year's figures follow the same students.

use std::collections::{BTreeMap, BTreeSet};

use daymark_domain::{
    EarlyWarningModel, ShownRows, Tier, TierCounts, Window, hide_small_groups, hide_small_rows,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::attendance::{AttendanceRow, attendance};
use crate::face::Report;
use crate::facts::{Facts, SchoolFacts, StudentFacts};
use crate::group_by::GroupBy;
use crate::head::Head;
use crate::lens::Lens;
use crate::over_time::{AchievementPeriod, MODEL, OverTime, RiskPeriod, over_time};
use crate::table::Table;
use crate::tier_face::{TierRow, year_name};

/// The tables of schools.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SattReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// Students below which a group is hidden.
    pub small_group_minimum: u32,
    /// Whose definition of early warning the key risk indicators follow. It was made for sixth graders and is held here
    /// against every grade.
    #[schemars(with = "String")]
    pub early_warning_model: EarlyWarningModel,
    /// Indicators that the set asks for and no school in scope has imported for this year or last.
    pub not_recorded: Vec<&'static str>,
    /// A set of tables a school.
    pub schools: Vec<SchoolTables>,
    /// Students whose absence is moderate or severe, by school, then by student.
    pub students: Vec<AttendanceRow>,
}

/// A school's tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SchoolTables {
    /// The export's key of the school.
    pub school_id: String,
    /// Its name.
    pub name: String,
    /// All students of the school, by year.
    pub years: Vec<TierRow>,
    /// By subgroup.
    pub tables: Vec<GroupTable>,
    /// Key risk indicators over time, the latest period last. Without imported indicators there are no periods.
    pub risk_indicators: Vec<RiskPeriod>,
    /// Chronic absence beside achievement over time, the latest period last.
    pub achievement: Vec<AchievementPeriod>,
}

/// The tables of the district.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DattReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// Students below which a group is hidden.
    pub small_group_minimum: u32,
    /// What the set asks for and nothing records: nothing, since the district's set is made of tiers alone.
    pub not_recorded: Vec<&'static str>,
    /// All students, each once, by year.
    pub years: Vec<TierRow>,
    /// School by school, this year: who was at two schools counts at both.
    pub schools: Vec<TierRow>,
    /// By subgroup.
    pub tables: Vec<GroupTable>,
    /// Students whose absence is moderate or severe at a school, by school, then by student.
    pub students: Vec<AttendanceRow>,
}

/// A table by subgroup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroupTable {
    /// What the groups are made by.
    pub by: &'static str,
    /// The school years that are known, the latest last.
    pub years: Vec<GroupYear>,
}

/// A year's groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroupYear {
    /// The school year.
    pub year: String,
    /// The groups.
    pub groups: Vec<TierRow>,
}

/// A student's tier at a school (or in the district) in a year.
struct Counted<'a> {
    student: &'a StudentFacts,
    school: usize,
    tier: Tier,
}

impl SchoolTables {
    /// The tables by subgroup are still without a year.
    fn new(school: &SchoolFacts, OverTime { risk_indicators, achievement }: OverTime) -> Self {
        Self {
            school_id: school.sis_id.clone(),
            name: school.name.clone(),
            years: Vec::new(),
            tables: GroupBy::ALL.map(|by| GroupTable { by: by.word(), years: Vec::new() }).to_vec(),
            risk_indicators,
            achievement,
        }
    }
}

/// Makes the tables of schools.
pub fn satt(facts: &Facts) -> SattReport {
    let lens = Lens::new(facts);
    let schools: Vec<_> = facts.schools_in_scope().collect();
    let years = years(&lens).map(|year| (year_name(&lens, year), at_schools(&lens, year)));
    let years: Vec<_> = years.filter(|(_, counted)| !counted.is_empty()).collect();
    let minimum = facts.rules.rules.small_group_minimum;
    let (over_time, not_recorded) = over_time(&lens);
    let mut sets: Vec<SchoolTables> = schools
        .iter()
        .zip(over_time)
        .map(|(school, over_time)| SchoolTables::new(school, over_time))
        .collect();
    for (year, counted) in &years {
        for (place, by) in GroupBy::ALL.into_iter().enumerate() {
            let by_school = BySchool::of(counted, by, schools.len(), minimum);
            for (set, (total, groups)) in sets.iter_mut().zip(by_school.rows()) {
                set.tables[place].years.push(GroupYear { year: year.clone(), groups });
                if place == 0 {
                    set.years.push(TierRow { group: year.clone(), ..total });
                }
            }
        }
    }
    SattReport {
        head: Head::of(&lens),
        small_group_minimum: minimum,
        early_warning_model: MODEL,
        not_recorded,
        schools: sets,
        students: chronic(facts),
    }
}

/// Makes the tables of the district.
pub fn datt(facts: &Facts) -> DattReport {
    let lens = Lens::new(facts);
    let minimum = facts.rules.rules.small_group_minimum;
    let counted = |year| (year_name(&lens, year), in_district(&lens, year), at_schools(&lens, year));
    let years: Vec<_> = years(&lens).map(counted).filter(|(_, counted, _)| !counted.is_empty()).collect();
    let schools = facts.schools_in_scope().count();
    let table = |by: GroupBy| GroupTable {
        by: by.word(),
        years: years
            .iter()
            .map(|(year, district, at)| GroupYear {
                year: year.clone(),
                groups: groups(district, by, &BySchool::of(at, by, schools, minimum), minimum),
            })
            .collect(),
    };
    let all = |(year, counted, _): &(String, Vec<Counted<'_>>, Vec<Counted<'_>>)| {
        let counts: TierCounts = counted.iter().map(|one| one.tier).collect();
        TierRow::of(year.clone(), counts, counts.all() >= minimum)
    };
    DattReport {
        small_group_minimum: minimum,
        not_recorded: Vec::new(),
        years: years.iter().map(all).collect(),
        schools: school_summary(&lens, minimum),
        tables: GroupBy::ALL.map(table).to_vec(),
        students: chronic(facts),
        head: Head::of(&lens),
    }
}

/// Who was counted this year and is no longer there on the day.
pub(crate) struct Left {
    pub year: String,
    pub by_school: BTreeMap<String, u32>,
    pub by_group: BTreeMap<&'static str, BTreeMap<String, u32>>,
}

/// Counts them, by school and by every group.
pub(crate) fn left_of_district(facts: &Facts) -> Left {
    let lens = Lens::new(facts);
    let schools: Vec<_> = facts.schools_in_scope().collect();
    let now: BTreeMap<_, _> =
        lens.enrolled_now().into_iter().map(|(school, student)| (student.id, school.id)).collect();
    let mut by_school: BTreeMap<String, u32> = BTreeMap::new();
    for one in at_schools(&lens, lens.window) {
        let school = schools[one.school];
        if now.get(&one.student.id) != Some(&school.id) {
            *by_school.entry(school.sis_id.clone()).or_default() += 1;
        }
    }
    let mut by_group: BTreeMap<&'static str, BTreeMap<String, u32>> =
        GroupBy::ALL.map(|by| (by.word(), BTreeMap::new())).into();
    for one in in_district(&lens, lens.window).iter().filter(|one| !now.contains_key(&one.student.id)) {
        for by in GroupBy::ALL {
            *by_group.entry(by.word()).or_default().entry(by.of(one.student)).or_default() += 1;
        }
    }
    Left { year: year_name(&lens, lens.window), by_school, by_group }
}

fn years(lens: &Lens<'_>) -> impl Iterator<Item = Window> {
    [lens.last_year, lens.window].into_iter()
}

/// Everybody at each school in scope with a school day of theirs in the year.
fn at_schools<'a>(lens: &Lens<'a>, year: Window) -> Vec<Counted<'a>> {
    let places: BTreeMap<_, _> =
        lens.facts.schools_in_scope().enumerate().map(|(place, school)| (school.id, place)).collect();
    let facts: &'a Facts = lens.facts;
    let of_student = |student: &'a StudentFacts| {
        let tallies = lens.tallies(student, year).into_iter();
        let known =
            tallies.filter_map(|(id, tally)| Some((*places.get(&id)?, tally.standing(lens.rules(id)))));
        let known = known.map(|(school, standing)| Counted { student, school, tier: standing.tier });
        known.filter(|one| one.tier != Tier::NotApplicable).collect::<Vec<_>>()
    };
    facts.students.iter().flat_map(of_student).collect()
}

/// Everybody with a school day in the year, once.
fn in_district<'a>(lens: &Lens<'a>, year: Window) -> Vec<Counted<'a>> {
    let facts: &'a Facts = lens.facts;
    let counted = facts.students.iter().map(|student| Counted {
        student,
        school: 0,
        tier: lens.standing(student, year).tier,
    });
    counted.filter(|one| one.tier != Tier::NotApplicable).collect()
}

fn group_names(counted: &[Counted<'_>], by: GroupBy) -> Vec<String> {
    by.in_order(counted.iter().map(|one| by.of(one.student)).collect())
}

/// Everybody's tiers by school and group, with what of the sizes may be shown when schools and district are both known.
struct BySchool {
    names: Vec<String>,
    counts: Vec<Vec<TierCounts>>,
    shown: ShownRows,
}

impl BySchool {
    fn of(counted: &[Counted<'_>], by: GroupBy, schools: usize, minimum: u32) -> Self {
        let names = group_names(counted, by);
        let places: BTreeMap<&str, usize> =
            names.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
        let mut counts = vec![vec![TierCounts::default(); names.len()]; schools];
        for one in counted {
            if let Some(place) = places.get(by.of(one.student).as_str()) {
                counts[one.school][*place].count(one.tier);
            }
        }
        let sizes = |groups: &Vec<TierCounts>| groups.iter().map(|group| group.all()).collect();
        let sizes: Vec<Vec<u32>> = counts.iter().map(sizes).collect();
        let shown = hide_small_rows(&sizes, &[], minimum);
        Self { names, counts, shown }
    }

    /// Each school's total and its groups.
    fn rows(&self) -> Vec<(TierRow, Vec<TierRow>)> {
        let rows = self.counts.iter().zip(&self.shown.rows).map(|(groups, shown)| {
            let total = groups.iter().fold(TierCounts::default(), |mut sum, group| {
                sum += *group;
                sum
            });
            let there =
                self.names.iter().zip(groups).zip(&shown.cells).filter(|((_, group), _)| group.all() > 0);
            let of_groups = there
                .map(|((name, group), shown)| TierRow::of(name.clone(), *group, shown.count().is_some()));
            (TierRow::of("all", total, shown.total.count().is_some()), of_groups.collect())
        });
        rows.collect()
    }

    /// Groups of the district that give a school's small group away.
    fn give_away(&self) -> BTreeSet<&str> {
        let groups = self.names.iter().zip(&self.shown.all.cells);
        groups.filter(|(_, shown)| shown.count().is_none()).map(|(name, _)| name.as_str()).collect()
    }
}

/// What is hidden here or would give away what [`satt`] hides: hiding more never makes anything easier to work out.
fn groups(district: &[Counted<'_>], by: GroupBy, schools: &BySchool, minimum: u32) -> Vec<TierRow> {
    let names = group_names(district, by);
    let mut counts: BTreeMap<String, TierCounts> = BTreeMap::new();
    district.iter().for_each(|one| counts.entry(by.of(one.student)).or_default().count(one.tier));
    let counts: Vec<TierCounts> =
        names.iter().map(|name| counts.get(name).copied().unwrap_or_default()).collect();
    let hidden = schools.give_away();
    let rows = hidden_groups(names, &counts, minimum).into_iter();
    rows.map(|row| match hidden.contains(row.group.as_str()) {
        true => TierRow::of(row.group, TierCounts::default(), false),
        false => row,
    })
    .collect()
}

/// The groups of one total, the small ones hidden.
pub(crate) fn hidden_groups(names: Vec<String>, counts: &[TierCounts], minimum: u32) -> Vec<TierRow> {
    let sizes: Vec<u32> = counts.iter().map(|counts| counts.all()).collect();
    let shown = hide_small_groups(&sizes, minimum);
    let rows = names.into_iter().zip(counts).zip(shown.groups);
    rows.map(|((name, counts), shown)| TierRow::of(name, *counts, shown.count().is_some())).collect()
}

fn school_summary(lens: &Lens<'_>, minimum: u32) -> Vec<TierRow> {
    let schools: Vec<_> = lens.facts.schools_in_scope().collect();
    let mut counts = vec![TierCounts::default(); schools.len()];
    at_schools(lens, lens.window).iter().for_each(|one| counts[one.school].count(one.tier));
    let names = schools.iter().map(|school| school.sis_id.clone()).collect();
    hidden_groups(names, &counts, minimum)
}

fn chronic(facts: &Facts) -> Vec<AttendanceRow> {
    attendance(facts).students.into_iter().filter(|row| row.chronic).collect()
}

impl Report for SattReport {
    fn table(&self) -> Table {
        let mut table = Table::new(&[&["school_id", "by", "year"][..], &TierRow::COLUMNS].concat());
        for school in &self.schools {
            let mut add = |by: &str, year: &str, row: &TierRow| {
                let first = [school.school_id.clone(), by.to_owned(), year.to_owned()];
                table.row(first.into_iter().chain(row.cells()).collect());
            };
            for year in &school.years {
                add("all", &year.group, &TierRow { group: "all".to_owned(), ..year.clone() });
            }
            each_group(&school.tables, add);
        }
        table.headed(&self.head)
    }
}

impl Report for DattReport {
    fn table(&self) -> Table {
        let mut table = Table::new(&[&["by", "year"][..], &TierRow::COLUMNS].concat());
        let mut add = |by: &str, year: &str, row: &TierRow| {
            table.row([by.to_owned(), year.to_owned()].into_iter().chain(row.cells()).collect());
        };
        for year in &self.years {
            add("all", &year.group, &TierRow { group: "all".to_owned(), ..year.clone() });
        }
        let this_year = self.years.last().map_or("", |year| &year.group);
        self.schools.iter().for_each(|school| add("school", this_year, school));
        each_group(&self.tables, add);
        table.headed(&self.head)
    }
}

fn each_group(tables: &[GroupTable], mut add: impl FnMut(&str, &str, &TierRow)) {
    for table in tables {
        for year in &table.years {
            year.groups.iter().for_each(|row| add(table.by, &year.year, row));
        }
    }
}
