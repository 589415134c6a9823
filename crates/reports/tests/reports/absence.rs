//! Rates, signals, candidates and the grid.

use daymark_domain::{DayPart, Enrollment, Mark};
use serde_json::json;

use crate::school::{absence, day, facts, json, school, student, weekdays};

#[test]
fn a_student_of_two_schools_has_a_row_at_each_and_stands_once_in_the_district() {
    // T9: 7 of 60 days at the one, 10 of 118 at the other, 17 of 178 in the district.
    let days = weekdays("2025-08-18", 178);
    let (x, y) = (school(1, &days), school(2, &days));
    let mut moved = student(1, &x, &days[..7]);
    moved.enrollments = vec![
        Enrollment { school_id: x.id, entry: days[0], exit: Some(days[60]) },
        Enrollment { school_id: y.id, entry: days[60], exit: None },
    ];
    moved.marks.extend(days[60..70].iter().map(|day| absence(&y, *day)));
    let facts = facts(days[177], vec![x, y], vec![moved]);
    let report = json("attendance", &facts);
    let rows: Vec<_> = report["students"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            json!([
                row["school_id"],
                row["absent_days"],
                row["enrolled_days"],
                row["rate_percent"],
                row["tier"],
                row["chronic"]
            ])
        })
        .collect();
    assert_eq!(
        rows,
        [json!(["S1", 7, 60, 11.7, "moderate", true]), json!(["S2", 10, 118, 8.5, "at_risk", false])]
    );
    let districts = daymark_reports::datt(&facts);
    assert_eq!(districts.students.len(), 1, "chronic at the first school");
    assert!(districts.years[0].hidden, "one student is a small group");
}

#[test]
fn too_few_days_give_a_rate_and_no_tier() {
    // T6 and T7.
    let days = weekdays("2025-08-18", 10);
    let lincoln = school(1, &days);
    let mut late = student(2, &lincoln, &days[9..]);
    late.enrollments[0].entry = days[9];
    let mut new = student(3, &lincoln, &[]);
    new.enrollments[0].entry = days[9].next();
    let facts = facts(days[8], vec![lincoln.clone()], vec![student(1, &lincoln, &days[..1]), late, new]);
    let first = json("attendance", &facts);
    assert_eq!(first["students"].as_array().unwrap().len(), 1, "the others were not there yet");
    let row = &first["students"][0];
    assert_eq!(
        json!([row["rate_percent"], row["tier"], row["provisional"]]),
        json!([11.1, "not_enough_data", true])
    );
    let next = daymark_reports::Facts { as_of: days[9], ..facts };
    let next = json("attendance", &next);
    let tiers: Vec<_> = next["students"].as_array().unwrap().iter().map(|row| row["tier"].clone()).collect();
    assert_eq!(tiers, ["moderate", "not_enough_data"]);
}

#[test]
fn a_student_enrolled_on_no_school_day_has_no_rate_and_no_tier() {
    let days = weekdays("2025-08-18", 5);
    let lincoln = school(1, &days);
    let mut new = student(1, &lincoln, &[]);
    new.enrollments[0].entry = days[4].next();
    let row = &json("attendance", &facts(days[4].next(), vec![lincoln], vec![new]))["students"][0];
    assert_eq!(
        json!([row["rate_percent"], row["tier"], row["chronic"]]),
        json!([null, "not_applicable", false])
    );
}

#[test]
fn marks_that_count_nowhere_are_told_at_the_head() {
    let days = weekdays("2025-08-18", 20);
    let lincoln = school(1, &days);
    let saturday = day("2025-08-23");
    let mut one = student(1, &lincoln, &[days[0]]);
    one.marks.push(absence(&lincoln, saturday));
    one.marks.push(Mark { missed: DayPart::WHOLE, ..absence(&lincoln, days[2].minus(30)) });
    one.marks.sort_by_key(|mark| mark.day);
    let report = json("attendance", &facts(days[19], vec![lincoln], vec![one]));
    assert_eq!(report["students"][0]["absent_days"], 1);
    let quality = &report["data_quality"];
    assert_eq!(json!([quality["marks_without_instruction"], quality["marks_not_enrolled"]]), json!([1, 1]));
}

#[test]
fn days_that_nobody_recorded_are_in_neither_number_and_are_told() {
    let days = weekdays("2025-08-18", 20);
    let mut lincoln = school(1, &days);
    lincoln.recorded_through = Some(days[17]);
    let report =
        json("attendance", &facts(days[19], vec![lincoln.clone()], vec![student(1, &lincoln, &days[..1])]));
    let row = &report["students"][0];
    assert_eq!(json!([row["enrolled_days"], row["unmarked_days"]]), json!([18, 2]));
    assert_eq!(report["freshness"][0]["marked_percent"], 90.0);
    assert_eq!(report["data_quality"]["unmarked_days"], 2);
}

#[test]
fn a_candidate_shows_each_rule_with_its_numbers_and_who_needs_other_help() {
    let days = weekdays("2025-08-18", 60);
    let lincoln = school(1, &days);
    let mut hardly_there = student(2, &lincoln, &days[30..]);
    hardly_there.grade = Some("9".to_owned());
    let students = vec![student(1, &lincoln, &[days[2], days[8]]), hardly_there, student(3, &lincoln, &[])];
    let report = json("candidates", &facts(days[59], vec![lincoln], students));
    let rows = report["students"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    let signal = &rows[0]["reasons"][0];
    // T19: days 3 and 9 fire "2 in 10" on day 9, 2 of 9.
    assert_eq!(
        json!([
            signal["because"],
            signal["rule"],
            signal["fired_on"],
            signal["absent_days"],
            signal["enrolled_days"]
        ]),
        json!(["signal", "two_in_ten", days[8], 2, 9])
    );
    assert_eq!(rows[0]["almost_never_attends"], json!(null));
    assert_eq!(rows[1]["reasons"][0]["because"], "chronic_now");
    assert_eq!(rows[1]["almost_never_attends"]["absent_days"], 20);
    assert_eq!(json!([rows[0]["priority_grade"], rows[1]["priority_grade"]]), json!([false, true]));
}

#[test]
fn the_grid_has_a_code_for_every_school_day() {
    let days = weekdays("2025-08-18", 6);
    let lincoln = school(1, &days);
    let mut late = student(2, &lincoln, &[days[5]]);
    late.enrollments[0].entry = days[2];
    let facts = facts(days[5], vec![lincoln.clone()], vec![student(1, &lincoln, &days[1..2]), late]);
    let report = json("heat-map", &facts);
    let codes: Vec<_> =
        report["schools"][0]["students"].as_array().unwrap().iter().map(|row| row["codes"].clone()).collect();
    assert_eq!(codes, [".U....", "  ...U"]);
    assert_eq!(report["legend"]["U"], "unexcused");
}
