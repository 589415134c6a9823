//! What the team says back: answers to requests, and which entries it has had on a page.

use daymark_domain::{Ask, AskKind, AskStatus, Audience, DoorResult, EntryKey, MatchId, NoteClass, Urgency};
use daymark_mentor_core::api::{AnswerCard, EntryState, Reply, Request};
use daymark_server::store::asks::NewAnswer;
use daymark_server::store::seen::Shown;

use crate::phone::Phone;
use crate::school::School;

const CANARY: &str = "Kanarienvogel";

fn ask_for_a_bus_pass(phone: &Phone, match_id: MatchId) -> EntryKey {
    let text = Some("Two buses and no pass".to_owned().try_into().unwrap());
    let ask = Ask { kind: AskKind::Transport, urgency: Urgency::ThisWeek, text };
    match phone.ask(Request::AskTeam { match_id, ask }) {
        Ok(Reply::Saved { key: Some(key), .. }) => key,
        other => panic!("{other:?}"),
    }
}

fn answers(phone: &Phone) -> Vec<AnswerCard> {
    match phone.ask(Request::Today) {
        Ok(Reply::Today(view)) => view.due.answers,
        other => panic!("{other:?}"),
    }
}

impl School {
    async fn answer(&self, match_id: MatchId, key: &EntryKey, status: AskStatus, text: &str) {
        let new = NewAnswer {
            school_id: self.id,
            match_id,
            key: key.clone(),
            status,
            text: Some(text.to_owned().try_into().unwrap()),
            by: self.coordinator,
            at: self.workshop.app.clock.now(),
        };
        assert!(self.workshop.app.store.answer_ask(new).await.unwrap());
    }

    async fn open_week(&self) -> bool {
        let week = self.today.week();
        let shown = Shown::Week { first: week.monday, last: week.sunday() };
        self.workshop.app.store.mark_seen(self.id, shown, crate::school::MORNING).await.unwrap()
    }
}

#[tokio::test]
async fn an_answer_reaches_all_phones_of_the_mentor_who_asked_and_nobody_else() {
    let school = School::open().await;
    let student = school.students().await[0];
    let (ana, ben) = (school.add_mentor("Ana Ruiz").await, school.add_mentor("Ben Adeyemi").await);
    let match_id = school.match_with(ana, student).await;
    school.match_with(ben, student).await;
    let phones = [Phone::paired(&school, ana).await, Phone::paired(&school, ana).await];
    let bens = Phone::paired(&school, ben).await;
    phones[0].sync_until_done().await;
    let key = ask_for_a_bus_pass(&phones[0], match_id);
    phones[0].sync_until_done().await;
    school.answer(match_id, &key, AskStatus::InProgress, "Working on it").await;
    school.answer(match_id, &key, AskStatus::Completed, &format!("{CANARY} lies in the office")).await;
    for phone in [&phones[0], &phones[1], &bens] {
        phone.sync_until_done().await;
    }

    for phone in &phones {
        let asks = phone.student(match_id).unwrap().record.asks;
        let answer = asks[0].answer.clone().unwrap();
        assert_eq!(
            (answer.status, answer.by.as_str(), answer.read),
            (AskStatus::Completed, "Coordinator", false)
        );
        assert!(answer.text.unwrap().as_str().starts_with(CANARY), "the latest is in force");
        assert!(matches!(answers(phone).as_slice(), [card] if !card.done));
    }
    let bens_bytes = bens.everything_stored() + &String::from_utf8_lossy(&bens.link.seen.borrow());
    assert!(!bens_bytes.contains(CANARY), "the other mentor of the same student asked nothing");

    assert_eq!(phones[0].ask(Request::ReadAnswer { match_id, ask: key.clone() }), Ok(Reply::Kept));
    assert!(matches!(answers(&phones[0]).as_slice(), [card] if card.done));
    assert_eq!(phones[0].status().unsent, 0, "that it was read is told nobody");
    phones[1].sync_until_done().await;
    assert!(!answers(&phones[1])[0].done, "each phone keeps its own");

    // A phone that starts over still knows what was read on it.
    let start_over = "UPDATE phone SET cursor = 0";
    phones[0].core.borrow_mut().database().execute(start_over, []).unwrap();
    phones[0].sync_until_done().await;
    assert!(answers(&phones[0])[0].done);
    school.end_match(match_id).await;
    phones[0].sync_until_done().await;
    assert!(!phones[0].everything_stored().contains(CANARY), "the answer leaves with the student");
}

#[tokio::test]
async fn an_entry_is_seen_once_the_team_had_it_on_its_page() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let day = school.today;
    let note = |text: &str| Request::AddNote {
        match_id,
        day,
        text: text.to_owned(),
        audience: Audience::Match,
        class: NoteClass::Sensitive,
    };
    phone.ask(note("Never on a page")).unwrap();
    phone.greet(match_id, day, DoorResult::Greeted);
    phone.sync_until_done().await;
    assert!(school.open_week().await);
    let seq = school.count("SELECT max(seq) FROM school");
    assert!(!school.open_week().await, "nothing is new");
    assert_eq!(school.count("SELECT max(seq) FROM school"), seq);
    phone.ask(Request::RecordOneOnOne { match_id, day, minutes: 20 }).unwrap();
    phone.sync_until_done().await;

    let states = |phone: &Phone| -> Vec<EntryState> {
        phone.student(match_id).unwrap().log.into_iter().map(|entry| entry.state).collect()
    };
    let (sent, seen) = (EntryState::Sent, EntryState::Seen);
    assert_eq!(states(&phone), [sent, seen, sent], "latest first; the note was on no page");
    assert!(school.open_week().await);
    phone.sync_until_done().await;
    assert_eq!(states(&phone), [seen, seen, sent]);
}
