use axum::http::StatusCode;
use daymark_domain::{BarrierFactor, DayPart, DayType, StudentId};

use super::*;
use crate::store::audit::AuditStore;
use crate::store::contract::{day, matched, mentor};

const NOTE: &str = "Came early and asked for a book";
const WEEK_S: i64 = 7 * 86_400;

struct Table {
    tyrone: StudentId,
    lisa: StudentId,
}

/// Lincoln in its eighth week: Tyrone has Ana, who told the team something; Lisa has nobody and was absent early.
async fn laid(server: &Server) -> Table {
    let (store, school) = (&server.store, server.school);
    let days = (0..117).map(|n| day("2025-08-25").plus(n));
    let weekdays = days.filter(|day| day.week().days().take(5).any(|weekday| weekday == *day));
    store.seed_calendar(school, weekdays.map(|day| (day, DayType::Instructional)).collect()).await;
    let tyrone = store.seed_student(school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let lisa = store.seed_student(school, "Lisa", "Woods", day("2025-08-25")).await;
    let ana = mentor(store, school, "Ana Ruiz").await;
    let tyrones = matched(store, school, tyrone, ana).await;
    for date in ["2025-09-02", "2025-09-03", "2025-09-11", "2025-10-06", "2025-10-14"] {
        store.seed_absence(school, tyrone, day(date), DayPart::WHOLE).await;
    }
    for date in ["2025-08-26", "2025-08-28"] {
        store.seed_absence(school, lisa, day(date), DayPart::WHOLE).await;
    }
    store.seed_note(tyrones, "1-1", NOTE, "team", "shareable").await;
    store.seed_note(tyrones, "1-2", "between us two", "match", "shareable").await;
    store.seed_barrier(tyrones, "1-3", BarrierFactor::Housing.word()).await;
    store.seed_ask(tyrones, "1-4", "transport", "today", "A bus pass").await;
    store.seed_call(tyrones, day("2025-10-13"), "reached_guardian").await;
    store.seed_door_check(tyrones, day("2025-10-14"), "greeted").await;
    Table { tyrone, lisa }
}

async fn begun(browser: &Browser<'_>) -> String {
    goes_to(&browser.post("/team/meeting", "as_of=2025-10-14").await);
    let page = browser.get("/team/meeting").await.body;
    format!("/team/meeting/{}", between(&page, "action=\"/team/meeting/", "/entries"))
}

/// The addresses of this part of the house that show something.
async fn every_page(browser: &Browser<'_>) -> Vec<String> {
    let meeting = begun(browser).await;
    vec![
        "/team/meeting".to_owned(),
        "/team/meeting?names=initials".to_owned(),
        "/team/meeting?names=none&sort=name".to_owned(),
        "/team/meeting/past".to_owned(),
        "/team/meeting/days?outreach=yes".to_owned(),
        "/team/actions?show=all".to_owned(),
        format!("{meeting}/minutes"),
        meeting,
    ]
}

#[tokio::test]
async fn the_packet_has_the_summits_columns_and_leads_to_where_things_are_solved() {
    let server = Server::start().await;
    let Table { tyrone, .. } = laid(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get("/team/meeting").await.body;
    assert!(!page.contains('⟦'), "{page}");
    let head = between(&page, "<table class=\"packet\">", "</thead>");
    let columns = [
        "Student",
        "Attendance last quarter",
        "Missed in September",
        "Missed to date",
        "Mentor",
        "Notes",
        "Other direct supports",
        "On track",
        "Last 10 days",
    ];
    let mut rest = head;
    for column in columns {
        rest = rest.split_once(column).unwrap_or_else(|| panic!("{column} in its order: {head}")).1;
    }
    let row = between(&page, &format!("id=\"s-{tyrone}\""), "</tr>");
    for wanted in ["Tyrone Dyer", "Ana Ruiz", NOTE, "housing", "5 of 37 days", "13.5", "Mon 13 Oct"] {
        assert!(row.contains(wanted), "{wanted} is missing in {row}");
    }
    assert!(!page.contains("between us two"), "what is between mentor and family stays there");
    let signals = between(&page, "id=\"early_signals\"", "</section>");
    assert!(signals.contains("Lisa Woods") && signals.contains("first 10 days"), "{signals}");
    assert!(between(&page, "id=\"asks\"", "</section>").contains("/staff/asks"));
    assert!(between(&page, "id=\"causes\"", "</section>").contains("/staff/resources"));
    assert!(page.contains("polyline") && page.contains("The same as a table"));
    let seen = server.store.accesses(server.school, 5).await.unwrap();
    assert!(seen.iter().any(|event| event.what == "packet_viewed"
        && event.detail.as_deref() == Some("as of 2025-10-14")));
    let earlier = kim.get("/team/meeting?as_of=2025-09-05").await.body;
    assert!(between(&earlier, "class=\"sub\"", "</p>").contains("5 September"), "{earlier}");
    assert!(kim.get("/team/week").await.body.contains("href=\"/team/meeting\""));
    assert_eq!(kim.get("/team/meeting?sort=perhaps").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(kim.get("/team/meeting?as_of=soon").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_table_is_sorted_by_a_link() {
    let server = Server::start().await;
    let Table { lisa, .. } = laid(&server).await;
    let ben = mentor(&server.store, server.school, "Ben Adeyemi").await;
    matched(&server.store, server.school, lisa, ben).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let order = async |sort: &str| {
        let page = kim.get(&format!("/team/meeting?sort={sort}")).await.body;
        let table = between(&page, "<table class=\"packet\">", "</table>").to_owned();
        table.find("Lisa Woods").unwrap() < table.find("Tyrone Dyer").unwrap()
    };
    assert!(!order("missed").await, "Tyrone missed more");
    assert!(!order("name").await, "Dyer before Woods");
    assert!(order("contacts").await, "nobody reached Lisa");
    assert!(order("family").await, "nobody reached Lisa's family");
}

#[tokio::test]
async fn the_wall_shows_no_name_and_nothing_that_somebody_wrote() {
    let server = Server::start().await;
    let Table { tyrone, .. } = laid(&server).await;
    let kim_id = server.account(server.school, "kim", Role::Coordinator).await;
    let kim = server.browser("kim").await;
    let meeting = begun(&kim).await;
    let entry = |what: &str, text: &str| {
        format!("what={what}&student={tyrone}&text={text}&owner={kim_id}&due=2025-10-20")
    };
    goes_to(
        &kim.post(&format!("{meeting}/entries"), &entry("decision", "Tyrone+joins+the+breakfast+club")).await,
    );
    goes_to(&kim.post(&format!("{meeting}/entries"), &entry("action", "Call+his+aunt")).await);
    goes_to(&kim.post(&format!("{meeting}/notes"), "item=students&text=A+word+about+Tyrone").await);
    let others = "here_x=no&others=Nurse+Joy&chair_name=Principal+Skinner&check_data_used=yes";
    goes_to(&kim.post(&meeting, others).await);
    let full = kim.get("/team/meeting").await.body;
    let secrets = [
        "Tyrone",
        "Dyer",
        "Lisa",
        "Woods",
        "Ana Ruiz",
        "Name of kim",
        NOTE,
        "breakfast club",
        "his aunt",
        "A word about",
        "housing",
        "bus pass",
        "Nurse Joy",
        "Skinner",
        "staff/students/",
    ];
    for shown in ["Tyrone Dyer", "Ana Ruiz", NOTE, "breakfast club"] {
        assert!(full.contains(shown), "the table itself shows {shown}");
    }
    for names in ["initials", "none"] {
        for page in [format!("/team/meeting?names={names}"), format!("{meeting}/minutes?names={names}")] {
            let wall = kim.get(&page).await;
            assert_eq!(wall.status, StatusCode::OK);
            for secret in secrets {
                assert!(!wall.body.contains(secret), "{page} shows {secret}");
            }
            assert!(!wall.body.contains("<textarea"), "nothing is written on a wall");
            let expected = if names == "initials" { "T. D." } else { "Student " };
            assert!(wall.body.contains(expected), "{page}: {}", wall.body);
        }
    }
}

#[tokio::test]
async fn a_meeting_writes_down_decisions_and_actions_and_the_next_opens_with_what_is_overdue() {
    let server = Server::start().await;
    let Table { tyrone, .. } = laid(&server).await;
    let pat_id = server.account(server.school, "pat", Role::Principal).await;
    let pat = server.browser("pat").await;
    let meeting = begun(&pat).await;
    assert_eq!(begun(&pat).await, meeting, "the day has one meeting");
    let entries = format!("{meeting}/entries");
    let refused = pat
        .post(
            &entries,
            &format!("what=action&student={tyrone}&text=Call+the+bus+office&owner=&due=2025-10-17"),
        )
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Choose who does it") && refused.body.contains("Call the bus office"));
    assert_eq!(refused.body.matches("role=\"alert\"").count(), 1, "said once, at the field");
    let sort = "sort=name";
    let kept = pat
        .post(
            &entries,
            &format!(
                "{sort}&what=action&student={tyrone}&text=Call+the+bus+office&owner={pat_id}&due=2025-10-17"
            ),
        )
        .await;
    assert_eq!(goes_to(&kept), format!("/team/meeting?sort=name#s-{tyrone}"));
    goes_to(&pat.post(&entries, "what=decision&text=Doors+open+at+seven").await);
    let page = pat.get("/team/meeting").await.body;
    assert!(page.contains("1 decision, 1 action"), "{page}");
    assert!(between(&page, "id=\"open_actions\"", "</section>").contains("Nothing is open from before"));

    let record = format!(
        "here_{pat_id}=yes&others=The+nurse&chair={pat_id}&chair_name=&check_principal_led=yes&check_data_used=yes"
    );
    assert_eq!(goes_to(&pat.post(&meeting, &record).await), meeting);
    let minutes = pat.get(&format!("{meeting}/minutes")).await.body;
    for wanted in [
        "Name of pat",
        "The nurse",
        "Doors open at seven",
        "Call the bus office",
        "Tyrone Dyer",
        "Fri 17 Oct",
    ] {
        assert!(minutes.contains(wanted), "{wanted} is missing in {minutes}");
    }
    assert_eq!(minutes.matches("<dd>yes</dd>").count(), 2, "two of the four checks held");

    server.step(WEEK_S);
    let pat = server.browser("pat").await;
    let next = pat.get("/team/meeting").await.body;
    let open = between(&next, "id=\"open_actions\"", "</section>");
    assert!(open.contains("1 open, 1 overdue") && open.contains("overdue since Fri 17 Oct"), "{open}");
    assert!(next.contains("Begin today"), "a new week, a new meeting");
    assert!(pat.get("/team/meeting/past").await.body.contains("14 October 2025"));
}

#[tokio::test]
async fn a_decision_is_taken_back_and_the_minutes_tell_what_stands() {
    let server = Server::start().await;
    laid(&server).await;
    let pat = server.signed_in("pat", Role::Team).await;
    let meeting = begun(&pat).await;
    let kept = pat.post(&format!("{meeting}/entries"), "from=record&what=decision&text=Buy+a+bell").await;
    assert_eq!(goes_to(&kept), format!("{meeting}#entries"));
    let page = pat.get(&meeting).await.body;
    let back = format!("{meeting}/decisions/{}", between(&page, "/decisions/", "\""));
    goes_to(&pat.post(&back, "").await);
    assert_eq!(pat.post(&back, "").await.status, StatusCode::NOT_FOUND, "once");
    let page = pat.get(&meeting).await.body;
    assert!(page.contains("Buy a bell") && page.contains("taken back by Name of pat"), "{page}");
    assert!(!pat.get(&format!("{meeting}/minutes")).await.body.contains("Buy a bell"));
    let refused = pat.post(&format!("{meeting}/entries"), "from=record&what=decision&text=+").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Write what is decided"), "{}", refused.body);
}

#[tokio::test]
async fn each_mentor_lead_has_a_standing_place_on_the_agenda() {
    let server = Server::start().await;
    laid(&server).await;
    let kim_id = server.account(server.school, "kim", Role::Coordinator).await;
    let kim = server.browser("kim").await;
    let meeting = begun(&kim).await;
    assert!(kim.get("/team/meeting").await.body.contains("Each mentor lead tells how the mentors are"));
    let leads = between(&kim.get(&meeting).await.body, "id=\"leads\"", "</section>").to_owned();
    assert!(leads.contains("Name of kim") && leads.contains(&kim_id.to_string()), "{leads}");
    let note = format!("item=mentor_leads&lead={kim_id}&text=Ben+needs+a+hand");
    assert_eq!(goes_to(&kim.post(&format!("{meeting}/notes"), &note).await), format!("{meeting}#leads"));
    assert!(kim.get("/team/meeting").await.body.contains("Ben needs a hand"));
    assert!(kim.get(&format!("{meeting}/minutes")).await.body.contains("Ben needs a hand"));
}

#[tokio::test]
async fn an_action_is_mine_until_it_is_done_and_is_dropped_only_with_a_reason() {
    let server = Server::start().await;
    laid(&server).await;
    let (pat_id, kim_id) = (
        server.account(server.school, "pat", Role::Team).await,
        server.account(server.school, "kim", Role::Coordinator).await,
    );
    let pat = server.browser("pat").await;
    let meeting = begun(&pat).await;
    for (owner, text) in [(pat_id, "Call+the+nurse"), (kim_id, "Find+a+mentor")] {
        let fields = format!("what=action&text={text}&owner={owner}&due=2025-10-17");
        goes_to(&pat.post(&format!("{meeting}/entries"), &fields).await);
    }
    let mine = pat.get("/team/actions").await.body;
    assert!(mine.contains("Call the nurse") && !mine.contains("Find a mentor"), "{mine}");
    let open = pat.get("/team/actions?show=open").await.body;
    assert!(open.contains("Find a mentor"), "{open}");
    let page = format!("/team/actions/{}", between(&mine, "href=\"/team/actions/", "\""));
    let step = |from: &str, to: &str, note: &str| {
        format!("from={from}&state={to}&owner={pat_id}&due=2025-10-17&note={note}")
    };
    let refused = pat.post(&page, &step("open", "dropped", "")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Say why it will not be done"), "{}", refused.body);
    goes_to(&pat.post(&page, &step("open", "done", "She+comes+on+Monday")).await);
    let moved = pat.post(&page, &step("open", "dropped", "Too+late")).await;
    assert_eq!(moved.status, StatusCode::CONFLICT);
    assert!(moved.body.contains("Too late") && moved.body.contains("She comes on Monday"), "{}", moved.body);
    assert!(!pat.get("/team/actions").await.body.contains("Call the nurse"));
    assert!(pat.get("/team/actions?show=all").await.body.contains("Call the nurse"));
    assert_eq!(pat.get("/team/actions?show=perhaps").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_table_to_take_along_holds_keys_and_who_took_it_and_that_is_noted() {
    let server = Server::start().await;
    let Table { tyrone, .. } = laid(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let answer = kim.get("/team/meeting/students.csv?as_of=2025-10-13").await;
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
    let file = answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert_eq!(file, "attachment; filename=\"daymark-meeting-2025-10-13.csv\"");
    let (head, row) = answer.body.trim_end().split_once('\n').unwrap();
    assert!(head.ends_with("as_of,rule_version,taken_by,taken_at"), "{head}");
    assert!(head.contains("extra_supports,open_referrals,open_actions"), "{head}");
    assert!(row.contains(&tyrone.to_string()) && !row.contains("Dyer") && !row.contains("early"), "{row}");
    assert!(row.ends_with("2025-10-13,0,Name of kim,2025-10-14 09:00"), "{row}");
    let seen = server.store.accesses(server.school, 5).await.unwrap();
    assert!(seen.iter().any(|event| event.what == "packet_exported"));
}

#[tokio::test]
async fn the_heat_map_letters_each_day_and_lays_what_mentors_did_over_it() {
    let server = Server::start().await;
    laid(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get("/team/meeting/days?days=10").await.body;
    assert!(!page.contains('⟦') && !page.contains("<sup"), "{page}");
    let row = |page: &str| {
        let from = page.find(">Tyrone Dyer<").unwrap();
        page[from..from + page[from..].find("</tr>").unwrap()].to_owned()
    };
    let plain = row(&page);
    assert_eq!(plain.matches("class=\"u\"").count(), 2, "two of the last ten days: {plain}");
    assert_eq!(plain.matches("class=\"h\"").count(), 8, "{plain}");
    assert!(page.contains("absent, unexcused"), "the letters are explained");
    let over = row(&kim.get("/team/meeting/days?days=10&outreach=yes").await.body);
    assert_eq!((over.matches("✓").count(), over.matches("☎").count()), (1, 1), "{over}");
    let without = kim.get("/team/meeting/days?mentor=without").await.body;
    assert!(without.contains("Lisa Woods") && !without.contains("Tyrone Dyer"));
    let chronic = kim.get("/team/meeting/days?risk=chronic").await.body;
    assert!(chronic.contains("Tyrone Dyer") && !chronic.contains("Lisa Woods"));
    assert!(kim.get("/team/meeting/days?risk=severe").await.body.contains("No student fits"));
    assert_eq!(kim.get("/team/meeting/days?days=7").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_group_is_saved_with_somebody_who_looks_after_it_and_can_be_removed() {
    let server = Server::start().await;
    laid(&server).await;
    let kim_id = server.account(server.school, "kim", Role::Coordinator).await;
    let kim = server.browser("kim").await;
    let refused = kim.post("/team/meeting/days/groups", "name=+&mentor=without").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Give the group a name") && !refused.body.contains(">Tyrone Dyer<"));
    let fields = format!("name=Alone&mentor=without&grade=7&risk=any&signal=no&order=missed&owner={kim_id}");
    let to = goes_to(&kim.post("/team/meeting/days/groups", &fields).await).to_owned();
    assert_eq!(to, "/team/meeting/days?grade=7&mentor=without");
    let page = kim.get(&to).await.body;
    assert!(page.contains(">Alone<") && page.contains("Name of kim looks after them"), "{page}");
    let retire = format!("/team/meeting/days/groups/{}/retire", between(&page, "/days/groups/", "/retire"));
    goes_to(&kim.post(&retire, "").await);
    assert!(!kim.get(&to).await.body.contains(">Alone<"));
    assert_eq!(kim.post(&retire, "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_large_school_turns_pages() {
    let server = Server::start().await;
    laid(&server).await;
    for n in 0..60 {
        server.store.seed_student(server.school, "Many", &format!("Of {n:02}"), day("2025-08-25")).await;
    }
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let first = kim.get("/team/meeting/days?days=year&order=name").await.body;
    assert_eq!(first.matches("data-testid=\"day-row\"").count(), 50);
    assert!(first.contains("Students 1 to 50 of 62") && first.len() < 500_000, "{}", first.len());
    let second = kim.get("/team/meeting/days?days=year&order=name&page=1").await.body;
    assert_eq!(second.matches("data-testid=\"day-row\"").count(), 12);
    assert!(kim.get("/team/meeting/days?page=99").await.body.contains("No student fits"));
}

#[tokio::test]
async fn another_schools_meeting_action_and_student_are_not_there() {
    let server = Server::start().await;
    let Table { tyrone, .. } = laid(&server).await;
    let kim_id = server.account(server.school, "kim", Role::Coordinator).await;
    let kim = server.browser("kim").await;
    let meeting = begun(&kim).await;
    let action = format!("what=action&text=Ours&owner={kim_id}&due=2025-10-17");
    goes_to(&kim.post(&format!("{meeting}/entries"), &action).await);
    goes_to(&kim.post(&format!("{meeting}/entries"), "what=decision&text=Ours").await);
    goes_to(&kim.post("/team/meeting/days/groups", "name=Ours").await);
    let list = kim.get("/team/actions").await.body;
    let action_page = format!("/team/actions/{}", between(&list, "href=\"/team/actions/", "\""));
    let group = between(&kim.get("/team/meeting/days").await.body, "/days/groups/", "/retire").to_owned();
    let decision = between(&kim.get(&meeting).await.body, "/decisions/", "\"").to_owned();

    let adams = server.store.seed_school("Adams").await;
    let lee_id = server.account(adams, "lee", Role::Coordinator).await;
    let lee = server.browser("lee").await;
    let id = meeting.rsplit('/').next().unwrap().to_owned();
    for page in [
        meeting.clone(),
        format!("{meeting}/minutes"),
        format!("/team/meeting?meeting={id}"),
        action_page.clone(),
    ] {
        assert_eq!(lee.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    let step = format!("from=open&state=done&owner={lee_id}&due=2025-10-17");
    for (page, fields) in [
        (meeting.clone(), "check_data_used=yes".to_owned()),
        (format!("{meeting}/entries"), "what=decision&text=Theirs".to_owned()),
        (format!("{meeting}/entries"), "what=decision&text=".to_owned()),
        (format!("{meeting}/notes"), "item=students&text=Theirs".to_owned()),
        (format!("{meeting}/decisions/{decision}"), String::new()),
        (action_page, step),
        (format!("/team/meeting/days/groups/{group}/retire"), String::new()),
    ] {
        assert_eq!(lee.post(&page, &fields).await.status, StatusCode::NOT_FOUND, "{page} {fields}");
    }
    let lees = {
        goes_to(&lee.post("/team/meeting", "as_of=2025-10-14").await);
        let past = lee.get("/team/meeting/past").await.body;
        format!(
            "/team/meeting/{}",
            between(&past, "<th scope=\"row\"><a class=\"n\" href=\"/team/meeting/", "\"")
        )
    };
    let about = format!("what=decision&student={tyrone}&text=Not+theirs");
    assert_eq!(lee.post(&format!("{lees}/entries"), &about).await.status, StatusCode::NOT_FOUND);
    for page in ["/team/actions?show=all", "/team/meeting/past", "/team/meeting/days"] {
        assert!(!lee.get(page).await.body.contains("Ours"), "{page}");
    }
}

#[tokio::test]
async fn a_school_without_attendance_is_told_what_to_do_next() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get("/team/meeting").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("Import the school") && page.body.contains("href=\"/staff/imports\""),
        "{}",
        page.body
    );
    assert!(kim.get("/team/meeting/days").await.body.contains("Import the school"));
    assert_eq!(kim.get("/team/meeting/students.csv").await.status, StatusCode::NOT_FOUND);
    assert!(kim.get("/team/meeting/past").await.body.contains("No meeting has been held"));
}

#[tokio::test]
async fn each_page_of_the_meeting_speaks_both_languages() {
    let server = Server::start().await;
    laid(&server).await;
    let mut kim = server.signed_in("kim", Role::Coordinator).await;
    let pages = every_page(&kim).await;
    kim.cookie = format!("{}; __Host-daymark-language=es", kim.cookie);
    for page in pages {
        let answer = kim.get(&page).await;
        assert_eq!(answer.status, StatusCode::OK, "{page}");
        assert!(answer.body.contains("lang=\"es\"") && !answer.body.contains('⟦'), "{page}: {}", answer.body);
    }
}
