//! What phones brought after their mentors had left, and who of the school looked at it.

use async_trait::async_trait;
use daymark_domain::{DeviceTag, EntryKey, MentorId, SchoolDay, SchoolId, StudentId, UserId};

use super::StoreError;

/// One change of a record, on its way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedIn {
    /// Of the change.
    pub hash: [u8; 32],
    /// Of the entry, in the match record's word; `void`, `calendar_mark`.
    pub kind: &'static str,
    /// That it is about.
    pub day: SchoolDay,
    /// The entry, or the one that it takes back; none for a day of the calendar.
    pub entry: Option<EntryKey>,
}

/// The same as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedInEntry {
    /// Its number; later ones are higher.
    pub id: i64,
    /// Whose phone brought it.
    pub mentor_id: MentorId,
    /// The mentor's name.
    pub mentor_name: String,
    /// Which phone.
    pub tag: DeviceTag,
    /// About whom.
    pub student_id: StudentId,
    /// The student's name.
    pub student_name: String,
    /// Of the entry, in the match record's word; `void`, `calendar_mark`.
    pub kind: String,
    /// That it is about.
    pub day: SchoolDay,
    /// When it came, seconds since 1970.
    pub received_at: i64,
    /// When and by whom it was looked at.
    pub looked: Option<(i64, String)>,
}

/// Whose entries were looked at, as far as they stood on the page.
#[derive(Clone, Copy, Debug)]
pub struct LookedThrough {
    /// The school of whoever looked.
    pub school_id: SchoolId,
    /// Whose phones brought them.
    pub mentor_id: MentorId,
    /// The number of the last one that was shown.
    pub through: i64,
    /// Who looked.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// Entries that were handed in.
#[async_trait]
pub trait HandedInStore {
    /// Those of one mentor's phones, in the order in which they came.
    async fn handed_in_of_mentor(
        &self,
        school: SchoolId,
        mentor: MentorId,
    ) -> Result<Vec<HandedInEntry>, StoreError>;
    /// The mentors from whose phones came what nobody has looked at yet, by name.
    async fn mentors_with_handed_in(&self, school: SchoolId) -> Result<Vec<String>, StoreError>;
    /// Somebody says that they looked at them, each student's in the record of access; how many were new to anybody.
    async fn look_through_handed_in(&self, looked: LookedThrough) -> Result<u64, StoreError>;
}
