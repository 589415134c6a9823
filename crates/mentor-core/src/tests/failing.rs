//! A write that fails says so, whichever of its statements it was, and leaves nothing behind on disk or in memory.

use daymark_domain::{
    Ask, AskKind, Audience, Barrier, BarrierFactor, BarrierSource, Contact, ContactKind, DraftOf,
    FirstContactItem, Goal, GoalMeasure, GoalTarget, Milestone, Party, Recognition, RecognitionForm,
    RecognitionReason, StopRule, Urgency, WakeUpPlan, Weekdays,
};

use super::*;
use crate::sync::Pushed;

/// What taps write to.
const TABLES: [&str; 5] = ["change", "entry", "calendar_mark", "draft", "asked"];

/// Makes the nth row that is written fail, as a failing disk would in the middle of a transaction.
fn prepare(core: &Core) {
    let mut sql =
        "CREATE TEMP TABLE fails (written INTEGER, at INTEGER); INSERT INTO fails VALUES (0, 0);".to_owned();
    for table in TABLES {
        for verb in ["INSERT", "UPDATE", "DELETE"] {
            sql.push_str(&format!(
                "CREATE TEMP TRIGGER fails_{table}_{verb} BEFORE {verb} ON main.{table} BEGIN
                   UPDATE fails SET written = written + 1;
                   SELECT RAISE(ABORT, 'the disk failed') FROM fails WHERE written = at;
                 END;"
            ));
        }
    }
    core.db.execute_batch(&sql).unwrap();
}

fn fail_at(core: &Core, nth: i64) {
    core.db.execute("UPDATE temp.fails SET written = 0, at = ?1", [nth]).unwrap();
}

/// Every row that a tap may write, as text.
fn stored(core: &Core) -> Vec<String> {
    super::rows_of(core, &TABLES)
}

/// One of each thing that a mentor can do.
fn taps() -> Vec<Request> {
    let (match_id, day) = (match_id(1), today());
    let key = |counter| EntryKey { tag: DeviceTag::from_serial(11), counter };
    let of = DraftOf::Note;
    let text = |text: &str| text.to_owned();
    let goal =
        Goal { measure: GoalMeasure::DaysPresent, from: None, to: 4, target: GoalTarget::Day(day.plus(4)) };
    let recognition = Recognition {
        whom: None,
        form: RecognitionForm::NoteHome,
        reason: RecognitionReason::ALL[0],
        days: None,
    };
    let barrier = Barrier { factor: BarrierFactor::ALL[0], source: BarrierSource::Student, confidence: None };
    let plan = WakeUpPlan {
        weekdays: Weekdays::from_bits(31).unwrap(),
        from_minute: 390,
        to_minute: 450,
        whom: Party::Guardian,
        stop: StopRule::AfterPresentDays(5),
    };
    vec![
        Request::RecordDoorCheck { match_id, day, result: DoorResult::Greeted },
        Request::RecordDoorCheck { match_id, day, result: DoorResult::Late },
        Request::RecordWakeUpCall { match_id, day, outcome: CallOutcome::NoAnswer },
        Request::RecordWakeUpCall { match_id, day, outcome: CallOutcome::WrongNumber },
        Request::RecordOneOnOne { match_id, day, minutes: 10 },
        Request::RecordContact { match_id, day, contact: Contact::of(ContactKind::Letter) },
        Request::ReplaceContact {
            match_id,
            replaced: key(4),
            day,
            contact: Contact::call(ContactKind::WakeUpCall, CallOutcome::LeftMessage),
        },
        Request::MarkCalendarDay { match_id, day, mark: CalendarMark::Present },
        Request::MarkCalendarDay { match_id, day, mark: CalendarMark::Cleared },
        Request::KeepDraft { match_id, of, text: text("begun") },
        Request::AddNote {
            match_id,
            day,
            text: text("begun and ended"),
            audience: Audience::Match,
            class: NoteClass::Shareable,
        },
        Request::KeepDraft { match_id, of, text: text("another") },
        Request::DiscardDraft { match_id, of },
        Request::RecordAsked { match_id, starter: "starter".parse().unwrap() },
        Request::SetGoal { match_id, goal },
        Request::Recognize { match_id, recognition },
        Request::ReportBarrier { match_id, barrier },
        Request::AskTeam {
            match_id,
            ask: Ask { kind: AskKind::ALL[0], urgency: Urgency::Today, text: None },
        },
        Request::RaiseSafetyConcern { match_id },
        Request::SetWakeUpPlan { match_id, plan },
        Request::TickChecklist { match_id, item: FirstContactItem::ALL[0] },
        Request::ReachMilestone { match_id, milestone: Milestone::ALL[0] },
        Request::VoidEntry { match_id, key: key(3) },
        Request::RecordOneOnOne { match_id: super::match_id(2), day, minutes: 20 },
    ]
}

#[test]
fn whichever_row_of_a_tap_cannot_be_written_the_tap_fails_as_a_whole_and_says_so() {
    let (mut core, _) = paired();
    let (mut spared, _) = paired();
    prepare(&core);
    let mut failures = 0;
    for tap in taps() {
        spared.answer(tap.clone()).unwrap();
        let before = stored(&core);
        for nth in 1.. {
            fail_at(&core, nth);
            let reply = core.answer(tap.clone());
            if reply.is_ok() {
                assert!(nth > 1, "{tap:?} writes nothing");
                break;
            }
            failures += 1;
            assert!(matches!(reply, Err(Failure::NotSaved(_))), "{tap:?}: {reply:?}");
            assert_eq!(stored(&core), before, "{tap:?} at row {nth} leaves nothing");
        }
    }
    println!("{} taps, {failures} failures", taps().len());
    assert!(failures > 50, "{failures}");
    // In memory it is as on a phone where nothing ever failed: the same entries under the same keys.
    assert_eq!(stored(&core), stored(&spared));
    for n in [1, 2] {
        assert_eq!(core.record_hash(match_id(n)).unwrap(), spared.record_hash(match_id(n)).unwrap());
    }
}

#[test]
fn on_a_full_phone_reading_goes_on_taps_say_so_and_the_outbox_drains() {
    let folder = tempfile::tempdir().unwrap();
    let db = daymark_sqlite::open(&folder.path().join("daymark.sqlite"), None, MIGRATIONS).unwrap();
    let (mut core, _) = paired_over(db);
    let pages: i64 = core.db.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    core.db.pragma_update_and_check(None, "max_page_count", pages + 6, |_| Ok(())).unwrap();
    let note = |n: usize| Request::AddNote {
        match_id: match_id(1),
        day: today(),
        text: format!("{n} {}", "x".repeat(1_500)),
        audience: Audience::Match,
        class: NoteClass::Shareable,
    };
    let mut saved = 0;
    let full = loop {
        match core.answer(note(saved)) {
            Ok(_) => saved += 1,
            Err(failure) => break failure,
        }
        assert!(saved < 100, "it has to be full at some time");
    };
    assert!(matches!(&full, Failure::NotSaved(why) if why.contains("full")), "{full:?}");
    assert!(saved > 0);
    assert_eq!((page(&mut core, 1).log.len(), unsent(&core) as usize), (saved, saved));
    assert!(matches!(core.answer(note(saved)), Err(Failure::NotSaved(_))), "and again");

    // What was saved is sent all the same: that needs no room.
    let last = change::unsent(&core.db).unwrap().pop().unwrap();
    let hash = daymark_documents::inspect(&last.bytes).unwrap().hash.prefix();
    let acknowledged = Down::from(Acknowledged::new(hash.to_vec().into()));
    core.apply_answer(&answer([acknowledged]), &[Pushed::of(match_id(1), &[])]).unwrap();
    assert_eq!(unsent(&core), 0);

    core.db.pragma_update_and_check(None, "max_page_count", pages + 600, |_| Ok(())).unwrap();
    core.answer(note(saved)).unwrap();
    assert_eq!((page(&mut core, 1).log.len(), unsent(&core)), (saved + 1, 1));
}
