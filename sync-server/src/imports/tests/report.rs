use super::*;

#[test]
fn a_dry_run_shows_what_would_change_by_ids_and_words() {
    let school = School::imported();
    school.edit("oneroster/users.csv", "008,0101,student,Al,Ruiz,,,,10", "008,0101,student,Al,Ruíz,,,,11");
    school.edit("oneroster/users.csv", "(950) 555 0111", "(950) 555 0112");
    school.edit("oneroster/orgs.csv", "Bend Middle", "Bend Middle School");
    let before = school.everything();
    let report = school.oneroster(&dry()).unwrap();
    let text = report.to_string();
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("note: ")).collect();
    assert_eq!(
        lines,
        [
            "corrected: school 0102",
            "corrected: student 008: family name, grade 10 → 11",
            "corrected: guardian g2: phone",
            "1 school, 1 student, 1 guardian corrected; 1 school, 2 students, 3 enrollments, 1 guardian, 2 guardians of students as before",
            "Nothing was stored: this was a dry run."
        ]
    );
    assert_eq!(school.everything(), before);
    let json = serde_json::to_string(&report).unwrap();
    for personal in ["Ruíz", "555", "Nuñez", "Mother"] {
        assert!(!text.contains(personal) && !json.contains(personal), "{personal}");
    }
}

#[test]
fn at_most_five_changes_of_a_kind_are_told_and_all_are_counted() {
    let school = School::imported();
    let days: String = (1..=9).map(|n| format!("0101,2025-11-0{n},Instructional day\n")).collect();
    school.write("calendar.csv", &format!("school_id,date,day_type\n{days}"));
    let report = school.calendar().unwrap();
    assert_eq!((report.sample.len(), report.added.of(Noun::CalendarDay)), (5, 9));
}

#[test]
fn a_stopped_import_says_in_json_what_it_would_have_done() {
    let school = School::imported();
    school.write("oneroster/enrollments.csv", &ENROLLMENTS.replace("e3,0101,008,student,2025-09-29,\n", ""));
    school.edit("oneroster/users.csv", "008,0101,student,Al,Ruiz,,,,10,\n", "");
    let stopped = school.oneroster(&options()).unwrap_err();
    let json = serde_json::to_value(stopped.report().unwrap()).unwrap();
    assert_eq!(json["withdrawn"], serde_json::json!({ "student": 1, "enrollment": 1 }));
    assert_eq!(json["sample"][0]["what"], "008");
}
