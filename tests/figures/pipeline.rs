//! The worked examples of `domain.md` 4.11 through everything: files, import, store, report.

use chrono::NaiveDate;
use daymark_reports::ReportName;

use crate::export::{Export, weekdays};
use crate::server::{Server, parts};

/// The line of a student in a school: enrolled, absent and unmarked days in ten-thousandths, rate in tenths of a
/// percent as text, tier, chronic.
fn line(report: &serde_json::Value, student: &str, school: &str) -> (u64, u64, u64, String, String, bool) {
    let lines = report["students"].as_array().unwrap();
    let found = lines.iter().find(|line| line["student_id"] == student && line["school_id"] == school);
    let found = found.unwrap_or_else(|| panic!("no line of {student} at {school} in {report}"));
    let number = |key: &str| parts(&found[key]).parse().unwrap();
    (
        number("enrolled_days"),
        number("absent_days"),
        number("unmarked_days"),
        found["rate_percent"].to_string(),
        found["tier"].as_str().unwrap().to_owned(),
        found["chronic"].as_bool().unwrap(),
    )
}

/// What [`line`] is to be, in days.
fn figures(enrolled: u64, absent: u64, rate: &str, tier: &str) -> (u64, u64, u64, String, String, bool) {
    let chronic = matches!(tier, "moderate" | "severe");
    (enrolled * 10_000, absent * 10_000, 0, rate.to_owned(), tier.to_owned(), chronic)
}

/// One school of 180 days with one student, who is there all year.
fn a_year() -> (Export, Vec<NaiveDate>) {
    let days = weekdays("2025-08-25", 180);
    let mut export = Export::default();
    export.school("X", &days);
    export.enrolled("s", "X", days[0], None);
    (export, days)
}

fn report(export: &Export, last: NaiveDate, set: &[(&str, &str)]) -> serde_json::Value {
    Server::with_export(export, last).attendance(None, set)
}

#[test]
fn t8_a_late_entry_is_divided_by_the_days_since_and_never_by_the_year() {
    let days = weekdays("2025-08-25", 180);
    for (missed, expected) in [(6, figures(62, 6, "9.7", "at_risk")), (7, figures(62, 7, "11.3", "moderate"))]
    {
        let mut export = Export::default();
        export.school("X", &days);
        export.enrolled("s", "X", days[118], None);
        export.absent("s", "X", &days[130..130 + missed]);
        assert_eq!(line(&report(&export, days[179], &[]), "s", "X"), expected);
    }
}

#[test]
fn t9_a_transfer_is_chronic_in_the_school_where_it_was_and_the_days_of_both_add_up() {
    let days = weekdays("2025-08-25", 178);
    let mut export = Export::default();
    export.school("X", &days);
    export.school("Y", &days);
    export.enrolled("s", "X", days[0], Some(days[60]));
    export.enrolled("s", "Y", days[60], None);
    export.absent("s", "X", &days[10..17]);
    export.absent("s", "Y", &days[100..110]);
    let report = report(&export, days[177], &[]);
    assert_eq!(line(&report, "s", "X"), figures(60, 7, "11.7", "moderate"));
    assert_eq!(line(&report, "s", "Y"), figures(118, 10, "8.5", "at_risk"));
}

#[test]
fn t11_the_day_of_leaving_one_school_and_entering_another_counts_once_and_at_the_new_one() {
    let days = weekdays("2025-08-25", 30);
    let mut export = Export::default();
    export.school("X", &days);
    export.school("Y", &days);
    export.enrolled("s", "X", days[0], Some(days[14]));
    export.enrolled("s", "Y", days[14], None);
    // Both schools recorded the day: the old one that the student did not come, the new one that the student did.
    export.absent("s", "X", &days[14..15]);
    export.marked("s", "Y", &days[14..15], "Present", "");
    let report = report(&export, days[29], &[]);
    assert_eq!(line(&report, "s", "X"), figures(14, 0, "0.0", "satisfactory"));
    assert_eq!(line(&report, "s", "Y"), figures(16, 0, "0.0", "satisfactory"));
}

#[test]
fn a_day_in_two_schools_belongs_to_the_one_that_was_entered_last() {
    let days = weekdays("2025-08-25", 30);
    let mut export = Export::default();
    export.school("X", &days);
    export.school("Y", &days);
    export.enrolled("s", "X", days[0], Some(days[18]));
    export.enrolled("s", "Y", days[12], None);
    export.absent("s", "X", &days[10..18]);
    export.absent("s", "Y", &days[16..20]);
    let report = report(&export, days[29], &[]);
    assert_eq!(line(&report, "s", "X"), figures(12, 2, "16.7", "moderate"));
    assert_eq!(line(&report, "s", "Y"), figures(18, 4, "22.2", "severe"));
}

#[test]
fn a_student_who_leaves_and_comes_back_is_not_expected_in_between() {
    let days = weekdays("2025-08-25", 60);
    let mut export = Export::default();
    export.school("X", &days);
    export.enrolled("s", "X", days[0], Some(days[20]));
    export.enrolled("s", "X", days[40], None);
    export.absent("s", "X", &days[10..14]);
    let report = report(&export, days[59], &[]);
    assert_eq!(line(&report, "s", "X"), figures(40, 4, "10.0", "moderate"));
}

#[test]
fn t7_nine_days_are_too_few_for_a_label_and_the_tenth_gives_one() {
    let days = weekdays("2025-08-25", 10);
    let mut export = Export::default();
    export.school("X", &days);
    export.enrolled("s", "X", days[0], None);
    export.absent("s", "X", &days[3..4]);
    let server = Server::with_export(&export, days[9]);
    let nine = server.attendance(Some(&days[8].to_string()), &[]);
    assert_eq!(line(&nine, "s", "X"), figures(9, 1, "11.1", "not_enough_data"));
    assert_eq!(nine["students"][0]["provisional"], true);
    assert_eq!(line(&server.attendance(None, &[]), "s", "X"), figures(10, 1, "10.0", "moderate"));
}

#[test]
fn t12_a_snow_day_that_is_declared_afterwards_takes_its_absence_with_it() {
    let (mut export, days) = a_year();
    export.absent("s", "X", &days[40..58]);
    let server = Server::with_export(&export, days[179]);
    assert_eq!(line(&server.attendance(None, &[]), "s", "X"), figures(180, 18, "10.0", "moderate"));
    export.recall("X", days[45], "Weather day");
    server.import_calendar(&export);
    assert_eq!(line(&server.attendance(None, &[]), "s", "X"), figures(179, 17, "9.5", "at_risk"));
}

#[test]
fn t13_twelve_tardies_are_listed_and_make_no_absence() {
    let days = weekdays("2025-08-25", 60);
    let mut export = Export::default();
    export.school("X", &days);
    export.enrolled("s", "X", days[0], None);
    export.marked("s", "X", &days[5..17], "Tardy", "");
    export.absent("s", "X", &days[30..34]);
    let report = report(&export, days[59], &[]);
    assert_eq!(line(&report, "s", "X"), figures(60, 4, "6.7", "at_risk"));
    assert_eq!(report["students"][0]["tardies"], 12);
}

#[test]
fn t14_exactly_half_a_day_is_what_the_half_day_rule_says() {
    let (mut export, days) = a_year();
    export.absent("s", "X", &days[40..57]);
    export.marked("s", "X", &days[60..61], "Partial", "0.5");
    let server = Server::with_export(&export, days[179]);
    let under = |rule: &str| line(&server.attendance(None, &[("half_day_rule", rule)]), "s", "X");
    assert_eq!(line(&server.attendance(None, &[]), "s", "X"), figures(180, 18, "10.0", "moderate"));
    assert_eq!(under("miss_ge_half_is_absent"), figures(180, 18, "10.0", "moderate"));
    assert_eq!(under("attend_ge_half_is_present"), figures(180, 17, "9.4", "at_risk"));
    let fractional = under("fractional");
    assert_eq!((fractional.1, fractional.3.as_str(), fractional.4.as_str()), (175_000, "9.7", "at_risk"));
}

#[test]
fn t15_days_of_suspension_out_of_school_count_as_absence_unless_the_district_says_otherwise() {
    let (mut export, days) = a_year();
    export.marked("s", "X", &days[20..23], "Out-of-school suspension", "1");
    export.absent("s", "X", &days[40..55]);
    let server = Server::with_export(&export, days[179]);
    assert_eq!(line(&server.attendance(None, &[]), "s", "X"), figures(180, 18, "10.0", "moderate"));
    let new_york = server.attendance(None, &[("out_of_school_suspension", "not_absent")]);
    assert_eq!(line(&new_york, "s", "X"), figures(180, 15, "8.3", "at_risk"));
}

#[test]
fn t16_days_of_suspension_in_school_count_as_presence_unless_the_district_says_otherwise() {
    let (mut export, days) = a_year();
    export.marked("s", "X", &days[20..22], "In-school suspension", "1");
    export.absent("s", "X", &days[40..57]);
    let server = Server::with_export(&export, days[179]);
    assert_eq!(line(&server.attendance(None, &[]), "s", "X"), figures(180, 17, "9.4", "at_risk"));
    let connecticut = server.attendance(None, &[("in_school_suspension", "absent_from_half_day")]);
    assert_eq!(line(&connecticut, "s", "X"), figures(180, 19, "10.6", "moderate"));
}

#[test]
fn t17_days_without_a_mark_are_in_neither_number_and_too_many_of_them_refuse_the_label() {
    for (missing, tier) in [(12, "at_risk"), (20, "not_enough_data")] {
        let days = weekdays("2025-08-25", 150 + missing);
        let mut export = Export::default();
        export.school("X", &days);
        export.enrolled("s", "X", days[0], None);
        export.absent("s", "X", &days[20..34]);
        export.marked("s", "X", &days[0..20], "Present", "");
        // The days without a mark lie in the middle, so that the file covers them.
        export.marked("s", "X", &days[34 + missing..], "Present", "");
        let server = Server::with_positive_export(&export, days[149 + missing]);
        let (enrolled, absent, unmarked, rate, label, chronic) =
            line(&server.attendance(None, &[]), "s", "X");
        assert_eq!((enrolled, absent, unmarked), (1_500_000, 140_000, missing as u64 * 10_000));
        assert_eq!((rate.as_str(), label.as_str(), chronic), ("9.3", tier, false));
        if missing == 12 {
            let all = line(&server.attendance(None, &[("missing_marks", "absent")]), "s", "X");
            assert_eq!((all.3.as_str(), all.4.as_str(), all.5), ("16.0", "moderate", true));
        }
    }
}

/// The early signals of a student who is absent on those school days (the first is 1), as `rule day`.
fn signals(absent: &[usize]) -> Vec<String> {
    let days = weekdays("2025-08-25", 60);
    let mut export = Export::default();
    export.school("X", &days);
    export.enrolled("s", "X", days[0], None);
    absent.iter().for_each(|&nth| export.absent("s", "X", &days[nth - 1..nth]));
    let report = Server::with_export(&export, days[59]).report(ReportName::EarlySignals, None, &[]);
    let signals =
        report["students"].as_array().unwrap().iter().flat_map(|row| row["signals"].as_array().unwrap());
    let nth = |day: &str| 1 + days.iter().position(|known| known.to_string() == day).unwrap();
    let told = |signal: &serde_json::Value| {
        format!("{} {}", signal["rule"].as_str().unwrap(), nth(signal["fired_on"].as_str().unwrap()))
    };
    signals.map(told).collect()
}

#[test]
fn t19_early_signals_fire_on_the_day_that_completes_them() {
    assert!(signals(&[3, 9]).contains(&"two_in_ten 9".to_owned()));
    assert_eq!(signals(&[15, 18]), ["two_in_twenty 18"]);
    assert_eq!(signals(&[21, 30, 35, 40]), ["four_in_forty 40"]);
    assert!(signals(&[21, 30, 35, 41]).is_empty());
}
