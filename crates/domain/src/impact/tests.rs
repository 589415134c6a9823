use proptest::prelude::*;

use super::*;
use crate::{Caution, Days, GradeBand, MovementCounts, Ratio, Rules, SchoolId, Share, Standing, Tally};

fn standing(missed_halves: u32, days: u32) -> Standing {
    let tally =
        Tally { enrolled: Days::whole(days), absent: Days::halves(missed_halves), ..Tally::default() };
    tally.standing(&Rules::default())
}

/// A student with half days missed of 100 school days, before and now.
fn student(ever_matched: bool, before: u32, now: u32) -> ImpactStudent {
    ImpactStudent {
        school_id: SchoolId::from_bytes([1; 16]),
        band: Some(GradeBand::Middle),
        ever_matched,
        baseline: Some(standing(before, 100)),
        now: Some(standing(now, 100)),
        dosage: Share { n: 9, of: 10 },
    }
}

fn compared(students: &[ImpactStudent]) -> DifferenceInDifferences {
    matched_against_unmatched(students, &Rules::default())
}

fn points(ratio: &Option<Ratio>) -> String {
    ratio.as_ref().unwrap().percent(2)
}

#[test]
fn matched_students_gained_three_and_a_half_points_more_than_the_others() {
    // T24: matched 18 → 13 %, unmatched 17 → 15.5 %; the students of a group differ, their means do not.
    let students = [
        student(true, 30, 20),
        student(true, 42, 32),
        student(false, 34, 31),
        student(false, 24, 31),
        student(false, 44, 31),
    ];
    let found = compared(&students);
    assert_eq!(
        found.matched.as_ref().map(|group| (
            group.n,
            group.mean_before.percent(1),
            group.mean_now.percent(1)
        )),
        Some((2, "18.0".into(), "13.0".into()))
    );
    assert_eq!(
        found.unmatched.as_ref().map(|group| (
            group.n,
            group.mean_before.percent(1),
            group.mean_now.percent(1)
        )),
        Some((3, "17.0".into(), "15.5".into()))
    );
    assert_eq!(points(&found.difference), "-3.50");
    assert_eq!(found.days_gained_in_year.unwrap().decimal(1), "6.3");
    assert_eq!(found.cautions, [Caution::NotRandomised, Caution::SmallGroup]);
}

#[test]
fn schools_and_bands_are_compared_within_themselves_and_count_by_their_matched_students() {
    let elsewhere = |one: ImpactStudent| ImpactStudent { school_id: SchoolId::from_bytes([2; 16]), ..one };
    let high = |one: ImpactStudent| ImpactStudent { band: Some(GradeBand::High), ..one };
    let students = [
        // −10 points against 0: three matched students.
        student(true, 40, 20),
        student(true, 50, 30),
        student(true, 60, 40),
        student(false, 40, 40),
        // +2 against −2 points at the other school: one matched student.
        elsewhere(student(true, 40, 44)),
        elsewhere(student(false, 40, 36)),
        // Nobody to compare with.
        high(student(true, 40, 0)),
        elsewhere(high(student(false, 40, 80))),
    ];
    let found = compared(&students);
    let differences: Vec<_> = found.strata.iter().map(|stratum| stratum.difference.percent(1)).collect();
    assert_eq!(differences, ["-10.0", "4.0"]);
    assert_eq!(points(&found.difference), "-6.50");
    assert_eq!(found.excluded_matched, Exclusions::from([(Exclusion::NoComparison, 1)]));
    assert_eq!(found.excluded_unmatched, Exclusions::from([(Exclusion::NoComparison, 1)]));
    assert_eq!((found.matched.unwrap().n, found.unmatched.unwrap().n), (4, 2));
}

#[test]
fn whoever_cannot_be_compared_is_counted_with_the_reason() {
    let unmarked = |one: ImpactStudent| {
        let tally = Tally { enrolled: Days::whole(80), unmarked: Days::whole(20), ..Tally::default() };
        ImpactStudent { now: Some(tally.standing(&Rules::default())), ..one }
    };
    let fine = student(true, 40, 20);
    let students = [
        fine,
        ImpactStudent { baseline: None, ..fine },
        ImpactStudent { baseline: Some(standing(0, 0)), ..fine },
        ImpactStudent { now: None, ..fine },
        ImpactStudent { now: Some(standing(2, 9)), ..fine },
        unmarked(fine),
        ImpactStudent { band: None, ..fine },
        student(false, 40, 40),
    ];
    let found = compared(&students);
    let expected = Exclusions::from([
        (Exclusion::NoBaseline, 2),
        (Exclusion::NoSchoolDay, 1),
        (Exclusion::TooFewDays, 1),
        (Exclusion::TooManyUnmarked, 1),
        (Exclusion::NoBand, 1),
    ]);
    assert_eq!((found.excluded_matched, found.excluded_unmatched), (expected, Exclusions::new()));
    assert_eq!(found.matched.unwrap().n, 1);
}

#[test]
fn without_a_comparison_there_is_no_difference_and_no_division_by_zero() {
    for students in [vec![], vec![student(true, 40, 20)], vec![student(false, 40, 20)]] {
        let found = compared(&students);
        assert_eq!((found.difference, found.days_gained_in_year, found.strata.len()), (None, None, 0));
    }
    let nobody = own_past(&[], &Rules::default());
    assert_eq!((nobody.students, nobody.group, nobody.days_gained_each), (Share::default(), None, None));
}

#[test]
fn a_group_is_told_against_its_own_past() {
    // 20 → 10 %: improved and recovered, 10 days. 8 → 9 %: the same, −1. 8 → 14 %: worse and entered, −6.
    let students = [
        student(true, 40, 18),
        student(true, 16, 18),
        student(true, 16, 28),
        ImpactStudent { now: None, ..student(true, 40, 0) },
    ];
    let found = own_past(&students, &Rules::default());
    assert_eq!(found.students, Share { n: 3, of: 4 });
    assert_eq!((found.improved, found.same, found.worse), (1, 1, 1));
    assert_eq!(
        (found.days_gained.decimal(1), found.days_gained_each.unwrap().decimal(2)),
        ("4.0".into(), "1.33".into())
    );
    let movements =
        MovementCounts { entered: 1, recovered: 1, never_chronic: 1, ..MovementCounts::default() };
    assert_eq!(found.movements, movements);
    let group = found.group.unwrap();
    let shown =
        [&group.mean_before, &group.mean_now, &group.median_before, &group.median_now, &group.mean_change];
    assert_eq!(shown.map(|rate| rate.percent(1)), ["12.0", "10.7", "8.0", "9.0", "-1.3"]);
    assert_eq!(found.cautions, [Caution::NotRandomised, Caution::RegressionToTheMean, Caution::SmallGroup]);
}

#[test]
fn every_figure_of_impact_carries_its_working() {
    let (rules, through) = (Rules::default(), "2026-02-05".parse().ok());
    let students =
        [student(true, 40, 20), ImpactStudent { now: None, ..student(true, 40, 0) }, student(false, 40, 40)];
    let matched = students.iter().filter(|student| student.ever_matched);
    assert_eq!(
        own_past(matched, &rules).working(&rules, through).to_string(),
        "own_past: 1 of 2 students; improvement_same_within_points 1; minimum_enrolled_days 10; impact_small_group 20; recorded through 2026-02-05"
    );
    assert_eq!(
        split_by_dosage(&students, &rules).had_dosage.working(&rules, through).to_string(),
        "dosage_split: 1 of 2 students; dosage_split_percent 75; contacts_wanted_per_week 3; improvement_same_within_points 1; minimum_enrolled_days 10; impact_small_group 20; recorded through 2026-02-05"
    );
    assert_eq!(
        compared(&students).working(&rules, through).to_string(),
        "matched_against_unmatched: 2 of 3 students; impact_days_in_year 180; minimum_enrolled_days 10; impact_small_group 20; recorded through 2026-02-05"
    );
}

#[test]
fn every_setting_that_a_design_names_exists() {
    for design in [ImpactDesign::OwnPast, ImpactDesign::DosageSplit, ImpactDesign::MatchedAgainstUnmatched] {
        assert!(design.settings().iter().all(|key| Rules::default().get(key).is_some()), "{design}");
    }
}

#[test]
fn nineteen_students_are_a_small_group_and_twenty_are_not() {
    let cautions = |n: usize| own_past(&vec![student(true, 40, 20); n], &Rules::default()).cautions;
    assert!(cautions(19).contains(&Caution::SmallGroup));
    assert!(!cautions(20).contains(&Caution::SmallGroup));
}

#[test]
fn the_split_by_dosage_is_a_secondary_figure_of_the_matched_alone() {
    let with = |n, of, now| ImpactStudent { dosage: Share { n, of }, ..student(true, 40, now) };
    let students = [with(3, 4, 20), with(10, 10, 24), with(2, 4, 40), with(0, 0, 0), student(false, 40, 0)];
    let split = split_by_dosage(&students, &Rules::default());
    let told = |past: &OwnPast| (past.students.n, past.group.as_ref().unwrap().mean_change.percent(1));
    assert_eq!(told(&split.had_dosage), (2, "-9.0".into()));
    assert_eq!(told(&split.had_less), (1, "0.0".into()));
    assert_eq!(split.without_weeks, 1);
    for past in [&split.had_dosage, &split.had_less] {
        assert_eq!(past.design, ImpactDesign::DosageSplit);
        assert!(past.cautions.contains(&Caution::DosageNotAssigned));
    }
}

#[test]
fn groups_are_told_apart_by_what_they_are_handed_in_with() {
    let students = [student(true, 40, 20), student(true, 40, 40), student(true, 40, 60)];
    let found = own_past_by(["retiree", "peer", "retiree"].into_iter().zip(&students), &Rules::default());
    let told: Vec<_> =
        found.iter().map(|(kind, past)| (*kind, past.students.n, past.days_gained.decimal(0))).collect();
    assert_eq!(told, [("peer", 1, "0".into()), ("retiree", 2, "0".into())]);
}

fn students() -> impl Strategy<Value = Vec<ImpactStudent>> {
    let one = (any::<bool>(), 0u32..200, 0u32..200, 10u32..190, 1u8..3, 0u32..8).prop_map(
        |(matched, before, now, days, school, met)| ImpactStudent {
            school_id: SchoolId::from_bytes([school; 16]),
            now: Some(standing(now.min(2 * days), days)),
            dosage: Share { n: met, of: 7.max(met) },
            ..student(matched, before, 0)
        },
    );
    proptest::collection::vec(one, 0..12)
}

proptest! {
    #[test]
    fn everybody_is_in_the_figure_or_left_out_with_a_reason(students in students()) {
        let found = compared(&students);
        let matched = students.iter().filter(|student| student.ever_matched).count() as u32;
        let in_figure = |group: &Option<GroupChange>| group.as_ref().map_or(0, |group| group.n);
        prop_assert_eq!(in_figure(&found.matched) + found.excluded_matched.values().sum::<u32>(), matched);
        prop_assert_eq!(
            in_figure(&found.unmatched) + found.excluded_unmatched.values().sum::<u32>(),
            students.len() as u32 - matched
        );
    }

    #[test]
    fn students_who_all_changed_alike_show_no_difference(befores in proptest::collection::vec((any::<bool>(), 40u32..100), 0..12), change in 0u32..40) {
        let students: Vec<_> =
            befores.iter().map(|(matched, before)| student(*matched, *before, before - change)).collect();
        if let Some(difference) = compared(&students).difference {
            prop_assert_eq!(difference, Ratio::zero());
        }
    }

    #[test]
    fn the_order_of_the_students_changes_nothing(students in students()) {
        let mut turned = students.clone();
        turned.reverse();
        prop_assert_eq!(compared(&students), compared(&turned));
        prop_assert_eq!(own_past(&students, &Rules::default()), own_past(&turned, &Rules::default()));
        prop_assert_eq!(split_by_dosage(&students, &Rules::default()), split_by_dosage(&turned, &Rules::default()));
    }
}
