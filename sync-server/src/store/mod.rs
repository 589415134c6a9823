//! What the server keeps, by noun. Each noun is a trait here and a folder under [`sqlite`]; a district's PostgreSQL
//! implements the same traits and passes the same suite ([`contract`]).

use std::sync::Arc;

pub mod access;
pub mod access_log;
pub mod accounts;
pub mod actions;
pub mod asks;
pub mod audit;
pub mod candidates;
pub mod closing;
#[cfg(test)]
pub(crate) mod contract;
pub mod day_groups;
pub mod district;
pub mod factors;
pub mod field_grants;
pub mod fields;
pub mod fits;
pub mod glass;
pub mod handed_in;
pub mod home;
pub mod identities;
pub mod imports;
pub mod matches;
pub mod meetings;
pub mod mentor_files;
pub mod mentors;
pub mod name_search;
pub mod new_passwords;
pub mod numbers;
pub mod pairing;
pub mod planning;
pub mod proposals;
pub mod referrals;
pub mod reports;
pub mod resources;
pub mod reviews;
pub mod rollover;
pub mod schools;
pub mod seen;
pub mod sessions;
pub mod settings;
pub mod setup;
pub mod sharing;
pub mod snapshots;
pub mod sqlite;
pub mod student_file;
pub mod substitutes;
pub mod support;
pub mod sync;
pub mod thanks;
pub mod unread;
pub mod variants;
pub mod week;

/// Why the store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database said no.
    #[error("the database failed: {0}")]
    Database(#[from] daymark_sqlite::rusqlite::Error),
    /// The database could not be opened.
    #[error(transparent)]
    Open(#[from] daymark_sqlite::OpenError),
    /// A stored value is not what this version writes.
    #[error("the stored {what} cannot be read")]
    Unreadable {
        /// Which kind of value.
        what: &'static str,
    },
    /// Another row has it.
    #[error("that {what} is already taken; choose another")]
    Taken {
        /// What was to be unique.
        what: &'static str,
    },
    /// There is no way back, so the way on is not taken.
    #[error("the database could not be copied before its upgrade, so it was not upgraded: {source}")]
    Copy {
        /// Why not.
        source: std::io::Error,
    },
    /// The ledger could not be written, so nothing was.
    #[error("the ledger beside the data folder could not be written, so nothing was done: {source}")]
    Ledger {
        /// Why not.
        source: std::io::Error,
    },
    /// More writes wait than can be done soon.
    #[error("too many writes wait for the store")]
    Overrun,
    /// The background thread is gone.
    #[error("the store has stopped")]
    Stopped,
}

impl StoreError {
    /// Another process is writing, and has been for longer than this one waits; or too many wait here.
    pub fn is_busy(&self) -> bool {
        use daymark_sqlite::rusqlite::ErrorCode;
        match self {
            Self::Database(error) => error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy),
            Self::Overrun => true,
            _ => false,
        }
    }
}

/// The whole store, shared by all handlers.
pub type SharedStore = Arc<dyn Store>;

/// Everything that the server keeps: the sum of the nouns, so that a handler needs one parameter.
pub trait Store:
    access::AccessStore
    + accounts::AccountStore
    + actions::ActionStore
    + asks::AskStore
    + field_grants::FieldGrantStore
    + glass::GlassStore
    + handed_in::HandedInStore
    + access_log::AccessLogStore
    + district::DistrictStore
    + sharing::SharingStore
    + variants::VariantStore
    + audit::AuditStore
    + candidates::CandidateStore
    + factors::FactorStore
    + fits::FitStore
    + closing::ClosingStore
    + day_groups::DayGroupStore
    + home::HomeStore
    + identities::IdentityStore
    + imports::ImportStore
    + matches::MatchStore
    + meetings::MeetingStore
    + mentor_files::MentorFileStore
    + mentors::MentorStore
    + new_passwords::NewPasswordStore
    + numbers::NumberStore
    + pairing::PairingStore
    + planning::PlanningStore
    + proposals::ProposalStore
    + referrals::ReferralStore
    + reports::ReportStore
    + resources::ResourceStore
    + reviews::ReviewStore
    + rollover::RolloverStore
    + schools::SchoolStore
    + seen::SeenStore
    + sessions::SessionStore
    + setup::SetupStore
    + settings::SettingStore
    + snapshots::SnapshotStore
    + student_file::StudentFileStore
    + substitutes::SubstituteStore
    + support::SupportStore
    + sync::SyncStore
    + thanks::ThanksStore
    + unread::UnreadStore
    + week::WeekStore
    + Send
    + Sync
    + 'static
{
}

impl<T> Store for T where
    T: access::AccessStore
        + accounts::AccountStore
        + actions::ActionStore
        + asks::AskStore
        + field_grants::FieldGrantStore
        + glass::GlassStore
        + handed_in::HandedInStore
        + access_log::AccessLogStore
        + district::DistrictStore
        + sharing::SharingStore
        + variants::VariantStore
        + audit::AuditStore
        + candidates::CandidateStore
        + factors::FactorStore
        + fits::FitStore
        + closing::ClosingStore
        + day_groups::DayGroupStore
        + home::HomeStore
        + identities::IdentityStore
        + imports::ImportStore
        + matches::MatchStore
        + meetings::MeetingStore
        + mentor_files::MentorFileStore
        + mentors::MentorStore
        + new_passwords::NewPasswordStore
        + numbers::NumberStore
        + pairing::PairingStore
        + planning::PlanningStore
        + proposals::ProposalStore
        + referrals::ReferralStore
        + reports::ReportStore
        + resources::ResourceStore
        + reviews::ReviewStore
        + rollover::RolloverStore
        + schools::SchoolStore
        + seen::SeenStore
        + sessions::SessionStore
        + setup::SetupStore
        + settings::SettingStore
        + snapshots::SnapshotStore
        + student_file::StudentFileStore
        + substitutes::SubstituteStore
        + support::SupportStore
        + sync::SyncStore
        + thanks::ThanksStore
        + unread::UnreadStore
        + week::WeekStore
        + Send
        + Sync
        + 'static
{
}
