//! What a setting is made of: a key, a value that can be written as text and read back, and its place in the
//! catalogue.

use crate::SchoolDay;

/// One row of the catalogue of settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSetting {
    /// The name that command line, database and reports use.
    pub key: &'static str,
    /// What holds where nobody has set it.
    pub default: String,
    /// What it may be set to.
    pub allowed: &'static str,
    /// What it decides.
    pub about: &'static str,
    /// Where it is specified.
    pub source: &'static str,
}

/// A setting that does not exist, or a value that it cannot take.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum InvalidSetting {
    /// No setting has that key.
    #[error("there is no setting '{key}'; 'daymark-server settings list' names them all")]
    UnknownKey {
        /// As it was given.
        key: String,
    },
    /// The setting cannot take the value.
    #[error("the setting {key} cannot be '{value}'; allowed: {allowed}")]
    UnknownValue {
        /// The setting.
        key: &'static str,
        /// As it was given.
        value: String,
        /// What it may be set to.
        allowed: &'static str,
    },
    /// Two settings contradict each other.
    #[error("the setting {lower} must stay below {higher}; change the other one first")]
    OutOfOrder {
        /// The one that is too high.
        lower: &'static str,
        /// The one that is too low.
        higher: &'static str,
    },
}

/// A value that a setting can have, other than a plain number.
pub(crate) trait SettingValue: Sized {
    /// The words it may be given as.
    const ALLOWED: &'static str;
    /// From its word.
    fn read(text: &str) -> Option<Self>;
    /// As a word.
    fn write(&self) -> String;
}

/// A date without its year, such as 07-01. Never 29 February, which most years lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    month: u32,
    day: u32,
}

impl MonthDay {
    /// The date, if every year has it.
    pub fn new(month: u32, day: u32) -> Option<Self> {
        Self { month, day }.in_year(2001).map(|_| Self { month, day })
    }
    /// The first of July.
    pub(crate) const FIRST_OF_JULY: Self = Self { month: 7, day: 1 };

    /// Its day in a year.
    pub(crate) fn in_year(self, year: i32) -> Option<SchoolDay> {
        chrono::NaiveDate::from_ymd_opt(year, self.month, self.day).map(SchoolDay)
    }
}

impl SettingValue for MonthDay {
    const ALLOWED: &'static str = "a date as MM-DD, not 02-29";
    fn read(text: &str) -> Option<Self> {
        let (month, day) = text.split_once('-')?;
        Self::new(month.parse().ok()?, day.parse().ok()?)
    }
    fn write(&self) -> String {
        format!("{:02}-{:02}", self.month, self.day)
    }
}

/// An enum whose variants are the words of a setting.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $crate::rules::setting::SettingValue for $name {
            const ALLOWED: &'static str = $crate::rules::setting::words!($($word),+);
            fn read(text: &str) -> Option<Self> {
                match text { $($word => Some(Self::$variant),)+ _ => None }
            }
            fn write(&self) -> String {
                match self { $(Self::$variant => $word,)+ }.to_owned()
            }
        }
    };
}

/// The words of a choice with commas between.
macro_rules! words {
    ($first:literal $(, $word:literal)*) => { concat!($first $(, ", ", $word)*) };
}

/// A struct whose public fields are settings: `key: Type = default, [allowed], "what it decides", "source";`.
/// Allowed is `[choice]` for a [`SettingValue`] and `[0 to 100]` for a number. A `[group]` is a struct of further
/// settings whose keys are as flat as these.
macro_rules! settings {
    (
        $(#[$doc:meta])*
        $name:ident {
            $($key:ident: $type:ty = $default:expr, [$($allowed:tt)+], $about:literal, $source:literal;)*
            $([group] $group:ident: $group_type:ty, $group_about:literal;)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $(#[doc = $about] pub $key: $type,)*
            $(#[doc = $group_about] pub $group: $group_type,)*
        }

        impl Default for $name {
            fn default() -> Self {
                Self { $($key: $default,)* $($group: <$group_type>::default(),)* }
            }
        }

        impl $name {
            /// Every setting with its default, what it may be, what it decides and where that is specified.
            pub fn catalogue() -> Vec<$crate::rules::setting::RuleSetting> {
                #[allow(unused_mut, reason = "a struct without groups adds nothing")]
                let mut settings = vec![$($crate::rules::setting::RuleSetting {
                    key: stringify!($key),
                    default: $crate::rules::setting::written!([$($allowed)+] $type, &$default),
                    allowed: $crate::rules::setting::allowed!([$($allowed)+] $type),
                    about: $about,
                    source: $source,
                }),*];
                $(settings.extend(<$group_type>::catalogue());)*
                settings
            }
            /// The value of a setting as text; `None` when there is no such setting.
            pub fn get(&self, key: &str) -> Option<String> {
                match key {
                    $(stringify!($key) => {
                        Some($crate::rules::setting::written!([$($allowed)+] $type, &self.$key))
                    })*
                    _ => None$(.or_else(|| self.$group.get(key)))*,
                }
            }
            /// Sets a setting from text; whoever asks for another setting or value is told what there is.
            pub fn set(
                &mut self,
                key: &str,
                value: &str,
            ) -> Result<(), $crate::rules::setting::InvalidSetting> {
                match key {
                    $(stringify!($key) => {
                        self.$key = $crate::rules::setting::read!([$($allowed)+] $type, value).ok_or_else(|| {
                            $crate::rules::setting::InvalidSetting::UnknownValue {
                                key: stringify!($key),
                                value: value.to_owned(),
                                allowed: $crate::rules::setting::allowed!([$($allowed)+] $type),
                            }
                        })?;
                        Ok(())
                    })*
                    $(key if self.$group.get(key).is_some() => self.$group.set(key, value),)*
                    _ => Err($crate::rules::setting::InvalidSetting::UnknownKey { key: key.to_owned() }),
                }
            }
            /// Every setting with its value, in the catalogue's order.
            pub fn entries(&self) -> Vec<(&'static str, String)> {
                #[allow(unused_mut, reason = "a struct without groups adds nothing")]
                let mut entries = vec![$((
                    stringify!($key),
                    $crate::rules::setting::written!([$($allowed)+] $type, &self.$key),
                )),*];
                $(entries.extend(self.$group.entries());)*
                entries
            }
        }
    };
}

macro_rules! allowed {
    ([choice] $type:ty) => {
        <$type as $crate::rules::setting::SettingValue>::ALLOWED
    };
    ([$least:literal to $most:literal] $type:ty) => {
        concat!(stringify!($least), " to ", stringify!($most))
    };
}

macro_rules! read {
    ([choice] $type:ty, $text:expr) => {
        <$type as $crate::rules::setting::SettingValue>::read($text)
    };
    ([$least:literal to $most:literal] $type:ty, $text:expr) => {
        $text.parse::<$type>().ok().filter(|number| ($least..=$most).contains(number))
    };
}

macro_rules! written {
    ([choice] $type:ty, $value:expr) => {
        <$type as $crate::rules::setting::SettingValue>::write($value)
    };
    ([$least:literal to $most:literal] $type:ty, $value:expr) => {
        $value.to_string()
    };
}

pub(crate) use {allowed, choice, read, settings, words, written};
