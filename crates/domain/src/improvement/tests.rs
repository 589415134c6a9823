use proptest::prelude::*;

use super::*;

fn days(missed: u32, enrolled: u32) -> AbsenceFigure {
    AbsenceFigure::from_days(missed, enrolled)
}

fn day(text: &str) -> SchoolDay {
    text.parse().unwrap()
}

/// What is shown: rates then and now, change in points, days gained, relative reduction.
fn shown(change: &Improvement) -> [String; 5] {
    [
        change.before.rate().unwrap().percent(2),
        change.now.rate().unwrap().percent(2),
        change.change.percent(2),
        change.days_gained.decimal(2),
        change.relative_reduction.as_ref().map_or("–".into(), |part| part.percent(1)),
    ]
}

#[test]
fn eleven_absences_fewer_than_last_year_are_almost_eleven_days_gained() {
    // T22. It is improved and, still chronic, not recovered: on_track.rs.
    let change = against_last_year(None, Some(days(30, 180)), days(19, 178), &Rules::default()).unwrap();
    assert_eq!(shown(&change), ["16.67", "10.67", "-5.99", "10.67", "36.0"]);
    assert_eq!(change.days_gained, Ratio::new(32, 3).unwrap());
    assert_eq!(change.direction, Direction::Improved);
    assert!(change.now.tier().is_chronic());
    assert_eq!((change.against, change.cautions), (Baseline::LastYear, vec![Caution::UnequalWindows]));
}

#[test]
fn an_improvement_carries_its_working() {
    let rules = Rules::default();
    let change = against_last_year(None, Some(days(30, 180)), days(19, 178), &rules).unwrap();
    assert_eq!(change.to_string(), "10.67 days gained: 16.7 % of 180 days before, 10.7 % of 178 now");
    assert_eq!(
        change.working(&rules, Some(day("2026-11-20"))).to_string(),
        "improvement: 19 of 178 days; improvement_same_within_points 1; before_after_minimum_days 20; minimum_enrolled_days 10; recorded through 2026-11-20"
    );
}

#[test]
fn a_match_after_forty_days_gained_twelve_days_in_eighty() {
    // T23.
    let change = before_and_after_match(days(10, 40), days(8, 80), &Rules::default()).unwrap();
    assert_eq!(shown(&change), ["25.00", "10.00", "-15.00", "12.00", "60.0"]);
    assert_eq!(change.days_gained, Ratio::whole(12));
    assert_eq!(change.cautions, [Caution::Season, Caution::RegressionToTheMean]);
    assert_eq!((change.before + change.now).rate(), Ratio::new(15, 100), "the whole year");
}

#[test]
fn last_year_to_the_same_date_is_preferred_to_the_whole_of_it() {
    let change =
        against_last_year(Some(days(9, 60)), Some(days(20, 180)), days(3, 60), &Rules::default()).unwrap();
    assert_eq!(
        (change.against, change.before, change.cautions),
        (Baseline::LastYearToDate, days(9, 60), vec![])
    );
    let without =
        against_last_year(Some(days(0, 0)), Some(days(20, 180)), days(0, 5), &Rules::default()).unwrap();
    assert_eq!(without.against, Baseline::LastYear);
    assert_eq!(without.cautions, [Caution::UnequalWindows, Caution::Provisional]);
}

#[test]
fn without_a_year_before_or_a_day_now_there_is_no_comparison() {
    let rules = Rules::default();
    assert_eq!(against_last_year(None, Some(days(0, 0)), days(1, 20), &rules), Err(NoComparison::NoBaseline));
    assert_eq!(
        against_last_year(None, Some(days(9, 90)), days(0, 0), &rules),
        Err(NoComparison::NoSchoolDay)
    );
}

#[test]
fn nineteen_days_before_the_match_are_too_early_to_say() {
    let rules = Rules::default();
    let refused = before_and_after_match(days(5, 19), days(2, 60), &rules).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "too early: 19 school days before the match and 60 after it, of 20 wanted in each"
    );
    assert!(before_and_after_match(days(5, 60), days(2, 19), &rules).is_err());
    assert!(before_and_after_match(days(5, 20), days(2, 20), &rules).is_ok());
}

#[test]
fn a_change_of_exactly_one_point_is_the_same_and_a_hair_more_is_not() {
    let direction = |missed, enrolled| {
        against_last_year(Some(days(10, 100)), None, days(missed, enrolled), &Rules::default())
            .unwrap()
            .direction
    };
    assert_eq!([direction(9, 100), direction(11, 100)], [Direction::Same, Direction::Same]);
    assert_eq!([direction(899, 10_000), direction(1_101, 10_000)], [Direction::Improved, Direction::Worse]);
}

#[test]
fn who_missed_nothing_before_has_no_relative_reduction() {
    let change = against_last_year(Some(days(0, 90)), None, days(9, 90), &Rules::default()).unwrap();
    assert_eq!((change.relative_reduction, change.days_gained), (None, Ratio::whole(-9)));
}

#[test]
fn the_match_divides_the_year_into_two_windows_without_a_common_day() {
    let year = day("2026-08-17");
    let window = |first, last| Some(Window { first: day(first), last: day(last) });
    assert_eq!(
        windows_around_match(year, day("2026-10-01"), day("2026-12-18")),
        (window("2026-08-17", "2026-09-30"), window("2026-10-01", "2026-12-18"))
    );
    assert_eq!(
        windows_around_match(year, day("2025-10-01"), day("2026-12-18")),
        (None, window("2026-08-17", "2026-12-18")),
        "a match of last year"
    );
    assert_eq!(
        windows_around_match(year, day("2026-10-01"), day("2026-09-01")),
        (window("2026-08-17", "2026-09-01"), None),
        "a match that is still to start"
    );
}

#[test]
fn the_same_date_last_year_of_a_leap_day_is_the_28th() {
    assert_eq!(same_date_last_year(day("2028-02-29")), day("2027-02-28"));
    assert_eq!(same_date_last_year(day("2026-11-22")), day("2025-11-22"));
}

#[test]
fn a_week_is_compared_on_as_many_school_days_as_both_have() {
    let week = |missed: &[u32]| missed.iter().map(|day| days(*day, 1)).collect::<Vec<_>>();
    let change = weekly_change(&week(&[1, 1, 0, 1, 1]), &week(&[1, 0, 1])).unwrap();
    let expected = WeeklyChange {
        school_days: 3,
        last_week: days(2, 3),
        this_week: days(2, 3),
        direction: Direction::Same,
    };
    assert_eq!(change, expected);
    assert_eq!(
        weekly_change(&week(&[1, 1, 1, 1, 0]), &week(&[1, 1, 0, 1, 0])).unwrap().direction,
        Direction::Improved
    );
    assert_eq!(weekly_change(&week(&[0]), &week(&[1])).unwrap().direction, Direction::Worse);
    assert_eq!(weekly_change(&[], &week(&[1])), None);
}

#[test]
fn twenty_days_of_met_dosage_without_improvement_ask_for_another_plan() {
    let rules = Rules::default();
    let change = |missed| against_last_year(Some(days(10, 100)), None, days(missed, 100), &rules).unwrap();
    let dosage = |days_of_met_weeks| DosageTotals { days_of_met_weeks, ..DosageTotals::default() };
    assert!(plan_to_revise(&dosage(20), &change(10), &rules));
    assert!(!plan_to_revise(&dosage(19), &change(10), &rules));
    assert!(!plan_to_revise(&dosage(20), &change(8), &rules));
}

proptest! {
    #[test]
    fn days_gained_are_what_the_old_rate_would_have_cost_less_what_was_missed(
        before in (0u32..180, 1u32..180), now in (0u32..180, 1u32..180),
    ) {
        let of = |(missed, more): (u32, u32)| AbsenceFigure::from_halves(missed, missed + more);
        let change = against_last_year(Some(of(before)), None, of(now), &Rules::default()).unwrap();
        // (A_b / E_b − A_n / E_n) · E_n = A_b · E_n / E_b − A_n, in half days.
        let (before, now) = (of(before), of(now));
        let halves = |days: Days| i64::from(days.to_halves());
        let expected = Ratio::new(
            halves(before.missed) * halves(now.enrolled) - halves(now.missed) * halves(before.enrolled),
            2 * halves(before.enrolled),
        );
        prop_assert_eq!(Some(change.days_gained), expected);
    }
}
