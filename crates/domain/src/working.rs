//! How a figure came about, for whoever has to stake a decision on it.

use std::fmt;

use serde::Serialize;

use crate::{AbsenceFigure, Days, Rules, SchoolDay};

/// The numbers behind a figure, the settings that mattered, and how fresh the record is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Working {
    /// The name of the rule, as `docs/figures.md` has it.
    pub rule: &'static str,
    /// What is counted.
    pub numerator: Days,
    /// Of how much.
    pub denominator: Days,
    /// Days that nobody has said anything about.
    pub unmarked: Days,
    /// The settings that mattered, with their values.
    pub settings: Vec<(&'static str, String)>,
    /// The last day whose marks are in.
    pub through: Option<SchoolDay>,
}

impl Working {
    /// Of a figure under a rule; `keys` are the settings that mattered.
    pub fn new(rule: &'static str, figure: AbsenceFigure, rules: &Rules, keys: &[&'static str]) -> Self {
        let settings = keys.iter().filter_map(|key| Some((*key, rules.get(key)?))).collect();
        let (numerator, denominator) = (figure.missed, figure.enrolled);
        Self { rule, numerator, denominator, unmarked: Days::ZERO, settings, through: None }
    }
    /// With the days that nobody has said anything about.
    pub fn with_unmarked(self, unmarked: Days) -> Self {
        Self { unmarked, ..self }
    }
    /// With the last day whose marks are in.
    pub fn known_through(self, through: Option<SchoolDay>) -> Self {
        Self { through, ..self }
    }
}

/// One English line for the command line and for CSV; screens have their own words.
impl fmt::Display for Working {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} of {} days", self.rule, self.numerator, self.denominator)?;
        if !self.unmarked.is_zero() {
            write!(f, ", {} more unmarked", self.unmarked)?;
        }
        for (key, value) in &self.settings {
            write!(f, "; {key} {value}")?;
        }
        match self.through {
            Some(day) => write!(f, "; recorded through {day}"),
            None => f.write_str("; nothing recorded yet"),
        }
    }
}
