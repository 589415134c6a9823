//! Early warning by attendance, behaviour and course performance (`domain.md` 4.4), and the on-track bands of 4.2.

use serde::Serialize;

use crate::finding::{concerns_of, state_of};
use crate::rules::{Comparator, OnTrackLimit};
use crate::{
    AbsenceFigure, Concern, Finding, FindingState, IndicatorKind, Indicators, Known, Limit, Ratio, Rules,
    SchoolDay, Share, Working,
};

/// Whose definition was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EarlyWarningModel {
    /// Sixth graders: attendance below 80 %, an unsatisfactory behaviour mark, mathematics or English failed; any one.
    PhiladelphiaSixthGrade,
    /// On track: attendance of 85 %, suspended for fewer than 3 days, mathematics and English passed.
    DiplomasNow,
}

impl EarlyWarningModel {
    /// The name of its rule.
    pub fn rule(self) -> &'static str {
        match self {
            Self::PhiladelphiaSixthGrade => "philadelphia_sixth_grade",
            Self::DiplomasNow => "diplomas_now",
        }
    }
}

/// A student held against one definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EarlyWarning {
    /// Whose.
    pub model: EarlyWarningModel,
    /// Each indicator with its numbers.
    pub findings: Vec<Finding>,
}

impl EarlyWarning {
    /// Flagged, clear, or not to be said yet.
    pub fn state(&self) -> FindingState {
        state_of(&self.findings)
    }
    /// What the student is flagged for.
    pub fn concerns(&self) -> Vec<Concern> {
        concerns_of(&self.findings)
    }
    /// How it came about, number by number.
    pub fn working(&self, rules: &Rules) -> Vec<Working> {
        self.findings.iter().flat_map(|finding| finding.working(self.model.rule(), rules)).collect()
    }
}

/// The Philadelphia definition.
pub fn philadelphia_sixth_grade(
    attendance: Option<Known<AbsenceFigure>>,
    indicators: &Indicators,
    rules: &Rules,
) -> EarlyWarning {
    let limits = &rules.indicators;
    let findings = vec![
        attendance_finding(
            "abc_attendance_below_percent",
            attendance,
            Limit::Below,
            limits.abc_attendance_below_percent,
        ),
        Finding::about(Concern::Behaviour).count(
            "abc_behaviour_marks",
            "behaviour marks",
            indicators.get(&IndicatorKind::BehaviourMark).copied(),
            limits.abc_behaviour_marks,
        ),
        failed(Concern::Mathematics, indicators, rules),
        failed(Concern::English, indicators, rules),
    ];
    EarlyWarning { model: EarlyWarningModel::PhiladelphiaSixthGrade, findings }
}

/// The Diplomas Now definition; what it calls on track is what is clear here.
pub fn diplomas_now(
    attendance: Option<Known<AbsenceFigure>>,
    indicators: &Indicators,
    rules: &Rules,
) -> EarlyWarning {
    let limits = &rules.indicators;
    let off_track = match limits.diplomas_now_comparator {
        Comparator::AtLeast => Limit::Below,
        Comparator::MoreThan => Limit::UpTo,
    };
    let findings = vec![
        attendance_finding(
            "diplomas_now_attendance_percent",
            attendance,
            off_track,
            limits.diplomas_now_attendance_percent,
        ),
        Finding::about(Concern::Suspension).count(
            "diplomas_now_suspended_days",
            "days suspended",
            indicators.get(&IndicatorKind::SuspensionDaysOut).copied(),
            limits.diplomas_now_suspended_days,
        ),
        failed(Concern::Mathematics, indicators, rules),
        failed(Concern::English, indicators, rules),
    ];
    EarlyWarning { model: EarlyWarningModel::DiplomasNow, findings }
}

/// Attendance as both definitions and the bands hold it; a student without a school day has none yet.
fn attendance_finding(
    setting: &'static str,
    attendance: Option<Known<AbsenceFigure>>,
    fires: Limit,
    percent: u32,
) -> Finding {
    let attended = attendance.map(|known| known.map(|figure| figure.enrolled - figure.missed));
    let enrolled = attendance.map(|known| known.map(|figure| figure.enrolled));
    Finding::about(Concern::Attendance).part(setting, "days attended", (attended, enrolled), fires, percent)
}

fn failed(concern: Concern, indicators: &Indicators, rules: &Rules) -> Finding {
    let kind = match concern {
        Concern::Mathematics => IndicatorKind::CourseFailuresMath,
        _ => IndicatorKind::CourseFailuresEnglish,
    };
    let limit = rules.indicators.abc_course_failures;
    let seen = indicators.get(&kind).copied();
    Finding::about(concern).count("abc_course_failures", "courses failed", seen, limit)
}

/// The bands of the summit table (Everyone Graduates Center).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OnTrackBand {
    /// Attendance below 90 %.
    OffTrack,
    /// Above 90 %.
    OnTrack,
    /// Above 95 %.
    CollegeReady,
}

impl OnTrackBand {
    /// The band of an attendance; `None` without a school day.
    pub fn of(figure: AbsenceFigure, rules: &Rules) -> Option<Self> {
        let attended = figure.attendance_rate()?;
        let limits = &rules.indicators;
        let on_track = Ratio::from_percent(limits.on_track_above_percent);
        let at_the_limit_on_track = limits.on_track_limit_is == OnTrackLimit::OnTrack && attended == on_track;
        Some(match () {
            () if attended > Ratio::from_percent(limits.college_ready_above_percent) => Self::CollegeReady,
            () if attended > on_track || at_the_limit_on_track => Self::OnTrack,
            () => Self::OffTrack,
        })
    }
    /// How the band of an attendance came about.
    pub fn working(figure: AbsenceFigure, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let attended = AbsenceFigure { missed: figure.enrolled - figure.missed, ..figure };
        let keys = ["on_track_above_percent", "college_ready_above_percent", "on_track_limit_is"];
        Working { unit: "days attended", ..Working::new("on_track_band", attended, rules, &keys) }
            .known_through(through)
    }
}

/// Attendance of 90 % or better in every marking period so far (the practice of Diplomas Now).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Prevention {
    /// Marking periods with that attendance, of those with a school day.
    pub periods: Share,
}

impl Prevention {
    /// In every one of them.
    pub fn holds(self) -> bool {
        self.periods.n == self.periods.of
    }
    /// How it came about.
    pub fn working(self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        Working::share("prevention", self.periods, "marking periods", rules, &["prevention_from_percent"])
            .known_through(through)
    }
}

/// Holds each marking period against the limit; `None` before the first school day. A period without a school day says
/// nothing.
pub fn prevention(marking_periods: &[AbsenceFigure], rules: &Rules) -> Option<Prevention> {
    let wanted = Ratio::from_percent(rules.indicators.prevention_from_percent);
    let rates = marking_periods.iter().copied().filter_map(AbsenceFigure::attendance_rate);
    let periods = Share::of(rates.map(|rate| rate >= wanted));
    (periods.of > 0).then_some(Prevention { periods })
}

#[cfg(test)]
mod tests;
