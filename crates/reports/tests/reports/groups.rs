//! Subgroups, and what of them may leave the team.

use daymark_domain::SchoolDay;
use daymark_reports::{Facts, StudentFacts, datt, needs_assessment, satt, weekday_pattern};

use crate::school::{facts, school, student, weekdays};

/// Three schools; in the first, 25 live in one place and 9 in another.
fn district(days: &[SchoolDay]) -> Facts {
    let schools: Vec<_> = (1..=3).map(|number| school(number, days)).collect();
    let mut students: Vec<StudentFacts> = Vec::new();
    for (n, (at, zip)) in [(0, "02138"); 25].into_iter().chain([(0, "02139"); 9]).enumerate() {
        let mut one = student(n as u16, &schools[at], if n < 5 { &days[..10] } else { &[] });
        one.groups.zip = Some(zip.to_owned());
        students.push(one);
    }
    for n in 34..94 {
        let mut one = student(n, &schools[1 + usize::from(n % 2)], if n < 44 { &days[..3] } else { &[] });
        one.groups.zip = Some("02138".to_owned());
        students.push(one);
    }
    facts(days[29], schools, students)
}

#[test]
fn a_small_group_takes_another_with_it_so_that_nobody_can_subtract() {
    // T32: 25 and 9 of 34.
    let days = weekdays("2025-08-18", 30);
    let mut facts = district(&days);
    facts.school = Some(facts.schools[0].id);
    facts.students.truncate(34);
    let report = satt(&facts);
    let zip = report.schools[0].tables.iter().find(|table| table.by == "zip").unwrap();
    let groups: Vec<_> =
        zip.years[0].groups.iter().map(|row| (row.group.as_str(), row.enrolled, row.chronic)).collect();
    assert_eq!(groups, [("02138", None, None), ("02139", None, None)]);
    let all = &report.schools[0].years[0];
    assert_eq!((all.group.as_str(), all.enrolled, all.chronic), ("2025-26", Some(34), Some(5)));
    assert_eq!(report.students.len(), 5);
}

#[test]
fn a_districts_totals_do_not_give_a_schools_small_group_away() {
    let days = weekdays("2025-08-18", 30);
    let facts = district(&days);
    let schools = satt(&facts);
    let shown: Vec<Vec<Option<u32>>> = schools
        .schools
        .iter()
        .map(|school| {
            let zip = school.tables.iter().find(|table| table.by == "zip").unwrap();
            zip.years[0].groups.iter().map(|row| row.enrolled).collect()
        })
        .collect();
    // 9 students of the first school are all who live in 02139: the district's 9 are hidden, and with them another.
    assert_eq!(shown[0], [None, None]);
    let district = datt(&facts);
    let zip = district.tables.iter().find(|table| table.by == "zip").unwrap();
    assert_eq!(zip.years[0].groups.iter().map(|row| row.enrolled).collect::<Vec<_>>(), [None, None]);
    assert_eq!(district.years[0].enrolled, Some(94));
    let by_school: Vec<_> = district.schools.iter().map(|row| (row.enrolled, row.chronic)).collect();
    assert_eq!(by_school, [(Some(34), Some(5)), (Some(30), Some(5)), (Some(30), Some(5))]);
}

#[test]
fn the_needs_assessment_begins_with_the_fewest_schools_that_hold_half() {
    let days = weekdays("2025-08-18", 30);
    let report = needs_assessment(&district(&days));
    let order: Vec<_> = report.schools.iter().map(|school| school.tiers.group.as_str()).collect();
    assert_eq!(order, ["S1", "S2", "S3"]);
    assert_eq!(report.first_schools, ["S1", "S2"], "5 of 15 are less than half, 10 of 15 more");
    let shares: Vec<_> =
        report.schools.iter().map(|school| school.cumulative_percent.unwrap().to_string()).collect();
    assert_eq!(shares, ["33.3", "66.7", "100.0"]);
    assert_eq!(report.schools[0].chronic_unmatched, Some(5));
    let mentors: Vec<_> =
        report.schools[0].mentors_wanting.iter().map(|gap| (gap.caseload, gap.mentors)).collect();
    assert_eq!(mentors, [(1, 5), (5, 1), (10, 1), (20, 1)]);
}

#[test]
fn a_pattern_of_the_district_hides_small_schools_and_a_teams_own_does_not() {
    let days = weekdays("2025-08-18", 30);
    let mut facts = district(&days);
    facts.students.truncate(9);
    let hidden = weekday_pattern(&facts);
    assert!(hidden.groups.iter().all(|group| group.students.is_none() && group.weekdays.is_empty()));
    facts.school = Some(facts.schools[0].id);
    let own = weekday_pattern(&facts);
    assert_eq!(own.groups[0].students, Some(9));
    // Five students missed the first ten days, two of each weekday.
    let missed: Vec<_> = own.groups[0].weekdays.iter().map(|day| day.absent_days.to_string()).collect();
    assert_eq!(missed, ["10"; 5]);
    assert_eq!(own.groups[0].mondays_and_fridays_percent.unwrap().to_string(), "40.0");
}
