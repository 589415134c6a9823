//! Three contacts a week, counted on school days only (`domain.md` 4.6).

mod contact;
mod totals;
mod week;
mod weeks;

pub use contact::{LoggedContact, Reach};
pub use totals::{DosageTotals, dosage_by, dosage_needs_help, weeks_missed_running};
pub use week::{ContactDay, WeekDosage};
pub use weeks::{ActivePeriod, MatchDay, MatchWeek, WeekResult, match_weeks};
