//! Whom to call about whom. A guardian is who a student's `agentSourcedIds` or `student_contacts.csv` names, or who
//! names the student.

use std::collections::{HashMap, HashSet};

use daymark_domain::{GuardianId, SchoolId, StudentId};
use daymark_sis_import::{Note, OneRoster, Person, Role, StudentContact};

use super::periods::by_key;
use super::phone::usable;
use super::problem;
use super::roster::{Roster, RosterPlan, guardian_id};
use crate::imports::report::{ImportReport, Noun};
use crate::store::imports::{GuardianLink, GuardianRow};

/// Adds guardians and links to the plan.
pub(super) fn plan(plan: &mut RosterPlan, roster: &Roster<'_>) {
    let families = Families::read(roster, &mut plan.report);
    let ids = plan_guardians(plan, roster, &families);
    let kept = plan_links(plan, roster, &families, &ids);
    end_links(plan, roster, &families, &kept);
}

/// Who belongs to whom, as the set has it.
struct Families<'a> {
    /// In the order in which a student names them; each once.
    of_student: HashMap<&'a str, Vec<&'a Person>>,
    contacts: HashMap<(&'a str, &'a str), &'a StudentContact>,
    /// Students with a contact row that could not be used.
    uncertain: HashSet<&'a str>,
}

impl<'a> Families<'a> {
    fn read(roster: &Roster<'a>, report: &mut ImportReport) -> Self {
        let set = roster.set;
        let people = by_key(set);
        let mut families =
            Self { of_student: HashMap::new(), contacts: HashMap::new(), uncertain: HashSet::new() };
        families.read_agents(set, &people, report);
        families.read_contacts(set, &people, report);
        families.of_student.retain(|student, _| roster.enrolled.contains_key(student));
        families
    }

    fn read_agents(
        &mut self,
        set: &'a OneRoster,
        people: &HashMap<&'a str, &'a Person>,
        report: &mut ImportReport,
    ) {
        let mut unknown = HashSet::new();
        for person in set.people.iter().filter(|person| person.active) {
            for agent in &person.agent_ids {
                match people.get(agent.as_str()) {
                    None => drop(unknown.insert(agent)),
                    Some(agent) if person.role == Role::Student && agent.role.is_family() => {
                        self.add(&person.sourced_id, agent);
                    }
                    Some(student) if person.role.is_family() && student.role == Role::Student => {
                        self.add(&student.sourced_id, person);
                    }
                    Some(_) => {}
                }
            }
        }
        if !unknown.is_empty() {
            let text =
                format!("names {} people in agentSourcedIds who are not in it, left out", unknown.len());
            report.notes.push(Note::new("users.csv", text));
        }
    }

    fn read_contacts(
        &mut self,
        set: &'a OneRoster,
        people: &HashMap<&'a str, &'a Person>,
        report: &mut ImportReport,
    ) {
        let mut of_strangers = Vec::new();
        for row in &set.contacts {
            let (student, contact) = (row.student_id.as_str(), row.contact_id.as_str());
            let is_student = people.get(student).is_some_and(|person| person.role == Role::Student);
            match people.get(contact).filter(|person| person.role != Role::Student) {
                _ if !is_student => of_strangers.push(row.line),
                None => {
                    self.uncertain.insert(student);
                    let expected = "the sourcedId of a guardian in users.csv";
                    report.skip_row(problem(CONTACTS, row.line, "contact_id", contact, expected));
                }
                Some(person) => {
                    self.contacts.insert((student, contact), row);
                    self.add(student, person);
                }
            }
        }
        // No problem of the set: a school's list of contacts often goes on naming those who have left.
        if let Some(line) = of_strangers.first() {
            let count = of_strangers.len();
            let text = format!("has {count} rows of students who are not in users.csv (first line {line}), left out");
            report.notes.push(Note::new(CONTACTS, text));
        }
    }

    fn add(&mut self, student: &'a str, guardian: &'a Person) {
        let family = self.of_student.entry(student).or_default();
        if guardian.active && !family.iter().any(|known| known.sourced_id == guardian.sourced_id) {
            family.push(guardian);
        }
    }
}

const CONTACTS: &str = "student_contacts.csv";

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
        let row = guardian_row(person, known);
        without_number += u64::from(row.phone.is_none());
        ids.insert(key, row.id);
        if plan.is_news(Noun::Guardian, known, &row) {
            plan.guardians.push(row);
        }
    }
    let mut note = |count: u64, text: &str| {
        if count > 0 {
            plan.report.notes.push(Note::new("users.csv", format!("has {count} guardians {text}")));
        }
    };
    note(without_number, "without a number that can be called");
    note(of_nobody, "of no student who is enrolled, left out");
    ids
}

fn guardian_row(person: &Person, known: Option<&GuardianRow>) -> GuardianRow {
    GuardianRow {
        id: guardian_id(known),
        sis_id: person.sourced_id.clone(),
        given_name: person.given.clone(),
        family_name: person.family.clone(),
        phone: usable(person.phone.as_deref()).or_else(|| usable(person.sms.as_deref())),
        language: person.language.clone().or_else(|| known?.language.clone()),
        active: true,
    }
}

type Pair = (StudentId, GuardianId);

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
            if plan.is_news(Noun::GuardianLink, known, &link) || changed.contains(&pair.1) {
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
fn link(
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
    let (mut ended, mut needed) = (Vec::new(), HashSet::new());
    for link in roster.stored.roster.links.iter().filter(|link| link.active) {
        match homes.get(&link.student_id) {
            Some(home) if !kept.contains(&(link.student_id, link.guardian_id)) => ended.push((*home, link)),
            _ => drop(needed.insert(link.guardian_id)),
        }
    }
    needed.extend(kept.iter().map(|(_, guardian)| *guardian));
    let lost: HashSet<GuardianId> = ended.iter().map(|(_, link)| link.guardian_id).collect();
    for guardian in roster.stored.roster.guardians.iter().filter(|guardian| guardian.active) {
        if lost.contains(&guardian.id) && !needed.contains(&guardian.id) {
            plan.report.withdrawn.count(Noun::Guardian);
            plan.guardians.push(GuardianRow { active: false, ..guardian.clone() });
        }
    }
    // A changed guardian has put the link into the plan already; what comes later holds.
    for (home, link) in ended {
        plan.report.withdrawn.count(Noun::GuardianLink);
        plan.links.push((home, GuardianLink { active: false, ..link.clone() }));
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
