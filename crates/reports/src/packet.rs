//! What a school's team has on the table each week: `domain.md` 5.1, with the columns of the summit's slide.

mod help;
mod picture;
mod revise;
mod student;
mod team;
mod told;
mod trend;
mod whole_school;

use daymark_domain::WeekdayPattern;
use schemars::JsonSchema;
use serde::Serialize;

use crate::dosage::{MatchYear, this_year};
use crate::early_signals::{EarlySignalRow, row as signal_row};
use crate::face::Report;
use crate::facts::{Facts, SchoolFacts, StudentFacts};
use crate::head::{Head, count};
use crate::lens::{Lens, of_school};
use crate::table::{Table, cell, list, maybe};
use crate::tier_face::TierRow;
use crate::weekday_pattern::{WeekdayFigure, weekdays};

pub use help::{BrightSpot, HelpReason, MatchHelp};
pub(crate) use picture::Walked;
pub use picture::{AdaCaution, Picture, SchoolPicture};
pub use revise::PlanToRevise;
pub use student::{PacketRow, QuarterFigure};
pub use team::{ActionFace, DecisionFace, ReferralFace};
use told::TeamTold;
pub use told::{AskFace, BarrierCategoryFace, BarrierFace, NoteFace, RecognitionFace};
pub use trend::TrendPoint;
pub use whole_school::Dip;
use whole_school::SchoolDays;

/// The week's packet.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WeeklyPacketReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// A packet a school.
    pub schools: Vec<Packet>,
    /// What the packet asks for and nothing records yet.
    pub not_recorded: Vec<&'static str>,
}

/// A school's packet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Packet {
    /// The export's key of the school.
    pub school_id: String,
    /// Its name.
    pub name: String,
    /// Active matches whose mentor's phone was not heard from in the week of the report.
    pub matches_not_synced: u32,
    /// The school as a whole.
    pub picture: SchoolPicture,
    /// The school week by week, from the first to the day of the report.
    pub trend: Vec<TrendPoint>,
    /// Students with a mentor.
    pub students: Vec<PacketRow>,
    /// Students with an early signal and no mentor yet.
    pub early_signals: Vec<EarlySignalRow>,
    /// Matches that need help.
    pub matches_needing_help: Vec<MatchHelp>,
    /// Matches with the wanted contacts for weeks and no improvement.
    pub plans_to_revise: Vec<PlanToRevise>,
    /// Causes of absence, by family and cause.
    pub barriers: Vec<BarrierCategoryFace>,
    /// Something to be glad of.
    pub bright_spots: Vec<BrightSpot>,
    /// Recognitions given this week.
    pub recognitions: Vec<RecognitionFace>,
    /// Notes of this week that their mentors wrote for the team's table, by student.
    pub notes: Vec<NoteFace>,
    /// Requests that wait for the team, the most urgent first.
    pub asks: Vec<AskFace>,
    /// Referrals that somebody still has to see to, by due day.
    pub open_referrals: Vec<ReferralFace>,
    /// What the latest meeting up to the day of the report decided.
    pub decisions: Vec<DecisionFace>,
    /// What was still to do, by due day; then what ended in the seven days up to the report.
    pub actions: Vec<ActionFace>,
    /// Absence by day of the week, all students of the school.
    pub weekdays: Vec<WeekdayFigure>,
    /// Its students by grade and tier.
    pub grades: Vec<TierRow>,
    /// Days of this year on which many stayed away, the deepest first.
    pub dips: Vec<Dip>,
}

/// Makes the packet of each school in scope.
pub fn weekly_packet(facts: &Facts) -> WeeklyPacketReport {
    let lens = Lens::new(facts);
    let enrolled = lens.enrolled_now();
    let years = this_year(&lens);
    let schools = facts.schools_in_scope().map(|school| packet(&lens, school, &enrolled, &years)).collect();
    WeeklyPacketReport { head: Head::of(&lens), schools, not_recorded: Vec::new() }
}

fn packet(
    lens: &Lens<'_>,
    school: &SchoolFacts,
    enrolled: &[(&SchoolFacts, &StudentFacts)],
    years: &[MatchYear<'_>],
) -> Packet {
    let here: Vec<&StudentFacts> =
        enrolled.iter().filter(|(at, _)| at.id == school.id).map(|(_, student)| *student).collect();
    let as_of = lens.facts.as_of;
    let of_year: Vec<&MatchYear<'_>> = years.iter().filter(|year| year.of.school_id == school.id).collect();
    let years: Vec<&MatchYear<'_>> =
        of_year.iter().copied().filter(|year| year.of.is_active_on(as_of)).collect();
    let told = TeamTold { years: of_year, as_of, rules: lens.rules(school.id) };
    let team = team::TeamDoes { school_id: school.id, team: &lens.facts.team, as_of };
    let week = as_of.week();
    let heard = |day: daymark_domain::SchoolDay| day >= week.monday;
    let year = Walked::until(lens, school, as_of);
    let signals = year.students().filter(|(student, _)| lens.is_at(student, school.id, as_of));
    let signals = signals.filter_map(|(student, days)| signal_row(lens, school, student, days));
    let (mut pattern, mut school_days) = (WeekdayPattern::default(), SchoolDays::default());
    for (_, days) in year.students() {
        for day in of_school(days, school.id) {
            pattern += day;
            school_days.add(day);
        }
    }
    Packet {
        school_id: school.sis_id.clone(),
        name: school.name.clone(),
        matches_not_synced: count(years.iter().filter(|year| !year.of.last_sync.is_some_and(heard))),
        picture: picture::picture(&year),
        trend: trend::trend(lens, school, &year),
        students: student::rows(lens, school, &here, &years, &told, &team),
        early_signals: signals.filter(|row| !row.matched).collect(),
        matches_needing_help: help::needing_help(lens, &years),
        plans_to_revise: revise::to_revise(lens, &here, &years, school.recorded_through),
        barriers: told.categories(),
        bright_spots: help::bright_spots(lens, &here, &years),
        recognitions: told.recognitions(),
        notes: told.notes(),
        asks: told.asks(),
        open_referrals: team.open_referrals(),
        decisions: team.decisions(),
        actions: team.actions(),
        weekdays: weekdays(&pattern, lens.rules(school.id)),
        grades: whole_school::grades(&year, as_of),
        dips: school_days.dips(),
    }
}

/// The students' table: the summit's columns first. It may be taken along, so that it holds no word of a mentor.
impl Report for WeeklyPacketReport {
    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "school_id",
            "student_id",
            "grade",
            "attendance_previous_quarter_percent",
            "september_days_absent",
            "absent_days",
            "mentors",
            "on_track",
            "enrolled_days",
            "rate_percent",
            "tier",
            "last_ten_days",
            "contacts_this_week",
            "contacts_wanted",
            "last_family_contact",
            "barriers",
            "team_notes_this_week",
            "extra_supports",
            "open_referrals",
            "open_actions",
        ]);
        for packet in &self.schools {
            for row in &packet.students {
                table.row(vec![
                    packet.school_id.clone(),
                    row.student_id.clone(),
                    maybe(row.grade.as_ref()),
                    maybe(row.previous_quarter.and_then(|quarter| quarter.attendance_percent)),
                    maybe(row.september_absent_days),
                    cell(row.absent_days),
                    row.mentors.join(", "),
                    maybe(row.on_track.map(student::band_word)),
                    cell(row.enrolled_days),
                    maybe(row.rate_percent),
                    crate::attendance::tier_word(row.tier),
                    row.last_ten_days.clone(),
                    cell(row.contacts_this_week),
                    cell(row.contacts_wanted),
                    maybe(row.last_family_contact),
                    list(&row.barriers),
                    cell(row.team_notes_this_week),
                    list(&row.extra_supports),
                    cell(row.open_referrals),
                    cell(row.open_actions),
                ]);
            }
        }
        table.headed(&self.head)
    }
}
