//! What is written down of a mentor: the application, screenings, trainings, signatures, documents, decisions. Rows are
//! added and never changed; one that should never have been written is taken back.

use std::collections::BTreeSet;

use async_trait::async_trait;
use daymark_domain::{
    AgreementSigning, Availability, DeviceId, MentorDecision, MentorDocument, MentorFacts, MentorId,
    MentorType, MentoringRules, SchoolDay, SchoolId, ScreeningKind, ScreeningResult, TrainingTopic, UserId,
};

use super::StoreError;

/// Somebody who can speak for a mentor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// Their name.
    pub name: String,
    /// How they know the mentor.
    pub relation: Option<String>,
    /// How to reach them.
    pub contact: Option<String>,
}

/// A mentor's application.
#[derive(Clone, PartialEq, Eq)]
pub struct Application {
    /// The mentor's name.
    pub name: String,
    /// Where they come from.
    pub kind: MentorType,
    /// The organisation that sends them.
    pub organisation: Option<String>,
    /// A number or an address.
    pub contact: String,
    /// In words, with commas between.
    pub languages: String,
    /// What they like.
    pub interests: Option<String>,
    /// When they have time.
    pub availability: BTreeSet<Availability>,
    /// Students at one time.
    pub capacity: u32,
    /// Why they want to mentor.
    pub motives: Option<String>,
    /// The date on the sheet that it was copied from.
    pub from_paper: Option<SchoolDay>,
    /// Up to three.
    pub references: Vec<Reference>,
}

/// A screening as it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreeningEntry {
    /// What for.
    pub kind: ScreeningKind,
    /// What it found.
    pub result: ScreeningResult,
    /// When.
    pub day: SchoolDay,
    /// The last day on which it holds.
    pub through: SchoolDay,
    /// Who made it.
    pub checked_by: String,
}

/// A training as it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingEntry {
    /// In what.
    pub topic: TrainingTopic,
    /// How long; 0: nobody wrote it down.
    pub minutes: u32,
    /// When.
    pub day: SchoolDay,
    /// By whom.
    pub given_by: Option<String>,
}

/// A signature under the confidentiality agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Of which text.
    pub version: u32,
    /// In which language it was read.
    pub language: String,
    /// sha-256 of the text; none: signed before records were kept.
    pub text_hash: Option<[u8; 32]>,
    /// As it was typed, or as it stands on the paper.
    pub name: String,
    /// On paper or on screen.
    pub how: AgreementSigning,
    /// When.
    pub day: SchoolDay,
    /// The last day on which it holds.
    pub through: SchoolDay,
}

/// What is written down.
#[derive(Clone)]
pub enum MentorEntry {
    /// The application, whole.
    Application(Box<Application>),
    /// A screening.
    Screening(ScreeningEntry),
    /// A training.
    Training(TrainingEntry),
    /// A signature.
    Agreement(Signature),
    /// A document that was acknowledged on a day.
    Document(MentorDocument, SchoolDay),
    /// A decision with its first day and its reason.
    Decision(MentorDecision, SchoolDay, Option<String>),
}

/// Rows that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentorFact {
    /// A screening.
    Screening,
    /// A training.
    Training,
    /// A signature.
    Agreement,
    /// An acknowledgement.
    Document,
}

impl MentorFact {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Screening, Self::Training, Self::Agreement, Self::Document];
    /// As stored and as an address has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Screening => "screening",
            Self::Training => "training",
            Self::Agreement => "agreement",
            Self::Document => "document",
        }
    }
    /// From its word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fact| fact.word() == word)
    }
}

/// A row with its number, who wrote it and whether it was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<T> {
    /// Its number.
    pub id: i64,
    /// What it says.
    pub entry: T,
    /// Who wrote it; none: it was there before records were kept.
    pub by: Option<String>,
    /// When.
    pub at: i64,
    /// It should never have been written.
    pub taken_back: bool,
}

/// Everything that is written down of one mentor, newest first.
#[derive(Clone)]
pub struct MentorFile {
    /// In force first.
    pub applications: Vec<Written<Application>>,
    /// Screenings.
    pub screenings: Vec<Written<ScreeningEntry>>,
    /// Trainings.
    pub trainings: Vec<Written<TrainingEntry>>,
    /// Signatures.
    pub signatures: Vec<Written<Signature>>,
    /// Documents with their days.
    pub documents: Vec<Written<(MentorDocument, SchoolDay)>>,
    /// Decisions.
    pub decisions: Vec<Written<(MentorDecision, SchoolDay, Option<String>)>>,
}

/// A mentor as the list of all shows them.
#[derive(Clone)]
pub struct MentorOnLadder {
    /// Who.
    pub id: MentorId,
    /// Their name.
    pub name: String,
    /// What is written down, as far as the gate and the ladder ask.
    pub facts: MentorFacts,
    /// What they asked for, offered and can do; none: there is no application.
    pub application: Option<Application>,
    /// Phones that may sync.
    pub phones: u32,
    /// When a phone of theirs last synced.
    pub last_sync_at: Option<i64>,
}

/// The mentors' files.
#[async_trait]
pub trait MentorFileStore {
    /// All mentors of the school by name, with the rules of the gate on that day.
    async fn ladder(
        &self,
        school: SchoolId,
        today: SchoolDay,
    ) -> Result<(MentoringRules, Vec<MentorOnLadder>), StoreError>;
    /// One mentor's file; none: no mentor of this school.
    async fn mentor_file(&self, school: SchoolId, mentor: MentorId)
    -> Result<Option<MentorFile>, StoreError>;
    /// Writes something down and lets the gate look; whether the school has that mentor.
    async fn write_down(
        &self,
        school: SchoolId,
        mentor: MentorId,
        entry: MentorEntry,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError>;
    /// Writes down what a mentor signed on their own phone, and lets the gate look.
    async fn sign_on_phone(
        &self,
        school: SchoolId,
        mentor: MentorId,
        signature: Signature,
        device: DeviceId,
        at: i64,
    ) -> Result<(), StoreError>;
    /// Takes a row back and lets the gate look; whether the mentor's file has such a row that counts.
    async fn take_back(
        &self,
        school: SchoolId,
        mentor: MentorId,
        fact: MentorFact,
        id: i64,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError>;
}
