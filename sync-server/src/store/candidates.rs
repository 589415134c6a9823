//! Candidates: what is decided about each student, and what the student says of themselves.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use daymark_domain::{
    Availability, CandidateDecision, Decided, DecisionReason, NoteText, SchoolDay, SchoolId, StudentId,
    UserId,
};

use super::StoreError;
use super::fields::{FieldClass, Readable};

/// A student of the school, as far as matching asks. No `Debug`: it names a child.
#[derive(Clone, PartialEq, Eq)]
pub struct CandidateStudent {
    /// Our id.
    pub id: StudentId,
    /// The export's key, by which reports name them.
    pub sis_id: String,
    /// The name that the team uses.
    pub name: String,
    /// The grade.
    pub grade: Option<String>,
    /// What is spoken at home, as the school's records have it.
    pub languages: Vec<String>,
    /// Who mentors them now.
    pub mentors: Vec<String>,
    /// Matches that are being prepared.
    pub preparing: u32,
}

impl CandidateStudent {
    /// As somebody reads it who may read these fields.
    pub fn as_read(self, fields: Readable) -> Self {
        Self {
            id: self.id,
            sis_id: self.sis_id,
            name: fields.of_class(FieldClass::Identity, self.name),
            grade: fields.of_class(FieldClass::Identity, self.grade),
            languages: fields.of_class(FieldClass::Identity, self.languages),
            mentors: fields.of_class(FieldClass::MentorWork, self.mentors),
            preparing: fields.of_class(FieldClass::MentorWork, self.preparing),
        }
    }
}

/// A decision as it was taken. No `Debug`: it tells of a child.
#[derive(Clone, PartialEq, Eq)]
pub struct CandidateRecord {
    /// What.
    pub decision: CandidateDecision,
    /// Why.
    pub reason: DecisionReason,
    /// In words.
    pub note: Option<NoteText>,
    /// When it is looked at again.
    pub look_again: Option<SchoolDay>,
    /// The rules that had fired by then.
    pub rules: Vec<String>,
    /// On which day.
    pub day: SchoolDay,
    /// By whom.
    pub by: String,
    /// When.
    pub at: i64,
}

impl CandidateRecord {
    /// As it is held against what was found since.
    pub fn decided(&self) -> Decided<'_> {
        Decided { decision: self.decision, on: self.day, look_again: self.look_again, rules: &self.rules }
    }
}

/// A decision that is about to be taken.
#[derive(Clone)]
pub struct NewDecision {
    /// Of which school.
    pub school_id: SchoolId,
    /// About whom.
    pub student_id: StudentId,
    /// What.
    pub decision: CandidateDecision,
    /// Why.
    pub reason: DecisionReason,
    /// In words.
    pub note: Option<NoteText>,
    /// When it is looked at again.
    pub look_again: Option<SchoolDay>,
    /// The rules that have fired.
    pub rules: Vec<String>,
    /// Today at the school.
    pub day: SchoolDay,
    /// Who decides.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// What a student says of themselves. No `Debug`: a child's words.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct MenteeProfile {
    /// What they like.
    pub interests: String,
    /// What they are good at.
    pub strengths: String,
    /// What they wish for in a mentor.
    pub preferences: String,
    /// When they have time.
    pub availability: BTreeSet<Availability>,
}

/// A profile that is about to be kept.
#[derive(Clone)]
pub struct NewProfile {
    /// Of which school.
    pub school_id: SchoolId,
    /// Whose.
    pub student_id: StudentId,
    /// What it says.
    pub profile: MenteeProfile,
    /// Who wrote it down.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// Candidates.
#[async_trait]
pub trait CandidateStore {
    /// The students enrolled on that day, by name.
    async fn candidate_students(
        &self,
        school: SchoolId,
        day: SchoolDay,
    ) -> Result<Vec<CandidateStudent>, StoreError>;
    /// One student who is or was enrolled at the school.
    async fn candidate_student(
        &self,
        school: SchoolId,
        student: StudentId,
    ) -> Result<Option<CandidateStudent>, StoreError>;
    /// The decision in force about each student.
    async fn decisions_in_force(
        &self,
        school: SchoolId,
    ) -> Result<BTreeMap<StudentId, CandidateRecord>, StoreError>;
    /// All decisions about one student, the latest first.
    async fn decisions_about(
        &self,
        school: SchoolId,
        student: StudentId,
    ) -> Result<Vec<CandidateRecord>, StoreError>;
    /// Takes a decision. `false`: the school has no such student.
    async fn decide_candidate(&self, new: NewDecision) -> Result<bool, StoreError>;
    /// What the student says of themselves, as it was last written down.
    async fn mentee_profile(
        &self,
        school: SchoolId,
        student: StudentId,
    ) -> Result<Option<MenteeProfile>, StoreError>;
    /// Keeps it. `false`: the school has no such student.
    async fn save_mentee_profile(&self, new: NewProfile) -> Result<bool, StoreError>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::accounts::Role;
    use crate::store::fields::Purpose;

    #[test]
    fn of_a_candidate_is_read_what_the_policy_gives_to_a_role_and_nothing_else() {
        let student = CandidateStudent {
            id: StudentId::random(),
            sis_id: "9".into(),
            name: "Tyrone Dyer".into(),
            grade: Some("7".into()),
            languages: vec!["es".into()],
            mentors: vec!["Ana Ruiz".into()],
            preparing: 1,
        };
        let read = |role| student.clone().as_read(Readable::of_staff(role, Purpose::Care));
        assert!(read(Role::Team) == student);
        let nothing = read(Role::Clerk);
        assert!(nothing.name.is_empty() && nothing.grade.is_none() && nothing.languages.is_empty());
        assert!(nothing.mentors.is_empty() && nothing.preparing == 0);
    }
}
