//! Who reads which fields of a student, and what for: one table, which the statements that read for phones and for a
//! student's file ask (`domain.md` R3, R4). What has no row is read by nobody. Whose students, the grants of a match and
//! the school of an account decide; this decides how much of each.

use daymark_domain::{Concern, GrantedField, IndicatorKind};

use super::accounts::Role;

/// A kind of field that is given or withheld as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldClass {
    /// Name, grade, days of entry and exit, what is spoken at home.
    Identity,
    /// The birthday.
    Birthday,
    /// Whom to call, and what must be known before calling.
    ContactPoints,
    /// What became of numbers that were called.
    NumberHistory,
    /// The school's marks, and how many classes were missed or begun late.
    Attendance,
    /// Why, in the school's words: they name illnesses.
    AttendanceReasons,
    /// Matches, contacts, looks at the door, goals, praise, marks on the calendar.
    MentorWork,
    /// Notes for the team.
    TeamNotes,
    /// Notes for mentor and coordinator alone, sensitive ones, and that a safety concern was raised.
    CloseNotes,
    /// What a mentor asks the team for.
    Requests,
    /// What stands in the way. Health is "health" and nothing more.
    Barriers,
    /// Referrals for behaviour, detentions, suspensions.
    Discipline,
    /// Failed courses, grades, credits.
    Courses,
    /// Whether a mentor is wanted for the student, why, and what the student told of themselves before the match.
    Candidacy,
    /// What the team decided and set out to do at its own table, and who helps beside the mentor.
    TeamsTable,
    /// What staff wrote and decided.
    StaffWords,
    /// What the family added to the record.
    FamilyWords,
}

use FieldClass::{
    Attendance, AttendanceReasons, Barriers, Birthday, Candidacy, CloseNotes, ContactPoints, Courses,
    Discipline, FamilyWords, Identity, MentorWork, NumberHistory, Requests, StaffWords, TeamNotes,
    TeamsTable,
};

impl FieldClass {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Identity,
        Birthday,
        ContactPoints,
        NumberHistory,
        Attendance,
        AttendanceReasons,
        MentorWork,
        TeamNotes,
        CloseNotes,
        Requests,
        Barriers,
        Discipline,
        Courses,
        Candidacy,
        TeamsTable,
        StaffWords,
        FamilyWords,
    ];

    /// To which an indicator belongs.
    pub fn of_indicator(kind: IndicatorKind) -> Self {
        use IndicatorKind as K;
        match kind {
            K::BehaviourReferrals
            | K::BehaviourMark
            | K::Detentions
            | K::SuspensionsInSchool
            | K::SuspensionDaysOut => Discipline,
            K::ClassesMissed | K::ClassesHeld | K::Tardies => Attendance,
            K::CourseFailuresMath
            | K::CourseFailuresEnglish
            | K::Ds
            | K::Fs
            | K::CreditsEarned
            | K::CreditsPossible => Courses,
        }
    }
}

impl FieldClass {
    /// To which a concern about a student belongs.
    pub fn of_concern(concern: Concern) -> Self {
        use Concern as C;
        match concern {
            C::Attendance | C::Absences | C::Tardies | C::MissedClasses => Attendance,
            C::Behaviour
            | C::BehaviourReferrals
            | C::Detentions
            | C::Suspension
            | C::InSchoolSuspension
            | C::OutOfSchoolSuspension => Discipline,
            C::Mathematics | C::English | C::CourseFailure | C::Credits => Courses,
        }
    }
    /// What a grant opens.
    pub fn of_grant(field: GrantedField) -> Self {
        match field {
            GrantedField::Birthday => Birthday,
            GrantedField::AttendanceReasons => AttendanceReasons,
            GrantedField::Discipline => Discipline,
            GrantedField::Courses => Courses,
        }
    }
}

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A mentor's phone, of the student of an active match.
    Phone,
    /// An account with this role.
    Staff(Role),
}

/// What for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To greet, call and meet the student.
    Mentoring,
    /// To decide what is done for a student of one's own school.
    Care,
    /// To show a family its record, or to hand it on.
    Inspection,
    /// To act today for a student of another school, behind a glass that was broken (`store::glass`).
    BrokenGlass,
}

/// The table.
const POLICY: &[(Reader, Purpose, &[FieldClass])] = &[
    (Reader::Phone, Purpose::Mentoring, &[Identity, ContactPoints, Attendance]),
    (Reader::Staff(Role::Team), Purpose::Care, FOR_THE_TEAM),
    (Reader::Staff(Role::Principal), Purpose::Care, FOR_THE_TEAM),
    (Reader::Staff(Role::Coordinator), Purpose::Care, &FieldClass::ALL),
    (Reader::Staff(Role::Coordinator), Purpose::Inspection, &FieldClass::ALL),
    (Reader::Staff(Role::Coordinator), Purpose::BrokenGlass, BEHIND_GLASS),
    (Reader::Staff(Role::Principal), Purpose::BrokenGlass, BEHIND_GLASS),
];

const BEHIND_GLASS: &[FieldClass] = &[Identity, ContactPoints, Attendance, MentorWork];

const FOR_THE_TEAM: &[FieldClass] = &[
    Identity,
    Birthday,
    ContactPoints,
    NumberHistory,
    Attendance,
    AttendanceReasons,
    MentorWork,
    TeamNotes,
    Requests,
    Barriers,
    Discipline,
    Courses,
    Candidacy,
    TeamsTable,
    FamilyWords,
];

/// The fields that somebody may read. Made by the table, and for a phone by what was granted to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readable {
    by_table: &'static [FieldClass],
    /// A bit a field of [`GrantedField::ALL`].
    granted: u8,
}

impl Readable {
    /// What the table says.
    pub fn of(reader: Reader, purpose: Purpose) -> Self {
        let row = POLICY.iter().find(|(who, what_for, _)| *who == reader && *what_for == purpose);
        Self { by_table: row.map_or(&[], |(.., classes)| classes), granted: 0 }
    }
    /// What a mentor's phone reads of the student of a match to which these were granted.
    pub fn of_phone(granted: impl IntoIterator<Item = GrantedField>) -> Self {
        let granted = granted.into_iter().fold(0, |all, field| all | bit(field));
        Self { granted, ..Self::of(Reader::Phone, Purpose::Mentoring) }
    }
    /// What an account reads of a student of its own school.
    pub fn of_staff(role: Role, purpose: Purpose) -> Self {
        Self::of(Reader::Staff(role), purpose)
    }
    /// Whether that is among them.
    pub fn has(self, class: FieldClass) -> bool {
        let is_granted =
            |field: &GrantedField| FieldClass::of_grant(*field) == class && self.granted & bit(*field) != 0;
        self.by_table.contains(&class) || GrantedField::ALL.iter().any(is_granted)
    }
    /// The value, if it is among them.
    pub fn of_class<T: Default>(self, class: FieldClass, value: T) -> T {
        if self.has(class) { value } else { T::default() }
    }
}

fn bit(field: GrantedField) -> u8 {
    match field {
        GrantedField::Birthday => 1,
        GrantedField::AttendanceReasons => 2,
        GrantedField::Discipline => 4,
        GrantedField::Courses => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_gets_the_name_whom_to_call_and_the_marks_and_nothing_else() {
        let phone = Readable::of(Reader::Phone, Purpose::Mentoring);
        let got: Vec<_> = FieldClass::ALL.into_iter().filter(|class| phone.has(*class)).collect();
        assert_eq!(got, [Identity, ContactPoints, Attendance]);
    }

    #[test]
    fn a_grant_opens_its_own_field_to_a_phone_and_no_other() {
        for &field in GrantedField::ALL {
            let opened = Readable::of_phone([field]);
            let got: Vec<_> = FieldClass::ALL.into_iter().filter(|class| opened.has(*class)).collect();
            let mut expected = vec![Identity, ContactPoints, Attendance, FieldClass::of_grant(field)];
            expected.sort();
            assert_eq!(got, expected, "{field}");
        }
        assert_eq!(Readable::of_phone([]), Readable::of(Reader::Phone, Purpose::Mentoring));
    }

    #[test]
    fn who_stands_in_no_row_reads_nothing() {
        for role in [Role::Captain, Role::Clerk, Role::Auditor] {
            for purpose in [Purpose::Mentoring, Purpose::Care, Purpose::Inspection, Purpose::BrokenGlass] {
                let fields = Readable::of_staff(role, purpose);
                assert!(!FieldClass::ALL.into_iter().any(|class| fields.has(class)), "{role:?} {purpose:?}");
            }
        }
        let phone = Readable::of(Reader::Phone, Purpose::Inspection);
        assert!(!FieldClass::ALL.into_iter().any(|class| phone.has(class)));
    }

    #[test]
    fn nothing_that_is_kept_close_is_read_by_the_team() {
        for role in [Role::Team, Role::Principal] {
            let fields = Readable::of_staff(role, Purpose::Care);
            assert!(!fields.has(CloseNotes) && !fields.has(StaffWords), "{role:?}");
        }
    }
}
