use axum::http::StatusCode;
use daymark_domain::{SafetyContact, TextPolicy};

use super::*;
use crate::service::school_help::texting;
use crate::store::schools::SchoolStore;

async fn stored(server: &Server) -> (Vec<SafetyContact>, TextPolicy, i64) {
    let school = server.store.school(server.school).await.unwrap().unwrap();
    let contacts = server.store.safety_contacts(server.school).await.unwrap();
    (contacts, texting(&server.app, &school).await.unwrap(), school.seq)
}

#[tokio::test]
async fn a_coordinator_says_whom_to_call_and_whom_mentors_may_text() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get("/staff/school").await.body;
    assert!(
        page.contains("Whom to call when a student may not be safe") && page.contains("Contact 5"),
        "{page}"
    );
    let form = "name_0=Grace+Okafor&role_0=Counsellor&phone_0=%2B1+555+0100&name_1=&role_1=&phone_1=\
                &name_2=Front+office&role_2=&phone_2=911&texting=guardians";
    let saved = kim.post("/staff/school", form).await;
    assert_eq!(saved.status, StatusCode::OK);
    assert!(saved.body.contains("Saved.") && saved.body.contains("value=\"Grace Okafor\""), "{}", saved.body);
    let grace = SafetyContact::new("Grace Okafor", "Counsellor", "+1 555 0100").unwrap();
    let office = SafetyContact::new("Front office", "", "911").unwrap();
    let expected = (vec![grace, office], TextPolicy::Guardians, 2);
    assert_eq!(stored(&server).await, expected, "the empty line is left out");
    kim.post("/staff/school", form).await;
    assert_eq!(stored(&server).await, expected, "the same again takes no number");
    assert!(kim.get("/staff/school").await.body.contains("value=\"911\""));
}

#[tokio::test]
async fn a_contact_without_a_number_changes_nothing_and_stays_on_the_page() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let wrong = kim.post("/staff/school", "name_0=Grace+%22G%22&phone_0=&texting=guardians").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("needs a name and a phone number") && wrong.body.contains("Grace"),
        "{}",
        wrong.body
    );
    assert_eq!(kim.post("/staff/school", "texting=everybody").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(stored(&server).await, (Vec::new(), TextPolicy::Off, 0));
}
