//! What a district may hand to others: counts of students by school and by group, in which no number is small and none
//! can be worked out (`domain.md` 2 #59; 6, R13, R14, R19).
//!
//! All numbers of a day stand in one [`CountTable`], whichever part of them a file holds: two files of the same day,
//! held side by side, tell no more than one. No student has a row, and no count of the data's flaws goes along.

use std::collections::BTreeMap;

use daymark_domain::{Cell, CountTable, SchoolDay, Shown, ShownTable, Tier};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::face::Report;
use crate::facts::{Facts, StudentFacts};
use crate::group_by::GroupBy;
use crate::lens::Lens;
use crate::needs_assessment::definition;
use crate::table::{Table, cell, maybe};
use crate::tenths::Tenths;

/// The file.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ShareFile {
    /// The day that it looks from.
    #[schemars(with = "String")]
    pub as_of: SchoolDay,
    /// The first day of its school year.
    #[schemars(with = "String")]
    pub year_first: SchoolDay,
    /// What counts as chronic, in a sentence.
    pub definition: String,
    /// The version of the rules.
    pub rule_version: i64,
    /// Counts of students below this are null, and whatever would tell them.
    pub small_group_minimum: u32,
    /// Groups of students enrolled on the day, each way to divide them for itself.
    pub groups: Vec<ShareRow>,
}

/// A group. A count that is null was hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShareRow {
    /// What the groups are made by: `district`, `school`, `grade` …
    pub by: String,
    /// The group.
    pub group: String,
    /// Students.
    pub enrolled: Option<u32>,
    /// Chronically absent.
    pub chronic: Option<u32>,
    /// Not chronically absent.
    pub not_chronic: Option<u32>,
    /// Too few days, or too many unmarked ones, to say.
    pub without_tier: Option<u32>,
    /// Chronic, of those of whom it can be said.
    pub chronic_percent: Option<Tenths>,
}

const CHRONIC: usize = 0;
const NOT_CHRONIC: usize = 1;
const WITHOUT_TIER: usize = 2;
const CLASSES: usize = 3;

fn class(tier: Tier) -> usize {
    match tier {
        Tier::Moderate | Tier::Severe => CHRONIC,
        Tier::Satisfactory | Tier::AtRisk => NOT_CHRONIC,
        Tier::NotApplicable | Tier::NotEnoughData => WITHOUT_TIER,
    }
}

/// A row's places in the table.
struct Row {
    by: &'static str,
    group: String,
    classes: [Cell; CLASSES],
    total: Cell,
}

/// A way to divide the students: its word, and the groups in their order.
type Division<'a> = (&'static str, Vec<(String, [u32; CLASSES])>);

/// Makes the file of the whole district; [`ShareFile::of_school`] cuts one school's out of it.
pub fn share_file(facts: &Facts) -> ShareFile {
    let lens = Lens::new(facts);
    let minimum = facts.rules.rules.small_group_minimum;
    let mut table = CountTable::new();
    let rows = rows(&mut table, divisions(&lens));
    let shown = table.hide_small(minimum);
    ShareFile {
        as_of: facts.as_of,
        year_first: lens.window.first,
        definition: definition(facts),
        rule_version: facts.rules.version,
        small_group_minimum: minimum,
        groups: rows.iter().map(|row| share_row(row, &shown)).filter(|row| row.enrolled != Some(0)).collect(),
    }
}

impl ShareFile {
    /// The row of one school, and the district's: a part of what was hidden together.
    pub fn of_school(mut self, sis_id: &str) -> Self {
        self.groups.retain(|row| row.by == "district" || (row.by == "school" && row.group == sis_id));
        self
    }
}

fn divisions<'a>(lens: &Lens<'a>) -> Vec<Division<'a>> {
    let everybody: Vec<(&str, &StudentFacts, usize)> = lens
        .enrolled_now()
        .into_iter()
        .map(|(school, student)| {
            let tallies = lens.tallies(student, lens.window);
            let here = tallies.into_iter().find(|(id, _)| *id == school.id).map(|(_, tally)| tally);
            let tier = here.unwrap_or_default().standing(lens.rules(school.id)).tier;
            (school.sis_id.as_str(), student, class(tier))
        })
        .collect();
    let divided = |name: &dyn Fn(&str, &StudentFacts) -> String| {
        let mut groups: BTreeMap<String, [u32; CLASSES]> = BTreeMap::new();
        for (school, student, class) in &everybody {
            groups.entry(name(school, student)).or_default()[*class] += 1;
        }
        groups
    };
    let schools = divided(&|school, _| school.to_owned()).into_iter().collect();
    let others = GroupBy::ALL.into_iter().map(|by| {
        let groups = divided(&|_, student| by.of(student));
        let names = by.in_order(groups.keys().cloned().collect());
        let counted = |name: String| {
            let counts = groups.get(&name).copied().unwrap_or_default();
            (name, counts)
        };
        (by.word(), names.into_iter().map(counted).collect())
    });
    std::iter::once(("school", schools)).chain(others).collect()
}

/// Every group's counts, and the district's as the sum of each division.
fn rows(table: &mut CountTable, divisions: Vec<Division<'_>>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut district: Option<([Cell; CLASSES], Cell)> = None;
    for (by, groups) in divisions {
        let first = rows.len();
        for (group, counts) in groups {
            let classes = counts.map(|count| table.cell(count));
            let total = table.total(&classes);
            rows.push(Row { by, group, classes, total });
        }
        let down = |class: usize| rows[first..].iter().map(|row| row.classes[class]).collect::<Vec<Cell>>();
        let totals: Vec<Cell> = rows[first..].iter().map(|row| row.total).collect();
        let (classes, total) = *district.get_or_insert_with(|| {
            let classes = std::array::from_fn(|class| table.total(&down(class)));
            (classes, table.total(&classes))
        });
        classes.iter().enumerate().for_each(|(class, cell)| table.also_total(*cell, &down(class)));
        table.also_total(total, &totals);
    }
    let whole =
        district.map(|(classes, total)| Row { by: "district", group: "district".into(), classes, total });
    whole.into_iter().chain(rows).collect()
}

fn share_row(row: &Row, shown: &ShownTable) -> ShareRow {
    let [chronic, not_chronic, without_tier] = row.classes.map(|cell| shown.get(cell).count());
    let percent =
        |chronic: u32, not: u32| Tenths::percent(chronic.into(), u64::from(chronic) + u64::from(not));
    ShareRow {
        by: row.by.to_owned(),
        group: row.group.clone(),
        enrolled: Shown::count(shown.get(row.total)),
        chronic,
        not_chronic,
        without_tier,
        chronic_percent: chronic.zip(not_chronic).and_then(|(chronic, not)| percent(chronic, not)),
    }
}

impl Report for ShareFile {
    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "by",
            "group",
            "enrolled",
            "chronic",
            "not_chronic",
            "without_tier",
            "chronic_percent",
            "as_of",
            "rule_version",
        ]);
        for row in &self.groups {
            table.row(vec![
                cell(&row.by),
                row.group.clone(),
                maybe(row.enrolled),
                maybe(row.chronic),
                maybe(row.not_chronic),
                maybe(row.without_tier),
                maybe(row.chronic_percent),
                cell(self.as_of),
                cell(self.rule_version),
            ]);
        }
        table
    }
}
