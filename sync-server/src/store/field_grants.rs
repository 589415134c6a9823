//! What a mentor's phone gets of a student beyond what every phone does: a grant a field (`domain.md` R4).

use async_trait::async_trait;
use daymark_domain::{GrantedField, MatchId, SchoolDay, SchoolId, StudentId, UserId};

use super::StoreError;

/// A grant, in force or over. No `Debug`: its reason tells of a child.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldGrant {
    /// Its number.
    pub id: i64,
    /// What.
    pub field: GrantedField,
    /// Why.
    pub reason: String,
    /// Its first day.
    pub from: SchoolDay,
    /// Its last day.
    pub until: SchoolDay,
    /// Who granted it.
    pub by: String,
    /// When it ended; none: it is in force.
    pub ended_at: Option<i64>,
    /// Who ended it; none: in force, or it ran out.
    pub ended_by: Option<String>,
}

/// The grants of a match. No `Debug`: it names a child.
#[derive(Clone, PartialEq, Eq)]
pub struct MatchGrants {
    /// Of whom.
    pub student_id: StudentId,
    /// The name that the team uses.
    pub student: String,
    /// To whom.
    pub mentor: String,
    /// The match is over: nothing is granted any more.
    pub is_over: bool,
    /// Those in force first, then the latest.
    pub grants: Vec<FieldGrant>,
}

/// A grant that is about to be made.
#[derive(Clone)]
pub struct NewFieldGrant {
    /// Of which school.
    pub school_id: SchoolId,
    /// For which match.
    pub match_id: MatchId,
    /// What.
    pub field: GrantedField,
    /// Why.
    pub reason: String,
    /// Today at the school, its first day.
    pub from: SchoolDay,
    /// Its last day.
    pub until: SchoolDay,
    /// Who grants it.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldGranted {
    /// It is in force.
    Yes,
    /// The school has no such match, or it is over.
    NoSuchMatch,
    /// One of that field is in force; it is ended first.
    Already,
}

/// Grants. Those that ran out are ended by the gate ([`AccessStore`](super::access::AccessStore)).
#[async_trait]
pub trait FieldGrantStore {
    /// Those of a match; none: the school has no such match.
    async fn field_grants(&self, school: SchoolId, of: MatchId) -> Result<Option<MatchGrants>, StoreError>;
    /// Grants a field: phones get it at their next sync.
    async fn grant_field(&self, new: NewFieldGrant) -> Result<FieldGranted, StoreError>;
    /// Ends one before its day: it leaves the phones at their next sync. `false`: none in force here has that number.
    async fn end_field_grant(
        &self,
        school: SchoolId,
        of: MatchId,
        grant: i64,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError>;
}
