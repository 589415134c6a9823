//! Changes in words, by the export's keys: which fields, never whose name or number.

use crate::store::imports::{EnrollmentRow, GuardianLink, GuardianRow, StudentRow};

/// `007: grade 09 → 10, family name`.
pub(super) fn student(known: Option<&StudentRow>, row: &StudentRow) -> String {
    let Some(known) = known else { return row.sis_id.clone() };
    let grade = |row: &StudentRow| row.grade.clone().unwrap_or_else(|| "none".to_owned());
    let grades = format!("grade {} → {}", grade(known), grade(row));
    let fields = [
        ("given name", known.given_name != row.given_name),
        ("middle name", known.middle_name != row.middle_name),
        ("family name", known.family_name != row.family_name),
        ("preferred name", known.preferred_name != row.preferred_name),
        ("birth date", known.birth_day != row.birth_day),
        (&grades, known.grade != row.grade),
        ("back again", !known.active && row.active),
    ];
    listed(&row.sis_id, &fields)
}

/// `g1: phone`.
pub(super) fn guardian(known: Option<&GuardianRow>, row: &GuardianRow) -> String {
    let Some(known) = known else { return row.sis_id.clone() };
    let fields = [
        ("given name", known.given_name != row.given_name),
        ("family name", known.family_name != row.family_name),
        ("phone", known.phone != row.phone),
        ("language", known.language != row.language),
        ("back again", !known.active && row.active),
    ];
    listed(&row.sis_id, &fields)
}

/// `g1 of 007: relation, restrictions`.
pub(super) fn link(
    student: &str,
    guardian: &str,
    known: Option<&GuardianLink>,
    row: &GuardianLink,
) -> String {
    let pair = format!("{guardian} of {student}");
    let Some(known) = known else { return pair };
    let order = |link: &GuardianLink| (link.is_primary, link.is_emergency, link.priority);
    let fields = [
        ("relation", known.relation != row.relation),
        ("order of calling", order(known) != order(row)),
        ("lives with", known.lives_with != row.lives_with),
        ("restrictions", known.restrictions != row.restrictions),
        ("best hours", known.best_hours != row.best_hours),
        ("interpreter", known.interpreter != row.interpreter),
        ("texts", known.may_text != row.may_text),
        ("back again", !known.active && row.active),
    ];
    listed(&pair, &fields)
}

/// `007 in 0101 from 2025-08-25 to 2026-06-01`.
pub(super) fn enrollment(student: &str, school: &str, row: &EnrollmentRow) -> String {
    let to = row.exit_day.map(|exit| format!(" to {exit}")).unwrap_or_default();
    format!("{student} in {school} from {}{to}", row.entry_day)
}

fn listed(key: &str, fields: &[(&str, bool)]) -> String {
    let changed: Vec<&str> = fields.iter().filter(|(_, is_other)| *is_other).map(|(name, _)| *name).collect();
    if changed.is_empty() { key.to_owned() } else { format!("{key}: {}", changed.join(", ")) }
}
