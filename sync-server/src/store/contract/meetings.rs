//! Meetings, actions, and groups of the heat map.

use daymark_domain::{
    ActionId, ActionState, AgendaItem, DayGroupId, DecisionId, MeetingCheck, MeetingId, NoteText, SchoolId,
    StudentId, UserId,
};

use super::{NOON, Seed, account, day};
use crate::store::accounts::Role;
use crate::store::actions::{ActionNow, NewAction, NewActionStep};
use crate::store::day_groups::NewDayGroup;
use crate::store::meetings::{MeetingFacts, NewAgendaNote, NewDecision, NewMeeting};
use crate::store::referrals::StepTaken;

fn text(words: &str) -> NoteText {
    NoteText::try_from(words.to_owned()).unwrap()
}

async fn begun(store: &dyn Seed, school_id: SchoolId, by: UserId, date: &str) -> MeetingId {
    let (day, as_of) = (day(date), day(date).minus(1));
    let new = NewMeeting { id: MeetingId::random(), school_id, day, as_of, by, at: NOON };
    store.begin_meeting(new).await.unwrap()
}

pub(crate) async fn a_day_has_one_meeting_and_what_is_said_of_it_is_followed_and_never_lost(
    store: &dyn Seed,
) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let pat = account(store, lincoln, "pat", Role::Principal).await;
    let lee = account(store, adams, "lee", Role::Principal).await;
    let friday = begun(store, lincoln, kim, "2025-10-17").await;
    assert_eq!(begun(store, lincoln, pat, "2025-10-17").await, friday, "the second comes into the same one");
    let before = begun(store, lincoln, pat, "2025-10-10").await;
    assert_ne!(begun(store, adams, lee, "2025-10-17").await, friday);
    let facts = MeetingFacts {
        chair: Some(pat),
        chair_name: "somebody".into(),
        attended: vec![pat, kim],
        others: Some("The nurse".into()),
        checks: vec![MeetingCheck::PrincipalLed, MeetingCheck::DataUsed],
    };
    let say = async |school, facts: MeetingFacts| {
        store.say_of_meeting(school, friday, facts, kim, NOON + 60).await.unwrap()
    };
    assert!(!say(adams, facts.clone()).await, "another school's");
    assert!(!say(lincoln, MeetingFacts { attended: vec![lee], ..facts.clone() }).await, "a stranger");
    assert!(say(lincoln, MeetingFacts { chair_name: "A guest".into(), ..MeetingFacts::default() }).await);
    assert!(say(lincoln, facts.clone()).await);
    let found = store.meeting(lincoln, friday).await.unwrap().unwrap();
    let named =
        MeetingFacts { chair_name: "Name of pat".into(), attended: found.facts.attended.clone(), ..facts };
    assert_eq!(found.facts, named);
    assert_eq!(found.attended_names, ["Name of kim", "Name of pat"]);
    let days: Vec<_> = store.meetings(lincoln).await.unwrap().iter().map(|meeting| meeting.id).collect();
    assert_eq!(days, [friday, before], "the latest first");
    assert!(store.meeting(adams, friday).await.unwrap().is_none());
}

pub(crate) async fn a_decision_is_taken_back_and_stays_and_no_other_school_decides(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let uma = store.seed_student(adams, "Uma", "Dyer", day("2025-08-25")).await;
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let lee = account(store, adams, "lee", Role::Coordinator).await;
    let meeting_id = begun(store, lincoln, kim, "2025-10-17").await;
    let new = |school_id, student_id, by| NewDecision {
        id: DecisionId::random(),
        school_id,
        meeting_id,
        student_id,
        text: text("Breakfast club from Monday"),
        by,
        at: NOON,
    };
    let ours = new(lincoln, Some(tyrone), kim);
    let id = ours.id;
    assert!(!store.add_decision(new(lincoln, Some(uma), kim)).await.unwrap());
    assert!(!store.add_decision(new(adams, Some(uma), lee)).await.unwrap());
    assert!(store.add_decision(ours).await.unwrap());
    assert!(store.add_decision(NewDecision { at: NOON + 1, ..new(lincoln, None, kim) }).await.unwrap());
    let back = async |school| store.take_back_decision(school, meeting_id, id, kim, NOON + 60).await.unwrap();
    assert!(!back(adams).await);
    assert!(back(lincoln).await);
    assert!(!back(lincoln).await, "once");
    let decisions = store.decisions(lincoln, meeting_id).await.unwrap();
    let told: Vec<_> = decisions.iter().map(|row| (row.student_id, row.taken_back_by.as_deref())).collect();
    assert_eq!(told, [(Some(tyrone), Some("Name of kim")), (None, None)]);
    assert!(store.decisions(adams, meeting_id).await.unwrap().is_empty());
    assert_eq!(store.meeting(lincoln, meeting_id).await.unwrap().unwrap().decisions, 1);
    let students = store.team_students(lincoln).await.unwrap();
    assert!(students.len() == 1 && students[0].given == "Tyrone" && students[0].family == "Dyer");
}

pub(crate) async fn each_mentor_lead_has_a_note_of_their_own_and_the_latest_is_in_force(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let sam = account(store, lincoln, "sam", Role::Coordinator).await;
    let lee = account(store, adams, "lee", Role::Coordinator).await;
    let meeting_id = begun(store, lincoln, kim, "2025-10-17").await;
    let note = async |school_id, lead, words: Option<&str>| {
        let text = words.map(text);
        let item = AgendaItem::MentorLeads;
        let new = NewAgendaNote { school_id, meeting_id, item, lead, text, by: kim, at: NOON };
        store.note_agenda(new).await.unwrap()
    };
    assert!(!note(adams, None, Some("x")).await);
    assert!(!note(lincoln, Some(lee), Some("x")).await);
    for (lead, words) in [(kim, "Two new mentors"), (sam, "All well"), (kim, "Three new mentors")] {
        assert!(note(lincoln, Some(lead), Some(words)).await);
    }
    let told = async || {
        let notes = store.agenda_notes(lincoln, meeting_id).await.unwrap();
        notes.into_iter().map(|note| (note.lead, note.text.as_str().to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(
        told().await,
        [(Some(sam), "All well".to_owned()), (Some(kim), "Three new mentors".to_owned())]
    );
    assert!(note(lincoln, Some(sam), None).await);
    assert_eq!(told().await.len(), 1, "taken back");
    assert!(store.agenda_notes(adams, meeting_id).await.unwrap().is_empty());
    let leads = store.mentor_leads(lincoln).await.unwrap();
    assert_eq!(leads.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [kim, sam]);
}

fn action(school_id: SchoolId, student_id: Option<StudentId>, owner: UserId, due: &str) -> NewAction {
    NewAction {
        id: ActionId::random(),
        school_id,
        meeting: None,
        student_id,
        text: text("Call the bus office"),
        owner,
        due: day(due),
        by: owner,
        at: NOON,
    }
}

pub(crate) async fn an_action_is_taken_further_by_its_own_school_and_what_is_due_first_stands_first(
    store: &dyn Seed,
) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let tyrone = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let lee = account(store, adams, "lee", Role::Coordinator).await;
    let meeting = Some(begun(store, lincoln, kim, "2025-10-17").await);
    let first = NewAction { meeting, ..action(lincoln, Some(tyrone), kim, "2025-10-20") };
    let id = first.id;
    for stranger in [
        action(adams, Some(tyrone), lee, "2025-10-20"),
        action(lincoln, None, lee, "2025-10-20"),
        NewAction { meeting, ..action(adams, None, lee, "2025-10-20") },
    ] {
        assert!(!store.add_action(stranger).await.unwrap());
    }
    assert!(store.add_action(action(lincoln, None, kim, "2025-10-24")).await.unwrap());
    assert!(store.add_action(first).await.unwrap());
    let dues = async || {
        let actions = store.actions(lincoln).await.unwrap();
        actions.iter().map(|action| action.now.now.due).collect::<Vec<_>>()
    };
    assert_eq!(dues().await, [day("2025-10-20"), day("2025-10-24")]);
    let step = |school_id, from, state, owner| NewActionStep {
        school_id,
        id,
        from,
        now: ActionNow { state, owner, due: day("2025-10-20"), note: Some(text("Called")) },
        by: kim,
        at: NOON + 60,
    };
    use ActionState::{Done, Open};
    let taken = async |step| store.step_action(step).await.unwrap();
    assert_eq!(taken(step(adams, Open, Done, kim)).await, StepTaken::NotOfThisSchool);
    assert_eq!(taken(step(lincoln, Open, Done, lee)).await, StepTaken::NotOfThisSchool);
    assert_eq!(taken(step(lincoln, Open, Done, kim)).await, StepTaken::Yes);
    assert_eq!(taken(step(lincoln, Open, Done, kim)).await, StepTaken::Moved);
    assert_eq!(dues().await, [day("2025-10-24"), day("2025-10-20")], "what has ended stands behind");
    let states: Vec<_> = store.action_steps(lincoln, id).await.unwrap().into_iter().collect();
    assert_eq!(states.iter().map(|step| step.now.state).collect::<Vec<_>>(), [Done, Open]);
    assert!(store.action_steps(adams, id).await.unwrap().is_empty());
    let found = store.action(lincoln, id).await.unwrap().unwrap();
    assert!(found.student_id == Some(tyrone) && found.meeting == meeting && found.now.by == "Name of kim");
    assert!(store.action(adams, id).await.unwrap().is_none());
    assert!(store.actions(adams).await.unwrap().is_empty());
}

pub(crate) async fn a_group_of_the_heat_map_belongs_to_one_school_until_it_is_retired(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let kim = account(store, lincoln, "kim", Role::Coordinator).await;
    let lee = account(store, adams, "lee", Role::Coordinator).await;
    let group = NewDayGroup {
        id: DayGroupId::random(),
        school_id: lincoln,
        name: "Grade 7 without a mentor".into(),
        criteria: "grade=7&mentor=without".into(),
        owner: None,
        retired: false,
        by: kim,
        at: NOON,
    };
    assert!(store.save_day_group(group.clone()).await.unwrap());
    let theirs = NewDayGroup { school_id: adams, by: lee, ..group.clone() };
    assert!(!store.save_day_group(theirs).await.unwrap());
    assert!(!store.save_day_group(NewDayGroup { owner: Some(lee), ..group.clone() }).await.unwrap());
    assert!(store.save_day_group(NewDayGroup { owner: Some(kim), ..group.clone() }).await.unwrap());
    let groups = store.day_groups(lincoln).await.unwrap();
    assert!(groups.len() == 1 && groups[0].owner_name.as_deref() == Some("Name of kim"), "{groups:?}");
    assert!(store.day_groups(adams).await.unwrap().is_empty());
    assert!(store.save_day_group(NewDayGroup { retired: true, ..group }).await.unwrap());
    assert!(store.day_groups(lincoln).await.unwrap().is_empty());
}
