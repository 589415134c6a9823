use proptest::prelude::*;

use super::*;
use crate::{DayPart, SchoolId, Verdict};

fn day(text: &str) -> SchoolDay {
    text.parse().unwrap()
}

/// The week of Monday 12 October 2026, with so many school days to its Friday, all attended.
fn school_days(from: u64) -> Vec<MatchDay> {
    (from..5).map(|n| MatchDay { day: day("2026-10-12").plus(n), present: true }).collect()
}

fn since(from: &str) -> [ActivePeriod; 1] {
    [ActivePeriod { from: day(from), until: None }]
}

fn contact(date: &str, minute: i64, kind: &'static str, reach: Reach) -> LoggedContact<'static> {
    LoggedContact { day: day(date), kind, at: 60 * minute, device: "a", reach }
}

fn weeks(
    active: &[ActivePeriod],
    days: &[MatchDay],
    contacts: &[LoggedContact<'_>],
    as_of: &str,
) -> Vec<MatchWeek> {
    match_weeks(active, days, contacts, day(as_of), &Rules::default())
}

/// T25: the door and a one-on-one on Wednesday, a call that a parent answered on Thursday, a text that the student
/// answered on Friday.
fn worked_example() -> Vec<LoggedContact<'static>> {
    vec![
        contact("2026-10-14", 0, "door_greeting", Reach::Student),
        contact("2026-10-14", 300, "one_on_one", Reach::Student),
        contact("2026-10-15", 0, "absence_call", Reach::Family),
        contact("2026-10-16", 0, "text", Reach::Student),
    ]
}

#[test]
fn a_match_that_starts_on_wednesday_is_asked_for_the_days_that_are_left() {
    // T25.
    let weeks = weeks(&since("2026-10-14"), &school_days(1), &worked_example(), "2026-10-18");
    let expected = MatchWeek {
        week: day("2026-10-12").week(),
        dosage: WeekDosage { available: 3, done: 2, wanted: 3 },
        when_present: WeekDosage { available: 3, done: 2, wanted: 3 },
        wanted: 3,
        result: WeekResult::NotMet,
        contacts: 4,
        attempts: 0,
        family_contacts: 1,
        duplicates: 0,
    };
    assert_eq!(weeks, [expected]);
    assert_eq!(
        expected.working(&Rules::default(), Some(day("2026-10-16"))).to_string(),
        "contact_dosage: 2 of 3 days; contacts_wanted_per_week 3; duplicate_contact_minutes 10; recorded through 2026-10-16"
    );
}

#[test]
fn a_short_week_asks_for_its_days_and_a_vacation_week_for_nothing() {
    // T26: two school days, then none.
    let contacts = [
        contact("2026-10-15", 0, "door_greeting", Reach::Student),
        contact("2026-10-16", 0, "door_greeting", Reach::Student),
    ];
    let weeks = weeks(&since("2026-10-01"), &school_days(3), &contacts, "2026-10-25");
    let results: Vec<_> = weeks.iter().map(|week| (week.week.monday, week.result)).collect();
    let expected = [
        (day("2026-09-28"), WeekResult::NoSchool),
        (day("2026-10-05"), WeekResult::NoSchool),
        (day("2026-10-12"), WeekResult::Met),
        (day("2026-10-19"), WeekResult::NoSchool),
    ];
    assert_eq!(results, expected);
}

#[test]
fn a_contact_late_at_night_counts_in_the_week_of_its_own_date() {
    // T27: Sunday 23:50 at UTC-5 is Monday in UTC, and is sent on Monday.
    let at = 1_792_385_400;
    let sunday = SchoolDay::at(at, -5 * 3_600);
    assert_eq!((SchoolDay::at(at, 0), sunday), (day("2026-10-19"), day("2026-10-18")));
    let call = LoggedContact { day: sunday, at, ..contact("2026-10-18", 0, "wake_up_call", Reach::Student) };
    let weeks = weeks(&since("2026-10-12"), &school_days(0), &[call], "2026-10-19");
    assert_eq!(weeks.iter().map(|week| week.dosage.done).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn two_phones_at_one_door_are_one_contact_and_both_entries_are_kept() {
    let first = contact("2026-10-12", 0, "door_greeting", Reach::Nobody);
    let other = LoggedContact {
        device: "b",
        reach: Reach::Student,
        ..contact("2026-10-12", 10, "door_greeting", Reach::Nobody)
    };
    let later = LoggedContact { at: 60 * 11, ..other };
    let again = LoggedContact { at: 60 * 5, ..first };
    let of = |contacts: &[LoggedContact<'_>]| {
        let week = weeks(&since("2026-10-12"), &school_days(0), contacts, "2026-10-18")[0];
        (week.contacts, week.attempts, week.duplicates, week.dosage.done)
    };
    assert_eq!(of(&[other, first]), (1, 0, 1, 1), "ten minutes apart");
    assert_eq!(of(&[first, later]), (2, 1, 0, 1), "eleven minutes apart");
    assert_eq!(of(&[first, again]), (2, 2, 0, 0), "one phone that tried twice");
}

#[test]
fn a_week_with_school_days_to_come_is_open_even_when_it_has_its_contacts() {
    let contacts = ["2026-10-12", "2026-10-13", "2026-10-14", "2026-10-16"]
        .map(|date| contact(date, 0, "door_greeting", Reach::Student));
    let at = |as_of| weeks(&since("2026-10-12"), &school_days(0), &contacts, as_of)[0];
    assert_eq!((at("2026-10-14").result, at("2026-10-14").dosage.done), (WeekResult::Open, 3));
    assert_eq!((at("2026-10-16").result, at("2026-10-16").dosage.done), (WeekResult::Met, 4));
}

#[test]
fn days_of_a_pause_and_contacts_on_them_count_nowhere() {
    let active = [
        ActivePeriod { from: day("2026-10-12"), until: Some(day("2026-10-13")) },
        ActivePeriod { from: day("2026-10-16"), until: None },
    ];
    let contacts = ["2026-10-12", "2026-10-14"].map(|date| contact(date, 0, "one_on_one", Reach::Student));
    let week = weeks(&active, &school_days(0), &contacts, "2026-10-18")[0];
    assert_eq!((week.dosage, week.contacts), (WeekDosage { available: 2, done: 1, wanted: 2 }, 1));
}

#[test]
fn a_part_of_the_day_at_school_is_enough_to_be_met_there() {
    let student_day = |verdict| StudentDay {
        school_id: SchoolId::from_bytes([1; 16]),
        day: day("2026-10-12"),
        number: 1,
        value: DayPart::WHOLE,
        verdict,
        status: None,
        missed: DayPart::NONE,
    };
    let verdicts = [
        Verdict::Present,
        Verdict::Absent(DayPart::HALF),
        Verdict::Absent(DayPart::WHOLE),
        Verdict::Unmarked,
    ];
    let present = verdicts.map(|verdict| MatchDay::from(&student_day(verdict)).present);
    assert_eq!(present, [true, true, false, false]);
}

#[test]
fn a_setting_of_four_contacts_a_week_asks_for_four() {
    let mut rules = Rules::default();
    rules.set("contacts_wanted_per_week", "4").unwrap();
    let contacts = ["2026-10-12", "2026-10-13", "2026-10-14"]
        .map(|date| contact(date, 0, "door_greeting", Reach::Student));
    let week = match_weeks(&since("2026-10-12"), &school_days(0), &contacts, day("2026-10-18"), &rules)[0];
    assert_eq!((week.wanted, week.result), (4, WeekResult::NotMet));
}

#[test]
fn a_student_who_was_away_could_not_be_met_at_school() {
    let mut days = school_days(0);
    for day in days.iter_mut().skip(1) {
        day.present = false;
    }
    let contacts = [
        contact("2026-10-12", 0, "door_greeting", Reach::Student),
        contact("2026-10-13", 0, "wake_up_call", Reach::Student),
    ];
    let week = weeks(&since("2026-10-12"), &days, &contacts, "2026-10-18")[0];
    assert_eq!(week.dosage.met(), Some(false));
    assert_eq!(week.when_present, WeekDosage { available: 1, done: 1, wanted: 1 });
    assert_eq!(week.when_present.met(), Some(true));
}

proptest! {
    #[test]
    fn a_further_contact_never_takes_a_week_away(
        dates in proptest::collection::vec((0u64..21, 0i64..600, 0u8..3), 0..20),
        more in (0u64..21, 0i64..600, 0u8..3),
        length in 1u64..15,
    ) {
        let start = day("2026-10-12");
        let days: Vec<_> = (0..length).map(|n| MatchDay { day: start.plus(n), present: n % 3 > 0 }).collect();
        let logged = |&(n, minute, reach): &(u64, i64, u8)| LoggedContact {
            day: start.plus(n),
            kind: "one_on_one",
            at: 60 * minute,
            device: if minute % 2 == 0 { "a" } else { "b" },
            reach: [Reach::Nobody, Reach::Family, Reach::Student][usize::from(reach)],
        };
        let mut contacts: Vec<_> = dates.iter().map(logged).collect();
        let before = weeks(&since("2026-10-12"), &days, &contacts, "2026-11-01");
        contacts.push(logged(&more));
        let after = weeks(&since("2026-10-12"), &days, &contacts, "2026-11-01");
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(after.dosage.done >= before.dosage.done);
            prop_assert!(before.result != WeekResult::Met || after.result == WeekResult::Met);
            prop_assert!(after.dosage.done <= after.contacts);
        }
        let entries: u32 = after.iter().map(|week| week.contacts + week.duplicates).sum();
        prop_assert_eq!(entries as usize, contacts.len());
    }
}
