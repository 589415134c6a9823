//! Every local variant of the arithmetic as a typed setting of district or school (`domain.md` 4.1 to 4.10).
//!
//! A setting has one name: the field here is the key on the command line, in the database and in a report.

mod impact;
mod indicators;
mod lease;
mod mentoring;
pub(crate) mod setting;
mod staff;

use serde::ser::{Serialize, SerializeMap, Serializer};

pub use impact::ImpactRules;
pub use indicators::{IndicatorRules, OnTrackLimit};
pub use lease::LeaseRules;
pub use mentoring::{MentoringRules, StaffBackground, TrainingTopics};
pub use setting::{InvalidSetting, MonthDay, RuleSetting};
use setting::{choice, settings};
pub use staff::StaffRules;

use crate::TextPolicy;

choice! {
    /// Whether exactly the limit is chronic.
    Comparator {
        /// 10 % or more is chronic.
        AtLeast = "at_least",
        /// More than 10 % is chronic (Iowa).
        MoreThan = "more_than",
    }
}

choice! {
    /// What a day missed in part counts as.
    HalfDayRule {
        /// A whole absence when half of the day or more was missed, else none.
        MissGeHalfIsAbsent = "miss_ge_half_is_absent",
        /// Present when half of the day or more was attended, else a whole absence.
        AttendGeHalfIsPresent = "attend_ge_half_is_present",
        /// The part that was missed.
        Fractional = "fractional",
    }
}

choice! {
    /// What a suspension out of school counts as.
    OutOfSchoolSuspension {
        /// An absence.
        Absent = "absent",
        /// Not an absence (New York's proposal of 2024).
        NotAbsent = "not_absent",
    }
}

choice! {
    /// What a suspension in school counts as.
    InSchoolSuspension {
        /// Present.
        Present = "present",
        /// An absence from half a day on (Connecticut).
        AbsentFromHalfDay = "absent_from_half_day",
    }
}

choice! {
    /// What a school day without a mark counts as.
    MissingMarks {
        /// Nothing: it is in neither A nor E, and too many of them forbid a tier.
        Exclude = "exclude",
        /// An absence (a report of New York State).
        Absent = "absent",
    }
}

choice! {
    /// Which tier exactly 5 % belongs to.
    FivePercent {
        /// At risk.
        AtRisk = "at_risk",
        /// Satisfactory (older tools).
        Satisfactory = "satisfactory",
    }
}

choice! {
    /// Where the days of the early signals are counted from.
    SignalsStart {
        /// The student's own first school day.
        OwnFirstDay = "own_first_day",
        /// The school's first day.
        SchoolFirstDay = "school_first_day",
    }
}

choice! {
    /// When last year's chronic absence is a signal.
    PriorYearSignal {
        /// From day 1.
        Alone = "alone",
        /// Once two of the first 20 school days are missed as well, where the list is too long.
        WithTwoAbsences = "with_two_absences",
    }
}

settings! {
    /// The rules in force for a district or a school.
    Rules {
        chronic_comparator: Comparator = Comparator::AtLeast, [choice],
            "Whether exactly the chronic limit is chronic.", "domain.md 4.1";
        minimum_enrolled_days: u32 = 10, [0 to 180],
            "Enrolled days below which a rate is provisional: shown, without a tier, out of school rates.", "domain.md 4.1";
        half_day_rule: HalfDayRule = HalfDayRule::MissGeHalfIsAbsent, [choice],
            "What a day missed in part counts as.", "domain.md 4.1";
        out_of_school_suspension: OutOfSchoolSuspension = OutOfSchoolSuspension::Absent, [choice],
            "What a suspension out of school counts as.", "domain.md 4.1";
        in_school_suspension: InSchoolSuspension = InSchoolSuspension::Present, [choice],
            "What a suspension in school counts as.", "domain.md 4.1";
        missing_marks: MissingMarks = MissingMarks::Exclude, [choice],
            "What a school day without a mark counts as.", "domain.md 4.1";
        label_refused_above_missing_percent: u32 = 10, [0 to 100],
            "Share of unmarked days above which no tier is given.", "domain.md 4.1";
        five_percent_is: FivePercent = FivePercent::AtRisk, [choice],
            "Which tier exactly the at-risk limit belongs to.", "domain.md 4.2";
        at_risk_from_percent: u32 = 5, [1 to 100],
            "Percent of days missed from which a student is at risk.", "domain.md 4.2";
        chronic_from_percent: u32 = 10, [1 to 100],
            "Percent of days missed from which a student is chronically absent.", "domain.md 4.2";
        severe_from_percent: u32 = 20, [1 to 100],
            "Percent of days missed from which chronic absence is severe.", "domain.md 4.2";
        school_severe_from_percent: u32 = 20, [1 to 100],
            "Percent of chronically absent students from which a school's absence is severe.", "domain.md 4.2";
        school_extreme_from_percent: u32 = 30, [1 to 100],
            "Percent of chronically absent students from which a school's absence is extreme.", "domain.md 4.2";
        fixed_count_days: u32 = 15, [1 to 180],
            "Days missed that count as chronic by number alone (15 in the federal collection, 20 in New York City).", "domain.md 4.1";
        signals_start: SignalsStart = SignalsStart::OwnFirstDay, [choice],
            "Where the days of the early signals are counted from.", "domain.md 4.3";
        signal_first_absences: u32 = 2, [1 to 180],
            "Days missed that fire the first early signal.", "domain.md 4.3";
        signal_first_days: u32 = 10, [1 to 180],
            "First school days that the first early signal looks at.", "domain.md 4.3";
        signal_second_absences: u32 = 2, [1 to 180],
            "Days missed that fire the second early signal.", "domain.md 4.3";
        signal_second_days: u32 = 20, [1 to 180],
            "First school days that the second early signal looks at.", "domain.md 4.3";
        signal_third_absences: u32 = 4, [1 to 180],
            "Days missed that fire the third early signal.", "domain.md 4.3";
        signal_third_days: u32 = 40, [1 to 180],
            "First school days that the third early signal looks at.", "domain.md 4.3";
        signal_september_absences: u32 = 0, [0 to 30],
            "Days missed in September that fire a signal (Baltimore: 2); 0: not used.", "domain.md 4.3";
        prior_year_signal: PriorYearSignal = PriorYearSignal::Alone, [choice],
            "When last year's chronic absence is a signal.", "domain.md 4.3";
        near_zero_from_percent: u32 = 50, [1 to 100],
            "Percent of the last days missed from which a student almost never attends.", "domain.md 2 #2";
        near_zero_days: u32 = 20, [1 to 180],
            "Last school days that the warning about almost never attending looks at.", "domain.md 2 #2";
        school_year_starts: MonthDay = MonthDay::FIRST_OF_JULY, [choice],
            "First date of a school year.", "domain.md 4.1";
        small_group_minimum: u32 = 10, [1 to 100],
            "Students below which a group is hidden wherever a figure leaves the team.", "domain.md 6";
        texting: TextPolicy = TextPolicy::Off, [choice],
            "Whom mentors may text from their own phones.", "domain.md 2 #54";
        [group] indicators: IndicatorRules, "Dosage, early warning and Check & Connect.";
        [group] impact: ImpactRules, "Improvement and impact.";
        [group] mentoring: MentoringRules, "What mentors need.";
        [group] staff: StaffRules, "How staff sign in.";
        [group] leases: LeaseRules, "How long a phone may be read out of touch.";
    }
}

impl Rules {
    /// The settings that a phone works by itself with; it is told them, and what others decide it is told as marks.
    pub const ON_PHONES: [&str; 10] = [
        "chronic_comparator",
        "minimum_enrolled_days",
        "five_percent_is",
        "at_risk_from_percent",
        "chronic_from_percent",
        "severe_from_percent",
        "school_year_starts",
        "duplicate_contact_minutes",
        "contacts_wanted_per_week",
        "texting",
    ];

    /// Every setting that decides a figure, with its value: all but what mentors need, how staff sign in and how long
    /// phones may be read.
    pub fn of_figures(&self) -> Vec<(&'static str, String)> {
        let mut entries = self.entries();
        let decides_none = |key: &str| {
            self.mentoring.get(key).is_some()
                || self.staff.get(key).is_some()
                || self.leases.get(key).is_some()
        };
        entries.retain(|(key, _)| !decides_none(key));
        entries
    }

    /// Whether the settings agree with each other: each limit of a tier below the next.
    pub fn check(&self) -> Result<(), InvalidSetting> {
        let ordered = [
            (
                self.at_risk_from_percent,
                "at_risk_from_percent",
                self.chronic_from_percent,
                "chronic_from_percent",
            ),
            (
                self.chronic_from_percent,
                "chronic_from_percent",
                self.severe_from_percent,
                "severe_from_percent",
            ),
            (
                self.school_severe_from_percent,
                "school_severe_from_percent",
                self.school_extreme_from_percent,
                "school_extreme_from_percent",
            ),
        ];
        match ordered.into_iter().find(|(low, _, high, _)| low >= high) {
            Some((_, lower, _, higher)) => Err(InvalidSetting::OutOfOrder { lower, higher }),
            None => Ok(()),
        }
    }
}

/// A flat map from key to text, as reports print it.
impl Serialize for Rules {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entries = self.of_figures();
        let mut map = serializer.serialize_map(Some(entries.len()))?;
        for (key, value) in entries {
            map.serialize_entry(key, &value)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_of_the_catalogue_reads_back_what_it_writes() {
        let mut rules = Rules::default();
        for setting in Rules::catalogue() {
            assert_eq!(rules.get(setting.key), Some(setting.default.clone()), "{}", setting.key);
            rules.set(setting.key, &setting.default).unwrap();
        }
        assert_eq!(rules, Rules::default());
        assert_eq!(rules.entries().len(), Rules::catalogue().len());
        assert_eq!(rules.check(), Ok(()));
    }

    #[test]
    fn the_handbook_lists_every_setting_as_it_is() {
        let handbook = include_str!("../../../../docs/figures.md");
        for RuleSetting { key, default, allowed, about, source } in Rules::catalogue() {
            let row = format!("| `{key}` | {default} | {allowed} | {about} | {source} |");
            assert!(
                handbook.contains(&row),
                "docs/figures.md lacks this row of its table of settings:\n{row}"
            );
        }
    }

    #[test]
    fn phones_are_told_settings_that_there_are() {
        for key in Rules::ON_PHONES {
            assert!(Rules::default().get(key).is_some(), "{key}");
        }
    }

    #[test]
    fn no_two_settings_share_a_key() {
        let mut keys: Vec<_> = Rules::catalogue().iter().map(|setting| setting.key).collect();
        keys.sort_unstable();
        assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{keys:?}");
    }

    #[test]
    fn every_word_that_the_catalogue_allows_can_be_set() {
        let choices = Rules::catalogue().into_iter().filter(|setting| setting.allowed.contains(", "));
        for setting in choices.filter(|setting| setting.key != "school_year_starts") {
            for word in setting.allowed.split(", ") {
                let mut rules = Rules::default();
                rules.set(setting.key, word).unwrap();
                assert_eq!(rules.get(setting.key).as_deref(), Some(word), "{}", setting.key);
            }
        }
    }

    #[test]
    fn a_wrong_setting_is_answered_with_what_there_is() {
        let mut rules = Rules::default();
        let said = |rules: &mut Rules, key, value| rules.set(key, value).unwrap_err().to_string();
        assert_eq!(
            said(&mut rules, "half_day_rule", "never"),
            "the setting half_day_rule cannot be 'never'; allowed: miss_ge_half_is_absent, attend_ge_half_is_present, fractional"
        );
        assert_eq!(
            said(&mut rules, "minimum_enrolled_days", "181"),
            "the setting minimum_enrolled_days cannot be '181'; allowed: 0 to 180"
        );
        assert_eq!(
            said(&mut rules, "colour", "red"),
            "there is no setting 'colour'; 'daymark-server settings list' names them all"
        );
        assert_eq!(rules, Rules::default());
    }

    #[test]
    fn a_limit_above_the_next_one_is_refused() {
        let mut rules = Rules::default();
        rules.set("chronic_from_percent", "25").unwrap();
        assert_eq!(
            rules.check().unwrap_err().to_string(),
            "the setting chronic_from_percent must stay below severe_from_percent; change the other one first"
        );
    }

    #[test]
    fn a_school_year_never_starts_on_a_day_that_most_years_lack() {
        let mut rules = Rules::default();
        assert!(rules.set("school_year_starts", "02-29").is_err());
        assert!(rules.set("school_year_starts", "2026-08-01").is_err());
        assert!(rules.set("school_year_starts", "08-01").is_ok());
    }
}
