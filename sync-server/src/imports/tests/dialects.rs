use super::*;

fn mapped(school: &School, map: &str, text: &str) -> Result<ImportReport, ImportError> {
    school.write("attendance.csv", text);
    let attendance_map = Some(AttendanceMap::parse("map.toml", map).unwrap());
    school.attendance(&ImportOptions { attendance_map, ..options() })
}

const MAP: &str = "date_format = \"mm/dd/yyyy\"\nschool_id = \"0101\"\nreporting = \"positive\"\n\
    [columns]\nstudent_id = \"Stu #\"\ndate = \"Day\"\ncategory = \"Code\"\nduration = \"Min\"\n\
    [duration]\nunit = \"minutes\"\nday = 390\n\
    [codes]\n\"A\" = \"Unexcused Absence\"\n\"P1\" = \"Partial\"\n\"X\" = \"ignore\"\n";

#[test]
fn a_schools_own_columns_codes_and_minutes_are_read_as_its_map_says() {
    let school = School::imported();
    let report = mapped(
        &school,
        MAP,
        "Stu #,Day,Code,Min\n008,10/10/2025,A,390\n008,10/14/2025,P1,195\n007,10/15/2025,X,\n",
    )
    .unwrap();
    let stored = "SELECT status, missed FROM attendance_event WHERE id > 3 ORDER BY id";
    assert_eq!(school.rows(stored), ["absent_unexcused|10000", "partial|5000"]);
    assert_eq!(
        report.preview.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "'A' is read as absent unexcused (1 time)",
            "'P1' is read as partial (1 time)",
            "'X' is read as nothing, as the map says (1 time)"
        ]
    );
    assert_eq!(school.ask::<i64>("SELECT negative_reporting FROM school WHERE sis_id = '0101'"), 0);
    let dry = ImportOptions {
        dry_run: true,
        attendance_map: Some(AttendanceMap::parse("map.toml", MAP).unwrap()),
        ..options()
    };
    let text = school.attendance(&dry).unwrap().to_string();
    assert!(text.contains("'P1' is read as partial (1 time)"), "{text}");
}

#[test]
fn a_column_for_each_date_is_read_like_a_row_for_each_day() {
    let school = School::imported();
    let map = "layout = \"dates\"\nschool_id = \"0101\"\n[codes]\n\"A\" = \"Unexcused Absence\"\n\"L\" = \"Tardy\"\n";
    mapped(&school, map, "student_id,2025-10-10,2025-10-14\n008,A,L\n007,,L\n").unwrap();
    let stored = "SELECT sis_id, status FROM attendance_event JOIN student ON student.id = student_id \
        WHERE superseded_by IS NULL ORDER BY sis_id, day";
    assert_eq!(
        school.rows(stored),
        ["007|absent_unexcused", "007|tardy", "008|absent_unexcused", "008|tardy", "009|absent_excused"]
    );
}

#[test]
fn a_code_that_the_map_does_not_name_is_refused_by_name() {
    let school = School::imported();
    let named = problems(mapped(&school, MAP, "Stu #,Day,Code,Min\n008,10/10/2025,ZZ,\n"));
    assert_eq!(named.len(), 1);
    assert!(named[0].contains("'ZZ'"), "{}", named[0]);
}
