//! Matches from their proposal on: what the family was told, what allows the mentor to know of the student, and each
//! step that staff took. How a match ends is told by [`MatchStore`](super::matches::MatchStore).

use async_trait::async_trait;
use daymark_domain::{
    AccessBasis, ActivationBlock, BasisPeriod, ClearanceGap, ConsentScope, ConsentSigned, FamilyAnswer,
    MatchId, MatchStatus, MentorId, NoteText, NoticeChannel, NoticeKind, OfficialBecause, PauseReason,
    Preparation, Rationale, SchoolDay, SchoolId, StudentId, UserId,
};

use super::StoreError;
use super::fields::{FieldClass, Readable};

/// A match that is not over, with all that its next step asks. No `Debug`: it names a child.
#[derive(Clone, PartialEq, Eq)]
pub struct MatchCase {
    /// Its id.
    pub id: MatchId,
    /// The student.
    pub student_id: StudentId,
    /// The name that the team uses.
    pub student_name: String,
    /// What the student is called, for a letter to the family.
    pub given_name: String,
    /// The student's grade.
    pub grade: Option<String>,
    /// The mentor.
    pub mentor_id: MentorId,
    /// The mentor's name.
    pub mentor_name: String,
    /// What keeps the mentor's phone empty.
    pub gaps: Vec<ClearanceGap>,
    /// How far it has come.
    pub status: MatchStatus,
    /// Its first day.
    pub start_day: SchoolDay,
    /// The first day without; none while it lasts.
    pub end_day: Option<SchoolDay>,
    /// Its last day, as it is expected.
    pub expected_end: Option<SchoolDay>,
    /// What allows the mentor to know of the student.
    pub basis: Option<BasisPeriod>,
    /// What the family agreed to.
    pub basis_scope: Option<String>,
    /// The family's last answer.
    pub answer: Option<FamilyAnswer>,
    /// In this grade the family is told first.
    pub family_first: bool,
    /// Why these two.
    pub rationale: Vec<Rationale>,
    /// The same in words.
    pub rationale_text: Option<String>,
    /// Of the learning agenda.
    pub variant: Option<String>,
    /// Phones of the mentor hold the student, or will at their next sync.
    pub on_phones: bool,
    /// How many phones the mentor has.
    pub phones: u32,
}

impl MatchCase {
    /// As somebody reads it who may read these fields. Basis, answer and status are the match itself.
    pub fn as_read(mut self, fields: Readable) -> Self {
        self.student_name = fields.of_class(FieldClass::Identity, self.student_name);
        self.given_name = fields.of_class(FieldClass::Identity, self.given_name);
        self.grade = fields.of_class(FieldClass::Identity, self.grade);
        self.rationale = fields.of_class(FieldClass::StaffWords, self.rationale);
        self.rationale_text = fields.of_class(FieldClass::StaffWords, self.rationale_text);
        self
    }
    /// What its activation asks.
    pub fn preparation(&self) -> Preparation<'_> {
        let Self { basis, answer, family_first, ref gaps, .. } = *self;
        Preparation { basis, answer, family_first, gaps }
    }
}

/// A match that is about to be proposed.
#[derive(Clone)]
pub struct NewProposal {
    /// Its id, also its record's.
    pub id: MatchId,
    /// Of which school.
    pub school_id: SchoolId,
    /// The student.
    pub student_id: StudentId,
    /// The mentor.
    pub mentor_id: MentorId,
    /// Its first day.
    pub start_day: SchoolDay,
    /// Its last day, as it is expected.
    pub expected_end: Option<SchoolDay>,
    /// Whether the mentor calls before the bell.
    pub wake_up_calls: bool,
    /// Why these two.
    pub rationale: Vec<Rationale>,
    /// The same in words.
    pub rationale_text: Option<String>,
    /// Of the learning agenda.
    pub variant: Option<String>,
    /// Why this mentor though they have no room for one more; none: they have, or nobody has said.
    pub beyond_room: Option<String>,
    /// Today at the school.
    pub today: SchoolDay,
    /// Who proposes it.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// What came of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// It is made.
    Yes,
    /// The student or the mentor is not of this school.
    NotOfThisSchool,
    /// These two have a match, or one is being prepared.
    Already,
    /// The mentor has as many students as they take, and nobody said why one more.
    NoRoom,
}

/// What a consent says (34 CFR 99.30).
#[derive(Clone, PartialEq, Eq)]
pub struct ConsentTerms {
    /// Which records.
    pub scope: ConsentScope,
    /// What for.
    pub purpose: String,
    /// To whom.
    pub recipient: String,
    /// From which day on.
    pub from: SchoolDay,
    /// The last day.
    pub until: SchoolDay,
    /// How it was signed.
    pub signed: ConsentSigned,
}

/// What the family was told, signed or took back. No `Debug`: it tells of a family.
#[derive(Clone, PartialEq, Eq)]
pub struct FamilyNotice {
    /// What.
    pub kind: NoticeKind,
    /// In which language.
    pub language: String,
    /// By which way.
    pub channel: NoticeChannel,
    /// On which day.
    pub day: SchoolDay,
    /// Who spoke or wrote for the school.
    pub told_by: String,
    /// Who of the family answered.
    pub answered_by: Option<String>,
    /// What they said.
    pub answer: FamilyAnswer,
    /// In words.
    pub note: Option<NoteText>,
    /// Of a consent.
    pub consent: Option<ConsentTerms>,
}

/// What is about to be written of a match.
#[derive(Clone)]
pub struct CaseChange {
    /// Of which school.
    pub school_id: SchoolId,
    /// Which match.
    pub id: MatchId,
    /// Today at the school.
    pub today: SchoolDay,
    /// By whom.
    pub by: UserId,
    /// Now.
    pub at: i64,
}

/// A step of staff.
#[derive(Clone, PartialEq, Eq)]
pub enum CaseStep {
    /// They meet from now on.
    Activate,
    /// They rest.
    Pause(PauseReason, Option<NoteText>),
    /// They go on.
    Resume,
    /// It was proposed, and does not come to be.
    Withdraw(Option<NoteText>),
    /// Another last day is expected.
    ExpectEnd(SchoolDay),
}

/// What came of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseChanged {
    /// It is made.
    Yes,
    /// The school has no such match.
    NotOfThisSchool,
    /// The match is no longer where the page had it.
    Moved,
    /// Something keeps it from that.
    Blocked(Vec<ActivationBlock>),
}

/// A line of a match's history, the latest first. No `Debug`: it tells of a family.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseEvent {
    /// What happened.
    pub what: CaseHappened,
    /// On which day.
    pub day: SchoolDay,
    /// Who wrote it down; none: nobody who signed in.
    pub by: Option<String>,
    /// When.
    pub at: i64,
}

/// What happened to a match.
#[derive(Clone, PartialEq, Eq)]
pub enum CaseHappened {
    /// A step, by its word: `proposed`, `activate`, `pause`, `resume`, `withdraw`, `end_expected`,
    /// `wake_up_calls_begin`, `wake_up_calls_end`.
    Step {
        /// The word.
        word: String,
        /// Of a pause.
        reason: Option<PauseReason>,
        /// In words.
        note: Option<String>,
        /// The last day that is expected.
        end_day: Option<SchoolDay>,
    },
    /// The family was told, signed or took back.
    Notice(Box<FamilyNotice>),
    /// What allows the mentor to know; none: taken back.
    Basis {
        /// What.
        basis: Option<AccessBasis>,
        /// Of a school official.
        because: Option<OfficialBecause>,
        /// The last day.
        until: Option<SchoolDay>,
    },
}

/// Matches from their proposal on.
#[async_trait]
pub trait ProposalStore {
    /// The last school day of the school year that the day is in, as far as the calendar knows it: until then a match
    /// is expected to last.
    async fn last_school_day(
        &self,
        school: SchoolId,
        day: SchoolDay,
    ) -> Result<Option<SchoolDay>, StoreError>;
    /// Proposes a match; no phone learns of it.
    async fn propose_match(&self, new: NewProposal) -> Result<Proposed, StoreError>;
    /// The school's matches that are not over: those being prepared first, then by student.
    async fn match_cases(&self, school: SchoolId) -> Result<Vec<MatchCase>, StoreError>;
    /// One match, also when it is over.
    async fn match_case(&self, school: SchoolId, id: MatchId) -> Result<Option<MatchCase>, StoreError>;
    /// What happened to it, the latest first.
    async fn case_events(&self, school: SchoolId, id: MatchId) -> Result<Vec<CaseEvent>, StoreError>;
    /// Keeps what the family was told, signed or took back. A consent is the basis from then on; taking it back ends
    /// the basis, and the match rests.
    async fn add_notice(&self, of: CaseChange, notice: FamilyNotice) -> Result<CaseChanged, StoreError>;
    /// The mentor may know of the student as a school official.
    async fn set_official_basis(
        &self,
        of: CaseChange,
        because: OfficialBecause,
    ) -> Result<CaseChanged, StoreError>;
    /// Takes a step.
    async fn take_case_step(&self, of: CaseChange, step: CaseStep) -> Result<CaseChanged, StoreError>;
}
