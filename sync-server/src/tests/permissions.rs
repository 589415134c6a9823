use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use daymark_domain::{
    ActionId, DayGroupId, DecisionId, DeviceId, GuardianId, MatchId, MeetingId, MentorId, ReferralId,
    ResourceId, StudentId,
};
use daymark_protocol::pairing::PairReply;

use super::pairing::{invited, paired};
use super::*;
use crate::auth::permissions::{DOORS, Does, Door, PERMISSIONS, may};
use crate::store::contract::day;

/// The routes of people who sign in, as the router's own text has them, and all others.
fn routes() -> [BTreeSet<(Does, &'static str)>; 2] {
    let guarded = |part: &&str| part.contains("only_permitted)");
    let parts = include_str!("../router.rs").split("\nfn ");
    let (guarded, others): (Vec<_>, Vec<_>) = parts.partition(guarded);
    [guarded, others].map(|parts| {
        let mut routes = BTreeSet::new();
        for (path, handlers) in parts.into_iter().flat_map(routes_of) {
            for (call, does) in [("get(", Does::Reads), ("post(", Does::Changes)] {
                if handlers.contains(call) {
                    routes.insert((does, path));
                }
            }
            let others = ["put(", "patch(", "delete(", "any(", "on(", "options("];
            assert!(
                !others.iter().any(|call| handlers.contains(call)),
                "{path} does what the table has no word for"
            );
        }
        routes
    })
}

/// Each route of a part of the router: its path, and what follows.
fn routes_of(part: &'static str) -> Vec<(&'static str, &'static str)> {
    let routes = part.split(".route(").skip(1).map(|route| route.split(".layer(").next().unwrap_or(route));
    routes.map(|route| route.split_once('"').and_then(|(_, rest)| rest.split_once('"')).unwrap()).collect()
}

/// An address of that route at which there is nothing.
pub(super) fn address(path: &str) -> String {
    path.replace("{language}", "es?from=/sign-in")
        .replace("{mentor}", &MentorId::random().to_string())
        .replace("{student}", &StudentId::random().to_string())
        .replace("{referral}", &ReferralId::random().to_string())
        .replace("{resource}", &ResourceId::random().to_string())
        .replace("{guardian}", &GuardianId::random().to_string())
        .replace("{match}", &MatchId::random().to_string())
        .replace("{device}", &DeviceId::random().to_string())
        .replace("{meeting}", &MeetingId::random().to_string())
        .replace("{decision}", &DecisionId::random().to_string())
        .replace("{action}", &ActionId::random().to_string())
        .replace("{group}", &DayGroupId::random().to_string())
        .replace("{entry}", "7-3")
        .replace("{code}", "no-code")
        .replace("{staff}", &UserId::random().to_string())
        .replace("{report}", "no-report")
        .replace("{face}", "csv")
        .replace("{snapshot}", "9")
        .replace("{agreement}", "9")
        .replace("{glass}", "9")
        .replace("{grant}", "9")
        .replace("{version}", "9")
        .replace("{step}", "no_step")
        .replace("{sheet}", "no_sheet")
        .replace(['{', '}'], "")
}

fn is_refused(answer: &Answer) -> bool {
    let sent_away = answer.status == StatusCode::SEE_OTHER && answer.headers[header::LOCATION] == "/sign-in";
    let by_choice = answer.headers.contains_key(header::SET_COOKIE);
    answer.status == StatusCode::FORBIDDEN || (sent_away && !by_choice)
}

#[test]
fn each_route_has_one_row_in_the_table_and_each_row_a_route() {
    let [guarded, others] = routes();
    let rows: BTreeSet<(Does, &str)> = PERMISSIONS.iter().map(|(does, path, _)| (*does, *path)).collect();
    assert_eq!(rows.len(), PERMISSIONS.len(), "a row stands twice");
    assert_eq!(rows, guarded);
    assert!(rows.len() > 20, "{rows:?}");
    let doors: BTreeSet<(Does, &str)> = DOORS.iter().map(|(does, path, _)| (*does, *path)).collect();
    assert_eq!(doors.len(), DOORS.len(), "a row stands twice");
    assert_eq!(doors, others, "nobody said by what these are let in");
}

/// What stands behind a door, and how a stranger tries it.
async fn knocks(server: &Server, does: Does, path: &str, with: &[(header::HeaderName, String)]) -> Answer {
    let method = if does == Does::Reads { Method::GET } else { Method::POST };
    let mut request = Request::builder().method(method).uri(address(path));
    for (name, value) in with {
        request = request.header(name, value);
    }
    server.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn what_phones_ask_for_opens_to_no_cookie_no_strangers_token_and_no_phone_that_was_shut_out() {
    let server = Server::start().await;
    let (kim, page, code) = invited(&server).await;
    let (phone, PairReply { device_id, .. }) = paired(&server, &kim, &page, &code).await;
    let own_token = phone.token(&server, &device_id).await;
    let own_token = own_token.trim_start_matches("Bearer ");
    let bearer = |token: &str| vec![(header::AUTHORIZATION, format!("Bearer {token}"))];
    let phones: Vec<_> = DOORS.iter().filter(|(.., door)| *door == Door::PhoneToken).collect();
    assert!(phones.len() >= 2, "{phones:?}");
    for (does, path, _) in &phones {
        let own = knocks(&server, *does, path, &bearer(own_token)).await;
        assert_ne!(own.status, StatusCode::UNAUTHORIZED, "{path} to a phone that is paired");
        let strangers = [
            Vec::new(),
            vec![(header::COOKIE, kim.cookie.clone())],
            bearer(&"0".repeat(64)),
            bearer("nothing"),
            bearer(kim.cookie.split_once('=').unwrap().1),
        ];
        for with in strangers {
            let answer = knocks(&server, *does, path, &with).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}: {}", answer.body);
        }
    }
    // Nor does a phone's token open a page.
    for (does, path, access) in PERMISSIONS {
        if *does != Does::Reads || access.roles().is_none() {
            continue;
        }
        assert_eq!(goes_to(&knocks(&server, *does, path, &bearer(own_token)).await), "/sign-in", "{path}");
    }
    for (does, path, door) in DOORS.iter().filter(|(.., door)| *door == Door::ShutOut) {
        let answer = knocks(&server, *does, path, &bearer(own_token)).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} ({door:?}) to a phone that is not shut out");
    }
    kim.post(&format!("{page}/devices/{device_id}/revoke"), "leaving=lost").await;
    for (does, path, _) in &phones {
        let answer = knocks(&server, *does, path, &bearer(own_token)).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path} to a phone that was shut out");
    }
}

#[tokio::test]
async fn a_pairing_opens_by_its_code_alone_and_what_is_open_names_nobody() {
    let server = Server::start().await;
    let student = server.store.seed_student(server.school, "Tyrone", "Quill", day("2025-08-25")).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    for (does, path, door) in DOORS {
        let with =
            [(header::COOKIE, kim.cookie.clone()), (header::CONTENT_TYPE, "application/json".to_owned())];
        let answer = knocks(&server, *does, path, &with).await;
        match door {
            Door::PhoneToken => {}
            Door::ShutOut => assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}"),
            Door::PairingCode => assert!(answer.status.is_client_error(), "{path}: {}", answer.status),
            Door::Open => assert!(!answer.status.is_server_error() && *does == Does::Reads, "{path}"),
        }
        let names = ["Quill".to_owned(), "Lincoln".to_owned(), student.to_string()];
        assert!(!names.iter().any(|name| answer.body.contains(name)), "{path}: {}", answer.body);
    }
}

#[tokio::test]
async fn each_route_opens_to_the_roles_of_its_row_and_to_no_other() {
    let server = Server::start().await;
    for role in Role::ALL {
        server.account(server.school, role.word(), role).await;
    }
    for role in Role::ALL {
        let browser = server.browser(role.word()).await;
        // Signing out comes last: nothing is open after it.
        let (last, rows): (Vec<_>, Vec<_>) =
            PERMISSIONS.iter().partition(|(_, path, _)| *path == "/sign-out");
        // A second step without a first one leads to the first.
        let rows = rows.into_iter().filter(|(_, path, _)| *path != "/sign-in/code");
        for (does, path, access) in rows.chain(last) {
            let answer = match does {
                Does::Reads => browser.get(&address(path)).await,
                Does::Changes => browser.post(&address(path), "").await,
            };
            let opens = access.roles().is_none_or(|roles| roles.contains(&role));
            assert_eq!(!is_refused(&answer), opens, "{} {does:?} {path}: {}", role.word(), answer.status);
            assert_eq!(may(role, does, path), opens, "{} {does:?} {path}", role.word());
            assert!(!answer.status.is_server_error(), "{} {does:?} {path}", role.word());
        }
    }
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_sent_to_the_door() {
    let server = Server::start().await;
    for (does, path, access) in PERMISSIONS {
        let answer = match does {
            Does::Reads => server.get(&address(path)).await,
            Does::Changes => server.send(from_our_page(&address(path)).body(Body::empty()).unwrap()).await,
        };
        match access.roles() {
            Some(_) => assert_eq!(goes_to(&answer), "/sign-in", "{path}"),
            // A second step without a first one leads there as well.
            None if *path == "/sign-in/code" => {}
            None => assert!(!is_refused(&answer), "{path}: {}", answer.status),
        }
    }
}

#[tokio::test]
async fn what_has_no_row_is_there_for_nobody() {
    let server = Server::start().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    for (method, path) in
        [(Method::PUT, "/staff/planning"), (Method::DELETE, "/staff/checklist"), (Method::POST, "/staff")]
    {
        let request = from_our_page(path).method(method.clone()).header(header::COOKIE, &kim.cookie);
        let answer = server.send(request.body(Body::empty()).unwrap()).await;
        assert!(answer.status.is_client_error(), "{method} {path}: {}", answer.status);
    }
    assert!(!may(Role::Coordinator, Does::Changes, "/staff"));
}

#[tokio::test]
async fn an_address_that_is_asked_in_another_way_says_how_it_can_be_asked() {
    let server = Server::start().await;
    let rows: BTreeSet<(Does, &str)> = PERMISSIONS.iter().map(|(does, path, _)| (*does, *path)).collect();
    for (_, path) in &rows {
        let [reads, changes] = [Does::Reads, Does::Changes].map(|does| rows.contains(&(does, *path)));
        let allowed = match (reads, changes) {
            (true, false) => "GET, HEAD",
            (false, true) => "POST",
            _ => "GET, HEAD, POST",
        };
        let others = [(Method::PUT, true), (Method::DELETE, true), (Method::TRACE, true)];
        for (method, _) in
            others.into_iter().chain([(Method::GET, !reads), (Method::POST, !changes)]).filter(|of| of.1)
        {
            let request = from_our_page(&address(path)).method(method.clone()).body(Body::empty()).unwrap();
            let answer = server.send(request).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            assert_eq!(answer.headers[header::ALLOW], allowed, "{method} {path}");
        }
    }
}

#[tokio::test]
async fn each_role_begins_on_a_page_that_is_open_to_it_and_is_offered_no_other() {
    let server = Server::start().await;
    for role in Role::ALL {
        server.account(server.school, role.word(), role).await;
        let first = goes_to(&server.try_password(role.word(), PASSWORD).await).to_owned();
        let browser = server.browser(role.word()).await;
        let page = browser.get(&first).await;
        assert_eq!(page.status, StatusCode::OK, "{}", role.word());
        let steps = between(&page.body, "class=\"steps\"", "</nav>");
        let offered: Vec<&str> =
            steps.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(offered.contains(&first.as_str()), "{}: {offered:?}", role.word());
        for address in offered {
            assert_eq!(browser.get(address).await.status, StatusCode::OK, "{} {address}", role.word());
        }
    }
}
