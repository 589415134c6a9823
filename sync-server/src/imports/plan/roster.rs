//! A OneRoster set × what is stored.

use std::collections::{HashMap, HashSet};

use daymark_domain::{GuardianId, SchoolDay, SchoolId, StudentId};
use daymark_sis_import::{Note, OneRoster, OrgKind, Person, Role};

use super::enrollments::{EnrollmentChange, reconcile};
use super::guardians;
use super::periods::{Period, Periods};
use crate::imports::report::{ImportKind, ImportReport, Noun};
use crate::store::imports::{EnrollmentRow, GuardianLink, GuardianRow, SchoolRow, StoredRoster, StudentRow};

/// What is handed in: zone of new schools and the day there.
pub(in crate::imports) struct RosterRules<'a> {
    pub time_zone: &'a str,
    pub today: SchoolDay,
}

/// What a roster import writes, in this order. A student or guardian goes under the number of the school named.
pub(in crate::imports) struct RosterPlan {
    pub schools: Vec<SchoolRow>,
    pub students: Vec<(SchoolId, StudentRow)>,
    pub enrollments: Vec<EnrollmentChange>,
    pub guardians: Vec<GuardianRow>,
    pub links: Vec<(SchoolId, GuardianLink)>,
    /// Active students of the set's schools before the import: what withdrawals are measured against.
    pub active_before: u64,
    pub report: ImportReport,
}

/// The set, and what is known of whom it leaves out.
pub(super) struct Roster<'a> {
    pub set: &'a OneRoster,
    pub stored: &'a Stored<'a>,
    /// The set's students who are in a school, by their key.
    pub enrolled: HashMap<&'a str, (StudentId, SchoolId)>,
    /// Whose missing rows prove nothing, since one of theirs could not be used.
    pub uncertain: HashSet<&'a str>,
}

/// What is stored, by key.
pub(super) struct Stored<'a> {
    pub roster: &'a StoredRoster,
    pub students: HashMap<&'a str, &'a StudentRow>,
    pub guardians: HashMap<&'a str, &'a GuardianRow>,
    enrollments: HashMap<StudentId, Vec<EnrollmentRow>>,
}

impl<'a> Stored<'a> {
    fn of(roster: &'a StoredRoster) -> Self {
        let mut enrollments = HashMap::<_, Vec<_>>::new();
        for row in &roster.enrollments {
            enrollments.entry(row.student_id).or_default().push(*row);
        }
        Self {
            students: roster.students.iter().map(|row| (row.sis_id.as_str(), row)).collect(),
            guardians: roster.guardians.iter().map(|row| (row.sis_id.as_str(), row)).collect(),
            roster,
            enrollments,
        }
    }

    fn enrollments(&self, student: StudentId) -> &[EnrollmentRow] {
        self.enrollments.get(&student).map_or(&[], Vec::as_slice)
    }

    /// The school that the student was last enrolled in.
    pub fn home(&self, student: StudentId) -> Option<SchoolId> {
        let latest = |row: &&EnrollmentRow| (row.exit_day.is_none(), row.exit_day, row.entry_day);
        self.enrollments(student).iter().max_by_key(latest).map(|row| row.school_id)
    }
}

impl RosterPlan {
    pub fn new(stored: &StoredRoster, set: &OneRoster, rules: &RosterRules<'_>) -> Self {
        let mut plan = Self::empty(set);
        let schools = plan.schools(set, &stored.schools, rules.time_zone);
        let stored = Stored::of(stored);
        let periods = Periods::read(set, &schools, rules.today, &mut plan.report);
        let roster = plan.students(set, &stored, periods, &schools, rules.today);
        guardians::plan(&mut plan, &roster);
        plan
    }

    fn empty(set: &OneRoster) -> Self {
        let mut report = ImportReport::new(ImportKind::OneRoster);
        report.rows = set.files.iter().map(|file| file.rows + file.bad_rows).sum();
        report.rows_skipped = set.bad_rows();
        report.problems = set.problems.clone();
        report.problems_unlisted = set.problems_unlisted;
        report.notes = set.notes.clone();
        Self {
            schools: Vec::new(),
            students: Vec::new(),
            enrollments: Vec::new(),
            guardians: Vec::new(),
            links: Vec::new(),
            active_before: 0,
            report,
        }
    }

    /// The set's schools by their key. A school that the set does not name stays as it is.
    fn schools<'a>(
        &mut self,
        set: &'a OneRoster,
        stored: &[SchoolRow],
        time_zone: &str,
    ) -> HashMap<&'a str, SchoolId> {
        let stored: HashMap<&str, &SchoolRow> = stored.iter().map(|row| (row.sis_id.as_str(), row)).collect();
        let mut schools = HashMap::new();
        for org in set.orgs.iter().filter(|org| org.active && org.kind == OrgKind::School) {
            let known = stored.get(org.sourced_id.as_str());
            let row = SchoolRow {
                id: known.map_or_else(SchoolId::random, |known| known.id),
                sis_id: org.sourced_id.clone(),
                name: org.name.clone(),
                time_zone: known.map_or(time_zone, |known| &known.time_zone).to_owned(),
                negative_reporting: known.is_none_or(|known| known.negative_reporting),
                recorded_through: known.and_then(|known| known.recorded_through),
            };
            schools.insert(org.sourced_id.as_str(), row.id);
            if self.is_news(Noun::School, known.copied(), &row) {
                self.schools.push(row);
            }
        }
        schools
    }

    fn students<'a>(
        &mut self,
        set: &'a OneRoster,
        stored: &'a Stored<'a>,
        mut periods: Periods<'a>,
        schools: &HashMap<&str, SchoolId>,
        today: SchoolDay,
    ) -> Roster<'a> {
        let birth_days = birth_days(set);
        let covered: HashSet<SchoolId> = schools.values().copied().collect();
        let is_covered = |school: SchoolId| covered.contains(&school);
        let may_end = self.may_withdraw(set);
        let mut enrolled = HashMap::new();
        for person in set.people.iter().filter(|person| person.active && person.role == Role::Student) {
            let key = person.sourced_id.as_str();
            let Some(times) = periods.of(person, schools, &mut self.report) else { continue };
            let known = stored.students.get(key).copied();
            let row = student_row(person, known, birth_days.get(key).copied());
            let wanted: Vec<EnrollmentRow> = times.iter().map(|time| enrollment_row(row.id, time)).collect();
            let may_end_theirs = may_end && !periods.uncertain.contains(key);
            let endings = may_end_theirs.then_some((today, &is_covered as &dyn Fn(SchoolId) -> bool));
            self.enroll(reconcile(stored.enrollments(row.id), &wanted, endings));
            let Some(home) = last_school(&times) else { continue };
            enrolled.insert(key, (row.id, home));
            if self.is_news(Noun::Student, known, &row) {
                self.students.push((home, row));
            }
        }
        for row in stored.roster.students.iter().filter(|row| row.active) {
            let Some(home) = stored.home(row.id).filter(|home| is_covered(*home)) else { continue };
            self.active_before += 1;
            let key = row.sis_id.as_str();
            if may_end && !enrolled.contains_key(key) && !periods.uncertain.contains(key) {
                self.report.withdrawn.count(Noun::Student);
                self.students.push((home, StudentRow { active: false, ..row.clone() }));
                self.enroll(reconcile(stored.enrollments(row.id), &[], Some((today, &is_covered))));
            }
        }
        Roster { set, stored, enrolled, uncertain: periods.uncertain }
    }

    /// Nobody is withdrawn while a row that could not be read may be theirs.
    fn may_withdraw(&mut self, set: &OneRoster) -> bool {
        let unread = set.files.iter().find(|file| {
            file.bad_rows > 0 && ["orgs.csv", "users.csv", "enrollments.csv"].contains(&file.file.as_str())
        });
        if let Some(file) = unread {
            let text =
                "has rows that could not be read, so nobody was withdrawn: they may stand in those rows";
            self.report.notes.push(Note::new(&file.file, text));
        }
        unread.is_none()
    }

    fn enroll(&mut self, changes: Vec<EnrollmentChange>) {
        for change in changes {
            let tally = match change {
                EnrollmentChange::Add(_) => &mut self.report.added,
                EnrollmentChange::Correct(..) => &mut self.report.corrected,
                EnrollmentChange::End(..) => &mut self.report.withdrawn,
                EnrollmentChange::Keep => &mut self.report.unchanged,
            };
            tally.count(Noun::Enrollment);
            if change != EnrollmentChange::Keep {
                self.enrollments.push(change);
            }
        }
    }

    /// Counts the row as added, corrected or unchanged; whether it must be written.
    pub(super) fn is_news<T: PartialEq>(&mut self, noun: Noun, stored: Option<&T>, row: &T) -> bool {
        let (tally, is_news) = match stored {
            None => (&mut self.report.added, true),
            Some(stored) if stored == row => (&mut self.report.unchanged, false),
            Some(_) => (&mut self.report.corrected, true),
        };
        tally.count(noun);
        is_news
    }
}

/// Where the export says nothing about a preferred name or birth date, what is stored stays: another source may know.
fn student_row(person: &Person, known: Option<&StudentRow>, birth_day: Option<SchoolDay>) -> StudentRow {
    StudentRow {
        id: known.map_or_else(StudentId::random, |known| known.id),
        sis_id: person.sourced_id.clone(),
        given_name: person.given.clone(),
        middle_name: person.middle.clone(),
        family_name: person.family.clone(),
        preferred_name: person.preferred.clone().or_else(|| known?.preferred_name.clone()),
        birth_day: birth_day.or_else(|| known?.birth_day),
        grade: person.grade.clone(),
        active: true,
    }
}

/// The id that a guardian has or gets.
pub(super) fn guardian_id(known: Option<&GuardianRow>) -> GuardianId {
    known.map_or_else(GuardianId::random, |known| known.id)
}

fn birth_days(set: &OneRoster) -> HashMap<&str, SchoolDay> {
    let active = set.demographics.iter().filter(|row| row.active);
    active.filter_map(|row| Some((row.sourced_id.as_str(), row.birth_date?))).collect()
}

fn enrollment_row(student_id: StudentId, period: &Period) -> EnrollmentRow {
    EnrollmentRow { student_id, school_id: period.school_id, entry_day: period.entry, exit_day: period.exit }
}

fn last_school(periods: &[Period]) -> Option<SchoolId> {
    let latest = |period: &&Period| (period.exit.is_none(), period.exit, period.entry);
    periods.iter().max_by_key(latest).map(|period| period.school_id)
}
