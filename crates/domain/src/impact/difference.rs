//! Matched students against eligible students without a match: the change of the ones less the change of the others.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cohort::{Measured, count, measure, small_group};
use super::{Exclusion, Exclusions, GroupChange, ImpactDesign, ImpactStudent};
use crate::{Caution, GradeBand, Ratio, Rules, SchoolDay, SchoolId, Share, Working};

/// One school and band of grades with both groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stratum {
    /// The school.
    pub school_id: SchoolId,
    /// The band of grades.
    pub band: GradeBand,
    /// Everybody ever matched.
    pub matched: GroupChange,
    /// Eligible and never matched.
    pub unmatched: GroupChange,
    /// Change of the matched less change of the others: negative is better.
    pub difference: Ratio,
}

/// The difference in differences, with all that it was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DifferenceInDifferences {
    /// The label.
    pub design: ImpactDesign,
    /// Everybody ever matched, as far as there is somebody to compare with; `None` when there is nobody.
    pub matched: Option<GroupChange>,
    /// Those who were compared with.
    pub unmatched: Option<GroupChange>,
    /// Matched students left out, and why.
    pub excluded_matched: Exclusions,
    /// Students without a match left out, and why.
    pub excluded_unmatched: Exclusions,
    /// School by school and band by band.
    pub strata: Vec<Stratum>,
    /// The mean of the strata's differences, each counted with its matched students; negative is better.
    pub difference: Option<Ratio>,
    /// The same in days of a full school year: positive is better.
    pub days_gained_in_year: Option<Ratio>,
    /// What must be said with it.
    pub cautions: Vec<Caution>,
}

impl DifferenceInDifferences {
    /// The students that the figure is of, with a match and without, of those who were looked at.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let n = [&self.matched, &self.unmatched].into_iter().flatten().map(|group| group.n).sum();
        let left_out = self.excluded_matched.values().chain(self.excluded_unmatched.values());
        let students = Share { n, of: n + left_out.sum::<u32>() };
        Working::share(self.design.rule(), students, "students", rules, self.design.settings())
            .known_through(through)
    }
}

type Strata<'m, 's> = BTreeMap<(SchoolId, GradeBand), (Vec<&'m Measured<'s>>, Vec<&'m Measured<'s>>)>;

/// Compares the ever matched with the eligible without a match, each within school and band.
pub fn matched_against_unmatched(students: &[ImpactStudent], rules: &Rules) -> DifferenceInDifferences {
    let (matched, mut excluded_matched) = measure(students.iter().filter(|student| student.ever_matched));
    let (unmatched, mut excluded_unmatched) =
        measure(students.iter().filter(|student| !student.ever_matched));
    let mut strata = Strata::new();
    sort_in(&mut strata, &matched, &mut excluded_matched, |stratum| &mut stratum.0);
    sort_in(&mut strata, &unmatched, &mut excluded_unmatched, |stratum| &mut stratum.1);
    let (both, alone): (Vec<_>, Vec<_>) = strata
        .into_iter()
        .partition(|(_, (matched, unmatched))| !matched.is_empty() && !unmatched.is_empty());
    for (_, (matched, unmatched)) in &alone {
        exclude(&mut excluded_matched, Exclusion::NoComparison, matched.len());
        exclude(&mut excluded_unmatched, Exclusion::NoComparison, unmatched.len());
    }
    let all = |pick: fn(&(Vec<&Measured<'_>>, Vec<&Measured<'_>>)) -> usize| {
        count(both.iter().map(|(_, s)| pick(s)).sum())
    };
    let smaller = all(|stratum| stratum.0.len()).min(all(|stratum| stratum.1.len()));
    let strata: Vec<Stratum> = both
        .iter()
        .filter_map(|((school_id, band), (matched, unmatched))| {
            let matched = GroupChange::of(matched.iter().copied())?;
            let unmatched = GroupChange::of(unmatched.iter().copied())?;
            let difference = &matched.mean_change - &unmatched.mean_change;
            Some(Stratum { school_id: *school_id, band: *band, matched, unmatched, difference })
        })
        .collect();
    let difference = weighted(&strata);
    DifferenceInDifferences {
        design: ImpactDesign::MatchedAgainstUnmatched,
        matched: GroupChange::of(both.iter().flat_map(|(_, (matched, _))| matched.iter().copied())),
        unmatched: GroupChange::of(both.iter().flat_map(|(_, (_, unmatched))| unmatched.iter().copied())),
        excluded_matched,
        excluded_unmatched,
        days_gained_in_year: difference.as_ref().map(|points| in_days(points, rules)),
        difference,
        strata,
        cautions: [Caution::NotRandomised].into_iter().chain(small_group(smaller, rules)).collect(),
    }
}

fn sort_in<'m, 's>(
    strata: &mut Strata<'m, 's>,
    students: &'m [Measured<'s>],
    excluded: &mut Exclusions,
    group: impl for<'a> Fn(
        &'a mut (Vec<&'m Measured<'s>>, Vec<&'m Measured<'s>>),
    ) -> &'a mut Vec<&'m Measured<'s>>,
) {
    for one in students {
        match one.student.band {
            Some(band) => group(strata.entry((one.student.school_id, band)).or_default()).push(one),
            None => exclude(excluded, Exclusion::NoBand, 1),
        }
    }
}

fn exclude(excluded: &mut Exclusions, exclusion: Exclusion, students: usize) {
    if students > 0 {
        *excluded.entry(exclusion).or_default() += count(students);
    }
}

/// The matched are what the figure is about: a stratum counts as much as it has of them.
fn weighted(strata: &[Stratum]) -> Option<Ratio> {
    let sum: Ratio =
        strata.iter().map(|stratum| &stratum.difference * &Ratio::whole(stratum.matched.n)).sum();
    sum.over(&Ratio::whole(strata.iter().map(|stratum| stratum.matched.n).sum::<u32>()))
}

fn in_days(points: &Ratio, rules: &Rules) -> Ratio {
    -&(points * &Ratio::whole(rules.impact.impact_days_in_year))
}
