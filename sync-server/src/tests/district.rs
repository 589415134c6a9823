//! The captain's and the auditor's pages, what schools say of themselves, what leaves the house, and reports as pages.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use daymark_domain::{CASELOADS, DayPart, DayType, MatchId, SchoolId};
use daymark_sqlite::rusqlite::params;

use super::*;
use crate::store::audit::AuditStore;
use crate::store::contract::{day, matched, mentor};
use crate::store::sharing::SharingStore;
use crate::store::variants::VariantStore;

/// Names that stand nowhere beyond a school.
const GIVEN: &str = "Zephyrine";
const FAMILY: &str = "Quillfeather";

/// Lincoln with forty students, of whom ten missed much of September and one has left; Adams with thirty, Dow with four.
struct District {
    server: Server,
    adams: SchoolId,
    students: Vec<String>,
}

impl District {
    async fn start() -> Self {
        let server = Server::start().await;
        let store = &server.store;
        let (adams, dow) = (store.seed_school("Adams High").await, store.seed_school("Dow Primary").await);
        let first = day("2025-08-25");
        let days: Vec<_> = (0..60)
            .map(|n| first.plus(n))
            .filter(|day| day.week().days().take(5).any(|weekday| weekday == *day))
            .map(|day| (day, DayType::Instructional))
            .collect();
        let mut students = Vec::new();
        for (school, size) in [(server.school, 40), (adams, 30), (dow, 4)] {
            store.seed_calendar(school, days.clone()).await;
            for n in 0..size {
                let id = store.seed_student(school, GIVEN, FAMILY, first).await;
                let missed = if n < 10 { 5 } else { usize::from(n == 10) };
                for (day, _) in &days[10..10 + missed] {
                    store.seed_absence(school, id, *day, DayPart::WHOLE).await;
                }
                students.push(id.to_string());
            }
        }
        let left = students[39].clone();
        store
            .write(move |tx| {
                tx.execute("UPDATE school SET recorded_through = ?1", [day("2025-10-13").number()])?;
                let exit = "UPDATE enrollment SET exit_day = ?1 WHERE student_id = (SELECT id FROM student WHERE sis_id = ?2)";
                tx.execute(exit, params![day("2025-09-22").number(), left])?;
                Ok(())
            })
            .await
            .unwrap();
        Self { server, adams, students }
    }

    fn assert_names_nobody(&self, place: &str, body: &str) {
        assert!(!body.contains("⟦"), "{place}: {body}");
        for word in [GIVEN, FAMILY] {
            assert!(!body.contains(word), "{place} names a student");
        }
        for key in &self.students {
            assert!(!body.contains(key.as_str()), "{place} holds a student's key");
        }
    }
}

#[tokio::test]
async fn a_captain_reads_where_the_need_is_by_whole_months_and_no_student() {
    let district = District::start().await;
    let ann = district.server.signed_in("ann", Role::Captain).await;
    let home = ann.get("/district").await;
    assert_eq!(home.status, StatusCode::OK);
    for wanted in ["Lincoln Middle", "Adams High", "September 2025", "32.9 %", "at least 10 %"] {
        assert!(home.body.contains(wanted), "{wanted} is missing in {}", home.body);
    }
    assert!(home.body.contains("not shown: fewer than 10"), "Dow has four students");
    for address in ["/district?month=2025-09-29", "/district?month=2025-10-31", "/district?month=2025-08-30"]
    {
        assert_eq!(ann.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    for address in ["/district?caseload=7", "/district?month=soon"] {
        assert_eq!(ann.get(address).await.status, StatusCode::BAD_REQUEST, "{address}");
    }
    let seen = district.server.store.accesses(district.server.school, 20).await.unwrap();
    let viewed = seen.iter().filter(|event| event.what == "report_viewed");
    assert!(viewed.clone().count() > 0 && viewed.clone().all(|event| event.school_id.is_none()));
}

#[tokio::test]
async fn no_filter_of_the_district_tells_of_a_student_or_of_few() {
    let district = District::start().await;
    let ann = district.server.signed_in("ann", Role::Captain).await;
    let months = ["2025-08-31", "2025-09-30"];
    let mut pages: Vec<String> = Vec::new();
    for month in months {
        for caseload in CASELOADS {
            pages.push(format!("/district?month={month}&caseload={caseload}&school={}", district.adams));
        }
        for page in ["impact", "variants"] {
            pages.push(format!("/district/{page}?month={month}&school={}", district.adams));
        }
        for report in ["needs-assessment", "monthly-impact", "datt", "weekday-pattern"] {
            pages.push(format!("/staff/reports/{report}?as_of={month}"));
            for face in ["csv", "json"] {
                pages.push(format!(
                    "/staff/reports/{report}/{face}?as_of={month}&school={}&set=small_group_minimum=1",
                    district.adams
                ));
            }
        }
    }
    for page in &pages {
        let answer = ann.get(page).await;
        assert_eq!(answer.status, StatusCode::OK, "{page}: {}", answer.body);
        district.assert_names_nobody(page, &answer.body);
        if page.contains("/csv") {
            assert!(answer.body.lines().next().unwrap().ends_with("given_to,given_at"), "{page}");
            assert_no_small_group(page, &answer.body);
        }
    }
    for report in ["attendance", "candidates", "early-signals", "weekly-packet", "heat-map", "dosage", "satt"]
    {
        for address in [format!("/staff/reports/{report}"), format!("/staff/reports/{report}/csv")] {
            assert_eq!(ann.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
    }
    // One of Lincoln's left: beside the 39 of the needs assessment, 40 would tell of one.
    let datt = ann.get("/staff/reports/datt/csv?as_of=2025-09-30").await.body;
    let lincoln = datt.lines().find(|line| line.starts_with("school,") && line.contains("Lincoln")).unwrap();
    assert!(lincoln.contains(",true,,"), "{lincoln}");
    let needs = ann.get("/staff/reports/needs-assessment/csv?as_of=2025-09-30").await.body;
    assert!(
        needs.lines().any(|line| line.starts_with("school,") && line.contains("Lincoln Middle,false,39,")),
        "{needs}"
    );
}

/// A row that shows its students has ten or more of them, or none.
fn assert_no_small_group(place: &str, csv: &str) {
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    for column in ["enrolled", "students", "matched_students"] {
        let Some(at) = header.iter().position(|name| *name == column) else { continue };
        for line in lines.clone().filter(|line| !line.contains('"')) {
            let shown: Option<u32> = line.split(',').nth(at).and_then(|cell| cell.parse().ok());
            assert!(!shown.is_some_and(|n| (1..10).contains(&n)), "{place}: {column} in {line}");
        }
    }
}

#[tokio::test]
async fn a_month_stays_as_it_was_first_read_whatever_is_corrected_later() {
    let district = District::start().await;
    let server = &district.server;
    let ann = server.signed_in("ann", Role::Captain).await;
    let address = "/staff/reports/needs-assessment/csv?as_of=2025-09-30";
    let before = ann.get(address).await.body;
    let another = server.store.seed_student(server.school, GIVEN, FAMILY, day("2025-08-25")).await;
    for n in 0..9 {
        server.store.seed_absence(server.school, another, day("2025-09-15").plus(n), DayPart::WHOLE).await;
    }
    assert_eq!(ann.get(address).await.body, before);
    let frozen = ann.get("/staff/reports").await.body;
    assert!(frozen.contains("/staff/reports/frozen/1"), "{frozen}");
    assert_eq!(ann.get("/staff/reports/frozen/1/csv").await.body, before);
    // A school's own report is made anew each time.
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let address = "/staff/reports/attendance/csv?as_of=2025-09-30";
    let own = kim.get(&format!("{address}&students=keys")).await.body;
    assert!(own.contains(&another.to_string()));
    let nobodys = kim.get(address).await.body;
    assert!(!nobodys.contains(&another.to_string()), "a file names nobody unless it is asked to: {nobodys}");
    assert_eq!(nobodys.lines().count(), own.lines().count());
    assert_ne!(nobodys, kim.get(address).await.body, "and the next file calls them otherwise");
    assert_eq!(kim.get("/staff/reports/frozen/1").await.status, StatusCode::NOT_FOUND, "the district's");
}

#[tokio::test]
async fn before_a_month_is_over_the_captain_sees_record_and_readiness() {
    let server = Server::start().await;
    let ann = server.signed_in("ann", Role::Captain).await;
    for page in ["/district", "/district/impact", "/district/variants"] {
        let answer = ann.get(page).await;
        assert_eq!(answer.status, StatusCode::OK, "{page}");
        assert!(answer.body.contains("no month to read yet"), "{}", answer.body);
    }
    assert!(ann.get("/district").await.body.contains("nothing imported yet"));
    let empty = ann.get("/staff/reports/datt").await;
    assert!(empty.status == StatusCode::OK && empty.body.contains("nothing to report yet"), "{}", empty.body);
}

#[tokio::test]
async fn the_five_supports_are_written_down_by_the_captain_and_read_by_the_auditor() {
    let server = Server::start().await;
    let ann = server.signed_in("ann", Role::Captain).await;
    let supports = [
        "actionable_data",
        "positive_engagement",
        "capacity_building",
        "shared_accountability",
        "partnerships",
    ];
    let four: Vec<String> = supports[..4].iter().map(|support| format!("{support}=begun")).collect();
    let note = "note_actionable_data=Daily+file+since+May";
    let refused = ann.post("/district/self-check", &format!("{}&{note}", four.join("&"))).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("choose an answer to every question")
            && refused.body.contains("Daily file since May")
    );
    assert_eq!(refused.body.matches("checked").count(), 4, "what was chosen stays");
    let whole = format!("{}&partnerships=all_schools&{note}", four.join("&"));
    assert_eq!(goes_to(&ann.post("/district/self-check", &whole).await), "/district/self-check");
    let auditor = server.signed_in("abe", Role::Auditor).await;
    let read = auditor.get("/district/self-check").await.body;
    assert!(
        read.contains("At all schools")
            && read.contains("Daily file since May")
            && read.contains("14 October 2025")
    );
    assert!(!read.contains("save-self-check"), "an auditor changes nothing");
}

#[tokio::test]
async fn a_school_answers_for_itself_and_the_captain_reads_it_beside_the_need() {
    let district = District::start().await;
    let server = &district.server;
    server.account(district.adams, "pia", Role::Principal).await;
    let pia = server.browser("pia").await;
    let answers = "need=yes&committed_principal=yes&support_staff=partly&working_team=not_yet";
    let refused = pia.post("/staff/readiness", &format!("{answers}&note_need=Ninth+grade")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Ninth grade"));
    goes_to(&pia.post("/staff/readiness", &format!("{answers}&partners=yes&note_need=Ninth+grade")).await);
    let kim = server.signed_in("kim", Role::Coordinator).await;
    assert!(!kim.get("/staff/readiness").await.body.contains("Ninth grade"), "another school's");
    let ann = server.signed_in("ann", Role::Captain).await;
    assert!(ann.get("/district/readiness").await.body.contains("Ninth grade"));
    let home = ann.get("/district").await.body;
    assert!(home.contains("3 of 5 in place") && home.contains("not answered yet"), "{home}");

    let texts = |worked: &str| format!("month=2025-09-30&worked={worked}&did_not=&change=");
    let long = "x".repeat(2_001);
    let refused = pia.post("/staff/reflections", &texts(&long)).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(&long));
    assert_eq!(
        pia.post("/staff/reflections", "month=2025-09-29&worked=a").await.status,
        StatusCode::NOT_FOUND
    );
    let page = goes_to(&pia.post("/staff/reflections", &texts("Greeting+at+the+bus")).await).to_owned();
    assert!(pia.get(&page).await.body.contains("Greeting at the bus"));
    assert!(!kim.get(&page).await.body.contains("Greeting at the bus"));
    let impact = ann.get("/district/impact?month=2025-09-30").await.body;
    assert!(
        impact.contains("Greeting at the bus") && impact.contains("not given a mentor by lot"),
        "{impact}"
    );
    let referrals = between(&impact, "data-testid=\"impact-referrals\"", "</section>");
    assert!(referrals.contains("Under way now: 0"), "there is none, which tells of nobody: {referrals}");
}

#[tokio::test]
async fn a_coordinator_says_what_a_match_tries_and_no_other_school_does() {
    let district = District::start().await;
    let server = &district.server;
    let tyrone = server.store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(&server.store, server.school, "Ana Ruiz").await;
    let id = matched(&server.store, server.school, tyrone, ana).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let address = format!("/staff/variants/{id}");
    assert!(kim.get("/staff/variants").await.body.contains("Tyrone Dyer"));
    let long = "y".repeat(101);
    let refused = kim.post(&address, &format!("variant={long}")).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(&long));
    assert_eq!(goes_to(&kim.post(&address, "variant=Morning+calls").await), "/staff/variants");
    assert!(kim.get("/staff/variants").await.body.contains("Morning calls"));
    server.account(district.adams, "lee", Role::Coordinator).await;
    let lee = server.browser("lee").await;
    for other in [id, MatchId::random()] {
        let answer = lee.post(&format!("/staff/variants/{other}"), "variant=x").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(server.store.all_variants().await.unwrap()[&id], "Morning calls");
    assert!(!lee.get("/staff/variants").await.body.contains("Tyrone"));
}

#[tokio::test]
async fn a_file_leaves_only_on_an_agreement_that_holds_and_holds_nobody() {
    let district = District::start().await;
    let server = &district.server;
    let ann = server.signed_in("ann", Role::Captain).await;
    let new = |last: &str| format!("partner=City+Transit&purpose=Bus+routes&first=2025-10-01&last={last}");
    for (last, why) in [
        ("2025-09-30", "must not lie before the first"),
        ("2025-10-13", "must not have passed"),
        ("", "a date is missing"),
        ("soon", "a date is missing"),
    ] {
        let refused = ann.post("/district/agreements", &new(last)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{last}");
        assert!(
            refused.body.contains("City Transit") && (last.is_empty() || refused.body.contains(why)),
            "{why}: {}",
            refused.body
        );
    }
    let page = goes_to(&ann.post("/district/agreements", &new("2025-12-31")).await).to_owned();
    let file = format!("{page}/file");
    let mut digests = BTreeSet::new();
    for (school, face) in
        [(String::new(), "csv"), (String::new(), "json"), (district.adams.to_string(), "csv")]
    {
        let answer = ann.post(&file, &format!("month=2025-09-30&school={school}&face={face}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        district.assert_names_nobody(&file, &answer.body);
        assert!(answer.body.contains("City Transit by Name of ann") && answer.body.contains("2025-10-14T"));
        if face == "csv" {
            assert_no_small_number(&answer.body);
        }
        digests.insert(crate::auth::sha256(answer.body.as_bytes()));
        assert_eq!(answer.body.contains("Lincoln"), school.is_empty(), "a school's file holds its own row");
    }
    let log = server.store.disclosures().await.unwrap();
    assert_eq!(
        log.iter().map(|given| given.digest).collect::<BTreeSet<_>>(),
        digests,
        "what was given is what was noted"
    );
    for (fields, status) in [
        ("month=2025-09-29&school=&face=csv", StatusCode::NOT_FOUND),
        ("month=2025-09-30&school=&face=xls", StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(ann.post(&file, fields).await.status, status, "{fields}");
    }
    let stranger = format!("month=2025-09-30&school={}&face=csv", SchoolId::random());
    assert_eq!(ann.post(&file, &stranger).await.status, StatusCode::NOT_FOUND);
    goes_to(&ann.post(&format!("{page}/end"), "").await);
    let refused = ann.post(&file, "month=2025-09-30&school=&face=csv").await;
    assert!(
        refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("does not hold today")
    );
    assert_eq!(server.store.disclosures().await.unwrap().len(), 3);
    let abe = server.signed_in("abe", Role::Auditor).await;
    let seen = abe.get("/district/disclosures").await.body;
    assert!(
        seen.contains("City Transit") && seen.contains("Bus routes") && seen.contains("Adams High"),
        "{seen}"
    );
}

/// Every number of the file that counts students is none, or ten and more.
fn assert_no_small_number(csv: &str) {
    for line in csv.lines().skip(1) {
        for cell in line.split(',').skip(2).take(4) {
            assert!(!cell.parse::<u32>().is_ok_and(|n| (1..10).contains(&n)), "{line}");
        }
    }
}

#[tokio::test]
async fn every_report_is_a_page_in_both_languages_with_files_that_say_whose_they_are() {
    let district = District::start().await;
    let server = &district.server;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    for report in daymark_reports::ReportName::ALL {
        let address = format!("/staff/reports/{report}");
        let page = kim.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{report}");
        assert!(
            page.body.contains("How it was worked out") && !page.body.contains("⟦"),
            "{report}: {}",
            page.body
        );
        let spanish =
            Request::get(&address).header(header::COOKIE, &kim.cookie).header(header::ACCEPT_LANGUAGE, "es");
        let spanish = server.send(spanish.body(Body::empty()).unwrap()).await.body;
        assert!(
            spanish.contains("Cómo se calculó") && !spanish.contains("How it was"),
            "{report}: {spanish}"
        );
        for face in ["csv", "json"] {
            let file = kim.get(&format!("{address}/{face}")).await;
            assert_eq!(file.status, StatusCode::OK, "{report} {face}");
            assert!(file.body.contains("Name of kim") || file.body.lines().count() < 2, "{report} {face}");
            let disposition = file.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
            assert!(
                disposition.starts_with("attachment")
                    && disposition.contains(&format!("{report}-2025-10-13.{face}"))
            );
        }
    }
    let wrong = kim.get("/staff/reports/attendance?as_of=soon").await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("This is no date"));
    assert!(wrong.body.contains("soon"), "what was typed stays");
    let frozen = goes_to(&kim.post("/staff/reports/attendance", "as_of=2025-09-30").await).to_owned();
    let page = kim.get(&frozen).await;
    assert!(page.status == StatusCode::OK && page.body.contains("Frozen by Name of kim"), "{}", page.body);
    server.account(district.adams, "lee", Role::Coordinator).await;
    let lee = server.browser("lee").await;
    for address in [frozen.clone(), format!("{frozen}/csv")] {
        assert_eq!(lee.get(&address).await.status, StatusCode::NOT_FOUND, "another school's {address}");
    }
    assert!(!lee.get("/staff/reports/attendance/csv").await.body.contains("Lincoln"));
    let what: BTreeSet<String> = server
        .store
        .accesses(server.school, 500)
        .await
        .unwrap()
        .into_iter()
        .map(|event| event.what)
        .collect();
    for noted in ["report_viewed", "report_exported", "report_frozen"] {
        assert!(what.contains(noted), "{noted} is not noted: {what:?}");
    }
}

#[tokio::test]
async fn an_auditor_reads_who_looked_page_by_page_and_opens_no_students_page() {
    let district = District::start().await;
    let server = &district.server;
    let tyrone = server.store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    kim.get(&format!("/staff/students/{tyrone}")).await;
    for _ in 0..105 {
        kim.get("/team/week").await;
    }
    let abe = server.signed_in("abe", Role::Auditor).await;
    let log = abe.get("/district/access").await.body;
    assert!(
        log.contains("opened the week") && log.contains("Name of kim") && !log.contains("Tyrone"),
        "{log}"
    );
    let older = format!("/district/access?before={}", between(&log, "/district/access?before=", "\""));
    let rows = |page: &str| between(page, "<tbody>", "</tbody>").to_owned();
    assert!(!rows(&log).contains("opened a student"), "a page holds a hundred");
    assert!(
        rows(&abe.get(&older).await.body).contains("opened a student"),
        "the oldest is on the second page"
    );
    let found = goes_to(&abe.post("/district/access", &format!("key={tyrone}")).await).to_owned();
    let of_tyrone = abe.get(&found).await.body;
    let of_tyrone = rows(&of_tyrone);
    assert!(of_tyrone.contains("opened a student") && !of_tyrone.contains("opened the week"), "{of_tyrone}");
    let strange = abe.post("/district/access", "key=none-such").await;
    assert!(
        strange.status == StatusCode::UNPROCESSABLE_ENTITY
            && strange.body.contains("No student has this key")
    );
    assert!(strange.body.contains("none-such"));
    assert_eq!(abe.get("/district/access?from=soon").await.status, StatusCode::BAD_REQUEST);
    let csv = abe.get("/district/access.csv?kind=student_viewed").await.body;
    assert!(
        csv.contains(&tyrone.to_string()) && csv.contains("Name of abe") && !csv.contains("Tyrone"),
        "{csv}"
    );
    assert_eq!(csv.lines().count(), 2, "{csv}");
    let again = abe.get("/district/access").await.body;
    assert!(
        again.contains("saved this log") && again.contains("opened this log"),
        "the auditor is in it too"
    );
    for address in [format!("/staff/students/{tyrone}"), "/staff/students".into(), "/team/week".into()] {
        assert_eq!(abe.get(&address).await.status, StatusCode::FORBIDDEN, "{address}");
    }
}
