//! Whoever only reads changes nothing: every page, opened by every role and by nobody, and the whole database looked at
//! before and after.

use std::collections::{BTreeMap, BTreeSet};

use super::furnished::{House, LINCOLN, with_uploads};
use super::permissions::address;
use super::tenants::rows;
use super::*;
use crate::auth::permissions::{DOORS, Does, PERMISSIONS};

/// Where that somebody read is written down. Its rows are added, never changed.
const RECORD_OF_ACCESS: &str = "access_event";

/// The pages whose reading says something more, with the tables that it says it in.
const SAYS_MORE: &[(&str, &[&str])] = &[
    // That the team saw what mentors wrote, which their phones then say.
    ("/staff/asks", &["school", "school_log", "seen"]),
    ("/team/week", &["school", "school_log", "seen"]),
    // The district's months are kept as they were first read.
    ("/staff/reports/{report}", &["district_month", "snapshot"]),
    ("/district/variants", &["district_month", "snapshot"]),
];

/// Where another server is asked, which answers nobody here: each waits for it, and one is enough.
const ASKS_THE_DISTRICT: &str = "/sign-in/district";

/// What was added or changed between two looks, by table.
fn tables(before: &BTreeSet<String>, after: &BTreeSet<String>) -> BTreeSet<String> {
    let table = |row: &String| row.split('|').next().unwrap_or_default().to_owned();
    before.symmetric_difference(after).map(table).collect()
}

/// Everything that can be read, with an address of what stands there and one of what does not.
fn pages(house: &House<'_>) -> Vec<(&'static str, Vec<String>)> {
    let staff = PERMISSIONS.iter().filter(|(does, ..)| *does == Does::Reads).map(|(_, path, _)| *path);
    let doors = DOORS.iter().filter(|(does, ..)| *does == Does::Reads).map(|(_, path, _)| *path);
    let at = |path: &'static str, is_staff: bool| {
        let there =
            if is_staff && !path.contains("{code}") { house.addresses(path, &|_| None) } else { Vec::new() };
        (path, there.into_iter().chain([address(path)]).collect())
    };
    staff.map(|path| at(path, true)).chain(doors.map(|path| at(path, false))).collect()
}

#[tokio::test]
async fn whoever_reads_a_page_changes_nothing_but_the_record_of_access() {
    let server = with_uploads().await;
    let mut house = House::open(&server, server.school, LINCOLN).await;
    house.furnish().await;
    let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (path, addresses) in pages(&house) {
        let before = rows(&server).await;
        let row = PERMISSIONS.iter().find(|(does, at, _)| *does == Does::Reads && *at == path);
        let may = row.and_then(|(_, _, access)| access.roles()).unwrap_or(&[]);
        for (n, address) in addresses.iter().enumerate() {
            // Whoever may not is turned away at one address as at another.
            let asks = |role: &Role| may.contains(role) || (n == 0 && !path.starts_with(ASKS_THE_DISTRICT));
            for role in Role::ALL.into_iter().filter(asks) {
                house.browser(role).get(address).await;
            }
            if n == 0 || !path.starts_with(ASKS_THE_DISTRICT) {
                server.get(address).await;
            }
        }
        let after = rows(&server).await;
        let is_noted = |row: &&String| row.starts_with(RECORD_OF_ACCESS);
        assert!(
            before.iter().filter(is_noted).all(|row| after.contains(row)),
            "{path} changed what is noted"
        );
        let mut written = tables(&before, &after);
        written.remove(RECORD_OF_ACCESS);
        if !written.is_empty() {
            found.insert(path, written);
        }
    }
    let named = SAYS_MORE
        .iter()
        .map(|(path, tables)| (*path, tables.iter().map(|table| (*table).to_owned()).collect()));
    assert_eq!(
        found,
        named.collect(),
        "a page that only shows wrote what nobody named here, or no more what is named"
    );
}
