//! Values that platform and screens hand to each other.

/// Whether the place where entries are kept stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// A folder that only people clear.
    Folder,
    /// The browser promised not to clear it by itself.
    Promised,
    /// The browser may clear it when the phone runs short of space.
    MayBeCleared,
    /// The platform does not say.
    #[default]
    Unknown,
}

/// The place where entries are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Storage {
    /// Whether it stays.
    pub keeping: Keeping,
    /// Bytes that the app uses of what it may use; `None`: nothing but the disk limits it.
    pub used: Option<u64>,
    /// Bytes that are left.
    pub free: Option<u64>,
}

impl Storage {
    /// Fewer are a warning: with room for a day's entries to spare, while there is still time to make some.
    const FREE_AT_LEAST: u64 = 50 * 1024 * 1024;

    /// Nearly nothing is left, or nine tenths of what the app may use are taken.
    pub fn is_nearly_full(self) -> bool {
        let few = self.free.is_some_and(|free| free < Self::FREE_AT_LEAST);
        let most_taken = match (self.used, self.free) {
            (Some(used), Some(free)) => used / 9 > free,
            _ => false,
        };
        few || most_taken
    }

    /// Megabytes that are left, rounded down.
    pub fn free_megabytes(self) -> Option<u64> {
        self.free.map(|free| free / (1024 * 1024))
    }
}

/// A file for the mentor's own use. Whoever makes one sees to it that it names no student.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenFile {
    /// With its ending.
    pub name: &'static str,
    /// Such as `text/calendar`.
    pub media_type: &'static str,
    /// All of it.
    pub text: String,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Another app has it.
    Shared,
    /// It lies where the browser puts downloads.
    Downloaded,
    /// It lies there.
    SavedAs(String),
    /// The mentor chose no app for it.
    Cancelled,
    /// The platform did not take it.
    Failed(String),
}

/// Whether the platform shows notices of this app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notices {
    /// It has none.
    Never,
    /// It wants to be asked.
    NotAsked,
    /// It shows them.
    Allowed,
    /// The mentor said no to the platform.
    Refused,
}

/// What the platform tells by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Some seconds have gone by.
    Tick,
    /// A newer build waits until this one is closed.
    NewVersion,
    /// The app is looked at.
    LookedAt,
    /// It no longer is.
    LookedAway,
}

#[cfg(test)]
mod tests {
    use super::*;

    const MB: u64 = 1024 * 1024;

    fn nearly_full(used: Option<u64>, free: u64) -> bool {
        Storage { used, free: Some(free), ..Storage::default() }.is_nearly_full()
    }

    #[test]
    fn storage_is_nearly_full_below_fifty_megabytes_or_above_nine_tenths() {
        assert!(nearly_full(Some(10 * MB), 50 * MB - 1));
        assert!(!nearly_full(Some(10 * MB), 50 * MB));
        assert!(nearly_full(Some(910 * MB), 90 * MB));
        assert!(!nearly_full(Some(900 * MB), 100 * MB));
        assert!(!nearly_full(None, 60 * MB), "a disk may be fuller than that");
        assert!(!Storage::default().is_nearly_full(), "what is not known is no alarm");
    }
}
