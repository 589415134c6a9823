//! Any bytes are read or refused, never a panic; and what is well formed is read as the `csv` crate reads it.

use std::fs;

use chrono::Weekday;
use daymark_sis_import::{
    AttendanceMap, EventWords, SchoolDates, read_attendance, read_attendance_as, read_calendar,
    read_icalendar, read_indicators, read_one_roster, read_student_attributes, read_student_contacts,
};
use proptest::collection::vec;
use proptest::prelude::*;
use tempfile::TempDir;

const HEADER: &[u8] = b"student_id,school_id,date,category,reason,duration\n";

/// Bytes that a CSV reader stumbles over more often than over others.
fn csv_like() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        4 => proptest::sample::select(&b",\"\r\n\xEF\xBB\xBF\xC3\xA9 01.-E+/AP\0"[..]),
        1 => any::<u8>(),
    ];
    vec(byte, 0..300)
}

fn every_row_is_counted(bytes: &[u8]) {
    let (mut rows, mut problems) = (0u64, 0u64);
    let report = read_attendance(bytes, "attendance.csv", &mut |row| match row {
        Ok(_) => rows += 1,
        Err(_) => problems += 1,
    });
    if let Ok(report) = report {
        assert_eq!(report.rows, rows);
        assert!(report.bad_rows <= problems);
        assert_eq!(report.bad_rows == 0, problems == 0);
    }
    let _ = read_calendar(bytes, "calendar.csv", &mut |_| {});
    let _ = read_indicators(bytes, "indicators.csv", &mut |_| {});
    let _ = read_student_attributes(bytes, "students.csv", &mut |_| {});
    let _ = read_student_contacts(bytes, "student_contacts.csv", &mut |_| {});
}

/// Two weeks of school.
fn fortnight() -> SchoolDates {
    SchoolDates {
        school_ids: vec!["1".to_owned()],
        first: "2021-08-23".parse().unwrap(),
        last: "2021-09-03".parse().unwrap(),
        weekdays: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
        time_zone: chrono_tz::Tz::America__New_York,
    }
}

/// The lines of an event that mostly make sense.
fn event_line() -> impl Strategy<Value = String> {
    let name = proptest::sample::select(
        &[
            "DTSTART",
            "DTSTART;VALUE=DATE",
            "DTEND",
            "DURATION",
            "RRULE",
            "EXDATE",
            "RDATE",
            "SUMMARY",
            "UID",
            "RECURRENCE-ID",
            "BEGIN",
            "END",
        ][..],
    );
    let value = prop_oneof![
        3 => proptest::sample::select(&[
            "20210825", "20210901T080000Z", "P1D", "PT8H", "No school", "Early release", "a", "VALARM", "VEVENT",
            "FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "FREQ=YEARLY;BYMONTH=8;BYDAY=-1MO", "FREQ=MONTHLY;BYMONTHDAY=-31",
        ][..]).prop_map(str::to_owned),
        1 => "\\PC{0,16}",
    ];
    (name, value).prop_map(|(name, value)| format!("{name}:{value}\r\n"))
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in csv_like()) {
        every_row_is_counted(&bytes);
        every_row_is_counted(&[HEADER, &bytes].concat());
    }

    #[test]
    fn any_words_under_a_header_are_read_or_named(rows in vec(vec("\\PC{0,12}", 0..8), 0..6)) {
        let text: String = rows.iter().map(|row| row.join(",") + "\n").collect();
        every_row_is_counted(&[HEADER, text.as_bytes()].concat());
    }

    #[test]
    fn any_events_are_read_or_refused_and_each_school_day_stands_once(lines in vec(event_line(), 0..12)) {
        let text = format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{}END:VEVENT\r\nEND:VCALENDAR\r\n", lines.concat());
        let (mut dates, mut problems) = (Vec::new(), 0);
        let report = read_icalendar(text.as_bytes(), "calendar.ics", &fortnight(), &EventWords::default(), &mut |row| match row {
            Ok(row) => dates.push(row.date),
            Err(_) => problems += 1,
        });
        if let Ok(report) = report {
            prop_assert_eq!(report.bad_rows, problems);
            let dates_of_school: Vec<_> = dates.iter().copied().filter(|date| date.weekday().num_days_from_monday() < 5).collect();
            prop_assert_eq!(dates_of_school.len(), 10);
            dates.sort();
            dates.dedup();
            prop_assert!(dates_of_school.iter().all(|date| dates.contains(date)));
        }
    }

    #[test]
    fn any_map_is_read_or_refused(text in "[a-z\\[\\]=\"'{}., \\n0-9]{0,80}", bytes in csv_like()) {
        if let Ok(map) = AttendanceMap::parse("map.toml", &text) {
            let _ = read_attendance_as(&bytes[..], "attendance.csv", &map, &mut |_| {});
        }
        let _ = EventWords::parse("words.toml", &text);
    }

    #[test]
    fn a_column_for_each_date_says_the_same_as_a_row_for_each_day(marks in vec((0usize..5, 0usize..5), 0..20)) {
        let codes = ["E", "U", "T", "P", ""];
        let mut table = [[4usize; 5]; 5];
        marks.iter().enumerate().for_each(|(n, (student, day))| table[*student][*day] = n % 5);
        let (mut wide, mut long) = ("student_id,2021-08-23,2021-08-24,2021-08-25,2021-08-26,2021-08-27\n".to_owned(), "student_id,date,category\n".to_owned());
        for (student, row) in table.iter().enumerate() {
            let cells: Vec<&str> = row.iter().map(|code| codes[*code]).collect();
            wide += &format!("{student},{}\n", cells.join(","));
            for (day, code) in row.iter().enumerate().filter(|(_, code)| **code != 4) {
                long += &format!("{student},2021-08-{},{}\n", 23 + day, codes[*code]);
            }
        }
        let rows = |layout: &str, text: &str| {
            let map = format!("layout = \"{layout}\"\nschool_id = \"01\"\n[codes]\nE = \"Excused Absence\"\nU = \"Unexcused Absence\"\nT = \"Tardy\"\nP = \"Present\"");
            let map = AttendanceMap::parse("map.toml", &map).unwrap();
            let mut rows = Vec::new();
            read_attendance_as(text.as_bytes(), "attendance.csv", &map, &mut |row| {
                let row = row.unwrap();
                rows.push((row.student_id, row.school_id, row.date, row.status, row.missed));
            }).unwrap();
            rows
        };
        prop_assert_eq!(rows("dates", &wide), rows("rows", &long));
    }

    #[test]
    fn what_is_well_formed_is_read_as_the_csv_crate_writes_it(reasons in vec("[a-z\"',\n\r é👩]{0,12}", 1..20)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["student_id", "school_id", "date", "category", "reason"]).unwrap();
        for reason in &reasons {
            writer.write_record(["1", "1", "2021-08-23", "Tardy", reason]).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let mut read = Vec::new();
        read_attendance(&bytes[..], "attendance.csv", &mut |row| read.push(row.unwrap().reason)).unwrap();
        let expected: Vec<_> = reasons.iter().map(|reason| reason.trim().to_owned()).collect();
        prop_assert_eq!(read, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_set_of_bytes_is_read_or_refused(users in csv_like(), manifest in csv_like(), zip in csv_like()) {
        let folder = TempDir::new().unwrap();
        let users = [b"sourcedId,role,givenName,familyName\n".as_slice(), &users].concat();
        fs::write(folder.path().join("orgs.csv"), b"sourcedId,name,type\n1,A,school\n").unwrap();
        fs::write(folder.path().join("users.csv"), users).unwrap();
        let _ = read_one_roster(folder.path());
        fs::write(folder.path().join("manifest.csv"), [b"propertyName,value\n".as_slice(), &manifest].concat()).unwrap();
        let _ = read_one_roster(folder.path());
        let path = folder.path().join("export.zip");
        fs::write(&path, [b"PK\x03\x04".as_slice(), &zip].concat()).unwrap();
        prop_assert!(read_one_roster(&path).is_err());
    }
}
