use super::*;
use crate::{DayPart, SchoolId};

/// Monday 12 October 2026 and so many dates on.
fn day(n: u64, verdict: Verdict, status: Option<AttendanceStatus>) -> StudentDay {
    let monday: SchoolDay = "2026-10-12".parse().unwrap();
    StudentDay {
        school_id: SchoolId::from_bytes([1; 16]),
        day: monday.plus(n),
        number: 1,
        value: DayPart::WHOLE,
        verdict,
        status,
        missed: DayPart::NONE,
    }
}

fn absent(n: u64) -> StudentDay {
    day(n, Verdict::Absent(DayPart::WHOLE), Some(AttendanceStatus::AbsentExcused))
}

fn present(n: u64) -> StudentDay {
    day(n, Verdict::Present, None)
}

/// Two weeks; the second Monday is no school day and the second Friday has no mark.
fn fortnight() -> Vec<StudentDay> {
    vec![
        absent(0),
        present(1),
        present(2),
        day(3, Verdict::Absent(DayPart::HALF), Some(AttendanceStatus::Partial)),
        absent(4),
        present(8),
        absent(9),
        present(10),
        day(11, Verdict::Unmarked, None),
    ]
}

#[test]
fn absences_are_counted_over_the_school_days_of_their_own_weekday() {
    let pattern: WeekdayPattern = fortnight().iter().collect();
    let expected = [(2, 2), (0, 4), (2, 4), (1, 4), (2, 2), (0, 0), (0, 0)]
        .map(|(missed, enrolled)| AbsenceFigure::from_halves(missed, enrolled));
    assert_eq!(pattern.weekdays, expected);
    assert_eq!(pattern.all(), AbsenceFigure::from_halves(7, 16));
}

#[test]
fn mondays_and_fridays_are_held_against_their_part_of_the_school_days() {
    let pattern: WeekdayPattern = fortnight().iter().collect();
    let ends = pattern.mondays_and_fridays();
    assert_eq!((ends.share(), ends.even_share()), (Ratio::new(4, 7), Ratio::new(1, 4)));
    assert!(ends.is_more_than_even());
    let nothing_missed: WeekdayPattern = [present(0), present(1)].iter().collect();
    assert_eq!(nothing_missed.mondays_and_fridays().share(), None);
    assert!(!nothing_missed.mondays_and_fridays().is_more_than_even());
}

#[test]
fn the_patterns_of_two_students_add_up_to_the_schools() {
    let (one, other) = (fortnight(), vec![absent(1), present(4)]);
    let mut sum: WeekdayPattern = one.iter().collect();
    sum += other.iter().collect::<WeekdayPattern>();
    assert_eq!(sum, one.iter().chain(&other).collect());
}

#[test]
fn a_row_of_the_grid_has_a_code_for_every_date() {
    let dates: Vec<SchoolDay> = (0..14).map(|n| present(n).day).collect();
    let row: String = heat_row(&dates, &fortnight()).into_iter().map(HeatCode::code).collect();
    assert_eq!(row, "E..PE   .E.?  ");
}

#[test]
fn each_status_has_its_code_and_a_part_that_does_not_count_is_no_absence() {
    use AttendanceStatus as S;
    let whole = Verdict::Absent(DayPart::WHOLE);
    let cases = [
        (Verdict::Present, None, '.'),
        (Verdict::Present, Some(S::Present), '.'),
        (Verdict::Present, Some(S::Tardy), 'T'),
        (Verdict::Present, Some(S::EarlyDeparture), 'L'),
        (whole, Some(S::EarlyDeparture), 'P'),
        (Verdict::Present, Some(S::Partial), 'p'),
        (whole, Some(S::Partial), 'P'),
        (whole, Some(S::AbsentUnexcused), 'U'),
        (Verdict::Present, Some(S::AbsentSuspension), 'S'),
        (whole, Some(S::InSchoolSuspension), 'I'),
        (Verdict::Unmarked, None, '?'),
    ];
    for (verdict, status, code) in cases {
        assert_eq!(HeatCode::of(&day(0, verdict, status)).code(), code, "{status:?}");
    }
    let mut codes = HeatCode::ALL.map(HeatCode::code);
    codes.sort_unstable();
    assert!(codes.windows(2).all(|pair| pair[0] != pair[1]));
}
