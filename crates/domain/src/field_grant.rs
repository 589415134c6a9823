//! Fields of a student that a mentor sees only by a grant: one field, with a reason, until a day (`domain.md` R4).

use crate::SchoolDay;
use crate::words::words;

words!(
    /// A field that can be granted.
    GrantedField, "field to grant" {
        /// The birthday.
        Birthday = "birthday",
        /// Why days were missed, in the school's words: they name illnesses.
        AttendanceReasons = "attendance_reasons",
        /// Referrals for behaviour, detentions, suspensions.
        Discipline = "discipline",
        /// Failed courses, grades, credits.
        Courses = "courses",
    }
);

/// No grant reaches further: whoever still needs it says so again.
pub const GRANT_DAYS_MAX: u64 = 120;

/// Whether a grant may be made today with that last day.
pub fn may_grant_until(today: SchoolDay, until: SchoolDay) -> bool {
    (today..=today.plus(GRANT_DAYS_MAX)).contains(&until)
}
