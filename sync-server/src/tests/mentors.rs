use daymark_domain::MentorId;

use super::*;
use crate::store::contract::{clear_mentor_of, day, matched, mentor};
use crate::store::mentor_files::MentorFileStore;
use crate::store::mentors::MentorStore;

const SHEET: &str = "name=Ana+Ruiz&kind=retiree&contact=555+0140&languages=English%2C+Spanish&capacity=3\
    &time_mon_before=on&time_fri_after=on&interests=chess&motives=%3Cb%3Esomebody%3C%2Fb%3E+did+it+for+me\
    &reference_0_name=Maria&reference_0_relation=neighbour&from_paper=2025-09-30";

async fn coordinator(server: &Server) -> Browser<'_> {
    server.signed_in("kim", Role::Coordinator).await
}

fn id_of(page: &str) -> MentorId {
    page.rsplit('/').next().unwrap().parse().unwrap()
}

async fn granted(server: &Server) -> i64 {
    let count = "SELECT count(*) FROM match WHERE granted_seq > 0 AND ended_seq IS NULL";
    server.store.read(move |db| Ok(db.query_row(count, [], |row| row.get(0))?)).await.unwrap()
}

/// What the ladder says of a rung.
fn rung<'a>(page: &'a str, word: &str) -> &'a str {
    between(page, &format!("data-testid=\"rung-{word}\""), "</h3>")
}

#[tokio::test]
async fn a_mentor_climbs_from_a_name_to_a_phone_with_students_by_the_pages_alone() {
    let server = Server::start().await;
    let kim = coordinator(&server).await;
    assert!(kim.get("/staff").await.body.contains("No mentor yet."));
    let page = goes_to(&kim.post("/staff/mentors", "name=+Ana+Ruiz+").await).to_owned();
    let shown = kim.get(&page).await.body;
    assert!(shown.contains("No student reaches Ana Ruiz&#39;s phone yet."), "{shown}");
    for word in ["application", "background", "suitability", "training", "agreement"] {
        assert!(rung(&shown, word).contains("missing"), "{word}");
    }

    assert_eq!(goes_to(&kim.post(&format!("{page}/application"), SHEET).await), page);
    let shown = kim.get(&page).await.body;
    assert!(shown.contains("555 0140") && shown.contains("Monday before school, Friday after school"));
    assert!(shown.contains("Maria, neighbour") && shown.contains("&#60;b&#62;somebody"), "escaped");

    let tyrone = server.store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    matched(&server.store, server.school, tyrone, id_of(&page)).await;
    for (address, fields) in [
        ("screenings", "kind=background&result=clear&day=2025-10-01&through=&checked_by=District+office"),
        ("screenings", "kind=suitability&result=clear&day=2025-10-02&through=2026-06-30&checked_by=Kim"),
        (
            "trainings",
            "topic_first_training=on&topic_confidentiality=on&topic_duty_to_report=on&hours=2.5&day=2025-10-03&given_by=",
        ),
        ("documents", "document_building_rules=on&document_handbook=on&day=2025-10-03"),
    ] {
        assert_eq!(goes_to(&kim.post(&format!("{page}/{address}"), fields).await), page);
        assert_eq!(granted(&server).await, 0, "not before the signature");
    }
    let text = kim.get(&format!("{page}/agreement?text=es")).await.body;
    assert!(text.contains("Lo que prometo") && text.contains("lang=\"es\""), "{text}");
    let signed = "how=screen&signed_name=Ana+Ruiz&day=2025-10-14";
    assert_eq!(goes_to(&kim.post(&format!("{page}/agreement?text=es"), signed).await), page);
    assert_eq!(granted(&server).await, 1);

    let shown = kim.get(&page).await.body;
    assert!(shown.contains("Everything is there."), "{shown}");
    assert!(rung(&shown, "background").contains("30 September 2026"), "twelve months less a day");
    assert!(rung(&shown, "suitability").contains("30 June 2026"), "its own last day");
    assert!(rung(&shown, "agreement").contains("13 October 2026"));
    let file = server.store.mentor_file(server.school, id_of(&page)).await.unwrap().unwrap();
    let signature = &file.signatures[0].entry;
    assert_eq!((signature.language.as_str(), signature.version), ("es", 1));
    assert_eq!(
        signature.text_hash,
        Some(crate::auth::sha256(include_bytes!("../service/agreement/1.es.txt")))
    );
    assert_eq!(file.trainings.iter().map(|row| row.entry.minutes).sum::<u32>(), 150);
    let list = kim.get("/staff").await.body;
    assert!(list.contains("With students (1)") && list.contains("1 of 3"), "{list}");
}

#[tokio::test]
async fn what_cannot_be_saved_comes_back_with_a_sentence_at_its_field_and_with_everything_typed() {
    let server = Server::start().await;
    let kim = coordinator(&server).await;
    let page = goes_to(&kim.post("/staff/mentors", "name=Ana").await).to_owned();
    for (address, fields, sentence, kept) in [
        (
            "application",
            SHEET.replace("capacity=3", "capacity=99"),
            "Write a number from 1 to 60.",
            "555 0140",
        ),
        (
            "screenings",
            "kind=background&result=clear&day=2025-11-01&through=&checked_by=Office+7".into(),
            "Choose today or an earlier date.",
            "Office 7",
        ),
        (
            "screenings",
            "kind=suitability&result=clear&day=2025-10-01&through=2025-09-30&checked_by=Office+8".into(),
            "Choose a last day that is not before the date.",
            "Office 8",
        ),
        (
            "trainings",
            "topic_app=on&hours=2.1&day=2025-10-01&given_by=Grace".into(),
            "Write hours in quarters",
            "Grace",
        ),
        ("documents", "day=2025-10-01".into(), "Tick what was read.", "2025-10-01"),
        (
            "agreement?text=en",
            "how=paper&signed_name=+&day=2025-10-09".into(),
            "Write the name as it was signed.",
            "2025-10-09",
        ),
        (
            "decisions",
            "decision=left&day=2025-10-08&reason=".into(),
            "Write a reason in a few words.",
            "2025-10-08",
        ),
    ] {
        let answer = kim.post(&format!("{page}/{address}"), &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(answer.body.contains(sentence) && answer.body.contains(kept), "{address}: {}", answer.body);
        assert!(answer.body.contains("role=\"alert\""), "{address}");
    }
    let file = server.store.mentor_file(server.school, id_of(&page)).await.unwrap().unwrap();
    assert!(file.applications.is_empty() && file.screenings.is_empty() && file.trainings.is_empty());
    assert!(file.signatures.is_empty() && file.documents.is_empty() && file.decisions.is_empty());

    let nameless = kim.post("/staff/mentors", "name=+").await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nameless.body.contains("Write the name."));
    let half = kim.post("/staff/mentors", "name=Ben&contact=555+0177").await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(half.body.contains("Choose where the mentor comes from.") && half.body.contains("555 0177"));
    assert_eq!(server.store.mentors(server.school).await.unwrap().len(), 1, "Ben is not there yet");
    let whole = goes_to(&kim.post("/staff/mentors", SHEET).await).to_owned();
    assert!(kim.get(&whole).await.body.contains("Copied from a sheet dated"));
}

#[tokio::test]
async fn a_row_that_was_written_by_mistake_is_taken_back_stays_in_the_file_and_closes_the_gate() {
    let server = Server::start().await;
    let kim = coordinator(&server).await;
    let ana = clear_mentor_of(&server.store, server.school, "Ana Ruiz").await;
    let tyrone = server.store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    matched(&server.store, server.school, tyrone, ana).await;
    assert_eq!(granted(&server).await, 1);
    let page = format!("/staff/mentors/{ana}");
    let id = server.store.mentor_file(server.school, ana).await.unwrap().unwrap().signatures[0].id;
    let fields = format!("fact=agreement&id={id}");
    assert_eq!(goes_to(&kim.post(&format!("{page}/taken-back"), &fields).await), page);
    assert_eq!(granted(&server).await, 0);
    let shown = kim.get(&page).await.body;
    assert!(shown.contains("taken back") && shown.contains("signed by Ana Ruiz"), "{shown}");
    assert!(shown.contains("What was recorded is kept."));
    assert_eq!(kim.post(&format!("{page}/taken-back"), &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        kim.post(&format!("{page}/taken-back"), "fact=all&id=1").await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn a_mentor_pauses_comes_back_and_leaves_and_the_list_tells_them_apart() {
    let server = Server::start().await;
    let kim = coordinator(&server).await;
    let ana = clear_mentor_of(&server.store, server.school, "Ana Ruiz").await;
    let tyrone = server.store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    matched(&server.store, server.school, tyrone, ana).await;
    let page = format!("/staff/mentors/{ana}");
    let decide = async |fields: &str| {
        assert_eq!(goes_to(&kim.post(&format!("{page}/decisions"), fields).await), page);
        kim.get(&page).await.body
    };
    let shown = decide("decision=paused&day=2025-10-14&reason=surgery").await;
    assert!(shown.contains("Ana Ruiz is paused.") && shown.contains("1 match is still open"), "{shown}");
    assert_eq!(granted(&server).await, 0);
    assert!(kim.get("/staff?state=paused").await.body.contains("Ana Ruiz"));
    decide("decision=back&day=2025-10-14&reason=").await;
    assert_eq!(granted(&server).await, 1);
    let shown = decide("decision=left&day=2025-10-14&reason=moved+away").await;
    assert!(
        shown.contains("Ana Ruiz has left.") && shown.contains("moved away") && shown.contains("surgery")
    );
    assert_eq!(granted(&server).await, 0);
    assert!(!kim.get("/staff").await.body.contains(">Ana Ruiz</a>"), "who has left is not in the way");
    assert!(kim.get("/staff?state=left").await.body.contains(">Ana Ruiz</a>"));
    assert_eq!(kim.get("/staff?state=nowhere").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_runs_out_soon_and_what_has_run_out_is_found_in_the_list() {
    let server = Server::start().await;
    let kim = coordinator(&server).await;
    let ana = clear_mentor_of(&server.store, server.school, "Ana Ruiz").await;
    let tyrone = server.store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    matched(&server.store, server.school, tyrone, ana).await;
    mentor(&server.store, server.school, "Ben Adeyemi").await;
    let attention = "/staff?state=attention";
    assert!(!kim.get(attention).await.body.contains(">Ana Ruiz</a>"));
    // A month before the year is over, and the day after.
    server.step(340 * 86_400);
    let kim = server.browser("kim").await;
    let shown = kim.get(attention).await.body;
    assert!(shown.contains(">Ana Ruiz</a>") && shown.contains("Agreement holds through"), "{shown}");
    assert!(!shown.contains(">Ben Adeyemi</a>"), "a prospect misses everything, which is no alarm");
    server.step(26 * 86_400);
    let kim = server.browser("kim").await;
    let shown = kim.get(attention).await.body;
    assert!(shown.contains("<li class=\"late\">Confidentiality agreement</li>"), "{shown}");
}

#[tokio::test]
async fn another_schools_mentor_is_not_there_and_nothing_of_theirs_can_be_changed() {
    let server = Server::start().await;
    let adams = server.store.seed_school("Adams").await;
    let ben = clear_mentor_of(&server.store, adams, "Ben Adeyemi").await;
    let kim = coordinator(&server).await;
    let page = format!("/staff/mentors/{ben}");
    for path in [page.clone(), format!("{page}/application"), format!("{page}/agreement")] {
        assert_eq!(kim.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let id = server.store.mentor_file(adams, ben).await.unwrap().unwrap().signatures[0].id;
    for (address, fields) in [
        ("application", SHEET.to_owned()),
        ("screenings", "kind=background&result=not_clear&day=2025-10-01&checked_by=X".into()),
        ("trainings", "topic_app=on&hours=2&day=2025-10-01".into()),
        ("documents", "document_handbook=on&day=2025-10-01".into()),
        ("agreement", "how=paper&signed_name=Ben&day=2025-10-01".into()),
        ("decisions", "decision=left&day=2025-10-01&reason=x".into()),
        ("taken-back", format!("fact=agreement&id={id}")),
    ] {
        let answer = kim.post(&format!("{page}/{address}"), &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
    }
    let file = server.store.mentor_file(adams, ben).await.unwrap().unwrap();
    assert!(file.applications.is_empty() && file.decisions.is_empty() && !file.signatures[0].taken_back);
    assert!(!kim.get("/staff").await.body.contains("Ben Adeyemi"));
}

#[tokio::test]
async fn the_pages_of_mentors_speak_spanish_too() {
    let server = Server::start().await;
    let kim = coordinator(&server).await;
    let ana = clear_mentor_of(&server.store, server.school, "Ana Ruiz").await;
    let page = format!("/staff/mentors/{ana}");
    kim.post(&format!("{page}/decisions"), "decision=paused&day=2025-10-14&reason=cirug%C3%ADa").await;
    for path in
        ["/staff".to_owned(), page.clone(), format!("{page}/application"), format!("{page}/agreement")]
    {
        let request = Request::get(&path).header(header::COOKIE, &kim.cookie).header("accept-language", "es");
        let body = server.send(request.body(Body::empty()).unwrap()).await.body;
        assert!(body.contains("<html lang=\"es\""), "{path}");
        for english in ["Missing", "Save", "Written down", "holds through", "Confidentiality"] {
            assert!(!body.contains(english), "{path} says {english}");
        }
    }
}
