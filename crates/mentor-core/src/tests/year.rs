//! A student's school year, its weeks and its days of the week.

use daymark_domain::WeekdayPattern;

use super::*;
use crate::api::YearView;

fn calendar_day(day: &str, day_type: &str) -> CalendarRow {
    CalendarRow { day: day.parse::<SchoolDay>().unwrap().number(), day_type: day_type.to_owned() }
}

fn year(core: &mut Core, n: u8) -> YearView {
    match core.answer(Request::Year { match_id: match_id(n) }) {
        Ok(Reply::Year(view)) => view,
        other => panic!("{other:?}"),
    }
}

fn firsts(view: &YearView) -> Vec<String> {
    view.months.iter().map(|month| month.first.to_string()).collect()
}

#[test]
fn a_year_runs_from_its_first_calendar_day_in_august_to_its_last_with_the_gaps_in_between() {
    let (mut core, _) = paired();
    // Last year's end, a year that begins in August, nothing known of December and January, an end in June.
    let calendar = [
        ("2025-05-30", "instructional"),
        ("2025-08-18", "instructional"),
        ("2026-02-02", "instructional"),
        ("2026-06-12", "instructional"),
    ];
    let calendar = calendar.map(|(day, day_type)| calendar_day(day, day_type)).to_vec();
    hear(&mut core, Rows { calendar: Some(calendar), ..Rows::default() });
    for day in [today(), today().minus(1)] {
        let mark = CalendarMark::Present;
        core.answer(Request::MarkCalendarDay { match_id: match_id(1), day, mark }).unwrap();
    }
    let view = year(&mut core, 1);
    assert_eq!(
        firsts(&view),
        [
            "2025-08-01",
            "2025-09-01",
            "2025-10-01",
            "2025-11-01",
            "2025-12-01",
            "2026-01-01",
            "2026-02-01",
            "2026-03-01",
            "2026-04-01",
            "2026-05-01",
            "2026-06-01",
        ]
    );
    assert_eq!((view.suns, view.today, view.months[2].days.len()), (2, today(), 31));
    assert!(view.months[4].days.iter().all(|day| day.day_type.is_none() && day.official.is_none()));
    let first_day = &view.months[0].days[17];
    assert!(first_day.day_type.is_some(), "{first_day:?}");
    let month = page(&mut core, 1).month;
    assert_eq!(view.months[2], month, "the year shows a month as the student's page does");
}

#[test]
fn after_the_last_day_of_the_calendar_the_year_that_ended_is_shown_until_another_is_known() {
    let (mut core, hand) = paired();
    // 14 July 2026: a new school year by the rule, and no calendar of it yet.
    hand.set(TUESDAY_MORNING + 273 * 86_400);
    assert_eq!(firsts(&year(&mut core, 1)), ["2025-09-01", "2025-10-01"]);
    let calendar = Some(vec![calendar_day("2026-08-17", "instructional")]);
    hear(&mut core, Rows { calendar, ..Rows::default() });
    assert_eq!(firsts(&year(&mut core, 1)), ["2026-08-01"]);
}

#[test]
fn a_phone_without_a_calendar_shows_this_month_alone() {
    let (mut core, _) = paired();
    core.db.execute_batch("DELETE FROM calendar_day").unwrap();
    assert_eq!(firsts(&year(&mut core, 1)), ["2025-10-01"]);
    assert_eq!(core.answer(Request::Year { match_id: match_id(7) }), Err(Failure::NoSuchMatch));
}

#[test]
fn weeks_and_weekdays_add_up_to_the_years_figure() {
    let (mut core, _) = paired();
    let view = page(&mut core, 3);
    // Of 31 recorded school days Zoë missed Friday 10 and Monday 13 October, and half of Friday 5 September.
    assert_eq!(view.figure, AbsenceFigure::from_halves(5, 62));
    assert_eq!(view.weekdays.all(), view.figure);
    let by_weekday = view.weekdays.weekdays.map(|figure| (figure.missed_halves(), figure.enrolled_halves()));
    assert_eq!(by_weekday, [(2, 14), (0, 12), (0, 12), (0, 12), (3, 12), (0, 0), (0, 0)]);
    let weeks: Vec<_> = view
        .weeks
        .iter()
        .map(|week| (week.monday.to_string(), week.figure.missed_halves(), week.figure.enrolled_halves()))
        .collect();
    let of = |monday: &str, missed, enrolled| (monday.to_owned(), missed, enrolled);
    assert_eq!(
        weeks,
        [
            of("2025-10-13", 2, 2),
            of("2025-10-06", 2, 10),
            of("2025-09-29", 0, 10),
            of("2025-09-22", 0, 10),
            of("2025-09-15", 0, 10),
            of("2025-09-08", 0, 10),
            of("2025-09-01", 1, 10),
        ]
    );
    hear(
        &mut core,
        Rows { school: Some(recorded_through("2025-10-28".parse().unwrap())), ..Rows::default() },
    );
    let later = page(&mut core, 3);
    assert_eq!((later.weeks.len(), later.weeks[0].monday.to_string()), (8, "2025-10-27".to_owned()));
    core.db.execute_batch("UPDATE school SET recorded_through = NULL").unwrap();
    let unknown = page(&mut core, 3);
    assert_eq!((unknown.weeks, unknown.weekdays), (vec![], WeekdayPattern::default()));
}

#[test]
fn how_the_year_may_still_end_counts_this_years_days_alone() {
    let (mut core, _) = paired();
    let to_come = |core: &mut Core| page(core, 3).record.projection.unwrap();
    let before = to_come(&mut core);
    let calendar = Some(vec![calendar_day("2026-08-17", "instructional")]);
    hear(&mut core, Rows { calendar, ..Rows::default() });
    assert_eq!(to_come(&mut core), before);
}
