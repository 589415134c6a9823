use proptest::prelude::*;

use super::*;
use crate::{
    AbsenceFigure, AttendanceStatus, DayPart, DayType, Days, MonthDay, Projection, Rules, SchoolDay,
    SchoolId, Streak, Tier,
};
use AttendanceStatus as S;

const X: SchoolId = SchoolId(uuid::Uuid::from_u128(1));
const Y: SchoolId = SchoolId(uuid::Uuid::from_u128(2));

/// The nth school day: every date from 1 September 2026 on is one, which keeps the arithmetic in the open.
fn nth(number: u64) -> SchoolDay {
    "2026-08-31".parse::<SchoolDay>().unwrap().plus(number)
}

fn calendar(days: u64) -> Vec<CalendarDay> {
    (1..=days).map(|number| CalendarDay::new(nth(number), DayType::Instructional)).collect()
}

fn at(school_id: SchoolId, entry: u64, exit: Option<u64>) -> Enrollment {
    Enrollment { school_id, entry: nth(entry), exit: exit.map(nth) }
}

fn mark(school_id: SchoolId, number: u64, status: S) -> Mark {
    Mark { school_id, day: nth(number), status, missed: status.missed_by_default() }
}

fn absent_on(school_id: SchoolId, numbers: impl IntoIterator<Item = u64>) -> Vec<Mark> {
    numbers.into_iter().map(|number| mark(school_id, number, S::AbsentUnexcused)).collect()
}

fn rules(settings: &[(&str, &str)]) -> Rules {
    let mut rules = Rules::default();
    for (key, value) in settings {
        rules.set(key, value).unwrap();
    }
    rules
}

/// Both schools with one calendar, negative reporting, complete to its end.
fn schools(calendar: &[CalendarDay]) -> Schools<'_> {
    let recorded_through = calendar.last().map(|day| day.day);
    let record = SchoolRecord { calendar, negative_reporting: true, recorded_through };
    Schools::from([(X, record), (Y, record)])
}

fn whole(calendar: &[CalendarDay]) -> Window {
    Window { first: calendar[0].day, last: calendar[calendar.len() - 1].day }
}

fn days_under(
    calendar: &[CalendarDay],
    enrollments: &[Enrollment],
    marks: &[Mark],
    rules: &Rules,
) -> Vec<StudentDay> {
    student_days(History { enrollments, marks }, &schools(calendar), whole(calendar), rules).collect()
}

fn tallies_of(
    calendar: &[CalendarDay],
    enrollments: &[Enrollment],
    marks: &[Mark],
) -> Vec<(SchoolId, Tally)> {
    tallies(History { enrollments, marks }, &schools(calendar), whole(calendar), &Rules::default())
}

/// One student at X for the whole calendar.
fn tally_under(calendar: &[CalendarDay], marks: &[Mark], rules: &Rules) -> Tally {
    days_under(calendar, &[at(X, 1, None)], marks, rules).iter().collect()
}

fn figure_of(tally: Tally) -> AbsenceFigure {
    tally.figure(&Rules::default())
}

#[test]
fn a_student_without_a_school_day_has_no_rate_and_no_tier() {
    // T6.
    let calendar = calendar(180);
    let before_school = Window { last: nth(0), first: nth(0).minus(30) };
    let history =
        History { enrollments: &[Enrollment { entry: nth(0).minus(40), ..at(X, 1, None) }], marks: &[] };
    let tallies = tallies(history, &schools(&calendar), before_school, &Rules::default());
    assert_eq!(tallies, [(X, Tally::default())]);
    let standing = tallies[0].1.standing(&Rules::default());
    assert_eq!((standing.tier, standing.figure.per_mille()), (Tier::NotApplicable, None));
    assert!(!standing.tier.is_label() && !standing.is_chronic());
}

#[test]
fn a_rate_of_nine_days_gets_no_label_and_one_of_ten_does() {
    // T7.
    let standing = |days| {
        tally_under(&calendar(days), &absent_on(X, [4]), &Rules::default()).standing(&Rules::default())
    };
    assert_eq!((standing(9).tier, standing(9).provisional), (Tier::NotEnoughData, true));
    assert_eq!(standing(9).figure.to_string(), "11.1 %");
    assert_eq!((standing(10).tier, standing(10).provisional), (Tier::Moderate, false));
}

#[test]
fn a_late_entry_is_measured_by_the_students_own_days() {
    // T8: from day 119, 62 days are left of 180.
    let calendar = calendar(180);
    let enrolled = [at(X, 119, None)];
    let of =
        |absences: u64| figure_of(tallies_of(&calendar, &enrolled, &absent_on(X, 119..119 + absences))[0].1);
    assert_eq!((of(6), of(6).tier()), (AbsenceFigure::from_days(6, 62), Tier::AtRisk));
    assert_eq!((of(7), of(7).tier()), (AbsenceFigure::from_days(7, 62), Tier::Moderate));
}

#[test]
fn a_transfer_is_chronic_at_the_school_where_it_was_and_not_in_the_district() {
    // T9.
    let calendar = calendar(178);
    let enrolled = [at(X, 1, Some(61)), at(Y, 61, None)];
    let marks = [absent_on(X, 1..=7), absent_on(Y, 61..=70)].concat();
    let tallies = tallies_of(&calendar, &enrolled, &marks);
    assert_eq!(tallies.iter().map(|(school, _)| *school).collect::<Vec<_>>(), [X, Y]);
    let [x, y] = [0, 1].map(|nth: usize| figure_of(tallies[nth].1));
    assert_eq!((x, x.tier()), (AbsenceFigure::from_days(7, 60), Tier::Moderate));
    assert_eq!(
        (y, y.tier(), y.to_string().as_str()),
        (AbsenceFigure::from_days(10, 118), Tier::AtRisk, "8.5 %")
    );
    let district: Tally = tallies.iter().map(|(_, tally)| *tally).sum();
    assert_eq!(
        (figure_of(district), figure_of(district).tier()),
        (AbsenceFigure::from_days(17, 178), Tier::AtRisk)
    );
}

#[test]
fn a_stay_too_short_to_label_still_counts_in_the_district() {
    // T10.
    let calendar = calendar(108);
    let enrolled = [at(X, 1, Some(9)), at(Y, 9, None)];
    let marks = [absent_on(X, 1..=4), absent_on(Y, 9..=17)].concat();
    let rules = Rules::default();
    let tallies = tallies_of(&calendar, &enrolled, &marks);
    assert_eq!(tallies[0].1.standing(&rules).tier, Tier::NotEnoughData);
    assert_eq!(tallies[1].1.figure(&rules).to_string(), "9.0 %");
    let district = tallies.iter().map(|(_, tally)| *tally).sum::<Tally>().standing(&rules);
    assert_eq!((district.figure, district.tier), (AbsenceFigure::from_days(13, 108), Tier::Moderate));
    assert_eq!(district.figure.to_string(), "12.0 %");
}

#[test]
fn the_day_of_a_move_counts_once_and_at_the_new_school() {
    // T11.
    let calendar = calendar(20);
    let days = days_under(&calendar, &[at(X, 1, Some(11)), at(Y, 11, None)], &[], &Rules::default());
    assert_eq!(days.len(), 20);
    assert_eq!((days[9].school_id, days[10].school_id), (X, Y));
}

#[test]
fn an_overlap_belongs_to_the_school_entered_last() {
    // X from 1 to 15, Y from 6 on; on the day of equal entries the greater id.
    let calendar = calendar(20);
    let marks = [mark(X, 8, S::AbsentExcused), mark(Y, 8, S::Present)];
    let days = days_under(&calendar, &[at(X, 1, Some(16)), at(Y, 6, None)], &marks, &Rules::default());
    assert_eq!(days.iter().filter(|day| day.school_id == X).count(), 5);
    assert_eq!(days.len(), 20);
    assert_eq!(days[7].verdict, Verdict::Present, "X's mark of a day that is Y's");
    let equal = days_under(&calendar, &[at(Y, 1, None), at(X, 1, None)], &[], &Rules::default());
    assert!(equal.iter().all(|day| day.school_id == Y));
}

#[test]
fn after_an_overlap_the_day_falls_back_to_the_school_that_still_has_the_student() {
    let calendar = calendar(20);
    let days = days_under(&calendar, &[at(X, 1, None), at(Y, 6, Some(9))], &[], &Rules::default());
    let at_y: Vec<_> = days.iter().filter(|day| day.school_id == Y).map(|day| day.number).collect();
    assert_eq!(at_y, [6, 7, 8]);
    assert_eq!(days.len(), 20);
}

#[test]
fn a_snow_day_taken_out_later_recomputes_history() {
    // T12.
    let mut calendar = calendar(180);
    let marks = absent_on(X, 100..118);
    let before = figure_of(tally_under(&calendar, &marks, &Rules::default()));
    assert_eq!((before, before.tier()), (AbsenceFigure::from_days(18, 180), Tier::Moderate));
    calendar[110] = CalendarDay::new(calendar[110].day, DayType::Weather);
    let after = figure_of(tally_under(&calendar, &marks, &Rules::default()));
    assert_eq!((after, after.tier()), (AbsenceFigure::from_days(17, 179), Tier::AtRisk));
    let stray = stray_marks(
        History { enrollments: &[at(X, 1, None)], marks: &marks },
        &schools(&calendar),
        whole(&calendar),
    );
    assert_eq!(stray, StrayMarks { no_instruction: 1, ..StrayMarks::default() });
}

#[test]
fn twelve_times_late_is_no_absence() {
    // T13.
    let late = (1..=12).map(|number| Mark { missed: DayPart::HALF, ..mark(X, number, S::Tardy) });
    let marks: Vec<_> = late.chain(absent_on(X, 20..24)).collect();
    let tally = tally_under(&calendar(60), &marks, &Rules::default());
    assert_eq!((tally.tardies, tally.absences), (12, 4));
    assert_eq!(figure_of(tally), AbsenceFigure::from_days(4, 60));
    assert_eq!(figure_of(tally).to_string(), "6.7 %");
}

#[test]
fn exactly_half_a_day_missed_counts_by_the_half_day_rule() {
    // T14.
    let marks = [absent_on(X, 1..=17), vec![mark(X, 18, S::Partial)]].concat();
    for (rule, half_days_missed) in
        [("miss_ge_half_is_absent", 36), ("attend_ge_half_is_present", 34), ("fractional", 35)]
    {
        let tally = tally_under(&calendar(180), &marks, &rules(&[("half_day_rule", rule)]));
        assert_eq!(figure_of(tally), AbsenceFigure::from_halves(half_days_missed, 360), "{rule}");
    }
}

#[test]
fn parts_of_a_day_count_by_the_half_day_rule() {
    let part = |ten_thousandths| DayPart::new(ten_thousandths).unwrap();
    // Missed; school held for; what counts under the three rules.
    let cases = [
        (4_999, 10_000, [0, 0, 4_999]),
        (5_000, 10_000, [10_000, 0, 5_000]),
        (5_001, 10_000, [10_000, 10_000, 5_001]),
        (10_000, 5_000, [5_000, 5_000, 5_000]),
        (2_500, 5_000, [5_000, 0, 2_500]),
        (0, 10_000, [0, 0, 0]),
    ];
    for (missed, value, counts) in cases {
        for (rule, wanted) in
            ["miss_ge_half_is_absent", "attend_ge_half_is_present", "fractional"].iter().zip(counts)
        {
            let rules = rules(&[("half_day_rule", rule)]);
            for status in [S::Partial, S::EarlyDeparture, S::AbsentExcused, S::AbsentSuspension] {
                let wanted = if wanted == 0 { Verdict::Present } else { Verdict::Absent(part(wanted)) };
                assert_eq!(
                    rules.verdict(status, part(missed), part(value)),
                    wanted,
                    "{missed} of {value}, {rule}"
                );
            }
        }
    }
}

#[test]
fn a_suspension_out_of_school_is_an_absence_unless_the_district_says_otherwise() {
    // T15.
    let suspended = (1..=3).map(|number| mark(X, number, S::AbsentSuspension));
    let marks: Vec<_> = suspended.chain(absent_on(X, 10..25)).collect();
    let counted = tally_under(&calendar(180), &marks, &Rules::default());
    assert_eq!(
        (figure_of(counted), figure_of(counted).tier()),
        (AbsenceFigure::from_days(18, 180), Tier::Moderate)
    );
    let not_counted =
        tally_under(&calendar(180), &marks, &rules(&[("out_of_school_suspension", "not_absent")]));
    assert_eq!(figure_of(not_counted), AbsenceFigure::from_days(15, 180));
    assert_eq!(figure_of(not_counted).to_string(), "8.3 %");
    assert_eq!((counted.suspended, not_counted.suspended), (Days::whole(3), Days::whole(3)));
}

#[test]
fn a_suspension_in_school_is_present_unless_the_district_says_otherwise() {
    // T16. The third one is of less than half a day.
    let in_school = (1..=3).map(|number| mark(X, number, S::InSchoolSuspension));
    let mut marks: Vec<_> = in_school.chain(absent_on(X, 10..27)).collect();
    marks[2].missed = DayPart::new(4_000).unwrap();
    let present = tally_under(&calendar(180), &marks, &Rules::default());
    assert_eq!((figure_of(present).to_string().as_str(), figure_of(present).tier()), ("9.4 %", Tier::AtRisk));
    let connecticut =
        tally_under(&calendar(180), &marks, &rules(&[("in_school_suspension", "absent_from_half_day")]));
    assert_eq!(
        (figure_of(connecticut), figure_of(connecticut).tier()),
        (AbsenceFigure::from_days(19, 180), Tier::Moderate)
    );
    assert_eq!(connecticut.suspended_in_school.to_string(), "2.4");
}

/// One student under positive reporting: present, absent and unmarked days of a year.
fn with_missing(present: u64, absent: u64, missing: u64) -> Tally {
    let calendar = calendar(present + absent + missing);
    let marks: Vec<_> = (1..=present)
        .map(|number| mark(X, number, S::Present))
        .chain(absent_on(X, present + 1..=present + absent))
        .collect();
    let record = SchoolRecord { calendar: &calendar, negative_reporting: false, recorded_through: None };
    let history = History { enrollments: &[at(X, 1, None)], marks: &marks };
    tallies(history, &Schools::from([(X, record)]), whole(&calendar), &Rules::default())[0].1
}

#[test]
fn missing_marks_are_left_out_and_too_many_of_them_forbid_a_label() {
    // T17.
    let rules = Rules::default();
    let some = with_missing(136, 14, 12).standing(&rules);
    assert_eq!((some.figure, some.tier), (AbsenceFigure::from_days(14, 150), Tier::AtRisk));
    assert_eq!((some.figure.to_string().as_str(), some.unmarked), ("9.3 %", Days::whole(12)));
    assert_eq!(some.if_missing_were_absent, AbsenceFigure::from_days(26, 162));
    assert_eq!(some.if_missing_were_absent.to_string(), "16.0 %");
    let many = with_missing(136, 14, 20).standing(&rules);
    assert_eq!((many.figure, many.tier), (AbsenceFigure::from_days(14, 150), Tier::NotEnoughData));
    assert!(many.missing_refused && !many.provisional);
    let exactly_a_tenth = with_missing(76, 14, 10).standing(&rules);
    assert!(!exactly_a_tenth.missing_refused);
}

#[test]
fn missing_marks_are_absences_where_the_district_says_so() {
    let rules = rules(&[("missing_marks", "absent")]);
    let standing = with_missing(136, 14, 20).standing(&rules);
    assert_eq!((standing.figure, standing.tier), (AbsenceFigure::from_days(34, 170), Tier::Severe));
    assert_eq!(standing.unmarked, Days::whole(20));
}

#[test]
fn an_unmarked_day_is_present_up_to_the_last_recorded_one_and_unknown_after_it() {
    let calendar = calendar(20);
    let record = |negative_reporting| SchoolRecord {
        calendar: &calendar,
        negative_reporting,
        recorded_through: Some(nth(15)),
    };
    let marks = absent_on(X, [3, 18]);
    let of = |negative_reporting| {
        let history = History { enrollments: &[at(X, 1, None)], marks: &marks };
        tallies(
            history,
            &Schools::from([(X, record(negative_reporting))]),
            whole(&calendar),
            &Rules::default(),
        )[0]
        .1
    };
    assert_eq!(
        (of(true).enrolled, of(true).absent, of(true).unmarked),
        (Days::whole(16), Days::whole(2), Days::whole(4))
    );
    assert_eq!((of(false).enrolled, of(false).unmarked), (Days::whole(2), Days::whole(18)));
}

#[test]
fn marks_that_belong_to_no_school_day_count_nowhere_and_are_reported() {
    let mut calendar = calendar(20);
    calendar[4] = CalendarDay::new(nth(5), DayType::Holiday);
    let enrolled = [at(X, 3, Some(15))];
    let marks = [
        mark(X, 2, S::AbsentExcused),
        mark(X, 5, S::AbsentExcused),
        mark(Y, 6, S::AbsentExcused),
        mark(X, 7, S::AbsentExcused),
        mark(X, 7, S::Present),
        mark(X, 15, S::AbsentExcused),
    ];
    let tally = tallies_of(&calendar, &enrolled, &marks)[0].1;
    assert_eq!((tally.enrolled, tally.absent), (Days::whole(11), Days::ZERO));
    let history = History { enrollments: &enrolled, marks: &marks };
    let stray = stray_marks(history, &schools(&calendar), whole(&calendar));
    assert_eq!(stray, StrayMarks { not_enrolled: 2, other_school: 1, no_instruction: 1, superseded: 1 });
    assert_eq!(stray.all(), 5);
}

#[test]
fn a_streak_counts_late_days_skips_holidays_and_stops_at_an_absence() {
    // T31: P P A P (holiday) P T P.
    let mut calendar = calendar(8);
    calendar[4] = CalendarDay::new(nth(5), DayType::Holiday);
    let marks: Vec<_> = [
        (1, S::Present),
        (2, S::Present),
        (3, S::AbsentExcused),
        (4, S::Present),
        (6, S::Present),
        (7, S::Tardy),
        (8, S::Present),
    ]
    .map(|(number, status)| mark(X, number, status))
    .into();
    let record =
        SchoolRecord { calendar: &calendar, negative_reporting: false, recorded_through: Some(nth(8)) };
    let streak = |marks: &[Mark]| {
        let history = History { enrollments: &[at(X, 1, None)], marks };
        let days: Vec<_> =
            student_days(history, &Schools::from([(X, record)]), whole(&calendar), &Rules::default())
                .collect();
        Streak::of(&days).to_string()
    };
    assert_eq!(streak(&marks), "4");
    let without_the_late_day: Vec<_> = marks.iter().filter(|mark| mark.status != S::Tardy).copied().collect();
    assert_eq!(streak(&without_the_late_day), "at least 1");
}

#[test]
fn a_projection_takes_the_days_to_come_from_the_calendar() {
    // T20, and the same for a student who leaves before the year ends.
    let calendar = calendar(180);
    let rules = Rules::default();
    let so_far = Window { first: nth(1), last: nth(90) };
    let to_come = Window { first: nth(91), last: nth(180) };
    let marks = absent_on(X, 1..=14);
    let project = |exit| {
        let history = History { enrollments: &[at(X, 1, exit)], marks: &marks };
        let figure = tallies(history, &schools(&calendar), so_far, &rules)[0].1.figure(&rules);
        Projection::new(figure, instruction(history, &schools(&calendar), to_come), &rules)
    };
    let stays = project(None);
    assert_eq!((stays.figure, stays.year), (AbsenceFigure::from_days(14, 90), Days::whole(180)));
    assert_eq!((stays.absences_left, stays.present_days_needed), (Some(3), 51));
    let leaves = project(Some(121));
    assert_eq!((leaves.year, leaves.absences_left), (Days::whole(120), None));
    assert_eq!(
        stays.working(&rules, Some(nth(90))).to_string(),
        "projection: 14 of 180 days; chronic_from_percent 10; chronic_comparator at_least; recorded through 2026-11-29"
    );
}

#[test]
fn a_school_year_runs_from_july_to_june() {
    let year = Window::school_year("2027-06-30".parse().unwrap(), MonthDay::FIRST_OF_JULY);
    assert_eq!(
        (year.first.to_string().as_str(), year.last.to_string().as_str()),
        ("2026-07-01", "2027-06-30")
    );
    assert_eq!(Window::school_year(year.first, MonthDay::FIRST_OF_JULY), year);
    assert_eq!(year.previous_school_year(MonthDay::FIRST_OF_JULY).first.to_string(), "2025-07-01");
    assert_eq!(year.until(nth(1)).last, nth(1));
}

#[test]
fn a_standing_carries_its_working() {
    let rules = Rules::default();
    let standing = with_missing(136, 14, 12).standing(&rules);
    assert_eq!(
        standing.working(&rules, Some(nth(162))).to_string(),
        "absence_rate: 14 of 150 days, 12 more unmarked; chronic_from_percent 10; chronic_comparator at_least; \
         minimum_enrolled_days 10; half_day_rule miss_ge_half_is_absent; out_of_school_suspension absent; \
         in_school_suspension present; missing_marks exclude; label_refused_above_missing_percent 10; \
         recorded through 2027-02-09"
    );
}

const STATUSES: [S; 8] = [
    S::Present,
    S::Tardy,
    S::EarlyDeparture,
    S::Partial,
    S::AbsentExcused,
    S::AbsentUnexcused,
    S::AbsentSuspension,
    S::InSchoolSuspension,
];

fn some_calendar() -> impl Strategy<Value = Vec<CalendarDay>> {
    let types = [DayType::Instructional, DayType::MakeUp, DayType::Holiday, DayType::Weather];
    let day = (0usize..10, prop_oneof![5 => Just(10_000u32), 1 => 0u32..10_000]);
    prop::collection::vec(day, 30..60).prop_map(move |days| {
        let typed = days.into_iter().map(|(kind, value)| (types[kind.saturating_sub(6)], value));
        (1..)
            .zip(typed)
            .map(|(number, (day_type, value))| CalendarDay {
                value: DayPart::new(value).unwrap(),
                ..CalendarDay::new(nth(number), day_type)
            })
            .collect()
    })
}

fn some_marks(school_id: SchoolId) -> impl Strategy<Value = Vec<Mark>> {
    prop::collection::vec((1u64..60, 0usize..8, 0u32..=10_000), 0..40).prop_map(move |marks| {
        let mut marks: Vec<_> = marks
            .into_iter()
            .map(|(number, status, missed)| Mark {
                missed: DayPart::new(missed).unwrap(),
                ..mark(school_id, number, STATUSES[status])
            })
            .collect();
        marks.sort_by_key(|mark| mark.day);
        marks
    })
}

fn some_rules() -> impl Strategy<Value = Rules> {
    let choices: Vec<_> = Rules::catalogue()
        .into_iter()
        .filter(|setting| {
            ["half_day_rule", "out_of_school_suspension", "in_school_suspension"].contains(&setting.key)
        })
        .map(|setting| {
            prop::sample::select(
                setting.allowed.split(", ").map(|word| (setting.key, word)).collect::<Vec<_>>(),
            )
        })
        .collect();
    choices.prop_map(|settings| rules(&settings))
}

proptest! {
    #[test]
    fn any_split_of_a_students_year_over_schools_adds_up(
        calendar in some_calendar(),
        marks in some_marks(X),
        mut moves in prop::collection::vec((1u64..60, any::<bool>()), 1..6),
        rules in some_rules(),
    ) {
        let at_one = tally_under(&calendar, &marks, &rules);
        moves.sort_unstable();
        moves.dedup_by_key(|(number, _)| *number);
        let school = |(_, other): (u64, bool)| if other { Y } else { X };
        let stays: Vec<Enrollment> = std::iter::once((1, false)).chain(moves.iter().copied()).enumerate()
            .map(|(n, stay)| at(school(stay), stay.0, moves.get(n).map(|next| next.0)))
            .collect();
        let moved: Vec<Mark> = marks.iter().map(|mark| {
            let stay = stays.iter().find(|stay| stay.contains(mark.day)).unwrap();
            Mark { school_id: stay.school_id, ..*mark }
        }).collect();
        let history = History { enrollments: &stays, marks: &moved };
        let split = tallies(history, &schools(&calendar), whole(&calendar), &rules);
        prop_assert_eq!(split.iter().map(|(_, tally)| *tally).sum::<Tally>(), at_one);
    }

    #[test]
    fn an_overlap_counts_a_day_once(
        calendar in some_calendar(),
        stays in prop::collection::vec((any::<bool>(), 1u64..60, prop::option::of(1u64..60)), 0..6),
        marks in (some_marks(X), some_marks(Y)),
        rules in some_rules(),
    ) {
        let stays: Vec<_> = stays.into_iter().map(|(other, entry, exit)| at(if other { Y } else { X }, entry, exit)).collect();
        let mut marks = [marks.0, marks.1].concat();
        marks.sort_by_key(|mark| mark.day);
        let days = days_under(&calendar, &stays, &marks, &rules);
        let expected: Vec<_> = calendar.iter()
            .filter(|day| day.is_school_day() && stays.iter().any(|stay| stay.contains(day.day)))
            .map(|day| day.day)
            .collect();
        prop_assert_eq!(days.iter().map(|day| day.day).collect::<Vec<_>>(), expected);
        for day in &days {
            prop_assert!(stays.iter().any(|stay| stay.school_id == day.school_id && stay.contains(day.day)));
            prop_assert!(day.absent() <= day.value.into());
        }
    }

    #[test]
    fn every_mark_is_counted_or_stray(calendar in some_calendar(), marks in (some_marks(X), some_marks(Y)), entry in 1u64..60) {
        let mut marks = [marks.0, marks.1].concat();
        marks.sort_by_key(|mark| mark.day);
        let stays = [at(X, entry, None)];
        let counted = days_under(&calendar, &stays, &marks, &Rules::default()).iter().filter(|day| day.status.is_some()).count();
        let seen = marks.iter().filter(|mark| whole(&calendar).contains(mark.day)).count();
        let stray = stray_marks(History { enrollments: &stays, marks: &marks }, &schools(&calendar), whole(&calendar));
        prop_assert_eq!(counted + stray.all() as usize, seen);
    }

    #[test]
    fn a_corrected_mark_updates_the_tally_as_recomputing_does(
        calendar in some_calendar(),
        marks in some_marks(X),
        corrections in prop::collection::vec((1u64..60, 0usize..8, 0u32..=10_000), 1..10),
        rules in some_rules(),
    ) {
        let enrolled = [at(X, 1, None)];
        let mut marks = marks;
        let mut tally = tally_under(&calendar, &marks, &rules);
        for (number, status, missed) in corrections {
            let on = |marks: &[Mark]| days_under(&calendar, &enrolled, marks, &rules).into_iter().find(|day| day.day == nth(number));
            let before = on(&marks);
            marks.push(Mark { missed: DayPart::new(missed).unwrap(), ..mark(X, number, STATUSES[status]) });
            marks.sort_by_key(|mark| mark.day);
            before.iter().for_each(|day| tally.remove(day));
            on(&marks).iter().for_each(|day| tally.add(day));
            prop_assert_eq!(tally, tally_under(&calendar, &marks, &rules));
        }
    }

    #[test]
    fn days_recorded_one_by_one_add_up_to_the_year(calendar in some_calendar(), marks in some_marks(X), rules in some_rules()) {
        let mut tally = Tally::default();
        for day in days_under(&calendar, &[at(X, 1, None)], &marks, &rules) {
            tally.add(&day);
            let window = whole(&calendar).until(day.day);
            let history = History { enrollments: &[at(X, 1, None)], marks: &marks };
            prop_assert_eq!(tallies(history, &schools(&calendar), window, &rules)[0].1, tally);
        }
    }
}
