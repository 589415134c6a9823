//! What imported indicators say of schools over the periods: early-warning flags, and failed courses.

use daymark_domain::{Enrollment, IndicatorKind, SchoolDay};
use daymark_reports::{
    AchievementPeriod, Facts, IndicatorFact, RiskPeriod, SattReport, SchoolFacts, StudentFacts, satt,
};
use serde_json::json;

use crate::school::{absence, facts, json, school, student, weekdays};

use IndicatorKind::{BehaviourMark, BehaviourReferrals, CourseFailuresEnglish, CourseFailuresMath, Fs};

/// From one day to another, so many of each.
fn counted(first: SchoolDay, last: SchoolDay, counts: &[(IndicatorKind, u32)]) -> Vec<IndicatorFact> {
    let fact = |(kind, count): &(IndicatorKind, u32)| {
        let value = count.to_string().parse().unwrap();
        IndicatorFact { kind: *kind, first, last, value }
    };
    counts.iter().map(fact).collect()
}

/// Behaviour, mathematics and English.
fn all_three(behaviour: u32, math: u32, english: u32) -> Vec<(IndicatorKind, u32)> {
    vec![(BehaviourMark, behaviour), (CourseFailuresMath, math), (CourseFailuresEnglish, english)]
}

/// So many students with the same record.
fn alike(
    students: &mut Vec<StudentFacts>,
    how_many: usize,
    at: &SchoolFacts,
    absent: &[SchoolDay],
    indicators: &[IndicatorFact],
) {
    for _ in 0..how_many {
        let mut one = student(u16::try_from(students.len()).unwrap(), at, absent);
        one.indicators = indicators.to_vec();
        students.push(one);
    }
}

/// A quarter of 45 days: 20 students with nothing, 12 who missed a third of it and failed mathematics, 10 of whom English is not known,
/// and 11 of whom only attendance is.
fn quarter() -> Facts {
    let days = weekdays("2025-08-18", 60);
    let lincoln = school(1, &days);
    let counts = |counts: &[(IndicatorKind, u32)]| counted(days[0], days[44], counts);
    let mut students = Vec::new();
    alike(&mut students, 20, &lincoln, &[], &counts(&all_three(0, 0, 0)));
    alike(&mut students, 12, &lincoln, &days[..15], &counts(&all_three(0, 1, 0)));
    alike(&mut students, 10, &lincoln, &[], &counts(&all_three(0, 0, 0)[..2]));
    alike(&mut students, 11, &lincoln, &[], &[]);
    facts(days[59], vec![lincoln], students)
}

/// Flag, with data, students, percent.
fn flags(period: &RiskPeriod) -> Vec<(&str, Option<u32>, Option<u32>, String)> {
    let shown = |percent: Option<daymark_reports::Tenths>| percent.map(|p| p.to_string()).unwrap_or_default();
    period.flags.iter().map(|row| (row.flag, row.with_data, row.students, shown(row.percent))).collect()
}

/// Group, with data, failed, percent.
fn groups(period: &AchievementPeriod) -> Vec<(&str, Option<u32>, Option<u32>, String)> {
    let shown = |percent: Option<daymark_reports::Tenths>| percent.map(|p| p.to_string()).unwrap_or_default();
    period
        .groups
        .iter()
        .map(|row| (row.group, row.with_data, row.failed, shown(row.failed_percent)))
        .collect()
}

#[test]
fn flags_are_counted_among_the_students_of_whom_they_are_known() {
    let facts = quarter();
    let report = satt(&facts);
    let [period] = &report.schools[0].risk_indicators[..] else { panic!("one period") };
    assert_eq!(
        (period.year.as_str(), period.first.to_string(), period.last.to_string(), period.students),
        ("2025-26", "2025-08-18".into(), "2025-10-17".into(), Some(53))
    );
    assert_eq!(
        flags(period),
        [
            ("attendance", Some(53), Some(12), "22.6".into()),
            ("behaviour", Some(42), Some(0), "0.0".into()),
            ("courses", Some(32), Some(12), "37.5".into()),
            ("no_flag", Some(32), Some(20), "62.5".into()),
            ("one_flag", Some(32), Some(0), "0.0".into()),
            ("two_flags", Some(32), Some(12), "37.5".into()),
            ("three_flags", Some(32), Some(0), "0.0".into()),
        ]
    );
    assert!(period.flags.iter().all(|row| !row.hidden));
    assert_eq!(report.not_recorded, ["fs"], "everything else was imported");
}

#[test]
fn chronically_absent_students_who_failed_a_course_stand_beside_the_others() {
    let report = satt(&quarter());
    let [period] = &report.schools[0].achievement[..] else { panic!("one period") };
    assert_eq!(
        groups(period),
        [
            ("chronic", Some(12), Some(12), "100.0".into()),
            ("not_chronic", Some(20), Some(0), "0.0".into()),
            ("without_tier", Some(0), Some(0), String::new()),
            ("all", Some(32), Some(12), "37.5".into()),
        ]
    );
}

#[test]
fn what_is_not_known_counts_neither_as_failed_nor_as_passed() {
    let days = weekdays("2025-08-18", 60);
    let lincoln = school(1, &days);
    let counts = |counts: &[(IndicatorKind, u32)]| counted(days[0], days[44], counts);
    let mut students = Vec::new();
    // One failed subject is enough to know; one passed is not; no grade of F says it of every course.
    alike(&mut students, 11, &lincoln, &[], &counts(&[(CourseFailuresMath, 2)]));
    alike(&mut students, 12, &lincoln, &[], &counts(&[(CourseFailuresEnglish, 0)]));
    alike(&mut students, 13, &lincoln, &[], &counts(&[(Fs, 0)]));
    alike(&mut students, 14, &lincoln, &[], &counts(&[(CourseFailuresMath, 0), (Fs, 1)]));
    let report = satt(&facts(days[59], vec![lincoln], students));
    let set = &report.schools[0];
    assert_eq!(groups(&set.achievement[0])[3], ("all", Some(38), Some(25), "65.8".into()));
    let flags = flags(&set.risk_indicators[0]);
    assert_eq!(flags[2], ("courses", Some(11), Some(11), "100.0".into()), "the model knows no grades");
    assert_eq!((flags[1].1, flags[3].1), (Some(0), Some(0)), "nobody's behaviour is known");
    assert_eq!(report.not_recorded, ["behaviour_mark"]);
}

#[test]
fn days_that_give_no_tier_give_no_flag_for_attendance_either() {
    let days = weekdays("2025-08-18", 60);
    let lincoln = school(1, &days);
    let mut students = Vec::new();
    alike(&mut students, 20, &lincoln, &[], &counted(days[0], days[44], &all_three(0, 0, 0)));
    // Nine days in the quarter, none of them present.
    for one in &mut students[..10] {
        one.enrollments[0].entry = days[36];
        one.marks = days[36..45].iter().map(|day| absence(&lincoln, *day)).collect();
    }
    let report = satt(&facts(days[59], vec![lincoln], students));
    let set = &report.schools[0];
    assert_eq!(flags(&set.risk_indicators[0])[0], ("attendance", Some(10), Some(0), "0.0".into()));
    assert_eq!(groups(&set.achievement[0])[2], ("without_tier", Some(10), Some(0), "0.0".into()));
}

#[test]
fn periods_stand_in_order_under_the_school_year_in_which_they_end() {
    let last_year = weekdays("2024-08-19", 100);
    let this_year = weekdays("2025-08-18", 60);
    let lincoln = school(1, &[last_year.clone(), this_year.clone()].concat());
    let failed = |first, last, math| counted(first, last, &all_three(0, math, 0));
    let indicators = [
        failed(this_year[0], this_year[44], 0),
        failed(last_year[45], last_year[89], 1),
        failed(last_year[0], last_year[44], 0),
        // Ends after the day of the report.
        failed(this_year[45], this_year[59].plus(1), 1),
    ];
    let mut students = Vec::new();
    alike(&mut students, 10, &lincoln, &[], &indicators.concat());
    let report = satt(&facts(this_year[59], vec![lincoln], students));
    let periods: Vec<_> = report.schools[0]
        .achievement
        .iter()
        .map(|period| (period.year.as_str(), period.last, period.groups[3].failed))
        .collect();
    assert_eq!(
        periods,
        [
            ("2024-25", last_year[44], Some(0)),
            ("2024-25", last_year[89], Some(10)),
            ("2025-26", this_year[44], Some(0))
        ]
    );
}

#[test]
fn of_two_counts_that_end_on_one_day_the_longer_holds() {
    let days = weekdays("2025-08-18", 60);
    let lincoln = school(1, &days);
    let indicators = [
        counted(days[25], days[44], &[(CourseFailuresMath, 0)]),
        counted(days[0], days[44], &[(CourseFailuresMath, 1)]),
    ];
    let mut students = Vec::new();
    alike(&mut students, 10, &lincoln, &[], &indicators.concat());
    let report = satt(&facts(days[59], vec![lincoln], students));
    let [period] = &report.schools[0].achievement[..] else { panic!("one period") };
    assert_eq!((period.first, period.groups[3].failed), (days[0], Some(10)));
}

#[test]
fn a_student_who_moved_counts_once_at_the_school_of_the_periods_last_school_day() {
    let days = weekdays("2025-08-18", 60);
    let (x, y) = (school(1, &days), school(2, &days));
    let mut students = Vec::new();
    alike(&mut students, 24, &x, &days[..15], &counted(days[0], days[44].plus(2), &all_three(0, 1, 0)));
    for one in &mut students[..12] {
        one.enrollments = vec![
            Enrollment { school_id: x.id, entry: days[0], exit: Some(days[20]) },
            // The year of the school ends before the period does.
            Enrollment { school_id: y.id, entry: days[20], exit: Some(days[44].next()) },
        ];
    }
    let mut facts = facts(days[59], vec![x, y], students);
    let district = satt(&facts);
    let at = |report: &SattReport, school: usize| report.schools[school].risk_indicators[0].clone();
    assert_eq!((at(&district, 0).students, at(&district, 1).students), (Some(12), Some(12)));
    // The absences were at the first school.
    assert_eq!((at(&district, 0).flags[0].students, at(&district, 1).flags[0].students), (Some(12), Some(0)));
    facts.school = Some(facts.schools[1].id);
    assert_eq!(at(&satt(&facts), 0), at(&district, 1), "the school's own report says the same");
}

#[test]
fn a_schools_own_thresholds_flag_its_students() {
    let mut facts = quarter();
    let failing = |facts: &Facts| satt(facts).schools[0].risk_indicators[0].flags[2].students;
    assert_eq!(failing(&facts), Some(12));
    facts.schools[0].rules.rules.set("abc_course_failures", "2").unwrap();
    assert_eq!(failing(&facts), Some(0));
    assert_eq!(satt(&facts).schools[0].achievement[0].groups[3].failed, Some(12), "one failed is one failed");
}

#[test]
fn few_who_failed_are_hidden_and_who_did_not_with_them() {
    let days = weekdays("2025-08-18", 60);
    let lincoln = school(1, &days);
    let counts = |math| counted(days[0], days[44], &all_three(0, math, 0));
    let mut students = Vec::new();
    alike(&mut students, 20, &lincoln, &[], &counts(0));
    alike(&mut students, 12, &lincoln, &days[..15], &counts(0));
    alike(&mut students, 4, &lincoln, &days[..15], &counts(1));
    let facts = facts(days[59], vec![lincoln], students);
    let school = &json("satt", &facts)["schools"][0];
    assert_eq!(
        school["achievement"][0]["groups"][0],
        json!({ "group": "chronic", "hidden": true, "with_data": 16, "failed": null, "failed_percent": null })
    );
    let courses = &school["risk_indicators"][0]["flags"][2];
    assert_eq!(
        json!([courses["students"], courses["percent"], courses["hidden"]]),
        json!([null, null, true])
    );
    let two = &school["risk_indicators"][0]["flags"][5];
    assert_eq!(two["students"], json!(null), "attendance and courses: the same four");
}

#[test]
fn without_indicators_the_tables_are_empty_and_the_report_says_which_are_missing() {
    let mut facts = quarter();
    let first = facts.schools[0].calendar[0].day;
    for one in &mut facts.students {
        one.indicators = counted(first, first.plus(30), &[(BehaviourReferrals, 3)]);
    }
    let report = satt(&facts);
    let set = &report.schools[0];
    assert!(set.risk_indicators.is_empty() && set.achievement.is_empty());
    let missing = ["behaviour_mark", "course_failures_math", "course_failures_english", "fs"];
    assert_eq!(report.not_recorded, missing);
    for one in &mut facts.students {
        one.indicators = counted(first, first.plus(30), &[(Fs, 1)]);
    }
    let report = satt(&facts);
    let set = &report.schools[0];
    assert_eq!((set.risk_indicators.len(), set.achievement.len()), (0, 1), "grades of F are no flag");
    assert_eq!(report.not_recorded, missing[..3]);
}
