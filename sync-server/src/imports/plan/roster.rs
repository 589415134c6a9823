//! A OneRoster set × what is stored.

use std::collections::{HashMap, HashSet};

use daymark_domain::{GuardianId, SchoolDay, SchoolId, StudentId};
use daymark_sis_import::{Demographics, Note, OneRoster, OrgKind, Person, Role};

use super::attributes::{changed, merged};
use super::enrollments::{EnrollmentChange, reconcile};
use super::periods::{Period, Periods};
use super::{delta, guardians, words};
use crate::auth::sha256;
use crate::imports::report::{Done, ImportKind, ImportReport, Noun};
use crate::store::imports::{
    EnrollmentRow, EnrollmentSource, GuardianLink, GuardianRow, SchoolRow, StoredRoster, StudentAttributes,
    StudentRow,
};

/// What is handed in: zone of new schools and the day there.
pub(in crate::imports) struct RosterRules<'a> {
    pub time_zone: &'a str,
    pub today: SchoolDay,
}

/// What a roster import writes, in this order. A student or guardian goes under the number of the school named.
pub(in crate::imports) struct RosterPlan {
    pub schools: Vec<SchoolRow>,
    pub students: Vec<(SchoolId, StudentRow)>,
    pub attributes: Vec<(StudentId, StudentAttributes)>,
    pub sources: Vec<(StudentId, Vec<EnrollmentSource>)>,
    pub enrollments: Vec<EnrollmentChange>,
    pub guardians: Vec<GuardianRow>,
    pub links: Vec<(SchoolId, GuardianLink)>,
    /// What withdrawals are measured against.
    pub before: Before,
    /// Enrollments that end without another of the same student's beginning.
    pub enrollments_lost: u64,
    pub report: ImportReport,
    school_keys: HashMap<SchoolId, String>,
    /// In a set of changes, the students whom they name; nobody else loses anything.
    named: Option<HashSet<String>>,
}

/// What there is of the set's schools before the import.
#[derive(Default)]
pub(in crate::imports) struct Before {
    pub students: u64,
    pub enrollments: u64,
    pub links: u64,
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
    attributes: HashMap<StudentId, &'a StudentAttributes>,
    sources: HashMap<StudentId, &'a Vec<EnrollmentSource>>,
    enrollments: HashMap<StudentId, Vec<EnrollmentRow>>,
}

impl<'a> Stored<'a> {
    pub fn of(roster: &'a StoredRoster) -> Self {
        let mut enrollments = HashMap::<_, Vec<_>>::new();
        for row in &roster.enrollments {
            enrollments.entry(row.student_id).or_default().push(*row);
        }
        Self {
            students: roster.students.iter().map(|row| (row.sis_id.as_str(), row)).collect(),
            guardians: roster.guardians.iter().map(|row| (row.sis_id.as_str(), row)).collect(),
            attributes: roster.attributes.iter().map(|(id, row)| (*id, row)).collect(),
            sources: roster.sources.iter().map(|(id, rows)| (*id, rows)).collect(),
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
    /// Decides what the set changes. A set of changes is completed by what is stored.
    pub fn new(stored: &StoredRoster, set: &mut OneRoster, rules: &RosterRules<'_>) -> Self {
        let report = read_report(set);
        let named = set.is_delta().then(|| delta::complete(set, stored, rules.today));
        let mut plan = Self::empty(report, named);
        plan.report.notes.clone_from(&set.notes);
        let schools = plan.schools(set, &stored.schools, rules.time_zone);
        let stored = Stored::of(stored);
        let periods = Periods::read(set, &schools, rules.today, &mut plan.report);
        let roster = plan.students(set, &stored, periods, &schools, rules.today);
        guardians::plan(&mut plan, &roster);
        plan
    }

    fn empty(report: ImportReport, named: Option<HashSet<String>>) -> Self {
        Self {
            schools: Vec::new(),
            students: Vec::new(),
            attributes: Vec::new(),
            sources: Vec::new(),
            enrollments: Vec::new(),
            guardians: Vec::new(),
            links: Vec::new(),
            before: Before::default(),
            enrollments_lost: 0,
            report,
            school_keys: HashMap::new(),
            named,
        }
    }

    /// The set's schools by their key. A school that the set does not name stays as it is.
    fn schools<'a>(
        &mut self,
        set: &'a OneRoster,
        stored: &[SchoolRow],
        time_zone: &str,
    ) -> HashMap<&'a str, SchoolId> {
        self.school_keys = stored.iter().map(|row| (row.id, row.sis_id.clone())).collect();
        let stored: HashMap<&str, &SchoolRow> = stored.iter().map(|row| (row.sis_id.as_str(), row)).collect();
        let mut schools = HashMap::new();
        for org in set.orgs.iter().filter(|org| org.active && org.kind == OrgKind::School) {
            let known = stored.get(org.sourced_id.as_str()).copied();
            let row = SchoolRow {
                id: known.map_or_else(|| school_id(&org.sourced_id), |known| known.id),
                sis_id: org.sourced_id.clone(),
                name: org.name.clone(),
                time_zone: known.map_or(time_zone, |known| &known.time_zone).to_owned(),
                negative_reporting: known
                    .map_or(org.negative_reporting.unwrap_or(true), |known| known.negative_reporting),
                recorded_through: known.and_then(|known| known.recorded_through),
            };
            schools.insert(org.sourced_id.as_str(), row.id);
            self.school_keys.insert(row.id, row.sis_id.clone());
            if self.is_news(Noun::School, known, &row, || row.sis_id.clone()) {
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
        let demographics = demographics(set);
        let covered: HashSet<SchoolId> = schools.values().copied().collect();
        let is_covered = |school: SchoolId| covered.contains(&school);
        let may_end = self.may_withdraw(set);
        let mut enrolled = HashMap::new();
        for person in set.people.iter().filter(|person| person.active && person.role == Role::Student) {
            let key = person.sourced_id.as_str();
            let Some(times) = periods.of(person, schools, &mut self.report) else { continue };
            let known = stored.students.get(key).copied();
            let about = demographics.get(key).copied();
            let row = student_row(person, known, about);
            let wanted: Vec<EnrollmentRow> = times.iter().map(|time| enrollment_row(row.id, time)).collect();
            let may_end_theirs = may_end && self.is_about(key) && !periods.uncertain.contains(key);
            let endings = may_end_theirs.then_some((today, &is_covered as &dyn Fn(SchoolId) -> bool));
            self.enroll(key, reconcile(stored.enrollments(row.id), &wanted, endings));
            let Some(home) = last_school(&times) else { continue };
            enrolled.insert(key, (row.id, home));
            if let Some(about) = about {
                self.describe(key, row.id, about, stored);
            }
            if !periods.uncertain.contains(key) {
                self.remember(row.id, periods.sources.remove(key).unwrap_or_default(), stored, schools);
            }
            if self.is_news(Noun::Student, known, &row, || words::student(known, &row)) {
                self.students.push((home, row));
            }
        }
        for row in stored.roster.students.iter().filter(|row| row.active) {
            let Some(home) = stored.home(row.id).filter(|home| is_covered(*home)) else { continue };
            self.before.students += 1;
            let key = row.sis_id.as_str();
            if may_end
                && self.is_about(key)
                && !enrolled.contains_key(key)
                && !periods.uncertain.contains(key)
            {
                self.report.change(Done::Withdrawn, Noun::Student, || key.to_owned());
                self.students.push((home, StudentRow { active: false, ..row.clone() }));
                self.enroll(key, reconcile(stored.enrollments(row.id), &[], Some((today, &is_covered))));
                self.remember(row.id, Vec::new(), stored, schools);
            }
        }
        let is_open = |row: &&EnrollmentRow| row.exit_day.is_none_or(|exit| exit > today.max(row.entry_day));
        let open = stored.roster.enrollments.iter().filter(is_open);
        self.before.enrollments = open.filter(|row| is_covered(row.school_id)).count() as u64;
        Roster { set, stored, enrolled, uncertain: periods.uncertain }
    }

    /// Whether the set says anything of the student by what it leaves out.
    fn is_about(&self, key: &str) -> bool {
        self.named.as_ref().is_none_or(|named| named.contains(key))
    }

    /// Nobody is withdrawn while a row that could not be read may be theirs. A set of changes leaves nobody out.
    fn may_withdraw(&mut self, set: &OneRoster) -> bool {
        if self.named.is_some() {
            return true;
        }
        let unread = set.files.iter().find(|file| {
            let who = ["orgs.csv", "users.csv", "roles.csv", "enrollments.csv"];
            file.bad_rows > 0 && who.contains(&file.file.as_str())
        });
        if let Some(file) = unread {
            let text =
                "has rows that could not be read, so nobody was withdrawn: they may stand in those rows";
            self.report.notes.push(Note::new(&file.file, text));
        }
        unread.is_none()
    }

    fn enroll(&mut self, key: &str, changes: Vec<EnrollmentChange>) {
        let (mut begun, mut ended) = (0_u64, 0_u64);
        for change in changes {
            let (done, row) = match change {
                EnrollmentChange::Keep => {
                    self.report.unchanged.count(Noun::Enrollment);
                    continue;
                }
                EnrollmentChange::Add(row) => (Done::Added, row),
                EnrollmentChange::Correct(_, row) => (Done::Corrected, row),
                EnrollmentChange::End(_, row) => (Done::Withdrawn, row),
            };
            begun += u64::from(done == Done::Added);
            ended += u64::from(done == Done::Withdrawn);
            let school = self.school_keys.get(&row.school_id).map_or("", String::as_str);
            self.report.change(done, Noun::Enrollment, || words::enrollment(key, school, &row));
            self.enrollments.push(change);
        }
        // One that moves to another school has lost nothing.
        self.enrollments_lost += ended.saturating_sub(begun);
    }

    /// Takes up what reports group by.
    fn describe(&mut self, key: &str, id: StudentId, about: &Demographics, stored: &Stored<'_>) {
        let said = StudentAttributes {
            sex: about.sex.map(|sex| sex.word().to_owned()),
            race_ethnicity: about.race_ethnicity().map(|race| race.word().to_owned()),
            ..StudentAttributes::default()
        };
        if said == StudentAttributes::default() {
            return;
        }
        let unknown = StudentAttributes::default();
        let known = stored.attributes.get(&id).copied().unwrap_or(&unknown);
        let now = merged(known, said);
        let fields = changed(known, &now);
        let known = Some(known).filter(|known| **known != unknown);
        if self.is_news(Noun::Attributes, known, &now, || format!("{key}: {}", fields.join(", "))) {
            self.attributes.push((id, now));
        }
    }

    /// Keeps the rows that made the student's enrollments, and those of schools that the set does not name.
    fn remember(
        &mut self,
        id: StudentId,
        mut rows: Vec<EnrollmentSource>,
        stored: &Stored<'_>,
        schools: &HashMap<&str, SchoolId>,
    ) {
        let known = stored.sources.get(&id).map_or(&[][..], |rows| rows.as_slice());
        rows.extend(known.iter().filter(|row| !schools.contains_key(row.school.as_str())).cloned());
        if rows.iter().all(|row| row.sourced_id.is_empty()) {
            rows.clear();
        }
        rows.sort_by(|a, b| (&a.school, &a.sourced_id, a.entry).cmp(&(&b.school, &b.sourced_id, b.entry)));
        if rows != known {
            self.sources.push((id, rows));
        }
    }

    /// Counts the row as added, corrected or unchanged; whether it must be written.
    pub(super) fn is_news<T: PartialEq>(
        &mut self,
        noun: Noun,
        stored: Option<&T>,
        row: &T,
        words: impl FnOnce() -> String,
    ) -> bool {
        match stored {
            Some(stored) if stored == row => {
                self.report.unchanged.count(noun);
                return false;
            }
            None => self.report.change(Done::Added, noun, words),
            Some(_) => self.report.change(Done::Corrected, noun, words),
        }
        true
    }
}

/// What the reading alone has to report; its notes are taken up when the set is complete.
fn read_report(set: &OneRoster) -> ImportReport {
    let mut report = ImportReport::new(ImportKind::OneRoster);
    report.rows = set.files.iter().map(|file| file.rows + file.bad_rows).sum();
    report.rows_skipped = set.bad_rows();
    report.problems = set.problems.clone();
    report.problems_unlisted = set.problems_unlisted;
    report
}

/// Where the export says nothing about a preferred name or birth date, what is stored stays: another source may know.
fn student_row(person: &Person, known: Option<&StudentRow>, about: Option<&Demographics>) -> StudentRow {
    StudentRow {
        id: known.map_or_else(StudentId::random, |known| known.id),
        sis_id: person.sourced_id.clone(),
        given_name: person.given.clone(),
        middle_name: person.middle.clone(),
        family_name: person.family.clone(),
        preferred_name: person.preferred.clone().or_else(|| known?.preferred_name.clone()),
        birth_day: about.and_then(|about| about.birth_date).or_else(|| known?.birth_day),
        grade: person.grade.clone(),
        active: true,
    }
}

/// The id of a new school follows from the export's own key: where a day belongs to one of two schools by their ids
/// alone, the same files give the same figures in every database.
fn school_id(sis_id: &str) -> SchoolId {
    let digest = sha256(sis_id.as_bytes());
    SchoolId::from_bytes(std::array::from_fn(|place| digest[place]))
}

/// The id that a guardian has or gets.
pub(super) fn guardian_id(known: Option<&GuardianRow>) -> GuardianId {
    known.map_or_else(GuardianId::random, |known| known.id)
}

fn demographics(set: &OneRoster) -> HashMap<&str, &Demographics> {
    let active = set.demographics.iter().filter(|row| row.active);
    active.map(|row| (row.sourced_id.as_str(), row)).collect()
}

fn enrollment_row(student_id: StudentId, period: &Period) -> EnrollmentRow {
    EnrollmentRow { student_id, school_id: period.school_id, entry_day: period.entry, exit_day: period.exit }
}

fn last_school(periods: &[Period]) -> Option<SchoolId> {
    let latest = |period: &&Period| (period.exit.is_none(), period.exit, period.entry);
    periods.iter().max_by_key(latest).map(|period| period.school_id)
}
