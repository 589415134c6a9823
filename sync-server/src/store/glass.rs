//! Breaking the glass: a student of another school is opened with a reason, for some hours. It ends by itself, each look is
//! noted, and the student's own school is told.

use async_trait::async_trait;
use daymark_domain::{SchoolId, StudentId, UserId};

use super::StoreError;
use super::fields::Readable;
use super::student_file::StudentFile;

/// For so many hours at the most.
pub const HOURS_MAX: u32 = 24;

/// A glass that is about to be broken.
#[derive(Clone)]
pub struct NewGlass {
    /// By whom.
    pub by: UserId,
    /// Where they work.
    pub own_school: SchoolId,
    /// Whose: the key of the district's export. There is no list to choose from.
    pub key: String,
    /// Why.
    pub reason: String,
    /// For how long; never longer than [`HOURS_MAX`].
    pub hours: u32,
    /// Now.
    pub at: i64,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlassBroken {
    /// Under this number.
    Yes(i64),
    /// No student who is enrolled anywhere has that key.
    NoSuchStudent,
    /// The student is or was at the own school: the page is open without it.
    OwnStudent(StudentId),
}

/// A glass that was broken. No `Debug`: it leads to a child's record.
#[derive(Clone, PartialEq, Eq)]
pub struct Glass {
    /// Its number.
    pub id: i64,
    /// Whose record.
    pub student_id: StudentId,
    /// The student's name.
    pub student: String,
    /// The student's school.
    pub school_id: SchoolId,
    /// By whom.
    pub by: String,
    /// Where they work.
    pub by_school: String,
    /// Why.
    pub reason: String,
    /// Since when.
    pub from: i64,
    /// Until when.
    pub until: i64,
    /// When it was closed before.
    pub mended: Option<i64>,
}

impl Glass {
    /// Whether it is open at that moment.
    pub fn is_open(&self, at: i64) -> bool {
        self.from <= at && at < self.until && self.mended.is_none()
    }
}

/// Glasses.
#[async_trait]
pub trait GlassStore {
    /// Breaks one, and notes it at both schools.
    async fn break_glass(&self, new: NewGlass) -> Result<GlassBroken, StoreError>;
    /// What stands behind one that this person broke and that is open now; the look is noted before anything is read.
    async fn file_behind_glass(
        &self,
        id: i64,
        by: UserId,
        at: i64,
        fields: Readable,
    ) -> Result<Option<(Glass, StudentFile)>, StoreError>;
    /// Closes one before its time. `false`: none that is open and theirs.
    async fn mend_glass(&self, id: i64, by: UserId, at: i64) -> Result<bool, StoreError>;
    /// Those that this person broke, the latest first.
    async fn glasses_by(&self, by: UserId) -> Result<Vec<Glass>, StoreError>;
    /// Those behind which the school's own students stood, the latest first.
    async fn glasses_into(&self, school: SchoolId) -> Result<Vec<Glass>, StoreError>;
}
