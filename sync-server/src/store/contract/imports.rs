//! What every store must do with an import.

use daymark_domain::{
    AttendanceStatus, DayPart, DayType, DeviceId, GuardianId, IndicatorKind, IndicatorValue, Rules, SchoolId,
    StudentId,
};

use super::{NOON, Seed, clear_mentor_of, day, matched};
use crate::store::imports::{
    BatchFigures, BatchOutcome, ByHand, CalendarDayRow, EnrollmentSource, GuardianField, GuardianLink,
    GuardianRow, ImportTransaction, IndicatorKey, Recorded, StudentAttributes, StudentDay, Verdict,
};
use crate::store::sync::{Asker, News};

/// Runs the work in one import that is kept, and hands out what it found.
pub(crate) fn kept<T>(store: &dyn Seed, mut work: impl FnMut(&mut dyn ImportTransaction) -> T) -> T {
    let mut found = None;
    store
        .import(&mut |tx| {
            found = Some(work(tx));
            Ok(Verdict::Keep)
        })
        .unwrap();
    found.unwrap()
}

async fn school_with_a_student(store: &dyn Seed) -> (SchoolId, StudentId) {
    let school = store.seed_school("Lincoln").await;
    (school, store.seed_student(school, "Tyrone", "Dyer", day("2025-08-25")).await)
}

fn absent(missed: DayPart) -> Recorded {
    Recorded { status: AttendanceStatus::AbsentExcused, missed, reason: Some("ill".into()) }
}

pub(crate) async fn an_import_that_is_not_kept_leaves_nothing(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let date = day("2025-10-13");
    let row =
        CalendarDayRow { school_id: school, day: date, day_type: DayType::Holiday, value: DayPart::NONE };
    for verdict in [Verdict::Discard, Verdict::Keep] {
        let write = &mut |tx: &mut dyn ImportTransaction| {
            let seq = tx.next_seq(school, "calendar", NOON)?;
            tx.put_calendar_day(row, seq)?;
            Ok(verdict)
        };
        store.import(write).unwrap();
        let days = kept(store, |tx| tx.calendar_days().unwrap().len());
        let seq = store.school(school).await.unwrap().unwrap().seq;
        assert_eq!((days, seq), if verdict == Verdict::Keep { (1, 1) } else { (0, 0) });
    }
}

pub(crate) async fn a_record_that_is_corrected_or_taken_back_is_no_longer_in_force(store: &dyn Seed) {
    let (school_id, student_id) = school_with_a_student(store).await;
    let of = StudentDay { student_id, school_id, day: day("2025-10-14") };
    let part = DayPart::new(3_333).unwrap();
    let first = kept(store, |tx| {
        let (batch, seq) =
            (tx.begin_batch("attendance", NOON).unwrap(), tx.next_seq(school_id, "a", NOON).unwrap());
        tx.record(of, &absent(DayPart::WHOLE), None, batch, seq).unwrap();
        let first = tx.recorded_now(of).unwrap().unwrap();
        tx.record(of, &absent(part), Some(first.id), batch, seq).unwrap();
        first.id
    });
    let second = kept(store, |tx| tx.recorded_now(of).unwrap().unwrap());
    assert!(second.recorded == absent(part) && second.id != first);
    let marks = kept(store, |tx| {
        let marks = tx.marks_between(school_id, day("2025-10-14"), day("2025-10-14")).unwrap();
        let (batch, seq) =
            (tx.begin_batch("attendance", NOON).unwrap(), tx.next_seq(school_id, "a", NOON).unwrap());
        tx.withdraw_mark(second.id, batch, seq).unwrap();
        marks
    });
    assert_eq!(marks, [(second.id, student_id, day("2025-10-14"))]);
    assert!(kept(store, |tx| tx.recorded_now(of).unwrap().is_none()));
    assert_eq!(kept(store, |tx| tx.records_on(school_id, of.day).unwrap()), 0);
    // The day can be marked again.
    kept(store, |tx| {
        let (batch, seq) =
            (tx.begin_batch("attendance", NOON).unwrap(), tx.next_seq(school_id, "a", NOON).unwrap());
        tx.record(of, &absent(DayPart::HALF), None, batch, seq).unwrap();
    });
    assert!(kept(store, |tx| tx.recorded_now(of).unwrap().unwrap().recorded == absent(DayPart::HALF)));
}

pub(crate) async fn a_mark_that_is_taken_back_leaves_the_phones_that_had_it(store: &dyn Seed) {
    let (school_id, student_id) = school_with_a_student(store).await;
    let mentor_id = clear_mentor_of(store, school_id, "Ana Ruiz").await;
    matched(store, school_id, student_id, mentor_id).await;
    let of = StudentDay { student_id, school_id, day: day("2025-10-14") };
    let mark = |tx: &mut dyn ImportTransaction, seq: i64, supersedes: Option<i64>| {
        let batch = tx.begin_batch("attendance", NOON).unwrap();
        tx.record(of, &absent(DayPart::new(7_499).unwrap()), supersedes, batch, seq).unwrap();
    };
    let marks = async |cursor| {
        let asker = Asker { device_id: DeviceId::random(), actor: [0; 16], mentor_id, school_id, cursor };
        let pieces = store.above(asker, Rules::default(), day("2025-10-14")).await.unwrap().pieces;
        let rows = pieces.into_iter().filter_map(|piece| match piece.news {
            News::Rows(rows) => rows.attendance,
            _ => None,
        });
        let marks = rows.flatten().map(|row| (row.status, row.missed_halves));
        marks.collect::<Vec<_>>()
    };
    let first = kept(store, |tx| {
        let seq = tx.next_seq(school_id, "attendance", NOON).unwrap();
        mark(tx, seq, None);
        seq
    });
    assert_eq!(
        marks(first - 1).await,
        [(Some("absent_excused".to_owned()), 2)],
        "missing half of the day or more is an absence by default"
    );
    let taken_back = kept(store, |tx| {
        let seq = tx.next_seq(school_id, "attendance", NOON).unwrap();
        let batch = tx.begin_batch("attendance", NOON).unwrap();
        let now = tx.recorded_now(of).unwrap().unwrap();
        tx.withdraw_mark(now.id, batch, seq).unwrap();
        seq
    });
    assert_eq!(marks(first).await, [(None, 0)]);
    assert!(marks(0).await.is_empty(), "a phone that starts over never had it");
    kept(store, |tx| {
        let seq = tx.next_seq(school_id, "attendance", NOON).unwrap();
        mark(tx, seq, None);
    });
    assert_eq!(marks(taken_back - 1).await, [(Some("absent_excused".to_owned()), 2)], "marked again");
}

pub(crate) async fn an_indicator_of_a_period_is_corrected_in_its_place(store: &dyn Seed) {
    let (_, student_id) = school_with_a_student(store).await;
    let of = |kind| IndicatorKey { student_id, kind, first: day("2025-09-01"), last: day("2025-09-30") };
    let (detentions, tardies) = (of(IndicatorKind::Detentions), of(IndicatorKind::Tardies));
    let value = |hundredths| IndicatorValue::from_hundredths(hundredths).unwrap();
    kept(store, |tx| {
        let batch = tx.begin_batch("indicators", NOON).unwrap();
        tx.put_indicator(&detentions, value(300), None, batch).unwrap();
        let now = tx.indicator_now(&detentions).unwrap().unwrap();
        tx.put_indicator(&detentions, value(450), Some(now.id), batch).unwrap();
    });
    assert!(kept(store, |tx| tx.indicator_now(&detentions).unwrap().unwrap().value) == value(450));
    assert!(kept(store, |tx| tx.indicator_now(&tardies).unwrap().is_none()));
}

pub(crate) async fn what_reports_group_by_and_what_enrollments_were_made_of_is_read_as_written(
    store: &dyn Seed,
) {
    let (_, student) = school_with_a_student(store).await;
    let attributes = StudentAttributes {
        sex: Some("female".into()),
        race_ethnicity: Some("hispanic_or_latino".into()),
        english_learner: Some(true),
        special_education: Some(false),
        section_504: None,
        lunch: Some("reduced".into()),
        homeless: Some(false),
        foster: None,
        zip: Some("02138".into()),
        home_language: Some("Hmong".into()),
    };
    let source = |key: &str, exit: Option<&str>| EnrollmentSource {
        sourced_id: key.into(),
        school: "0101".into(),
        entry: day("2025-08-25"),
        exit: exit.map(day),
    };
    let sources = vec![source("e1", Some("2026-06-01")), source("e2", None)];
    assert!(kept(store, |tx| tx.student_attributes().unwrap()) == [(student, StudentAttributes::default())]);
    kept(store, |tx| {
        tx.put_student_attributes(student, &attributes).unwrap();
        tx.put_enrollment_source(student, &[]).unwrap();
        tx.put_enrollment_source(student, &sources).unwrap();
    });
    assert!(kept(store, |tx| tx.student_attributes().unwrap()) == [(student, attributes)]);
    assert_eq!(kept(store, |tx| tx.enrollment_sources().unwrap()), [(student, sources)]);
}

pub(crate) async fn what_staff_set_of_a_guardian_is_marked_and_told_until_it_is_released(store: &dyn Seed) {
    let (school, student_id) = school_with_a_student(store).await;
    let adams = store.seed_school("Adams").await;
    let guardian_id = GuardianId::random();
    let guardian = GuardianRow {
        id: guardian_id,
        sis_id: "g1".into(),
        given_name: "Ana".into(),
        family_name: "Dyer".into(),
        phone: Some("(950) 555 0100".into()),
        language: None,
        active: true,
    };
    let link = GuardianLink {
        student_id,
        guardian_id,
        relation: Some("Mother".into()),
        is_primary: true,
        lives_with: true,
        is_emergency: false,
        priority: Some(1),
        restrictions: None,
        best_hours: Some("after six".into()),
        interpreter: true,
        may_text: Some(false),
        by_contacts: true,
        active: true,
    };
    kept(store, |tx| {
        tx.put_guardian(&guardian).unwrap();
        tx.put_guardian_link(&link, 0).unwrap();
    });
    assert!(kept(store, |tx| tx.guardian_links().unwrap()) == [link]);
    let phone = |by_hand: ByHand| {
        store.set_guardian_by_hand(guardian_id, GuardianField::Phone, &by_hand, NOON).unwrap()
    };
    assert!(phone(ByHand::Set(Some("(950) 555 0199".into()))));
    let seqs =
        (store.school(school).await.unwrap().unwrap().seq, store.school(adams).await.unwrap().unwrap().seq);
    assert_eq!(seqs, (1, 0), "the student's school is told, the other is not");
    let now = kept(store, |tx| tx.guardians().unwrap());
    assert!(now[0].phone.as_deref() == Some("(950) 555 0199"));
    let hand_set = kept(store, |tx| tx.guardians_hand_set().unwrap());
    assert_eq!(Vec::from_iter(hand_set), [(guardian_id, GuardianField::Phone)]);
    assert!(phone(ByHand::Release));
    assert!(kept(store, |tx| tx.guardians_hand_set().unwrap()).is_empty());
    let stranger = GuardianId::random();
    assert!(!store.set_guardian_by_hand(stranger, GuardianField::Phone, &ByHand::Set(None), NOON).unwrap());
}

pub(crate) async fn the_history_tells_the_latest_import_first(store: &dyn Seed) {
    for (at, kind) in [(NOON, "calendar"), (NOON + 60, "students")] {
        kept(store, |tx| {
            let batch = tx.begin_batch(kind, at).unwrap();
            let figures = BatchFigures {
                outcome: BatchOutcome::Applied,
                digest: Some([7; 32]),
                rows_read: 3,
                changes: 2,
                problems: 1,
                done_by: None,
                report: "{}".into(),
                school: None,
                undoes: None,
            };
            tx.finish_batch(batch, &figures).unwrap();
        });
    }
    let history = store.import_history(10, None).unwrap();
    assert_eq!(
        history.iter().map(|record| record.kind.as_str()).collect::<Vec<_>>(),
        ["students", "calendar"]
    );
    let latest = &history[0];
    assert_eq!((latest.at, latest.rows_read, latest.changes, latest.problems), (NOON + 60, 3, 2, 1));
    assert_eq!((latest.digest.as_slice(), latest.done_by.as_deref()), (&[7; 32][..], Some("command line")));
    assert_eq!(store.import_history(1, None).unwrap().len(), 1);
}
