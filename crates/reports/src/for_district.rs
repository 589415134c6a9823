//! Reports for readers beyond the schools: the captain, the auditor. No student is in them, and they can be laid side by
//! side: what one of them hides, another of the same day does not tell.

use std::collections::BTreeMap;

use daymark_domain::{TierCounts, hide_small_groups};

use crate::breakdown::{DattReport, datt, left_of_district};
use crate::catalogue::ReportName;
use crate::face::AnyReport;
use crate::facts::Facts;
use crate::impact::monthly_impact;
use crate::needs_assessment::needs_assessment;
use crate::tier_face::TierRow;
use crate::weekday_pattern::weekday_pattern;

impl ReportName {
    /// The reports that readers beyond the schools are given.
    pub const FOR_DISTRICT: [Self; 4] =
        [Self::NeedsAssessment, Self::MonthlyImpact, Self::Datt, Self::WeekdayPattern];

    /// Makes it for a reader beyond the schools; nothing when it tells of students, or of a school's small groups.
    /// The facts must be the whole district's.
    pub fn for_district(self, facts: &Facts) -> Option<Box<dyn AnyReport>> {
        if facts.school.is_some() {
            return None;
        }
        match self {
            Self::NeedsAssessment => Some(Box::new(needs_assessment(facts))),
            Self::MonthlyImpact => Some(Box::new(monthly_impact(facts))),
            Self::Datt => Some(Box::new(beside_the_needs_assessment(facts))),
            Self::WeekdayPattern => Some(Box::new(weekday_pattern(facts))),
            _ => None,
        }
    }
}

/// The tables count everybody who was there this year, the needs assessment whoever is there today: the difference is
/// of those who left. Where they are few, this year's row is hidden here; the needs assessment has it.
fn beside_the_needs_assessment(facts: &Facts) -> DattReport {
    let minimum = facts.rules.rules.small_group_minimum;
    let left = left_of_district(facts);
    let mut report = DattReport { students: Vec::new(), ..datt(facts) };
    hide_where_few_left(&mut report.schools, &left.by_school, minimum);
    let mut total_is_hidden = false;
    for table in &mut report.tables {
        let this_year = table.years.iter_mut().find(|year| year.year == left.year);
        let (Some(year), Some(left)) = (this_year, left.by_group.get(table.by)) else { continue };
        total_is_hidden |= hide_where_few_left(&mut year.groups, left, minimum);
    }
    if total_is_hidden && let Some(all) = report.years.iter_mut().find(|year| year.group == left.year) {
        hide(all);
    }
    report
}

/// Whether all of them together are too few as well.
fn hide_where_few_left(rows: &mut [TierRow], left: &BTreeMap<String, u32>, minimum: u32) -> bool {
    let counts: Vec<u32> = rows.iter().map(|row| left.get(&row.group).copied().unwrap_or(0)).collect();
    let shown = hide_small_groups(&counts, minimum);
    let few = rows.iter_mut().zip(&shown.groups).filter(|(_, shown)| shown.count().is_none());
    few.for_each(|(row, _)| hide(row));
    shown.total.count().is_none()
}

fn hide(row: &mut TierRow) {
    *row = TierRow::of(std::mem::take(&mut row.group), TierCounts::default(), false);
}
