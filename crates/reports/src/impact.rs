//! What can be said of the programme's effect, with the label and the cautions that belong to it: `domain.md` 5.2, 4.10.

mod cohort;
mod referrals;
mod variants;

use std::collections::BTreeMap;

use daymark_domain::{
    DifferenceInDifferences, DosageTotals, Exclusion, Exclusions, GradeBand, GroupChange, ImpactStudent,
    MentorType, OwnPast, Ratio, Rules, SchoolDay, SchoolId, Share, Standing, StudentId, Window,
    hide_small_groups, matched_against_unmatched, own_past, own_past_by, same_date_last_year,
    split_by_dosage, windows_around_match,
};
use schemars::JsonSchema;
use serde::Serialize;

pub use cohort::{BarrierShare, Cohort};
pub use referrals::Referrals;
pub use variants::{NO_VARIANT, VariantsReport, variants};

use crate::dosage::{DosageFigure, this_year};
use crate::face::Report;
use crate::facts::{Facts, SchoolFacts, StudentFacts};
use crate::head::{Head, count};
use crate::lens::Lens;
use crate::table::{Table, cell, maybe};
use crate::tenths::Tenths;

/// The impact so far.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MonthlyImpactReport {
    /// Day, rules, freshness.
    #[serde(flatten)]
    pub head: Head,
    /// Students below which a group is hidden.
    pub small_group_minimum: u32,
    /// What the students are held against: `last_year_to_date`, or `before_match` where nothing is known of last year.
    pub baseline: BaselineWord,
    /// Who it is about.
    pub cohort: Cohort,
    /// All ever matched students against their own past.
    pub ever_matched: PastFace,
    /// The same by school.
    pub by_school: Vec<PastFace>,
    /// The same by band of grades.
    pub by_grade_band: Vec<PastFace>,
    /// The same by dosage.
    pub by_dosage: Vec<PastFace>,
    /// The same by where the student's first mentor of the year comes from.
    pub by_mentor_type: Vec<PastFace>,
    /// Against eligible students who were never matched.
    pub comparison: Comparison,
    /// Contacts of the programme; null in a small cohort.
    pub dosage: Option<DosageFigure>,
    /// What stood in the students' way, by family of causes.
    pub barriers: Vec<BarrierShare>,
    /// Help that others gave to them.
    pub referrals: Referrals,
    /// What must be said with every figure of this report.
    pub caution: Vec<String>,
    /// What the report asks for and nothing records yet.
    pub not_recorded: Vec<&'static str>,
}

/// The time before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BaselineWord {
    /// Last year up to the same date.
    LastYearToDate,
    /// This year before the match; for a student without one, before the middle one of the matches of the school.
    BeforeMatch,
}

/// A group against its own past. Every number is null when the group is hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PastFace {
    /// The group.
    pub group: String,
    /// How the figure was made.
    pub design: String,
    /// Too small to be shown, or needed to hide one that is.
    pub hidden: bool,
    /// Students in the figure.
    pub students: Option<u32>,
    /// Students who were looked at.
    pub looked_at: Option<u32>,
    /// Who was left out, and why.
    pub excluded: Option<BTreeMap<String, u32>>,
    /// Mean rate before.
    pub mean_before_percent: Option<Tenths>,
    /// Mean rate now.
    pub mean_now_percent: Option<Tenths>,
    /// Median rate before.
    pub median_before_percent: Option<Tenths>,
    /// Median rate now.
    pub median_now_percent: Option<Tenths>,
    /// Mean change in points: negative is better.
    pub mean_change_points: Option<Tenths>,
    /// Days gained, all students together.
    pub days_gained: Option<Tenths>,
    /// Days gained by a student.
    pub days_gained_each: Option<Tenths>,
    /// Students who improved.
    pub improved: Option<u32>,
    /// Students who stayed within what counts as the same.
    pub same: Option<u32>,
    /// Students who got worse.
    pub worse: Option<u32>,
    /// Chronic before, and not now.
    pub recovered: Option<u32>,
    /// Not chronic before, and now.
    pub entered: Option<u32>,
    /// Whom the figure is of, with the settings that mattered and the last day that the record covers.
    pub working: Option<String>,
    /// What must be said with it.
    pub cautions: Vec<String>,
}

/// The difference in differences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Comparison {
    /// How the figure was made.
    pub design: String,
    /// Too small to be shown.
    pub hidden: bool,
    /// Everybody ever matched, as far as there is somebody to compare with.
    pub matched: Option<ChangeFace>,
    /// Those who were compared with.
    pub unmatched: Option<ChangeFace>,
    /// Matched students left out, and why.
    pub excluded_matched: Option<BTreeMap<String, u32>>,
    /// Students without a match left out, and why.
    pub excluded_unmatched: Option<BTreeMap<String, u32>>,
    /// Change of the matched less change of the others, in points: negative is better.
    pub difference_points: Option<Tenths>,
    /// The same in days of a full school year: positive is better.
    pub days_gained_in_year: Option<Tenths>,
    /// Whom the figure is of, with the settings that mattered and the last day that the record covers.
    pub working: Option<String>,
    /// What must be said with it.
    pub cautions: Vec<String>,
}

/// A group's rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeFace {
    /// Students.
    pub students: u32,
    /// Mean rate before.
    pub mean_before_percent: Tenths,
    /// Mean rate now.
    pub mean_now_percent: Tenths,
    /// Mean change in points.
    pub mean_change_points: Tenths,
}

impl From<&GroupChange> for ChangeFace {
    fn from(change: &GroupChange) -> Self {
        Self {
            students: change.n,
            mean_before_percent: Tenths::percent_of(&change.mean_before),
            mean_now_percent: Tenths::percent_of(&change.mean_now),
            mean_change_points: Tenths::percent_of(&change.mean_change),
        }
    }
}

/// Makes the report.
pub fn monthly_impact(facts: &Facts) -> MonthlyImpactReport {
    let lens = Lens::new(facts);
    let rules = &facts.rules.rules;
    let matches = Matches::of(&lens);
    let Students { baseline, students, ids } = students(&lens, &matches);
    let matched = || students.iter().filter(|student| student.ever_matched);
    let minimum = rules.small_group_minimum;
    let all = own_past(matched(), rules);
    let by_school = own_past_by(matched().map(|one| (school_name(&lens, one.school_id), one)), rules);
    let by_band = own_past_by(matched().map(|one| (band_name(one.band), one)), rules);
    let with_ids = students.iter().zip(&ids).filter(|(student, _)| student.ever_matched);
    let by_type = with_ids.map(|(one, id)| (matches.mentor_type(*id), one));
    let by_type = own_past_by(by_type, rules);
    let split = split_by_dosage(&students, rules);
    let by_dosage = BTreeMap::from([
        ("had_dosage".to_owned(), split.had_dosage),
        ("had_less".to_owned(), split.had_less),
    ]);
    let ever = count(matched());
    let large = |n: u32| n == 0 || n >= minimum;
    let shown = large(ever) && large(all.students.n);
    let unmatched = count(students.iter().filter(|student| !student.ever_matched));
    let (cohort, barriers) = cohort::cohort(&lens, &matches, unmatched, minimum);
    let sight = Sight { rules, through: lens.recorded_through(), minimum };
    MonthlyImpactReport {
        small_group_minimum: minimum,
        baseline,
        cohort,
        caution: all.cautions.iter().map(ToString::to_string).collect(),
        ever_matched: sight.face("ever_matched".to_owned(), &all, shown),
        by_school: sight.partition(by_school, &all),
        by_grade_band: sight.partition(by_band, &all),
        by_dosage: sight.partition(by_dosage, &all),
        by_mentor_type: sight.partition(by_type, &all),
        comparison: sight.comparison(&matched_against_unmatched(&students, rules)),
        barriers,
        referrals: referrals::referrals(&lens, &matches, minimum),
        dosage: shown.then(|| (&matches.programme).into()),
        not_recorded: Vec::new(),
        head: Head::of(&lens),
    }
}

/// Matches of this year by student.
struct Matches {
    by_student: BTreeMap<StudentId, Matched>,
    programme: DosageTotals,
    starts: BTreeMap<SchoolId, Vec<SchoolDay>>,
}

/// A student's matches of this year.
struct Matched {
    school_id: SchoolId,
    start: SchoolDay,
    active: bool,
    weeks: Share,
    /// Of the first of them.
    mentor_kind: Option<MentorType>,
}

impl Matches {
    fn of(lens: &Lens<'_>) -> Self {
        let mut matches =
            Self { by_student: BTreeMap::new(), programme: DosageTotals::default(), starts: BTreeMap::new() };
        for year in this_year(lens) {
            let totals = DosageTotals::of(&year.weeks);
            matches.programme += totals;
            matches.starts.entry(year.of.school_id).or_default().push(year.of.start);
            let (start, active) = (year.of.start, year.of.is_active_on(lens.facts.as_of));
            let known = matches.by_student.entry(year.of.student_id);
            let (school_id, mentor_kind) = (year.of.school_id, year.of.mentor_kind);
            let weeks = Share::default();
            let known = known.or_insert(Matched { school_id, start, active, weeks, mentor_kind });
            if start < known.start {
                (known.start, known.mentor_kind) = (start, mentor_kind);
            }
            known.active |= active;
            known.weeks += totals.weeks;
        }
        matches.starts.values_mut().for_each(|starts| starts.sort());
        matches
    }

    /// Where the student's mentor comes from, as a word.
    fn mentor_type(&self, student: StudentId) -> String {
        let kind = self.by_student.get(&student).and_then(|matched| matched.mentor_kind);
        kind.map_or("not_stated", MentorType::word).to_owned()
    }

    /// Where a student without a match is cut in two: at the middle one of the school's matches.
    fn middle_start(&self, school: SchoolId) -> Option<SchoolDay> {
        let starts = self.starts.get(&school)?;
        starts.get(starts.len() / 2).copied()
    }
}

struct Students {
    baseline: BaselineWord,
    students: Vec<ImpactStudent>,
    /// Whose they are, in the same order.
    ids: Vec<StudentId>,
}

/// Whoever was ever matched, and whoever was eligible and never was. Last year is the better past; where nobody's is
/// known, the months before the match stand for it.
fn students(lens: &Lens<'_>, matches: &Matches) -> Students {
    let chosen: Vec<_> = lens.facts.students.iter().filter_map(|one| choose(lens, matches, one)).collect();
    let known = chosen.iter().any(|(_, student, _)| lens.last_year(student).is_some());
    let baseline = if known { BaselineWord::LastYearToDate } else { BaselineWord::BeforeMatch };
    let ids = chosen.iter().map(|(_, student, _)| student.id).collect();
    let students = chosen.into_iter().map(|(school, student, matched)| {
        let (before, now) = match baseline {
            BaselineWord::LastYearToDate => last_year_and_now(lens, student),
            BaselineWord::BeforeMatch => {
                let cut = matched.map(|matched| matched.start).or_else(|| matches.middle_start(school.id));
                cut.map_or((None, None), |cut| before_and_after(lens, student, cut))
            }
        };
        ImpactStudent {
            school_id: school.id,
            band: student.grade.as_deref().and_then(GradeBand::of),
            ever_matched: matched.is_some(),
            baseline: before,
            now,
            dosage: matched.map_or(Share::default(), |matched| matched.weeks),
        }
    });
    Students { baseline, students: students.collect(), ids }
}

/// The student with the school of the match, or of the last day; none for whoever is not eligible.
fn choose<'a>(
    lens: &Lens<'a>,
    matches: &'a Matches,
    student: &'a StudentFacts,
) -> Option<(&'a SchoolFacts, &'a StudentFacts, Option<&'a Matched>)> {
    if let Some(matched) = matches.by_student.get(&student.id) {
        return Some((lens.facts.school(matched.school_id)?, student, Some(matched)));
    }
    let school = lens.school_on(student, lens.facts.as_of)?;
    let signals = lens.signals(student, school.id, &lens.days(student, lens.window));
    (!signals.is_empty()).then_some((school, student, None))
}

fn last_year_and_now(lens: &Lens<'_>, student: &StudentFacts) -> (Option<Standing>, Option<Standing>) {
    let to_date = lens.last_year.until(same_date_last_year(lens.facts.as_of));
    let known = |standing: Standing| (!standing.figure.enrolled.is_zero()).then_some(standing);
    (known(lens.standing(student, to_date)), known(lens.standing(student, lens.window)))
}

/// Both parts of the year must be long enough: a standing of too few days says that it is provisional.
fn before_and_after(
    lens: &Lens<'_>,
    student: &StudentFacts,
    start: SchoolDay,
) -> (Option<Standing>, Option<Standing>) {
    let rules = &lens.facts.rules.rules;
    let wanted = Rules { minimum_enrolled_days: rules.impact.before_after_minimum_days, ..rules.clone() };
    let (before, after) = windows_around_match(lens.window.first, start, lens.facts.as_of);
    let standing = |window: Window| {
        let tally: daymark_domain::Tally = lens.days(student, window).iter().collect();
        tally.standing(&wanted)
    };
    (before.map(standing), after.map(standing))
}

/// What a figure needs to be told: whose rules, how fresh the record is, how small a group may be.
struct Sight<'a> {
    rules: &'a Rules,
    through: Option<SchoolDay>,
    minimum: u32,
}

impl Sight<'_> {
    /// A group is small by the students who were looked at or by those whom its figures are of. Whoever is in no group is
    /// one as well: all less the groups would tell of them.
    fn partition(&self, groups: BTreeMap<String, OwnPast>, all: &OwnPast) -> Vec<PastFace> {
        let hidden_by = |size: fn(&OwnPast) -> u32| {
            let sizes: Vec<u32> = groups.values().map(size).collect();
            let rest = size(all).saturating_sub(sizes.iter().sum());
            hide_small_groups(&[&sizes[..], &[rest]].concat(), self.minimum).groups
        };
        let (looked_at, figures) = (hidden_by(|past| past.students.of), hidden_by(|past| past.students.n));
        let shown = looked_at.iter().zip(&figures).map(|(a, b)| a.count().is_some() && b.count().is_some());
        let shown: Vec<bool> = shown.collect();
        let faces = groups.into_iter().zip(shown);
        faces.map(|((group, past), shown)| self.face(group, &past, shown)).collect()
    }

    fn face(&self, group: String, past: &OwnPast, shown: bool) -> PastFace {
        let change = past.group.as_ref().filter(|_| shown);
        let count = |count: u32| shown.then_some(count);
        let percent = |of: fn(&GroupChange) -> &Ratio| change.map(|change| Tenths::percent_of(of(change)));
        PastFace {
            group,
            design: past.design.to_string(),
            hidden: !shown,
            students: count(past.students.n),
            looked_at: count(past.students.of),
            excluded: shown.then(|| words(&past.excluded)),
            mean_before_percent: percent(|change| &change.mean_before),
            mean_now_percent: percent(|change| &change.mean_now),
            median_before_percent: percent(|change| &change.median_before),
            median_now_percent: percent(|change| &change.median_now),
            mean_change_points: percent(|change| &change.mean_change),
            days_gained: shown.then(|| Tenths::of(&past.days_gained)),
            days_gained_each: past.days_gained_each.as_ref().filter(|_| shown).map(Tenths::of),
            improved: count(past.improved),
            same: count(past.same),
            worse: count(past.worse),
            recovered: count(past.movements.recovered),
            entered: count(past.movements.entered),
            working: shown.then(|| past.working(self.rules, self.through).to_string()),
            cautions: past.cautions.iter().map(ToString::to_string).collect(),
        }
    }

    fn comparison(&self, of: &DifferenceInDifferences) -> Comparison {
        let small = |group: &Option<GroupChange>| group.as_ref().is_some_and(|group| group.n < self.minimum);
        let shown = !small(&of.matched) && !small(&of.unmatched);
        let change = |group: &Option<GroupChange>| group.as_ref().filter(|_| shown).map(ChangeFace::from);
        Comparison {
            design: of.design.to_string(),
            hidden: !shown,
            matched: change(&of.matched),
            unmatched: change(&of.unmatched),
            excluded_matched: shown.then(|| words(&of.excluded_matched)),
            excluded_unmatched: shown.then(|| words(&of.excluded_unmatched)),
            difference_points: of.difference.as_ref().filter(|_| shown).map(Tenths::percent_of),
            days_gained_in_year: of.days_gained_in_year.as_ref().filter(|_| shown).map(Tenths::of),
            working: shown.then(|| of.working(self.rules, self.through).to_string()),
            cautions: of.cautions.iter().map(ToString::to_string).collect(),
        }
    }
}

fn words(excluded: &Exclusions) -> BTreeMap<String, u32> {
    let word = |exclusion: &Exclusion| match exclusion {
        Exclusion::NoBaseline => "no_baseline",
        Exclusion::NoSchoolDay => "no_school_day",
        Exclusion::TooFewDays => "too_few_days",
        Exclusion::TooManyUnmarked => "too_many_unmarked",
        Exclusion::NoBand => "no_band",
        Exclusion::NoComparison => "no_comparison",
    };
    excluded.iter().map(|(exclusion, n)| (word(exclusion).to_owned(), *n)).collect()
}

fn school_name(lens: &Lens<'_>, school: SchoolId) -> String {
    lens.facts.school(school).map_or_else(String::new, |school| school.sis_id.clone())
}

fn band_name(band: Option<GradeBand>) -> String {
    match band {
        Some(GradeBand::Elementary) => "elementary",
        Some(GradeBand::Middle) => "middle",
        Some(GradeBand::High) => "high",
        None => "no_band",
    }
    .to_owned()
}

impl Report for MonthlyImpactReport {
    fn table(&self) -> Table {
        let mut table = Table::new(&PAST_COLUMNS);
        let all = [("all", std::slice::from_ref(&self.ever_matched))];
        let by = [
            ("school", &*self.by_school),
            ("grade_band", &*self.by_grade_band),
            ("dosage", &*self.by_dosage),
            ("mentor_type", &*self.by_mentor_type),
        ];
        for (by, faces) in all.into_iter().chain(by) {
            faces.iter().for_each(|face| table.row(past_row(by, face)));
        }
        table.headed(&self.head)
    }
}

const PAST_COLUMNS: [&str; 19] = [
    "by",
    "group",
    "design",
    "hidden",
    "students",
    "looked_at",
    "mean_before_percent",
    "mean_now_percent",
    "median_before_percent",
    "median_now_percent",
    "mean_change_points",
    "days_gained",
    "days_gained_each",
    "improved",
    "same",
    "worse",
    "recovered",
    "entered",
    "caution",
];

fn past_row(by: &str, face: &PastFace) -> Vec<String> {
    vec![
        cell(by),
        face.group.clone(),
        face.design.clone(),
        cell(face.hidden),
        maybe(face.students),
        maybe(face.looked_at),
        maybe(face.mean_before_percent),
        maybe(face.mean_now_percent),
        maybe(face.median_before_percent),
        maybe(face.median_now_percent),
        maybe(face.mean_change_points),
        maybe(face.days_gained),
        maybe(face.days_gained_each),
        maybe(face.improved),
        maybe(face.same),
        maybe(face.worse),
        maybe(face.recovered),
        maybe(face.entered),
        face.cautions.join(" "),
    ]
}
