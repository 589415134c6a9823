//! What every store must do, as sentences. Each backend runs all of them by one line at the end of this file; a
//! backend that was not run is not said to work.

mod district;
mod factors;
mod identities;
mod imports;
mod keeping;
mod matching;
mod meetings;
mod mentor_files;
mod numbers;
mod planning;
mod referrals;
mod reports;
mod teams_word;

use async_trait::async_trait;
use daymark_domain::{DayPart, DayType, DeviceId, MatchId, MentorId, SchoolDay, SchoolId, StudentId, UserId};

use district::{
    a_match_tries_what_its_own_school_says_and_mentors_are_counted,
    a_months_figures_stay_as_they_were_first_read, nothing_is_given_without_an_agreement_that_holds,
    the_record_of_access_is_narrowed_by_person_kind_student_and_day,
    what_a_district_and_its_schools_say_is_followed_and_never_lost,
};

use factors::{
    a_code_of_an_app_is_used_once_and_no_earlier_one_after_it,
    a_new_factor_ends_the_other_sessions_of_that_person_alone,
    a_passkey_is_one_persons_and_for_one_servers_name, a_recovery_code_is_used_up_and_belongs_to_one_person,
    a_setup_code_makes_one_account_and_none_beside_a_coordinator,
    the_days_of_a_password_alone_count_from_the_first_and_end_with_a_factor,
};
use identities::{
    a_link_connects_its_own_account_once_and_in_its_time, an_identity_is_one_accounts_and_an_account_has_one,
    the_districts_word_ends_the_sessions_of_whoever_it_is_about_alone,
};
use imports::{
    a_mark_that_is_taken_back_leaves_the_phones_that_had_it,
    a_record_that_is_corrected_or_taken_back_is_no_longer_in_force,
    an_import_that_is_not_kept_leaves_nothing, an_indicator_of_a_period_is_corrected_in_its_place,
    the_history_tells_the_latest_import_first,
    what_reports_group_by_and_what_enrollments_were_made_of_is_read_as_written,
    what_staff_set_of_a_guardian_is_marked_and_told_until_it_is_released,
};

use meetings::{
    a_day_has_one_meeting_and_what_is_said_of_it_is_followed_and_never_lost,
    a_decision_is_taken_back_and_stays_and_no_other_school_decides,
    a_group_of_the_heat_map_belongs_to_one_school_until_it_is_retired,
    an_action_is_taken_further_by_its_own_school_and_what_is_due_first_stands_first,
    each_mentor_lead_has_a_note_of_their_own_and_the_latest_is_in_force,
};

use mentor_files::{
    a_lease_follows_platform_settings_and_the_mentors_last_clear_day,
    a_mentor_is_clear_when_everything_is_written_down_and_not_when_a_part_is_taken_back,
    a_mentors_file_keeps_every_version_and_the_latest_is_in_force,
    a_school_is_settled_once_a_day_and_again_after_a_change,
    another_school_neither_reads_nor_writes_a_mentors_file,
    the_latest_screening_of_a_kind_is_the_one_that_counts,
};

pub(crate) use numbers::mother;
use numbers::{
    a_dead_number_is_replaced_and_kept_and_the_mentor_who_asked_is_answered,
    a_school_has_taken_the_steps_that_it_took_and_not_those_of_another,
    whoever_writes_a_number_the_one_before_it_can_be_read,
};

use keeping::{
    a_review_is_kept_beside_those_before_it,
    a_student_whose_match_ended_goes_on_with_another_mentor_who_gets_nothing_of_the_first,
    a_substitute_has_the_student_until_the_last_day_and_can_be_renewed,
    an_ending_is_planned_step_by_step_by_its_own_school_and_called_off_again,
    talks_answers_meetings_and_thanks_belong_to_mentors_of_the_school,
    the_year_turns_once_and_whoever_goes_on_does_so_in_a_new_match,
};

use matching::{
    a_consent_holds_through_its_last_day_and_its_withdrawal_at_once,
    a_decision_about_a_candidate_is_followed_by_another_and_no_other_school_decides,
    a_match_begins_once_and_with_a_basis_only, a_match_rests_and_goes_on_and_a_proposal_can_be_withdrawn,
    what_a_student_says_is_kept_and_no_other_school_reads_it,
    what_is_known_of_two_people_is_theirs_and_the_latest_rules_are_in_force,
    where_the_family_comes_first_it_is_told_before_the_match_begins, who_is_not_screened_meets_nobody,
};

use planning::{
    a_plan_is_followed_by_another_and_never_lost,
    a_tick_is_taken_back_by_another_mark_and_belongs_to_its_year,
    the_latest_kick_off_is_in_force_and_the_calendar_is_the_schools_own,
};

use reports::{
    a_frozen_report_gives_the_same_bytes_for_ever, a_setting_is_followed_by_others_and_never_lost,
    a_week_holds_what_mentors_did_beside_what_the_school_recorded,
};

use referrals::{
    a_file_is_read_by_its_own_school_and_the_team_reads_no_sensitive_note,
    a_referral_is_made_and_taken_further_by_its_own_school_only_and_answers_the_mentor,
    a_resource_keeps_its_versions_and_belongs_to_one_school,
};

use teams_word::{
    an_answer_is_followed_by_another_and_no_other_school_answers,
    only_what_is_newer_than_what_was_seen_takes_a_number,
    safety_contacts_keep_their_order_and_the_same_again_tells_nobody,
};

use daymark_protocol::access::Leaving;
use daymark_protocol::pairing::sha256;

use crate::service::clearing::clear_mentor;

use super::accounts::{NewAccount, Role};
use super::audit::AccessEvent;
use super::matches::{MatchAdded, MatchEnd, NewMatch, StudentSearch};
use super::mentors::NewMentor;
use super::pairing::{Heard, InviteState, NewAccess, NewDevice, NewInvite, PhoneAsks, Revocation};
use super::proposals::{CaseChange, CaseEvent, CaseHappened};
use super::schools::SchoolSettings;
use super::sessions::{How, NewSession};
use super::{Store, StoreError};

/// What only an import or a phone writes, for the suite.
#[async_trait]
pub(crate) trait Seed: Store {
    /// A school in America/Chicago whose sis id is its name.
    async fn seed_school(&self, name: &str) -> SchoolId;
    /// A student of grade 7, enrolled from that day on.
    async fn seed_student(&self, school: SchoolId, given: &str, family: &str, entry: SchoolDay) -> StudentId;
    async fn seed_calendar(&self, school: SchoolId, days: Vec<(SchoolDay, DayType)>);
    /// An absence; the school's record then reaches at least to that day.
    async fn seed_absence(&self, school: SchoolId, student: StudentId, day: SchoolDay, missed: DayPart);
    async fn seed_door_check(&self, match_id: MatchId, day: SchoolDay, result: &str);
    async fn seed_call(&self, match_id: MatchId, day: SchoolDay, outcome: &str);
    /// A call of 14 October that met a wrong number.
    async fn seed_wrong_number(&self, match_id: MatchId, key: &str, number: &str, at: i64);
    /// A note of 14 October.
    async fn seed_note(&self, match_id: MatchId, key: &str, text: &str, audience: &str, class: &str);
    /// Something in the way, told by the family on 14 October.
    async fn seed_barrier(&self, match_id: MatchId, key: &str, factor: &str);
    /// A request of Tuesday morning.
    async fn seed_ask(&self, match_id: MatchId, key: &str, kind: &str, urgency: &str, text: &str);
}

pub(crate) const NOON: i64 = 1_760_450_400;

pub(crate) fn day(text: &str) -> SchoolDay {
    text.parse().unwrap()
}

pub(crate) async fn account(store: &dyn Seed, school_id: SchoolId, login: &str, role: Role) -> UserId {
    let id = UserId::random();
    let (login, name) = (login.to_owned(), format!("Name of {login}"));
    let account = NewAccount { id, school_id, login, name, role, password_hash: "hash".into(), at: NOON };
    store.add_account(account).await.unwrap();
    id
}

pub(crate) async fn mentor(store: &dyn Seed, school_id: SchoolId, name: &str) -> MentorId {
    let id = MentorId::random();
    store.add_mentor(NewMentor { id, school_id, name: name.into(), at: NOON }).await.unwrap();
    id
}

/// A mentor who is clear since the day before, so that a match of theirs reaches their phones.
pub(crate) async fn clear_mentor_of(store: &dyn Seed, school: SchoolId, name: &str) -> MentorId {
    let id = mentor(store, school, name).await;
    let by = account(store, school, &format!("office of {name}"), Role::Clerk).await;
    clear_mentor(store, (school, id, name), by, day("2025-10-13"), NOON).await.unwrap();
    id
}

fn new_match(school_id: SchoolId, student_id: StudentId, mentor_id: MentorId) -> NewMatch {
    NewMatch {
        id: MatchId::random(),
        school_id,
        student_id,
        mentor_id,
        start_day: day("2025-10-13"),
        wake_up_calls: true,
        rationale: None,
        by: UserId::random(),
        at: NOON,
    }
}

pub(crate) async fn matched(
    store: &dyn Seed,
    school: SchoolId,
    student: StudentId,
    mentor: MentorId,
) -> MatchId {
    let new = new_match(school, student, mentor);
    let id = new.id;
    assert!(matches!(store.add_match(new).await.unwrap(), MatchAdded::Yes(_)));
    id
}

fn invite(school_id: SchoolId, mentor_id: MentorId, code: u8) -> NewInvite {
    let by = UserId::random();
    NewInvite { code_hash: [code; 32], school_id, mentor_id, by, at: NOON, expires_at: NOON + 600 }
}

fn device(code: u8, key: u8, at: i64) -> NewDevice {
    NewDevice {
        code_hash: [code; 32],
        id: DeviceId::random(),
        public_key: [key; 32],
        platform: "web".into(),
        app_version: "0.1.0".into(),
        by: UserId::random(),
        at,
    }
}

fn token(device_id: DeviceId, token: u8) -> NewAccess {
    NewAccess { token_hash: [token; 32], device_id, at: NOON, expires_at: NOON + 900 }
}

/// A phone with that key that asks with a code; its nonce is its key.
fn asks(code: u8, key: u8, at: i64) -> PhoneAsks {
    PhoneAsks {
        code_hash: [code; 32],
        public_key: [key; 32],
        commitment: sha256(&[key; 32]),
        server_nonce: [key + 100; 32],
        platform: "web".into(),
        app_version: "0.1.0".into(),
        language: "en".into(),
        at,
    }
}

fn session(staff_id: UserId) -> NewSession {
    NewSession {
        token_hash: [9; 32],
        staff_id,
        form_token: "form".into(),
        browser: "Firefox".into(),
        at: NOON,
        how: How::Password,
        second_step_elsewhere: false,
    }
}

pub(crate) async fn a_login_belongs_to_one_person_whatever_its_case(store: &dyn Seed) {
    let school_id = store.seed_school("Lincoln").await;
    let id = account(store, school_id, "pat", Role::Team).await;
    let again = NewAccount {
        id: UserId::random(),
        school_id,
        login: "PAT".into(),
        name: "Other".into(),
        role: Role::Coordinator,
        password_hash: "other".into(),
        at: NOON,
    };
    assert!(matches!(store.add_account(again).await, Err(StoreError::Taken { what: "login" })));
    let found = store.account_by_login("Pat").await.unwrap().unwrap();
    assert!(found.id == id && found.role == Role::Team);
    assert!(store.account_by_login("nobody").await.unwrap().is_none());
}

pub(crate) async fn a_disabled_account_is_signed_out_at_once(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let id = account(store, school, "pat", Role::Team).await;
    store.begin_session(session(id)).await.unwrap();
    assert!(store.disable_account("pat", "root".into(), NOON).await.unwrap());
    assert!(store.use_session([9; 32], NOON + 1).await.unwrap().is_none());
    assert!(store.account_by_login("pat").await.unwrap().is_none());
}

pub(crate) async fn a_session_ends_after_half_an_hour_without_a_visit(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let id = account(store, school, "pat", Role::Team).await;
    store.begin_session(session(id)).await.unwrap();
    let signed_in = store.use_session([9; 32], NOON + 1_700).await.unwrap().unwrap().who;
    assert!(signed_in.school_id == school && signed_in.staff_id == id && signed_in.form_token == "form");
    assert!(store.use_session([9; 32], NOON + 3_400).await.unwrap().is_some(), "visits keep it open");
    assert!(store.use_session([9; 32], NOON + 3_400 + 1_800).await.unwrap().is_none());
}

pub(crate) async fn a_session_ends_after_twelve_hours(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let id = account(store, school, "pat", Role::Team).await;
    store.begin_session(session(id)).await.unwrap();
    for minutes in (10..720).step_by(10) {
        assert!(store.use_session([9; 32], NOON + minutes * 60).await.unwrap().is_some(), "{minutes}");
    }
    assert!(store.use_session([9; 32], NOON + 720 * 60).await.unwrap().is_none());
}

pub(crate) async fn a_session_that_was_ended_stays_ended(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let id = account(store, school, "pat", Role::Team).await;
    store.begin_session(session(id)).await.unwrap();
    store.end_session([9; 32]).await.unwrap();
    store.end_session([9; 32]).await.unwrap();
    assert!(store.use_session([9; 32], NOON).await.unwrap().is_none());
}

pub(crate) async fn setting_the_bell_leaves_the_zone_and_tells_the_phones(store: &dyn Seed) {
    let id = store.seed_school("Lincoln").await;
    let bell = SchoolSettings { bell_minute: Some(485), ..SchoolSettings::default() };
    store.set_school(id, bell, NOON).await.unwrap();
    let school = store.school_by_sis_id("Lincoln").await.unwrap().unwrap();
    assert_eq!(
        (school.time_zone.as_str(), school.bell_minute, school.seq),
        ("America/Chicago", Some(485), 1)
    );
    assert_eq!(store.schools().await.unwrap(), vec![school]);
}

pub(crate) async fn another_schools_mentor_is_not_there(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    assert!(store.mentor(lincoln, ana).await.unwrap().is_some());
    assert!(store.mentor(adams, ana).await.unwrap().is_none());
    assert!(store.mentors(adams).await.unwrap().is_empty());
}

pub(crate) async fn a_match_needs_a_student_and_a_mentor_of_the_school(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    let ours = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let theirs = store.seed_student(adams, "Lisa", "Woods", day("2025-08-25")).await;
    let strangers =
        [new_match(lincoln, theirs, ana), new_match(adams, theirs, ana), new_match(adams, ours, ana)];
    for stranger in strangers {
        assert_eq!(store.add_match(stranger).await.unwrap(), MatchAdded::NotOfThisSchool);
    }
    assert_eq!(store.add_match(new_match(lincoln, ours, ana)).await.unwrap(), MatchAdded::Yes(2));
    assert_eq!(store.add_match(new_match(lincoln, ours, ana)).await.unwrap(), MatchAdded::Already);
}

pub(crate) async fn every_change_of_a_match_takes_the_next_number_of_the_log(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let ana = mentor(store, school, "Ana Ruiz").await;
    let student = store.seed_student(school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let id = matched(store, school, student, ana).await;
    let kim = account(store, school, "kim", Role::Coordinator).await;
    let of = |school_id| CaseChange { school_id, id, today: day("2025-10-14"), by: kim, at: NOON };
    assert!(store.set_wake_up_calls(of(school), false).await.unwrap());
    let events = store.case_events(school, id).await.unwrap();
    let [CaseEvent { what: CaseHappened::Step { word, .. }, by, .. }, ..] = &events[..] else {
        panic!("the latest is a step")
    };
    assert_eq!((word.as_str(), by.as_deref()), ("wake_up_calls_end", Some("Name of kim")));
    let end = MatchEnd {
        id,
        school_id: school,
        end_day: day("2025-10-20"),
        reason: "goals_met".into(),
        by: UserId::random(),
        at: NOON,
    };
    assert!(store.end_match(end.clone()).await.unwrap());
    assert!(!store.end_match(end).await.unwrap(), "it has ended already");
    assert!(!store.set_wake_up_calls(of(school), true).await.unwrap());
    assert_eq!(store.school(school).await.unwrap().unwrap().seq, 4);
    let matches = store.matches_of_mentor(school, ana).await.unwrap();
    assert_eq!(matches[0].end_day, Some(day("2025-10-20")));
    assert_eq!(matches[0].end_reason.as_deref(), Some("goals_met"));
    assert_eq!(store.mentor(school, ana).await.unwrap().unwrap().active_matches, 0);
    let again = matched(store, school, student, ana).await;
    assert_ne!(again, id, "a new match starts a new record");
}

fn shut_out(device: DeviceId, at: i64) -> Revocation {
    Revocation { device, leaving: Leaving::Lost, by: UserId::random(), at }
}

pub(crate) async fn another_school_can_neither_see_nor_end_a_match(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    let student = store.seed_student(lincoln, "Tyrone", "Dyer", day("2025-08-25")).await;
    let id = matched(store, lincoln, student, ana).await;
    let end = MatchEnd {
        id,
        school_id: adams,
        end_day: day("2025-10-20"),
        reason: "safety".into(),
        by: UserId::random(),
        at: NOON,
    };
    assert!(!store.end_match(end).await.unwrap());
    let of = CaseChange { school_id: adams, id, today: day("2025-10-14"), by: UserId::random(), at: NOON };
    assert!(!store.set_wake_up_calls(of, false).await.unwrap());
    assert!(store.matches_of_mentor(adams, ana).await.unwrap().is_empty());
}

pub(crate) async fn students_are_found_by_part_of_a_name_among_those_enrolled(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let adams = store.seed_school("Adams").await;
    for (school, given, family, entry) in [
        (school, "Élodie", "Dyer", "2025-08-25"),
        (school, "Tyrone", "Dyer", "2025-08-25"),
        (school, "Lisa", "Woods", "2025-11-01"),
        (adams, "Uma", "Dyer", "2025-08-25"),
    ] {
        store.seed_student(school, given, family, day(entry)).await;
    }
    let search = |name: &str| StudentSearch {
        school_id: school,
        day: day("2025-10-14"),
        name: name.into(),
        grade: None,
        limit: 50,
    };
    let found = async |name| -> Vec<String> {
        store.find_students(search(name)).await.unwrap().into_iter().map(|student| student.name).collect()
    };
    assert_eq!(found("dyer").await, ["Tyrone Dyer", "Élodie Dyer"]);
    assert_eq!(found("élo dy").await, ["Élodie Dyer"]);
    assert!(found("woods").await.is_empty(), "she enters in November");
    let other_grade = StudentSearch { grade: Some("8".into()), ..search("") };
    assert!(store.find_students(other_grade).await.unwrap().is_empty());
    assert_eq!(store.grades(school, day("2025-10-14")).await.unwrap(), ["7"]);
}

pub(crate) async fn a_code_pairs_one_phone_once(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let ana = mentor(store, school, "Ana Ruiz").await;
    assert!(store.add_invite(invite(school, ana, 1)).await.unwrap());
    let phone = device(1, 7, NOON + 599);
    let id = phone.id;
    let paired = store.pair_device(phone).await.unwrap().unwrap();
    assert_eq!((paired.tag.as_str(), paired.mentor_name.as_str()), ("1", "Ana Ruiz"));
    assert!(store.pair_device(device(1, 8, NOON + 599)).await.unwrap().is_none(), "used");
    assert!(store.pair_device(device(2, 8, NOON)).await.unwrap().is_none(), "never made");
    assert!(store.begin_access(token(id, 7)).await.unwrap());
    let access = store.device_by_token([7; 32], NOON + 899).await.unwrap().unwrap();
    assert!(access.mentor_id == ana && access.school_id == school && access.tag == paired.tag);
    assert!(store.device_by_token([8; 32], NOON).await.unwrap().is_none(), "never given out");
    assert!(store.device_by_token([7; 32], NOON + 900).await.unwrap().is_none(), "run out");
}

pub(crate) async fn the_first_phone_has_the_code_and_is_let_in_only_by_the_coordinators_word(
    store: &dyn Seed,
) {
    let school = store.seed_school("Lincoln").await;
    let ana = mentor(store, school, "Ana Ruiz").await;
    store.add_invite(invite(school, ana, 1)).await.unwrap();
    assert_eq!(store.ask_to_pair(asks(1, 7, NOON)).await.unwrap(), Some([107; 32]));
    let again = PhoneAsks { server_nonce: [9; 32], ..asks(1, 7, NOON) };
    assert_eq!(store.ask_to_pair(again).await.unwrap(), Some([107; 32]), "asking again changes nothing");
    assert_eq!(store.ask_to_pair(asks(1, 8, NOON)).await.unwrap(), None, "the code is the first phone's");
    let state = || async { store.latest_invite(school, ana).await.unwrap().unwrap().state };
    assert!(matches!(state().await, InviteState::Open), "no words before the phone has told its nonce");
    assert!(store.hear_answer([7; 32], [8; 32], NOON).await.unwrap().is_none(), "another nonce");
    assert!(store.hear_answer([7; 32], [7; 32], NOON).await.unwrap() == Some(Heard::Waiting));
    let InviteState::Asking(phone) = state().await else { panic!("the phone asks") };
    assert_eq!((phone.public_key, phone.phone_nonce, phone.server_nonce), ([7; 32], [7; 32], [107; 32]));
    assert!(
        store.pair_device(device(1, 8, NOON)).await.unwrap().is_none(),
        "the word was about the other phone"
    );
    let let_in = device(1, 7, NOON);
    let id = let_in.id;
    let paired = store.pair_device(let_in).await.unwrap().unwrap();
    for at in [NOON, NOON + 9_000] {
        let heard = store.hear_answer([7; 32], [7; 32], at).await.unwrap();
        assert!(heard == Some(Heard::Paired(id, paired.clone())), "however often and late it asks");
    }
    assert!(store.hear_answer([7; 32], [8; 32], NOON).await.unwrap().is_none());
    assert!(matches!(state().await, InviteState::Used));
}

pub(crate) async fn a_phone_whose_words_differ_is_not_let_in_and_five_wrong_tries_end_a_code(
    store: &dyn Seed,
) {
    let school = store.seed_school("Lincoln").await;
    let ana = mentor(store, school, "Ana Ruiz").await;
    store.add_invite(invite(school, ana, 1)).await.unwrap();
    store.ask_to_pair(asks(1, 7, NOON)).await.unwrap().unwrap();
    store.hear_answer([7; 32], [7; 32], NOON).await.unwrap();
    assert!(!store.refuse_phone((school, ana), [8; 32], UserId::random(), NOON).await.unwrap());
    assert!(store.refuse_phone((school, ana), [7; 32], UserId::random(), NOON).await.unwrap());
    assert!(store.hear_answer([7; 32], [7; 32], NOON).await.unwrap() == Some(Heard::Refused));
    assert!(store.pair_device(device(1, 7, NOON)).await.unwrap().is_none());

    store.add_invite(invite(school, ana, 2)).await.unwrap();
    store.ask_to_pair(asks(2, 17, NOON)).await.unwrap().unwrap();
    for other in 20..25 {
        assert_eq!(store.ask_to_pair(asks(2, other, NOON)).await.unwrap(), None);
    }
    assert_eq!(
        store.ask_to_pair(asks(2, 17, NOON)).await.unwrap(),
        None,
        "the code is dead for its phone too"
    );
    let latest = store.latest_invite(school, ana).await.unwrap().unwrap();
    assert!(matches!(latest.state, InviteState::Refused));
}

pub(crate) async fn a_code_stops_working_after_its_time_and_when_a_newer_one_is_made(store: &dyn Seed) {
    let school = store.seed_school("Lincoln").await;
    let ana = mentor(store, school, "Ana Ruiz").await;
    store.add_invite(invite(school, ana, 1)).await.unwrap();
    assert!(store.pair_device(device(1, 7, NOON + 600)).await.unwrap().is_none(), "expired");
    store.add_invite(invite(school, ana, 2)).await.unwrap();
    assert!(store.pair_device(device(1, 7, NOON)).await.unwrap().is_none(), "withdrawn");
    assert!(store.pair_device(device(2, 7, NOON)).await.unwrap().is_some());
}

pub(crate) async fn another_school_can_neither_invite_nor_revoke(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let ana = mentor(store, lincoln, "Ana Ruiz").await;
    assert!(!store.add_invite(invite(adams, ana, 1)).await.unwrap());
    store.add_invite(invite(lincoln, ana, 2)).await.unwrap();
    let phone = device(2, 7, NOON);
    let id = phone.id;
    store.pair_device(phone).await.unwrap().unwrap();
    assert!(!store.revoke_device(adams, shut_out(id, NOON)).await.unwrap());
    assert!(store.devices_of_mentor(adams, ana).await.unwrap().is_empty());
}

pub(crate) async fn a_revoked_phone_is_a_stranger_at_once_and_its_tag_is_not_given_out_again(
    store: &dyn Seed,
) {
    let school = store.seed_school("Lincoln").await;
    let ana = mentor(store, school, "Ana Ruiz").await;
    store.add_invite(invite(school, ana, 1)).await.unwrap();
    let phone = device(1, 7, NOON);
    let id = phone.id;
    store.pair_device(phone).await.unwrap().unwrap();
    store.begin_access(token(id, 7)).await.unwrap();
    assert!(store.revoke_device(school, shut_out(id, NOON + 60)).await.unwrap());
    assert!(!store.revoke_device(school, shut_out(id, NOON + 61)).await.unwrap());
    assert!(store.device_by_token([7; 32], NOON + 60).await.unwrap().is_none());
    assert!(!store.begin_access(token(id, 8)).await.unwrap(), "nor does it get another token");
    let proving = store.device_to_prove(id).await.unwrap().unwrap();
    assert_eq!((proving.public_key, proving.shut_out), ([7; 32], Some(Leaving::Lost)));
    store.add_invite(invite(school, ana, 2)).await.unwrap();
    store.pair_device(device(2, 8, NOON)).await.unwrap().unwrap();
    let devices = store.devices_of_mentor(school, ana).await.unwrap();
    let tags: Vec<_> = devices.iter().map(|device| (device.tag.as_str(), device.revoked_at)).collect();
    assert_eq!(tags, [("2", None), ("1", Some(NOON + 60))]);
}

pub(crate) async fn an_access_is_noted_for_the_school_that_it_concerns(store: &dyn Seed) {
    let (lincoln, adams) = (store.seed_school("Lincoln").await, store.seed_school("Adams").await);
    let event = AccessEvent::by_staff(NOON, UserId::random(), lincoln, "week_viewed");
    store.note_access(event.clone()).await.unwrap();
    assert_eq!(store.accesses(lincoln, 10).await.unwrap(), vec![event]);
    assert!(store.accesses(adams, 10).await.unwrap().is_empty());
}

/// Runs the suite against what the expression opens.
macro_rules! conformance {
    ($backend:ident, $open:expr, [$($sentence:ident),+ $(,)?]) => {
        mod $backend {
            $(#[tokio::test]
            async fn $sentence() {
                let (store, _kept) = $open;
                super::$sentence(&store).await;
            })+
        }
    };
}

conformance!(
    sqlite,
    {
        let folder = tempfile::tempdir().unwrap();
        (crate::store::sqlite::SqliteStore::open(folder.path()).unwrap(), folder)
    },
    [
        a_login_belongs_to_one_person_whatever_its_case,
        a_disabled_account_is_signed_out_at_once,
        a_session_ends_after_half_an_hour_without_a_visit,
        a_session_ends_after_twelve_hours,
        a_session_that_was_ended_stays_ended,
        a_code_of_an_app_is_used_once_and_no_earlier_one_after_it,
        a_link_connects_its_own_account_once_and_in_its_time,
        an_identity_is_one_accounts_and_an_account_has_one,
        the_districts_word_ends_the_sessions_of_whoever_it_is_about_alone,
        a_new_factor_ends_the_other_sessions_of_that_person_alone,
        a_passkey_is_one_persons_and_for_one_servers_name,
        a_recovery_code_is_used_up_and_belongs_to_one_person,
        a_setup_code_makes_one_account_and_none_beside_a_coordinator,
        the_days_of_a_password_alone_count_from_the_first_and_end_with_a_factor,
        setting_the_bell_leaves_the_zone_and_tells_the_phones,
        another_schools_mentor_is_not_there,
        a_match_needs_a_student_and_a_mentor_of_the_school,
        every_change_of_a_match_takes_the_next_number_of_the_log,
        another_school_can_neither_see_nor_end_a_match,
        students_are_found_by_part_of_a_name_among_those_enrolled,
        a_code_pairs_one_phone_once,
        the_first_phone_has_the_code_and_is_let_in_only_by_the_coordinators_word,
        a_phone_whose_words_differ_is_not_let_in_and_five_wrong_tries_end_a_code,
        a_code_stops_working_after_its_time_and_when_a_newer_one_is_made,
        another_school_can_neither_invite_nor_revoke,
        a_revoked_phone_is_a_stranger_at_once_and_its_tag_is_not_given_out_again,
        an_access_is_noted_for_the_school_that_it_concerns,
        a_week_holds_what_mentors_did_beside_what_the_school_recorded,
        a_setting_is_followed_by_others_and_never_lost,
        a_frozen_report_gives_the_same_bytes_for_ever,
        an_import_that_is_not_kept_leaves_nothing,
        a_record_that_is_corrected_or_taken_back_is_no_longer_in_force,
        an_indicator_of_a_period_is_corrected_in_its_place,
        a_mark_that_is_taken_back_leaves_the_phones_that_had_it,
        what_reports_group_by_and_what_enrollments_were_made_of_is_read_as_written,
        what_staff_set_of_a_guardian_is_marked_and_told_until_it_is_released,
        the_history_tells_the_latest_import_first,
        a_dead_number_is_replaced_and_kept_and_the_mentor_who_asked_is_answered,
        whoever_writes_a_number_the_one_before_it_can_be_read,
        a_school_has_taken_the_steps_that_it_took_and_not_those_of_another,
        an_answer_is_followed_by_another_and_no_other_school_answers,
        only_what_is_newer_than_what_was_seen_takes_a_number,
        safety_contacts_keep_their_order_and_the_same_again_tells_nobody,
        a_plan_is_followed_by_another_and_never_lost,
        a_tick_is_taken_back_by_another_mark_and_belongs_to_its_year,
        the_latest_kick_off_is_in_force_and_the_calendar_is_the_schools_own,
        a_resource_keeps_its_versions_and_belongs_to_one_school,
        a_referral_is_made_and_taken_further_by_its_own_school_only_and_answers_the_mentor,
        a_file_is_read_by_its_own_school_and_the_team_reads_no_sensitive_note,
        a_day_has_one_meeting_and_what_is_said_of_it_is_followed_and_never_lost,
        a_decision_is_taken_back_and_stays_and_no_other_school_decides,
        each_mentor_lead_has_a_note_of_their_own_and_the_latest_is_in_force,
        an_action_is_taken_further_by_its_own_school_and_what_is_due_first_stands_first,
        a_group_of_the_heat_map_belongs_to_one_school_until_it_is_retired,
        a_mentor_is_clear_when_everything_is_written_down_and_not_when_a_part_is_taken_back,
        a_mentors_file_keeps_every_version_and_the_latest_is_in_force,
        a_lease_follows_platform_settings_and_the_mentors_last_clear_day,
        a_school_is_settled_once_a_day_and_again_after_a_change,
        another_school_neither_reads_nor_writes_a_mentors_file,
        the_latest_screening_of_a_kind_is_the_one_that_counts,
        an_ending_is_planned_step_by_step_by_its_own_school_and_called_off_again,
        a_student_whose_match_ended_goes_on_with_another_mentor_who_gets_nothing_of_the_first,
        a_review_is_kept_beside_those_before_it,
        a_substitute_has_the_student_until_the_last_day_and_can_be_renewed,
        the_year_turns_once_and_whoever_goes_on_does_so_in_a_new_match,
        talks_answers_meetings_and_thanks_belong_to_mentors_of_the_school,
        a_consent_holds_through_its_last_day_and_its_withdrawal_at_once,
        a_decision_about_a_candidate_is_followed_by_another_and_no_other_school_decides,
        a_match_begins_once_and_with_a_basis_only,
        a_match_rests_and_goes_on_and_a_proposal_can_be_withdrawn,
        what_a_student_says_is_kept_and_no_other_school_reads_it,
        what_is_known_of_two_people_is_theirs_and_the_latest_rules_are_in_force,
        where_the_family_comes_first_it_is_told_before_the_match_begins,
        who_is_not_screened_meets_nobody,
        a_months_figures_stay_as_they_were_first_read,
        what_a_district_and_its_schools_say_is_followed_and_never_lost,
        nothing_is_given_without_an_agreement_that_holds,
        a_match_tries_what_its_own_school_says_and_mentors_are_counted,
        the_record_of_access_is_narrowed_by_person_kind_student_and_day,
    ]
);
