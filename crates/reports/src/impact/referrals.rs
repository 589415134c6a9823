//! Help that others gave to the matched students: how much of it was asked for, waits, has ended, and how long that took.

use std::collections::BTreeSet;

use daymark_domain::{ReferralStatus, StudentId, median_days_to_close};
use schemars::JsonSchema;
use serde::Serialize;

use super::Matches;
use crate::facts::ReferralFact;
use crate::head::count;
use crate::lens::Lens;
use crate::tenths::Tenths;

/// Referrals of the ever matched students this year. Numbers of few students are hidden, and then all of them are:
/// the one is the others' difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Referrals {
    /// Of too few students to be shown.
    pub hidden: bool,
    /// Made this year.
    pub opened: Option<u32>,
    /// Under way on the day of the report, whenever they were made.
    pub open: Option<u32>,
    /// Ended this year, whatever came of it.
    pub closed: Option<u32>,
    /// Days from the making to the end of those; null where none has ended.
    pub median_days_to_close: Option<Tenths>,
}

pub(super) fn referrals(lens: &Lens<'_>, matches: &Matches, minimum: u32) -> Referrals {
    let ours: Vec<_> = lens.facts.team.referrals.iter().filter(|row| is_ours(lens, matches, row)).collect();
    let opened = part(&ours, |row| lens.window.contains(row.day));
    let open = part(&ours, |row| row.status.is_open());
    let closed = part(&ours, |row| row.status.wants_outcome() && lens.window.contains(row.since));
    if [&opened, &open, &closed].into_iter().any(|part| are_few(part, minimum)) {
        return Referrals { hidden: true, ..Referrals::default() };
    }
    let median = median_days_to_close(closed.iter().map(|row| (row.day, row.since)));
    Referrals {
        hidden: false,
        opened: Some(count(opened.iter())),
        open: Some(count(open.iter())),
        closed: Some(count(closed.iter())),
        median_days_to_close: median.as_ref().map(Tenths::of),
    }
}

fn is_ours(lens: &Lens<'_>, matches: &Matches, row: &ReferralFact) -> bool {
    row.status != ReferralStatus::EnteredInError
        && lens.facts.covers(row.school_id)
        && matches.by_student.contains_key(&row.student_id)
}

fn part<'a>(rows: &[&'a ReferralFact], is_in: impl Fn(&ReferralFact) -> bool) -> Vec<&'a ReferralFact> {
    rows.iter().copied().filter(|row| is_in(row)).collect()
}

fn are_few(rows: &[&ReferralFact], minimum: u32) -> bool {
    let students: BTreeSet<StudentId> = rows.iter().map(|row| row.student_id).collect();
    !students.is_empty() && count(students.iter()) < minimum
}
