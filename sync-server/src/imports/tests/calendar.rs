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
