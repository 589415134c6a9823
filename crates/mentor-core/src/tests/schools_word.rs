//! What the school says back, once it is on the phone.

use daymark_domain::{Ask, AskKind, AskStatus, ContactKind, Reach, Tier, Urgency};
use daymark_protocol::{AnswerRow, OtherContactRow, OthersRow, SafetyContactRow, SeenRow};
use daymark_sqlite::open;

use super::*;
use crate::api::{AnswerCard, OtherContact};

fn other(day: SchoolDay, hour: i64, kind: &str, reach: &str) -> OtherContactRow {
    // Midnight at the school, which is five hours behind.
    let at = i64::from(day.number()) * 86_400 + (hour + 5) * 3_600;
    OtherContactRow { day: day.number(), at, kind: kind.to_owned(), reach: reach.to_owned() }
}

fn others(contacts: Vec<OtherContactRow>) -> Rows {
    Rows { others: Some(vec![OthersRow { student_id: [1; 16].into(), contacts }]), ..Rows::default() }
}

#[test]
fn what_another_mentor_did_shows_on_its_day_and_is_forgotten_after_the_next() {
    let (mut core, clock) = paired();
    let news = [
        other(today().minus(1), 8, "text", "family"),
        other(today(), 7, "absence_call", "nobody"),
        other(today(), 8, "hologram", "student"),
    ];
    hear(&mut core, others(news.to_vec()));
    let call = OtherContact { kind: ContactKind::AbsenceCall, minute: 7 * 60, reach: Reach::Nobody };
    assert_eq!(page(&mut core, 1).others, [call]);
    assert_eq!(page(&mut core, 2).others, []);
    let Ok(Reply::Door(door)) = core.answer(Request::Door { day: Some(today().minus(1)) }) else { panic!() };
    let text = OtherContact { kind: ContactKind::Text, minute: 8 * 60, reach: Reach::Family };
    assert_eq!(door.rows[1].others, [text]);

    clock.set(TUESDAY_MORNING + 86_400);
    hear(&mut core, Rows::default());
    let kept = "SELECT count(*) FROM other_contact";
    let count = |core: &Core| core.db.query_row(kept, [], |row| row.get::<_, u32>(0)).unwrap();
    assert_eq!(count(&core), 2, "Monday's has gone");
    hear(&mut core, others(Vec::new()));
    assert_eq!(count(&core), 0, "the list takes the place of the one before");
}

#[test]
fn an_answer_stays_on_today_until_the_day_on_which_it_was_read_has_ended() {
    let (mut core, clock) = paired();
    let ask = Ask { kind: AskKind::Transport, urgency: Urgency::ThisWeek, text: None };
    let key = tap(&mut core, Request::AskTeam { match_id: match_id(1), ask });
    let said = |status: &str, text: &str, at: i64| Rows {
        answers: Some(vec![AnswerRow {
            match_id: [1; 16].into(),
            ask: key.to_string(),
            status: status.to_owned(),
            text: Some(text.to_owned()),
            by: "Grace Okafor".to_owned(),
            at,
        }]),
        ..Rows::default()
    };
    let cards = |core: &mut Core| -> Vec<(AskStatus, bool)> {
        let card = |card: AnswerCard| (card.ask.answer.map(|answer| answer.status).unwrap(), card.done);
        today_view(core).due.answers.into_iter().map(card).collect()
    };
    let read = Request::ReadAnswer { match_id: match_id(1), ask: key.clone() };
    assert_eq!(core.answer(read.clone()), Err(Failure::NoSuchEntry), "there is nothing to read yet");
    assert_eq!(cards(&mut core), []);

    hear(&mut core, said("accepted", "On Friday", TUESDAY_MORNING));
    assert_eq!(cards(&mut core), [(AskStatus::Accepted, false)]);
    assert_eq!(core.answer(read.clone()), Ok(Reply::Kept));
    hear(&mut core, said("accepted", "On Friday", TUESDAY_MORNING));
    assert_eq!(cards(&mut core), [(AskStatus::Accepted, true)], "the same once more is still read");
    clock.set(TUESDAY_MORNING + 86_400);
    assert_eq!(cards(&mut core), []);
    let answer = page(&mut core, 1).record.asks[0].answer.clone().unwrap();
    assert_eq!((answer.by.as_str(), answer.day, answer.read), ("Grace Okafor", today(), true));

    hear(&mut core, said("completed", "A pass lies in the office", TUESDAY_MORNING + 80_000));
    assert_eq!(cards(&mut core), [(AskStatus::Completed, false)]);
    hear(&mut core, said("pondered", "Hm", TUESDAY_MORNING + 80_001));
    assert_eq!(cards(&mut core), [], "a status of a newer server waits for a newer app");
    assert_eq!(unsent(&core), 1, "only the question was ever to be sent");
}

#[test]
fn an_entry_is_seen_once_a_page_showed_it_and_a_note_never_is() {
    let (mut core, _) = paired();
    let key = tap(
        &mut core,
        Request::RecordDoorCheck { match_id: match_id(1), day: today(), result: DoorResult::Greeted },
    );
    let text = "Likes chess".to_owned();
    let (audience, class) = (daymark_domain::Audience::Team, NoteClass::Shareable);
    tap(&mut core, Request::AddNote { match_id: match_id(1), day: today(), text, audience, class });
    let seen = |counter| Rows {
        seen: Some(vec![SeenRow {
            match_id: [1; 16].into(),
            page: "week".to_owned(),
            device_tag: key.tag.as_str().to_owned(),
            counter,
        }]),
        ..Rows::default()
    };
    hear(&mut core, seen(9));
    hear(&mut core, seen(1));
    let states = |core: &mut Core| -> Vec<_> { page(core, 1).log.iter().map(|entry| entry.state).collect() };
    assert_eq!(states(&mut core), [EntryState::Saved, EntryState::Saved], "what is not sent, nobody saw");
    core.db.execute("UPDATE change SET state = 'sent'", []).unwrap();
    assert_eq!(states(&mut core), [EntryState::Sent, EntryState::Seen]);
}

#[test]
fn the_schools_rules_and_safety_contacts_stay_until_it_says_others() {
    let (mut core, _) = paired();
    assert_eq!(page(&mut core, 3).figure.tier_under(&page(&mut core, 3).limits.rules()), Tier::AtRisk);
    let rule = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    let nurse = SafetyContactRow { name: "Nurse".to_owned(), role: None, phone: "911".to_owned() };
    let school = SchoolRow {
        rules: Some(vec![
            rule("chronic_from_percent", "8"),
            rule("texting", "guardians"),
            rule("mood", "blue"),
        ]),
        safety_contacts: Some(vec![nurse]),
        ..recorded_through(today().minus(1))
    };
    hear(&mut core, Rows { school: Some(school), ..Rows::default() });
    // A server that knows nothing of them takes nothing away.
    hear(&mut core, Rows { school: Some(recorded_through(today().minus(1))), ..Rows::default() });
    let view = page(&mut core, 3);
    assert_eq!(view.figure, AbsenceFigure::from_halves(5, 62));
    assert_eq!(view.figure.tier_under(&view.limits.rules()), Tier::Moderate);
    assert_eq!(view.school_help.safety_contacts[0].phone, "911");
    assert_eq!(today_view(&mut core).texting, daymark_domain::TextPolicy::Guardians);
}

#[test]
fn the_whole_record_of_a_student_takes_the_place_of_what_was_here() {
    let (mut core, _) = paired();
    assert_eq!(page(&mut core, 3).figure.missed_halves(), 5);
    let again = MatchRow {
        id: [3; 16].into(),
        student_id: [3; 16].into(),
        start_day: today().minus(30).number(),
        wake_up_calls: false,
    };
    let attendance = Some(vec![absence(3, "2025-10-10", 2)]);
    hear(&mut core, Rows { matches: Some(vec![again.clone()]), attendance, ..Rows::default() });
    assert_eq!(page(&mut core, 3).figure.missed_halves(), 2, "the server took two of them back");
    hear(&mut core, Rows { matches: Some(vec![again]), ..Rows::default() });
    assert_eq!(page(&mut core, 3).figure.missed_halves(), 2, "a match alone says nothing of attendance");
}

#[test]
fn after_the_update_the_phone_asks_for_everything_once_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("daymark.sqlite");
    let before = open(&path, None, &MIGRATIONS[..2]).unwrap();
    let phone =
        "INSERT INTO phone (id, device_id, device_tag, signing_key, token, server, mentor, log_id, cursor)
                 VALUES (1, ?1, 'b', ?1, 'token', 'http://127.0.0.1:1', 'Ana', x'0102030405060708', 77)";
    before.execute(phone, [[9_u8; 16]]).unwrap();
    drop(before);
    let after = open(&path, None, MIGRATIONS).unwrap();
    let phone = phone::get(&after).unwrap().unwrap();
    assert_eq!((phone.cursor, phone.log_id), (0, Some([1, 2, 3, 4, 5, 6, 7, 8])));
}
