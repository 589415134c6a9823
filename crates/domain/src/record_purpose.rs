//! Why a student's whole record is taken along (`domain.md` section 6, R9 and R10).

use crate::words::words;

words!(
    /// The purpose, as the record of access keeps it.
    RecordPurpose, "purpose of taking a record along" {
        /// A parent, or a student of age, asked to see it (34 CFR 99.10).
        FamilyInspection = "family_inspection",
        /// Another school in which the student enrols (99.31(a)(2)).
        OtherSchool = "other_school",
        /// A school official whose work it is.
        SchoolOfficial = "school_official",
        /// A court's order or a subpoena.
        Court = "court",
        /// Health or safety is in danger now.
        Emergency = "emergency",
    }
);

impl RecordPurpose {
    /// Whether the record goes to somebody who is neither the family nor a school official: the school then keeps to whom
    /// and why for as long as the record itself (34 CFR 99.32; R10).
    pub fn is_disclosure(self) -> bool {
        matches!(self, Self::OtherSchool | Self::Court | Self::Emergency)
    }
}
