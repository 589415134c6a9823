use axum::http::StatusCode;
use daymark_domain::{DayPart, DayType, MentorId, StudentId};

use super::*;
use crate::store::audit::AuditStore;
use crate::store::contract::{day, matched, mentor};

/// Tyrone with five school weeks, two absences, notes of three kinds, and Ana.
async fn tyrone(server: &Server) -> StudentId {
    let store = &server.store;
    let days = (0..5).flat_map(|week| (0..5).map(move |weekday| day("2025-09-15").plus(7 * week + weekday)));
    store.seed_calendar(server.school, days.map(|date| (date, DayType::Instructional)).collect()).await;
    let tyrone = store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, server.school, "Ana Ruiz").await;
    let id = matched(store, server.school, tyrone, ana).await;
    for date in ["2025-09-17", "2025-10-14"] {
        store.seed_absence(server.school, tyrone, day(date), DayPart::WHOLE).await;
    }
    store.seed_call(id, day("2025-10-14"), "reached_guardian").await;
    store.seed_door_check(id, day("2025-10-13"), "greeted").await;
    store.seed_note(id, "1-1", "Likes the chess club", "team", "shareable").await;
    store.seed_note(id, "1-2", "Between us two", "match", "shareable").await;
    store.seed_note(id, "1-3", "Grandmother is ill", "team", "sensitive").await;
    store.seed_barrier(id, "1-4", "food").await;
    tyrone
}

#[tokio::test]
async fn the_page_shows_the_year_with_its_working_and_what_mentors_did_and_the_view_is_noted() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get(&format!("/staff/students/{tyrone}")).await;
    assert_eq!(page.status, StatusCode::OK);
    for wanted in [
        "Tyrone Dyer",
        "Grade 7 · Ana Ruiz",
        "2 of 22 days missed",
        "9.1 %",
        "School record complete to Tue 14 Oct",
        "October 2025",
        "Tuesday 14 October: today, school&#39;s record: absent",
        "Wake-up call · family reached",
        "Greeted at the door",
        "Likes the chess club",
        "Between us two",
        "Grandmother is ill",
        "food",
        "?month=2025-09",
    ] {
        assert!(page.body.contains(wanted), "{wanted} is missing in {}", page.body);
    }
    assert!(!page.body.contains("⟦") && !page.body.contains("<script"), "{}", page.body);
    let week = kim.get("/team/week").await.body;
    assert!(week.contains("2 of 22 days") && week.contains(&format!("/staff/students/{tyrone}")), "{week}");
    let accesses = server.store.accesses(server.school, 50).await.unwrap();
    let viewed =
        |what: &str| accesses.iter().any(|access| access.what == what && access.student_id == Some(tyrone));
    assert!(viewed("student_viewed"));
    let september = kim.get(&format!("/staff/students/{tyrone}?month=2025-09")).await.body;
    assert!(september.contains("Wednesday 17 September: school&#39;s record: absent"), "{september}");
    assert_eq!(kim.get(&format!("/staff/students/{tyrone}?month=now")).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_team_reads_its_own_notes_and_neither_the_sensitive_ones_nor_the_whole_record() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    for (login, role) in [("pat", Role::Team), ("lou", Role::Principal)] {
        let pat = server.signed_in(login, role).await;
        let page = pat.get(&format!("/staff/students/{tyrone}")).await.body;
        assert!(page.contains("Likes the chess club"), "{page}");
        assert!(!page.contains("Between us two") && !page.contains("Grandmother"), "{page}");
        let record = format!("/staff/students/{tyrone}/record");
        assert!(!page.contains(&record));
        assert_eq!(pat.get(&record).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_familys_note_is_kept_with_the_record_and_the_record_says_who_looked() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let to = format!("/staff/students/{tyrone}/amendments");
    let refused = kim.post(&to, "day=2025-10-14&asked_by=&text=A+funeral").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("Nothing was saved") && refused.body.contains("A funeral"),
        "{}",
        refused.body
    );
    let kept = kim.post(&to, "day=2025-10-14&asked_by=Dee+Dyer,+mother&text=The+17th+was+a+funeral").await;
    assert_eq!(goes_to(&kept), format!("/staff/students/{tyrone}#amendments"));
    let record = kim.get(&format!("/staff/students/{tyrone}/record")).await.body;
    for wanted in [
        "Record of Tyrone Dyer",
        "The 17th was a funeral",
        "Dee Dyer, mother, 14 October 2025",
        "17 September 2025",
        "absent, unexcused",
        "Grandmother is ill",
        "Between us two",
        "note of the family kept · Name of kim",
        "whole record opened",
    ] {
        assert!(record.contains(wanted), "{wanted} is missing in {record}");
    }
    assert!(!record.contains("⟦"), "{record}");
}

#[tokio::test]
async fn a_student_is_found_by_name_without_the_name_in_an_address() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    let pat = server.signed_in("pat", Role::Team).await;
    let found = pat.post("/staff/students", "name=dye").await.body;
    assert!(found.contains(&format!("/staff/students/{tyrone}")) && found.contains("Tyrone Dyer"), "{found}");
    assert!(pat.post("/staff/students", "name=woods").await.body.contains("No student of this school fits"));
}

#[tokio::test]
async fn a_record_is_taken_along_with_who_took_it_and_why_and_the_record_of_access_says_so() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let to = format!("/staff/students/{tyrone}/export");
    let csv = kim.post(&to, "format=csv&purpose=family_inspection").await;
    assert_eq!(csv.status, StatusCode::OK, "{}", csv.body);
    let name = csv.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert!(name == "attachment; filename=\"record-2025-10-14.csv\"", "no name of a child: {name}");
    for wanted in [
        "2 of 22 days missed",
        "official,2025-09-17,absent_unexcused",
        "Grandmother is ill",
        "match,2025-10-13,from",
        "Name of kim (family_inspection)",
        "2025-10-14T14:00:00Z",
        "student_record_exported",
    ] {
        assert!(csv.body.contains(wanted), "{wanted} is missing in {}", csv.body);
    }
    let json = kim.post(&to, "format=json&purpose=other_school&recipient=Adams+High").await;
    let record: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    assert_eq!(record["watermark"]["purpose"], "other_school");
    assert_eq!(record["watermark"]["taken_by"], "Name of kim");
    assert_eq!(record["record"]["full_name"], "Tyrone Dyer");
    assert_eq!(record["record"]["matches"][0]["mentor"], "Ana Ruiz");
    let taken = server.store.accesses(server.school, 50).await.unwrap();
    let taken: Vec<_> = taken.into_iter().filter(|access| access.what == "student_record_exported").collect();
    assert!(taken.iter().all(|access| access.student_id == Some(tyrone)) && taken.len() == 2);
    let details: Vec<_> = taken.iter().map(|access| access.detail.as_deref().unwrap()).collect();
    assert_eq!(details, ["json other_school", "csv family_inspection"]);
    let page = kim.get(&format!("/staff/students/{tyrone}/record")).await.body;
    assert!(
        page.contains("whole record taken along") && page.contains("the family asked to see it"),
        "{page}"
    );
    let given = between(&page, "To whom this record was given", "</section>");
    assert!(given.contains("Adams High") && given.contains("Name of kim"), "{given}");
    assert!(!given.contains("the family asked"), "a family is nobody outside: {given}");
    let nobody = kim.post(&to, "format=csv&purpose=court&recipient=+").await;
    assert_eq!(nobody.status, StatusCode::BAD_REQUEST, "a record goes to nobody who is not named");
    assert_eq!(kim.post(&to, "format=csv&purpose=because").await.status, StatusCode::BAD_REQUEST);

    let adams = server.store.seed_school("Adams").await;
    server.account(adams, "lee", Role::Coordinator).await;
    let lee = server.browser("lee").await;
    assert_eq!(
        lee.post(&to, "format=csv&purpose=court&recipient=The+court").await.status,
        StatusCode::NOT_FOUND
    );
    let pat = server.signed_in("pat", Role::Team).await;
    assert_eq!(pat.post(&to, "format=csv&purpose=court").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_record_holds_what_the_school_changed_later_and_where_the_two_calendars_disagree() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    let (student, school) = (*tyrone.as_bytes(), *server.school.as_bytes());
    server
        .store
        .write(move |tx| {
            // The 17th was recorded as present before; a sun was put on it; a detention came with a file.
            tx.execute(
                "INSERT INTO attendance_event (student_id, school_id, day, status, missed, reason, batch_id, superseded_by, seq)
                 SELECT student_id, school_id, day, 'tardy', 0, 'bus', 1, id, 0 FROM attendance_event WHERE student_id = ?1 AND day = 20348",
                [student],
            )?;
            tx.execute(
                "INSERT INTO calendar_mark (match_id, day, mark) SELECT id, 20348, 'present' FROM match WHERE school_id = ?1",
                [school],
            )?;
            tx.execute(
                "INSERT INTO indicator (student_id, period_start, period_end, kind, value, batch_id) VALUES (?1, 20332, 20361, 'detentions', 200, 1)",
                [student],
            )?;
            Ok(())
        })
        .await
        .unwrap();
    let kim = server.signed_in("kim", Role::Coordinator).await;
    for address in [format!("/staff/students/{tyrone}"), format!("/staff/students/{tyrone}/record")] {
        let page = kim.get(&address).await.body;
        let replaced = between(&page, "data-testid=\"replaced\"", "</ul>");
        assert!(replaced.contains("17 September 2025") && replaced.contains("late · bus"), "{replaced}");
        assert!(replaced.contains("absent, unexcused"), "what took its place: {replaced}");
        let disagree = between(&page, "data-testid=\"disagreements\"", "</ul>");
        assert!(disagree.contains("17 September 2025"), "{disagree}");
        assert!(page.contains("Behaviour: detentions") && page.contains(">2<"), "{page}");
        assert!(!page.contains("⟦"), "{page}");
    }
    let page = kim.get(&format!("/staff/students/{tyrone}/record")).await.body;
    assert!(page.contains("Shown to Name of kim") && page.contains("Days marked together"), "{page}");
}

#[tokio::test]
async fn a_contact_says_where_with_whom_and_when_to_come_back_to_it_and_names_no_other_student() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    server
        .store
        .write(|tx| {
            let sql = "INSERT INTO contact (match_id, entry_key, kind, day, at, minutes, party, place, follow_up, group_id, reached, late)
                       SELECT id, '9-1', 'small_group', 20375, 1760445720, 25, 'student', 'after_school', 20379, 'g1', 'student', 1 FROM match";
            Ok(tx.execute(sql, [])?)
        })
        .await
        .unwrap();
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get(&format!("/staff/students/{tyrone}")).await.body;
    for wanted in [
        "Small group",
        "25 minutes",
        "after school",
        "in a group",
        "to come back to on 18 October 2025",
        "came in after the match had ended",
    ] {
        assert!(page.contains(wanted), "{wanted} is missing in {page}");
    }
}

#[tokio::test]
async fn an_entry_whose_time_is_not_certain_says_so_on_the_students_page_and_its_phone_on_the_mentors() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let of_student = format!("/staff/students/{tyrone}");
    assert!(!kim.get(&of_student).await.body.contains("time not certain"));
    let ana = server
        .store
        .write(|tx| {
            tx.execute(
                "INSERT INTO device (id, mentor_id, public_key, token_hash, platform, app_version, paired_at)
                 SELECT zeroblob(16), mentor_id, x'00', x'00', 'web', '0', 1760445720 FROM match",
                [],
            )?;
            tx.execute(
                "INSERT INTO uncertain_time (match_id, entry_key, device_id, received_at)
                 SELECT match_id, entry_key, zeroblob(16), 1760445720 FROM note WHERE entry_key = '1-1'",
                [],
            )?;
            Ok(tx.query_row("SELECT mentor_id FROM match", [], |row| row.get(0).map(MentorId::from_bytes))?)
        })
        .await
        .unwrap();
    let page = kim.get(&of_student).await.body;
    assert_eq!(page.matches("time not certain").count(), 1, "{page}");
    let page = kim.get(&format!("/staff/mentors/{ana}")).await.body;
    let told = between(&page, "data-testid=\"clock-off\"", "</small>");
    assert!(told.contains("1 entry came with a clock that was off by more than a day"), "{told}");
    assert!(!page.contains("⟦"), "{page}");
}

#[tokio::test]
async fn what_was_written_in_the_evening_stands_under_the_schools_own_day() {
    let server = Server::start().await;
    let tyrone = tyrone(&server).await;
    // 21:00 in Chicago, and already the next day in Greenwich.
    server.step(12 * 60 * 60);
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let profile = "interests=Chess&strengths=&preferences=";
    goes_to(&kim.post(&format!("/staff/candidates/{tyrone}/profile"), profile).await);
    let to = format!("/staff/students/{tyrone}/export");
    let csv = kim.post(&to, "format=csv&purpose=other_school&recipient=Adams").await.body;
    let row = csv.lines().find(|row| row.starts_with("staff,") && row.contains(",profile,")).unwrap();
    assert!(row.starts_with("staff,2025-10-14,profile,"), "{row}");
}
