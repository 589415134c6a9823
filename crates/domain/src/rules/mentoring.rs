//! The settings of the gate: what must be there before a student's data lies on a mentor's phone (`domain.md` R2).

use std::collections::BTreeSet;

use super::setting::{SettingValue, choice, settings};
use crate::TrainingTopic;

choice! {
    /// Who answers for the background of school staff.
    StaffBackground {
        /// Their employer has checked them: no check of our own is asked for.
        ByEmployer = "by_employer",
        /// They need one like everybody.
        Own = "own",
    }
}

/// The topics without which nobody mentors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingTopics(BTreeSet<TrainingTopic>);

impl TrainingTopics {
    /// Each of them.
    pub fn topics(&self) -> impl Iterator<Item = TrainingTopic> {
        self.0.iter().copied()
    }
    fn first() -> Self {
        use TrainingTopic::{Confidentiality, DutyToReport, FirstTraining};
        Self([FirstTraining, Confidentiality, DutyToReport].into())
    }
}

impl SettingValue for TrainingTopics {
    const ALLOWED: &'static str = "none; or words with a space between: first_training confidentiality duty_to_report calls_and_talks boundaries families app other";
    fn read(text: &str) -> Option<Self> {
        if text == "none" {
            return Some(Self(BTreeSet::new()));
        }
        let topics: BTreeSet<TrainingTopic> =
            text.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
        (!topics.is_empty()).then_some(Self(topics))
    }
    fn write(&self) -> String {
        if self.0.is_empty() {
            return "none".to_owned();
        }
        self.topics().map(TrainingTopic::word).collect::<Vec<_>>().join(" ")
    }
}

settings! {
    /// What mentors and their matches need.
    MentoringRules {
        required_training: TrainingTopics = TrainingTopics::first(), [choice],
            "Topics that a mentor is trained in before a student's data lies on their phone.", "domain.md 2 #55";
        school_staff_background: StaffBackground = StaffBackground::ByEmployer, [choice],
            "Whether school staff who mentor need a background check of their own.", "domain.md 2 #36";
        screening_valid_months: u32 = 12, [1 to 60],
            "Months for which a screening holds unless its own last day is written down.", "domain.md 2 #36";
        training_valid_months: u32 = 0, [0 to 60],
            "Months for which a required training holds; 0: for ever.", "domain.md 2 #55";
        review_after_days: u32 = 60, [14 to 365],
            "Days from a match's start after which student and family are asked whether it goes on.", "domain.md 2 #41b";
        records_kept_years: u32 = 1, [0 to 20],
            "Whole school years for which a closed match's record is kept after its year.", "domain.md 6 R12";
        attendance_kept_years: u32 = 1, [0 to 20],
            "Whole school years for which imported marks and indicators are kept after their year.", "domain.md 6 R12";
        referrals_kept_years: u32 = 1, [0 to 20],
            "Whole school years for which referrals are kept after their year.", "domain.md 6 R12";
        meetings_kept_years: u32 = 1, [0 to 20],
            "Whole school years for which meetings, decisions and actions are kept after their year.", "domain.md 6 R12";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_can_be_required_and_an_unknown_one_cannot() {
        let all: Vec<_> = TrainingTopic::ALL.iter().map(|topic| topic.word()).collect();
        assert!(TrainingTopics::ALLOWED.ends_with(&all.join(" ")), "{}", TrainingTopics::ALLOWED);
        assert_eq!(TrainingTopics::read(&all.join(" ")).unwrap().topics().count(), all.len());
        for wrong in ["", "  ", "first_training dancing"] {
            assert_eq!(TrainingTopics::read(wrong), None, "{wrong:?}");
        }
    }
}
