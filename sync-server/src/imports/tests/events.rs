use super::*;

fn events(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Bend//EN\r\n{}END:VCALENDAR\r\n",
        lines.replace('\n', "\r\n")
    )
}

const BREAK: &str =
    "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20251013\nSUMMARY:Holiday - no school\nEND:VEVENT\n";
const SATURDAY: &str =
    "BEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20251018\nSUMMARY:Snow make-up day\nEND:VEVENT\n";

fn import(school: &School, text: &str) -> Result<ImportReport, ImportError> {
    school.write("calendar.ics", text);
    let (schools, weekdays) = (vec!["0101".into()], "mon,tue,wed,thu,fri");
    let school_days = Some(SchoolDays {
        schools,
        first: day("2025-10-06"),
        last: day("2025-10-19"),
        weekdays: weekdays.split(',').map(|day| day.parse().unwrap()).collect(),
    });
    import_calendar(&school.store, &school.path("calendar.ics"), &ImportOptions { school_days, ..options() })
}

const DAYS: &str = "SELECT date(day * 86400, 'unixepoch'), day_type, value FROM calendar_day \
    JOIN school ON school.id = school_id WHERE sis_id = '0101' ORDER BY day";

#[test]
fn a_calendar_of_events_says_when_there_is_no_school_and_the_report_how_it_was_read() {
    let school = School::empty();
    school.oneroster(&options()).unwrap();
    let report = import(&school, &events(&format!("{BREAK}{SATURDAY}"))).unwrap();
    assert_eq!(report.added.of(Noun::CalendarDay), 11);
    let days = school.rows(DAYS);
    assert_eq!(
        (days[0].as_str(), days[5].as_str(), days[10].as_str()),
        ("2025-10-06|instructional|10000", "2025-10-13|holiday|0", "2025-10-18|make_up|10000",)
    );
    assert_eq!(report.preview.len(), 2, "{:?}", report.preview);
    let before = school.everything();
    assert_eq!(import(&school, &events(&format!("{BREAK}{SATURDAY}"))).unwrap().changes(), 0);
    assert_eq!(school.everything(), before);
}

#[test]
fn an_event_that_is_gone_from_the_calendar_is_gone_from_the_school_year() {
    let school = School::empty();
    school.oneroster(&options()).unwrap();
    import(&school, &events(&format!("{BREAK}{SATURDAY}"))).unwrap();
    let report = import(&school, &events("")).unwrap();
    assert_eq!(report.corrected.of(Noun::CalendarDay), 2);
    let days = school.rows(DAYS);
    assert_eq!(
        (days[5].as_str(), days[10].as_str()),
        ("2025-10-13|instructional|10000", "2025-10-18|non_instructional|0")
    );
}

#[test]
fn a_calendar_of_events_needs_schools_and_days_that_are_known() {
    let school = School::empty();
    school.write("calendar.ics", &events(BREAK));
    let refused = import_calendar(&school.store, &school.path("calendar.ics"), &options()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "calendar.ics is a calendar of events; say for which schools and days it is: --school ID --first DATE --last DATE"
    );
    let refused = import(&school, &events(BREAK)).unwrap_err();
    assert!(matches!(&refused, ImportError::NoSuchSchool(id) if id == "0101"), "{refused}");
    assert_eq!(refused.exit_code(), 2);
}
