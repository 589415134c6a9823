//! The demo district is what the screens, the imports and the benchmarks need it to be.
#![allow(clippy::unwrap_used, reason = "Clippy knows only functions marked as tests, not their helpers")]

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use daymark_domain::{AttendanceStatus, ContactDay, DayType, Rules, SchoolDay, Week, WeekDosage};
use daymark_test_support::{
    ContactEntry, District, DistrictPlan, Match, MentorKind, generate, grand_bend, write_export,
};

fn day(text: &str) -> SchoolDay {
    text.parse().unwrap()
}

fn demo() -> District {
    generate(&DistrictPlan::demo(day("2026-11-22")))
}

/// A Monday to a Sunday in four seasons, and two holidays.
fn many_todays() -> Vec<SchoolDay> {
    let weeks = ["2026-11-16", "2027-01-04", "2027-05-17", "2027-08-02"].map(|monday| day(monday).week());
    weeks.into_iter().flat_map(Week::days).chain([day("2026-12-25"), day("2028-02-29")]).collect()
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for folder in [folder.to_owned(), folder.join("oneroster")] {
        for file in
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file())
        {
            files.insert(file.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&file).unwrap());
        }
    }
    files
}

fn exported(plan: &DistrictPlan) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    write_export(&generate(plan), folder.path()).unwrap();
    files(folder.path())
}

fn absent_on(district: &District, matched: &Match, day: SchoolDay) -> bool {
    district.attendance_of(matched.student).iter().any(|event| event.day == day && event.missed_halves() == 2)
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_gives_others() {
    let plan = DistrictPlan::demo(day("2026-11-22"));
    assert!(exported(&plan) == exported(&plan));
    assert!(exported(&plan)["users.csv"] != exported(&DistrictPlan { seed: 1, ..plan })["users.csv"]);
}

#[test]
fn today_is_a_school_day_on_every_weekday_and_nothing_is_known_of_it_yet() {
    for today in many_todays() {
        let district = generate(&DistrictPlan::demo(today));
        let listed = district.calendar.days.iter().find(|listed| listed.day == today).unwrap();
        assert!(listed.day_type.is_instructional(), "{today}");
        assert!(
            (0..district.students.len())
                .all(|n| district.attendance_of(n).iter().all(|event| event.day < today))
        );
    }
}

#[test]
fn about_one_student_in_six_is_chronically_absent_and_a_few_almost_never_come() {
    for today in many_todays() {
        let district = generate(&DistrictPlan::demo(today));
        let figures: Vec<_> =
            (0..district.students.len()).map(|student| district.absence_figure(student)).collect();
        let chronic =
            1_000 * figures.iter().filter(|figure| figure.tier().is_chronic()).count() / figures.len();
        let never =
            figures.iter().filter(|figure| 2 * figure.missed_halves() > figure.enrolled_halves()).count();
        let few = figures.iter().filter(|figure| figure.missed_halves() <= 8).count();
        assert!((120..=220).contains(&chronic), "{today}: {chronic} per mille");
        assert!((1..=20).contains(&never), "{today}: {never}");
        assert!(2 * few > figures.len(), "{today}: {few} with at most four days");
    }
}

#[test]
fn mondays_and_fridays_are_missed_most_and_half_days_and_tardies_occur() {
    let district = demo();
    let mut missed = [0; 7];
    let (mut tardies, mut half_days) = (0, 0);
    for event in (0..district.students.len()).flat_map(|student| district.attendance_of(student)) {
        missed[event.day.weekday().num_days_from_monday() as usize] += u32::from(event.missed_halves());
        tardies += usize::from(event.status == AttendanceStatus::Tardy);
        half_days += usize::from(event.halves == Some(1));
    }
    let mut taught = [0; 7];
    for day in &district.calendar.past_school_days {
        taught[day.weekday().num_days_from_monday() as usize] += 1;
    }
    let rate = |weekday: usize| 100 * missed[weekday] / taught[weekday];
    assert!(rate(0) > rate(1) && rate(0) > rate(2) && rate(4) > rate(2) && rate(4) > rate(1));
    assert!(tardies > 500 && half_days > 50, "{tardies} tardies, {half_days} half days");
}

#[test]
fn events_stand_only_on_school_days_of_the_enrollment() {
    let district = demo();
    let late =
        district.students.iter().filter(|student| student.enrolled_from > district.calendar.first()).count();
    assert!(late > 3, "{late} began late");
    for (index, student) in district.students.iter().enumerate() {
        let events = district.attendance_of(index);
        assert!(events.is_sorted_by(|a, b| a.day < b.day));
        assert!(events.iter().all(|event| event.day >= student.enrolled_from));
        assert!(events.iter().all(|event| district.calendar.past_school_days.contains(&event.day)));
    }
}

#[test]
fn the_demo_mentor_has_25_students_at_one_school_and_calls_three_or_more_who_were_absent() {
    for today in many_todays() {
        let district = generate(&DistrictPlan::demo(today));
        let ana = district.demo_mentor().unwrap();
        let caseload: Vec<_> = district.caseload(ana).collect();
        let last = district.calendar.last_school_day();
        let to_call =
            caseload.iter().filter(|matched| matched.wake_up_calls && absent_on(&district, matched, last));
        assert_eq!(caseload.len(), 25, "{today}");
        assert!(
            caseload
                .iter()
                .all(|matched| district.students[matched.student].school == district.mentors[ana].school)
        );
        assert!(to_call.count() >= 3, "{today}");
        assert!(caseload.iter().all(|matched| matched.start < today));
        let contacts = caseload.iter().flat_map(|matched| district.contacts_of(matched));
        assert!(contacts.into_iter().all(|contact| contact.day < today));
    }
}

#[test]
fn caseloads_follow_the_programme_and_nobody_is_matched_twice() {
    let district = demo();
    assert_eq!(district.mentors.len(), 14);
    let students: HashSet<_> = district.matches.iter().map(|matched| &matched.student_sis_id).collect();
    assert_eq!(students.len(), district.matches.len());
    for (index, mentor) in district.mentors.iter().enumerate() {
        let size = district.caseload(index).count();
        let expected = match mentor.kind {
            MentorKind::Internal => 1..=5,
            MentorKind::External if Some(index) == district.demo_mentor() => 25..=25,
            MentorKind::External => 10..=20,
        };
        assert!(expected.contains(&size), "{size} students");
    }
    for matched in &district.matches {
        let figure = district.absence_figure(matched.student);
        assert!(2 * figure.missed_halves() < figure.enrolled_halves(), "almost never attends: other help");
    }
    let chronic = district
        .matches
        .iter()
        .filter(|matched| district.absence_figure(matched.student).tier().is_chronic());
    assert!(10 * chronic.count() >= 8 * district.matches.len());
}

/// The match's weeks that lie wholly in the past, with what was done in them.
fn weeks(district: &District, matched: &Match) -> Vec<WeekDosage> {
    let contacts = district.contacts_of(matched);
    let this_week = district.calendar.today.week();
    let mut week = matched.start.week().next();
    let mut weeks = Vec::new();
    while week < this_week {
        let days = week.days().map(|day| ContactDay {
            available: district.calendar.past_school_days.contains(&day),
            reached_student: contacts
                .iter()
                .any(|contact| contact.day == day && contact.entry.reached_student()),
        });
        weeks.push(WeekDosage::of(days, &Rules::default()));
        week = week.next();
    }
    weeks.split_off(weeks.len().saturating_sub(6))
}

#[test]
fn some_weeks_meet_three_contacts_and_some_do_not() {
    let district = demo();
    let weeks: Vec<_> = district.matches.iter().flat_map(|matched| weeks(&district, matched)).collect();
    let met = weeks.iter().filter(|week| week.met() == Some(true)).count();
    let not_met = weeks.iter().filter(|week| week.met() == Some(false)).count();
    assert!(met > weeks.len() / 3 && not_met > weeks.len() / 10, "{met} met, {not_met} not met");
}

#[test]
fn one_mentors_phone_has_been_silent_since_a_thursday() {
    for today in many_todays() {
        let district = generate(&DistrictPlan::demo(today));
        let silent = district.mentors.iter().position(|mentor| mentor.silent_after.is_some()).unwrap();
        let since = district.mentors[silent].silent_after.unwrap();
        let contacts: Vec<_> =
            district.caseload(silent).flat_map(|matched| district.contacts_of(matched)).collect();
        assert!(!contacts.is_empty() && contacts.iter().all(|contact| contact.day <= since));
        let missed = district.calendar.past_school_days.iter().filter(|&&day| day > since).count();
        assert_eq!(since.weekday(), chrono::Weekday::Thu);
        assert!((2..=7).contains(&missed), "{today}: silent for {missed} school days");
    }
}

#[test]
fn contacts_agree_with_the_official_record_and_come_in_the_order_of_recording() {
    let district = demo();
    for matched in &district.matches {
        let contacts = district.contacts_of(matched);
        assert!(contacts.is_sorted_by_key(|contact| contact.at));
        for contact in contacts {
            let needs_presence = match contact.entry {
                ContactEntry::Door(result) => result.reached_student(),
                ContactEntry::OneOnOne { .. } | ContactEntry::Calendar(_) => true,
                ContactEntry::WakeUpCall(_) | ContactEntry::Note { .. } => false,
            };
            assert!(!(needs_presence && absent_on(&district, matched, contact.day)), "{}", contact.day);
            assert!(contact.day >= matched.start);
        }
    }
}

#[test]
fn seven_forty_at_the_door_is_seven_forty_in_the_schools_zone_in_summer_and_winter() {
    let district = demo();
    let seven_forty = 7 * 3_600 + 40 * 60;
    assert_eq!(district.instant(day("2026-09-15"), seven_forty), 1_789_476_000, "12:40 UTC");
    assert_eq!(district.instant(day("2026-11-16"), seven_forty), 1_794_836_400, "13:40 UTC");
}

#[test]
fn every_phone_number_belongs_to_nobody() {
    for guardian in &demo().guardians {
        for number in [&guardian.sms, &guardian.phone].into_iter().filter(|number| !number.is_empty()) {
            let digits: String = number.chars().filter(char::is_ascii_digit).collect();
            let local = digits.strip_prefix('1').filter(|rest| rest.len() == 10).unwrap_or(&digits);
            assert!(local.len() == 10 && &local[3..8] == "55501", "{number}");
        }
    }
}

#[test]
fn siblings_share_guardians_and_ages_fit_grades() {
    let district = demo();
    let families = district.guardians.iter().filter(|guardian| guardian.students.len() > 1).count();
    assert!(families > 100, "{families}");
    let first = district.calendar.first();
    for student in &district.students {
        let age = first.0.years_since(student.birth_date.0).unwrap();
        let usual = 5 + u32::from(student.grade.0);
        assert!((usual..=usual + 1).contains(&age), "{age} in grade {}", student.grade.code());
        assert!(!student.contacts.is_empty());
    }
    let two_names =
        district.students.iter().filter(|student| student.family_name.contains([' ', '-'])).count();
    let accented = district.students.iter().filter(|student| !student.family_name.is_ascii()).count();
    assert!(two_names > 100 && accented > 100, "{two_names} double names, {accented} with diacritics");
    assert!(district.students.iter().any(|student| student.family_name.chars().count() > 50));
    assert!(district.students.iter().any(|student| student.family_name.contains('\'')));
    let languages: HashSet<_> = district.guardians.iter().map(|guardian| guardian.language).collect();
    assert!(languages.len() >= 5, "{languages:?}");
}

#[test]
fn addresses_are_different_and_belong_to_nobody() {
    let district = generate(&DistrictPlan::large(day("2026-11-22"), 20_000));
    let addresses: HashSet<_> = district.mentors.iter().map(|mentor| &mentor.email).collect();
    assert_eq!(addresses.len(), district.mentors.len());
    assert!(addresses.iter().all(|address| address.is_ascii() && address.ends_with("@example.org")));
}

#[test]
fn the_export_reads_back_with_as_many_rows_as_the_district_has() {
    let district = demo();
    let folder = tempfile::tempdir().unwrap();
    write_export(&district, folder.path()).unwrap();
    let rows = |file: &str| -> Vec<csv::StringRecord> {
        csv::Reader::from_path(folder.path().join(file))
            .unwrap()
            .into_records()
            .collect::<Result<_, _>>()
            .unwrap()
    };
    let (students, guardians) = (district.students.len(), district.guardians.len());
    assert_eq!(rows("oneroster/orgs.csv").len(), 4);
    assert_eq!(rows("oneroster/academicSessions.csv").len(), 3);
    assert_eq!(rows("oneroster/classes.csv").len(), 13);
    assert_eq!(rows("oneroster/users.csv").len(), students + guardians);
    assert_eq!(rows("oneroster/enrollments.csv").len(), students);
    assert_eq!(rows("oneroster/demographics.csv").len(), students);
    assert_eq!(rows("calendar.csv").len(), 3 * district.calendar.days.len());
    let events = (0..students).map(|student| district.attendance_of(student).len()).sum::<usize>();
    let attendance = rows("attendance.csv");
    assert_eq!(attendance.len(), events);
    assert!(attendance.iter().all(|row| row[3].parse::<AttendanceStatus>().is_ok()));
    assert!(rows("calendar.csv").iter().all(|row| row[2].parse::<DayType>().is_ok()));
}

#[test]
fn the_export_has_grand_bends_files_and_headers() {
    let Some(real) = grand_bend() else { return };
    let header = |bytes: &[u8]| String::from_utf8_lossy(bytes).lines().next().unwrap_or_default().to_owned();
    let ours = exported(&DistrictPlan::demo(day("2026-11-22")));
    for (name, bytes) in files(&real).into_iter().filter(|(name, _)| name.ends_with(".csv")) {
        let expected = match name.as_str() {
            "users.csv" => header(&bytes) + ",metadata.language",
            _ => header(&bytes),
        };
        assert_eq!(header(&ours[&name]), expected, "{name}");
    }
}

#[test]
fn a_district_of_65000_students_generates() {
    let district = generate(&DistrictPlan::large(day("2026-11-22"), 65_000));
    assert_eq!((district.students.len(), district.schools.len()), (65_000, 100));
    assert!(district.matches.len() > 2_500 && district.demo_mentor().is_some());
}
