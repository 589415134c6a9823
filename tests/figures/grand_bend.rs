//! Every figure of every student of Grand Bend against plain loops over its files.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use chrono::NaiveDate;
use daymark_reports::ReportName;
use daymark_test_support::grand_bend;

use crate::server::{Server, at, parts};

/// Rows of a file as maps from header to text.
fn rows(file: &Path) -> Vec<HashMap<String, String>> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// Student, school, first day, day of leaving, grade.
type Enrolled = (String, String, NaiveDate, NaiveDate, String);

/// What the files say, as text and dates.
struct Files {
    enrolled: Vec<Enrolled>,
    /// The days of each school on which school is held, in order.
    school_days: HashMap<String, Vec<NaiveDate>>,
    /// Category and duration of the first row about a student's day.
    events: HashMap<(String, String, NaiveDate), (String, String)>,
}

fn files(folder: &Path) -> Files {
    let users = rows(&folder.join("oneroster/users.csv"));
    let grades: HashMap<_, _> =
        users.iter().map(|row| (row["sourcedId"].clone(), row["grades"].clone())).collect();
    let enrolled = rows(&folder.join("oneroster/enrollments.csv"))
        .into_iter()
        .map(|row| {
            let student = row["userSourcedId"].clone();
            let grade = grades[&student].clone();
            (student, row["schoolSourcedId"].clone(), at(&row["beginDate"]), at(&row["endDate"]), grade)
        })
        .collect();
    let mut school_days: HashMap<String, Vec<NaiveDate>> = HashMap::new();
    for row in rows(&folder.join("calendar.csv")) {
        if row["day_type"] == "Instructional day" {
            school_days.entry(row["school_id"].clone()).or_default().push(at(&row["date"]));
        }
    }
    school_days.values_mut().for_each(|days| days.sort());
    let mut events = HashMap::new();
    for row in rows(&folder.join("attendance.csv")) {
        let key = (row["student_id"].clone(), row["school_id"].clone(), at(&row["date"]));
        events.entry(key).or_insert((row["category"].clone(), row["duration"].clone()));
    }
    Files { enrolled, school_days, events }
}

/// How much of a day is missed that an event tells of; in ten-thousandths of a day.
fn absent(category: &str, duration: &str, half_day_rule: &str) -> u64 {
    let missed = match (category, duration) {
        ("Excused Absence" | "Unexcused Absence", "1" | "") => 10_000,
        ("Partial", "") => 5_000,
        ("Tardy", "") => 0,
        other => panic!("Grand Bend has no such event: {other:?}"),
    };
    match half_day_rule {
        "fractional" => missed,
        "attend_ge_half_is_present" if missed <= 5_000 => 0,
        _ if missed >= 5_000 => 10_000,
        _ => 0,
    }
}

/// A line of the report, as text.
type Line = BTreeMap<&'static str, String>;

/// By rule: the day on which it fired, the absences until then, and A and E on that day.
type Signals = BTreeMap<&'static str, (NaiveDate, Vec<NaiveDate>, u64, u64)>;

/// What one student's days add up to.
#[derive(Default)]
struct Counted {
    enrolled: u64,
    missed: u64,
    tardies: u64,
    absences: Vec<NaiveDate>,
    signals: Signals,
}

/// Day by day through the calendar of the school.
fn counted(
    files: &Files,
    (student, school, entry, exit, _): &Enrolled,
    as_of: NaiveDate,
    half_day_rule: &str,
) -> Counted {
    let mut counted = Counted::default();
    for day in &files.school_days[school] {
        if *day > as_of || day < entry || day >= exit {
            continue;
        }
        counted.enrolled += 1;
        let key = (student.clone(), school.clone(), *day);
        let Some((category, duration)) = files.events.get(&key) else { continue };
        counted.tardies += u64::from(category == "Tardy");
        let amount = absent(category, duration, half_day_rule);
        if amount == 0 {
            continue;
        }
        let before = counted.missed;
        counted.missed += amount;
        counted.absences.push(*day);
        for (rule, wanted, within) in
            [("two_in_ten", 2, 10), ("two_in_twenty", 2, 20), ("four_in_forty", 4, 40)]
        {
            let reaches_it = before < wanted * 10_000 && counted.missed >= wanted * 10_000;
            if reaches_it && counted.enrolled <= within {
                let on_that_day = (*day, counted.absences.clone(), counted.missed, counted.enrolled * 10_000);
                counted.signals.insert(rule, on_that_day);
            }
        }
    }
    counted
}

/// What `report attendance` must say.
fn expected(files: &Files, as_of: NaiveDate, set: &[(&str, &str)]) -> Vec<Line> {
    let chosen = |key: &str| set.iter().find(|(name, _)| *name == key).map_or("", |(_, value)| *value);
    let line_of = |enrolled: &Enrolled| {
        let (student, school, _, _, grade) = enrolled;
        line(student, school, grade, &counted(files, enrolled, as_of, chosen("half_day_rule")), &chosen)
    };
    let mut lines: Vec<Line> = files.enrolled.iter().map(line_of).collect();
    lines.sort_by_key(|line| (line["school_id"].clone(), line["student_id"].clone()));
    lines
}

/// What `report early-signals` must say, a line a signal.
fn expected_signals(files: &Files, as_of: NaiveDate) -> Vec<String> {
    let mut lines = Vec::new();
    for enrolled in &files.enrolled {
        for (rule, (day, days, missed, of)) in counted(files, enrolled, as_of, "").signals {
            lines.push(format!("{} {} {rule} {day} {days:?} {missed} {of}", enrolled.1, enrolled.0));
        }
    }
    lines.sort();
    lines
}

fn line<'a>(
    student: &str,
    school: &str,
    grade: &str,
    counted: &Counted,
    chosen: &impl Fn(&str) -> &'a str,
) -> Line {
    let Counted { enrolled, missed, tardies, signals, .. } = counted;
    let of_hundred = |percent: u64| (100 * *missed).cmp(&(percent * enrolled * 10_000));
    let is_chronic = match chosen("chronic_comparator") {
        "more_than" => of_hundred(10).is_gt(),
        _ => of_hundred(10).is_ge(),
    };
    let is_at_risk = match chosen("five_percent_is") {
        "satisfactory" => of_hundred(5).is_gt(),
        _ => of_hundred(5).is_ge(),
    };
    let tier = match () {
        () if *enrolled == 0 => "not_applicable",
        () if *enrolled < 10 => "not_enough_data",
        () if is_chronic && of_hundred(20).is_ge() => "severe",
        () if is_chronic => "moderate",
        () if is_at_risk => "at_risk",
        () => "satisfactory",
    };
    let signals: Vec<&str> = signals.keys().copied().collect();
    Line::from([
        ("student_id", student.to_owned()),
        ("school_id", school.to_owned()),
        ("grade", grade.to_owned()),
        ("enrolled_days", (enrolled * 10_000).to_string()),
        ("absent_days", missed.to_string()),
        ("unmarked_days", "0".to_owned()),
        ("tardies", tardies.to_string()),
        ("rate_percent", rate(*missed, enrolled * 10_000, chosen)),
        ("tier", tier.to_owned()),
        ("chronic", (*enrolled >= 10 && is_chronic).to_string()),
        ("signals", signals.join(", ")),
    ])
}

/// Tenths of a percent, half up, but on the side of a limit on which the rate is.
fn rate<'a>(missed: u64, enrolled: u64, chosen: &impl Fn(&str) -> &'a str) -> String {
    if enrolled == 0 {
        return "null".to_owned();
    }
    let mut shown = (2_000 * missed + enrolled) / (2 * enrolled);
    let more_than =
        [chosen("five_percent_is") == "satisfactory", chosen("chronic_comparator") == "more_than", false];
    for (limit, more_than) in [50, 100, 200].into_iter().zip(more_than) {
        let (exact, at_limit) = (1_000 * missed, limit * enrolled);
        if shown == limit && !more_than && exact < at_limit {
            shown -= 1;
        } else if shown == limit && more_than && exact > at_limit {
            shown += 1;
        }
    }
    (shown * 1_000).to_string()
}

/// The report's line in the same words.
fn printed(student: &serde_json::Value) -> Line {
    let word =
        |key: &str| student[key].as_str().unwrap_or_else(|| panic!("no {key} in {student}")).to_owned();
    let signals = student["signals"].as_array().unwrap().iter();
    let mut signals: Vec<&str> = signals.map(|signal| signal.as_str().unwrap()).collect();
    signals.sort_unstable();
    Line::from([
        ("student_id", word("student_id")),
        ("school_id", word("school_id")),
        ("grade", word("grade")),
        ("enrolled_days", parts(&student["enrolled_days"])),
        ("absent_days", parts(&student["absent_days"])),
        ("unmarked_days", parts(&student["unmarked_days"])),
        ("tardies", student["tardies"].to_string()),
        ("rate_percent", parts(&student["rate_percent"])),
        ("tier", word("tier")),
        ("chronic", student["chronic"].to_string()),
        ("signals", signals.join(", ")),
    ])
}

#[test]
fn every_figure_of_every_student_of_grand_bend_is_what_plain_loops_over_its_files_say() {
    let Some(folder) = grand_bend() else { return };
    let (server, files) = (Server::with_folder(&folder, "2022-06-15"), files(&folder));
    // The first day, weeks with signals, a Saturday, the holidays, a day in the middle, the last day.
    let dates =
        ["2021-08-23", "2021-09-10", "2021-10-18", "2021-12-18", "2022-01-03", "2022-03-09", "2022-05-27"];
    let settings: [&[(&str, &str)]; 6] = [
        &[],
        &[("half_day_rule", "attend_ge_half_is_present")],
        &[("half_day_rule", "fractional")],
        &[("chronic_comparator", "more_than")],
        &[("five_percent_is", "satisfactory")],
        &[
            ("half_day_rule", "fractional"),
            ("chronic_comparator", "more_than"),
            ("five_percent_is", "satisfactory"),
        ],
    ];
    for as_of in dates {
        for set in settings {
            let report = server.attendance(Some(as_of), set);
            let printed: Vec<Line> = report["students"].as_array().unwrap().iter().map(printed).collect();
            let expected = expected(&files, at(as_of), set);
            assert_eq!((report["as_of"].as_str(), printed.len()), (Some(as_of), 943), "{set:?}");
            for (printed, expected) in printed.iter().zip(&expected) {
                assert_eq!(printed, expected, "as of {as_of} with {set:?}");
            }
        }
    }
}

#[test]
fn every_early_signal_of_grand_bend_fires_on_the_day_that_its_files_say() {
    let Some(folder) = grand_bend() else { return };
    let (server, files) = (Server::with_folder(&folder, "2022-06-15"), files(&folder));
    for as_of in ["2021-08-24", "2021-09-03", "2021-09-20", "2021-10-19", "2022-05-27"] {
        let report = server.report(ReportName::EarlySignals, Some(as_of), &[]);
        let mut printed: Vec<String> = Vec::new();
        for student in report["students"].as_array().unwrap() {
            printed.extend(
                student["signals"].as_array().unwrap().iter().map(|signal| printed_signal(student, signal)),
            );
        }
        printed.sort();
        assert_eq!(printed, expected_signals(&files, at(as_of)), "as of {as_of}");
    }
    assert!(expected_signals(&files, at("2022-05-27")).len() > 10, "there is something to compare");
}

fn printed_signal(student: &serde_json::Value, signal: &serde_json::Value) -> String {
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let days: Vec<NaiveDate> =
        signal["days"].as_array().unwrap().iter().map(|day| at(day.as_str().unwrap())).collect();
    let [school, number] = ["school_id", "student_id"].map(|key| text(&student[key]));
    let [rule, fired_on] = ["rule", "fired_on"].map(|key| text(&signal[key]));
    let [absent, enrolled] = ["absent_days", "enrolled_days"].map(|key| parts(&signal[key]));
    format!("{school} {number} {rule} {fired_on} {days:?} {absent} {enrolled}")
}

#[test]
fn without_a_date_the_report_is_of_the_last_day_that_attendance_is_known_of() {
    let Some(folder) = grand_bend() else { return };
    let report = Server::with_folder(&folder, "2022-06-15").attendance(None, &[]);
    assert_eq!(report["as_of"], "2022-05-27");
}
