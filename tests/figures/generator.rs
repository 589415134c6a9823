//! Random small districts with everything that real ones have: late entries, transfers, overlaps, pupils who come
//! back, snow days, marks on holidays and in the wrong school, odd amounts, reports that stop before as-of.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::chance::Chance;
use crate::district::{DayOfSchool, District, Enrollment, Mark, School, Settings, Student, WHOLE};

/// Each setting with the values that a district may choose.
const CHOICES: [(&str, &[&str]); 22] = [
    ("chronic_comparator", &["at_least", "more_than"]),
    ("minimum_enrolled_days", &["10", "31", "0", "5"]),
    ("half_day_rule", &["miss_ge_half_is_absent", "attend_ge_half_is_present", "fractional"]),
    ("out_of_school_suspension", &["absent", "not_absent"]),
    ("in_school_suspension", &["present", "absent_from_half_day"]),
    ("missing_marks", &["exclude", "absent"]),
    ("label_refused_above_missing_percent", &["10", "0", "25", "100"]),
    ("five_percent_is", &["at_risk", "satisfactory"]),
    ("at_risk_from_percent", &["5", "4", "7"]),
    ("chronic_from_percent", &["10", "8", "12"]),
    ("severe_from_percent", &["20", "15", "30"]),
    ("signals_start", &["own_first_day", "school_first_day"]),
    ("signal_first_absences", &["2", "1", "3"]),
    ("signal_first_days", &["10", "5"]),
    ("signal_second_absences", &["2", "3"]),
    ("signal_second_days", &["20", "15"]),
    ("signal_third_absences", &["4", "5"]),
    ("signal_third_days", &["40", "30"]),
    ("signal_september_absences", &["0", "1", "2", "3"]),
    ("prior_year_signal", &["alone", "with_two_absences"]),
    ("fixed_count_days", &["15", "20", "3"]),
    ("school_year_starts", &["07-01", "08-15", "09-10", "01-01"]),
];

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

pub fn district(seed: u64) -> District {
    let chance = &mut Chance::seeded(seed);
    // Some years are over before signals end, some long enough for every rule.
    let last_year = chance.percent(50).then(|| span(chance, date(2024, 9, 2), 15, 45));
    let this_year = span(chance, date(2025, 8, 25), 8, 90);
    let as_of = as_of(chance, this_year);
    let schools: Vec<School> = (1..=chance.between(1, 3) as u8)
        .map(|number| school(chance, number, last_year.into_iter().chain([this_year]), as_of))
        .collect();
    let students = (1..=chance.between(1, 4) as usize)
        .map(|number| student(chance, number, &schools, last_year, this_year))
        .collect();
    District { settings: settings(chance), as_of, schools, students }
}

type Span = (NaiveDate, NaiveDate);

fn span(chance: &mut Chance, around: NaiveDate, shortest: u64, longest: u64) -> Span {
    let first = around + Days::new(chance.between(0, 14));
    (first, first + Days::new(chance.between(shortest, longest)))
}

fn within(chance: &mut Chance, (first, last): Span) -> NaiveDate {
    first + Days::new(chance.between(0, (last - first).num_days() as u64))
}

/// Mostly in the year, now and then before or behind it.
fn as_of(chance: &mut Chance, (first, last): Span) -> NaiveDate {
    match chance.between(1, 10) {
        1 => first - Days::new(chance.between(1, 5)),
        2 => last + Days::new(chance.between(1, 20)),
        3..=6 => last,
        _ => within(chance, (first, last)),
    }
}

fn settings(chance: &mut Chance) -> Settings {
    let mut settings = Settings::new();
    for (key, values) in CHOICES {
        if chance.percent(30) {
            settings.insert(key.to_owned(), chance.one_of(values).to_owned());
        }
    }
    settings
}

fn school(chance: &mut Chance, number: u8, years: impl Iterator<Item = Span>, as_of: NaiveDate) -> School {
    let mut calendar = BTreeMap::new();
    for (first, last) in years {
        let mut day = first;
        while day <= last {
            if let Some(what) = day_of_school(chance, day) {
                calendar.insert(day, what);
            }
            day = day + Days::new(1);
        }
    }
    let recorded_through = match chance.between(1, 10) {
        1 => None,
        2 | 3 => Some(as_of - Days::new(chance.between(1, 15))),
        4 => Some(as_of + Days::new(chance.between(1, 15))),
        _ => Some(as_of),
    };
    School { number, negative_reporting: chance.percent(70), recorded_through, calendar }
}

/// Nothing on most weekends, and now and then nothing on a weekday: calendars have gaps.
fn day_of_school(chance: &mut Chance, day: NaiveDate) -> Option<DayOfSchool> {
    let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let kind = match (is_weekend, chance.between(1, 100)) {
        (true, 1..=5) => "make_up",
        (true, _) | (false, 1..=3) => return None,
        (false, 4..=7) => "holiday",
        (false, 8..=9) => "weather",
        (false, 10) => "emergency",
        (false, 11) => "strike",
        (false, 12..=13) => "teacher_only",
        (false, 14) => "non_instructional",
        (false, 15..=16) => "make_up",
        (false, _) => "instructional",
    };
    let is_school = matches!(kind, "instructional" | "make_up");
    let value = match (is_school, chance.between(1, 100)) {
        (false, _) => 0,
        (true, 1..=6) => chance.one_of(&[5_000, 2_500, 7_500, 4_000]),
        (true, _) => WHOLE,
    };
    Some(DayOfSchool { kind, value })
}

fn student(
    chance: &mut Chance,
    number: usize,
    schools: &[School],
    last_year: Option<Span>,
    this_year: Span,
) -> Student {
    let mut enrollments = Vec::new();
    if let Some(year) = last_year.filter(|_| chance.percent(75)) {
        enrollments.extend(enrolled_in(chance, schools, year));
    }
    enrollments.extend(enrolled_in(chance, schools, this_year));
    let misses = chance.one_of(&[1, 4, 8, 10, 12, 18, 25, 45]);
    let mut marks = BTreeMap::new();
    for school in schools {
        for (&day, what) in &school.calendar {
            if let Some(mark) = mark_on(chance, school, &enrollments, day, what, misses) {
                marks.insert((day, school.number), mark);
            }
        }
        // A mark on a date that no calendar knows.
        if chance.percent(10) {
            marks.insert((within(chance, this_year), school.number), mark(chance));
        }
    }
    Student { number, enrollments, marks }
}

fn mark_on(
    chance: &mut Chance,
    school: &School,
    enrollments: &[Enrollment],
    day: NaiveDate,
    what: &DayOfSchool,
    misses: u64,
) -> Option<Mark> {
    let is_here = enrollments.iter().any(|enrollment| {
        enrollment.school == school.number
            && enrollment.entry <= day
            && enrollment.exit.is_none_or(|exit| day < exit)
    });
    let is_recorded = school.recorded_through.is_some_and(|through| day <= through);
    match () {
        () if !is_here || what.value == 0 => chance.percent(4).then(|| mark(chance)),
        () if !is_recorded => chance.percent(3).then(|| mark(chance)),
        () if chance.percent(misses) => Some(mark(chance)),
        () if school.negative_reporting => chance.percent(3).then(present),
        () => chance.percent(chance_of_a_positive_mark(misses)).then(present),
    }
}

/// Teachers forget some marks, in some classes many.
fn chance_of_a_positive_mark(misses: u64) -> u64 {
    if misses.is_multiple_of(4) { 99 } else { 88 }
}

fn present() -> Mark {
    Mark { status: "present", missed: 0 }
}

fn mark(chance: &mut Chance) -> Mark {
    let status = match chance.between(1, 100) {
        1..=35 => "absent_unexcused",
        36..=60 => "absent_excused",
        61..=72 => "partial",
        73..=82 => "tardy",
        83..=87 => "early_departure",
        88..=92 => "absent_suspension",
        93..=97 => "in_school_suspension",
        _ => return present(),
    };
    let usual = match status {
        "partial" => 5_000,
        "tardy" | "early_departure" => 0,
        // Exports give a suspension in school an amount or none: nothing was missed.
        "in_school_suspension" => chance.one_of(&[WHOLE, 0]),
        _ => WHOLE,
    };
    let missed = if chance.percent(65) { usual } else { odd_amount(chance) };
    Mark { status, missed }
}

/// Quarters, tenths, one more and one less than half, and minutes of a day of 390.
fn odd_amount(chance: &mut Chance) -> u64 {
    match chance.between(1, 4) {
        1 => 2_500 * chance.between(0, 4),
        2 => 1_000 * chance.between(0, 10),
        3 => chance.one_of(&[4_999, 5_000, 5_001]),
        _ => (2 * chance.between(0, 390) * WHOLE + 390) / (2 * 390),
    }
}

/// The ways in which a pupil belongs to the schools in one year.
fn enrolled_in(chance: &mut Chance, schools: &[School], year: Span) -> Vec<Enrollment> {
    let (first, last) = year;
    let school = |chance: &mut Chance| chance.one_of(schools).number;
    let stay = |school, entry, exit| Enrollment { school, entry, exit };
    let end = [None, Some(last), Some(last + Days::new(1))];
    let (from, to) = (school(chance), school(chance));
    let change = within(chance, year);
    match chance.between(1, 11) {
        1..=2 => vec![stay(from, first, chance.one_of(&end))],
        // Moves twice.
        3 => {
            let (third, last_move) = (school(chance), within(chance, (change, last)));
            let stays = [stay(from, first, Some(change)), stay(to, change, Some(last_move))];
            stays.into_iter().chain([stay(third, last_move, chance.one_of(&end))]).collect()
        }
        // Comes in the middle of the year.
        4 => vec![stay(from, change, chance.one_of(&end))],
        // Goes and comes on the same date, or with days between, or is in both for some days.
        5 => vec![stay(from, first, Some(change)), stay(to, change, chance.one_of(&end))],
        6 => {
            let entry = change + Days::new(chance.between(1, 9));
            vec![stay(from, first, Some(change)), stay(to, entry, chance.one_of(&end))]
        }
        7 => {
            let entry = change - Days::new(chance.between(1, 9));
            vec![stay(from, first, Some(change)), stay(to, entry, chance.one_of(&end))]
        }
        // In and out on one date counts nowhere.
        8 => vec![stay(from, first, chance.one_of(&end)), stay(to, change, Some(change))],
        // Goes and comes back to the same school.
        9 => {
            let back = change + Days::new(chance.between(0, 12));
            vec![stay(from, first, Some(change)), stay(from, back, chance.one_of(&end))]
        }
        // In two schools from the same day on.
        10 => vec![stay(from, change, chance.one_of(&end)), stay(to, change, None)],
        // Anything, the second school for ever.
        _ => {
            let (a, b) = (within(chance, year), within(chance, year));
            vec![stay(from, a.min(b), Some(a.max(b))), stay(to, within(chance, year), None)]
        }
    }
}
