//! One student's page and what belongs to it, the mentor's week and month, the list of students: in every state.

use super::*;

/// A school year from September on, with a sun here and there.
pub fn year_view() -> YearView {
    let months: Vec<MonthView> = (9..13).map(|month| month_of(2025, month)).collect();
    let has_sun = |day: &&MonthDay| day.marks.contains(&CalendarMark::Present);
    let suns = months.iter().flat_map(|month| &month.days).filter(has_sun).count();
    YearView {
        match_id: id(1),
        student: "Lisa Woods".to_owned(),
        first_name: "Lisa".to_owned(),
        school: "Lincoln Middle".to_owned(),
        today: today(),
        months,
        suns: suns.try_into().unwrap(),
    }
}

fn month_of(year: u32, month: u32) -> MonthView {
    let first: SchoolDay = format!("{year}-{month:02}-01").parse().unwrap();
    let days = (0..28).map(|n| first.plus(n)).map(|day| MonthDay {
        day,
        day_type: (day.weekday().number_from_monday() <= 5).then_some(DayType::Instructional),
        official: (day < today() && day.weekday().number_from_monday() <= 5).then_some(
            if day.to_string().ends_with("-03") {
                AttendanceStatus::AbsentExcused
            } else {
                AttendanceStatus::Present
            },
        ),
        marks: if day < today() && day.to_string().ends_with("-08") {
            vec![CalendarMark::Present]
        } else {
            vec![]
        },
    });
    MonthView { first, days: days.collect() }
}

/// October, or the month that is asked for.
pub fn my_month(day: Option<SchoolDay>) -> MyMonthView {
    let day = day.unwrap_or_else(today);
    let first: SchoolDay = format!("{}-01", &day.to_string()[..7]).parse().unwrap();
    MyMonthView {
        first,
        students: 12,
        elements: daymark_domain::Element::ALL.iter().copied().zip([40, 6, 9, 12, 5, 3, 2]).collect(),
        weeks_met: 17,
        weeks: 24,
        family_contacts: 8,
        attempts: 5,
        minutes: 615,
    }
}

const STUDENT: &str = "/students/01010101010101010101010101010101";
const TOGETHER: &str = "/students/01010101010101010101010101010101/together";
const YEAR: &str = "/students/01010101010101010101010101010101/year";
const LOG: &str = "/students/01010101010101010101010101010101/log";
const MY_MONTH: &str = "/students/month";

const LISA: Scene = Scene { path: STUDENT, ..ANA };
const GRANTED: Scene = Scene { also: Some(Prepares(granted)), ..LISA };
const BRIEFED: Scene = Scene { also: Some(Prepares(briefed)), ..LISA };
const FIRST_DAY: Scene = Scene { also: Some(Prepares(first_day)), ..LISA };
const LONG_NAME: Scene = Scene { also: Some(Prepares(long_name)), ..LISA };
const DISPUTED: Scene = Scene { also: Some(Prepares(disputed)), ..LISA };
const LAST_WEEK: Scene = Scene { path: MY_WEEK, holds: Holds::Much, tap: &["week-previous"], ..ANA };
const FIFTY: Scene = Scene { path: "/students", also: Some(Prepares(fifty)), ..ANA };

/// The states that these screens have.
pub fn scenes() -> Vec<Scene> {
    let pages = [TOGETHER, YEAR, LOG, MY_MONTH].map(|path| Scene { path, ..ANA });
    let empty = [TOGETHER, LOG].map(|path| Scene { path, ..FIRST_DAY });
    let no_year = Scene { path: YEAR, also: Some(Prepares(no_year)), ..ANA };
    let quiet_month = Scene { path: MY_MONTH, also: Some(Prepares(quiet_month)), ..ANA };
    let refused = Scene { refuses: true, tap: &["mark-today"], ..LISA };
    let others =
        [BRIEFED, GRANTED, FIRST_DAY, LONG_NAME, DISPUTED, LAST_WEEK, FIFTY, no_year, quiet_month, refused];
    pages.into_iter().chain(empty).chain(others).collect()
}

type Answer = Option<Result<Reply, Failure>>;

/// Lisa's page with one thing different.
fn different(request: &Request, change: impl FnOnce(&mut StudentView)) -> Answer {
    matches!(request, Request::Student { .. }).then(|| {
        let mut view = student_view();
        change(&mut view);
        Ok(Reply::Student(view))
    })
}

fn granted(request: &Request) -> Answer {
    use daymark_domain::{GrantedField, IndicatorKind};
    different(request, |view| {
        let line = |kind, text: Option<&str>, hundredths| GrantedLine {
            day: today(),
            kind,
            text: text.map(str::to_owned),
            hundredths,
        };
        let of = |field, lines| GrantedView { field, until: today().plus(30), lines };
        view.granted = vec![
            of(GrantedField::Birthday, vec![line(None, None, None)]),
            of(GrantedField::AttendanceReasons, vec![line(None, Some("Dentist"), None)]),
            of(GrantedField::Discipline, vec![line(Some(IndicatorKind::Detentions), None, Some(250))]),
            of(GrantedField::Courses, vec![]),
        ];
    })
}

fn briefed(request: &Request) -> Answer {
    different(request, |view| {
        view.others = vec![OtherContact {
            kind: ContactKind::AbsenceCall,
            minute: 555,
            reach: daymark_domain::Reach::Family,
        }];
        let mondays = [AbsenceFigure::from_days(3, 6), AbsenceFigure::from_days(0, 6)];
        view.weekdays.weekdays[..2].copy_from_slice(&mondays);
        view.weeks = [(13, 1), (6, 0)]
            .map(|(day, missed)| WeekTotal {
                monday: format!("2025-10-{day:02}").parse().unwrap(),
                figure: AbsenceFigure::from_days(missed, 5),
            })
            .into();
        view.callees = today_view(true).calls.remove(0).callees;
        view.callees[0].interpreter = true;
        let rules = daymark_domain::Rules::default();
        let to_come = daymark_domain::Days::whole(149);
        *view.record = StudentRecord {
            projection: Some(daymark_domain::Projection::new(view.figure, to_come, &rules)),
            family_reached: Some("2025-10-10".parse().unwrap()),
            goals: vec![GoalView {
                key: "g-1".parse().unwrap(),
                set: today(),
                goal: day::goal(),
                check: None,
            }],
            barriers: vec![BarrierView {
                key: "b-1".parse().unwrap(),
                day: today(),
                barrier: daymark_domain::Barrier {
                    factor: daymark_domain::BarrierFactor::Transport,
                    source: daymark_domain::BarrierSource::Student,
                    confidence: None,
                },
                resolved: None,
            }],
            drafts: vec![Draft {
                of: daymark_domain::DraftOf::Note,
                text: "Asked about".to_owned(),
                at: LocalTime { day: today(), minute: 843 },
            }],
            ..StudentRecord::default()
        };
    })
}

/// Matched today; nothing was recorded, imported or marked.
fn first_day(request: &Request) -> Answer {
    different(request, |view| {
        view.school_days_together = 1;
        view.figure = AbsenceFigure::default();
        view.record_complete_to = None;
        view.present_in_a_row = 0;
        view.log = vec![];
        for day in &mut view.month.days {
            (day.official, day.marks) = (None, vec![]);
        }
    })
}

fn long_name(request: &Request) -> Answer {
    different(request, |view| {
        view.student = "Maximiliano Alejandro Castellanos-Ortega de la Villanueva".to_owned();
        view.first_name = "Maximiliano Alejandro".to_owned();
    })
}

/// Two phones disagree about the eighth.
fn disputed(request: &Request) -> Answer {
    different(request, |view| view.month.days[7].marks = vec![CalendarMark::Present, CalendarMark::Cleared])
}

fn no_year(request: &Request) -> Answer {
    let empty = || YearView { months: vec![], suns: 0, ..year_view() };
    matches!(request, Request::Year { .. }).then(|| Ok(Reply::Year(empty())))
}

fn quiet_month(request: &Request) -> Answer {
    let Request::MyMonth { day } = request else { return None };
    let month = my_month(*day);
    let elements = month.elements.into_iter().map(|(element, _)| (element, 0)).collect();
    let quiet = MyMonthView {
        elements,
        weeks: 0,
        weeks_met: 0,
        minutes: 0,
        family_contacts: 0,
        attempts: 0,
        ..month
    };
    Some(Ok(Reply::MyMonth(quiet)))
}

fn fifty(request: &Request) -> Answer {
    matches!(request, Request::Caseload).then(|| {
        let mut view = caseload(true);
        let names = [
            "Ángela María Fernández-Villalobos y Montenegro",
            "Bo Li",
            "Lisa Woods",
            "Tyrone Dyer",
            "Zoë Ng",
        ];
        let one = view.rows.remove(0);
        let row = |n: u8| CaseloadRow {
            match_id: id(n),
            student: names[usize::from(n) / 10].to_owned(),
            ..one.clone()
        };
        view.rows = (0..50).map(row).collect();
        Ok(Reply::Caseload(view))
    })
}

/// What was asked to be written.
fn written(scene: Scene) -> (String, Vec<Request>) {
    WRITTEN.take();
    let html = screen(scene);
    (html, WRITTEN.take())
}

#[test]
fn a_students_page_shows_figure_brief_month_what_to_do_and_what_was_done() {
    let html = screen(LISA);
    let wanted = [
        "Lisa Woods",
        "Grade 7 · Lincoln Middle · 31 school days together",
        "4 of 31 days missed",
        "10 school days in a row",
        "not reached yet",
        "no goal agreed yet",
        "nothing known",
        "October 2025",
        "day-2025-10-13",
        "day-2025-10-14",
        "5 days in a row",
        "20 min",
        "For this student",
        "to-contact",
        "to-log",
        "to-safety",
        "log-entry-0",
        "Note, for you and the coordinator",
        "Asked about the bus",
        "saved here",
        "void-0",
        "log-entry-1",
        "Greeted at the door",
        "taken back Tue 14 Oct, 9:12",
        "log-entry-4",
        "all-entries",
        "mark-today",
        "Mark today together",
    ];
    assert_reads(&html, &wanted);
    assert!(!html.contains("\"void-1\""), "what was taken back cannot be taken back again");
    assert!(!html.contains("log-entry-5"), "the rest stands in the log");
    assert!(
        !html.contains("When school is missed"),
        "nothing is said of weekdays before anything is recorded"
    );
}

#[test]
fn what_the_school_granted_stands_on_the_page_with_its_last_day_and_nowhere_without_a_grant() {
    let html = screen(GRANTED);
    let wanted = [
        "Why days were missed, as the school wrote it",
        "until 13 November",
        "14 October 2025: Dentist",
        "Behaviour: detentions: 2.5",
        "The school has written nothing here.",
    ];
    assert_reads(&html, &wanted);
    assert!(!screen(LISA).contains("granted-"));
}

#[test]
fn the_brief_says_what_to_know_before_the_call() {
    let html = screen(BRIEFED);
    let wanted = [
        "This year of 180 school days can bear 13 more absences and stay below 10 %.",
        "Another mentor today",
        "Call home about the absence, 9:15",
        "a note, Tue 14 Oct, 14:03",
        "last reached Fri 10 Oct",
        "Days at school: 3 before, try 4",
        "the way to school",
        "Spanish · with an adult interpreter",
        "Before you call: court order",
        "tel:+15550100",
        "Missed most often: Monday (3 of 6 days)",
        "Week of 13 October: 1 of 5 days missed.",
        "Days missed by day of the week, this year",
        "Monday",
        "3 of 6 days",
        "Week of 6 October",
    ];
    assert_reads(&html, &wanted);
}

#[test]
fn every_tile_leads_to_a_page_of_this_student() {
    let html = screen(LISA);
    for page in [
        "contact", "note", "goals", "praise", "barriers", "ask", "starters", "steps", "wake-up", "family",
        "together", "year", "log", "safety",
    ] {
        assert!(html.contains(&format!("href=\"{STUDENT}/{page}\"")), "{page}: {html}");
    }
}

#[test]
fn on_the_first_day_the_page_says_what_is_not_there_yet() {
    let html = screen(FIRST_DAY);
    let wanted = [
        "your first school day together",
        "No school day recorded yet",
        "No school record has been imported yet.",
        "October 2025",
        "Nothing yet. What you do at the door",
    ];
    assert_reads(&html, &wanted);
    assert!(
        !html.contains("sun-core\" cx=\"16\" cy=\"16\" r=\"7.5\"></circle></svg></span></button>"),
        "no sun is on"
    );
    assert!(!html.contains("all-entries"));
    assert_reads(
        &screen(Scene { path: TOGETHER, ..FIRST_DAY }),
        &["Good to see you, Lisa.", "No sun this month yet."],
    );
    assert_reads(&screen(Scene { path: LOG, ..FIRST_DAY }), &["Nothing yet."]);
}

#[test]
fn a_day_with_two_answers_is_settled_by_one_tap_and_says_that_both_stay() {
    let html = screen(DISPUTED);
    let wanted = [
        "Wednesday 8 October:",
        "two phones disagree about the sun",
        "8 October: two answers",
        "Both answers stay in the history.",
        "choose-sun-2025-10-08",
        "With a sun",
        "choose-no-sun-2025-10-08",
        "Without a sun",
    ];
    let eighth: SchoolDay = "2025-10-08".parse().unwrap();
    assert_reads(&html, &wanted);
    for (hook, mark) in [
        ("choose-sun-2025-10-08", CalendarMark::Present),
        ("choose-no-sun-2025-10-08", CalendarMark::Cleared),
    ] {
        let tap: &'static [&'static str] = Box::leak(Box::new([hook]));
        let (html, written) = written(Scene { tap, ..DISPUTED });
        assert_eq!(written, [Request::MarkCalendarDay { match_id: id(1), day: eighth, mark }]);
        assert!(!html.contains("two answers"), "the choice shows at once");
    }
}

#[test]
fn a_choice_that_could_not_be_saved_leaves_both_answers_and_says_why() {
    let html = screen(Scene { refuses: true, tap: &["choose-sun-2025-10-08"], ..DISPUTED });
    assert_reads(&html, &["8 October: two answers", "Not saved.", "the disk is full"]);
}

#[test]
fn the_calendar_is_handed_over_with_the_students_own_days_and_nothing_else() {
    let html = screen(Scene { path: TOGETHER, ..BRIEFED });
    let wanted = [
        "Lisa&#39;s calendar",
        "You were here 5 school days in a row, Lisa.",
        "1 sun this month",
        "October 2025",
        "day-2025-10-14",
        "Print this month",
        "together-done",
        "Done",
    ];
    assert_reads(&html, &wanted);
    for hidden in ["Carmen", "tel:", "Goal", "transport", "tab-students", "class=\"back\"", "missed", "%"] {
        assert!(!html.contains(hidden), "{hidden}: {html}");
    }
}

#[test]
fn a_sun_is_put_on_in_the_students_hands_and_shows_before_the_disk_answers() {
    let scene = Scene { path: TOGETHER, tap: &["day-2025-10-14"], ..ANA };
    let (html, written) = written(scene);
    let mark = CalendarMark::Present;
    assert_eq!(written, [Request::MarkCalendarDay { match_id: id(1), day: today(), mark }]);
    assert!(html.contains("Tuesday 14 October: today, sun, marked together"), "{html}");
    let refused = screen(Scene { path: TOGETHER, refuses: true, tap: &["day-2025-10-14"], ..ANA });
    assert_reads(&refused, &["Tuesday 14 October: today\"", "Not saved."]);
}

#[test]
fn the_year_shows_all_months_and_is_printed_by_one_tap() {
    PRINTED.take();
    let html = screen(Scene { path: YEAR, tap: &["print"], ..ANA });
    let wanted = [
        "Lisa&#39;s school year 2025",
        "Lincoln Middle",
        "2 suns",
        "September 2025: 1 sun, 1 day absent by the school&#39;s record",
        "December 2025: 0 suns",
        "Print the year",
    ];
    assert_reads(&html, &wanted);
    assert_eq!(PRINTED.take(), 1);
    let empty = screen(Scene { path: YEAR, also: Some(Prepares(no_year)), ..ANA });
    assert_reads(&empty, &["0 suns", "The school&#39;s calendar is not on this phone yet."]);
}

#[test]
fn the_log_has_every_entry_with_its_state_and_its_taking_back() {
    let html = screen(Scene { path: LOG, ..ANA });
    let wanted = [
        "Everything",
        "Contacts",
        "Notes",
        "October 2025",
        "Tuesday 14 October",
        "log-entry-0",
        "Asked about the bus",
        "7:43 · saved here",
        "void-0",
        "log-entry-1",
        "taken back Tue 14 Oct, 9:12",
        "log-entry-5",
    ];
    assert_reads(&html, &wanted);
    let (html, written) = written(Scene { path: LOG, tap: &["void-0"], ..ANA });
    assert_eq!(written, [Request::VoidEntry { match_id: id(1), key: "a-3".parse().unwrap() }]);
    assert_reads(&html, &["Taken back"]);
}

#[test]
fn the_log_shows_one_kind_when_asked_to_and_folds_its_months() {
    let notes = screen(Scene { path: LOG, tap: &["log-notes"], ..ANA });
    assert_reads(&notes, &["log-notes\" aria-pressed=\"true\"", "Asked about the bus"]);
    assert!(!notes.contains("Greeted at the door"), "{notes}");
    let folded = screen(Scene { path: LOG, tap: &["log-month-2025-10-01"], ..ANA });
    assert!(folded.contains("aria-expanded=\"false\"") && !folded.contains("log-entry-0"), "{folded}");
}

#[test]
fn my_week_puts_first_whom_it_still_waits_for_and_leads_to_the_month() {
    let html = screen(Scene { path: MY_WEEK, holds: Holds::Much, ..ANA });
    assert_reads(
        &html,
        &["Mon 13 Oct to Fri 17 Oct", "week-in-short", "Waiting for you", "to-my-month", "My month"],
    );
    assert!(html.contains("data-testid=\"week-next\" disabled"), "there is no week after this one: {html}");
}

#[test]
fn an_earlier_week_is_over_and_waits_for_nobody() {
    let html = screen(Scene { also: Some(Prepares(earlier_week)), ..LAST_WEEK });
    assert_reads(&html, &["Mon 6 Oct to Fri 10 Oct", "had all their days", "this week counts anew"]);
    assert!(!html.contains("Waiting for you"), "{html}");
    assert!(!html.contains("data-testid=\"week-next\" disabled"), "{html}");
}

/// The core's answer for the week that is asked for.
fn earlier_week(request: &Request) -> Answer {
    let Request::MyWeek { day: Some(day) } = request else { return None };
    let view = day::my_week(Holds::Much, true);
    Some(Ok(Reply::MyWeek(MyWeekView { monday: day.week().monday, ..view })))
}

#[test]
fn my_month_adds_up_the_elements_the_weeks_and_the_hours() {
    let html = screen(Scene { path: MY_MONTH, ..ANA });
    let wanted = [
        "My month",
        "October 2025",
        "17 of 24 weeks met the model",
        "three school days with contact",
        "12 students",
        "10 h 15 min",
        "8 family contacts",
        "5 tries",
        "Greeting at the door",
        "40 times",
        "Work with the team and staff",
        "2 times",
    ];
    assert_reads(&html, &wanted);
    assert!(html.contains("data-testid=\"month-next\" disabled"), "{html}");
    let earlier = screen(Scene { path: MY_MONTH, tap: &["month-previous"], ..ANA });
    assert_reads(&earlier, &["September 2025"]);
    assert!(!earlier.contains("data-testid=\"month-next\" disabled"), "{earlier}");
}

#[test]
fn fifty_students_are_found_by_a_letter() {
    let html = screen(FIFTY);
    assert_reads(
        &html,
        &["50 students", "to-group", "to-library", "letter-all", "letter-A", "letter-B", "student-49"],
    );
    assert_eq!(html.matches("of 3 days\"").count(), 50, "each has this week's suns");
    let bo = screen(Scene { tap: &["letter-B"], ..FIFTY });
    assert_eq!(bo.matches("Bo Li").count(), 10);
    assert!(!bo.contains("Tyrone"), "{bo}");
    let all = screen(Scene { tap: &["letter-B", "letter-all"], ..FIFTY });
    assert!(all.contains("Tyrone"));
    assert!(
        !screen(Scene { path: "/students", ..ANA }).contains("letter-all"),
        "one student needs no letters"
    );
}

#[test]
fn a_long_name_is_whole_on_page_and_calendar() {
    assert_reads(&screen(LONG_NAME), &["Maximiliano Alejandro Castellanos-Ortega de la Villanueva"]);
    assert_reads(&screen(Scene { path: TOGETHER, ..LONG_NAME }), &["Maximiliano Alejandro&#39;s calendar"]);
}
