//! Who is compared, and who cannot be.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{AbsenceFigure, Caution, GradeBand, Ratio, Rules, SchoolId, Share, Standing};

/// A student who was ever matched this year, or was eligible and never was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImpactStudent {
    /// The school.
    pub school_id: SchoolId,
    /// The band of grades; without one the student can be compared with nobody.
    pub band: Option<GradeBand>,
    /// Matched at any time, also when the match has ended.
    pub ever_matched: bool,
    /// The time before, as [`crate::Improvement`] has it.
    pub baseline: Option<Standing>,
    /// This year so far.
    pub now: Option<Standing>,
    /// Weeks with the wanted contacts, of those with a result.
    pub dosage: Share,
}

/// Why a student is not in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Exclusion {
    /// Nothing is known of the time before.
    NoBaseline,
    /// No school day this year.
    NoSchoolDay,
    /// Too few school days, before or now.
    TooFewDays,
    /// Too many days without a mark, before or now.
    TooManyUnmarked,
    /// The grade is in no band.
    NoBand,
    /// Nobody to compare with at the school and in the band.
    NoComparison,
}

/// How many students were left out for what.
pub type Exclusions = BTreeMap<Exclusion, u32>;

/// A student with both rates.
pub(super) struct Measured<'a> {
    pub student: &'a ImpactStudent,
    pub before: Standing,
    pub now: Standing,
    pub rate_before: Ratio,
    pub rate_now: Ratio,
}

impl<'a> Measured<'a> {
    fn of(student: &'a ImpactStudent) -> Result<Self, Exclusion> {
        let before = student.baseline.ok_or(Exclusion::NoBaseline)?;
        let now = student.now.ok_or(Exclusion::NoSchoolDay)?;
        let rate_before = before.figure.rate().ok_or(Exclusion::NoBaseline)?;
        let rate_now = now.figure.rate().ok_or(Exclusion::NoSchoolDay)?;
        match () {
            () if before.missing_refused || now.missing_refused => Err(Exclusion::TooManyUnmarked),
            () if before.provisional || now.provisional => Err(Exclusion::TooFewDays),
            () => Ok(Self { student, before, now, rate_before, rate_now }),
        }
    }
    pub fn change(&self) -> Ratio {
        &self.rate_now - &self.rate_before
    }
    pub fn figure_now(&self) -> AbsenceFigure {
        self.now.figure
    }
}

/// The students who have both rates, and why the others have not.
pub(super) fn measure<'a>(
    students: impl IntoIterator<Item = &'a ImpactStudent>,
) -> (Vec<Measured<'a>>, Exclusions) {
    let mut excluded = Exclusions::new();
    let measured = students.into_iter().filter_map(|student| {
        Measured::of(student).map_err(|exclusion| *excluded.entry(exclusion).or_default() += 1).ok()
    });
    (measured.collect(), excluded)
}

/// The rates of a group then and now. Each student counts the same, however long enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupChange {
    /// Students.
    pub n: u32,
    /// Mean rate before.
    pub mean_before: Ratio,
    /// Mean rate now.
    pub mean_now: Ratio,
    /// Median rate before.
    pub median_before: Ratio,
    /// Median rate now.
    pub median_now: Ratio,
    /// Mean change: negative is better.
    pub mean_change: Ratio,
}

impl GroupChange {
    /// `None` for a group of nobody.
    pub(super) fn of<'a, 's: 'a>(students: impl IntoIterator<Item = &'a Measured<'s>>) -> Option<Self> {
        let (before, now): (Vec<Ratio>, Vec<Ratio>) = students
            .into_iter()
            .map(|student| (student.rate_before.clone(), student.rate_now.clone()))
            .unzip();
        let (mean_before, mean_now) = (Ratio::mean(&before)?, Ratio::mean(&now)?);
        Some(Self {
            n: count(before.len()),
            mean_change: &mean_now - &mean_before,
            mean_before,
            mean_now,
            median_before: Ratio::median(&before)?,
            median_now: Ratio::median(&now)?,
        })
    }
}

pub(super) fn count(students: usize) -> u32 {
    u32::try_from(students).unwrap_or(u32::MAX)
}

/// The sentence about a group that is too small, where it is.
pub(super) fn small_group(n: u32, rules: &Rules) -> Option<Caution> {
    (n < rules.impact.impact_small_group).then_some(Caution::SmallGroup)
}
