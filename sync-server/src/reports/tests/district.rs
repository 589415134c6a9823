//! The demo district in a store: imported files, mentors, matches, and what mentors recorded.

use std::path::Path;

use daymark_domain::{
    ActionId, BarrierFactor, ConsentBasis, DecisionId, MatchId, MeetingId, MentorId, NoteText, Reach,
    ReferralId, ReferralKind, ReferralStatus, SchoolId, Urgency, UserId,
};
use daymark_sqlite::rusqlite::{Connection, params};
use daymark_test_support::{Contact, ContactEntry, District, DistrictPlan, generate, write_export};
use tempfile::TempDir;

use super::*;
use crate::imports::{
    ImportOptions, import_attendance, import_calendar, import_indicators, import_oneroster, import_students,
};
use crate::store::accounts::{AccountStore, NewAccount, Role};
use crate::store::actions::{ActionStore, NewAction};
use crate::store::matches::{MatchAdded, MatchStore, NewMatch};
use crate::store::meetings::{MeetingStore, NewDecision, NewMeeting};
use crate::store::mentors::{MentorStore, NewMentor};
use crate::store::referrals::{NewReferral, ReferralState, ReferralStore};
use crate::store::schools::SchoolStore;
use crate::store::sqlite::SqliteStore;

/// A Friday in the middle of the year.
const TODAY: &str = "2026-02-06";

/// The district, and the folder that goes away with it.
pub(super) struct Demo {
    pub store: SqliteStore,
    pub district: District,
    _folder: TempDir,
}

/// Small enough that its golden files can be read, large enough that some groups are not hidden.
pub(super) async fn demo() -> Demo {
    let plan = DistrictPlan { students: 150, ..DistrictPlan::demo(day(TODAY)) };
    let district = generate(&plan);
    let folder = tempfile::tempdir().unwrap();
    let (files, data) = (folder.path().join("files"), folder.path().join("data"));
    std::fs::create_dir_all(&data).unwrap();
    write_export(&district, &files).unwrap();
    let store = SqliteStore::open(&data).unwrap();
    let now = district.instant(district.calendar.today, 6 * 3_600);
    import(&store, &files, &district, now);
    staff(&store, &district, now).await;
    team(&store, &district).await;
    Demo { store, district, _folder: folder }
}

fn import(store: &SqliteStore, files: &Path, district: &District, now: i64) {
    let options =
        ImportOptions { time_zone: Some(district.plan.zone.name().to_owned()), ..ImportOptions::at(now) };
    std::fs::write(files.join("students.csv"), attributes(district)).unwrap();
    std::fs::write(files.join("indicators.csv"), indicators(district)).unwrap();
    import_oneroster(store, &files.join("oneroster"), &options).unwrap();
    import_calendar(store, &files.join("calendar.csv"), &options).unwrap();
    import_attendance(store, &files.join("attendance.csv"), &options).unwrap();
    import_students(store, &files.join("students.csv"), &options).unwrap();
    import_indicators(store, &files.join("indicators.csv"), &options).unwrap();
}

/// By the student's number, so that every group has somebody and some are small.
fn attributes(district: &District) -> String {
    let mut csv = "student_id,english_learner,special_education,lunch,zip\n".to_owned();
    for (n, student) in district.students.iter().enumerate() {
        let yes_or_no = |yes: bool| if yes { "yes" } else { "no" };
        let lunch = ["free", "paid", "paid", "reduced"][n % 4];
        let zip = if n % 20 == 0 { "02139" } else { "02138" };
        let (learner, special) = (yes_or_no(n % 5 == 0), yes_or_no(n % 30 == 0));
        csv += &format!("{},{learner},{special},{lunch},{zip}\n", student.sis_id);
    }
    csv
}

/// Every tenth student had referrals for behaviour in the last month, every fiftieth enough of them. The report cards
/// of two quarters lack every eleventh student; in the second more failed.
fn indicators(district: &District) -> String {
    let mut csv = "student_id,period_start,period_end,kind,value\n".to_owned();
    let quarters = [("2025-08-18,2025-10-31", 4), ("2025-11-03,2026-01-23", 3)];
    for (n, student) in district.students.iter().enumerate() {
        let mut row = |period: &str, kind: &str, value: u32| {
            csv += &format!("{},{period},{kind},{value}\n", student.sis_id);
        };
        if n % 10 == 0 {
            row("2026-01-05,2026-01-30", "behaviour_referrals", if n % 50 == 0 { 3 } else { 1 });
        }
        for (quarter, failing) in quarters.into_iter().filter(|_| n % 11 != 0) {
            row(quarter, "behaviour_mark", (n % 5 == 1).into());
            row(quarter, "course_failures_math", (n % failing == 2).into());
            row(quarter, "course_failures_english", (n % 7 == 3).into());
        }
    }
    csv
}

/// Ids by number: what a report prints is the same in every run.
async fn staff(store: &SqliteStore, district: &District, now: i64) {
    let schools = store.schools().await.unwrap();
    let mut matches = 0u8;
    for (n, mentor) in district.mentors.iter().enumerate() {
        let sis_id = &district.schools[mentor.school].sis_id;
        let school = schools.iter().find(|school| school.sis_id == *sis_id).unwrap().id;
        let id = MentorId::from_bytes([u8::try_from(n).unwrap() + 1; 16]);
        let new = NewMentor { id, school_id: school, name: mentor.name.clone(), at: now };
        store.add_mentor(new).await.unwrap();
        for planned in district.caseload(n) {
            matches += 1;
            let matched = MatchId::from_bytes([matches; 16]);
            add_match(store, new_match(store, matched, school, id, planned, now).await).await;
            let (contacts, today) = (district.contacts_of(planned), district.calendar.today);
            store
                .write(move |tx| {
                    record(tx, matched, &contacts);
                    tell(tx, matched, matches, today);
                    Ok(())
                })
                .await
                .unwrap();
        }
    }
}

/// What the team does: help under way, what its last meeting came to, talks with most mentors.
async fn team(store: &SqliteStore, district: &District) {
    let (today, student) = (district.calendar.today, &district.caseload(0).next().unwrap().student_sis_id);
    let student_id = store.student_by_sis_id(student).await.unwrap().unwrap();
    let sis_id = &district.schools[district.mentors[0].school].sis_id;
    let school_id = store.school_by_sis_id(sis_id).await.unwrap().unwrap().id;
    let (by, at) = (UserId::from_bytes([8; 16]), district.instant(today.minus(4), 15 * 3_600));
    let (login, name, role) = ("lee".to_owned(), "Lee Park".to_owned(), Role::Principal);
    let account = NewAccount { id: by, school_id, login, name, role, password_hash: String::new(), at };
    store.add_account(account).await.unwrap();
    let state = ReferralState {
        status: ReferralStatus::Accepted,
        consent: ConsentBasis::SchoolOfficial,
        outcome: None,
        owner: by,
        due: Some(today.minus(2)),
        note: None,
    };
    let referral = NewReferral {
        id: ReferralId::random(),
        school_id,
        student_id,
        kind: ReferralKind::Transport,
        resource: None,
        to: "Bus office".to_owned(),
        urgency: Urgency::ThisWeek,
        reason: None,
        ask: None,
        state,
        answer: None,
        by,
        at,
    };
    assert!(store.add_referral(referral).await.unwrap());
    let meeting =
        NewMeeting { id: MeetingId::random(), school_id, day: today.minus(4), as_of: today.minus(5), by, at };
    let meeting_id = store.begin_meeting(meeting).await.unwrap();
    let text = |words: &str| NoteText::try_from(words.to_owned()).unwrap();
    let (student_id, words) = (Some(student_id), text("Breakfast before the bell"));
    let decision =
        NewDecision { id: DecisionId::random(), school_id, meeting_id, student_id, text: words, by, at };
    assert!(store.add_decision(decision).await.unwrap());
    for (student_id, due) in [(student_id, today.minus(2)), (None, today.plus(7))] {
        let (id, meeting, words) = (ActionId::random(), Some(meeting_id), text("Call the bus office"));
        let action = NewAction { id, school_id, meeting, student_id, text: words, owner: by, due, by, at };
        assert!(store.add_action(action).await.unwrap());
    }
    let talked = "INSERT INTO support_check_in (school_id, mentor_id, day, way, topics, needs, prompts, staff_id, at) SELECT school_id, id, ?1, 'phone', '', '', '', ?2, 0 FROM mentor WHERE substr(hex(id), 2, 1) IN ('1', '2', '4')";
    let days = [60, 25, 10].map(|ago| today.minus(ago).number());
    store
        .write(move |tx| {
            for day in days {
                tx.execute(talked, params![day, by.as_bytes()])?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

async fn new_match(
    store: &SqliteStore,
    id: MatchId,
    school_id: SchoolId,
    mentor_id: MentorId,
    planned: &daymark_test_support::Match,
    at: i64,
) -> NewMatch {
    NewMatch {
        id,
        school_id,
        mentor_id,
        student_id: store.student_by_sis_id(&planned.student_sis_id).await.unwrap().unwrap(),
        start_day: planned.start,
        wake_up_calls: planned.wake_up_calls,
        rationale: None,
        by: UserId::random(),
        at,
    }
}

async fn add_match(store: &SqliteStore, new: NewMatch) {
    assert!(matches!(store.add_match(new).await.unwrap(), MatchAdded::Yes(_)));
}

/// What no report may show: notes that are not for the team's table.
pub(super) const PRIVATE: &str = "between mentor and family";

/// Every other mentor was told a cause, some wrote a note, gave a recognition, or asked for something.
fn tell(tx: &Connection, id: MatchId, number: u8, today: SchoolDay) {
    let (id, ago) = (id.as_bytes(), |days: u64| today.minus(days).number());
    let barrier = "INSERT INTO barrier (match_id, entry_key, day, category, factor, source, resolved_day, voided) VALUES (?1, '2-1', ?2, ?3, ?4, 'family', ?5, ?6)";
    let note = "INSERT INTO note (match_id, entry_key, day, at, text, audience, class, voided) VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, 0)";
    let recognition = "INSERT INTO recognition (match_id, entry_key, day, form, reason, days, voided) VALUES (?1, '4-1', ?2, 'words', 'days_in_a_row', 5, 0)";
    let ask = "INSERT INTO ask (match_id, entry_key, day, at, kind, urgency, text, voided) VALUES (?1, '5-1', ?2, 0, 'transport', 'this_week', 'A bus pass', 0)";
    if number.is_multiple_of(2) {
        let factors = [BarrierFactor::Transport, BarrierFactor::Health, BarrierFactor::Bored];
        let factor = factors[usize::from(number / 2) % 3];
        let resolved = number.is_multiple_of(10).then(|| ago(1));
        let (category, taken_back) = (factor.category().word(), number == 4);
        let row = params![id, ago(u64::from(number % 20)), category, factor.word(), resolved, taken_back];
        tx.execute(barrier, row).unwrap();
    }
    if number % 6 == 1 {
        let day = ago(u64::from(number % 4));
        for (key, text, audience, class) in [
            ("3-1", "Came early all week and asked for a book.", "team", "shareable"),
            ("3-2", PRIVATE, "match", "shareable"),
            ("3-3", PRIVATE, "team", "sensitive"),
        ] {
            tx.execute(note, params![id, key, day, text, audience, class]).unwrap();
        }
    }
    if number % 4 == 3 {
        tx.execute(recognition, params![id, ago(1)]).unwrap();
    }
    if number % 8 == 5 {
        tx.execute(ask, params![id, ago(9)]).unwrap();
    }
}

/// Straight into the projections: that phones' changes arrive there, other tests say.
fn record(tx: &Connection, id: MatchId, contacts: &[Contact]) {
    let door = "INSERT INTO door_check (match_id, entry_key, day, at, result) VALUES (?1, ?2, ?3, ?4, ?5)";
    let call = "INSERT INTO contact (match_id, entry_key, day, at, outcome, reached, kind) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'wake_up_call')";
    let session = "INSERT INTO contact (match_id, entry_key, day, at, minutes, reached, kind) VALUES (?1, ?2, ?3, ?4, ?5, 'student', 'one_on_one')";
    for (n, contact) in contacts.iter().enumerate() {
        let (id, key, day, at) = (id.as_bytes(), format!("1-{}", n + 1), contact.day.number(), contact.at);
        let kept = match &contact.entry {
            ContactEntry::Door(result) => tx.execute(door, params![id, key, day, at, result.word()]),
            ContactEntry::WakeUpCall(outcome) => {
                let reached = ["nobody", "family", "student"][Reach::from(*outcome) as usize];
                tx.execute(call, params![id, key, day, at, outcome.word(), reached])
            }
            ContactEntry::OneOnOne { minutes } => tx.execute(session, params![id, key, day, at, minutes]),
            ContactEntry::Calendar(_) | ContactEntry::Note { .. } => Ok(0),
        };
        kept.unwrap();
    }
}
