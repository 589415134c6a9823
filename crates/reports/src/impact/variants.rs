//! The learning agenda: students whose matches try one way of mentoring beside those that try another (`domain.md` 2
//! #58), by the rules of the monthly report. Nobody drew lots who tries what, and the report says so.

use std::collections::BTreeMap;

use daymark_domain::{MatchId, StudentId, own_past, own_past_by};
use schemars::JsonSchema;
use serde::Serialize;

use super::{BaselineWord, Matches, PAST_COLUMNS, PastFace, Sight, Students, past_row, students};
use crate::dosage::this_year;
use crate::face::Report;
use crate::facts::Facts;
use crate::head::{Head, count};
use crate::lens::Lens;
use crate::table::Table;

/// The group of students whose first match of the year tries nothing in particular.
pub const NO_VARIANT: &str = "no_variant";

/// The comparison.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VariantsReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// Students below which a group is hidden.
    pub small_group_minimum: u32,
    /// What the students are held against.
    pub baseline: BaselineWord,
    /// Everybody ever matched.
    pub ever_matched: PastFace,
    /// By variant.
    pub by_variant: Vec<PastFace>,
    /// What must be said with every figure of this report.
    pub caution: Vec<String>,
}

/// Makes the comparison. A student stays in the group of the first match of the year (intention to treat).
pub fn variants(facts: &Facts, tags: &BTreeMap<MatchId, String>) -> VariantsReport {
    let lens = Lens::new(facts);
    let rules = &facts.rules.rules;
    let Students { baseline, students, ids } = students(&lens, &Matches::of(&lens));
    let firsts = first_matches(&lens);
    let group =
        |id: &StudentId| firsts.get(id).and_then(|id| tags.get(id)).map_or(NO_VARIANT, String::as_str);
    let matched = || students.iter().zip(&ids).filter(|(student, _)| student.ever_matched);
    let all = own_past(matched().map(|(student, _)| student), rules);
    let by_variant = own_past_by(matched().map(|(student, id)| (group(id).to_owned(), student)), rules);
    let minimum = rules.small_group_minimum;
    let large = |n: u32| n == 0 || n >= minimum;
    let shown = large(count(matched())) && large(all.students.n);
    let sight = Sight { rules, through: lens.recorded_through(), minimum };
    VariantsReport {
        small_group_minimum: minimum,
        baseline,
        caution: all.cautions.iter().map(ToString::to_string).collect(),
        by_variant: sight.partition(by_variant, &all),
        ever_matched: sight.face("ever_matched".to_owned(), &all, shown),
        head: Head::of(&lens),
    }
}

/// Each student's earliest match of this year.
fn first_matches(lens: &Lens<'_>) -> BTreeMap<StudentId, MatchId> {
    let mut firsts: BTreeMap<StudentId, &crate::facts::MatchFacts> = BTreeMap::new();
    for year in this_year(lens) {
        let first = firsts.entry(year.of.student_id).or_insert(year.of);
        if (year.of.start, year.of.id) < (first.start, first.id) {
            *first = year.of;
        }
    }
    firsts.into_iter().map(|(student, first)| (student, first.id)).collect()
}

impl Report for VariantsReport {
    fn table(&self) -> Table {
        let mut table = Table::new(&PAST_COLUMNS);
        table.row(past_row("all", &self.ever_matched));
        self.by_variant.iter().for_each(|face| table.row(past_row("variant", face)));
        table.headed(&self.head)
    }
}
