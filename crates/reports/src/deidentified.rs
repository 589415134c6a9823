//! A report of students that names none of them (`domain.md` R14): another name for each, the same all through one file and
//! another one in the next, no words that people wrote, and no grade that only a few share.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::face::{FaceError, Faces};
use crate::facts::Facts;
use crate::table::Table;

/// Who stands in a row, and by what they could be known.
const STUDENT: &str = "student_id";
const SCHOOL: &str = "school_id";
const GRADE: &str = "grade";

/// How many students there are of a school and grade.
type Shared = BTreeMap<(String, String), u32>;

impl Facts {
    /// With another key for each student, and in the order of those keys. What people wrote goes: it may name somebody.
    pub fn under_pseudonyms(self, of: &dyn Fn(&str) -> String) -> Self {
        let mut facts = self.without_texts();
        facts.students.iter_mut().for_each(|student| student.sis_id = of(&student.sis_id));
        facts.students.sort_by(|a, b| a.sis_id.cmp(&b.sis_id));
        facts.matches.iter_mut().for_each(|matched| matched.student_sis_id = of(&matched.student_sis_id));
        facts.matches.sort_by(|a, b| {
            (&a.student_sis_id, a.start, a.mentor_id).cmp(&(&b.student_sis_id, b.start, b.mentor_id))
        });
        facts.team.referrals.iter_mut().for_each(|of_one| of_one.student_sis_id = of(&of_one.student_sis_id));
        let decisions = facts.team.decisions.iter_mut().map(|decision| &mut decision.student_sis_id);
        let actions = facts.team.actions.iter_mut().map(|action| &mut action.student_sis_id);
        for key in decisions.chain(actions).flatten() {
            *key = of(key);
        }
        facts
    }
}

impl Faces {
    /// Without the grade of a student who shares it with fewer than so many of the school in the same file.
    pub fn without_small_cells(self, minimum: u32) -> Result<Self, FaceError> {
        let mut table = Table::read(&self.csv)?;
        let columns = [STUDENT, SCHOOL, GRADE].map(|name| table.header().iter().position(|at| at == name));
        let [Some(_), school, Some(grade)] = columns else { return Ok(self) };
        let group = |row: &[String]| {
            let school = school.and_then(|at| row.get(at)).cloned().unwrap_or_default();
            (school, row.get(grade).cloned().unwrap_or_default())
        };
        let mut shared = Shared::new();
        for row in table.rows() {
            *shared.entry(group(row)).or_default() += 1;
        }
        let is_small = |of: &(String, String)| shared.get(of).is_none_or(|count| *count < minimum);
        table.blank(grade, |row| is_small(&group(row)));
        let mut json: Value = serde_json::from_slice(&self.json)?;
        blank_grades(&mut json, &mut String::new(), &is_small);
        let mut bytes = serde_json::to_vec_pretty(&json)?;
        bytes.push(b'\n');
        Ok(Self { json: bytes, csv: table.csv()? })
    }
}

/// In each object that is about a student; its school stands in it or further out.
fn blank_grades(json: &mut Value, school: &mut String, is_small: &dyn Fn(&(String, String)) -> bool) {
    match json {
        Value::Array(items) => {
            items.iter_mut().for_each(|item| blank_grades(item, &mut school.clone(), is_small))
        }
        Value::Object(fields) => {
            if let Some(Value::String(here)) = fields.get(SCHOOL) {
                school.clone_from(here);
            }
            if fields.contains_key(STUDENT)
                && let Some(grade) = fields.get_mut(GRADE)
                && is_small(&(school.clone(), grade.as_str().unwrap_or_default().to_owned()))
            {
                *grade = Value::Null;
            }
            fields.iter_mut().for_each(|(_, field)| blank_grades(field, school, is_small));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faces() -> Faces {
        let mut table = Table::new(&["student_id", "school_id", "grade"]);
        let mut rows = Vec::new();
        for n in 0..12 {
            let grade = if n < 11 { "07" } else { "08" };
            table.row(vec![format!("S-{n}"), "42".to_owned(), grade.to_owned()]);
            rows.push(
                serde_json::json!({ "student_id": format!("S-{n}"), "school_id": "42", "grade": grade }),
            );
        }
        let json = serde_json::to_vec_pretty(&serde_json::json!({ "students": rows })).unwrap();
        Faces { json, csv: table.csv().unwrap() }
    }

    #[test]
    fn a_grade_that_few_share_is_not_said_and_one_that_many_share_is() {
        let made = faces().without_small_cells(10).unwrap();
        let csv = String::from_utf8(made.csv).unwrap();
        assert_eq!((csv.matches(",07").count(), csv.matches("08").count()), (11, 0), "{csv}");
        assert!(csv.ends_with("S-11,42,\n"), "{csv}");
        let json = String::from_utf8(made.json).unwrap();
        assert_eq!((json.matches("\"07\"").count(), json.matches("\"08\"").count()), (11, 0), "{json}");
    }

    #[test]
    fn a_table_without_students_stays_as_it_is() {
        let table = Table::new(&["school_id", "grade"]).csv().unwrap();
        let faces = Faces { json: b"{}\n".to_vec(), csv: table };
        assert_eq!(faces.clone().without_small_cells(10).unwrap(), faces);
    }
}
