use super::*;

#[test]
fn a_calendar_is_stored_once() {
    let school = School::empty();
    school.oneroster(&options()).unwrap();
    assert_eq!(school.calendar().unwrap().to_string(), "6 calendar days added");
    let before = school.everything();
    assert_eq!(school.calendar().unwrap().to_string(), "Nothing changed: 6 calendar days as before");
    assert_eq!(school.everything(), before);
}

#[test]
fn a_snow_day_that_is_declared_afterwards_changes_its_school_and_keeps_the_marks() {
    let school = School::imported();
    school.write("calendar.csv", "school_id,date,day_type\n0101,2025-10-10,Weather day\n");
    let report = school.calendar().unwrap();
    assert_eq!(
        report.to_string(),
        "note: calendar.csv takes back school days with 1 attendance record, kept but no longer counted\n\
         1 calendar day corrected"
    );
    assert_eq!(
        school.rows(
            "SELECT day_type, calendar_day.seq FROM calendar_day JOIN school ON school.id = school_id \
                     WHERE sis_id = '0101' ORDER BY day LIMIT 2"
        ),
        ["weather|4", "holiday|2"]
    );
    assert_eq!(school.count("attendance_event"), 3);
    // The school's system goes on sending the mark of that day.
    assert_eq!(school.attendance(&options()).unwrap().changes(), 0);
}

#[test]
fn a_date_of_a_school_that_is_not_here_is_a_problem() {
    let school = School::empty();
    assert_eq!(problems(school.calendar()).len(), 6);
    school.oneroster(&options()).unwrap();
    school.edit("calendar.csv", "0102,2025-10-10", "102,2025-10-10");
    assert_eq!(
        problems(school.calendar()),
        [
            "calendar.csv line 6, column school_id: expected the id of a school that is here; import the OneRoster set first, found '102'"
        ]
    );
    assert_eq!(school.count("calendar_day"), 0);
}

#[test]
fn a_short_day_counts_for_what_it_is_and_a_snow_day_that_is_withdrawn_is_school_again() {
    let school = School::imported();
    school.write("calendar.csv", "school_id,date,day_type,value\n0101,2025-10-10,Instructional day,0.5\n0101,2025-10-14,Weather day,\n");
    let report = school.calendar().unwrap();
    assert_eq!(report.corrected.of(Noun::CalendarDay), 2);
    assert_eq!(
        report.sample.iter().map(|change| change.what.as_str()).collect::<Vec<_>>(),
        [
            "0101 2025-10-10: instructional → instructional, 0.5 of a day",
            "0101 2025-10-14: instructional → weather"
        ]
    );
    let values = "SELECT date(day * 86400, 'unixepoch'), day_type, value FROM calendar_day \
        JOIN school ON school.id = school_id WHERE sis_id = '0101' ORDER BY day";
    assert_eq!(
        school.rows(values),
        [
            "2025-10-10|instructional|5000",
            "2025-10-13|holiday|0",
            "2025-10-14|weather|0",
            "2025-10-15|instructional|10000"
        ]
    );
    school.write("calendar.csv", CALENDAR);
    school.calendar().unwrap();
    assert_eq!(school.rows(values)[2], "2025-10-14|instructional|10000");
    assert_eq!(school.ask::<i64>("SELECT count(*) FROM attendance_event WHERE superseded_by IS NULL"), 3);
}
