//! How many students of a group stand in each tier, as it may leave the team.

use chrono::Datelike;
use daymark_domain::{TierCounts, Window};
use schemars::JsonSchema;
use serde::Serialize;

use crate::lens::Lens;
use crate::table::maybe;
use crate::tenths::Tenths;

/// A group. Every number is null when the group is hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TierRow {
    /// The group.
    pub group: String,
    /// Too small to be shown, or needed to hide one that is.
    pub hidden: bool,
    /// Students.
    pub enrolled: Option<u32>,
    /// Of these, those with too few days, or too many unmarked ones, for a tier. They are in no percentage.
    pub without_tier: Option<u32>,
    /// Satisfactory.
    pub satisfactory: Option<u32>,
    /// At risk.
    pub at_risk: Option<u32>,
    /// Moderately chronic.
    pub moderate: Option<u32>,
    /// Severely chronic.
    pub severe: Option<u32>,
    /// Chronically absent: moderate and severe.
    pub chronic: Option<u32>,
    /// Satisfactory, of those with a tier.
    pub satisfactory_percent: Option<Tenths>,
    /// At risk, of those with a tier.
    pub at_risk_percent: Option<Tenths>,
    /// Moderate, of those with a tier.
    pub moderate_percent: Option<Tenths>,
    /// Severe, of those with a tier.
    pub severe_percent: Option<Tenths>,
    /// Chronic, of those with a tier.
    pub chronic_percent: Option<Tenths>,
}

impl TierRow {
    /// The counts, if they may be shown.
    pub(crate) fn of(group: impl Into<String>, counts: TierCounts, shown: bool) -> Self {
        let count = |count: u32| shown.then_some(count);
        let percent =
            |count: u32| shown.then(|| Tenths::percent(count.into(), counts.labelled().into())).flatten();
        Self {
            group: group.into(),
            hidden: !shown,
            enrolled: count(counts.all()),
            without_tier: count(counts.not_enough_data + counts.not_applicable),
            satisfactory: count(counts.satisfactory),
            at_risk: count(counts.at_risk),
            moderate: count(counts.moderate),
            severe: count(counts.severe),
            chronic: count(counts.chronic()),
            satisfactory_percent: percent(counts.satisfactory),
            at_risk_percent: percent(counts.at_risk),
            moderate_percent: percent(counts.moderate),
            severe_percent: percent(counts.severe),
            chronic_percent: percent(counts.chronic()),
        }
    }

    pub(crate) const COLUMNS: [&'static str; 14] = [
        "group",
        "hidden",
        "enrolled",
        "without_tier",
        "satisfactory",
        "at_risk",
        "moderate",
        "severe",
        "chronic",
        "satisfactory_percent",
        "at_risk_percent",
        "moderate_percent",
        "severe_percent",
        "chronic_percent",
    ];

    pub(crate) fn cells(&self) -> [String; 14] {
        [
            self.group.clone(),
            self.hidden.to_string(),
            maybe(self.enrolled),
            maybe(self.without_tier),
            maybe(self.satisfactory),
            maybe(self.at_risk),
            maybe(self.moderate),
            maybe(self.severe),
            maybe(self.chronic),
            maybe(self.satisfactory_percent),
            maybe(self.at_risk_percent),
            maybe(self.moderate_percent),
            maybe(self.severe_percent),
            maybe(self.chronic_percent),
        ]
    }
}

/// A school year by its name: 2021-22.
pub(crate) fn year_name(lens: &Lens<'_>, window: Window) -> String {
    let year = Window::school_year(window.first, lens.facts.rules.rules.school_year_starts);
    let (first, last) = (year.first.0.year(), year.last.0.year());
    format!("{first}-{:02}", last % 100)
}
