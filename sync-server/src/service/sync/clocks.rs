//! Whether the moment that an entry claims can be believed. It decides nothing: no entry is refused and no order changed
//! for it, the coordinator reads that the time is not certain (`trust.md` P14).

use daymark_documents::{Inspected, Said, said};
use daymark_domain::EntryKey;

/// Clocks that are further apart say nothing certain of a moment.
const APART_S: i64 = 24 * 60 * 60;
/// A match is one of a school year, so what claims to be older was written by a clock that was wrong then.
const OLDEST_S: i64 = 366 * 24 * 60 * 60;

/// What a phone's clock showed, seconds since 1970, when it began to hand something in; an older app does not say.
#[derive(Clone, Copy, Debug)]
pub(super) struct PhoneClock(pub Option<i64>);

impl PhoneClock {
    /// The entries among these changes whose moment is not certain, by the server's clock now.
    pub fn doubts(self, changes: &[(Inspected, Vec<u8>)], now: i64) -> Vec<EntryKey> {
        let entries = changes.iter().filter_map(|(_, bytes)| match said(bytes)? {
            Said::Entry(entry) => Some(entry),
            Said::Mark { .. } => None,
        });
        entries.filter(|entry| self.doubts_moment(entry.at, now)).map(|entry| entry.key).collect()
    }

    /// A clock that was set right before the sync leaves moments behind that have not come yet, or are too long ago.
    fn doubts_moment(self, at: i64, now: i64) -> bool {
        let is_apart = self.0.is_some_and(|phone| phone.abs_diff(now) > APART_S.unsigned_abs());
        is_apart || at > now.saturating_add(APART_S) || at < now.saturating_sub(OLDEST_S)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_760_445_720;
    const DAY: i64 = 86_400;

    #[test]
    fn a_moment_is_certain_unless_clocks_are_a_day_apart_or_it_cannot_have_been() {
        for (phone, at, doubted) in [
            (Some(NOW), NOW - 60, false),
            (Some(NOW - DAY), NOW - 60, false),
            (Some(NOW - DAY - 1), NOW - 60, true),
            (Some(NOW + 400 * DAY), NOW - 60, true),
            (Some(0), 0, true),
            (Some(i64::MIN), NOW, true),
            // Offline over the summer.
            (Some(NOW), NOW - 90 * DAY, false),
            (None, NOW - 60, false),
            // Set right in between.
            (Some(NOW), NOW + 2 * DAY, true),
            (Some(NOW), 86_400, true),
        ] {
            assert_eq!(PhoneClock(phone).doubts_moment(at, NOW), doubted, "{phone:?} {at}");
        }
    }
}
