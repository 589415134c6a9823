//! Every report by its name.

use std::fmt;
use std::str::FromStr;

use schemars::{Schema, schema_for};

use crate::face::AnyReport;
use crate::facts::Facts;

/// A name that no report has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no report '{0}'; 'daymark-server report list' names them all")]
pub struct UnknownReport(pub String);

macro_rules! reports {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $about:literal, $report:path, $make:path;)+) => {
        /// The reports that there are.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ReportName { $($(#[$doc])* $name,)+ }

        impl ReportName {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];
            /// The name on the command line.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }
            /// What it answers.
            pub fn about(self) -> &'static str {
                match self { $(Self::$name => $about,)+ }
            }
            /// Whether it tells of groups, to readers beyond the team, rather than of students.
            pub fn leaves_the_team(self) -> bool {
                matches!(
                    self,
                    Self::Satt | Self::Datt | Self::MonthlyImpact | Self::NeedsAssessment | Self::WeekdayPattern
                )
            }
            /// What its JSON holds.
            pub fn schema(self) -> Schema {
                match self { $(Self::$name => schema_for!($report),)+ }
            }
            /// Makes it.
            pub fn make(self, facts: &Facts) -> Box<dyn AnyReport> {
                match self { $(Self::$name => Box::new($make(facts)),)+ }
            }
        }

        impl FromStr for ReportName {
            type Err = UnknownReport;
            fn from_str(word: &str) -> Result<Self, UnknownReport> {
                match word {
                    $($word => Ok(Self::$name),)+
                    _ => Err(UnknownReport(word.to_owned())),
                }
            }
        }
    };
}

reports! {
    /// Rates and tiers.
    Attendance = "attendance",
        "Who missed how much of school: rate, tier and signals of each student at each school.",
        crate::attendance::AttendanceReport, crate::attendance::attendance;
    /// First weeks.
    EarlySignals = "early-signals",
        "Students whose first weeks, or last year, say that this year may go wrong.",
        crate::early_signals::EarlySignalsReport, crate::early_signals::early_signals;
    /// For a mentor.
    Candidates = "candidates",
        "Students who might be given a mentor: which rule fired, the numbers behind it, and who needs other help first.",
        crate::candidates::CandidatesReport, crate::candidates::candidates;
    /// For the team's meeting.
    WeeklyPacket = "weekly-packet",
        "What a school's team has on the table each week: picture, students, matches that need help, bright spots.",
        crate::packet::WeeklyPacketReport, crate::packet::weekly_packet;
    /// By subgroup, of schools.
    Satt = "satt",
        "Each school's students by tier, year and subgroup, by early-warning flag and by failed courses, small groups hidden.",
        crate::breakdown::SattReport, crate::breakdown::satt;
    /// By subgroup, of the district.
    Datt = "datt",
        "The district's students by tier, year, school and subgroup, small groups hidden.",
        crate::breakdown::DattReport, crate::breakdown::datt;
    /// Effect.
    MonthlyImpact = "monthly-impact",
        "What can be said of the programme's effect, with the label and the cautions that belong to it.",
        crate::impact::MonthlyImpactReport, crate::impact::monthly_impact;
    /// Where to begin.
    NeedsAssessment = "needs-assessment",
        "Where the district's chronically absent students are, and how many mentors there are for them.",
        crate::needs_assessment::NeedsAssessmentReport, crate::needs_assessment::needs_assessment;
    /// Student by day.
    HeatMap = "heat-map",
        "The grid of students and school days with a code for each.",
        crate::heat_map::HeatMapReport, crate::heat_map::heat_map;
    /// Contacts.
    Dosage = "dosage",
        "Three contacts a week: by match and by mentor.",
        crate::dosage::DosageReport, crate::dosage::dosage;
    /// Mondays and Fridays.
    WeekdayPattern = "weekday-pattern",
        "On which days of the week absence falls, by school and grade.",
        crate::weekday_pattern::WeekdayPatternReport, crate::weekday_pattern::weekday_pattern;
}

impl fmt::Display for ReportName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_report_is_found_by_its_name() {
        for report in ReportName::ALL {
            assert_eq!(report.word().parse(), Ok(*report));
        }
        let error = "attendence".parse::<ReportName>().unwrap_err().to_string();
        assert!(error.contains("report list"), "{error}");
    }
}
