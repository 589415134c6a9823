use super::*;

const HISTORY: &str = "SELECT indicator.id, sis_id, kind, date(period_start * 86400, 'unixepoch'), value, superseded_by \
    FROM indicator JOIN student ON student.id = student_id ORDER BY indicator.id";
const FILE: &str = "student_id,period_start,period_end,kind,value\n\
    007,2025-09-01,2025-09-30,behaviour_referrals,3\n007,2025-09-01,2025-09-30,suspension_days_out,0.5\n\
    009,2025-09-01,2025-09-30,course_failures_math,1\n";

#[test]
fn behaviour_and_courses_are_stored_exactly_and_once() {
    let school = School::imported();
    assert_eq!(school.indicators(FILE).unwrap().to_string(), "3 indicators added");
    assert_eq!(
        school.rows(HISTORY),
        [
            "1|007|behaviour_referrals|2025-09-01|300|-",
            "2|007|suspension_days_out|2025-09-01|50|-",
            "3|009|course_failures_math|2025-09-01|100|-"
        ]
    );
    let before = school.everything();
    assert_eq!(school.indicators(FILE).unwrap().to_string(), "Nothing changed: 3 indicators as before");
    assert_eq!(school.everything(), before);
}

#[test]
fn a_corrected_indicator_keeps_what_it_replaced() {
    let school = School::imported();
    school.indicators(FILE).unwrap();
    let report = school.indicators(&FILE.replace("referrals,3", "referrals,4")).unwrap();
    assert_eq!(report.corrected.of(Noun::Indicator), 1);
    assert_eq!(report.sample[0].what, "007: behaviour_referrals from 2025-09-01 to 2025-09-30");
    assert_eq!(school.rows(HISTORY)[0], "1|007|behaviour_referrals|2025-09-01|300|4");
    assert_eq!(school.rows(HISTORY)[3], "4|007|behaviour_referrals|2025-09-01|400|-");
}

#[test]
fn an_indicator_of_a_stranger_stops_the_file() {
    let school = School::imported();
    let named = problems(school.indicators(&FILE.replace("009,", "9,")));
    assert_eq!(
        named,
        [
            "indicators.csv line 4, column student_id: expected the id of a student who is here; import the OneRoster set first, found '9'"
        ]
    );
    assert_eq!(school.count("indicator"), 0);
}
