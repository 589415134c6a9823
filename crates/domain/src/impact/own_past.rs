//! Students against their own past, all of them and by dosage.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cohort::{Measured, count, measure, small_group};
use super::{Exclusions, GroupChange, ImpactDesign, ImpactStudent};
use crate::improvement::direction;
use crate::{Caution, Direction, Movement, MovementCounts, Ratio, Rules, SchoolDay, Share, Working};

/// The change of a group of students against their own past.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnPast {
    /// The label.
    pub design: ImpactDesign,
    /// Students in the figure, of all who were looked at.
    pub students: Share,
    /// Who was left out.
    pub excluded: Exclusions,
    /// Their rates; `None` when nobody is left.
    pub group: Option<GroupChange>,
    /// Days gained, all students together.
    pub days_gained: Ratio,
    /// The same per student.
    pub days_gained_each: Option<Ratio>,
    /// Students whose rate fell by more than what counts as the same.
    pub improved: u32,
    /// Students whose rate stayed.
    pub same: u32,
    /// Students whose rate rose.
    pub worse: u32,
    /// Who entered chronic absence and who left it.
    pub movements: MovementCounts,
    /// What must be said with it.
    pub cautions: Vec<Caution>,
}

impl OwnPast {
    /// The students that the figure is of, of those who were looked at, with the settings that mattered.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        Working::share(self.design.rule(), self.students, "students", rules, self.design.settings())
            .known_through(through)
    }
}

/// The change of the students against their own past.
pub fn own_past<'a>(students: impl IntoIterator<Item = &'a ImpactStudent>, rules: &Rules) -> OwnPast {
    let (measured, excluded) = measure(students);
    let n = count(measured.len());
    let went =
        |wanted| count(measured.iter().filter(|one| direction(&one.change(), rules) == wanted).count());
    let days_gained: Ratio = measured.iter().map(days_gained).sum();
    let always = [Caution::NotRandomised, Caution::RegressionToTheMean];
    OwnPast {
        design: ImpactDesign::OwnPast,
        students: Share { n, of: n + excluded.values().sum::<u32>() },
        group: GroupChange::of(&measured),
        days_gained_each: days_gained.over(&Ratio::whole(n)),
        days_gained,
        improved: went(Direction::Improved),
        same: went(Direction::Same),
        worse: went(Direction::Worse),
        movements: measured.iter().map(|one| Movement::between(one.before.tier, one.now.tier)).collect(),
        cautions: always.into_iter().chain(small_group(n, rules)).collect(),
        excluded,
    }
}

/// (r_before − r_now) × E_now.
fn days_gained(student: &Measured<'_>) -> Ratio {
    -&(&student.change() * &Ratio::from(student.figure_now().enrolled))
}

/// The change by band of grades, by school, by type of mentor, by variant: by whatever the students are handed in with.
pub fn own_past_by<'a, K: Ord>(
    students: impl IntoIterator<Item = (K, &'a ImpactStudent)>,
    rules: &Rules,
) -> BTreeMap<K, OwnPast> {
    let mut groups = BTreeMap::<K, Vec<&ImpactStudent>>::new();
    for (key, student) in students {
        groups.entry(key).or_default().push(student);
    }
    groups.into_iter().map(|(key, students)| (key, own_past(students, rules))).collect()
}

/// Matched students by the dosage that they had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DosageSplit {
    /// With the wanted contacts in enough of their weeks.
    pub had_dosage: OwnPast,
    /// Without.
    pub had_less: OwnPast,
    /// Matched students without a week that has a result.
    pub without_weeks: u32,
}

/// Splits the ever matched by dosage: a secondary figure, since nobody assigned the dosage.
pub fn split_by_dosage(students: &[ImpactStudent], rules: &Rules) -> DosageSplit {
    let enough = Ratio::from_percent(rules.impact.dosage_split_percent);
    let matched = || students.iter().filter(|student| student.ever_matched);
    let with = |had: bool| {
        let of =
            matched().filter(|student| student.dosage.ratio().is_some_and(|share| (share >= enough) == had));
        let past = own_past(of, rules);
        let cautions = [past.cautions, vec![Caution::DosageNotAssigned]].concat();
        OwnPast { design: ImpactDesign::DosageSplit, cautions, ..past }
    };
    DosageSplit {
        had_dosage: with(true),
        had_less: with(false),
        without_weeks: count(matched().filter(|student| student.dosage.of == 0).count()),
    }
}
