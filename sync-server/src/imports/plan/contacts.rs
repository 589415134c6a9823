//! A file of contacts by itself × what is stored: it tells what known guardians are to known students. It ends nobody;
//! who is no longer somebody's guardian is for the roster to say.

use std::collections::{HashMap, HashSet};

use daymark_domain::{GuardianId, SchoolId};
use daymark_sis_import::{Note, Role, StudentContact};

use super::guardians::{Pair, link, with_hand_set};
use super::phone::usable;
use super::roster::Stored;
use super::{problem, words};
use crate::imports::apply::file_rows::FileRows;
use crate::imports::report::{Done, ImportKind, ImportReport, Noun, counted};
use crate::store::imports::{GuardianLink, GuardianRow, StoredRoster};

pub(in crate::imports) type ContactsFile = FileRows<StudentContact>;

/// What a contacts import writes; a link goes under the number of the school named.
pub(in crate::imports) struct ContactsPlan {
    pub guardians: Vec<GuardianRow>,
    pub links: Vec<(SchoolId, GuardianLink)>,
    pub report: ImportReport,
}

/// A row whose student and guardian are known.
struct Known<'a> {
    row: &'a StudentContact,
    guardian: &'a GuardianRow,
    pair: Pair,
    home: SchoolId,
}

impl ContactsPlan {
    pub fn new(roster: &StoredRoster, file: &ContactsFile) -> Self {
        let mut plan =
            Self { guardians: Vec::new(), links: Vec::new(), report: file.report(ImportKind::Contacts) };
        let stored = Stored::of(roster);
        let known = plan.known(&stored, file);
        let changed = plan.plan_guardians(roster, &known);
        plan.plan_links(roster, &known, &changed);
        plan
    }

    fn known<'a>(&mut self, stored: &Stored<'a>, file: &'a ContactsFile) -> Vec<Known<'a>> {
        let (mut known, mut of_strangers) = (Vec::new(), Vec::new());
        for row in &file.rows {
            let student = stored.students.get(row.student_id.as_str()).filter(|student| student.active);
            let guardian = stored.guardians.get(row.contact_id.as_str()).copied();
            match (student.and_then(|student| Some((student, stored.home(student.id)?))), guardian) {
                (Some((student, home)), Some(guardian)) if guardian.active => {
                    known.push(Known { row, guardian, pair: (student.id, guardian.id), home });
                }
                (Some(_), None) => {
                    let expected = "the id of a guardian who is here; import the OneRoster set first";
                    let unknown = problem(file.name(), row.line, "contact_id", &row.contact_id, expected);
                    self.report.skip_row(unknown);
                }
                _ => of_strangers.push(row.line),
            }
        }
        // No problem: a school's list of contacts often goes on naming those who have left.
        if let Some(line) = of_strangers.first() {
            let rows = counted(of_strangers.len() as u64, "row");
            let text =
                format!("has {rows} of students or guardians who are not here (first line {line}), left out");
            self.report.notes.push(Note::new(file.name(), text));
        }
        known
    }

    /// A guardian's number and language, from the first row that has them.
    fn plan_guardians(&mut self, roster: &StoredRoster, known: &[Known<'_>]) -> HashSet<GuardianId> {
        let mut rows = HashMap::<GuardianId, Vec<&Known<'_>>>::new();
        for known in known {
            rows.entry(known.guardian.id).or_default().push(known);
        }
        let mut changed = HashSet::new();
        for guardian in &roster.guardians {
            let Some(rows) = rows.get(&guardian.id) else { continue };
            let phone = rows.iter().find_map(|known| usable(known.row.phone.as_deref()));
            let language = rows.iter().find_map(|known| known.row.language.clone());
            let now = GuardianRow {
                phone: phone.or_else(|| guardian.phone.clone()),
                language: language.or_else(|| guardian.language.clone()),
                ..guardian.clone()
            };
            let now = with_hand_set(now, Some(guardian), &roster.hand_set);
            if now != *guardian {
                self.report.change(Done::Corrected, Noun::Guardian, || words::guardian(Some(guardian), &now));
                changed.insert(now.id);
                self.guardians.push(now);
            }
        }
        changed
    }

    /// Phones learn of a guardian by the links, which alone carry a number of the log.
    fn plan_links(&mut self, roster: &StoredRoster, known: &[Known<'_>], changed: &HashSet<GuardianId>) {
        let stored: HashMap<Pair, &GuardianLink> =
            roster.links.iter().map(|link| ((link.student_id, link.guardian_id), link)).collect();
        for Known { row, pair, home, .. } in known {
            let before = stored.get(pair).copied();
            let now = link(*pair, Role::Guardian, Some(row), before);
            let words = || words::link(&row.student_id, &row.contact_id, before, &now);
            match before {
                Some(before) if *before == now => {
                    self.report.unchanged.count(Noun::GuardianLink);
                    if !changed.contains(&pair.1) {
                        continue;
                    }
                }
                Some(_) => self.report.change(Done::Corrected, Noun::GuardianLink, words),
                None => self.report.change(Done::Added, Noun::GuardianLink, words),
            }
            self.links.push((*home, now));
        }
        self.touch_other_children(roster, changed);
    }

    /// A changed guardian's children whom the file does not name.
    fn touch_other_children(&mut self, roster: &StoredRoster, changed: &HashSet<GuardianId>) {
        let planned: HashSet<Pair> =
            self.links.iter().map(|(_, link)| (link.student_id, link.guardian_id)).collect();
        let stored = Stored::of(roster);
        for link in roster.links.iter().filter(|link| link.active && changed.contains(&link.guardian_id)) {
            let is_planned = planned.contains(&(link.student_id, link.guardian_id));
            if let Some(home) = stored.home(link.student_id).filter(|_| !is_planned) {
                self.links.push((home, link.clone()));
            }
        }
    }
}
