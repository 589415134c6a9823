use super::*;
use crate::{AttendanceStatus, DayPart, IndicatorValue, SchoolId, Verdict};

fn indicators(values: &[(K, &str)]) -> Indicators {
    values.iter().map(|(kind, value)| (*kind, imported(value))).collect()
}

fn imported(value: &str) -> Known<IndicatorValue> {
    Known::through(value.parse().unwrap(), "2026-10-30".parse().ok())
}

/// A month of twenty school days in which nothing happened.
fn quiet() -> CheckMonth {
    let zero = |kind| (kind, "0");
    let mut indicators = indicators(&[
        zero(K::BehaviourReferrals),
        zero(K::Detentions),
        zero(K::SuspensionsInSchool),
        zero(K::SuspensionDaysOut),
        zero(K::ClassesMissed),
        zero(K::Ds),
        zero(K::Fs),
    ]);
    indicators
        .extend([K::ClassesHeld, K::CreditsEarned, K::CreditsPossible].map(|kind| (kind, imported("120"))));
    CheckMonth {
        days: Some(Days::whole(20)),
        full_days_missed: Some(Days::ZERO),
        tardies: Some(0),
        through: "2026-10-28".parse().ok(),
        indicators,
    }
}

fn state_of(check: &Check, concern: Concern) -> FindingState {
    check.findings.iter().find(|finding| finding.concern == concern).unwrap().state()
}

#[test]
fn sophia_is_at_high_risk_by_absences_tardies_and_courses_but_not_by_detentions() {
    // T29: 5 absences, 11 tardies, 3 detentions and 3 Fs in a month.
    let sophia = CheckMonth {
        days: Some(Days::whole(21)),
        full_days_missed: Some(Days::whole(5)),
        tardies: Some(11),
        through: "2026-10-28".parse().ok(),
        indicators: indicators(&[(K::Detentions, "3"), (K::Fs, "3")]),
    };
    let check = check_month(&sophia, &Rules::default());
    assert_eq!(check.state(), FindingState::Fired);
    assert_eq!(check.concerns(), [Concern::Tardies, Concern::Absences, Concern::CourseFailure]);
    assert_eq!(state_of(&check, Concern::Detentions), FindingState::Clear);
    assert_eq!(state_of(&check, Concern::BehaviourReferrals), FindingState::Unknown);
    let told: Vec<_> = check.findings[0].fired().map(ToString::to_string).collect();
    assert_eq!(told, ["11 (check_tardies: from 5)", "52.4 % (check_tardies_percent: from 15.0 %)"]);
    let working: Vec<_> = check.working(&Rules::default()).iter().map(ToString::to_string).collect();
    assert_eq!(
        working,
        [
            "check_and_connect: 11 times late; check_tardies 5; recorded through 2026-10-28",
            "check_and_connect: 11 of 21 days; check_tardies_percent 15; recorded through 2026-10-28",
            "check_and_connect: 5 full days missed; check_absences 3; recorded through 2026-10-28",
            "check_and_connect: 5 of 21 days; check_absences_percent 15; recorded through 2026-10-28",
            "check_and_connect: 3 detentions; check_detentions 4; recorded through 2026-10-30",
            "check_and_connect: 3 grades of F; check_fs 1; recorded through 2026-10-30",
        ],
        "each as fresh as its own record"
    );
}

#[test]
fn each_limit_fires_on_its_own_value_and_not_one_below() {
    let set = |kind: K, value: &'static str| {
        move |month: &mut CheckMonth| {
            month.indicators.insert(kind, imported(value));
        }
    };
    type Change = Box<dyn Fn(&mut CheckMonth)>;
    let late = |late| Box::new(move |month: &mut CheckMonth| month.tardies = Some(late)) as Change;
    let missed = |halves| {
        Box::new(move |month: &mut CheckMonth| month.full_days_missed = Some(Days::halves(halves))) as Change
    };
    let imported = |kind, value| Box::new(set(kind, value)) as Change;
    let cases = [
        (Concern::Absences, missed(5), missed(6)),
        (Concern::MissedClasses, imported(K::ClassesMissed, "2"), imported(K::ClassesMissed, "3")),
        (
            Concern::BehaviourReferrals,
            imported(K::BehaviourReferrals, "2"),
            imported(K::BehaviourReferrals, "3"),
        ),
        (Concern::Detentions, imported(K::Detentions, "3"), imported(K::Detentions, "4")),
        (
            Concern::InSchoolSuspension,
            imported(K::SuspensionsInSchool, "1"),
            imported(K::SuspensionsInSchool, "2"),
        ),
        (
            Concern::OutOfSchoolSuspension,
            imported(K::SuspensionDaysOut, "1.5"),
            imported(K::SuspensionDaysOut, "2"),
        ),
        (Concern::CourseFailure, imported(K::Ds, "1"), imported(K::Ds, "2")),
        (Concern::CourseFailure, imported(K::Fs, "0"), imported(K::Fs, "1")),
        (Concern::Credits, imported(K::CreditsEarned, "96"), imported(K::CreditsEarned, "95.99")),
        // Of 20 days, 15 % are 3; by count, 5 are wanted.
        (Concern::Tardies, late(2), late(3)),
        // Of 120 classes, 15 % are 18; by count, 5 are enough.
        (Concern::Tardies, imported(K::Tardies, "4"), imported(K::Tardies, "5")),
    ];
    for (number, (concern, below, at)) in cases.into_iter().enumerate() {
        let found = |change: &Change| {
            let mut month = quiet();
            change(&mut month);
            check_month(&month, &Rules::default()).concerns()
        };
        assert_eq!(found(&below), [], "case {number}, below");
        assert_eq!(found(&at), [concern], "case {number}, at the limit");
    }
}

#[test]
fn every_limit_is_a_setting_that_exists() {
    let rules = Rules::default();
    let check = check_month(&CheckMonth::default(), &rules);
    let missing: Vec<_> = check.findings.iter().flat_map(|finding| &finding.missing).collect();
    assert_eq!(missing.len(), 13, "nothing is known, so that every limit is missing its number");
    assert!(missing.iter().all(|key| rules.get(key).is_some()), "{missing:?}");
    let known = check_month(&quiet(), &rules);
    let held = known.findings.iter().flat_map(|finding| &finding.criteria);
    assert!(
        held.clone().count() == 13
            && held.clone().all(|criterion| {
                let limit = criterion.limit.decimal(2);
                let set = rules.get(criterion.setting).unwrap();
                limit == format!("{set}.00") || limit == format!("0.{set}")
            })
    );
}

#[test]
fn few_days_make_few_absences_a_great_part() {
    let month = CheckMonth { days: Some(Days::whole(6)), full_days_missed: Some(Days::whole(1)), ..quiet() };
    assert_eq!(check_month(&month, &Rules::default()).concerns(), [Concern::Absences]);
}

#[test]
fn a_month_is_read_from_the_schools_record_and_unmarked_days_say_nothing() {
    let school_id = SchoolId::random();
    let monday: SchoolDay = "2026-10-12".parse().unwrap();
    let student_day = |n: u64, verdict, status| StudentDay {
        school_id,
        day: monday.plus(n),
        number: 1,
        value: DayPart::WHOLE,
        verdict,
        status,
        missed: DayPart::NONE,
    };
    let days = [
        student_day(0, Verdict::Present, Some(AttendanceStatus::Tardy)),
        student_day(1, Verdict::Absent(DayPart::WHOLE), Some(AttendanceStatus::AbsentExcused)),
        student_day(2, Verdict::Absent(DayPart::HALF), Some(AttendanceStatus::Partial)),
        student_day(3, Verdict::Unmarked, None),
    ];
    let expected = CheckMonth {
        days: Some(Days::whole(3)),
        full_days_missed: Some(Days::whole(1)),
        tardies: Some(1),
        through: Some(monday.plus(2)),
        indicators: Indicators::new(),
    };
    assert_eq!(CheckMonth::of(&days, Some(monday.plus(2)), Indicators::new()), expected);
    assert_eq!(CheckMonth::of(&days[3..], None, Indicators::new()), CheckMonth::default());
}
