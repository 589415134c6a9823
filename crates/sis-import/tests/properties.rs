//! Any bytes are read or refused, never a panic; and what is well formed is read as the `csv` crate reads it.
#![allow(clippy::unwrap_used, reason = "a test's helper may fail the test")]

use std::fs;

use daymark_sis_import::{read_attendance, read_calendar, read_one_roster};
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
