//! Who belongs to whom, as the set has it. A guardian is who a student's `agentSourcedIds` or `student_contacts.csv`
//! names, or who names the student.

use std::collections::{HashMap, HashSet};

use daymark_sis_import::{Note, OneRoster, Person, Role, StudentContact};

use super::periods::by_key;
use super::problem;
use super::roster::Roster;
use crate::imports::report::{ImportReport, counted};

pub(super) const CONTACTS: &str = "student_contacts.csv";

/// Who belongs to whom, as the set has it.
pub(super) struct Families<'a> {
    /// In the order in which a student names them; each once.
    pub of_student: HashMap<&'a str, Vec<&'a Person>>,
    pub contacts: HashMap<(&'a str, &'a str), &'a StudentContact>,
    /// The rows of `student_contacts.csv` about a guardian, in their order.
    pub told: HashMap<&'a str, Vec<&'a StudentContact>>,
    /// Students with a contact row that could not be used.
    pub uncertain: HashSet<&'a str>,
}

impl<'a> Families<'a> {
    pub fn read(roster: &Roster<'a>, report: &mut ImportReport) -> Self {
        let set = roster.set;
        let people = by_key(set);
        let mut families = Self {
            of_student: HashMap::new(),
            contacts: HashMap::new(),
            told: HashMap::new(),
            uncertain: HashSet::new(),
        };
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
            let text = format!(
                "has ids in agentSourcedIds of people who are not in it, left out: {}",
                unknown.len()
            );
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
                    self.told.entry(contact).or_default().push(row);
                    self.add(student, person);
                }
            }
        }
        // No problem of the set: a school's list of contacts often goes on naming those who have left.
        if let Some(line) = of_strangers.first() {
            let rows = counted(of_strangers.len() as u64, "row");
            let text =
                format!("has {rows} of students who are not in users.csv (first line {line}), left out");
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
