//! `roles.csv` of OneRoster 1.2: who is what, and where.

use std::collections::HashMap;

use daymark_domain::SchoolDay;

use super::people::Person;
use super::{ROWS_MAX, Role};
use crate::row::{Bad, Row};
use crate::table::{Column, Table};

/// One role of one person in one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRow {
    /// The line that the row starts on.
    pub line: u64,
    /// Its key in the export.
    pub sourced_id: String,
    /// The person's key.
    pub user: String,
    /// Whether it is the person's chief role.
    pub primary: bool,
    /// The role.
    pub role: Role,
    /// The key of the school or district.
    pub org: String,
    /// The first day, if the export says.
    pub begin: Option<SchoolDay>,
    /// The day after the last, if the export says.
    pub end: Option<SchoolDay>,
    /// Whether the record is in force.
    pub active: bool,
}

pub(super) const TABLE: Table<RoleRow> = Table {
    file: "roles.csv",
    columns: &[
        Column::required("sourcedId").misspelt(&["sourceId"]),
        Column::optional("status"),
        Column::required("userSourcedId").misspelt(&["userSourceId"]),
        Column::optional("roleType"),
        Column::required("role"),
        Column::optional("beginDate"),
        Column::optional("endDate"),
        Column::required("orgSourcedId").misspelt(&["orgSourceId"]),
    ],
    unused: &["dateLastModified", "userProfileSourcedId"],
    unique: &["sourcedId"],
    rows_max: ROWS_MAX,
    parse,
};

fn parse(row: &mut Row<'_>) -> Result<RoleRow, Bad> {
    let sourced_id = row.id("sourcedId");
    let active = row.active();
    let user = row.id("userSourcedId");
    let primary = row.value("roleType", "primary, secondary or nothing", |text| {
        match text.to_ascii_lowercase().as_str() {
            "primary" | "" => Some(true),
            "secondary" => Some(false),
            _ => None,
        }
    });
    let role = row.value("role", Role::WORDS, Role::of);
    let org = row.id("orgSourcedId");
    let (begin, end) = (row.optional_date("beginDate"), row.optional_date("endDate"));
    let (begin, end) = (begin?, end?);
    row.check_period(begin, end, "endDate")?;
    Ok(RoleRow {
        line: row.line(),
        sourced_id: sourced_id?,
        user: user?,
        primary: primary?,
        role: role?,
        org: org?,
        begin,
        end,
        active: active?,
    })
}

/// Gives each person the role that matters here, with its schools: that of a student, else of a student's family, else
/// the chief one. Whoever has ended roles only is not in force. Those whom `roles.csv` does not name stay as they are.
pub(super) fn give(people: &mut [Person], roles: &[RoleRow]) {
    let of_person = by_person(roles);
    for person in people {
        let Some(all) = of_person.get(person.sourced_id.as_str()) else { continue };
        let in_force: Vec<&RoleRow> = all.iter().copied().filter(|role| role.active).collect();
        person.active &= !in_force.is_empty();
        let of = if in_force.is_empty() { all } else { &in_force };
        if let Some(chosen) = weightiest(of) {
            take(person, chosen.role, of);
        }
    }
}

/// What changes of roles tell: somebody is a student or family now, and at which school if that is their chief role. That
/// a role has ended, or is another one, tells nothing of the roles that did not change.
pub(super) fn give_changes(people: &mut [Person], roles: &[RoleRow]) {
    let of_person = by_person(roles);
    for person in people.iter_mut().filter(|person| person.role == Role::Unstated) {
        // The chief school stands in `users.csv` too, but whether it is the only one does not.
        person.school_ids.clear();
        let all = of_person.get(person.sourced_id.as_str());
        let in_force = all.into_iter().flatten().copied().filter(|role| role.active && weight(role.role) < 2);
        let in_force: Vec<&RoleRow> = in_force.collect();
        let Some(chosen) = weightiest(&in_force) else { continue };
        take(person, chosen.role, if chosen.primary { &in_force } else { &[] });
    }
}

fn by_person(roles: &[RoleRow]) -> HashMap<&str, Vec<&RoleRow>> {
    let mut of_person: HashMap<&str, Vec<&RoleRow>> = HashMap::new();
    for role in roles {
        of_person.entry(&role.user).or_default().push(role);
    }
    of_person
}

fn weightiest<'a>(roles: &[&'a RoleRow]) -> Option<&'a RoleRow> {
    roles.iter().copied().min_by_key(|role| (weight(role.role), !role.primary))
}

fn take(person: &mut Person, role: Role, roles: &[&RoleRow]) {
    person.role = role;
    person.school_ids.clear();
    for of in roles.iter().filter(|of| of.role == role) {
        if !person.school_ids.contains(&of.org) {
            person.school_ids.push(of.org.clone());
        }
    }
    if role != Role::Student {
        person.grade = None;
    }
}

fn weight(role: Role) -> u8 {
    match role {
        Role::Student => 0,
        role if role.is_family() => 1,
        _ => 2,
    }
}
