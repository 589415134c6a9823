//! What readers beyond the schools are given: nothing about a student, and nothing that follows from two of them.

use std::collections::BTreeMap;

use daymark_domain::{MatchId, SchoolDay};
use daymark_reports::{
    AnyReport, Faces, Facts, NO_VARIANT, ReportName, ShareFile, ShareRow, StudentFacts, Table, datt,
    needs_assessment, share_file, variants,
};

use crate::school::{facts, matched, school, student, weekdays};

/// Schools of forty, thirty and four; three of the first and twelve of the second have left, and nine of
/// the first live where nobody else does.
fn district(days: &[SchoolDay]) -> Facts {
    let schools: Vec<_> = (1..=3).map(|number| school(number, days)).collect();
    let mut students: Vec<StudentFacts> = Vec::new();
    for n in 0..74_u16 {
        let at = match n {
            0..40 => 0,
            40..70 => 1,
            _ => 2,
        };
        let mut one = student(n, &schools[at], if n % 3 == 0 { &days[..12] } else { &[] });
        one.groups.zip = Some(if n < 9 { "02139" } else { "02138" }.to_owned());
        one.groups.gender = Some(if n % 2 == 0 { "female" } else { "male" }.to_owned());
        if (20..23).contains(&n) || (45..57).contains(&n) {
            one.enrollments[0].exit = Some(days[20]);
        }
        students.push(one);
    }
    facts(days[29], schools, students)
}

fn table(report: &dyn AnyReport) -> Vec<BTreeMap<String, String>> {
    let table =
        Table::read(&Faces::of(report).expect("every report has faces").csv).expect("a table of ours");
    let header = table.header().to_vec();
    table.rows().iter().map(|row| header.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

/// The students of a group, where they are shown.
fn enrolled(rows: &[BTreeMap<String, String>]) -> BTreeMap<(String, String), i64> {
    let this_year = |row: &&BTreeMap<String, String>| row.get("year").is_none_or(|year| year == "2025-26");
    let rows = rows.iter().filter(this_year).filter_map(|row| {
        let key = (row["by"].clone(), row["group"].clone());
        Some((key, row["enrolled"].parse().ok()?))
    });
    rows.map(|((by, group), n)| {
        (if by == "all" { ("district".into(), "district".into()) } else { (by, group) }, n)
    })
    .collect()
}

#[test]
fn a_reader_beyond_the_schools_gets_no_report_that_tells_of_students() {
    let days = weekdays("2025-08-18", 30);
    let mut facts = district(&days);
    for name in ReportName::ALL {
        let given = name.for_district(&facts);
        assert_eq!(given.is_some(), ReportName::FOR_DISTRICT.contains(name), "{name}");
        let Some(given) = given else { continue };
        let faces = Faces::of(given.as_ref()).unwrap();
        for face in [faces.json, faces.csv] {
            let text = String::from_utf8(face).unwrap();
            for student in &facts.students {
                let key = format!("\"{}\"", student.sis_id);
                assert!(
                    !text.contains(&key) && !text.contains(&format!("\n{},", student.sis_id)),
                    "{name}: {key}"
                );
            }
        }
    }
    facts.school = Some(facts.schools[0].id);
    assert!(
        ReportName::ALL.iter().all(|name| name.for_district(&facts).is_none()),
        "a school's small groups"
    );
}

#[test]
fn two_reports_of_one_day_do_not_tell_of_the_few_who_left() {
    let days = weekdays("2025-08-18", 30);
    let facts = district(&days);
    let needs = enrolled(&table(&needs_assessment(&facts)));
    let whole = enrolled(&table(&datt(&facts)));
    let school = ("school".to_owned(), "S1".to_owned());
    assert_eq!((needs[&school], whole[&school]), (37, 40), "together they would tell of three");
    let given = enrolled(&table(ReportName::Datt.for_district(&facts).unwrap().as_ref()));
    let mut compared = 0;
    for (group, n) in &given {
        if let Some(now) = needs.get(group) {
            assert!(!(1..10).contains(&(n - now)), "{group:?}: {n} and {now}");
            compared += 1;
        }
    }
    assert!(compared > 1 && !given.contains_key(&school), "{given:?}");
    // What was hidden is not the only one in its way of dividing, so that no sum of the others tells it.
    for by in ["gender", "zip", "grade"] {
        let of = |rows: &BTreeMap<(String, String), i64>| rows.keys().filter(|(its, _)| its == by).count();
        assert!(of(&given) == 0 || of(&given) == of(&whole) || of(&whole) - of(&given) > 1, "{by}");
    }
}

#[test]
fn a_file_for_partners_holds_no_small_number_and_none_that_can_be_worked_out() {
    let days = weekdays("2025-08-18", 30);
    let file = share_file(&district(&days));
    let total = file.groups.iter().find(|row| row.by == "district").unwrap().clone();
    assert_eq!(total.enrolled, Some(59));
    let mut hidden = 0;
    for row in &file.groups {
        for count in [row.enrolled, row.chronic, row.not_chronic, row.without_tier] {
            assert!(!count.is_some_and(|n| (1..10).contains(&n)), "{row:?}");
            hidden += usize::from(count.is_none());
        }
        let parts = [row.chronic, row.not_chronic, row.without_tier];
        let missing = parts.iter().filter(|part| part.is_none()).count();
        assert!(row.enrolled.is_none() || missing != 1, "one missing part of a total: {row:?}");
    }
    assert!(hidden > 4, "the third school is small");
    for by in ["school", "zip", "gender"] {
        let rows: Vec<_> = file.groups.iter().filter(|row| row.by == by).collect();
        let picks: [fn(&ShareRow) -> Option<u32>; 3] =
            [|row| row.enrolled, |row| row.chronic, |row| row.not_chronic];
        for pick in picks {
            let missing = rows.iter().filter(|row| pick(row).is_none()).count();
            assert!(missing != 1 || pick(&total).is_none(), "{by}: the others tell the one that is missing");
        }
    }
}

#[test]
fn a_schools_file_is_a_part_of_the_districts_and_reads_back_as_it_was_written() {
    let days = weekdays("2025-08-18", 30);
    let whole = share_file(&district(&days));
    let read: ShareFile = serde_json::from_slice(&AnyReport::json(&whole).unwrap()).unwrap();
    assert_eq!(read.groups, whole.groups);
    let part = read.of_school("S2");
    let rows: Vec<_> = part.groups.iter().map(|row| (row.by.as_str(), row.group.as_str())).collect();
    assert_eq!(rows, [("district", "district"), ("school", "S2")]);
    assert!(part.groups.iter().all(|row| whole.groups.contains(row)));
}

/// Students who missed less after their match, by what it tries.
#[test]
fn variants_are_compared_by_the_first_match_and_small_ones_are_hidden() {
    let last = weekdays("2024-08-16", 200);
    let now = weekdays("2025-08-18", 200);
    let lincoln = school(1, &[last.clone(), now.clone()].concat());
    let went = |n: u16, after: usize| student(n, &lincoln, &[&last[..36], &now[..after]].concat());
    let students: Vec<StudentFacts> = (0..36).map(|n| went(n, if n < 12 { 16 } else { 26 })).collect();
    let matches: Vec<_> =
        students.iter().zip(1..).map(|(one, n)| matched(n, &lincoln, one, now[5])).collect();
    let tag = |n: u8| match n {
        1..=12 => Some((MatchId::from_bytes([n; 16]), "calls".to_owned())),
        13..=15 => Some((MatchId::from_bytes([n; 16]), "door".to_owned())),
        _ => None,
    };
    let tags: BTreeMap<_, _> = (1..=36).filter_map(tag).collect();
    let report = variants(&Facts { matches, ..facts(now[199], vec![lincoln], students) }, &tags);
    assert_eq!(report.ever_matched.students, Some(36));
    let shown: Vec<_> = report.by_variant.iter().map(|past| (past.group.as_str(), past.students)).collect();
    // Three try the door: they are hidden, and with them another, since the total is known.
    assert_eq!(shown, [("calls", None), ("door", None), (NO_VARIANT, Some(21))]);
    assert!(report.caution.iter().any(|said| said.contains("not assigned by lot")));
    let csv = String::from_utf8(AnyReport::csv(&report).unwrap()).unwrap();
    assert!(csv.starts_with("by,group,design,") && csv.contains("\nvariant,door,"), "{csv}");
}
