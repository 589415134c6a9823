use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use daymark_domain::{
    ActionId, DayGroupId, DecisionId, DeviceId, GuardianId, MatchId, MeetingId, MentorId, ReferralId,
    ResourceId, StudentId,
};

use super::*;
use crate::auth::permissions::{Access, Does, PERMISSIONS, may};

/// The routes of people who sign in, as the router's own text has them.
fn routes() -> BTreeSet<(Does, &'static str)> {
    let guarded = |part: &&str| part.contains("only_permitted)");
    let parts = include_str!("../router.rs").split("\nfn ");
    let (guarded, others): (Vec<_>, Vec<_>) = parts.partition(guarded);
    let open: Vec<&str> = others.into_iter().flat_map(routes_of).map(|(path, _)| path).collect();
    let is_staffs = |path: &&&str| {
        path.starts_with("/staff") || path.starts_with("/team") || path.starts_with("/district")
    };
    assert!(!open.iter().any(|path| is_staffs(&path)), "nobody looks who may: {open:?}");
    let mut routes = BTreeSet::new();
    for (path, handlers) in guarded.into_iter().flat_map(routes_of) {
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
}

/// Each route of a part of the router: its path, and what follows.
fn routes_of(part: &'static str) -> Vec<(&'static str, &'static str)> {
    let routes = part.split(".layer(").next().unwrap_or(part).split(".route(").skip(1);
    routes.map(|route| route.split_once('"').and_then(|(_, rest)| rest.split_once('"')).unwrap()).collect()
}

/// An address of that route at which there is nothing.
fn address(path: &str) -> String {
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
        .replace("{report}", "no-report")
        .replace("{face}", "csv")
        .replace("{snapshot}", "9")
        .replace("{agreement}", "9")
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
    let rows: BTreeSet<(Does, &str)> = PERMISSIONS.iter().map(|(does, path, _)| (*does, *path)).collect();
    assert_eq!(rows.len(), PERMISSIONS.len(), "a row stands twice");
    assert_eq!(rows, routes());
    assert!(rows.len() > 20, "{rows:?}");
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
        for (does, path, access) in rows.into_iter().chain(last) {
            let answer = match does {
                Does::Reads => browser.get(&address(path)).await,
                Does::Changes => browser.post(&address(path), "").await,
            };
            let opens = match access {
                Access::Anybody => true,
                Access::Only(roles) => roles.contains(&role),
            };
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
        match access {
            Access::Only(_) => assert_eq!(goes_to(&answer), "/sign-in", "{path}"),
            Access::Anybody => assert!(!is_refused(&answer), "{path}: {}", answer.status),
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
