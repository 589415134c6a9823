//! Names in every script on the team's pages: shown as they were written, found as people type them, and no mark in one
//! moves what stands beside it.

use axum::http::StatusCode;

use super::furnished::{House, LINCOLN, with_uploads};
use super::*;
use crate::auth::permissions::{Does, PERMISSIONS};
use crate::store::contract::day;

/// Marks that turn everything behind them, end more than was begun, and begin what they do not end.
const GIVEN: &str = "\u{202e}Tyrone\u{2069}";
const FAMILY: &str = "\u{202e}Dyer\u{2067}";

/// A text that would be drawn elsewhere, or turned, by the marks of a name; with what it says.
fn moved(html: &str) -> Option<String> {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    texts.into_iter().find(|text| moves(text)).map(|text| text.escape_unicode().to_string())
}

fn moves(text: &str) -> bool {
    let whole = format!("{GIVEN} {FAMILY}");
    let of_a_name: Vec<_> = [whole.as_str(), GIVEN, FAMILY]
        .into_iter()
        .flat_map(|name| text.match_indices(name).map(|(at, name)| at..at + name.len()))
        .collect();
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2068}' => open.push(c),
            '\u{2069}' => match open.iter().rposition(|open| matches!(open, '\u{2066}'..='\u{2068}')) {
                Some(begun) => open.truncate(begun),
                None => return true,
            },
            // Our own word, behind a mark that still turns.
            _ if is_turned(&open)
                && c.is_alphanumeric()
                && !of_a_name.iter().any(|name| name.contains(&at)) =>
            {
                return true;
            }
            _ => {}
        }
    }
    !open.is_empty()
}

fn is_turned(open: &[char]) -> bool {
    open.iter().any(|open| matches!(open, '\u{202a}'..='\u{202e}'))
}

#[test]
fn what_a_name_moves_is_seen() {
    assert!(moves(&format!("{GIVEN} {FAMILY}")), "left open");
    assert!(moves(&format!("\u{2068}{GIVEN} · grade 7\u{2069}")), "turned");
    assert!(moves("a\u{2069}"), "ended more than it began");
    assert!(!moves(&format!("\u{2068}\u{2068}{GIVEN}\u{2069} · grade 7")), "set apart");
}

#[tokio::test]
async fn a_name_with_marks_that_turn_the_reading_direction_moves_nothing_on_any_page() {
    let server = with_uploads().await;
    let mut house = House::open(&server, server.school, LINCOLN).await;
    house.furnish().await;
    let renamed = |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
        tx.execute("UPDATE guardian SET given_name = ?1, family_name = ?2", [GIVEN, FAMILY])?;
        let sql = "UPDATE student SET given_name = ?1, family_name = ?2, preferred_name = NULL";
        Ok(tx.execute(sql, [GIVEN, FAMILY])?)
    };
    assert!(server.store.write_blocking(renamed).unwrap() > 0);
    house.things.insert("version", "1".to_owned());
    let (mut shown, mut wrong) = (0, Vec::new());
    for (does, path, access) in PERMISSIONS {
        let Some(roles) = access.roles().filter(|_| *does == Does::Reads && !access.is_own()) else {
            continue;
        };
        let Some(role) = roles.iter().next() else { continue };
        for address in house.addresses(path, &|_| None) {
            let answer = house.browser(*role).get(&address).await;
            let is_page = answer.body.starts_with("<!doctype html>");
            if answer.status == StatusCode::OK && is_page {
                shown += usize::from(answer.body.contains(GIVEN));
                wrong.extend(moved(&answer.body).map(|text| format!("{address}: {text}")));
            }
        }
    }
    assert!(shown > 25, "{shown} pages show the name, letter by letter");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn a_student_is_found_whichever_way_the_accents_are_written_and_without_them() {
    let server = Server::start().await;
    let names = [("José", "Núñez"), ("Jose\u{301}", "Nun\u{303}ez"), ("نور", "الهُدى"), ("Ｚｏｅ", "O’Brien")];
    for (given, family) in names {
        server.store.seed_student(server.school, given, family, day("2025-08-25")).await;
    }
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let found = async |typed: &str| {
        let bytes = typed.bytes().map(|byte| format!("%{byte:02x}"));
        let page = kim.post("/staff/students", &format!("name={}", bytes.collect::<String>())).await.body;
        names.map(|(given, family)| page.contains(&format!("{given} {family}").replace('\'', "&#39;")))
    };
    for typed in ["Nunez", "núñez", "NU\u{301}N\u{303}EZ", "jose nun", "nuñez josé"] {
        assert_eq!(found(typed).await, [true, true, false, false], "{typed}");
    }
    assert_eq!(found("الهدى").await, [false, false, true, false]);
    assert_eq!(found("zoe o'brien").await, [false, false, false, true]);
    assert_eq!(found("obrien").await, [false, false, false, true]);
    assert_eq!(found("Nuno").await, [false; 4]);
}
