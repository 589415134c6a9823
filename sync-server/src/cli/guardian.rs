//! `daymark-server guardian`: what staff know better than the export. No number and no name is printed: whoever types a
//! number knows it, and a screen over a shoulder need not.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};
use daymark_domain::{GuardianId, SchoolId, StudentId};

use super::asker::asker;
use super::{CliError, open_store};
use crate::clock::Clock;
use crate::imports::number_to_call;
use crate::store::StoreError;
use crate::store::audit::{AccessEvent, AuditStore};
use crate::store::imports::{
    ByHand, EnrollmentRow, GuardianField, GuardianLink, GuardianRow, ImportStore, StoredRoster, Verdict,
};
use crate::store::sqlite::SqliteStore;

/// What staff know of guardians better than the export.
#[derive(Subcommand)]
pub enum GuardianCommand {
    /// List a student's guardians, and what of them was set by hand.
    List(List),
    /// Set a guardian's number or language; imports leave it alone until it is released, and phones are told.
    Set(Set),
    /// Let the next import say the number or the language again.
    Release(Release),
}

/// Whose.
#[derive(Args)]
pub struct List {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The student, by the key of the district's export.
    #[arg(long)]
    student: String,
}

/// Who.
#[derive(Args)]
#[command(group(ArgGroup::new("who").required(true).multiple(true)))]
pub struct Which {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The guardian, by the key of the district's export.
    #[arg(long, group = "who")]
    guardian: Option<String>,
    /// A student of theirs; alone, when the student has one guardian.
    #[arg(long, group = "who")]
    student: Option<String>,
    /// Who says so; else the user of the operating system.
    #[arg(long)]
    by: Option<String>,
}

/// What.
#[derive(Args)]
#[command(group(ArgGroup::new("what").required(true).multiple(true)))]
pub struct Set {
    #[command(flatten)]
    which: Which,
    /// The number to call.
    #[arg(long, group = "what")]
    phone: Option<String>,
    /// There is no number that can be called.
    #[arg(long, group = "what", conflicts_with = "phone")]
    no_phone: bool,
    /// The language to speak, as the school writes it.
    #[arg(long, group = "what")]
    language: Option<String>,
    /// No language is known.
    #[arg(long, group = "what", conflicts_with = "language")]
    no_language: bool,
}

/// What.
#[derive(Args)]
#[command(group(ArgGroup::new("what").required(true).multiple(true)))]
pub struct Release {
    #[command(flatten)]
    which: Which,
    /// The number.
    #[arg(long, group = "what")]
    phone: bool,
    /// The language.
    #[arg(long, group = "what")]
    language: bool,
}

/// Why a guardian was not changed.
#[derive(Debug, thiserror::Error)]
pub enum GuardianError {
    /// Nobody has the key.
    #[error("no student has the SIS id '{0}'")]
    NoSuchStudent(String),
    /// Nobody has the key.
    #[error(
        "no guardian has the SIS id '{0}'; a student's guardians: daymark-server guardian list --student ID --data DIR"
    )]
    NoSuchGuardian(String),
    /// They are strangers.
    #[error("{guardian} is no guardian of {student}")]
    NotTheirs {
        /// The export's key.
        guardian: String,
        /// The export's key.
        student: String,
    },
    /// None or several.
    #[error("{student} has {count} guardians; name one of them: --guardian ID")]
    NotOne {
        /// The export's key.
        student: String,
        /// How many.
        count: usize,
    },
    /// No number.
    #[error(
        "that is no number that can be called; expected 7 to 20 digits. If there is none, say --no-phone"
    )]
    NoNumber,
    /// No language.
    #[error("a language is a word or two, such as Spanish. If none is known, say --no-language")]
    NoLanguage,
}

impl GuardianCommand {
    pub(super) async fn run(self) -> Result<(), CliError> {
        match self {
            Self::List(list) => list.run(),
            Self::Set(set) => {
                let changes = set.changes()?;
                set.which.change(&changes).await
            }
            Self::Release(release) => {
                let fields =
                    [(release.phone, GuardianField::Phone), (release.language, GuardianField::Language)];
                let released = fields.into_iter().filter(|(wanted, _)| *wanted);
                let changes: Vec<_> = released.map(|(_, field)| (field, ByHand::Release)).collect();
                release.which.change(&changes).await
            }
        }
    }
}

impl Set {
    fn changes(&self) -> Result<Vec<(GuardianField, ByHand)>, GuardianError> {
        let phone = match &self.phone {
            Some(phone) => Some(Some(number_to_call(phone).ok_or(GuardianError::NoNumber)?)),
            None => self.no_phone.then_some(None),
        };
        let language = match &self.language {
            Some(language) => Some(Some(language_word(language).ok_or(GuardianError::NoLanguage)?)),
            None => self.no_language.then_some(None),
        };
        let set = |field, value: Option<Option<String>>| value.map(|value| (field, ByHand::Set(value)));
        Ok(set(GuardianField::Phone, phone)
            .into_iter()
            .chain(set(GuardianField::Language, language))
            .collect())
    }
}

const LANGUAGE_CHARS_MAX: usize = 60;

fn language_word(text: &str) -> Option<String> {
    let text = text.trim();
    let plain = !text.is_empty() && !text.chars().any(char::is_control);
    (plain && text.chars().count() <= LANGUAGE_CHARS_MAX).then(|| text.to_owned())
}

impl Which {
    async fn change(self, changes: &[(GuardianField, ByHand)]) -> Result<(), CliError> {
        let store = open_store(&self.data)?;
        let roster = Roster::read(&store)?;
        let (guardian, by) = (roster.guardian(self.guardian, self.student)?, asker(self.by));
        let at = Clock::system().now();
        for (field, by_hand) in changes {
            store.set_guardian_by_hand(guardian.id, *field, by_hand, at)?;
            let (key, word) = (&guardian.sis_id, field.word());
            let done = match by_hand {
                ByHand::Set(_) => "set by hand; imports leave it alone until it is released",
                ByHand::Release => "released; the next import may say it again",
            };
            for (student, school) in roster.students_of(guardian.id) {
                let what =
                    AccessEvent::by_command(at, by.clone(), school, "guardian_set", format!("{key} {word}"));
                store.note_access(what.about(student)).await?;
            }
            println!("{key}: {word} {done}.");
        }
        Ok(())
    }
}

impl List {
    fn run(self) -> Result<(), CliError> {
        let store = open_store(&self.data)?;
        let roster = Roster::read(&store)?;
        let student = roster.student(&self.student)?;
        for link in roster.links_of(student) {
            let Some(guardian) = roster.0.guardians.iter().find(|row| row.id == link.guardian_id) else {
                continue;
            };
            println!("{}", roster.line(guardian, link));
        }
        Ok(())
    }
}

/// Guardians and whose they are, read once.
struct Roster(StoredRoster);

impl Roster {
    fn read(store: &SqliteStore) -> Result<Self, StoreError> {
        let mut roster = StoredRoster::default();
        store.import(&mut |tx| {
            roster.students = tx.students()?;
            roster.guardians = tx.guardians()?;
            roster.links = tx.guardian_links()?;
            roster.enrollments = tx.enrollments()?;
            roster.hand_set = tx.guardians_hand_set()?;
            Ok(Verdict::Discard)
        })?;
        Ok(Self(roster))
    }

    fn student(&self, sis_id: &str) -> Result<StudentId, GuardianError> {
        let known = self.0.students.iter().find(|student| student.sis_id == sis_id);
        known.map(|student| student.id).ok_or_else(|| GuardianError::NoSuchStudent(sis_id.to_owned()))
    }

    fn links_of(&self, student: StudentId) -> impl Iterator<Item = &GuardianLink> {
        self.0.links.iter().filter(move |link| link.student_id == student && link.active)
    }

    fn guardian(
        &self,
        guardian: Option<String>,
        student: Option<String>,
    ) -> Result<&GuardianRow, GuardianError> {
        let of = match &student {
            Some(sis_id) => Some(self.links_of(self.student(sis_id)?).collect::<Vec<_>>()),
            None => None,
        };
        let Some(sis_id) = guardian else {
            let (links, student) = (of.unwrap_or_default(), student.unwrap_or_default());
            return match &links[..] {
                [only] => self.by_id(only.guardian_id).ok_or(GuardianError::NotOne { student, count: 0 }),
                several => Err(GuardianError::NotOne { student, count: several.len() }),
            };
        };
        let known = self.0.guardians.iter().find(|row| row.sis_id == sis_id);
        let known = known.ok_or_else(|| GuardianError::NoSuchGuardian(sis_id.clone()))?;
        match of.is_none_or(|links| links.iter().any(|link| link.guardian_id == known.id)) {
            true => Ok(known),
            false => Err(GuardianError::NotTheirs { guardian: sis_id, student: student.unwrap_or_default() }),
        }
    }

    fn by_id(&self, id: GuardianId) -> Option<&GuardianRow> {
        self.0.guardians.iter().find(|row| row.id == id)
    }

    /// Their students, each with the school that it was last enrolled in.
    fn students_of(&self, guardian: GuardianId) -> Vec<(StudentId, Option<SchoolId>)> {
        let theirs = self.0.links.iter().filter(|link| link.guardian_id == guardian && link.active);
        theirs.map(|link| (link.student_id, self.school_of(link.student_id))).collect()
    }

    fn school_of(&self, student: StudentId) -> Option<SchoolId> {
        let last = |row: &&EnrollmentRow| (row.exit_day.is_none(), row.exit_day, row.entry_day);
        let theirs = self.0.enrollments.iter().filter(|row| row.student_id == student);
        theirs.max_by_key(last).map(|row| row.school_id)
    }

    /// `g1  Mother  phone: by hand  language: from the export`.
    fn line(&self, guardian: &GuardianRow, link: &GuardianLink) -> String {
        let said = |field: GuardianField, value: &Option<String>| {
            let by_hand = self.0.hand_set.contains(&(guardian.id, field));
            let whose = if by_hand { "by hand" } else { "from the export" };
            format!("{}: {}{whose}", field.word(), if value.is_some() { "" } else { "none, " })
        };
        let relation = link.relation.as_deref().unwrap_or("guardian");
        let phone = said(GuardianField::Phone, &guardian.phone);
        let language = said(GuardianField::Language, &guardian.language);
        format!("{}  {relation}  {phone}  {language}", guardian.sis_id)
    }
}

#[cfg(test)]
mod tests;
