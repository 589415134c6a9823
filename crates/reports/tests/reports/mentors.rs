//! Dosage, the weekly packet, and what can be said of the effect.

use daymark_domain::{MentorType, Reach, ReferralKind, ReferralStatus, SchoolDay, Urgency};
use daymark_reports::{Facts, HelpReason, ReferralFact, StudentFacts, dosage, monthly_impact, weekly_packet};

use crate::school::{contact, facts, matched, school, student, weekdays};

/// One student, matched from the sixth week on, as of the Friday of the ninth.
fn one_match(days: &[SchoolDay]) -> Facts {
    let lincoln = school(1, days);
    let tyrone = student(1, &lincoln, &[days[0], days[1], days[2], days[25], days[26], days[40]]);
    let mut of = matched(1, &lincoln, &tyrone, days[25]);
    of.contacts = vec![
        contact(days[25], "door_greeting", Reach::Student),
        contact(days[26], "one_on_one", Reach::Student),
        contact(days[27], "wake_up_call", Reach::Student),
        contact(days[28], "wake_up_call", Reach::Family),
        contact(days[30], "door_greeting", Reach::Student),
        contact(days[31], "door_greeting", Reach::Nobody),
    ];
    Facts { matches: vec![of], ..facts(days[44], vec![lincoln], vec![tyrone]) }
}

#[test]
fn weeks_are_held_against_three_dates_and_a_parent_who_answers_is_none_of_them() {
    let report = dosage(&one_match(&weekdays("2025-08-18", 60)));
    let row = &report.matches[0];
    assert_eq!((row.year.weeks_met, row.year.weeks_applicable), (1, 4));
    assert_eq!((row.year.contacts, row.year.attempts, row.year.family_contacts), (6, 1, 1));
    assert_eq!((row.weeks_missed_running, row.needs_help), (3, true));
    let week = row.this_week.unwrap();
    assert_eq!((week.available, week.wanted, week.done), (5, 3, 0));
    let mentor = &report.mentors[0];
    assert_eq!((mentor.mentor.as_str(), mentor.matches, mentor.year), ("Ana Ruiz", 1, row.year));
    assert_eq!(report.programme.met_percent.unwrap().to_string(), "25.0");
}

#[test]
fn the_packet_has_the_summits_columns_and_names_the_match_that_needs_help() {
    let days = weekdays("2025-08-18", 60);
    let mut facts = one_match(&days);
    facts.matches[0].contacts[3].wrong_number = true;
    let packet = &weekly_packet(&facts).schools[0];
    let row = &packet.students[0];
    // The calendar's sixty days make quarters of fifteen; day 45 is the last of the third.
    let quarter = row.previous_quarter.unwrap();
    assert_eq!((quarter.first, quarter.last), (days[15], days[29]));
    assert_eq!(
        (quarter.absent_days.to_string(), quarter.attendance_percent.unwrap().to_string()),
        ("2".into(), "86.7".into())
    );
    // September 2025 holds days 11 to 32.
    assert_eq!(row.september_absent_days.unwrap().to_string(), "2");
    assert_eq!((row.absent_days.to_string(), row.enrolled_days.to_string()), ("6".into(), "45".into()));
    // 13.3 %: 60 days without a further absence end on 10 %, which is chronic.
    assert_eq!((row.absences_left, row.present_days_needed), (None, 16));
    assert_eq!(row.last_ten_days, ".....U....");
    let help = &packet.matches_needing_help[0];
    assert_eq!(
        help.reasons,
        [
            HelpReason::DosageNotMet,
            HelpReason::DeadNumber,
            HelpReason::MentorNotHeardFrom,
            HelpReason::SupportOverdue
        ]
    );
    assert_eq!(packet.matches_not_synced, 1);
    assert!(packet.bright_spots.is_empty());
    assert_eq!(packet.picture.now.tiers.chronic, Some(1));
}

#[test]
fn whoever_became_chronic_this_week_is_named_and_a_student_who_came_every_day_too() {
    let days = weekdays("2025-08-18", 40);
    let lincoln = school(1, &days);
    let (falling, rising) = (student(1, &lincoln, &days[36..]), student(2, &lincoln, &days[..2]));
    let matches = vec![matched(1, &lincoln, &rising, days[10])];
    let facts = Facts { matches, ..facts(days[39], vec![lincoln], vec![falling, rising]) };
    let packet = &weekly_packet(&facts).schools[0];
    assert_eq!(packet.picture.newly_chronic, ["0001"]);
    assert_eq!(
        (packet.bright_spots[0].student_id.as_str(), packet.bright_spots[0].present_in_a_row),
        ("0002", 38)
    );
    // The fourth absence is on the fortieth day; the other student has a mentor.
    let signals: Vec<_> =
        packet.early_signals.iter().map(|row| (&*row.student_id, row.signals.len())).collect();
    assert_eq!(signals, [("0001", 1)]);
}

#[test]
fn the_packet_shows_the_whole_school_by_grade_and_the_days_on_which_many_stayed_away() {
    let days = weekdays("2025-08-18", 40);
    let lincoln = school(1, &days);
    let mut students: Vec<StudentFacts> = (1..=10)
        .map(|n| match n {
            // Five stay away before a holiday, and one of them for four days.
            1 => student(n, &lincoln, &[days[10], days[11], days[12], days[30]]),
            2..=5 => student(n, &lincoln, &[days[30]]),
            _ => student(n, &lincoln, &[]),
        })
        .collect();
    students[9].grade = Some("KG".to_owned());
    let packet = &weekly_packet(&facts(days[39], vec![lincoln], students)).schools[0];
    // 8 of 400 days are missed, 2 %: one of ten is five times as much.
    let dips: Vec<_> = packet.dips.iter().map(|dip| (dip.day, dip.absent_days.to_string())).collect();
    let expected = [(days[30], "5"), (days[12], "1"), (days[11], "1"), (days[10], "1")];
    assert_eq!(dips, expected.map(|(day, missed)| (day, missed.to_owned())));
    let grades: Vec<_> = packet.grades.iter().map(|row| (&*row.group, row.enrolled, row.chronic)).collect();
    assert_eq!(grades, [("KG", Some(1), Some(0)), ("07", Some(9), Some(1))]);
}

/// Two years of two hundred days; matched students went from 18 to 13 %, others from 17 to 15.5 % (T24).
fn two_years(matched_students: u16) -> Facts {
    // A Friday: the two hundredth day is on the same date in both years.
    let last = weekdays("2024-08-16", 200);
    let now = weekdays("2025-08-18", 200);
    let lincoln = school(1, &[last.clone(), now.clone()].concat());
    let went = |number: u16, before: usize, after: usize| -> StudentFacts {
        student(number, &lincoln, &[&last[..before], &now[..after]].concat())
    };
    let mut students: Vec<StudentFacts> = (0..matched_students).map(|n| went(n, 36, 26)).collect();
    students.extend((100..120).map(|n| went(n, 34, 31)));
    let matches = students[..usize::from(matched_students)].iter().zip(1..);
    let matches = matches.map(|(one, n)| matched(n, &lincoln, one, now[5])).collect();
    Facts { matches, ..facts(now[199], vec![lincoln], students) }
}

#[test]
fn the_difference_in_differences_is_told_in_points_and_in_days_with_its_caution() {
    let report = monthly_impact(&two_years(20));
    let shown = |value: Option<daymark_reports::Tenths>| value.unwrap().to_string();
    assert_eq!(shown(report.comparison.difference_points), "-3.5");
    assert_eq!(shown(report.comparison.days_gained_in_year), "6.3");
    assert_eq!((report.cohort.ever_matched, report.cohort.eligible_unmatched), (Some(20), Some(20)));
    let past = &report.ever_matched;
    assert_eq!((past.students, past.improved, past.recovered), (Some(20), Some(20), Some(0)));
    assert_eq!(
        (shown(past.mean_before_percent), shown(past.mean_now_percent)),
        ("18.0".into(), "13.0".into())
    );
    assert_eq!((shown(past.days_gained), shown(past.days_gained_each)), ("200.0".into(), "10.0".into()));
    assert!(
        report.caution.iter().any(|sentence| sentence.contains("not assigned by lot")),
        "{:?}",
        report.caution
    );
}

#[test]
fn a_small_cohort_is_hidden_where_its_figures_leave_the_team() {
    let report = monthly_impact(&two_years(9));
    assert_eq!((report.cohort.ever_matched, report.dosage), (None, None));
    assert!(report.ever_matched.hidden && report.comparison.hidden);
    assert_eq!((report.ever_matched.improved, report.comparison.difference_points), (None, None));
    assert!(!report.caution.is_empty());
}

#[test]
fn gains_are_told_by_where_the_first_mentor_of_the_year_comes_from_and_few_are_hidden() {
    let mut facts = two_years(40);
    for (n, of) in facts.matches.iter_mut().enumerate() {
        of.mentor_kind = match n {
            0..15 => Some(MentorType::Retiree),
            15..35 => Some(MentorType::SchoolStaff),
            _ => None,
        };
    }
    // A second mentor, later in the year, moves nobody to another group.
    let mut later = facts.matches[0].clone();
    later.start = later.start.plus(30);
    later.mentor_kind = Some(MentorType::Peer);
    facts.matches.insert(0, later);
    let by = monthly_impact(&facts).by_mentor_type;
    let shown: Vec<_> = by.iter().map(|face| (&*face.group, face.hidden, face.students)).collect();
    // The five of whom nothing is written down are hidden, and the smallest other group with them.
    let expected = [("not_stated", true, None), ("retiree", true, None), ("school_staff", false, Some(20))];
    assert_eq!(shown, expected);
}

/// A referral of the student with that number, made on the `made`th school day of this year.
fn referral(
    facts: &Facts,
    student: usize,
    made: SchoolDay,
    status: ReferralStatus,
    days: u64,
) -> ReferralFact {
    let of = &facts.students[student];
    ReferralFact {
        school_id: facts.schools[0].id,
        student_id: of.id,
        student_sis_id: of.sis_id.clone(),
        kind: ReferralKind::Health,
        urgency: Urgency::ThisWeek,
        day: made,
        status,
        since: made.plus(days),
        owner: "Pat".to_owned(),
        due: None,
    }
}

#[test]
fn referrals_of_the_matched_are_counted_with_the_middle_of_the_days_that_they_took() {
    use ReferralStatus::{Completed, EnteredInError, Failed, InProgress};
    let mut facts = two_years(20);
    let made = facts.matches[0].start;
    let ended = (0..11).map(|n| referral(&facts, n, made, Completed, 5 + n as u64));
    let open = (5..15).map(|n| referral(&facts, n, made, InProgress, 1));
    let mut rows: Vec<_> = ended.chain(open).collect();
    rows.push(referral(&facts, 3, made, EnteredInError, 90));
    rows.push(referral(&facts, 30, made, Failed, 90));
    let mut last_year = referral(&facts, 4, made.minus(200), Failed, 2);
    rows.push(last_year.clone());
    facts.team.referrals = rows;
    let shown = |facts: &Facts| {
        let of = monthly_impact(facts).referrals;
        (of.hidden, of.opened, of.open, of.closed, of.median_days_to_close.map(|days| days.to_string()))
    };
    let expected = (false, Some(21), Some(10), Some(11), Some("10.0".to_owned()));
    assert_eq!(shown(&facts), expected, "without errors, students without a match and last year");
    last_year.since = made.plus(1);
    facts.team.referrals.pop();
    facts.team.referrals.push(last_year);
    assert_eq!(shown(&facts).1, Some(21), "made last year");
    assert_eq!(shown(&facts).3, Some(12), "and ended in this one");
    // Nine students with something under way tell of children.
    facts.team.referrals.retain(|row| row.status != InProgress || row.student_id != facts.students[14].id);
    assert_eq!(shown(&facts), (true, None, None, None, None));
}
