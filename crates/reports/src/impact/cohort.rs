//! Who the report is about, and what stood in their way. Both count the same students, so that they are hidden together.

use std::collections::{BTreeMap, BTreeSet};

use daymark_domain::{BarrierCategory, Cell, CountTable, ShownTable, StudentId};
use schemars::JsonSchema;
use serde::Serialize;

use super::Matches;
use crate::head::count;
use crate::lens::Lens;
use crate::tenths::Tenths;

/// Who the report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cohort {
    /// Students with a match on any day of this year.
    pub ever_matched: Option<u32>,
    /// Of these, with a match now.
    pub active: Option<u32>,
    /// Of these, without one now.
    pub closed: Option<u32>,
    /// Students with an early signal, or chronically absent last year, who were never matched.
    pub eligible_unmatched: Option<u32>,
}

/// How many students had a cause of a family told of them this year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BarrierShare {
    /// `barrier`, `aversion`, `disengagement`, `misconception`.
    #[schemars(with = "String")]
    pub category: BarrierCategory,
    /// Too small to be shown, or needed to hide what is.
    pub hidden: bool,
    /// Students, of the ever matched.
    pub students: Option<u32>,
    /// The same in percent.
    pub percent: Option<Tenths>,
}

struct Cells {
    ever: Cell,
    active: Cell,
    closed: Cell,
    with: Vec<(BarrierCategory, Cell)>,
}

pub(super) fn cohort(
    lens: &Lens<'_>,
    matches: &Matches,
    eligible_unmatched: u32,
    minimum: u32,
) -> (Cohort, Vec<BarrierShare>) {
    let known: BTreeSet<StudentId> = lens.facts.students.iter().map(|student| student.id).collect();
    let ours = || matches.by_student.iter().filter(|(id, _)| known.contains(id));
    let (active, closed): (Vec<_>, Vec<_>) = ours().partition(|(_, matched)| matched.active);
    let mut table = CountTable::new();
    let (active, closed) = (table.cell(count(active.iter())), table.cell(count(closed.iter())));
    let ever = table.total(&[active, closed]);
    let told = told(lens, &ours().map(|(id, _)| *id).collect());
    let all = count(ours());
    let with = told.into_iter().map(|(category, students)| {
        let (with, without) = (table.cell(students), table.cell(all - students));
        table.also_total(ever, &[with, without]);
        (category, with)
    });
    let cells = Cells { ever, active, closed, with: with.collect() };
    shown(&table.hide_small(minimum), &cells, eligible_unmatched, minimum)
}

fn shown(
    table: &ShownTable,
    cells: &Cells,
    eligible_unmatched: u32,
    minimum: u32,
) -> (Cohort, Vec<BarrierShare>) {
    let count = |cell: Cell| table.get(cell).count();
    let cohort = Cohort {
        ever_matched: count(cells.ever),
        active: count(cells.active),
        closed: count(cells.closed),
        eligible_unmatched: Some(eligible_unmatched).filter(|n| *n == 0 || *n >= minimum),
    };
    let share = |(category, cell): &(BarrierCategory, Cell)| BarrierShare {
        category: *category,
        hidden: count(*cell).is_none(),
        students: count(*cell),
        percent: table.get(*cell).share_of(table.get(cells.ever)).as_ref().map(Tenths::percent_of),
    };
    (cohort, cells.with.iter().map(share).collect())
}

/// Students by the families of causes that were told of them, resolved or not: by any mentor of the year.
fn told(lens: &Lens<'_>, students: &BTreeSet<StudentId>) -> BTreeMap<BarrierCategory, u32> {
    let of_year = lens.facts.matches.iter().filter(|of| {
        students.contains(&of.student_id)
            && lens.facts.covers(of.school_id)
            && of.end.is_none_or(|end| end > lens.window.first)
    });
    let told: BTreeSet<(BarrierCategory, StudentId)> = of_year
        .flat_map(|of| of.told.barriers.iter().map(move |fact| (of.student_id, fact)))
        .filter(|(_, fact)| lens.window.contains(fact.day))
        .map(|(student, fact)| (fact.factor.category(), student))
        .collect();
    let of = |category: BarrierCategory| count(told.iter().filter(|(its, _)| *its == category));
    BarrierCategory::ALL.iter().map(|category| (*category, of(*category))).collect()
}
