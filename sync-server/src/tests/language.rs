use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use daymark_components::Language;
use daymark_components::catalogue::foreign_sentences;
use daymark_reports::ReportName;

use super::furnished::{House, LINCOLN};
use super::*;
use crate::auth::permissions::{Access, Does, PERMISSIONS};
use crate::store::contract::{day, matched, mentor};

impl Server {
    /// The page as somebody reads it whose browser asks for these languages, with these cookies.
    async fn read(&self, path: &str, languages: &str, cookies: &str) -> Answer {
        let request =
            Request::get(path).header(header::ACCEPT_LANGUAGE, languages).header(header::COOKIE, cookies);
        self.send(request.body(Body::empty()).unwrap()).await
    }
}

/// The cookie that a choice sets, as the browser sends it back.
fn kept(answer: &Answer) -> &str {
    answer.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap()
}

#[tokio::test]
async fn a_page_speaks_what_the_browser_asks_for_until_somebody_chooses() {
    let server = Server::start().await;
    for (languages, expected) in
        [("es-MX,es;q=0.9,en;q=0.8", "es"), ("en-US,en", "en"), ("fr", "en"), ("", "en")]
    {
        let page = server.read("/sign-in", languages, "").await.body;
        assert!(page.contains(&format!("<html lang=\"{expected}\" dir=\"ltr\">")), "{languages}: {page}");
    }
    let choice = server.read("/language/en?from=/sign-in", "es", "").await;
    assert_eq!(goes_to(&choice), "/sign-in");
    let page = server.read("/sign-in", "es", &format!("other=1; {}", kept(&choice))).await.body;
    assert!(page.contains("<html lang=\"en\"") && page.contains("User name"), "{page}");
}

#[tokio::test]
async fn the_choice_stands_at_the_foot_and_leads_back_to_the_same_page() {
    let server = Server::start().await;
    let pat = server.signed_in("pat", Role::Team).await;
    let page = pat.get("/team/week?monday=2025-10-06").await.body;
    let choice = between(&page, "hreflang=\"es\" href=\"", "\"");
    assert_eq!(choice, "/language/es?from=/team/week?monday=2025-10-06");
    let answer = pat.get(choice).await;
    assert_eq!(goes_to(&answer), "/team/week?monday=2025-10-06");
    let page = server.read(goes_to(&answer), "en", &format!("{}; {}", pat.cookie, kept(&answer))).await.body;
    assert!(page.contains("Semana del 6 de octubre"), "{page}");
    assert!(has_our_script_only(&page), "{page}");
}

#[tokio::test]
async fn a_choice_leads_to_no_other_server_and_to_no_language_that_is_not_there() {
    let server = Server::start().await;
    for elsewhere in ["https://evil.example.org/", "//evil.example.org/staff", "/v1/sync"] {
        let answer = server.read(&format!("/language/es?from={elsewhere}"), "", "").await;
        assert_eq!(goes_to(&answer), "/sign-in");
    }
    assert_eq!(server.read("/language/fr?from=/sign-in", "", "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_page_speaks_one_language_and_no_word_of_another() {
    let server = Server::start().await;
    let store = &server.store;
    let tyrone = store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let ana = mentor(store, server.school, "Ana Ruiz").await;
    matched(store, server.school, tyrone, ana).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let of_ana = format!("/staff/mentors/{ana}");
    let search = format!("{of_ana}/students");
    for language in Language::ALL {
        for path in ["/sign-in", "/team/week", "/staff", &of_ana, &search, "/nowhere"] {
            let page = server.read(path, language.word(), &kim.cookie).await.body;
            assert!(page.contains(&format!("<html lang=\"{}\"", language.word())), "{path}: {page}");
            assert_eq!(foreign_sentences(&page, language), Vec::<String>::new(), "{path} in {page}");
            assert!(!page.contains('⟦') && !page.contains("{$"), "{path}: {page}");
        }
    }
}

#[tokio::test]
async fn what_goes_wrong_is_said_in_the_language_of_whoever_did_it() {
    let server = Server::start().await;
    let forged = Request::post("/sign-in").header(header::ACCEPT_LANGUAGE, "es").body(Body::empty()).unwrap();
    let answer = server.send(forged).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("No se cambió nada."), "{}", answer.body);
    server.account(server.school, "pat", Role::Team).await;
    let wrong = from_our_page("/sign-in").header(header::ACCEPT_LANGUAGE, "es");
    let answer = server.send(wrong.body(Body::from("login=pat&password=wrong")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("no coinciden"), "{}", answer.body);
}

/// What a page says in its main part, without tags.
fn said(page: &str) -> String {
    let main = between(page, "<main", "</main>");
    let texts = main.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
    texts.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn every_report_is_read_in_spanish_to_its_last_working() {
    let server = Server::start().await;
    let house = House::open(&server, server.school, LINCOLN).await;
    let kim = house.browser(Role::Coordinator);
    let mut workings = 0;
    for name in ReportName::ALL {
        let path = format!("/staff/reports/{name}");
        let page = server.read(&path, "es", &kim.cookie).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        assert_eq!(foreign_sentences(&page.body, Language::Spanish), Vec::<String>::new(), "{name}");
        assert!(!page.body.contains('⟦'), "{name}");
        let said = said(&page.body);
        workings += said.matches("registrado hasta").count();
        for english in [
            "recorded through",
            "nothing recorded",
            "more unmarked",
            " of ",
            " days",
            "signals_start",
            "at_least",
        ] {
            assert!(!said.contains(english), "{name} says {english:?}: {said}");
        }
        let as_in_a_program = |word: &str| word.contains('_') && word.chars().any(char::is_alphabetic);
        let codes: Vec<_> = said
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|word| as_in_a_program(word))
            .collect();
        assert!(codes.is_empty(), "{name} shows {codes:?}");
    }
    assert!(workings > 2, "some report shows its working");
}

#[tokio::test]
async fn what_no_page_can_read_is_refused_on_a_page_and_in_the_readers_language() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let open = |access: Access| access.roles().is_none_or(|roles| roles.contains(&Role::Coordinator));
    let mut refused = 0;
    for (does, path, _) in
        PERMISSIONS.iter().filter(|(_, path, access)| open(*access) && *path != "/sign-out")
    {
        let address = path.split('/').map(|part| if part.starts_with('{') { "%FF" } else { part });
        let address = address.collect::<Vec<_>>().join("/");
        let unread =
            "monday=x&as_of=x&month=x&before=x&on=x&ended=x&page=x&mentor=x&student=x&from=%FF&to=%FF";
        let request = match does {
            Does::Reads => Request::get(format!("{address}?{unread}")).body(Body::empty()),
            Does::Changes => {
                from_our_page(&address).header(header::CONTENT_TYPE, "text/plain").body(Body::from(unread))
            }
        };
        let (mut parts, body) = request.unwrap().into_parts();
        parts.headers.insert(header::COOKIE, kim.cookie.parse().unwrap());
        parts.headers.insert(header::ACCEPT_LANGUAGE, "es".parse().unwrap());
        let answer = server.send(Request::from_parts(parts, body)).await;
        assert!(!answer.status.is_server_error(), "{does:?} {path}: {}", answer.status);
        if !answer.status.is_client_error() || *path == "/sign-in/passkey/options" {
            continue;
        }
        refused += 1;
        assert!(answer.body.contains("<html lang=\"es\""), "{does:?} {path}: {}", answer.body);
    }
    assert!(refused > 80, "{refused}");
}
