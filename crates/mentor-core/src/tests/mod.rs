//! The core as a whole, on a real database: taps, screens and what a server's answer does.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

mod any_day;
mod clock;
mod damage;
mod drafts;
mod failing;
mod granted;
mod group;
mod lease;
mod leaving;
mod marks;
mod refused;
mod replaced;
mod schools_word;
mod today;
mod upgrade;
mod whole_day;
mod year;

use std::cell::Cell;
use std::rc::Rc;

use daymark_domain::{
    AbsenceFigure, CalendarMark, CallOutcome, DeviceId, DeviceTag, DoorResult, EntryKey, MatchId, NoteClass,
    SchoolDay,
};
use daymark_protocol::{
    Acknowledged, AttendanceRow, CalendarRow, CalleeRow, Done, Down, MatchRow, Revoked, Rows, SchoolRow,
    StudentRow, Welcome,
};
use daymark_sqlite::open_in_memory;
use daymark_sqlite::rusqlite::Connection;

use crate::api::{EntryState, Failure, Reply, Request, StudentView, TodayView};
use crate::core::Core;
use crate::storage::phone::{self, Phone};
use crate::storage::{MIGRATIONS, change, projection};
use crate::sync::Pushed;

/// 14 October 2025, 7:42 in Chicago.
const TUESDAY_MORNING: i64 = 1_760_445_720;

fn today() -> SchoolDay {
    "2025-10-14".parse().unwrap()
}

fn match_id(n: u8) -> MatchId {
    MatchId::from_bytes([n; 16])
}

fn answer(frames: impl IntoIterator<Item = Down>) -> Vec<u8> {
    let mut body = Vec::new();
    Down::from(Welcome::new([7; 8].into(), TUESDAY_MORNING, None, None, None)).write(&mut body);
    frames.into_iter().for_each(|frame| frame.write(&mut body));
    Down::from(Done::new(5, false, None)).write(&mut body);
    body
}

fn student(n: u8, first_name: &str) -> StudentRow {
    StudentRow {
        id: [n; 16].into(),
        first_name: first_name.to_owned(),
        family_name: "Example".to_owned(),
        grade: Some("7".to_owned()),
        entry_day: "2025-09-01".parse::<SchoolDay>().unwrap().number(),
        exit_day: None,
        callees: [("Carmen", "+1 555 0100"), ("Rosa", "+1 555 0101")]
            .map(|(name, phone)| CalleeRow {
                name: name.to_owned(),
                relation: None,
                language: None,
                phone: Some(phone.to_owned()),
                restriction: None,
                interpreter: None,
                may_text: None,
                best_hours: None,
            })
            .to_vec(),
    }
}

/// A phone's clock in the test's hand.
type Hand = Rc<Cell<i64>>;

/// The core over an opened database, on Tuesday morning.
fn core_over(db: Connection) -> (Core, Hand) {
    let clock = Rc::new(Cell::new(TUESDAY_MORNING));
    let hand = clock.clone();
    (Core::new(db, Rc::new(move || hand.get())), clock)
}

/// A paired phone with three students; school on weekdays since September, recorded through Monday.
fn paired() -> (Core, Hand) {
    paired_over(open_in_memory(MIGRATIONS).unwrap())
}

/// A phone of Ana's, whose server does not answer.
pub(crate) fn a_phone() -> Phone {
    Phone {
        device_id: DeviceId::from_bytes([9; 16]),
        tag: DeviceTag::from_serial(11),
        generation: 0,
        server: "http://127.0.0.1:1".to_owned(),
        mentor: "Ana".to_owned(),
        log_id: None,
        cursor: 0,
        last_sent_at: None,
    }
}

fn paired_over(db: Connection) -> (Core, Hand) {
    let (mut core, clock) = core_over(db);
    core.change(|tx| Ok(phone::set(tx, &a_phone(), &[1; 32])?)).unwrap();
    let first: SchoolDay = "2025-09-01".parse().unwrap();
    let weekdays = (0..60).map(|n| first.plus(n)).filter(|day| day.weekday().num_days_from_monday() < 5);
    let rows = Rows {
        school: Some(recorded_through(today().minus(1))),
        calendar: Some(
            weekdays
                .map(|day| CalendarRow { day: day.number(), day_type: "instructional".to_owned() })
                .collect(),
        ),
        students: Some(vec![student(1, "Amir"), student(2, "Bea"), student(3, "Zoë")]),
        matches: Some(
            (1..=3)
                .map(|n| MatchRow {
                    id: [n; 16].into(),
                    student_id: [n; 16].into(),
                    start_day: first.number(),
                    wake_up_calls: n == 2,
                })
                .collect(),
        ),
        attendance: Some(
            [("2025-10-10", 2), ("2025-10-13", 2), ("2025-09-05", 1)]
                .map(|(day, missed_halves)| absence(3, day, missed_halves))
                .to_vec(),
        ),
        ..Rows::default()
    };
    assert!(core.apply_answer(&answer([rows.into()]), &[]).unwrap().whole);
    (core, clock)
}

fn absence(n: u8, day: &str, missed_halves: u8) -> AttendanceRow {
    AttendanceRow {
        student_id: [n; 16].into(),
        day: day.parse::<SchoolDay>().unwrap().number(),
        status: Some("absent_excused".to_owned()),
        missed_halves,
    }
}

/// What the school's export brought, as the next sync would tell.
fn hear(core: &mut Core, rows: Rows) {
    assert!(core.apply_answer(&answer([rows.into()]), &[]).unwrap().whole);
}

/// The school, with its record complete through the day.
fn recorded_through(day: SchoolDay) -> SchoolRow {
    SchoolRow {
        name: "Lincoln Middle".to_owned(),
        bell_minute: Some(485),
        recorded_through: Some(day.number()),
        offsets: vec![(0, -5 * 3_600)],
        rules: None,
        safety_contacts: None,
    }
}

fn tap(core: &mut Core, request: Request) -> EntryKey {
    match core.answer(request) {
        Ok(Reply::Saved { key: Some(key), .. }) => key,
        other => panic!("{other:?}"),
    }
}

fn today_view(core: &mut Core) -> TodayView {
    match core.answer(Request::Today) {
        Ok(Reply::Today(view)) => view,
        other => panic!("{other:?}"),
    }
}

fn greet(core: &mut Core, n: u8, result: DoorResult) -> Result<Reply, Failure> {
    core.answer(Request::RecordDoorCheck { match_id: match_id(n), day: today(), result })
}

fn page(core: &mut Core, n: u8) -> StudentView {
    match core.answer(Request::Student { match_id: match_id(n), month: None }) {
        Ok(Reply::Student(view)) => view,
        other => panic!("{other:?}"),
    }
}

fn unsent(core: &Core) -> u32 {
    core.status().unwrap().unsent
}

/// Every projected row, as text.
fn projected(core: &mut Core) -> Vec<String> {
    rows_of(core, &projection::TABLES)
}

/// Every row of these tables, as text.
fn rows_of(core: &Core, tables: &[&str]) -> Vec<String> {
    let mut rows = Vec::new();
    for table in tables {
        let mut statement = core.db.prepare(&format!("SELECT * FROM main.{table} ORDER BY 1, 2, 3")).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let values: Vec<String> =
                (0..columns).map(|n| format!("{:?}", row.get_ref(n).unwrap())).collect();
            rows.push(format!("{table}: {}", values.join(", ")));
        }
    }
    rows
}

#[test]
fn a_greeting_is_in_the_outbox_and_on_the_door_list() {
    let (mut core, _) = paired();
    greet(&mut core, 1, DoorResult::Greeted).unwrap();
    assert_eq!(unsent(&core), 1);
    let Ok(Reply::Door(door)) = core.answer(Request::Door { day: None }) else { panic!() };
    let names: Vec<_> = door.rows.iter().map(|row| (row.first_name.as_str(), row.absent_in_a_row)).collect();
    assert_eq!(names, [("Zoë", 2), ("Amir", 0), ("Bea", 0)], "whoever was missed comes first");
    let check = door.rows[1].check.clone().unwrap();
    assert_eq!(
        (check.result, check.minute, check.state),
        (DoorResult::Greeted, 7 * 60 + 42, EntryState::Saved)
    );
    assert_eq!((door.rows[1].week.done, door.rows[1].week.wanted), (1, 3));
}

#[test]
fn a_second_tap_at_the_door_corrects_the_first_and_keeps_it_in_the_history() {
    let (mut core, _) = paired();
    greet(&mut core, 1, DoorResult::Greeted).unwrap();
    greet(&mut core, 1, DoorResult::NotSeen).unwrap();
    let Ok(Reply::Door(door)) = core.answer(Request::Door { day: None }) else { panic!() };
    assert_eq!(door.rows[1].check.as_ref().unwrap().result, DoorResult::NotSeen);
    let log = page(&mut core, 1).log;
    assert_eq!(log.iter().map(|entry| entry.voided).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn an_entry_taken_back_twice_is_taken_back_once() {
    let (mut core, _) = paired();
    let Ok(Reply::Saved { key: Some(key), .. }) = greet(&mut core, 1, DoorResult::Greeted) else { panic!() };
    let void = Request::VoidEntry { match_id: match_id(1), key };
    core.answer(void.clone()).unwrap();
    let after_once = unsent(&core);
    core.answer(void).unwrap();
    assert_eq!(unsent(&core), after_once);
}

#[test]
fn the_home_screen_names_who_to_call_and_the_school_day() {
    let (mut core, _) = paired();
    core.answer(Request::RecordWakeUpCall {
        match_id: match_id(2),
        day: today(),
        outcome: CallOutcome::NoAnswer,
    })
    .unwrap();
    let Ok(Reply::Today(view)) = core.answer(Request::Today) else { panic!() };
    assert_eq!(view.school_day_number, Some(32));
    assert_eq!(view.calls.len(), 1);
    assert_eq!(view.calls[0].first_name, "Bea");
    assert_eq!(view.calls[0].calls[0].outcome, CallOutcome::NoAnswer);
    assert_eq!((view.door.students, view.door.absent_yesterday), (3, 1));
}

#[test]
fn the_students_page_shows_the_schools_record_beside_the_marks_made_together() {
    let (mut core, _) = paired();
    core.answer(Request::MarkCalendarDay {
        match_id: match_id(3),
        day: today(),
        mark: CalendarMark::Present,
    })
    .unwrap();
    let view = page(&mut core, 3);
    assert_eq!(view.figure, AbsenceFigure::from_halves(5, 62));
    assert_eq!(view.present_in_a_row, 0);
    let marked = view.month.days.iter().find(|day| day.day == today()).unwrap();
    assert_eq!((marked.marks.as_slice(), marked.official), ([CalendarMark::Present].as_slice(), None));
    let monday = view.month.days.iter().find(|day| day.day == today().minus(1)).unwrap();
    assert!(monday.official.is_some_and(|status| status.is_absence()));
}

#[test]
fn a_write_that_fails_says_so_and_leaves_nothing_half_done() {
    let (mut core, _) = paired();
    greet(&mut core, 1, DoorResult::Greeted).unwrap();
    let before = projected(&mut core);
    core.db.pragma_update(None, "query_only", true).unwrap();
    assert!(matches!(greet(&mut core, 1, DoorResult::Late), Err(Failure::NotSaved(_))));
    core.db.pragma_update(None, "query_only", false).unwrap();
    assert_eq!((projected(&mut core), unsent(&core)), (before, 1));
    greet(&mut core, 1, DoorResult::Late).unwrap();
    assert_eq!(page(&mut core, 1).log.len(), 2);
}

#[test]
fn an_empty_note_a_long_one_and_a_day_to_come_are_refused_with_their_reason() {
    let (mut core, _) = paired();
    let note = |text: &str| Request::AddNote {
        match_id: match_id(1),
        day: today(),
        text: text.to_owned(),
        audience: daymark_domain::Audience::Match,
        class: NoteClass::Shareable,
    };
    assert!(matches!(core.answer(note("  ")), Err(Failure::Invalid(_))));
    assert!(matches!(core.answer(note(&"x".repeat(2_001))), Err(Failure::Invalid(_))));
    let tomorrow = Request::RecordOneOnOne { match_id: match_id(1), day: today().next(), minutes: 10 };
    assert!(matches!(core.answer(tomorrow), Err(Failure::Invalid(_))));
    assert!(matches!(greet(&mut core, 7, DoorResult::Greeted), Err(Failure::NoSuchMatch)));
    assert_eq!(unsent(&core), 0);
}

#[test]
fn when_a_match_ends_the_student_leaves_and_unsent_entries_stay_to_be_handed_in() {
    let (mut core, _) = paired();
    greet(&mut core, 1, DoorResult::Greeted).unwrap();
    core.apply_answer(&answer([Revoked::new([1; 16].into(), None).into()]), &[]).unwrap();
    assert!(matches!(
        core.answer(Request::Student { match_id: match_id(1), month: None }),
        Err(Failure::NoSuchMatch)
    ));
    assert!(projected(&mut core).is_empty());
    assert_eq!(change::unsent(&core.db).unwrap().len(), 1);
}

#[test]
fn of_an_answer_that_was_cut_off_the_whole_frames_count_and_the_cursor_stays() {
    let (mut core, _) = paired();
    let whole =
        answer([Revoked::new([1; 16].into(), None).into(), Revoked::new([2; 16].into(), None).into()]);
    let applied = core.apply_answer(&whole[..whole.len() - 20], &[]).unwrap();
    assert!(!applied.whole);
    assert_eq!(core.phone().unwrap().cursor, 5, "as the answer before left it");
    assert!(matches!(
        core.answer(Request::Student { match_id: match_id(1), month: None }),
        Err(Failure::NoSuchMatch)
    ));
}

/// Found by the property in `any_day.rs`: the first change of two records that start from one genesis can be the same bytes, so
/// a hash alone does not name a change.
#[test]
fn the_same_mark_for_two_students_is_two_changes_and_each_is_acknowledged_for_itself() {
    let (mut core, _) = paired();
    for n in [1, 2] {
        core.answer(Request::MarkCalendarDay {
            match_id: match_id(n),
            day: today(),
            mark: CalendarMark::Present,
        })
        .unwrap();
    }
    assert_eq!(unsent(&core), 2);
    let hash: [u8; 32] = core.db.query_row("SELECT DISTINCT hash FROM change", [], |row| row.get(0)).unwrap();
    let second_only = [[0; 8], hash[..8].try_into().unwrap()].concat();
    let acknowledged = Down::from(Acknowledged::new(second_only.into()));
    core.apply_answer(&answer([acknowledged]), &[1, 2].map(|n| Pushed::of(match_id(n), &[]))).unwrap();
    let left: Vec<_> = change::unsent(&core.db).unwrap().into_iter().map(|unsent| unsent.match_id).collect();
    assert_eq!(left, [match_id(1)]);
}
