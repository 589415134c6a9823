//! An absence on its way from the school's export to the door list.

use std::fs;

use daymark_demo::import_folder;
use daymark_reports::ReportName;
use daymark_server::imports::{ImportOptions, import_attendance, import_calendar};
use daymark_server::reports::{Question, facts};
use daymark_server::store::settings::NewSetting;

use crate::phone::Phone;
use crate::school::{MORNING, School};

#[tokio::test]
async fn an_imported_absence_is_on_the_door_list_after_the_next_sync() {
    let mut absentee = String::new();
    let mut school_sis_id = String::new();
    let school = School::open_with(|district, _| {
        // Somebody who was there on the last school day.
        let last = district.calendar.last_school_day();
        let missed = |n: usize| district.attendance_of(n).iter().any(|event| event.day == last);
        let present = (0..district.students.len()).find(|n| district.students[*n].school == 1 && !missed(*n));
        absentee = district.students[present.unwrap()].sis_id.clone();
        school_sis_id = district.schools[1].sis_id.clone();
    })
    .await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let student = school.workshop.store.student_by_sis_id(&absentee).await.unwrap().unwrap();
    let match_id = school.match_with(mentor, student).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let before = phone.student(match_id).unwrap();
    assert_eq!(phone.door().rows[0].absent_in_a_row, 0);

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("attendance.csv");
    let last = before.record_complete_to.unwrap();
    let row = format!("{absentee},{school_sis_id},{last},Unexcused Absence,,1\n");
    fs::write(&file, format!("student_id,school_id,date,category,reason,duration\n{row}")).unwrap();
    let options = ImportOptions::at(MORNING);
    let first = import_attendance(&school.workshop.store, &file, &options).unwrap();
    assert!(first.to_string().contains('1'), "{first}");
    phone.sync_until_done().await;

    assert_eq!(phone.door().rows[0].absent_in_a_row, 1);
    let after = phone.student(match_id).unwrap();
    assert_eq!(after.figure.missed_halves(), before.figure.missed_halves() + 2);
    assert_eq!(after.figure.enrolled_halves(), before.figure.enrolled_halves());

    // The same file again tells the phone nothing.
    let seq = school.count("SELECT max(seq) FROM school");
    import_attendance(&school.workshop.store, &file, &options).unwrap();
    assert_eq!(school.count("SELECT max(seq) FROM school"), seq);
}

#[tokio::test]
async fn half_a_day_counts_on_the_phone_as_the_districts_rules_say() {
    let mut student_sis_id = String::new();
    let mut school_sis_id = String::new();
    let school = School::open_with(|district, _| {
        // Somebody who was there on the last school day.
        let last = district.calendar.last_school_day();
        let missed = |n: usize| district.attendance_of(n).iter().any(|event| event.day == last);
        let present = (0..district.students.len()).find(|n| district.students[*n].school == 1 && !missed(*n));
        student_sis_id = district.students[present.unwrap()].sis_id.clone();
        school_sis_id = district.schools[1].sis_id.clone();
    })
    .await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let student = school.workshop.store.student_by_sis_id(&student_sis_id).await.unwrap().unwrap();
    let match_id = school.match_with(mentor, student).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let before = phone.student(match_id).unwrap();

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("attendance.csv");
    let last = before.record_complete_to.unwrap();
    let row = format!("{student_sis_id},{school_sis_id},{last},Partial,0.5\n");
    fs::write(&file, format!("student_id,school_id,date,category,duration\n{row}")).unwrap();
    import_attendance(&school.workshop.store, &file, &ImportOptions::at(MORNING)).unwrap();
    phone.sync_until_done().await;
    let missed = |phone: &Phone| phone.student(match_id).unwrap().figure.missed_halves();
    let by_default = missed(&phone);
    let reported = days_missed_by_the_report(&school, &student_sis_id).await;
    assert_eq!(f64::from(by_default) / 2.0, reported, "phone and report never disagree");
    assert_eq!(by_default, before.figure.missed_halves() + 2, "half of the day or more is an absence (T14)");

    let fractional = NewSetting {
        school_id: None,
        key: "half_day_rule".to_owned(),
        value: Some("fractional".to_owned()),
        from: None,
        at: MORNING,
        by: "Grace Okafor".to_owned(),
    };
    school.workshop.app.store.add_setting(fractional).await.unwrap();
    phone.sync_until_done().await;
    assert!(missed(&phone) < by_default, "every half day counts as what it is");
    let reported = days_missed_by_the_report(&school, &student_sis_id).await;
    assert_eq!(f64::from(missed(&phone)) / 2.0, reported, "phone and report never disagree");
}

async fn days_missed_by_the_report(school: &School, student_sis_id: &str) -> f64 {
    let facts = facts(school.workshop.app.store.as_ref(), &Question::default()).await.unwrap();
    let report = ReportName::Attendance.make(&facts).json().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
    let rows = report["students"].as_array().unwrap();
    let row = rows.iter().find(|row| row["student_id"] == student_sis_id).unwrap();
    row["absent_days"].as_f64().unwrap()
}

#[tokio::test]
async fn a_snow_day_that_is_taken_out_later_leaves_every_denominator() {
    let mut school_sis_id = String::new();
    let school = School::open_with(|district, _| school_sis_id = district.schools[1].sis_id.clone()).await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let before = phone.student(match_id).unwrap();
    let snow = before.record_complete_to.unwrap();

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("calendar.csv");
    fs::write(&file, format!("school_id,date,day_type\n{school_sis_id},{snow},Weather day\n")).unwrap();
    import_calendar(&school.workshop.store, &file, &ImportOptions::at(MORNING)).unwrap();
    phone.sync_until_done().await;

    let after = phone.student(match_id).unwrap();
    assert_eq!(after.figure.enrolled_halves(), before.figure.enrolled_halves() - 2);
}

#[tokio::test]
async fn the_same_export_imported_twice_changes_nothing() {
    let export = tempfile::tempdir().unwrap();
    let copy = export.path().to_path_buf();
    let school = School::open_with(move |_, from| {
        for name in ["attendance.csv", "calendar.csv", "student_contacts.csv"] {
            fs::copy(from.join(name), copy.join(name)).unwrap();
        }
        fs::create_dir(copy.join("oneroster")).unwrap();
        for entry in fs::read_dir(from.join("oneroster")).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, copy.join("oneroster").join(path.file_name().unwrap())).unwrap();
        }
    })
    .await;
    let before = school.count("SELECT sum(seq) FROM school");
    import_folder(&school.workshop, export.path(), "America/Chicago", MORNING).unwrap();
    assert_eq!(school.count("SELECT sum(seq) FROM school"), before);
}
