//! Who has an account, and what the district's groups make of it.

use serde_json::json;

use super::*;
use crate::service::connect_links::new_link;

const TEAM: &str = "[[group]]\nname = 'leads'\nrole = 'principal'\nschool = 'Lincoln Middle'\n\
    [[group]]\nname = 'mentoring'\nrole = 'team'\nschool = 'Lincoln Middle'\n";

fn creating() -> String {
    format!("creates_accounts = true\n{TEAM}")
}

#[tokio::test]
async fn nobody_gets_an_account_unless_the_district_says_so() {
    for more in ["", TEAM] {
        let (server, provider) = Server::with_district(more).await;
        // Whoever calls themselves like somebody here is not them.
        server.account(server.school, "pat", Role::Coordinator).await;
        provider.says(|says| {
            says.claims = json!({"sub": "pat", "preferred_username": "pat", "groups": ["mentoring"]});
        });
        let answer = server.by_the_district(&provider).await;
        assert!(
            is_shut(&answer) && answer.body.contains("there is no account for you here"),
            "{}",
            answer.body
        );
        assert!(server.recorded(&["account_added", "signed_in"]).await.is_empty());
    }
}

#[tokio::test]
async fn a_group_gives_an_account_once_and_changes_its_role() {
    let (server, provider) = Server::with_district(&creating()).await;
    assert!(is_shut(&server.by_the_district(&provider).await), "in no group");
    provider.says(|says| says.claims = json!({"groups": ["staff", "mentoring"]}));
    assert_eq!(goes_to(&server.by_the_district(&provider).await), "/team/week");
    assert_eq!(goes_to(&server.by_the_district(&provider).await), "/team/week");
    provider.says(|says| says.claims = json!({"groups": ["mentoring", "leads"]}));
    assert_eq!(
        goes_to(&server.by_the_district(&provider).await),
        "/staff/home",
        "the first that is written down"
    );
    let recorded = server.recorded(&["account_added", "role_changed"]).await;
    let wanted = [("account_added", "team"), ("role_changed", "team -> principal (leads)")];
    assert_eq!(recorded, wanted.map(|(what, detail)| (what.to_owned(), detail.to_owned())));
}

#[tokio::test]
async fn whoever_lost_their_group_comes_in_no_more_and_is_signed_out_everywhere() {
    let (server, provider) = Server::with_district(&creating()).await;
    provider.says(|says| says.claims = json!({"groups": "mentoring"}));
    let pat = server.came_in(&server.by_the_district(&provider).await).await;
    assert_eq!(pat.get("/team/week").await.status, StatusCode::OK);
    provider.says(|says| says.claims = json!({"groups": ["staff"]}));
    assert!(is_shut(&server.by_the_district(&provider).await));
    assert_eq!(goes_to(&pat.get("/team/week").await), "/sign-in");
    assert_eq!(server.recorded(&["district_refused"]).await.len(), 1);
    provider.says(|says| says.claims = json!({}));
    assert!(is_shut(&server.by_the_district(&provider).await), "nor without the claim");
}

#[tokio::test]
async fn whoever_was_shut_out_here_stays_out_whatever_the_district_says() {
    let (server, provider) = Server::with_district(&creating()).await;
    provider.says(|says| says.claims = json!({"groups": ["mentoring"]}));
    let pat = server.came_in(&server.by_the_district(&provider).await).await;
    assert!(server.store.disable_account("4711@Lincoln Unified", "root".into(), NOON).await.unwrap());
    assert_eq!(goes_to(&pat.get("/team/week").await), "/sign-in");
    assert!(is_shut(&server.by_the_district(&provider).await));
}

#[tokio::test]
async fn an_account_of_the_districts_has_no_way_around_it() {
    let (server, provider) = Server::with_district(&creating()).await;
    provider.says(|says| says.claims = json!({"groups": ["mentoring"]}));
    let pat = server.came_in(&server.by_the_district(&provider).await).await;
    let password = format!("new_password={}", PASSWORD.replace(' ', "+"));
    assert_eq!(pat.post("/account/password", &password).await.status, StatusCode::NOT_FOUND);
    let page = pat.get("/account").await.body;
    assert!(
        !page.contains("new_password") && page.contains("You can sign in with Lincoln Unified"),
        "{page}"
    );
    for tried in ["", PASSWORD] {
        let answer = server.try_password("4711@Lincoln+Unified", tried).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn connecting_may_take_the_other_ways_in_away() {
    let (server, provider) = Server::with_district("").await;
    let pat = server.account(server.school, "pat", Role::Team).await;
    let before = server.browser("pat").await;
    let identity = Identity { issuer: provider.address.clone(), subject: "4711".to_owned() };
    let by = ConnectedBy::Command("root".to_owned());
    assert_eq!(server.store.connect(pat, identity, by, true, NOON).await.unwrap(), Connected::Yes);
    assert_eq!(goes_to(&before.get("/team/week").await), "/sign-in");
    assert_eq!(server.try_password("pat", PASSWORD).await.status, StatusCode::FORBIDDEN);
    assert_eq!(goes_to(&server.by_the_district(&provider).await), "/team/week");
    assert_eq!(server.recorded(&["account_connected"]).await, [("account_connected".into(), "pat".into())]);
}

#[tokio::test]
async fn a_link_connects_an_account_once_within_a_day() {
    let (server, provider) = Server::with_district("").await;
    let pat = server.account(server.school, "pat", Role::Team).await;
    let old = new_link(&server.store, pat, None, NOON).await.unwrap();
    let link = new_link(&server.store, pat, None, NOON).await.unwrap();
    assert!(server.get(&old).await.body.contains("This link connects nothing"), "a newer one ends it");
    let page = server.get(&link).await.body;
    assert!(page.contains("comes in here as") && page.contains("pat"), "{page}");
    let trip = server.sets_out(&format!("{link}/go"), "").await;
    let code = provider.code_for(&trip.asked);
    assert_eq!(goes_to(&server.comes_back(&trip, &code, "").await), "/team/week");
    assert_eq!(goes_to(&server.by_the_district(&provider).await), "/team/week", "and from now on");
    let again = server.sets_out(&format!("{link}/go"), "").await;
    let code = provider.code_for(&again.asked);
    assert!(is_shut(&server.comes_back(&again, &code, "").await), "once");

    // Somebody whom the district knows as Pat cannot take another account over.
    let kim = server.account(server.school, "kim", Role::Coordinator).await;
    let link = new_link(&server.store, kim, None, NOON).await.unwrap();
    let trip = server.sets_out(&format!("{link}/go"), "").await;
    let code = provider.code_for(&trip.asked);
    assert!(is_shut(&server.comes_back(&trip, &code, "").await));
    server.step(24 * 60 * 60);
    assert!(server.get(&link).await.body.contains("This link connects nothing"), "too late");
}

#[tokio::test]
async fn a_coordinator_makes_a_link_for_an_account_of_the_own_school_alone() {
    let (server, provider) = Server::with_district("").await;
    let adams = server.store.seed_school("Adams Middle").await;
    let pat = server.account(server.school, "pat", Role::Principal).await;
    let stranger = server.account(adams, "sam", Role::Team).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let page = kim.get("/staff/accounts").await.body;
    assert!(page.contains("Name of pat") && !page.contains("Name of sam"), "{page}");
    assert_eq!(kim.post(&format!("/staff/accounts/{stranger}/link"), "").await.status, StatusCode::NOT_FOUND);
    let shown = kim.post(&format!("/staff/accounts/{pat}/link"), "").await.body;
    let link = between(&shown, "id=\"link\">https://daymark.example.org", "<").to_owned();
    let trip = server.sets_out(&format!("{link}/go"), "").await;
    let code = provider.code_for(&trip.asked);
    assert_eq!(goes_to(&server.comes_back(&trip, &code, "").await), "/staff/home");
    assert_eq!(
        kim.post(&format!("/staff/accounts/{pat}/link"), "").await.status,
        StatusCode::NOT_FOUND,
        "connected"
    );
    let recorded = server.recorded(&["connect_link_made", "account_connected"]).await;
    let wanted = [("connect_link_made", "pat"), ("account_connected", "")];
    assert_eq!(recorded, wanted.map(|(what, detail)| (what.to_owned(), detail.to_owned())));
}

impl Server {
    async fn chooses(&self, code: &str, password: &str) -> Answer {
        let fields = format!("code={code}&password={}", password.replace(' ', "+"));
        self.send(from_our_page("/sign-in/new-password").body(Body::from(fields)).unwrap()).await
    }
}

#[tokio::test]
async fn whoever_is_taken_from_the_district_chooses_a_password_by_a_code_once_within_a_day() {
    let (server, provider) = Server::with_district("").await;
    let pat = server.account(server.school, "pat", Role::Team).await;
    let identity = Identity { issuer: provider.address.clone(), subject: "4711".to_owned() };
    let by = ConnectedBy::Command("root".to_owned());
    server.store.connect(pat, identity, by, true, NOON).await.unwrap();
    let before = server.came_in(&server.by_the_district(&provider).await).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let path = format!("/staff/accounts/{pat}/back-to-password");
    assert!(kim.get("/staff/accounts").await.body.contains(&path));
    let page = kim.post(&path, "").await.body;
    let code = between(&page, "id=\"code\">", "<").to_owned();
    assert_eq!(goes_to(&before.get("/team/week").await), "/sign-in", "signed out everywhere");
    assert!(is_shut(&server.by_the_district(&provider).await), "the district knows them no more");
    assert_eq!(kim.post(&path, "").await.status, StatusCode::NOT_FOUND, "connected no more");

    assert_eq!(server.chooses("0000-0000-0000-0000", PASSWORD).await.status, StatusCode::FORBIDDEN);
    let short = server.chooses(&code, "fourteen chars").await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.body.contains(&code), "nothing is typed twice");
    assert_eq!(goes_to(&server.chooses(&code, PASSWORD).await), "/sign-in");
    assert_eq!(goes_to(&server.try_password("pat", PASSWORD).await), "/team/week");
    assert_eq!(server.chooses(&code, "another long password").await.status, StatusCode::FORBIDDEN, "once");
    let recorded = server.recorded(&["account_disconnected", "password_set_by_code"]).await;
    let wanted = [("account_disconnected", "pat"), ("password_set_by_code", "")];
    assert_eq!(recorded, wanted.map(|(what, detail)| (what.to_owned(), detail.to_owned())));

    server.knows(&provider, "pat", "4711").await;
    let page = kim.post(&path, "").await.body;
    server.step(24 * 60 * 60);
    let late = server.chooses(between(&page, "id=\"code\">", "<"), PASSWORD).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN, "too late");
}

async fn refuses(coordinator: &Browser<'_>, path: &str) {
    assert!(!coordinator.get("/staff/accounts").await.body.contains(path), "{path}");
    assert_eq!(coordinator.post(path, "").await.status, StatusCode::NOT_FOUND, "{path}");
}

#[tokio::test]
async fn a_coordinator_opens_no_way_into_an_account_of_another_school_or_of_the_whole_district() {
    let (server, provider) = Server::with_district("").await;
    let adams = server.store.seed_school("Adams Middle").await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    for (school, login, role) in [
        (adams, "sam", Role::Team),
        (server.school, "cap", Role::Captain),
        (server.school, "aud", Role::Auditor),
    ] {
        let id = server.account(school, login, role).await;
        refuses(&kim, &format!("/staff/accounts/{id}/link")).await;
        server.knows(&provider, login, login).await;
        refuses(&kim, &format!("/staff/accounts/{id}/back-to-password")).await;
    }
    assert!(server.recorded(&["connect_link_made", "account_disconnected"]).await.is_empty());
}

#[tokio::test]
async fn the_way_back_wants_a_fresh_proof() {
    let (server, provider) = Server::with_district("").await;
    let pat = server.account(server.school, "pat", Role::Team).await;
    server.knows(&provider, "pat", "4711").await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    server.step(5 * 60);
    let asked = kim.post(&format!("/staff/accounts/{pat}/back-to-password"), "").await;
    assert!(!asked.body.contains("id=\"code\""), "{}", asked.body);
    assert_eq!(goes_to(&server.by_the_district(&provider).await), "/team/week");
}
