//! The students' table: the columns of the summit's slide, and what has been added to them.

use chrono::Datelike;
use daymark_domain::{
    AbsenceFigure, BarrierFactor, Days, HeatCode, OnTrackBand, Projection, Reach, ReferralKind, SchoolDay,
    Tally, Tier, Window, heat_row, instruction,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::team::TeamDoes;
use super::told::TeamTold;
use crate::attendance::{TierWord, rate};
use crate::dosage::{MatchYear, last_contact};
use crate::facts::{SchoolFacts, StudentFacts};
use crate::lens::{Lens, of_school};
use crate::tenths::Tenths;

/// A student with a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PacketRow {
    /// The export's key of the student.
    pub student_id: String,
    /// The grade.
    pub grade: Option<String>,
    /// Attendance in the quarter of the school year before this one; null in the first.
    pub previous_quarter: Option<QuarterFigure>,
    /// Days missed in September; null where September is not of this year's record.
    #[schemars(with = "Option<f64>")]
    pub september_absent_days: Option<Days>,
    /// A of the year so far.
    #[schemars(with = "f64")]
    pub absent_days: Days,
    /// E of the year so far.
    #[schemars(with = "f64")]
    pub enrolled_days: Days,
    /// A of E.
    pub rate_percent: Option<Tenths>,
    /// By the exact fraction.
    #[schemars(with = "TierWord")]
    pub tier: Tier,
    /// Attendance above 90 % is on track, above 95 % ready for college.
    #[schemars(with = "Option<String>")]
    pub on_track: Option<OnTrackBand>,
    /// Days that may still be missed with the year ending below chronic; null when it cannot.
    pub absences_left: Option<u32>,
    /// Days present in a row that bring the rate below chronic; 0 when it is.
    pub present_days_needed: u32,
    /// The last ten school days by the codes of the heat map, the latest last.
    pub last_ten_days: String,
    /// The mentors.
    pub mentors: Vec<String>,
    /// Dates of this week on which a mentor reached the student.
    pub contacts_this_week: u32,
    /// Dates wanted of this week.
    pub contacts_wanted: u32,
    /// When the family was last reached.
    #[schemars(with = "Option<String>")]
    pub last_family_contact: Option<SchoolDay>,
    /// Causes that mentors were told and that still stand in the way.
    #[schemars(with = "Vec<String>")]
    pub barriers: Vec<BarrierFactor>,
    /// Notes of this week for the team's table.
    pub team_notes_this_week: u32,
    /// Help beside the mentor that somebody gives now: referrals that were accepted or are under way.
    #[schemars(with = "Vec<String>")]
    pub extra_supports: Vec<ReferralKind>,
    /// Referrals that somebody still has to see to.
    pub open_referrals: u32,
    /// Actions of the team about the student that are still to do.
    pub open_actions: u32,
    /// How rate, band and projection came about.
    pub working: Vec<String>,
}

/// A quarter of the school year, by the calendar's school days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuarterFigure {
    /// Its first school day.
    #[schemars(with = "String")]
    pub first: SchoolDay,
    /// Its last school day.
    #[schemars(with = "String")]
    pub last: SchoolDay,
    /// A.
    #[schemars(with = "f64")]
    pub absent_days: Days,
    /// E.
    #[schemars(with = "f64")]
    pub enrolled_days: Days,
    /// What was attended of E.
    pub attendance_percent: Option<Tenths>,
}

pub(super) fn rows(
    lens: &Lens<'_>,
    school: &SchoolFacts,
    here: &[&StudentFacts],
    years: &[&MatchYear<'_>],
    told: &TeamTold<'_>,
    team: &TeamDoes<'_>,
) -> Vec<PacketRow> {
    let quarter = previous_quarter(lens, school);
    let rows = here.iter().filter_map(|student| {
        let theirs: Vec<&MatchYear<'_>> =
            years.iter().copied().filter(|year| year.of.student_id == student.id).collect();
        (!theirs.is_empty()).then(|| PacketRow {
            barriers: told.causes_of(student.id),
            team_notes_this_week: told.notes_of(student.id),
            extra_supports: team.supports_of(student.id),
            open_referrals: team.open_referrals_of(student.id),
            open_actions: team.open_actions_of(&student.sis_id),
            ..row(lens, school, student, quarter, &theirs)
        })
    });
    rows.collect()
}

fn row(
    lens: &Lens<'_>,
    school: &SchoolFacts,
    student: &StudentFacts,
    quarter: Option<Window>,
    theirs: &[&MatchYear<'_>],
) -> PacketRow {
    let rules = lens.rules(school.id);
    let days: Vec<_> = of_school(&lens.days(student, lens.window), school.id).copied().collect();
    let standing = days.iter().collect::<Tally>().standing(rules);
    let of =
        |window: Window| days.iter().filter(|day| window.contains(day.day)).collect::<Tally>().figure(rules);
    let week = lens.facts.as_of.week();
    let this_week = theirs.iter().filter_map(|year| year.weeks.last().filter(|last| last.week == week));
    let (done, wanted) =
        this_week.fold((0, 0), |(done, wanted), last| (last.dosage.done.max(done), last.wanted.max(wanted)));
    let family = theirs.iter().filter_map(|year| last_contact(year.of, Reach::Family, lens.facts.as_of));
    let to_come = Window { first: lens.facts.as_of.next(), last: school_year(lens).last };
    let to_come = instruction(lens.history(student), &lens.schools, to_come);
    let projection = Projection::new(standing.figure, to_come, rules);
    let through = school.recorded_through;
    PacketRow {
        student_id: student.sis_id.clone(),
        grade: student.grade.clone(),
        previous_quarter: quarter.map(|quarter| quarter_figure(quarter, of(quarter))),
        september_absent_days: september(lens).map(|september| of(september).missed),
        absent_days: standing.figure.missed,
        enrolled_days: standing.figure.enrolled,
        rate_percent: rate(standing.figure, rules),
        tier: standing.tier,
        on_track: OnTrackBand::of(standing.figure, rules),
        absences_left: projection.absences_left,
        present_days_needed: projection.present_days_needed,
        last_ten_days: last_ten_days(lens, school, student),
        mentors: theirs.iter().map(|year| year.of.mentor_name.clone()).collect(),
        contacts_this_week: done,
        contacts_wanted: wanted,
        last_family_contact: family.max(),
        barriers: Vec::new(),
        team_notes_this_week: 0,
        extra_supports: Vec::new(),
        open_referrals: 0,
        open_actions: 0,
        working: vec![
            standing.working(rules, through).to_string(),
            OnTrackBand::working(standing.figure, rules, through).to_string(),
            projection.working(rules, through).to_string(),
        ],
    }
}

fn quarter_figure(quarter: Window, figure: AbsenceFigure) -> QuarterFigure {
    let attended = figure.enrolled - figure.missed;
    QuarterFigure {
        first: quarter.first,
        last: quarter.last,
        absent_days: figure.missed,
        enrolled_days: figure.enrolled,
        attendance_percent: Tenths::percent(attended.get(), figure.enrolled.get()),
    }
}

/// No file says when marking periods end: the school days of the year's calendar are cut into four equal parts.
fn previous_quarter(lens: &Lens<'_>, school: &SchoolFacts) -> Option<Window> {
    let year = school_year(lens);
    let held = school.calendar.iter().filter(|day| day.is_school_day() && year.contains(day.day));
    let held: Vec<SchoolDay> = held.map(|day| day.day).collect();
    let past = held.partition_point(|day| *day <= lens.facts.as_of).checked_sub(1)?;
    let quarter = (0..4).rev().find(|quarter| past >= quarter * held.len() / 4)?.checked_sub(1)?;
    let part = held.get(quarter * held.len() / 4..(quarter + 1) * held.len() / 4)?;
    Some(Window { first: *part.first()?, last: *part.last()? })
}

fn school_year(lens: &Lens<'_>) -> Window {
    Window::school_year(lens.facts.as_of, lens.facts.rules.rules.school_year_starts)
}

/// September of the school year, as far as it has gone.
fn september(lens: &Lens<'_>) -> Option<Window> {
    let in_september = |day: &SchoolDay| day.0.month() == 9;
    let days = (0..366).map(|n| lens.window.first.plus(n)).take_while(|day| *day <= lens.window.last);
    let days: Vec<SchoolDay> = days.filter(in_september).collect();
    Some(Window { first: *days.first()?, last: *days.last()? })
}

fn last_ten_days(lens: &Lens<'_>, school: &SchoolFacts, student: &StudentFacts) -> String {
    let held = school.calendar.iter().filter(|day| day.is_school_day() && lens.window.contains(day.day));
    let dates: Vec<SchoolDay> = held.map(|day| day.day).collect();
    let last = &dates[dates.len().saturating_sub(10)..];
    heat_row(last, &lens.days(student, lens.window)).into_iter().map(HeatCode::code).collect()
}

/// The word of a band.
pub(super) fn band_word(band: OnTrackBand) -> &'static str {
    match band {
        OnTrackBand::OffTrack => "off_track",
        OnTrackBand::OnTrack => "on_track",
        OnTrackBand::CollegeReady => "college_ready",
    }
}
