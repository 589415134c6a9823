//! A set of changes, completed by what is stored: the plan then reads it like a whole set, and only those whom the changes
//! name can lose anything.
//!
//! What is stored stands behind the changes row by row. A student's classes are those that earlier files had
//! ([`EnrollmentSource`]), so that one class that ends does not end the school. A guardian stays until the guardian or
//! the student is to be deleted: a student's row that names other guardians adds them and ends none.

use std::collections::{HashMap, HashSet};

use daymark_domain::{SchoolDay, SchoolId, StudentId};
use daymark_sis_import::{EnrollmentRow, Note, OneRoster, Org, OrgKind, Person, Role};

use crate::store::imports::{EnrollmentSource, GuardianRow, StoredRoster, StudentRow};

/// Completes the set; the keys of the students whom its changes name.
pub(super) fn complete(set: &mut OneRoster, stored: &StoredRoster, today: SchoolDay) -> HashSet<String> {
    settle_roles(set, stored);
    let mut named: HashSet<String> = set.people.iter().map(|person| person.sourced_id.clone()).collect();
    named.extend(set.enrollments.iter().map(|row| row.user.clone()));
    complete_enrollments(set, stored, today);
    complete_people(set, stored);
    complete_orgs(set, stored);
    set.notes
        .push(Note::new("manifest.csv", "says that the set holds changes only: whoever is not in it stays"));
    named
}

/// A change of OneRoster 1.2 may come without its role: the person is then what they were.
fn settle_roles(set: &mut OneRoster, stored: &StoredRoster) {
    let students: HashSet<&str> = stored.students.iter().map(|row| row.sis_id.as_str()).collect();
    let guardians: HashSet<&str> = stored.guardians.iter().map(|row| row.sis_id.as_str()).collect();
    for person in set.people.iter_mut().filter(|person| person.role == Role::Unstated) {
        let key = person.sourced_id.as_str();
        if students.contains(key) {
            person.role = Role::Student;
        } else if guardians.contains(key) {
            person.role = Role::Guardian;
        }
    }
}

/// A student's stored rows, where the changes have none of that key. Who came to a school without any row of
/// `enrollments.csv` has one row without a key for each time there.
fn complete_enrollments(set: &mut OneRoster, stored: &StoredRoster, today: SchoolDay) {
    let schools: HashMap<SchoolId, &str> =
        stored.schools.iter().map(|row| (row.id, row.sis_id.as_str())).collect();
    let with_rows = stored.sources.iter().filter(|(_, rows)| !rows.is_empty());
    let sources: HashMap<StudentId, &Vec<EnrollmentSource>> =
        with_rows.map(|(id, rows)| (*id, rows)).collect();
    let mut by_student = HashMap::<StudentId, Vec<EnrollmentSource>>::new();
    for row in &stored.enrollments {
        if !sources.contains_key(&row.student_id)
            && let Some(school) = schools.get(&row.school_id)
        {
            by_student.entry(row.student_id).or_default().push(EnrollmentSource {
                sourced_id: String::new(),
                school: (*school).to_owned(),
                entry: row.entry_day,
                exit: row.exit_day,
            });
        }
    }
    let told: HashSet<String> = set.enrollments.iter().map(|row| row.sourced_id.clone()).collect();
    let moved = moved(set, stored);
    for student in stored.students.iter().filter(|student| student.active) {
        if let Some(rows) = sources.get(&student.id) {
            let rest = rows.iter().filter(|row| row.sourced_id.is_empty() || !told.contains(&row.sourced_id));
            set.enrollments.extend(rest.map(|row| enrollment(student, row)));
        } else if let Some(rows) = by_student.remove(&student.id) {
            let rows = match moved.get(&student.sis_id) {
                Some(schools) => after_move(rows, schools, today),
                None => rows,
            };
            set.enrollments.extend(rows.iter().map(|row| enrollment(student, row)));
        }
    }
}

/// A student's times in schools, when a change names the schools of today: the others end, a new one begins.
fn after_move(
    mut rows: Vec<EnrollmentSource>,
    schools: &[String],
    today: SchoolDay,
) -> Vec<EnrollmentSource> {
    let is_past = |row: &EnrollmentSource| row.exit.is_some_and(|exit| exit <= today);
    rows.retain(|row| is_past(row) || schools.contains(&row.school));
    for school in schools {
        if !rows.iter().any(|row| row.school == *school && !is_past(row)) {
            let (sourced_id, school) = (String::new(), school.clone());
            rows.push(EnrollmentSource { sourced_id, school, entry: today, exit: None });
        }
    }
    rows
}

/// The schools that the changes name for a student, if they name any.
fn moved(set: &OneRoster, stored: &StoredRoster) -> HashMap<String, Vec<String>> {
    let of_set = set.orgs.iter().filter(|org| org.kind == OrgKind::School).map(|org| &org.sourced_id);
    let schools: HashSet<&String> = of_set.chain(stored.schools.iter().map(|row| &row.sis_id)).collect();
    let mut moved = HashMap::new();
    for person in set.people.iter().filter(|person| person.role == Role::Student) {
        let to: Vec<String> = person.school_ids.iter().filter(|id| schools.contains(id)).cloned().collect();
        if !to.is_empty() {
            moved.insert(person.sourced_id.clone(), to);
        }
    }
    moved
}

fn enrollment(student: &StudentRow, row: &EnrollmentSource) -> EnrollmentRow {
    EnrollmentRow {
        line: 0,
        sourced_id: row.sourced_id.clone(),
        user: student.sis_id.clone(),
        school: row.school.clone(),
        begin: Some(row.entry),
        end: row.exit,
        role: Role::Student,
        active: true,
    }
}

fn complete_people(set: &mut OneRoster, stored: &StoredRoster) {
    let keys: HashMap<StudentId, &str> =
        stored.students.iter().map(|row| (row.id, row.sis_id.as_str())).collect();
    let mut children = HashMap::<_, Vec<String>>::new();
    for link in stored.links.iter().filter(|link| link.active) {
        if let Some(student) = keys.get(&link.student_id) {
            children.entry(link.guardian_id).or_default().push((*student).to_owned());
        }
    }
    let mut told: HashMap<String, usize> =
        set.people.iter().enumerate().map(|(place, person)| (person.sourced_id.clone(), place)).collect();
    for row in stored.guardians.iter().filter(|row| row.active) {
        let children = children.remove(&row.id).unwrap_or_default();
        match told.remove(&row.sis_id) {
            Some(place) => set.people[place].agent_ids.extend(children),
            None => set.people.push(guardian(row, children)),
        }
    }
    let students = stored.students.iter().filter(|row| row.active && !told.contains_key(&row.sis_id));
    set.people.extend(students.map(student));
}

fn student(row: &StudentRow) -> Person {
    Person {
        given: row.given_name.clone(),
        family: row.family_name.clone(),
        middle: row.middle_name.clone(),
        preferred: row.preferred_name.clone(),
        grade: row.grade.clone(),
        ..person(&row.sis_id, Role::Student)
    }
}

fn guardian(row: &GuardianRow, children: Vec<String>) -> Person {
    Person {
        given: row.given_name.clone(),
        family: row.family_name.clone(),
        phone: row.phone.clone(),
        language: row.language.clone(),
        agent_ids: children,
        ..person(&row.sis_id, Role::Guardian)
    }
}

fn person(sourced_id: &str, role: Role) -> Person {
    Person {
        line: 0,
        sourced_id: sourced_id.to_owned(),
        role,
        given: String::new(),
        family: String::new(),
        middle: None,
        preferred: None,
        school_ids: Vec::new(),
        grade: None,
        phone: None,
        sms: None,
        email: None,
        language: None,
        agent_ids: Vec::new(),
        active: true,
    }
}

/// A school that is to be deleted stays until its students have left: a set of changes does not empty a school.
fn complete_orgs(set: &mut OneRoster, stored: &StoredRoster) {
    set.orgs.retain(|org| org.active || org.kind != OrgKind::School);
    let told: HashSet<String> = set.orgs.iter().map(|org| org.sourced_id.clone()).collect();
    for row in stored.schools.iter().filter(|row| !told.contains(&row.sis_id)) {
        set.orgs.push(Org {
            sourced_id: row.sis_id.clone(),
            name: row.name.clone(),
            kind: OrgKind::School,
            parent: None,
            negative_reporting: None,
            active: true,
        });
    }
}
