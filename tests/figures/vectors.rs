//! The naive side must itself give the worked examples of `domain.md` 4.11, or its opinion is worth nothing.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::district::{DayOfSchool, District, Enrollment, Mark, School, Settings, Student, WHOLE};
use crate::naive::{Figures, Sums, figures, standing};

/// One student in one school: a letter a day. P present, A absent, T tardy, H holiday, `?` no mark.
fn of(letters: &str) -> Figures {
    let first = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
    let (mut calendar, mut marks) = (BTreeMap::new(), BTreeMap::new());
    for (nth, letter) in letters.chars().enumerate() {
        let day = first + Days::new(nth as u64);
        let (kind, value) = if letter == 'H' { ("holiday", 0) } else { ("instructional", WHOLE) };
        calendar.insert(day, DayOfSchool { kind, value });
        let (status, missed) = match letter {
            'A' => ("absent_excused", WHOLE),
            'T' => ("tardy", 0),
            'P' => ("present", 0),
            _ => continue,
        };
        marks.insert((day, 1), Mark { status, missed });
    }
    let as_of = first + Days::new(letters.len() as u64 - 1);
    let school = School { number: 1, negative_reporting: false, recorded_through: Some(as_of), calendar };
    let enrollments = vec![Enrollment { school: 1, entry: first, exit: None }];
    let student = Student { number: 1, enrollments, marks };
    let district =
        District { settings: Settings::new(), as_of, schools: vec![school], students: vec![student] };
    figures(&district, &district.students[0])
}

/// Tier and rate in tenths of a percent, from days and half days.
fn tier(absent_halves: u64, enrolled: u64, set: &[(&str, &str)]) -> (String, Option<u64>) {
    let settings = set.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    let sums = Sums { enrolled: enrolled * WHOLE, absent: absent_halves * WHOLE / 2, ..Sums::default() };
    let standing = standing(&settings, sums);
    (standing.tier, standing.rate_tenths)
}

#[test]
fn the_naive_side_gives_the_worked_examples_of_tiers() {
    let plain: &[(&str, &str)] = &[];
    let cases = [
        ("T1", tier(36, 180, plain), "moderate", Some(100)),
        ("T2", tier(34, 180, plain), "at_risk", Some(94)),
        ("T2 and a half", tier(35, 180, plain), "at_risk", Some(97)),
        ("T3", tier(18, 180, plain), "at_risk", Some(50)),
        ("T3 legacy", tier(18, 180, &[("five_percent_is", "satisfactory")]), "satisfactory", Some(50)),
        ("T3 less half", tier(17, 180, plain), "satisfactory", Some(47)),
        ("T4", tier(72, 180, plain), "severe", Some(200)),
        ("T4 of 185", tier(74, 185, plain), "severe", Some(200)),
        ("T5", tier(6, 30, plain), "moderate", Some(100)),
        ("T5 Iowa", tier(6, 30, &[("chronic_comparator", "more_than")]), "at_risk", Some(100)),
        ("T6", tier(0, 0, plain), "not_applicable", None),
        ("T18 and T15", tier(30, 180, plain), "at_risk", Some(83)),
    ];
    for (name, (tier, rate), expected, tenths) in cases {
        assert_eq!((tier.as_str(), rate), (expected, tenths), "{name}");
    }
}

#[test]
fn the_naive_side_gives_the_worked_examples_of_streaks() {
    assert_eq!(of("PPAPHPTP").streak, (4, false), "T31");
    assert_eq!(of("PPAPHP?P").streak, (1, true), "T31 with a missing mark");
}

#[test]
fn the_naive_side_gives_the_worked_examples_of_signals() {
    let fired = |absent: &[usize]| {
        let letter = |nth| if absent.contains(&nth) { 'A' } else { 'P' };
        let signals = of(&(1..=45).map(letter).collect::<String>()).signals;
        let nth = |day: NaiveDate| (day - NaiveDate::from_ymd_opt(2025, 9, 1).unwrap()).num_days() + 1;
        signals.into_iter().map(|(rule, day)| format!("{rule} {}", nth(day))).collect::<Vec<_>>()
    };
    assert!(fired(&[3, 9]).contains(&"two_in_ten 9".to_owned()));
    assert_eq!(fired(&[15, 18]), ["two_in_twenty 18"]);
    assert_eq!(fired(&[21, 30, 35, 40]), ["four_in_forty 40"]);
    assert!(fired(&[21, 30, 35, 41]).is_empty());
}

#[test]
fn the_naive_side_gives_the_worked_examples_of_projections_and_missing_marks() {
    let settings = Settings::new();
    let days = |absent: u64, enrolled: u64, unmarked: u64| Sums {
        enrolled: enrolled * WHOLE,
        absent: absent * WHOLE,
        unmarked: unmarked * WHOLE,
        tardies: 0,
    };
    assert_eq!(standing(&settings, days(14, 90, 0)).absences_left, Some(3), "T20");
    assert_eq!(standing(&settings, days(20, 90, 0)).absences_left, None, "T20, too many");
    assert_eq!(standing(&settings, days(6, 50, 0)).present_days_needed, 11, "T21");
    assert_eq!(standing(&settings, days(14, 150, 12)).tier, "at_risk", "T17");
    assert_eq!(standing(&settings, days(14, 150, 20)).tier, "not_enough_data", "T17");
}
