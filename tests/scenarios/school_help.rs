//! What a school decided and knows, as its mentors' phones have it.

use std::fs;

use daymark_domain::{SafetyContact, TextPolicy};
use daymark_mentor_core::api::{Callee, Reply, Request};
use daymark_reports::ReportName;
use daymark_server::reports::{Question, facts};
use daymark_server::store::settings::NewSetting;

use crate::phone::Phone;
use crate::school::{MORNING, School};

impl School {
    async fn decide(&self, key: &str, value: &str) {
        let new = NewSetting {
            school_id: None,
            key: key.to_owned(),
            value: Some(value.to_owned()),
            from: None,
            at: MORNING,
            by: "Grace Okafor".to_owned(),
        };
        self.workshop.app.store.add_setting(new).await.unwrap();
    }

    /// Days missed, days enrolled and tier of every student of the school, by the report.
    async fn reported(&self) -> Vec<(f64, f64, String)> {
        let question = Question { school: Some(self.id), ..Question::default() };
        let facts = facts(self.workshop.app.store.as_ref(), &question).await.unwrap();
        let report = ReportName::Attendance.make(&facts).json().unwrap();
        let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
        let days = |row: &serde_json::Value, of: &str| row[of].as_f64().unwrap();
        let row = |row: &serde_json::Value| {
            let tier = row["tier"].as_str().unwrap().replace('_', "-");
            (days(row, "absent_days"), days(row, "enrolled_days"), tier)
        };
        sorted(report["students"].as_array().unwrap().iter().map(row).collect())
    }
}

fn sorted(mut rows: Vec<(f64, f64, String)>) -> Vec<(f64, f64, String)> {
    rows.sort_by(|one, other| one.partial_cmp(other).unwrap());
    rows
}

fn on_the_phone(phone: &Phone) -> Vec<(f64, f64, String)> {
    let Ok(Reply::Caseload(view)) = phone.ask(Request::Caseload) else { panic!() };
    let rules = view.limits.rules();
    let row = |row: &daymark_mentor_core::api::CaseloadRow| {
        let (missed, enrolled) = (row.figure.missed_halves(), row.figure.enrolled_halves());
        let tier = match row.figure.is_provisional(&rules) {
            true => "not-enough-data",
            false => row.figure.tier_under(&rules).word(),
        };
        (f64::from(missed) / 2.0, f64::from(enrolled) / 2.0, tier.to_owned())
    };
    sorted(view.rows.iter().map(row).collect())
}

#[tokio::test]
async fn figure_and_tier_on_the_phone_are_the_servers_whatever_the_district_decides() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    for student in school.students().await {
        school.match_with(mentor, student).await;
    }
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let by_default = on_the_phone(&phone);
    assert!(by_default.len() > 20 && by_default == school.reported().await);

    let decisions = [
        ("chronic_from_percent", "7"),
        ("at_risk_from_percent", "3"),
        ("severe_from_percent", "12"),
        ("chronic_comparator", "more_than"),
        ("minimum_enrolled_days", "2"),
        ("school_year_starts", "09-15"),
    ];
    let mut before = by_default;
    for (key, value) in decisions {
        // A limit is set below the next one only once that has moved.
        school.decide(key, value).await;
        phone.sync_until_done().await;
        let now = on_the_phone(&phone);
        assert_eq!(now, school.reported().await, "after {key} = {value}");
        if matches!(key, "chronic_from_percent" | "school_year_starts") {
            assert_ne!(now, before, "{key} makes a difference here");
        }
        before = now;
    }
}

#[tokio::test]
async fn the_phone_asks_for_as_many_days_of_contact_as_the_district_wants() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    let wanted = || {
        let Ok(Reply::Caseload(view)) = phone.ask(Request::Caseload) else { panic!() };
        view.rows[0].week.wanted
    };
    phone.sync_until_done().await;
    assert_eq!(wanted(), 3);

    school.decide("contacts_wanted_per_week", "2").await;
    phone.sync_until_done().await;
    assert_eq!(wanted(), 2);
}

#[tokio::test]
async fn whom_to_call_and_whom_to_text_reach_the_phone_and_leave_it_again() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let help = || phone.student(match_id).unwrap().school_help;
    assert!(help().safety_contacts.is_empty() && help().texting == TextPolicy::Off);

    let store = &school.workshop.app.store;
    let contacts = vec![
        SafetyContact::new("Grace Okafor", "School counsellor", "+1 555 0100").unwrap(),
        SafetyContact::new("Emergency", "", "911").unwrap(),
    ];
    store.set_safety_contacts(school.id, contacts.clone(), MORNING).await.unwrap();
    school.decide("texting", "guardians").await;
    phone.sync_until_done().await;
    assert_eq!((help().safety_contacts, help().texting), (contacts, TextPolicy::Guardians));
    let Ok(Reply::Today(today)) = phone.ask(Request::Today) else { panic!() };
    assert_eq!(today.texting, TextPolicy::Guardians);

    store.set_safety_contacts(school.id, Vec::new(), MORNING).await.unwrap();
    phone.sync_until_done().await;
    assert!(help().safety_contacts.is_empty());
}

#[tokio::test]
async fn how_a_family_is_best_called_comes_from_the_schools_list_of_contacts() {
    let mut student_sis_id = String::new();
    let school = School::open_with(|district, export| {
        let file = export.join("student_contacts.csv");
        let with_contact = |line: &&str| {
            let id = line.split(',').next().unwrap();
            district.students.iter().any(|student| student.school == 1 && student.sis_id == id)
        };
        let text = fs::read_to_string(&file).unwrap();
        let mut lines = text.lines();
        let header = format!("{},Best Hours,Interpreter,MAY_TEXT", lines.next().unwrap());
        let told = lines.clone().find(with_contact).unwrap();
        student_sis_id = told.split(',').next().unwrap().to_owned();
        let row = |line: &str| match line == told {
            true => format!("{line},after 5 pm,true,false"),
            false => format!("{line},,,"),
        };
        let rows: Vec<String> = std::iter::once(header).chain(lines.map(row)).collect();
        fs::write(&file, rows.join("\n")).unwrap();
    })
    .await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let student = school.workshop.store.student_by_sis_id(&student_sis_id).await.unwrap().unwrap();
    let match_id = school.match_with(mentor, student).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let callees = phone.student(match_id).unwrap().callees;
    let told: Vec<&Callee> = callees.iter().filter(|callee| callee.best_hours.is_some()).collect();
    let [callee] = told.as_slice() else { panic!("{} callees have hours", told.len()) };
    assert_eq!(callee.best_hours.as_deref(), Some("after 5 pm"));
    assert_eq!((callee.interpreter, callee.may_text), (true, Some(false)));
    assert!(callees.iter().all(|other| other == *callee || (!other.interpreter && other.may_text.is_none())));
}
