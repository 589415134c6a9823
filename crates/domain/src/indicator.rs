//! What else a school counts about a student in a period: behaviour and courses, for early warning (`domain.md` 4.4)
//! and Check & Connect (4.5). Imported; never written by a phone.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What an indicator counts. Its value says how many, or how much, in its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    /// Referrals for behaviour.
    BehaviourReferrals,
    /// Unsatisfactory behaviour marks on the report card.
    BehaviourMark,
    /// Detentions.
    Detentions,
    /// Suspensions in school.
    SuspensionsInSchool,
    /// Days suspended out of school; may have halves.
    SuspensionDaysOut,
    /// Classes missed, be the day missed or not.
    ClassesMissed,
    /// Classes that could have been attended: what a share of classes missed or late is of.
    ClassesHeld,
    /// Times late, as the school's own count has them.
    Tardies,
    /// Courses failed in mathematics.
    CourseFailuresMath,
    /// Courses failed in English.
    CourseFailuresEnglish,
    /// Grades of D in the grading period.
    Ds,
    /// Grades of F in the grading period.
    Fs,
    /// Credits earned.
    CreditsEarned,
    /// Credits that could have been earned.
    CreditsPossible,
}

/// A kind that is none of the known words.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("'{0}' is no indicator; expected one of {words}", words = IndicatorKind::words())]
pub struct UnknownIndicatorKind(pub String);

impl IndicatorKind {
    /// Every kind, in the order of the words in [`words`](Self::words).
    pub const ALL: [Self; 14] = [
        Self::BehaviourReferrals,
        Self::BehaviourMark,
        Self::Detentions,
        Self::SuspensionsInSchool,
        Self::SuspensionDaysOut,
        Self::ClassesMissed,
        Self::ClassesHeld,
        Self::Tardies,
        Self::CourseFailuresMath,
        Self::CourseFailuresEnglish,
        Self::Ds,
        Self::Fs,
        Self::CreditsEarned,
        Self::CreditsPossible,
    ];
    /// The word as stored and as a file has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::BehaviourReferrals => "behaviour_referrals",
            Self::BehaviourMark => "behaviour_mark",
            Self::Detentions => "detentions",
            Self::SuspensionsInSchool => "suspensions_in_school",
            Self::SuspensionDaysOut => "suspension_days_out",
            Self::ClassesMissed => "classes_missed",
            Self::ClassesHeld => "classes_held",
            Self::Tardies => "tardies",
            Self::CourseFailuresMath => "course_failures_math",
            Self::CourseFailuresEnglish => "course_failures_english",
            Self::Ds => "ds",
            Self::Fs => "fs",
            Self::CreditsEarned => "credits_earned",
            Self::CreditsPossible => "credits_possible",
        }
    }
    /// All words, with commas between them.
    pub fn words() -> String {
        Self::ALL.map(Self::word).join(", ")
    }
    /// Whether it is counted in ones; days and credits may have a part behind the point.
    pub fn is_counted_in_ones(self) -> bool {
        !matches!(self, Self::SuspensionDaysOut | Self::CreditsEarned | Self::CreditsPossible)
    }
}

impl FromStr for IndicatorKind {
    type Err = UnknownIndicatorKind;
    /// Reads the words, whatever their case, spaces and underscores, and the American spelling of behaviour.
    fn from_str(text: &str) -> Result<Self, UnknownIndicatorKind> {
        let fold = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let folded = fold(text).replace("behavior", "behaviour");
        let found = Self::ALL.into_iter().find(|kind| fold(kind.word()) == folded);
        found.ok_or_else(|| UnknownIndicatorKind(text.to_owned()))
    }
}

/// How many or how much: hundredths, so that half days and quarter credits stay exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IndicatorValue(u32);

/// A value that is no number from 0 to 9999.99 with at most two digits behind the point.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("expected a number from 0 to 9999.99 with at most two digits behind the point")]
pub struct InvalidIndicatorValue;

impl IndicatorValue {
    /// The greatest value, in hundredths.
    const MAX: u32 = 999_999;

    /// So many hundredths.
    pub fn from_hundredths(hundredths: u32) -> Option<Self> {
        (hundredths <= Self::MAX).then_some(Self(hundredths))
    }
    /// In hundredths, as stored.
    pub fn hundredths(self) -> u32 {
        self.0
    }
    /// Whether nothing stands behind the point.
    pub fn is_whole(self) -> bool {
        self.0.is_multiple_of(100)
    }
}

impl fmt::Display for IndicatorValue {
    /// Without trailing zeros: 3, 0.5, 2.25.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:02}", self.0 / 100, self.0 % 100);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl FromStr for IndicatorValue {
    type Err = InvalidIndicatorValue;
    fn from_str(text: &str) -> Result<Self, InvalidIndicatorValue> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        let part = part.trim_end_matches('0');
        if whole.is_empty() || !is_number(whole) || !is_number(part) || part.len() > 2 {
            return Err(InvalidIndicatorValue);
        }
        format!("{whole}{part:0<2}").parse().ok().and_then(Self::from_hundredths).ok_or(InvalidIndicatorValue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_indicator_reads_back_from_its_word() {
        for kind in IndicatorKind::ALL {
            assert_eq!(kind.word().parse(), Ok(kind));
        }
        assert_eq!("Behavior Referrals".parse(), Ok(IndicatorKind::BehaviourReferrals));
        assert!("gpa".parse::<IndicatorKind>().unwrap_err().to_string().starts_with("'gpa' is no indicator"));
    }

    #[test]
    fn an_indicators_value_is_exact_to_a_hundredth_and_has_one_spelling() {
        for (text, hundredths, shown) in [
            ("3", 300, "3"),
            ("0.5", 50, "0.5"),
            ("2.250", 225, "2.25"),
            ("10.00", 1_000, "10"),
            ("0", 0, "0"),
        ] {
            let value: IndicatorValue = text.parse().unwrap();
            assert_eq!((value.hundredths(), value.to_string().as_str()), (hundredths, shown));
        }
        for wrong in ["", ".5", "-1", "+1", "1,5", "1.005", "1e3", "10000", "99999999999", "two", "1.2.3"] {
            assert_eq!(wrong.parse::<IndicatorValue>(), Err(InvalidIndicatorValue), "{wrong}");
        }
    }
}
