//! Matches that need help, and what there is to be glad of.

use daymark_domain::{
    Days, Direction, DosageTotals, SchoolDay, Streak, WeeklyChange, dosage_needs_help, next_check_in,
    weekly_change,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::dosage::MatchYear;
use crate::facts::StudentFacts;
use crate::lens::Lens;

/// A match that needs help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatchHelp {
    /// The export's key of the student.
    pub student_id: String,
    /// The mentor.
    pub mentor: String,
    /// Why.
    pub reasons: Vec<HelpReason>,
    /// How the dosage of the year came about.
    pub working: String,
}

/// Why a match needs help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HelpReason {
    /// The wanted contacts were missed so many weeks running.
    DosageNotMet,
    /// The family was not reached in the last four weeks.
    NoFamilyContact,
    /// A call of the last four weeks met a wrong or dead number.
    DeadNumber,
    /// The mentor's phone was not heard from for a week.
    MentorNotHeardFrom,
    /// The mentor has no phone that may sync.
    NoPhonePaired,
    /// The coordinator's talk with the mentor is overdue.
    SupportOverdue,
}

impl HelpReason {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::DosageNotMet => "dosage_not_met",
            Self::NoFamilyContact => "no_family_contact",
            Self::DeadNumber => "dead_number",
            Self::MentorNotHeardFrom => "mentor_not_heard_from",
            Self::NoPhonePaired => "no_phone_paired",
            Self::SupportOverdue => "support_overdue",
        }
    }
}

/// A student with something to be glad of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BrightSpot {
    /// The export's key of the student.
    pub student_id: String,
    /// School days present in a row.
    pub present_in_a_row: u32,
    /// The row may be longer: a day without a mark ended the count.
    pub at_least: bool,
    /// Days missed this week, beside those of as many school days last week, when there are fewer; null when there are not.
    #[schemars(with = "Option<(f64, f64)>")]
    pub fewer_absences: Option<(Days, Days)>,
}

/// Two school weeks in a row.
const LONG_STREAK: u32 = 10;

pub(super) fn needing_help(lens: &Lens<'_>, years: &[&MatchYear<'_>]) -> Vec<MatchHelp> {
    let matches = years.iter().map(|year| MatchHelp {
        student_id: year.of.student_sis_id.clone(),
        mentor: year.of.mentor_name.clone(),
        reasons: reasons(lens, year),
        working: DosageTotals::of(&year.weeks).working(year.rules, year.of.last_sync).to_string(),
    });
    matches.filter(|help| !help.reasons.is_empty()).collect()
}

fn reasons(lens: &Lens<'_>, year: &MatchYear<'_>) -> Vec<HelpReason> {
    let as_of = lens.facts.as_of;
    let recent =
        || year.of.contacts.iter().filter(|contact| contact.day > as_of.minus(28) && contact.day <= as_of);
    // A match of last week has had no time to reach the family.
    let old_enough = year.of.start <= as_of.minus(28);
    let family = recent().any(|contact| contact.reach == daymark_domain::Reach::Family);
    let heard = year.of.last_sync.is_some_and(|day| day > as_of.minus(7));
    let found = [
        (dosage_needs_help(&year.weeks, year.rules), HelpReason::DosageNotMet),
        (old_enough && !family, HelpReason::NoFamilyContact),
        (recent().any(|contact| contact.wrong_number), HelpReason::DeadNumber),
        (year.of.phones > 0 && !heard, HelpReason::MentorNotHeardFrom),
        (year.of.phones == 0, HelpReason::NoPhonePaired),
        (support_due(lens, year) < as_of, HelpReason::SupportOverdue),
    ];
    found.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason).collect()
}

/// When the next talk with the mentor was due, on the day of the report.
fn support_due(lens: &Lens<'_>, year: &MatchYear<'_>) -> SchoolDay {
    let with_mentor = lens.facts.team.check_ins.iter().filter(|talk| {
        talk.mentor_id == year.of.mentor_id
            && talk.school_id == year.of.school_id
            && talk.day <= lens.facts.as_of
    });
    next_check_in(year.of.start, &with_mentor.map(|talk| talk.day).collect::<Vec<_>>())
}

/// Matched students who came every day for two weeks, or missed less this week than last.
pub(super) fn bright_spots(
    lens: &Lens<'_>,
    here: &[&StudentFacts],
    years: &[&MatchYear<'_>],
) -> Vec<BrightSpot> {
    let matched = |student: &&&StudentFacts| years.iter().any(|year| year.of.student_id == student.id);
    let spots = here.iter().filter(matched).map(|student| {
        let days = lens.days(student, lens.window);
        let streak = Streak::of(&days);
        let better = change(lens, &days).filter(|change| change.direction == Direction::Improved);
        BrightSpot {
            student_id: student.sis_id.clone(),
            present_in_a_row: streak.days,
            at_least: streak.at_least,
            fewer_absences: better.map(|change| (change.this_week.missed, change.last_week.missed)),
        }
    });
    spots.filter(|spot| spot.present_in_a_row >= LONG_STREAK || spot.fewer_absences.is_some()).collect()
}

fn change(lens: &Lens<'_>, days: &[daymark_domain::StudentDay]) -> Option<WeeklyChange> {
    let week = lens.facts.as_of.week();
    let of = |week: daymark_domain::Week| -> Vec<_> {
        let marked = days.iter().filter(|day| week.contains(day.day) && day.is_marked());
        marked
            .map(|day| daymark_domain::AbsenceFigure { missed: day.absent(), enrolled: day.value.into() })
            .collect()
    };
    weekly_change(&of(week.previous()), &of(week))
}
