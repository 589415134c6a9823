//! From a code to a paired phone, and out again.

use daymark_domain::AgreementSigning;
use daymark_mentor_core::api::Failure;
use daymark_mentor_core::sync::{
    HttpApi, SyncError, accept_agreement, look_for_answer, pair, read_agreement,
};
use daymark_protocol::access::Leaving;
use daymark_server::store::mentor_files::MentorFact;

use crate::phone::Phone;
use crate::school::{MORNING, School};

#[tokio::test]
async fn a_code_pairs_one_phone_and_only_within_ten_minutes() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let api = HttpApi::new(&school.address);
    let (first, second) = (Phone::unpaired(&school.address), Phone::unpaired(&school.address));

    let code = school.invite(mentor).await;
    // As people type it.
    let typed = format!(" {}-{} ", code[..5].to_lowercase(), &code[5..]);
    pair(&first.core, &api, school.wanted(&typed)).await.unwrap();
    let waiting = first.status();
    assert!(
        waiting.mentor.is_none() && waiting.pairing.is_some(),
        "nothing comes before the coordinator's tap"
    );
    assert!(!look_for_answer(&first.core, &api).await.unwrap());
    let other = pair(&second.core, &api, school.wanted(&code)).await;
    assert_eq!(other, Err(Failure::CodeRefused), "the code is the first phone's");
    school.let_in().await;
    assert!(look_for_answer(&first.core, &api).await.unwrap());
    assert_eq!(first.status().mentor.as_deref(), Some("Ana Ruiz"));
    assert!(first.status().pairing.is_none());

    let late = school.invite(mentor).await;
    school.workshop.set_clock(MORNING + 601);
    let too_late = pair(&second.core, &api, school.wanted(&late)).await;
    assert_eq!(too_late, Err(Failure::CodeRefused), "the code is too old");
    assert_eq!(second.status().mentor, None);
}

#[tokio::test]
async fn the_three_words_outlive_the_app_and_are_those_of_the_coordinators_page() {
    use daymark_server::service::pairing::Progress;
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let api = HttpApi::new(&school.address);
    let phone = Phone::unpaired(&school.address);
    let code = school.invite(mentor).await;
    pair(&phone.core, &api, school.wanted(&code)).await.unwrap();
    let shown = phone.status().pairing.unwrap();
    let Progress::Words(asking) = school.progress(mentor).await else { panic!("no phone asks") };
    assert_eq!(asking.words.map(str::to_owned), shown);
    let (core, folder) = phone.into_core();
    drop(core);
    let phone = Phone::opened_again(folder, &school.address);
    assert_eq!(phone.status().pairing, Some(shown), "after the app was closed");
    school.let_in().await;
    assert!(look_for_answer(&phone.core, &api).await.unwrap());
    phone.sync_until_done().await;
}

#[tokio::test]
async fn a_phone_whose_words_differ_is_not_let_in_and_forgets_the_code() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let api = HttpApi::new(&school.address);
    let phone = Phone::unpaired(&school.address);
    let code = school.invite(mentor).await;
    pair(&phone.core, &api, school.wanted(&code)).await.unwrap();
    school.say_they_differ(mentor).await;
    assert_eq!(look_for_answer(&phone.core, &api).await, Err(Failure::WordsDiffer));
    assert_eq!(phone.status(), daymark_mentor_core::api::Status::default());
    assert_eq!(school.count("SELECT count(*) FROM device"), 0);
}

#[tokio::test]
async fn a_phone_that_was_shut_out_keeps_its_entries_until_it_could_hand_them_in() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    phone.greet(match_id, school.today, daymark_domain::DoorResult::Greeted);
    school.shut_out(mentor, Leaving::Left).await;
    assert!(matches!(phone.sync().await, Err(SyncError::ShutOut(_))));
    assert_eq!(phone.status().unsent, 1);
}

#[tokio::test]
async fn a_phone_that_is_paired_again_hands_in_what_it_wrote_before() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    phone.greet(match_id, school.today.minus(1), daymark_domain::DoorResult::Greeted);
    school.pair(&phone.core, mentor).await;
    phone.greet(match_id, school.today, daymark_domain::DoorResult::Late);
    phone.sync_until_done().await;
    assert_eq!((phone.status().unsent, phone.status().refused), (0, 0));
    assert_eq!(school.count("SELECT count(*) FROM door_check"), 2);
}

#[tokio::test]
async fn a_sync_is_one_request_while_the_token_is_good_and_one_more_when_it_has_run_out() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    let requests = async |phone: &Phone| {
        let before = phone.link.requests.borrow().len();
        phone.sync().await.unwrap();
        phone.link.requests.borrow().len() - before
    };
    assert_eq!(requests(&phone).await, 1);
    school.workshop.set_clock(MORNING + 899);
    assert_eq!(requests(&phone).await, 1);
    school.workshop.set_clock(MORNING + 900);
    assert_eq!(requests(&phone).await, 2);
    assert_eq!(requests(&phone).await, 1);
}

#[tokio::test]
async fn what_was_written_since_the_token_ran_out_is_carried_once() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    school.workshop.set_clock(MORNING + 900);
    phone.clock.advance(900);
    phone.greet(match_id, school.today, daymark_domain::DoorResult::Greeted);
    phone.link.requests.borrow_mut().clear();
    phone.sync().await.unwrap();
    let requests = phone.link.requests.borrow().clone();
    assert!(matches!(requests[..], [0, whole] if whole > 0), "first the bare question: {requests:?}");
    assert_eq!(school.count("SELECT count(*) FROM door_check"), 1);
}

#[tokio::test]
async fn a_mentor_reads_and_accepts_the_agreement_on_the_phone_and_the_students_come_with_the_answer() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    school.match_with(mentor, school.students().await[0]).await;
    // All is there but the signature, which was taken back.
    let store = &school.workshop.app.store;
    let file = store.mentor_file(school.id, mentor).await.unwrap().unwrap();
    let signed = file.signatures[0].id;
    let (fact, by) = (MentorFact::Agreement, school.coordinator);
    assert!(store.take_back(school.id, mentor, fact, signed, by, MORNING).await.unwrap());
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    assert!(phone.caseload().is_empty(), "nothing comes without it");
    let text = read_agreement(&phone.core, &phone.link, "es").await.unwrap();
    assert!(text.text.starts_with("Como mentor"), "{}", text.text);
    accept_agreement(&phone.core, &phone.link, text.version + 1, "es").await.unwrap();
    assert!(phone.caseload().is_empty(), "another version is no signature");
    for _ in 0..2 {
        accept_agreement(&phone.core, &phone.link, text.version, "es").await.unwrap();
        assert_eq!(phone.caseload().len(), 1);
    }
    let file = store.mentor_file(school.id, mentor).await.unwrap().unwrap();
    let written: Vec<_> = file.signatures.iter().filter(|written| !written.taken_back).collect();
    let [written] = written.as_slice() else { panic!("{} signatures", written.len()) };
    let entry = &written.entry;
    assert_eq!(
        (entry.version, entry.language.as_str(), entry.name.as_str()),
        (text.version, "es", "Ana Ruiz")
    );
    assert!(entry.how == AgreementSigning::Phone && written.by.is_none());
    assert_eq!(school.count("SELECT count(*) FROM mentor_agreement JOIN device ON device.id = device_id"), 1);
}
