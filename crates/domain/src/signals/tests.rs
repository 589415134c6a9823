use super::*;
use crate::{AttendanceStatus, DayPart, SchoolId, Tally, Verdict};

/// So many school days of one school from 1 September 2026 on, absent on those with the given numbers.
fn year(days: u32, absent: &[u32]) -> Vec<StudentDay> {
    let first: SchoolDay = "2026-09-01".parse().unwrap();
    let verdict =
        |number| if absent.contains(&number) { Verdict::Absent(DayPart::WHOLE) } else { Verdict::Present };
    (1..=days)
        .map(|number| StudentDay {
            school_id: SchoolId::from_bytes([1; 16]),
            day: first.plus(u64::from(number) - 1),
            number,
            value: DayPart::WHOLE,
            verdict: verdict(number),
            status: absent.contains(&number).then_some(AttendanceStatus::AbsentUnexcused),
            missed: DayPart::NONE,
        })
        .collect()
}

fn rules_fired(days: &[StudentDay], last_year: Option<&Standing>, rules: &Rules) -> Vec<(SignalRule, u32)> {
    let first = days[0].day.number();
    let number = |day: SchoolDay| u32::try_from(day.number() - first).unwrap() + 1;
    signals(days, last_year, rules).iter().map(|signal| (signal.rule, number(signal.fired_on))).collect()
}

fn fired_in(absent: &[u32]) -> Vec<(SignalRule, u32)> {
    rules_fired(&year(60, absent), None, &Rules::default())
}

#[test]
fn two_absences_in_ten_days_fire_on_the_second_of_them() {
    // T19. Two in the first ten are two in the first twenty as well.
    let fired = signals(&year(60, &[3, 9]), None, &Rules::default());
    assert_eq!(fired[0].rule, SignalRule::TwoInTen);
    assert_eq!(fired[0].figure, AbsenceFigure::from_days(2, 9));
    assert!(fired[0].figure.is_provisional(&Rules::default()));
    assert_eq!(fired[0].days.len(), 2);
    assert_eq!(fired[0].fired_on, fired[0].days[1]);
    assert_eq!(fired_in(&[3, 9]), [(SignalRule::TwoInTen, 9), (SignalRule::TwoInTwenty, 9)]);
}

#[test]
fn later_absences_fire_the_rules_of_twenty_and_forty_days_only() {
    // T19.
    assert_eq!(fired_in(&[15, 18]), [(SignalRule::TwoInTwenty, 18)]);
    assert_eq!(fired_in(&[20, 30, 35, 40]), [(SignalRule::FourInForty, 40)]);
    assert_eq!(fired_in(&[20, 30, 35, 41]), []);
    assert_eq!(fired_in(&[10, 21]), []);
}

#[test]
fn a_signal_may_count_from_the_schools_first_day() {
    let school = Rules { signals_start: SignalsStart::SchoolFirstDay, ..Rules::default() };
    let late = &year(60, &[15, 18])[11..];
    assert_eq!(
        signals(late, None, &Rules::default())[0].rule,
        SignalRule::TwoInTen,
        "days 4 and 7 of her own"
    );
    assert_eq!(signals(late, None, &school)[0].rule, SignalRule::TwoInTwenty);
}

#[test]
fn two_half_days_are_one_absence() {
    let mut days = year(10, &[2, 3, 5]);
    days[1].verdict = Verdict::Absent(DayPart::HALF);
    days[2].verdict = Verdict::Absent(DayPart::HALF);
    let fired = signals(&days, None, &Rules::default());
    assert_eq!(fired[0].fired_on, days[4].day);
    assert_eq!(fired[0].days.len(), 3);
    assert!(signals(&days[..4], None, &Rules::default()).is_empty());
}

#[test]
fn an_unmarked_day_takes_its_place_among_the_first_days_but_is_no_absence() {
    let mut days = year(12, &[1, 11]);
    days[4].verdict = Verdict::Unmarked;
    let fired = signals(&days, None, &Rules::default());
    assert_eq!(fired.iter().map(|signal| signal.rule).collect::<Vec<_>>(), [SignalRule::TwoInTwenty]);
    assert_eq!(fired[0].figure, AbsenceFigure::from_days(2, 10));
}

#[test]
fn september_absences_fire_only_where_a_district_asks_for_them() {
    let baltimore = Rules { signal_september_absences: 2, ..Rules::default() };
    let days = year(60, &[25, 30]);
    assert_eq!(rules_fired(&days, None, &Rules::default()), []);
    assert_eq!(rules_fired(&days, None, &baltimore), [(SignalRule::September, 30)]);
    assert_eq!(rules_fired(&year(60, &[25, 31]), None, &baltimore), []);
}

#[test]
fn last_years_chronic_absence_is_a_signal_from_day_one_or_with_two_absences_of_this_year() {
    let tally = Tally { absent: Days::whole(18), enrolled: Days::whole(180), ..Tally::default() };
    let chronic = tally.standing(&Rules::default());
    let both = Rules { prior_year_signal: PriorYearSignal::WithTwoAbsences, ..Rules::default() };
    let quiet = year(30, &[]);
    assert_eq!(rules_fired(&quiet, Some(&chronic), &Rules::default()), [(SignalRule::PriorYearChronic, 1)]);
    assert_eq!(rules_fired(&quiet, Some(&chronic), &both), []);
    let fired = rules_fired(&year(30, &[12, 17]), Some(&chronic), &both);
    assert_eq!(fired, [(SignalRule::TwoInTwenty, 17), (SignalRule::PriorYearChronic, 17)]);
    let fine = Tally { absent: Days::whole(17), ..tally }.standing(&Rules::default());
    assert_eq!(rules_fired(&quiet, Some(&fine), &Rules::default()), []);
}

#[test]
fn the_warning_looks_at_the_last_twenty_days_only() {
    let rules = Rules::default();
    let half: Vec<u32> = (41..=50).collect();
    assert_eq!(almost_never_attends(&year(60, &half), &rules), Some(AbsenceFigure::from_days(10, 20)));
    assert_eq!(almost_never_attends(&year(60, &half[1..]), &rules), None);
    assert_eq!(almost_never_attends(&year(60, &(1..=40).collect::<Vec<_>>()), &rules), None);
    assert_eq!(
        almost_never_attends(&year(9, &(1..=9).collect::<Vec<_>>()), &rules),
        None,
        "too early to say"
    );
    assert_eq!(almost_never_attends(&[], &Rules { minimum_enrolled_days: 0, ..rules }), None);
}

#[test]
fn a_signal_carries_its_working() {
    let rules = Rules::default();
    let fired = signals(&year(60, &[3, 9]), None, &rules);
    assert_eq!(
        fired[0].working(&rules, "2026-10-30".parse().ok()).to_string(),
        "two_in_ten: 2 of 9 days; signal_first_absences 2; signal_first_days 10; signals_start own_first_day; recorded through 2026-10-30"
    );
}
