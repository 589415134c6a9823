use proptest::prelude::*;

use super::*;

fn days(missed: u32, enrolled: u32) -> AbsenceFigure {
    AbsenceFigure::from_days(missed, enrolled)
}

fn rules(settings: &[(&str, &str)]) -> Rules {
    let mut rules = Rules::default();
    for (key, value) in settings {
        rules.set(key, value).unwrap();
    }
    rules
}

#[test]
fn tiers_follow_the_worked_examples() {
    let cases = [
        ("T1", days(18, 180), Tier::Moderate, "10.0 %"),
        ("T2", days(17, 180), Tier::AtRisk, "9.4 %"),
        ("T2 with half a day", AbsenceFigure::from_halves(35, 360), Tier::AtRisk, "9.7 %"),
        ("T3", days(9, 180), Tier::AtRisk, "5.0 %"),
        ("T3 with half a day", AbsenceFigure::from_halves(17, 360), Tier::Satisfactory, "4.7 %"),
        ("T4", days(36, 180), Tier::Severe, "20.0 %"),
        ("T4 of 185", days(37, 185), Tier::Severe, "20.0 %"),
        ("T5", days(3, 30), Tier::Moderate, "10.0 %"),
        ("T6", days(0, 0), Tier::NotApplicable, "–"),
        ("T8", days(6, 62), Tier::AtRisk, "9.7 %"),
        ("T8 with one more", days(7, 62), Tier::Moderate, "11.3 %"),
        ("T9 in the district", days(17, 178), Tier::AtRisk, "9.6 %"),
        ("T12", days(17, 179), Tier::AtRisk, "9.5 %"),
    ];
    for (name, figure, tier, shown) in cases {
        assert_eq!((figure.tier(), figure.to_string().as_str()), (tier, shown), "{name}");
    }
}

#[test]
fn exactly_five_percent_is_satisfactory_by_the_older_rule_and_a_little_more_is_not() {
    // T3.
    let legacy = rules(&[("five_percent_is", "satisfactory")]);
    assert_eq!(days(9, 180).tier_under(&legacy), Tier::Satisfactory);
    assert_eq!(days(9, 179).tier_under(&legacy), Tier::AtRisk);
    assert_eq!(days(9, 179).shown_under(&legacy), "5.1 %", "5.03 % does not read as satisfactory");
}

#[test]
fn exactly_ten_percent_is_not_chronic_where_only_more_is() {
    // T5: Iowa.
    let iowa = rules(&[("chronic_comparator", "more_than")]);
    assert_eq!(days(3, 30).tier_under(&iowa), Tier::AtRisk);
    assert_eq!(days(4, 30).tier_under(&iowa), Tier::Moderate);
    assert_eq!(days(1_001, 10_000).shown_under(&iowa), "10.1 %", "10.01 % does not read as at risk");
    assert_eq!(days(6, 30).tier_under(&iowa), Tier::Severe);
}

#[test]
fn a_district_may_draw_the_lines_elsewhere() {
    let strict =
        rules(&[("at_risk_from_percent", "3"), ("chronic_from_percent", "8"), ("severe_from_percent", "15")]);
    let tiers = [2, 3, 8, 15].map(|missed| days(missed, 100).tier_under(&strict));
    assert_eq!(tiers, [Tier::Satisfactory, Tier::AtRisk, Tier::Moderate, Tier::Severe]);
}

#[test]
fn a_rate_just_under_ten_percent_is_never_shown_as_ten() {
    let figure = days(1_999, 20_000);
    assert_eq!((figure.tier(), figure.to_string().as_str()), (Tier::AtRisk, "9.9 %"));
}

#[test]
fn a_rate_from_nine_days_is_provisional_and_from_ten_is_not() {
    // T7.
    let rules = Rules::default();
    assert!(days(1, 9).is_provisional(&rules));
    assert_eq!(days(1, 9).to_string(), "11.1 %");
    assert!(!days(1, 10).is_provisional(&rules));
    assert_eq!(days(1, 10).tier(), Tier::Moderate);
}

#[test]
fn fifteen_days_are_chronic_by_count_however_long_the_year_and_by_rate_only_in_the_shorter_one() {
    // T18.
    let crdc = Rules::default();
    let new_york_city = rules(&[("fixed_count_days", "20")]);
    for (figure, by_rate) in [(days(15, 150), true), (days(15, 180), false)] {
        assert!(figure.reaches_fixed_count(&crdc) && !figure.reaches_fixed_count(&new_york_city));
        assert_eq!(figure.is_chronic_under(&crdc), by_rate);
    }
    assert!(!AbsenceFigure::from_halves(29, 300).reaches_fixed_count(&crdc));
    assert_eq!(days(15, 180).to_string(), "8.3 %");
}

#[test]
fn absences_left_are_counted_to_the_last_that_keeps_the_year_below_ten_percent() {
    // T20.
    let year = Days::whole(180);
    assert_eq!(days(14, 90).absences_left(year), Some(3));
    assert!(!days(17, 180).tier().is_chronic() && days(18, 180).tier().is_chronic());
    assert_eq!(days(20, 90).absences_left(year), None, "cannot finish below");
    assert_eq!(days(17, 90).absences_left(year), Some(0));
    assert_eq!(days(0, 0).absences_left(Days::ZERO), None);
    let iowa = rules(&[("chronic_comparator", "more_than")]);
    assert_eq!(days(14, 90).absences_left_under(year, &iowa), Some(4));
}

#[test]
fn eleven_present_days_in_a_row_bring_six_of_fifty_below_ten_percent() {
    // T21.
    assert_eq!(days(6, 50).present_days_to_leave_chronic(), 11);
    assert_eq!(days(6, 61).to_string(), "9.8 %");
    assert_eq!(days(6, 60).to_string(), "10.0 %");
    assert_eq!(days(5, 51).present_days_to_leave_chronic(), 0);
    assert_eq!(AbsenceFigure::default().present_days_to_leave_chronic(), 0);
    let iowa = rules(&[("chronic_comparator", "more_than")]);
    assert_eq!(days(6, 50).present_days_to_leave_chronic_under(&iowa), 10);
}

#[test]
fn the_attendance_rates_of_the_summits_table_are_all_severe() {
    // T30: 80 % attendance is exactly 20 % absent.
    for attendance in [78, 69, 58, 80, 75, 44] {
        assert_eq!(days(100 - attendance, 100).tier(), Tier::Severe, "{attendance} %");
    }
}

fn figures() -> impl Strategy<Value = AbsenceFigure> {
    (0u64..2_000_000, 0u64..2_000_000).prop_map(|(missed, attended)| AbsenceFigure {
        missed: Days::from_ten_thousandths(missed),
        enrolled: Days::from_ten_thousandths(missed + attended),
    })
}

fn limits() -> impl Strategy<Value = Rules> {
    (1u32..30, 1u32..30, 1u32..30, any::<bool>(), any::<bool>()).prop_map(|(a, b, c, more, legacy)| Rules {
        at_risk_from_percent: a,
        chronic_from_percent: a + b,
        severe_from_percent: a + b + c,
        chronic_comparator: if more { Comparator::MoreThan } else { Comparator::AtLeast },
        five_percent_is: if legacy { FivePercent::Satisfactory } else { FivePercent::AtRisk },
        ..Rules::default()
    })
}

proptest! {
    #[test]
    fn a_tier_never_jumps_with_rounding(figure in figures(), rules in limits()) {
        if let Some(shown) = figure.per_mille_under(&rules) {
            prop_assert_eq!(days(shown, 1_000).tier_under(&rules), figure.tier_under(&rules));
            let off = (i128::from(shown) * i128::from(figure.enrolled.get()) - 1_000 * i128::from(figure.missed.get())).abs();
            prop_assert!(off <= i128::from(figure.enrolled.get()), "more than a tenth off");
        }
    }

    #[test]
    fn a_figure_is_shown_half_up_wherever_that_does_not_contradict_the_tier(figure in figures()) {
        prop_assume!(!figure.enrolled.is_zero());
        let rounded = (2_000 * figure.missed.get() + figure.enrolled.get()) / (2 * figure.enrolled.get());
        let rounded = u32::try_from(rounded).unwrap();
        if days(rounded, 1_000).tier() == figure.tier() {
            prop_assert_eq!(figure.per_mille(), Some(rounded));
        }
    }

    #[test]
    fn an_added_present_day_never_raises_rate_or_tier(before in figures(), rules in limits()) {
        prop_assume!(!before.enrolled.is_zero());
        let after = AbsenceFigure { enrolled: before.enrolled + Days::whole(1), ..before };
        prop_assert!(after.tier_under(&rules) <= before.tier_under(&rules));
        prop_assert!(after.per_mille_under(&rules) <= before.per_mille_under(&rules));
    }

    #[test]
    fn the_present_days_asked_for_are_the_least_that_work(figure in figures(), rules in limits()) {
        let n = figure.present_days_to_leave_chronic_under(&rules);
        let after = |days| AbsenceFigure { enrolled: figure.enrolled + Days::whole(days), ..figure };
        prop_assert!(!after(n).is_chronic_under(&rules));
        prop_assert!(n == 0 || after(n - 1).is_chronic_under(&rules));
    }

    #[test]
    fn the_absences_left_are_the_most_that_work(figure in figures(), to_come in 0u32..200, rules in limits()) {
        let year = figure.enrolled + Days::whole(to_come);
        prop_assume!(!year.is_zero());
        let at_the_end = |days| AbsenceFigure { missed: figure.missed + Days::whole(days), enrolled: year };
        match figure.absences_left_under(year, &rules) {
            Some(left) => {
                prop_assert!(!at_the_end(left).is_chronic_under(&rules));
                prop_assert!(at_the_end(left + 1).is_chronic_under(&rules));
            }
            None => prop_assert!(at_the_end(0).is_chronic_under(&rules)),
        }
    }
}

#[test]
fn two_schools_of_one_average_attendance_differ_in_chronic_absence() {
    // T28.
    let schools = [[5; 10], [0, 0, 0, 0, 0, 0, 0, 16, 17, 17]];
    let told = schools.map(|absences| {
        let figures = absences.map(|missed| days(missed, 100));
        let all: AbsenceFigure = figures.into_iter().sum();
        let tiers: crate::TierCounts = figures.into_iter().map(AbsenceFigure::tier).collect();
        (all.per_mille(), tiers.chronic(), tiers.labelled())
    });
    assert_eq!(told, [(Some(50), 0, 10), (Some(50), 3, 10)]);
}
