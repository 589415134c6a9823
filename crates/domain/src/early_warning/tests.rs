use super::*;
use crate::{IndicatorValue, Tier};

fn indicators(values: &[(IndicatorKind, &str)]) -> Indicators {
    values.iter().map(|(kind, value)| (*kind, imported(value))).collect()
}

fn imported(value: &str) -> Known<IndicatorValue> {
    Known::through(value.parse().unwrap(), "2026-01-30".parse().ok())
}

/// Nothing to be said about behaviour and courses.
fn spotless() -> Indicators {
    use IndicatorKind as K;
    indicators(&[
        (K::BehaviourMark, "0"),
        (K::CourseFailuresMath, "0"),
        (K::CourseFailuresEnglish, "0"),
        (K::SuspensionDaysOut, "0"),
    ])
}

fn missed(days: u32) -> Option<Known<AbsenceFigure>> {
    Some(Known::through(AbsenceFigure::from_days(days, 100), "2026-02-05".parse().ok()))
}

#[test]
fn a_sixth_grader_is_flagged_by_any_one_of_the_philadelphia_indicators() {
    use IndicatorKind as K;
    let cases = [
        (missed(20), None, vec![], "exactly 80 % is not below it"),
        (missed(21), None, vec![Concern::Attendance], "79 %"),
        (missed(0), Some((K::BehaviourMark, "1")), vec![Concern::Behaviour], "one mark"),
        (missed(0), Some((K::CourseFailuresMath, "1")), vec![Concern::Mathematics], "mathematics"),
        (
            missed(30),
            Some((K::CourseFailuresEnglish, "2")),
            vec![Concern::Attendance, Concern::English],
            "two",
        ),
    ];
    for (attendance, changed, concerns, name) in cases {
        let mut facts = spotless();
        facts.extend(changed.map(|(kind, value)| (kind, imported(value))));
        let found = philadelphia_sixth_grade(attendance, &facts, &Rules::default());
        assert_eq!(found.concerns(), concerns, "{name}");
        let state = if concerns.is_empty() { FindingState::Clear } else { FindingState::Fired };
        assert_eq!(found.state(), state, "{name}");
    }
}

#[test]
fn what_nobody_imported_is_unknown_and_never_fine() {
    let of = |attendance, facts: &Indicators| {
        philadelphia_sixth_grade(attendance, facts, &Rules::default()).state()
    };
    assert_eq!(of(missed(0), &Indicators::new()), FindingState::Unknown);
    assert_eq!(of(None, &spotless()), FindingState::Unknown);
    assert_eq!(of(missed(50), &Indicators::new()), FindingState::Fired);
    assert_eq!(of(Some(Known::default()), &spotless()), FindingState::Unknown, "no school day yet");
}

#[test]
fn exactly_85_percent_is_on_track_by_the_programmes_sheet_and_off_track_by_the_press() {
    let mut rules = Rules::default();
    let on_track =
        |rules: &Rules, days| diplomas_now(missed(days), &spotless(), rules).state() == FindingState::Clear;
    assert_eq!([15, 16].map(|days| on_track(&rules, days)), [true, false]);
    rules.set("diplomas_now_comparator", "more_than").unwrap();
    assert_eq!([14, 15].map(|days| on_track(&rules, days)), [true, false]);
}

#[test]
fn three_days_of_suspension_are_off_track_and_two_and_a_half_are_not() {
    let concerns = |days| {
        let mut facts = spotless();
        facts.insert(IndicatorKind::SuspensionDaysOut, imported(days));
        diplomas_now(missed(0), &facts, &Rules::default()).concerns()
    };
    assert_eq!((concerns("2.5"), concerns("3")), (vec![], vec![Concern::Suspension]));
}

#[test]
fn the_numbers_behind_a_flag_are_told() {
    let found = philadelphia_sixth_grade(missed(21), &spotless(), &Rules::default());
    let told: Vec<_> = found.findings.iter().flat_map(Finding::fired).map(ToString::to_string).collect();
    assert_eq!(told, ["79.0 % (abc_attendance_below_percent: below 80.0 %)"]);
}

#[test]
fn each_number_of_a_warning_carries_its_working_with_the_freshness_of_its_own_record() {
    let rules = Rules::default();
    let told = |warning: EarlyWarning| -> Vec<String> {
        warning.working(&rules).iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        told(philadelphia_sixth_grade(missed(21), &spotless(), &rules)),
        [
            "philadelphia_sixth_grade: 79 of 100 days attended; abc_attendance_below_percent 80; recorded through 2026-02-05",
            "philadelphia_sixth_grade: 0 behaviour marks; abc_behaviour_marks 1; recorded through 2026-01-30",
            "philadelphia_sixth_grade: 0 courses failed; abc_course_failures 1; recorded through 2026-01-30",
            "philadelphia_sixth_grade: 0 courses failed; abc_course_failures 1; recorded through 2026-01-30",
        ]
    );
    assert_eq!(
        told(diplomas_now(missed(15), &Indicators::new(), &rules)),
        [
            "diplomas_now: 85 of 100 days attended; diplomas_now_attendance_percent 85; recorded through 2026-02-05"
        ],
        "what is not known has no working"
    );
}

#[test]
fn a_band_and_prevention_carry_their_working() {
    let (rules, through) = (Rules::default(), "2026-02-05".parse().ok());
    let period = AbsenceFigure::from_days;
    assert_eq!(
        OnTrackBand::working(period(21, 100), &rules, through).to_string(),
        "on_track_band: 79 of 100 days attended; on_track_above_percent 90; college_ready_above_percent 95; on_track_limit_is off_track; recorded through 2026-02-05"
    );
    let found = prevention(&[period(5, 40), period(0, 45), period(0, 0)], &rules).unwrap();
    assert_eq!(
        found.working(&rules, through).to_string(),
        "prevention: 1 of 2 marking periods; prevention_from_percent 90; recorded through 2026-02-05"
    );
}

#[test]
fn the_summit_table_is_off_track_and_severe_in_every_row() {
    // T30: attendance 78, 69, 58, 80, 75, 44.
    for attended in [78, 69, 58, 80, 75, 44] {
        let figure = AbsenceFigure::from_days(100 - attended, 100);
        let rules = Rules::default();
        let found = (OnTrackBand::of(figure, &rules), figure.tier_under(&rules));
        assert_eq!(found, (Some(OnTrackBand::OffTrack), Tier::Severe), "{attended}");
    }
}

#[test]
fn exactly_ninety_is_off_track_unless_the_district_says_otherwise_and_exactly_95_is_on_track() {
    let mut rules = Rules::default();
    let band = |rules: &Rules, days| OnTrackBand::of(AbsenceFigure::from_days(days, 1_000), rules);
    assert_eq!(band(&rules, 100), Some(OnTrackBand::OffTrack));
    assert_eq!(band(&rules, 99), Some(OnTrackBand::OnTrack));
    assert_eq!(band(&rules, 50), Some(OnTrackBand::OnTrack));
    assert_eq!(band(&rules, 49), Some(OnTrackBand::CollegeReady));
    rules.set("on_track_limit_is", "on_track").unwrap();
    assert_eq!(
        [100, 101].map(|days| band(&rules, days)),
        [Some(OnTrackBand::OnTrack), Some(OnTrackBand::OffTrack)]
    );
    assert_eq!(OnTrackBand::of(AbsenceFigure::default(), &rules), None);
}

#[test]
fn prevention_asks_for_ninety_percent_in_every_marking_period() {
    let rules = Rules::default();
    let period = AbsenceFigure::from_days;
    let holds = |periods: &[AbsenceFigure]| prevention(periods, &rules).map(Prevention::holds);
    assert_eq!(holds(&[period(4, 40), period(0, 45)]), Some(true));
    assert_eq!(holds(&[period(5, 40), period(0, 45)]), Some(false));
    assert_eq!(holds(&[period(4, 40), period(0, 0)]), Some(true));
    assert_eq!(holds(&[period(0, 0)]), None);
}
