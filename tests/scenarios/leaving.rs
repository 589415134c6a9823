//! A phone whose mentor left, and a phone that was lost.

use std::cell::RefCell;
use std::rc::Rc;

use daymark_domain::DoorResult;
use daymark_mentor_core::api::{Failure, Request};
use daymark_mentor_core::sync::{HttpApi, SyncError, leave, run_once, tell_wiped};
use daymark_protocol::access::{Leaving, ShutOut};
use daymark_protocol::{Answered, LinkError, SyncApi};
use daymark_server::store::handed_in::{HandedInEntry, LookedThrough};

use crate::phone::Phone;
use crate::school::School;

/// A phone with students, one entry that was sent and two that were not.
async fn with_two_unsent() -> (School, Phone, daymark_domain::MentorId) {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    phone.greet(match_id, school.today.minus(2), DoorResult::Greeted);
    phone.sync_until_done().await;
    phone.greet(match_id, school.today.minus(1), DoorResult::Late);
    phone.greet(match_id, school.today, DoorResult::NotSeen);
    (school, phone, mentor)
}

/// What the app does at its next contact.
async fn contact(phone: &Phone, school: &School) {
    let api = HttpApi::new(&school.address);
    match run_once(&phone.core, &api).await {
        Err(SyncError::ShutOut(word)) => leave(&phone.core, &api, &word).await.unwrap(),
        other => panic!("{other:?}"),
    }
}

/// No value of any table holds one of these, for whoever has the key.
fn is_gone(phone: &Phone, names: &[String]) {
    let stored = phone.everything_stored();
    for name in names {
        assert!(!stored.contains(name.as_str()), "{name} is still there");
    }
    assert!(matches!(phone.ask(Request::Caseload), Err(Failure::NotPaired)));
}

#[tokio::test]
async fn who_left_hands_in_what_was_unsent_and_then_nothing_is_on_the_phone() {
    let (school, phone, mentor) = with_two_unsent().await;
    let names: Vec<String> = phone.caseload().into_iter().map(|row| row.student).collect();
    let names: Vec<String> = names[0].split(' ').map(str::to_owned).collect();
    assert!(names.iter().all(|name| phone.everything_stored().contains(name.as_str())));
    school.shut_out(mentor, Leaving::Left).await;
    contact(&phone, &school).await;
    assert_eq!(school.count("SELECT count(*) FROM door_check"), 3, "nothing is lost");
    assert_eq!(school.count("SELECT handed_in FROM device"), 2);
    assert_eq!(school.count("SELECT count(*) FROM device WHERE wiped_at IS NOT NULL"), 1);
    let status = phone.status();
    assert!(status.cleared && status.mentor.is_none() && status.unsent == 0);
    is_gone(&phone, &names);
    // It may be given to somebody else, or back.
    school.pair(&phone.core, mentor).await;
    phone.sync_until_done().await;
    assert!(!phone.status().cleared && !phone.caseload().is_empty());
}

#[tokio::test]
async fn what_came_after_the_mentor_had_left_is_told_from_what_came_before_and_is_looked_at_once() {
    let (school, phone, mentor) = with_two_unsent().await;
    let store = &school.workshop.app.store;
    let handed_in = async || store.handed_in_of_mentor(school.id, mentor).await.unwrap();
    school.shut_out(mentor, Leaving::Left).await;
    assert!(handed_in().await.is_empty(), "a sync is no handing in");
    contact(&phone, &school).await;
    let came = handed_in().await;
    let what: Vec<_> = came.iter().map(|entry| (entry.kind.as_str(), entry.day)).collect();
    assert_eq!(what, [("door_check", school.today.minus(1)), ("door_check", school.today)]);
    assert!(came.iter().all(|entry| entry.looked.is_none() && entry.mentor_name == "Ana Ruiz"));
    assert_eq!(store.mentors_with_handed_in(school.id).await.unwrap(), ["Ana Ruiz"]);
    let (by, at) = (school.coordinator, school.workshop.app.clock.now());
    let through = came[1].id;
    let looked = LookedThrough { school_id: school.id, mentor_id: mentor, through, by, at };
    assert_eq!(store.look_through_handed_in(looked).await.unwrap(), 2);
    assert_eq!(store.look_through_handed_in(looked).await.unwrap(), 0);
    let looked_by = |entry: &HandedInEntry| entry.looked.as_ref().map(|(_, by)| by.clone());
    assert!(handed_in().await.iter().all(|entry| looked_by(entry).as_deref() == Some("Coordinator")));
    assert!(store.mentors_with_handed_in(school.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_lost_phone_sends_nothing_and_clears_itself_at_once() {
    let (school, phone, mentor) = with_two_unsent().await;
    school.shut_out(mentor, Leaving::Lost).await;
    contact(&phone, &school).await;
    assert_eq!(school.count("SELECT count(*) FROM door_check"), 1);
    assert_eq!(school.count("SELECT count(*) FROM device WHERE wiped_at IS NOT NULL"), 1);
    assert!(phone.status().cleared);
}

#[tokio::test]
async fn a_phone_that_could_not_tell_tells_at_its_next_start() {
    let (school, phone, mentor) = with_two_unsent().await;
    school.shut_out(mentor, Leaving::Lost).await;
    let api = HttpApi::new(&school.address);
    let Err(SyncError::ShutOut(word)) = run_once(&phone.core, &api).await else { panic!("not shut out") };
    // The network breaks off before the report.
    leave(&phone.core, &HttpApi::new("http://127.0.0.1:9"), &word).await.unwrap();
    assert!(phone.status().cleared);
    assert_eq!(school.count("SELECT count(*) FROM device WHERE wiped_at IS NOT NULL"), 0);
    tell_wiped(&phone.core, &api).await.unwrap();
    assert_eq!(school.count("SELECT count(*) FROM device WHERE wiped_at IS NOT NULL"), 1);
}

/// Something in between that says of the phone what it likes.
struct Portal {
    http: HttpApi,
    says: Box<dyn Fn(ShutOut) -> ShutOut>,
    /// The words that the honest server said, for a portal that says them again.
    heard: Rc<RefCell<Option<ShutOut>>>,
}

impl SyncApi for Portal {
    async fn sync(&self, authorization: &str, frames: Vec<u8>) -> Result<Answered, LinkError> {
        match self.http.sync(authorization, frames).await {
            Err(LinkError::ShutOut(word, next)) => {
                *self.heard.borrow_mut() = Some(word.clone());
                Err(LinkError::ShutOut((self.says)(word), next))
            }
            other => other,
        }
    }
}

#[tokio::test]
async fn nobody_but_the_schools_own_server_can_clear_a_phone() {
    let (school, phone, mentor) = with_two_unsent().await;
    school.shut_out(mentor, Leaving::Left).await;
    let heard = Rc::new(RefCell::new(None));
    let portal = |says: Box<dyn Fn(ShutOut) -> ShutOut>| Portal {
        http: HttpApi::new(&school.address),
        says,
        heard: heard.clone(),
    };
    let first = portal(Box::new(|word| ShutOut { action: Leaving::Lost, ..word }));
    assert!(
        matches!(run_once(&phone.core, &first).await, Err(SyncError::NotGenuine)),
        "lost instead of left"
    );
    let signed_before = heard.borrow().clone().unwrap();
    let again = portal(Box::new(move |_| signed_before.clone()));
    assert!(matches!(run_once(&phone.core, &again).await, Err(SyncError::NotGenuine)), "said before");
    let unsigned = portal(Box::new(|word| ShutOut { signature: "00".repeat(64), ..word }));
    assert!(matches!(run_once(&phone.core, &unsigned).await, Err(SyncError::NotGenuine)), "signed by nobody");
    assert_eq!(phone.status().unsent, 2, "all of it is where it was");
    assert!(!phone.caseload().is_empty());
}
