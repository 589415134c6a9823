//! What speaks for a student and a mentor: the school's weights, what mentors offer, what staff know of two people.

use std::collections::BTreeSet;

use async_trait::async_trait;
use daymark_domain::{
    Availability, ClearanceGap, FamilyFirst, FitFactor, FitWeights, Holds, MentorId, SchoolId, StudentId,
    UserId,
};

use super::StoreError;

/// How a school matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MatchingRules {
    /// How much each factor counts.
    pub weights: FitWeights,
    /// Up to which grade the family is told first.
    pub family_first: FamilyFirst,
}

/// A mentor as the board shows them. No `Debug`: a person's particulars.
#[derive(Clone, PartialEq, Eq)]
pub struct OfferingMentor {
    /// Who.
    pub id: MentorId,
    /// Their name.
    pub name: String,
    /// What they speak, as they wrote it.
    pub languages: Vec<String>,
    /// What they like.
    pub interests: Option<String>,
    /// When they have time.
    pub availability: BTreeSet<Availability>,
    /// How many students they take; none: there is no application.
    pub capacity: Option<u32>,
    /// Students now, with those who are being prepared.
    pub students: u32,
    /// What keeps their phone empty.
    pub gaps: Vec<ClearanceGap>,
}

impl OfferingMentor {
    /// The mentor rests.
    pub fn is_away(&self) -> bool {
        self.gaps.iter().any(|gap| matches!(gap, ClearanceGap::Pause | ClearanceGap::Left))
    }
    /// Whether one more student fits in, as far as anybody knows.
    pub fn has_room(&self) -> bool {
        self.capacity.is_none_or(|capacity| self.students < capacity)
    }
}

/// What staff know of a student and a mentor, of one factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairNote {
    /// The student.
    pub student_id: StudentId,
    /// The mentor.
    pub mentor_id: MentorId,
    /// What.
    pub factor: FitFactor,
    /// Whether it is so.
    pub holds: Holds,
}

/// What staff say of a student and a mentor.
#[derive(Clone)]
pub struct NewPairNote {
    /// Of which school.
    pub school_id: SchoolId,
    /// The student.
    pub student_id: StudentId,
    /// The mentor.
    pub mentor_id: MentorId,
    /// For each factor whether it is so.
    pub notes: Vec<(FitFactor, Holds)>,
    /// Who says so.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// What speaks for two people.
#[async_trait]
pub trait FitStore {
    /// How the school matches.
    async fn matching_rules(&self, school: SchoolId) -> Result<MatchingRules, StoreError>;
    /// Sets how the school matches from now on.
    async fn set_matching_rules(
        &self,
        school: SchoolId,
        rules: MatchingRules,
        by: UserId,
        at: i64,
    ) -> Result<(), StoreError>;
    /// The school's mentors who have not left, by name.
    async fn offering_mentors(&self, school: SchoolId) -> Result<Vec<OfferingMentor>, StoreError>;
    /// What staff know of students and mentors.
    async fn pair_notes(&self, school: SchoolId) -> Result<Vec<PairNote>, StoreError>;
    /// Keeps what differs from what was known. `false`: student or mentor are not of this school.
    async fn note_pair(&self, new: NewPairNote) -> Result<bool, StoreError>;
}
