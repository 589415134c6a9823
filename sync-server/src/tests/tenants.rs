//! What another school has is not there: every route of the table, with every id of the other school, by every role.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use daymark_sqlite::rusqlite::types::ValueRef;

use super::furnished::{
    ADAMS, FORMS, Form, House, LINCOLN, TAKES_A_FILE, asked_for, names, roles_of, with_uploads,
};
use super::*;
use crate::auth::permissions::{Does, PERMISSIONS};

/// Every row of every table. Sessions come and go with each request, and when the gate last looked is nobody's.
pub(super) async fn rows(server: &Server) -> BTreeSet<String> {
    let read = |db: &daymark_sqlite::rusqlite::Connection| {
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('session', 'sqlite_sequence')";
        let tables: Vec<String> =
            db.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut rows = BTreeSet::new();
        for table in tables {
            let mut statement = db.prepare(&format!("SELECT * FROM \"{table}\""))?;
            let columns = (0..statement.column_count())
                .filter(|n| statement.column_name(*n).ok() != Some("settled_day"));
            let columns: Vec<usize> = columns.collect();
            let mut found = statement.query([])?;
            while let Some(row) = found.next()? {
                let mut line = table.clone();
                for &column in &columns {
                    line.push('|');
                    line.push_str(&text(row.get_ref(column)?));
                }
                rows.insert(line);
            }
        }
        Ok(rows)
    };
    server.store.read(read).await.unwrap()
}

fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => crate::auth::hex(bytes),
    }
}

/// What stands in the tables, and which of it is the other school's.
struct Watch {
    not_theirs: BTreeSet<String>,
}

impl Watch {
    /// After whatever strangers tried: all of theirs is as it was, and nothing new speaks of them.
    async fn finds_nothing_changed(&mut self, theirs: &House<'_>, before: &BTreeSet<String>, tried: &str) {
        let after = rows(theirs.server()).await;
        for row in before.difference(&self.not_theirs) {
            assert!(after.contains(row), "{tried} changed {row}");
        }
        let ids: Vec<&String> = theirs.things.values().filter(|id| id.len() == 32).collect();
        for row in after.difference(before) {
            assert!(!ids.iter().any(|id| row.contains(id.as_str())), "{tried} wrote {row}");
        }
        self.not_theirs.extend(after.difference(before).cloned());
    }
}

impl Watch {
    /// After whatever their own people did: all of ours is as it was.
    fn stays(&self, before: &BTreeSet<String>, after: &BTreeSet<String>, done: &str) {
        for row in before.intersection(&self.not_theirs) {
            assert!(after.contains(row), "their own {done} changed {row}");
        }
    }
}

/// Whatever the role, no page of one school has a word of another's.
fn tells_nothing(answer: &Answer, of: &House<'_>, role: Role, tried: &str) {
    let district = matches!(role, Role::Captain | Role::Auditor);
    let schools_words = [of.words.school, of.words.text];
    let told = [of.words.child].into_iter().chain(schools_words.into_iter().filter(|_| !district));
    for word in told {
        assert!(!answer.body.contains(word), "{tried} shows {word} to {}: {}", role.word(), answer.body);
    }
}

/// The ids that are of one school, of an address or a form.
fn own_names<'t>(text: &'t str, with: &[(&'static str, &'static str)]) -> Vec<&'t str> {
    let names = names(text).into_iter().filter(|name| House::is_its_own(name));
    names.map(|name| with.iter().find(|(of, _)| *of == name).map_or(name, |(_, thing)| thing)).collect()
}

/// Their form, sent by everybody of ours before their own people send it.
async fn tried_by_all(ours: &House<'_>, theirs: &House<'_>, form: &Form) -> String {
    let in_address = !own_names(form.path, form.with).is_empty();
    let is_theirs = in_address || !own_names(form.fields, &[]).is_empty();
    let swapped = |name: &str| {
        let thing = form.with.iter().find(|(of, _)| *of == name).map_or(name, |(_, thing)| thing);
        theirs.things.get(thing).filter(|_| is_theirs).cloned()
    };
    let (address, fields) = (ours.fill(form.path, &swapped), ours.fill(form.fields, &swapped));
    for role in Role::ALL.into_iter().filter(|role| is_theirs || *role == form.by) {
        let answer = ours.browser(role).post(&address, &fields).await;
        let tried = format!("POST {} by {}", form.path, role.word());
        assert!(!answer.status.is_server_error(), "{tried}: {}", answer.body);
        if !roles_of(Does::Changes, form.path).contains(&role) {
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{tried}");
        } else if in_address {
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{tried}: {}", answer.body);
        }
        tells_nothing(&answer, theirs, role, &tried);
    }
    format!("POST {} {}", form.path, form.fields)
}

/// Our own form with one id of theirs in it, for each of its ids.
async fn tried_with_one_of_theirs(ours: &House<'_>, theirs: &House<'_>, form: &Form) {
    let mut names = own_names(form.path, form.with);
    names.extend(own_names(form.fields, &[]));
    if names.len() < 2 {
        return;
    }
    for stranger in names {
        let swapped = |name: &str| {
            let thing = form.with.iter().find(|(of, _)| *of == name).map_or(name, |(_, thing)| thing);
            let house = if thing == stranger { theirs } else { ours };
            house.things.get(thing).cloned()
        };
        let (address, fields) = (ours.fill(form.path, &swapped), ours.fill(form.fields, &swapped));
        let answer = ours.browser(form.by).post(&address, &fields).await;
        let tried = format!("POST {} with their {stranger}", form.path);
        assert!(!answer.status.is_server_error(), "{tried}: {}", answer.body);
        tells_nothing(&answer, theirs, form.by, &tried);
    }
}

#[tokio::test]
async fn no_form_of_one_school_reaches_what_is_another_schools() {
    let server = with_uploads().await;
    let mut ours = House::open(&server, server.school, LINCOLN).await;
    ours.furnish().await;
    let mut watch = Watch { not_theirs: rows(&server).await };
    let adams = server.store.seed_school(ADAMS.school).await;
    let mut theirs = House::open(&server, adams, ADAMS).await;
    for form in FORMS {
        theirs.look_up(form).await;
        let before = rows(&server).await;
        if form.path != TAKES_A_FILE {
            let tried = tried_by_all(&ours, &theirs, form).await;
            tried_with_one_of_theirs(&ours, &theirs, form).await;
            watch.finds_nothing_changed(&theirs, &before, &tried).await;
        }
        // The same words, in the same moment, are taken from their own people.
        let before = rows(&server).await;
        theirs.sends(form).await;
        watch.stays(&before, &rows(&server).await, form.path);
    }
}

#[tokio::test]
async fn no_page_of_one_school_shows_what_is_another_schools() {
    let server = with_uploads().await;
    let mut ours = House::open(&server, server.school, LINCOLN).await;
    ours.furnish().await;
    let not_theirs = rows(&server).await;
    let adams = server.store.seed_school(ADAMS.school).await;
    let mut theirs = House::open(&server, adams, ADAMS).await;
    theirs.furnish().await;
    let second =
        theirs.browser(Role::Coordinator).post("/staff/planning", "follows=1&data=Quillfeather").await;
    assert_eq!(second.status, StatusCode::OK);
    theirs.things.insert("version", "2".to_owned());
    let mut watch = Watch { not_theirs };
    for (does, path, access) in PERMISSIONS {
        let (Does::Reads, Some(roles), false) = (does, access.roles(), access.is_own()) else { continue };
        let before = rows(&server).await;
        let (names, mut opened) = (own_names(asked_for(path), &[]), 0);
        for address in theirs.addresses(path, &|_| None) {
            for role in Role::ALL {
                let tried = format!("GET {address} by {}", role.word());
                let answer = ours.browser(role).get(&address).await;
                match (roles.contains(&role), names.is_empty()) {
                    (false, _) => assert_eq!(answer.status, StatusCode::FORBIDDEN, "{tried}"),
                    (true, false) => assert_eq!(answer.status, StatusCode::NOT_FOUND, "{tried}"),
                    (true, true) => assert!(!answer.status.is_server_error(), "{tried}: {}", answer.body),
                }
                tells_nothing(&answer, &theirs, role, &tried);
            }
        }
        watch.finds_nothing_changed(&theirs, &before, path).await;
        for address in theirs.addresses(path, &|_| None) {
            opened += usize::from(theirs.browser(roles[0]).get(&address).await.status == StatusCode::OK);
        }
        assert!(opened > 0, "nothing stands at {path}, so it says nothing that strangers do not see it");
        watch.not_theirs.extend(rows(&server).await.difference(&before).cloned());
        one_of_theirs_among_ours(&ours, &theirs, asked_for(path), roles[0], &names).await;
    }
}

/// Addresses that lead through two things: ours and then theirs, theirs and then ours.
async fn one_of_theirs_among_ours(
    ours: &House<'_>,
    theirs: &House<'_>,
    path: &str,
    role: Role,
    names: &[&str],
) {
    if names.len() < 2 {
        return;
    }
    for stranger in names {
        let swapped = |name: &str| (name == *stranger).then(|| theirs.things[name].clone());
        let answer = ours.browser(role).get(&ours.fill(path, &swapped)).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "GET {path} with their {stranger}");
    }
}

/// Addresses whose question names a thing.
const QUESTIONS: &[&str] =
    &["/staff/referrals/new?match={match}&ask={entry}", "/team/meeting?meeting={meeting}"];

#[tokio::test]
async fn what_stands_behind_a_question_mark_is_another_schools_just_as_well() {
    let server = with_uploads().await;
    let ours = House::open(&server, server.school, LINCOLN).await;
    let adams = server.store.seed_school(ADAMS.school).await;
    let mut theirs = House::open(&server, adams, ADAMS).await;
    theirs.furnish().await;
    for question in QUESTIONS {
        let address = theirs.fill(question, &|_| None);
        assert_eq!(
            theirs.browser(Role::Coordinator).get(&address).await.status,
            StatusCode::OK,
            "{question}"
        );
        for role in [Role::Coordinator, Role::Team, Role::Principal] {
            let answer = ours.browser(role).get(&address).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{question} by {}", role.word());
        }
    }
    let everything = [
        "/staff/candidates?show=all",
        "/team/actions?show=all",
        "/staff?state=left",
        "/team/meeting/days?days=year",
    ];
    for address in everything {
        let answer = ours.browser(Role::Coordinator).get(address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        tells_nothing(&answer, &theirs, Role::Coordinator, address);
    }
}

#[tokio::test]
async fn a_file_with_another_schools_student_is_refused_and_changes_nothing() {
    let server = with_uploads().await;
    let mut ours = House::open(&server, server.school, LINCOLN).await;
    let not_theirs = rows(&server).await;
    let adams = server.store.seed_school(ADAMS.school).await;
    let theirs = House::open(&server, adams, ADAMS).await;
    let form = FORMS.iter().find(|form| form.path == TAKES_A_FILE).unwrap();
    let (before, mut watch) = (rows(&server).await, Watch { not_theirs });
    ours.things.insert("student_key", theirs.things["student_key"].clone());
    ours.things.insert("school_key", ADAMS.school.to_owned());
    let answer = ours.sends(form).await;
    let preview = ours.browser(Role::Coordinator).get(goes_to(&answer)).await.body;
    assert!(preview.contains("changes another school too"), "{preview}");
    watch.finds_nothing_changed(&theirs, &before, "the file").await;
}

#[tokio::test]
async fn the_turn_of_the_year_turns_ones_own_school_only() {
    let server = with_uploads().await;
    let ours = House::open(&server, server.school, LINCOLN).await;
    let not_theirs = rows(&server).await;
    let adams = server.store.seed_school(ADAMS.school).await;
    let mut theirs = House::open(&server, adams, ADAMS).await;
    // To 2 September 2026: a new school year.
    server.step(323 * 86_400);
    let boxes = theirs.fill("listed_{match}=yes&go_on_{match}=yes", &|_| None);
    let (before, mut watch) = (rows(&server).await, Watch { not_theirs });
    let stranger = server.browser(&format!("{}-coordinator", ours.words.text)).await;
    assert_eq!(goes_to(&stranger.post("/staff/rollover", &boxes).await), "/staff/rollover?on=0&ended=0");
    theirs.things.retain(|_, id| id.len() == 32);
    watch.finds_nothing_changed(&theirs, &before, "the turn of the year").await;
    let own = server.browser(&format!("{}-coordinator", theirs.words.text)).await;
    assert_eq!(goes_to(&own.post("/staff/rollover", &boxes).await), "/staff/rollover?on=1&ended=0");
}

#[test]
fn each_form_of_the_table_is_among_those_that_are_tried() {
    let tried: BTreeSet<&str> = FORMS.iter().map(|form| form.path).collect();
    let forms = PERMISSIONS
        .iter()
        .filter(|(does, _, access)| *does == Does::Changes && access.roles().is_some() && !access.is_own());
    let forms: BTreeSet<&str> = forms.map(|(_, path, _)| *path).collect();
    assert_eq!(tried, forms, "a form that nobody tries is a form that nobody knows to be shut");
}
