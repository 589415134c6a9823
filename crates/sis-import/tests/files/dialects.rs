//! What schools' own dialects of attendance and calendars come to, from the files under `tests/fixtures/sis`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::Weekday;
use daymark_domain::DayType;
use daymark_sis_import::{
    AttendanceMap, AttendanceRow, CalendarRow, EventWords, FileReport, SchoolDates, read_attendance_as,
    read_calendar, read_icalendar, read_indicators, read_student_attributes, read_student_contacts,
};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/sis").join(name)
}

fn attendance(name: &str) -> (Vec<String>, AttendanceMap) {
    let text = fs::read_to_string(fixture(&format!("{name}.toml"))).unwrap();
    let map = AttendanceMap::parse("map.toml", &text).unwrap();
    let mut rows = Vec::new();
    let file = File::open(fixture(&format!("{name}.csv"))).unwrap();
    read_attendance_as(file, name, &map, &mut |row| rows.extend(row.ok())).unwrap();
    (rows.iter().map(shown).collect(), map)
}

fn shown(row: &AttendanceRow) -> String {
    format!("{} {} {} {} {}", row.student_id, row.school_id, row.date, row.status.word(), row.missed.get())
}

#[test]
fn minutes_of_a_real_day_stay_exact_against_half_of_it_and_a_late_day_stays_late() {
    let (rows, map) = attendance("attendance-map-minutes");
    assert_eq!(map.negative_reporting(), Some(true));
    assert_eq!(
        rows,
        [
            "0605250 0101 2021-08-23 absent_excused 5000",
            "0605251 0101 2021-08-24 absent_unexcused 10000",
            "0605252 0101 2021-08-24 tardy 0",
            "0605253 0101 2021-08-24 absent_unexcused 5000",
        ]
    );
}

#[test]
fn periods_are_rounded_down_so_that_three_of_seven_are_less_than_half_a_day() {
    let (rows, _) = attendance("attendance-map-periods");
    assert_eq!(rows, ["1 0101 2021-08-23 absent_unexcused 4285", "1 0101 2021-08-24 absent_unexcused 5714"]);
}

#[test]
fn a_column_for_each_date_gives_a_mark_for_each_cell_that_says_something() {
    let (rows, _) = attendance("attendance-map-dates");
    assert_eq!(
        rows,
        [
            "0605250 0101 2021-08-23 absent_excused 10000",
            "0605250 0101 2021-08-25 tardy 0",
            "0605251 0101 2021-08-24 absent_unexcused 10000",
            "0605251 0101 2021-08-25 absent_unexcused 10000",
        ]
    );
}

#[test]
fn positive_reporting_delivers_those_who_were_present_too() {
    let (rows, map) = attendance("attendance-map-positive");
    assert_eq!(map.negative_reporting(), Some(false));
    assert_eq!(rows, ["1 0101 2021-08-23 present 0", "2 0101 2021-08-23 absent_unexcused 10000"]);
}

fn events(name: &str, words: &EventWords) -> (Vec<CalendarRow>, FileReport) {
    let dates = SchoolDates {
        school_ids: vec!["0101".to_owned(), "0102".to_owned()],
        first: "2021-08-23".parse().unwrap(),
        last: "2022-05-27".parse().unwrap(),
        weekdays: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
        time_zone: chrono_tz::Tz::America__New_York,
    };
    let mut rows = Vec::new();
    let file = File::open(fixture(name)).unwrap();
    let report = read_icalendar(file, name, &dates, words, &mut |row| rows.push(row.unwrap())).unwrap();
    (rows, report)
}

/// The days of one school that are no whole plain day of school.
fn special(rows: &[CalendarRow], school: &str) -> Vec<String> {
    let special = rows.iter().filter(|row| row.school_id == school && row.line > 0);
    special.map(|row| format!("{} {} {}", row.date, row.day_type.word(), row.value.get())).collect()
}

#[test]
fn a_districts_calendar_of_events_becomes_each_schools_days() {
    let (rows, _) = events("calendar-district.ics", &EventWords::default());
    let special_days = special(&rows, "0101");
    assert_eq!(
        special_days,
        [
            "2021-09-01 instructional 10000",
            "2021-09-06 holiday 0",
            "2021-10-06 instructional 10000",
            "2021-11-03 instructional 10000",
            "2021-11-05 teacher_only 0",
            "2021-11-24 holiday 0",
            "2021-11-25 holiday 0",
            "2021-11-26 holiday 0",
            "2021-12-01 instructional 10000",
            "2021-12-20 holiday 0",
            "2021-12-21 holiday 0",
            "2021-12-22 holiday 0",
            "2021-12-23 holiday 0",
            "2021-12-24 holiday 0",
            "2021-12-27 holiday 0",
            "2021-12-28 holiday 0",
            "2021-12-29 holiday 0",
            "2021-12-30 holiday 0",
            "2021-12-31 holiday 0",
            "2022-01-31 weather 0",
            "2022-02-02 instructional 10000",
            "2022-02-12 make_up 10000",
            "2022-03-02 instructional 10000",
            "2022-04-06 instructional 10000",
        ]
    );
    assert_eq!(special(&rows, "0102"), special_days);
    // 40 weeks of five days from 23 August to 27 May, and the Saturday that makes up for the snow.
    assert_eq!(rows.len(), 2 * (40 * 5 + 1));
}

#[test]
fn a_moved_or_cancelled_date_and_a_later_version_replace_what_was_planned() {
    let (rows, _) = events("calendar-moved-and-revised.ics", &EventWords::default());
    assert_eq!(
        special(&rows, "0101"),
        [
            "2021-09-01 instructional 10000",
            "2021-09-09 instructional 10000",
            "2021-09-22 instructional 10000",
            "2021-10-12 non_instructional 0",
        ]
    );
}

#[test]
fn snow_goes_before_a_make_up_day_and_that_before_a_break() {
    let (rows, report) = events("calendar-contradictions.ics", &EventWords::default());
    assert_eq!(
        special(&rows, "0101"),
        [
            "2022-04-11 weather 0",
            "2022-04-12 holiday 0",
            "2022-04-13 holiday 0",
            "2022-04-14 holiday 0",
            "2022-04-15 holiday 0",
        ]
    );
    assert_eq!(report.notes.len(), 2);
}

#[test]
fn a_schools_own_phrases_and_the_worth_of_a_short_day_count() {
    let text = fs::read_to_string(fixture("calendar-own-words.toml")).unwrap();
    let (rows, _) = events("calendar-own-words.ics", &EventWords::parse("words.toml", &text).unwrap());
    assert_eq!(special(&rows, "0101"), ["2021-10-11 non_instructional 0", "2021-10-12 instructional 5000"]);
}

#[test]
fn a_calendars_stated_value_is_kept_and_a_day_without_school_has_none() {
    let mut rows = Vec::new();
    let file = File::open(fixture("calendar-values.csv")).unwrap();
    read_calendar(file, "calendar.csv", &mut |row| rows.extend(row.ok())).unwrap();
    let values: Vec<_> = rows.iter().map(|row| (row.day_type, row.value.get())).collect();
    assert_eq!(
        values,
        [(DayType::Instructional, 5_000), (DayType::Instructional, 10_000), (DayType::Holiday, 0)]
    );
}

#[test]
fn indicators_groups_and_contacts_come_out_as_they_went_in() {
    let mut said = Vec::new();
    let open = |name: &str| File::open(fixture(name)).unwrap();
    read_indicators(open("indicators-odd.csv"), "indicators.csv", &mut |row| {
        said.extend(row.ok().map(|row| format!("{} {} {}", row.student_id, row.kind.word(), row.value)));
    })
    .unwrap();
    assert_eq!(said, ["0605250 behaviour_referrals 3", "0605250 suspension_days_out 1.5"]);
    let mut groups = Vec::new();
    read_student_attributes(open("students-odd.csv"), "students.csv", &mut |row| groups.extend(row.ok()))
        .unwrap();
    let student = &groups[0];
    assert_eq!((student.english_learner, student.special_education), (Some(true), Some(false)));
    assert_eq!((student.section_504, student.homeless, student.foster), (None, Some(false), None));
    assert_eq!(student.lunch.map(|lunch| (lunch.word(), lunch.is_eligible())), Some(("free", true)));
    assert_eq!((student.zip.as_deref(), student.home_language.as_deref()), (Some("02138"), Some("Spanish")));
    assert_eq!(groups[1].zip.as_deref(), Some("02138-1234"));
    let mut contacts = Vec::new();
    read_student_contacts(open("student_contacts-odd.csv"), "student_contacts.csv", &mut |row| {
        contacts.extend(row.ok());
    })
    .unwrap();
    let [mother] = &contacts[..] else { panic!("one contact is whole") };
    assert_eq!(
        (mother.phone.as_deref(), mother.language.as_deref()),
        (Some("(950) 555-0100"), Some("Spanish"))
    );
    assert_eq!((mother.best_hours.as_deref(), mother.priority), (Some("after 5 pm"), Some(1)));
}
