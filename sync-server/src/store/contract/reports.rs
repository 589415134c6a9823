//! What reports, settings and frozen reports need of every store.

use daymark_domain::{
    AbsenceFigure, DayPart, DayType, History, Reach, Rules, SchoolDay, SchoolRecord, Window, tallies,
};
use daymark_reports::{SchoolFacts, StudentFacts};

use super::{NOON, Seed, day, matched, mentor};
use crate::store::reports::{FactsQuestion, Whom};
use crate::store::settings::{NewSetting, Setting};
use crate::store::snapshots::{Face, NewSnapshot};
use crate::store::week::WeekQuestion;

pub(crate) async fn a_week_holds_what_mentors_did_beside_what_the_school_recorded(store: &dyn Seed) {
    let (school, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let days = (0..28).map(|n| day("2025-09-22").plus(n)).map(|day| {
        let weekend = day.week().days().skip(5).any(|free| free == day);
        (day, if weekend { DayType::NonInstructional } else { DayType::Instructional })
    });
    store.seed_calendar(school, days.collect()).await;
    let (ana, ben) = (mentor(store, school, "Ana Ruiz").await, mentor(store, adams, "Ben").await);
    let tyrone = store.seed_student(school, "Tyrone", "Dyer", day("2025-09-22")).await;
    let elsewhere = store.seed_student(adams, "Lisa", "Woods", day("2025-09-22")).await;
    let id = matched(store, school, tyrone, ana).await;
    let other = matched(store, adams, elsewhere, ben).await;
    store.seed_absence(school, tyrone, day("2025-10-03"), DayPart::WHOLE).await;
    store.seed_absence(school, tyrone, day("2025-10-04"), DayPart::WHOLE).await; // A Saturday: misses nothing.
    store.seed_absence(school, tyrone, day("2025-10-14"), DayPart::HALF).await;
    store.seed_door_check(id, day("2025-10-13"), "late").await;
    store.seed_door_check(id, day("2025-10-14"), "not_seen").await;
    store.seed_call(id, day("2025-10-14"), "reached_student").await;
    store.seed_call(id, day("2025-10-15"), "reached_guardian").await;
    store.seed_door_check(other, day("2025-10-15"), "greeted").await;

    let (first, last) = (day("2025-10-13"), day("2025-10-19"));
    let shown = store.week_matches(WeekQuestion { school_id: school, first, last }).await.unwrap();
    assert_eq!(
        shown.iter().map(|of| (of.id, of.mentor_name.as_str())).collect::<Vec<_>>(),
        [(id, "Ana Ruiz")]
    );
    let question = FactsQuestion {
        school_id: Some(school),
        whom: Whom::Everybody,
        first: day("2025-07-01"),
        matches_first: day("2025-07-01"),
        contacts_first: Some(day("2025-07-01")),
        last,
        calendar_last: last,
    };
    let facts = store.recorded_facts(question).await.unwrap();
    let lincoln = facts.schools.iter().find(|facts| facts.id == school).unwrap();
    assert_eq!((lincoln.calendar.len(), lincoln.recorded_through), (28, Some(day("2025-10-14"))));
    let [student] = &facts.students[..] else { panic!("Lincoln has one student") };
    assert_eq!(
        student.marks.iter().map(|mark| mark.missed).collect::<Vec<_>>(),
        [DayPart::WHOLE, DayPart::WHOLE, DayPart::HALF]
    );
    let [of] = &facts.matches[..] else { panic!("Lincoln has one match") };
    let contacts: Vec<_> = of.contacts.iter().map(|contact| (contact.day, contact.reach)).collect();
    let expected = [
        (day("2025-10-13"), Reach::Student),
        (day("2025-10-14"), Reach::Nobody),
        (day("2025-10-14"), Reach::Student),
        (day("2025-10-15"), Reach::Family),
    ];
    assert_eq!(contacts, expected);
    let figures = figures(student, lincoln, day("2025-10-14"));
    // The Saturday misses nothing, and half a day is an absence by default.
    assert_eq!(figures, AbsenceFigure::from_days(2, 17));
}

fn figures(student: &StudentFacts, school: &SchoolFacts, last: SchoolDay) -> AbsenceFigure {
    let record = SchoolRecord {
        calendar: &school.calendar,
        negative_reporting: school.negative_reporting,
        recorded_through: school.recorded_through,
    };
    let history = History { enrollments: &student.enrollments, marks: &student.marks };
    let window = Window { first: day("2025-07-01"), last };
    let rules = Rules::default();
    let tallies = tallies(history, &[(school.id, record)].into(), window, &rules);
    tallies[0].1.figure(&rules)
}

pub(crate) async fn a_setting_is_followed_by_others_and_never_lost(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let said = |school_id, value: Option<&str>, from: Option<&str>| NewSetting {
        school_id,
        key: "half_day_rule".to_owned(),
        value: value.map(str::to_owned),
        from: from.map(day),
        at: NOON,
        by: "Pat".to_owned(),
    };
    let first = store.add_setting(said(None, Some("fractional"), None)).await.unwrap();
    let second = store.add_setting(said(Some(school), None, Some("2025-10-01"))).await.unwrap();
    assert!(second > first);
    let kept = store.settings().await.unwrap();
    assert_eq!(kept.iter().map(|setting| setting.version).collect::<Vec<_>>(), [first, second]);
    let Setting { school_id, value, from, set_at, set_by, .. } = kept[1].clone();
    assert_eq!((school_id, value, from), (Some(school), None, Some(day("2025-10-01"))));
    assert_eq!((set_at, set_by.as_str()), (NOON, "Pat"));
}

pub(crate) async fn a_frozen_report_gives_the_same_bytes_for_ever(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let new = |json: &[u8]| NewSnapshot {
        report: "attendance".to_owned(),
        school_id: Some(school),
        as_of: day("2025-10-14"),
        rule_version: 3,
        inputs: [7; 32],
        json: json.to_vec(),
        csv: b"student_id\n".to_vec(),
        at: NOON,
        by: "Pat".to_owned(),
    };
    let id = store.add_snapshot(new(b"{}\n")).await.unwrap();
    store.add_snapshot(new(b"[]\n")).await.unwrap();
    assert_eq!(store.snapshot_bytes(id, Face::Json).await.unwrap().as_deref(), Some(&b"{}\n"[..]));
    assert_eq!(store.snapshot_bytes(id, Face::Csv).await.unwrap().as_deref(), Some(&b"student_id\n"[..]));
    assert_eq!(store.snapshot_bytes(id + 7, Face::Json).await.unwrap(), None);
    let kept = store.snapshots().await.unwrap();
    assert_eq!(kept.iter().map(|snapshot| snapshot.id).collect::<Vec<_>>(), [id, id + 1]);
    assert_eq!((kept[0].school_sis_id.as_deref(), kept[0].inputs), (Some("Lincoln"), [7; 32]));
}
