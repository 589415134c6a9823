//! Whom to call about whom: families × what is stored.

use std::collections::{HashMap, HashSet};

use daymark_domain::{GuardianId, SchoolId, StudentId};
use daymark_sis_import::{Note, Person, Role, StudentContact};

use super::families::{CONTACTS, Families};
use super::phone::usable;
use super::roster::{Roster, RosterPlan, guardian_id};
use super::words;
use crate::imports::report::{Done, Noun, counted};
use crate::store::imports::{GuardianField, GuardianLink, GuardianRow};

/// What staff set of guardians.
type HandSet = HashSet<(GuardianId, GuardianField)>;

/// Adds guardians and links to the plan.
pub(super) fn plan(plan: &mut RosterPlan, roster: &Roster<'_>) {
    let families = Families::read(roster, &mut plan.report);
    let ids = plan_guardians(plan, roster, &families);
    let kept = plan_links(plan, roster, &families, &ids);
    let of_set: HashSet<StudentId> = roster.enrolled.values().map(|(id, _)| *id).collect();
    let links = roster.stored.roster.links.iter().filter(|link| link.active);
    plan.before.links = links.filter(|link| of_set.contains(&link.student_id)).count() as u64;
    end_links(plan, roster, &families, &kept);
}

/// The ids of the set's guardians by key; those who are nobody's guardian are left out and counted.
fn plan_guardians<'a>(
    plan: &mut RosterPlan,
    roster: &Roster<'a>,
    families: &Families<'a>,
) -> HashMap<&'a str, GuardianId> {
    let wanted: HashSet<&str> =
        families.of_student.values().flatten().map(|person| person.sourced_id.as_str()).collect();
    let (mut ids, mut without_number, mut of_nobody) = (HashMap::new(), 0, 0);
    for person in roster.set.people.iter().filter(|person| person.active) {
        let key = person.sourced_id.as_str();
        if !wanted.contains(key) {
            of_nobody += u64::from(person.role.is_family());
            continue;
        }
        let known = roster.stored.guardians.get(key).copied();
        let told = families.told.get(key).map_or(&[][..], |rows| rows.as_slice());
        let row = guardian_row(person, told, known, &roster.stored.roster.hand_set);
        without_number += u64::from(row.phone.is_none());
        ids.insert(key, row.id);
        if plan.is_news(Noun::Guardian, known, &row, || words::guardian(known, &row)) {
            plan.guardians.push(row);
        }
    }
    let mut note = |count: u64, text: &str| {
        if count > 0 {
            plan.report
                .notes
                .push(Note::new("users.csv", format!("has {} {text}", counted(count, "guardian"))));
        }
    };
    note(without_number, "without a number that can be called");
    note(of_nobody, "of no student who is enrolled, left out");
    ids
}

/// What staff set by hand stays; then a file of contacts comes before `users.csv`, and what neither tells stays.
fn guardian_row(
    person: &Person,
    told: &[&StudentContact],
    known: Option<&GuardianRow>,
    hand_set: &HandSet,
) -> GuardianRow {
    let of_contacts = told.iter().find_map(|row| usable(row.phone.as_deref()));
    let of_users = || usable(person.phone.as_deref()).or_else(|| usable(person.sms.as_deref()));
    let language = told.iter().find_map(|row| row.language.clone()).or_else(|| person.language.clone());
    let row = GuardianRow {
        id: guardian_id(known),
        sis_id: person.sourced_id.clone(),
        given_name: person.given.clone(),
        family_name: person.family.clone(),
        phone: of_contacts.or_else(of_users),
        language: language.or_else(|| known?.language.clone()),
        active: true,
    };
    with_hand_set(row, known, hand_set)
}

/// Puts back what staff set.
pub(super) fn with_hand_set(
    mut row: GuardianRow,
    known: Option<&GuardianRow>,
    hand_set: &HandSet,
) -> GuardianRow {
    let Some(known) = known else { return row };
    if hand_set.contains(&(known.id, GuardianField::Phone)) {
        row.phone.clone_from(&known.phone);
    }
    if hand_set.contains(&(known.id, GuardianField::Language)) {
        row.language.clone_from(&known.language);
    }
    row
}

pub(super) type Pair = (StudentId, GuardianId);

/// Plans the links that the set has, and says which they are.
fn plan_links(
    plan: &mut RosterPlan,
    roster: &Roster<'_>,
    families: &Families<'_>,
    ids: &HashMap<&str, GuardianId>,
) -> HashSet<Pair> {
    // Phones learn of a guardian by the links, which alone carry a number of the log.
    let changed: HashSet<GuardianId> = plan.guardians.iter().map(|row| row.id).collect();
    let stored: HashMap<Pair, &GuardianLink> =
        roster.stored.roster.links.iter().map(|link| ((link.student_id, link.guardian_id), link)).collect();
    let mut kept = HashSet::new();
    for person in roster.set.people.iter().filter(|person| person.role == Role::Student) {
        let student = person.sourced_id.as_str();
        let Some(&(student_id, home)) = roster.enrolled.get(student) else { continue };
        for guardian in families.of_student.get(student).into_iter().flatten() {
            let guardian_key = guardian.sourced_id.as_str();
            let pair = (student_id, ids[guardian_key]);
            let known = stored.get(&pair).copied();
            let contact = families.contacts.get(&(student, guardian_key)).copied();
            let link = link(pair, guardian.role, contact, known);
            kept.insert(pair);
            let words = || words::link(student, guardian_key, known, &link);
            if plan.is_news(Noun::GuardianLink, known, &link, words) || changed.contains(&pair.1) {
                plan.links.push((home, link));
            }
        }
    }
    for link in
        roster.stored.roster.links.iter().filter(|link| link.active && changed.contains(&link.guardian_id))
    {
        let is_elsewhere = !kept.contains(&(link.student_id, link.guardian_id));
        if let Some(home) = roster.stored.home(link.student_id).filter(|_| is_elsewhere) {
            plan.links.push((home, link.clone()));
        }
    }
    kept
}

/// A row in `student_contacts.csv` is the whole truth about its pair; without one, what is stored stays.
pub(super) fn link(
    (student_id, guardian_id): Pair,
    role: Role,
    contact: Option<&StudentContact>,
    known: Option<&GuardianLink>,
) -> GuardianLink {
    let by_role = || (role == Role::Parent).then(|| "Parent".to_owned());
    match (contact, known) {
        (None, Some(known)) => GuardianLink { active: true, ..known.clone() },
        (None, None) => GuardianLink {
            student_id,
            guardian_id,
            relation: by_role(),
            is_primary: false,
            lives_with: false,
            is_emergency: false,
            priority: None,
            restrictions: None,
            best_hours: None,
            interpreter: false,
            may_text: None,
            by_contacts: false,
            active: true,
        },
        (Some(contact), _) => GuardianLink {
            student_id,
            guardian_id,
            relation: contact.relation.clone().or_else(by_role),
            is_primary: contact.primary.unwrap_or(false),
            lives_with: contact.lives_with.unwrap_or(false),
            is_emergency: contact.emergency.unwrap_or(false),
            priority: contact.priority,
            restrictions: contact.restrictions.clone(),
            best_hours: contact.best_hours.clone(),
            interpreter: contact.interpreter.unwrap_or(false),
            may_text: contact.may_text,
            by_contacts: true,
            active: true,
        },
    }
}

/// Ends the links that the set no longer has, and the guardians whom no link is left to.
fn end_links(plan: &mut RosterPlan, roster: &Roster<'_>, families: &Families<'_>, kept: &HashSet<Pair>) {
    if !may_end(plan, roster, families) {
        return;
    }
    let certain = roster
        .enrolled
        .iter()
        .filter(|(key, _)| !roster.uncertain.contains(*key) && !families.uncertain.contains(*key));
    let homes: HashMap<StudentId, SchoolId> = certain.map(|(_, ids)| *ids).collect();
    let keys = Keys::of(roster);
    let (mut ended, mut needed) = (Vec::new(), HashSet::new());
    for link in roster.stored.roster.links.iter().filter(|link| link.active) {
        match homes.get(&link.student_id) {
            Some(home)
                if !kept.contains(&(link.student_id, link.guardian_id))
                    && !keys.is_told_apart(link, roster) =>
            {
                ended.push((*home, link));
            }
            _ => drop(needed.insert(link.guardian_id)),
        }
    }
    needed.extend(kept.iter().map(|(_, guardian)| *guardian));
    let lost: HashSet<GuardianId> = ended.iter().map(|(_, link)| link.guardian_id).collect();
    for guardian in roster.stored.roster.guardians.iter().filter(|guardian| guardian.active) {
        if lost.contains(&guardian.id) && !needed.contains(&guardian.id) {
            plan.report.change(Done::Withdrawn, Noun::Guardian, || guardian.sis_id.clone());
            plan.guardians.push(GuardianRow { active: false, ..guardian.clone() });
        }
    }
    // A changed guardian has put the link into the plan already; what comes later holds.
    for (home, link) in ended {
        plan.report.change(Done::Withdrawn, Noun::GuardianLink, || keys.words(link));
        plan.links.push((home, GuardianLink { active: false, ..link.clone() }));
    }
}

/// The export's keys by our ids, and who is in the set.
struct Keys<'a> {
    students: HashMap<StudentId, &'a str>,
    guardians: HashMap<GuardianId, &'a str>,
    in_set: HashSet<&'a str>,
}

impl<'a> Keys<'a> {
    fn of(roster: &Roster<'a>) -> Self {
        let stored = roster.stored.roster;
        let active = roster.set.people.iter().filter(|person| person.active);
        Self {
            students: stored.students.iter().map(|row| (row.id, row.sis_id.as_str())).collect(),
            guardians: stored.guardians.iter().map(|row| (row.id, row.sis_id.as_str())).collect(),
            in_set: active.map(|person| person.sourced_id.as_str()).collect(),
        }
    }

    /// A file of contacts of its own named the pair, this set has none, and the guardian is still there.
    fn is_told_apart(&self, link: &GuardianLink, roster: &Roster<'_>) -> bool {
        let is_there = || self.guardians.get(&link.guardian_id).is_some_and(|key| self.in_set.contains(key));
        link.by_contacts && !roster.set.has_file(CONTACTS) && is_there()
    }

    fn words(&self, link: &GuardianLink) -> String {
        let guardian = self.guardians.get(&link.guardian_id).copied().unwrap_or_default();
        let student = self.students.get(&link.student_id).copied().unwrap_or_default();
        format!("{guardian} of {student}")
    }
}

/// A set without any family is one that does not tell of families; a bad row may hold what seems to be missing.
fn may_end(plan: &mut RosterPlan, roster: &Roster<'_>, families: &Families<'_>) -> bool {
    let is_unread = roster
        .set
        .files
        .iter()
        .any(|file| file.bad_rows > 0 && ["users.csv", CONTACTS].contains(&file.file.as_str()));
    if families.of_student.is_empty() && !roster.stored.roster.links.is_empty() {
        plan.report.notes.push(Note::new("users.csv", "tells of no guardians; those who are stored stay"));
    }
    !is_unread && !families.of_student.is_empty()
}
