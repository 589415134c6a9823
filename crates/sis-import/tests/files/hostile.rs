//! Hostile and broken files, each with its plain sentence (`trust.md` F23).

use std::io::Read;

use daymark_sis_import::{
    AttendanceRow, FIELD_BYTES_MAX, FileReport, Problem, ROW_BYTES_MAX, Refused, read_attendance,
    read_calendar,
};

const HEADER: &str = "student_id,school_id,date,category,reason,duration\n";
const GOOD: &str = "0605250,01,2021-08-23,Excused Absence,Absent excused,1\n";

fn read(bytes: &[u8]) -> (Vec<AttendanceRow>, Vec<Problem>, Result<FileReport, Refused>) {
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    let report = read_attendance(bytes, "attendance.csv", &mut |row| match row {
        Ok(row) => rows.push(row),
        Err(problem) => problems.push(problem),
    });
    (rows, problems, report)
}

fn with_header(rows: &str) -> Vec<u8> {
    format!("{HEADER}{rows}").into_bytes()
}

fn join(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

#[test]
fn a_file_that_cannot_be_read_whole_is_refused_by_name() {
    let header = HEADER.as_bytes();
    let utf16: Vec<u8> = HEADER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let too_long = "x".repeat(FIELD_BYTES_MAX + 1);
    let long_row = format!("{},", "x".repeat(FIELD_BYTES_MAX)).repeat(ROW_BYTES_MAX / FIELD_BYTES_MAX + 1);
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty", vec![], "attendance.csv is empty"),
        ("nothing but a BOM", b"\xEF\xBB\xBF".to_vec(), "attendance.csv is empty"),
        ("nothing but blank lines", b"\n\r\n\n".to_vec(), "attendance.csv is empty"),
        ("UTF-16 little end first", join(&[b"\xFF\xFE", &utf16]), "attendance.csv is UTF-16"),
        ("UTF-16 big end first", b"\xFE\xFF\x00s\x00t".to_vec(), "attendance.csv is UTF-16"),
        ("UTF-16 without BOM", utf16, "attendance.csv line 1 holds a NUL byte"),
        ("Windows-1252", join(&[header, b"1,1,2021-08-23,Tardy,No\xEBl,\n"]), "line 2 is not UTF-8"),
        (
            "Windows-1252 in the third line of a quoted field",
            join(&[header, GOOD.as_bytes(), b"1,1,2021-08-23,Tardy,\"a\r\nb\rNo\xEBl\",\n"]),
            "line 5 is not UTF-8",
        ),
        (
            "a UTF-8 sequence that a comma cuts in two",
            join(&[header, b"1,1,2021-08-23,Tardy,\xC3,\xA9\n"]),
            "line 2 is not UTF-8",
        ),
        ("Latin-1 in the header", b"student_id,\xE9cole\n".to_vec(), "line 1 is not UTF-8"),
        ("NUL byte", join(&[header, b"1,1,2021-08-23,Ta\0rdy,,\n"]), "line 2 holds a NUL byte"),
        ("an Excel workbook", b"PK\x03\x04\x14\x00".to_vec(), "is a zip or an Excel workbook"),
        (
            "a quotation mark that is never closed",
            with_header(&format!("{GOOD}1,1,2021-08-23,Tardy,\"late,\n{GOOD}")),
            "line 3 opens a quotation mark that is never closed",
        ),
        (
            "a field of more than 64 KiB",
            with_header(&format!("{GOOD}{too_long}")),
            "line 3 has a field of more than",
        ),
        (
            "a quoted field of more than 64 KiB",
            with_header(&format!("\"{too_long}")),
            "line 2 has a field of more than",
        ),
        ("a row of more than 1 MiB", with_header(&long_row), "line 2 has more than 1048576 bytes"),
        ("a row of many commas", with_header(&",".repeat(5_000)), "line 2 has more than"),
        ("no header", GOOD.as_bytes().to_vec(), "has no column student_id, school_id, date, category"),
        ("a missing column", b"student_id,date,category\n".to_vec(), "has no column school_id"),
        (
            "a column that stands twice",
            b"student_id,Student ID,school_id,date,category\n".to_vec(),
            "student_id twice",
        ),
        ("semicolons", HEADER.replace(',', ";").into_bytes(), "separates its columns by semicolons"),
        ("tabs", HEADER.replace(',', "\t").into_bytes(), "separates its columns by tabs"),
    ];
    for (name, bytes, sentence) in cases {
        let refused = read(&bytes).2.expect_err(name).to_string();
        assert!(refused.contains(sentence), "{name}: {refused}");
    }
}

#[test]
fn a_bad_row_is_named_with_line_column_and_what_was_expected() {
    let cases = [
        (
            "a date as a spreadsheet shows it",
            "1,1,8/23/2021,Tardy,,",
            "attendance.csv line 2, column date: expected a date written as 2021-08-23 (this is how a spreadsheet \
             writes one; set the column's format to yyyy-mm-dd and export again), found '8/23/2021'",
        ),
        ("a date with points", "1,1,23.08.2021,Tardy,,", "(this is how a spreadsheet writes one"),
        ("a date with a time", "1,1,8/23/2021 12:00 AM,Tardy,,", "(this is how a spreadsheet writes one"),
        ("a date as a spreadsheet keeps it", "1,1,44431,Tardy,,", "(this is how a spreadsheet writes one"),
        (
            "a date with one digit",
            "1,1,2021-8-23,Tardy,,",
            "expected a date written as 2021-08-23, found '2021-8-23'",
        ),
        ("a timestamp", "1,1,2021-08-23T00:00:00Z,Tardy,,", "expected a date written as 2021-08-23, found"),
        ("a date that does not exist", "1,1,2021-02-29,Tardy,,", "expected a date that exists"),
        ("a date of another age", "1,1,0021-08-23,Tardy,,", "expected a date that exists, from 1900 to 2199"),
        ("no date", "1,1,,Tardy,,", "column date: expected a date written as 2021-08-23, found nothing"),
        (
            "an unknown category",
            "1,1,2021-08-23,Sleeping,,",
            "column category: expected one of In Attendance",
        ),
        ("no student", " ,1,2021-08-23,Tardy,,", "column student_id: expected an id, found nothing"),
        (
            "an id that a spreadsheet shortened",
            "6.0525E+05,1,2021-08-23,Tardy,,",
            "(a spreadsheet has shortened",
        ),
        ("an id with a line break", "\"1\n2\",1,2021-08-23,Tardy,,", "found '1\\n2'"),
        (
            "an id behind a space and in quotes",
            " \"1\",1,2021-08-23,Tardy,,",
            "an id without line breaks and quot",
        ),
        (
            "an amount in minutes",
            "1,1,2021-08-23,Partial,,45",
            "column duration: expected the part of the day",
        ),
        (
            "an amount with a comma",
            "1,1,2021-08-23,Partial,,\"0,5\"",
            "column duration: expected the part of the day",
        ),
        ("a field too few", "1,1,2021-08-23,Tardy,", "line 2: expected 6 fields as in the header, found 5"),
        (
            "a field too many",
            "1,1,2021-08-23,Tardy,a,1,",
            "line 2: expected 6 fields as in the header, found 7",
        ),
        (
            "a quotation mark not doubled",
            "1,1,2021-08-23,Tardy,\"a \"b\" c\",1",
            "to be doubled, found text behind",
        ),
        ("a mark that reorders the line", "1,1,\u{202e}2021,Tardy,,", "found '\\u{202e}2021'"),
    ];
    for (name, row, sentence) in cases {
        let (rows, problems, report) = read(&with_header(&format!("{row}\n{GOOD}")));
        let report = report.expect(name);
        assert_eq!(problems.len(), 1, "{name}: {problems:?}");
        assert!(problems[0].to_string().contains(sentence), "{name}: {}", problems[0]);
        assert_eq!(
            (rows.len(), report.rows, report.bad_rows),
            (1, 1, 1),
            "{name}: the good row after it is read"
        );
    }
}

#[test]
fn every_problem_of_a_row_is_named_at_once() {
    let (rows, problems, report) = read(&with_header(",,23.8.2021,Sleeping,,soon\n"));
    let columns: Vec<_> = problems.iter().filter_map(|problem| problem.column).collect();
    assert_eq!(columns, ["student_id", "school_id", "date", "category", "duration"]);
    assert_eq!((rows.len(), report.unwrap().bad_rows), (0, 1));
}

#[test]
fn every_way_to_write_the_same_file_gives_the_same_rows() {
    let plain = with_header(GOOD);
    let text = String::from_utf8(plain.clone()).unwrap();
    let (expected, _, _) = read(&plain);
    assert_eq!(expected[0].student_id, "0605250", "leading zeros survive");
    assert_eq!(expected[0].school_id, "01");
    let quoted = text.lines().map(|line| format!("\"{}\"\n", line.replace(',', "\",\""))).collect::<String>();
    let cases = [
        ("BOM", join(&[b"\xEF\xBB\xBF", &plain])),
        ("CRLF", text.replace('\n', "\r\n").into_bytes()),
        ("CR", text.replace('\n', "\r").into_bytes()),
        ("BOM before a quoted header", join(&[b"\xEF\xBB\xBF", quoted.as_bytes()])),
        ("no line break at the end", text.trim_end().as_bytes().to_vec()),
        ("spaces around values", text.replace(',', " , ").into_bytes()),
        ("other case and spaces in the header", text.replace("student_id", "Student ID").into_bytes()),
        ("empty rows at the end", format!("{text}\n,,,,,\n\r\n").into_bytes()),
    ];
    for (name, bytes) in cases {
        let (rows, problems, report) = read(&bytes);
        assert_eq!(rows, expected, "{name}");
        assert_eq!((problems.len(), report.expect(name).rows), (0, 1), "{name}");
    }
}

#[test]
fn a_row_is_named_by_the_line_that_it_starts_on_whatever_breaks_stand_before_it() {
    let rows = format!(
        "{GOOD}\r\n\r\n1,1,2021-08-23,Tardy,\"missed\r\nthe bus\n\",\r\n1,1,no,Tardy,,\r1,1,no,Tardy,,\n"
    );
    let (rows, problems, _) = read(&with_header(&rows));
    assert_eq!(rows[1].reason, "missed\r\nthe bus");
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5]);
    assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [8, 9]);
}

#[test]
fn quotation_marks_inside_of_a_field_are_kept() {
    let (rows, _, _) = read(&with_header(
        "1,1,2021-08-23,Tardy,\"the \"\"late\"\" bus, again\",\n1,1,2021-08-23,T,5\" snow,\n",
    ));
    assert_eq!(rows[0].reason, "the \"late\" bus, again");
    assert_eq!(rows[1].reason, "5\" snow");
}

#[test]
fn a_file_with_a_header_and_no_rows_is_noted() {
    let report = read(HEADER.as_bytes()).2.unwrap();
    assert_eq!(report.notes[0].to_string(), "attendance.csv has a header and no rows");
}

#[test]
fn columns_that_nobody_needs_are_noted_once() {
    let (rows, _, report) =
        read(b"student_id,school_id,date,category,homeroom,metadata.x,\n1,1,2021-08-23,Tardy,A,B,\n");
    let notes: Vec<_> = report.unwrap().notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes, ["attendance.csv has the column 'homeroom', not used"]);
    assert_eq!(rows.len(), 1);
}

#[test]
fn neither_a_reason_nor_a_name_is_in_the_debug_text() {
    let (rows, _, _) = read(&with_header("7,1,2021-08-23,Excused Absence,hospital,\n"));
    assert_eq!(format!("{:?}", rows[0]), "AttendanceRow(line 2, 7, 2021-08-23)");
}

#[test]
fn a_calendar_date_that_stands_twice_for_a_school_is_a_problem_of_its_second_row() {
    let bytes = "school_id,date,day_type\n1,2021-08-23,Instructional day\n2,2021-08-23,Holiday\n1,2021-08-23,Holiday\n";
    let (mut rows, mut problems) = (0, Vec::new());
    read_calendar(bytes.as_bytes(), "calendar.csv", &mut |row| match row {
        Ok(_) => rows += 1,
        Err(problem) => problems.push(problem.to_string()),
    })
    .unwrap();
    assert_eq!(rows, 2);
    assert_eq!(
        problems,
        [
            "calendar.csv line 4, column school_id: expected what stands once in the file; line 2 has the same, found '1'"
        ]
    );
}

/// Rows without end, and how many bytes of them were taken.
struct Endless {
    taken: usize,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = buffer.len().min(1_000);
        for byte in &mut buffer[..count] {
            let place = self.taken;
            *byte = match place.checked_sub(HEADER.len()) {
                None => HEADER.as_bytes()[place],
                Some(place) => GOOD.as_bytes()[place % GOOD.len()],
            };
            self.taken += 1;
        }
        Ok(count)
    }
}

/// A source that breaks off after so many bytes.
struct BreaksOff(Endless, usize);

impl Read for BreaksOff {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.0.taken > self.1 {
            return Err(std::io::Error::other("the disk is gone"));
        }
        self.0.read(buffer)
    }
}

#[test]
fn rows_arrive_while_the_file_is_still_being_read_and_a_broken_source_refuses_it() {
    let mut rows = 0;
    let refused = read_attendance(BreaksOff(Endless { taken: 0 }, 2_000_000), "attendance.csv", &mut |row| {
        rows += usize::from(row.is_ok());
    });
    assert!(rows > 30_000, "{rows}");
    assert_eq!(refused.unwrap_err().to_string(), "attendance.csv cannot be read: the disk is gone");
}
