//! The store in one SQLite file: one writer, a few readers, each statement in a `.sql` file beside its code.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use daymark_domain::StudentId;
use daymark_sqlite::rusqlite::{Connection, Transaction, TransactionBehavior};
use daymark_sqlite::{Migration, open};
use tokio::sync::Semaphore;

use super::StoreError;
use super::audit::ChainHead;

pub(crate) mod access;
mod access_log;
mod accounts;
mod actions;
mod asks;
mod audit;
mod candidates;
mod closing;
mod day_groups;
mod district;
mod factors;
mod field_grants;
mod fits;
mod glass;
mod group;
mod handed_in;
mod home;
mod identities;
mod imports;
pub(crate) mod log;
mod matches;
mod meetings;
mod mentor_files;
mod mentors;
mod new_passwords;
mod numbers;
mod pairing;
mod planning;
mod proposals;
mod referrals;
mod reports;
mod resources;
mod reviews;
mod rollover;
mod schools;
#[cfg(test)]
mod seed;
mod seen;
mod sessions;
pub(crate) mod settings;
mod setup;
mod sharing;
mod snapshots;
mod student_file;
mod substitutes;
mod support;
pub(crate) mod sync;
mod thanks;
mod unread;
pub mod upgrade;
pub(crate) mod values;
mod variants;
mod week;

pub(crate) use audit::{blank, chain, kept_head, note, verify as chain_verify};
pub use sync::PROJECTIONS;

/// The ladder of the server's database.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0001_first_tables", sql: include_str!("migrations/0001_first_tables.sql") },
    Migration { name: "0002_figures", sql: include_str!("migrations/0002_figures.sql") },
    Migration {
        name: "0003_settings_and_snapshots",
        sql: include_str!("migrations/0003_settings_and_snapshots.sql"),
    },
    Migration { name: "0004_contacts", sql: include_str!("migrations/0004_contacts.sql") },
    Migration { name: "0005_the_teams_word", sql: include_str!("migrations/0005_the_teams_word.sql") },
    Migration { name: "0006_who_asked", sql: include_str!("migrations/0006_who_asked.sql") },
    Migration { name: "0007_planning", sql: include_str!("migrations/0007_planning.sql") },
    Migration { name: "0008_referrals", sql: include_str!("migrations/0008_referrals.sql") },
    Migration { name: "0009_undo_imports", sql: include_str!("migrations/0009_undo_imports.sql") },
    Migration {
        name: "0010_mentors_and_access",
        sql: include_str!("migrations/0010_mentors_and_access.sql"),
    },
    Migration {
        name: "0011_candidates_and_proposals",
        sql: include_str!("migrations/0011_candidates_and_proposals.sql"),
    },
    Migration { name: "0012_keeping", sql: include_str!("migrations/0012_keeping.sql") },
    Migration { name: "0013_meetings", sql: include_str!("migrations/0013_meetings.sql") },
    Migration { name: "0014_district", sql: include_str!("migrations/0014_district.sql") },
    Migration { name: "0015_contact_points", sql: include_str!("migrations/0015_contact_points.sql") },
    Migration {
        name: "0016_a_schools_own_rows",
        sql: include_str!("migrations/0016_a_schools_own_rows.sql"),
    },
    Migration {
        name: "0017_what_a_backup_does_not_know",
        sql: include_str!("migrations/0017_what_a_backup_does_not_know.sql"),
    },
    Migration { name: "0018_standing", sql: include_str!("migrations/0018_standing.sql") },
    Migration {
        name: "0019_a_chain_of_accesses",
        sql: include_str!("migrations/0019_a_chain_of_accesses.sql"),
    },
    Migration {
        name: "0020_glass_and_disclosures",
        sql: include_str!("migrations/0020_glass_and_disclosures.sql"),
    },
    Migration { name: "0021_how_staff_sign_in", sql: include_str!("migrations/0021_how_staff_sign_in.sql") },
    Migration { name: "0022_proof_and_words", sql: include_str!("migrations/0022_proof_and_words.sql") },
    Migration {
        name: "0023_the_districts_sign_in",
        sql: include_str!("migrations/0023_the_districts_sign_in.sql"),
    },
    Migration { name: "0024_field_grants", sql: include_str!("migrations/0024_field_grants.sql") },
    Migration { name: "0025_uncertain_times", sql: include_str!("migrations/0025_uncertain_times.sql") },
    Migration { name: "0027_handed_in", sql: include_str!("migrations/0027_handed_in.sql") },
    Migration {
        name: "0028_first_lease_and_new_password",
        sql: include_str!("migrations/0028_first_lease_and_new_password.sql"),
    },
];

/// More readers than this wait for one another: they would only share the processors.
const READERS_MAX: usize = 16;

/// A school's or district's store in one file.
#[derive(Clone)]
pub struct SqliteStore {
    path: PathBuf,
    writer: Arc<Mutex<Connection>>,
    readers: Arc<Mutex<Vec<Connection>>>,
    /// How many may read at once: each has a connection of its own, which stays.
    reading: Arc<Semaphore>,
    /// Phones' writes that wait for a common commit.
    group: Arc<group::Group>,
    /// Where lines of the ledger go; without one they wait in their table.
    ledger: Option<Arc<Path>>,
    /// Where the chain of accesses ended when that was last written beside the ledger.
    kept_head: Arc<Mutex<Option<ChainHead>>>,
}

impl SqliteStore {
    /// Opens (or makes) `daymark.sqlite` in the folder.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join("daymark.sqlite");
        upgrade::keep_copy(&path)?;
        let writer = open(&path, None, MIGRATIONS)?;
        let store = Self {
            path,
            writer: Arc::new(Mutex::new(writer)),
            readers: Arc::default(),
            group: Arc::default(),
            reading: Arc::new(Semaphore::new(READERS_MAX)),
            ledger: None,
            kept_head: Arc::default(),
        };
        store.write_blocking(chain::seal_what_stands)?;
        Ok(store)
    }

    /// As [`open`](Self::open), and what must outlive every backup is written down in this file (`operations::ledger`).
    pub fn open_keeping(folder: &Path, ledger: &Path) -> Result<Self, StoreError> {
        let store = Self { ledger: Some(ledger.into()), ..Self::open(folder)? };
        // Lines that waited for a ledger.
        store.write_blocking(|_| Ok(()))?;
        Ok(store)
    }

    /// Writes down what the ledger must know of this transaction; the last thing before its commit.
    fn keep_ledger(&self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        match &self.ledger {
            Some(ledger) => crate::operations::ledger::write_due(transaction, ledger),
            None => Ok(()),
        }
    }

    /// After the file was put back from a backup: phones start over and bring back what it lacks.
    pub fn start_new_logs(&self) -> Result<(), StoreError> {
        self.write_blocking(log::new_log_ids)
    }

    /// The student with the export's key.
    pub async fn student_by_sis_id(&self, sis_id: &str) -> Result<Option<StudentId>, StoreError> {
        let sis_id = sis_id.to_owned();
        let by_sis_id = include_str!("student_by_sis_id.sql");
        self.read(move |db| {
            values::one(db, by_sis_id, [sis_id], |row| values::id(row, 0, StudentId::from_bytes))
        })
        .await
    }

    /// Runs one transaction on the writer; what it returns is committed when this returns `Ok`.
    pub async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        let store = self.clone();
        tokio::task::spawn_blocking(move || store.write_blocking(work))
            .await
            .map_err(|_| StoreError::Stopped)?
    }

    /// Reads one consistent state, beside the writer.
    pub async fn read<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    {
        let _reading = self.reading.acquire().await.map_err(|_| StoreError::Stopped)?;
        let store = self.clone();
        tokio::task::spawn_blocking(move || store.read_blocking(work))
            .await
            .map_err(|_| StoreError::Stopped)?
    }

    /// As [`write`](Self::write), for callers without a runtime: the command line.
    pub fn write_blocking<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        // A panic in an earlier transaction rolled it back; the connection itself is sound.
        let mut writer = self.writer.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let result = work(&transaction)?;
        self.keep_ledger(&transaction)?;
        transaction.commit()?;
        if let Some(ledger) = &self.ledger {
            kept_head::keep(&writer, ledger, &self.kept_head);
        }
        Ok(result)
    }

    /// As [`read`](Self::read), for callers without a runtime.
    pub fn read_blocking<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let idle = self.readers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop();
        let mut reader = match idle {
            Some(reader) => reader,
            None => open(&self.path, None, MIGRATIONS)?,
        };
        // One deferred transaction, so that all statements of `work` see the same state.
        let transaction = reader.transaction()?;
        let result = work(&transaction);
        drop(transaction);
        self.readers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(reader);
        result
    }
}
