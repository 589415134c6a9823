//! Identifiers: one type a thing, so that a student's id can never be passed for a match's.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A fresh random id.
            pub fn random() -> Self {
                Self(Uuid::new_v4())
            }
            /// The 16 bytes, as stored and sent.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
            /// From the 16 bytes, as stored and sent.
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_simple().fmt(f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.as_simple())
            }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }
    };
}

id!(/// A school, by our own id; the export's own key stays on the server.
    SchoolId);
id!(/// A student, by our own id; the export's own key stays on the server.
    StudentId);
id!(/// A guardian or another adult whom the school may call.
    GuardianId);
id!(/// A mentor.
    MentorId);
id!(/// One student with one mentor; also the id of their match record.
    MatchId);
id!(/// What a mentor did with several students at once: the same in each match's entry.
    GroupId);
id!(/// One pairing of one phone.
    DeviceId);
id!(/// A member of staff who signs in to the team's pages.
    UserId);
id!(/// Help for a student that somebody else gives.
    ReferralId);
id!(/// Where help is to be had.
    ResourceId);
id!(/// One meeting of the school's team.
    MeetingId);
id!(/// What a meeting decided.
    DecisionId);
id!(/// What somebody has to do.
    ActionId);
id!(/// A group of students that the team saved.
    DayGroupId);

/// The short name that a phone writes in front of its entries: 1 to 12 characters of `0-9a-z`.
///
/// The server hands it out at pairing and never twice; a restored copy of the phone takes a new one
/// (see [`DeviceTag::for_generation`]), so that two phones can never write the same entry key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DeviceTag(String);

/// A device tag that is empty, too long, or has other characters than `0-9a-z` and `.`.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a device tag is 1 to 12 characters of 0-9, a-z and '.'")]
pub struct InvalidDeviceTag;

impl DeviceTag {
    /// The tag with the given serial number, in base 36.
    pub fn from_serial(serial: u32) -> Self {
        Self(base36(serial))
    }
    /// The serial number that it is; none for a tag of a later generation.
    pub fn serial(&self) -> Option<u32> {
        u32::from_str_radix(&self.0, 36).ok().filter(|serial| Self::from_serial(*serial) == *self)
    }
    /// The tag that this phone uses from the given generation on; generation 0 is the tag as paired.
    pub fn for_generation(&self, generation: u32) -> Self {
        if generation == 0 { self.clone() } else { Self(format!("{}.{}", self.0, base36(generation))) }
    }
    /// What all generations of one phone have in common: the tag as paired.
    pub fn phone(&self) -> &str {
        self.0.split('.').next().unwrap_or(&self.0)
    }
    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for DeviceTag {
    type Error = InvalidDeviceTag;
    fn try_from(text: String) -> Result<Self, InvalidDeviceTag> {
        let allowed = |c: char| c.is_ascii_digit() || c.is_ascii_lowercase() || c == '.';
        if (1..=12).contains(&text.len()) && text.chars().all(allowed) {
            Ok(Self(text))
        } else {
            Err(InvalidDeviceTag)
        }
    }
}

impl FromStr for DeviceTag {
    type Err = InvalidDeviceTag;
    fn from_str(text: &str) -> Result<Self, InvalidDeviceTag> {
        text.to_owned().try_into()
    }
}

impl From<DeviceTag> for String {
    fn from(tag: DeviceTag) -> String {
        tag.0
    }
}

fn base36(mut number: u32) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut text = Vec::new();
    loop {
        text.push(DIGITS[(number % 36) as usize]);
        number /= 36;
        if number == 0 {
            break;
        }
    }
    text.reverse();
    String::from_utf8_lossy(&text).into_owned()
}

/// The key of one entry in a match record: `deviceTag-counter`. Never used twice, never changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntryKey {
    /// Which phone wrote the entry.
    pub tag: DeviceTag,
    /// The phone's own count of entries, from 1.
    pub counter: u32,
}

/// An entry key that is not `deviceTag-counter`.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("an entry key is a device tag, '-' and a number from 1")]
pub struct InvalidEntryKey;

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.tag.as_str(), self.counter)
    }
}

impl FromStr for EntryKey {
    type Err = InvalidEntryKey;
    fn from_str(text: &str) -> Result<Self, InvalidEntryKey> {
        let (tag, counter) = text.split_once('-').ok_or(InvalidEntryKey)?;
        let tag = DeviceTag::try_from(tag.to_owned()).map_err(|_| InvalidEntryKey)?;
        // A leading zero or sign would give one entry two spellings.
        let canonical = counter.chars().all(|c| c.is_ascii_digit()) && !counter.starts_with('0');
        let counter = counter.parse().ok().filter(|_| canonical).ok_or(InvalidEntryKey)?;
        Ok(Self { tag, counter })
    }
}

impl TryFrom<String> for EntryKey {
    type Error = InvalidEntryKey;
    fn try_from(text: String) -> Result<Self, InvalidEntryKey> {
        text.parse()
    }
}

impl From<EntryKey> for String {
    fn from(key: EntryKey) -> String {
        key.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_key_reads_back_as_it_was_written() {
        let key = EntryKey { tag: DeviceTag::from_serial(1_000).for_generation(2), counter: 37 };
        assert_eq!(key.to_string(), "rs.2-37");
        assert_eq!(key.to_string().parse(), Ok(key));
    }

    #[test]
    fn generations_of_a_phone_never_share_a_key_and_are_known_as_one_phone() {
        let paired = DeviceTag::from_serial(1_000);
        let tags: Vec<_> = (0..40).map(|generation| paired.for_generation(generation)).collect();
        let keys: std::collections::BTreeSet<_> =
            tags.iter().map(|tag| EntryKey { tag: tag.clone(), counter: 1 }.to_string()).collect();
        assert_eq!(keys.len(), 40);
        assert!(tags.iter().all(|tag| tag.phone() == "rs"));
        assert_eq!(keys.iter().map(String::len).max(), Some("rs.10-1".len()), "and keys stay short");
        assert_ne!(DeviceTag::from_serial(1_001).phone(), "rs");
    }

    #[test]
    fn an_entry_key_has_one_spelling_only() {
        for wrong in ["", "-1", "a-", "a-0", "a-01", "a-+1", "A-1", "a-1-2", "aaaaaaaaaaaaa-1"] {
            assert_eq!(wrong.parse::<EntryKey>(), Err(InvalidEntryKey), "{wrong}");
        }
    }
}
