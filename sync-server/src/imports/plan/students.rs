//! What a file says of students' groups × what is stored.

use std::collections::HashMap;

use daymark_domain::StudentId;
use daymark_sis_import as sis;

use super::attributes::{changed, merged};
use super::problem;
use crate::imports::apply::file_rows::FileRows;
use crate::imports::report::{Done, ImportKind, ImportReport, Noun};
use crate::store::imports::StudentAttributes;

pub(in crate::imports) type StudentsFile = FileRows<sis::StudentAttributes>;

/// What a students import writes.
pub(in crate::imports) struct StudentsPlan {
    pub attributes: Vec<(StudentId, StudentAttributes)>,
    pub report: ImportReport,
}

impl StudentsPlan {
    pub fn new(
        keys: &[(String, StudentId)],
        stored: Vec<(StudentId, StudentAttributes)>,
        file: &StudentsFile,
    ) -> Self {
        let mut plan = Self { attributes: Vec::new(), report: file.report(ImportKind::Students) };
        let keys: HashMap<&str, StudentId> = keys.iter().map(|(key, id)| (key.as_str(), *id)).collect();
        let stored: HashMap<StudentId, StudentAttributes> = stored.into_iter().collect();
        for row in &file.rows {
            match keys.get(row.student_id.as_str()) {
                Some(id) => plan.student(*id, row, stored.get(id).unwrap_or(&StudentAttributes::default())),
                None => {
                    let expected = "the id of a student who is here; import the OneRoster set first";
                    let unknown = problem(file.name(), row.line, "student_id", &row.student_id, expected);
                    plan.report.skip_row(unknown);
                }
            }
        }
        plan
    }

    fn student(&mut self, id: StudentId, row: &sis::StudentAttributes, known: &StudentAttributes) {
        let now = merged(known, said(row));
        let fields = changed(known, &now);
        if fields.is_empty() {
            self.report.unchanged.count(Noun::Attributes);
            return;
        }
        let done = if *known == StudentAttributes::default() { Done::Added } else { Done::Corrected };
        self.report.change(done, Noun::Attributes, || format!("{}: {}", row.student_id, fields.join(", ")));
        self.attributes.push((id, now));
    }
}

fn said(row: &sis::StudentAttributes) -> StudentAttributes {
    StudentAttributes {
        sex: None,
        race_ethnicity: None,
        english_learner: row.english_learner,
        special_education: row.special_education,
        section_504: row.section_504,
        lunch: row.lunch.map(|lunch| lunch.word().to_owned()),
        homeless: row.homeless,
        foster: row.foster,
        zip: row.zip.clone(),
        home_language: row.home_language.clone(),
    }
}
