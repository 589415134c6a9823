//! Dioxus pieces with props only, used by phone and server pages, and the catalogue of sentences.
//!
//! A piece knows nothing of databases, requests or routes: it gets values of `domain`, the [`Words`] to say them in,
//! and handlers where it can be tapped. Style sheets travel along as text, because phone, window and server each
//! serve them in their own way.

mod absence;
mod calendar;
#[cfg(any(test, feature = "catalogue"))]
pub mod catalogue;
mod icons;
mod meter;
mod pattern;
mod style;
mod suns;
mod sync_line;
mod week;
mod words;

pub use absence::{AbsenceCard, TierBadge, days_of};
pub use calendar::{CalendarDay, CalendarLegend, MonthCalendar, SmallMonth};
pub use icons::{CheckIcon, ChevronIcon, DashIcon, HandIcon, PhoneIcon, Sign, SignIcon, SunIcon, UndoIcon};
pub use meter::{Meter, RateBar};
pub use pattern::{AbsenceLine, AbsenceTable, missed_of, weekday_lines, weekday_sentence};
pub use style::{PHONE_CSS, TEAM_CSS, TOKENS_CSS};
pub use suns::ContactSuns;
pub use sync_line::{SyncLine, SyncTone};
pub use week::{CellContact, WeekCell, WeekCells, WeekLegend, WeekLetters};
pub use words::{Arg, Direction, Language, Words, acts_beyond, apart};

/// What the tests of pieces share.
#[cfg(test)]
mod test {
    use dioxus::prelude::*;

    /// The piece as HTML.
    pub fn html_of(piece: Element) -> String {
        dioxus_ssr::render_element(piece)
    }

    /// The piece as it is read: without tags, with single spaces.
    pub fn text_of(piece: Element) -> String {
        let html = html_of(piece);
        let text = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        text.map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }
}
