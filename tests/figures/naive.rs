//! The arithmetic of `domain.md` 4.1 to 4.3, 4.7 and 4.9 a second time, as dull as it can be written: every date is
//! looked at one by one and every question is asked anew. It shares no code with `daymark-domain`; where the two
//! differ, one of them is wrong.
//!
//! It was written from the specification. Where that is silent it takes the reading that `daymark-domain` documents,
//! so on these points agreement shows that the code does what its documentation says, not that the reading is right:
//! - amounts are shares of a whole school day, also on a day that is worth less;
//! - an early departure falls under the half-day rule by its amount, a tardy never does;
//! - a suspension in school without an amount lasted the whole day;
//! - under the minimum of enrolled days there is a rate and no tier;
//! - absences of a signal add up as A does, and days without a mark are none of them;
//! - where only more than a limit is chronic, a rate just over it is not shown as the limit.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};

use crate::district::{District, Settings, Student, WHOLE};

/// Everything that is said of one student.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    pub by_school: BTreeMap<u8, Sums>,
    pub district: Sums,
    pub standing_by_school: BTreeMap<u8, Standing>,
    pub standing: Standing,
    /// Rule, the day on which it fired.
    pub signals: BTreeMap<String, NaiveDate>,
    /// Days in a row, and whether it is only *at least* so many.
    pub streak: (u64, bool),
    pub stray_marks: u64,
}

/// Ten-thousandths of days; tardies are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    pub enrolled: u64,
    pub absent: u64,
    pub unmarked: u64,
    pub tardies: u64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub tier: String,
    pub chronic: bool,
    pub provisional: bool,
    pub fixed_count: bool,
    pub rate_tenths: Option<u64>,
    /// Further whole absences until the year of so many days ends chronic.
    pub absences_left: Option<u64>,
    pub present_days_needed: u64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    Present,
    Absent(u64),
    Unmarked,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayRead {
    pub day: NaiveDate,
    pub school: u8,
    pub value: u64,
    pub verdict: Verdict,
    pub tardy: bool,
}

fn setting<'a>(settings: &'a Settings, key: &str, default: &'a str) -> &'a str {
    settings.get(key).map_or(default, String::as_str)
}

fn number(settings: &Settings, key: &str, default: u64) -> u64 {
    settings.get(key).map_or(default, |text| text.parse().expect("a number"))
}

/// The first day of the school year that the day lies in.
pub fn school_year_start(settings: &Settings, day: NaiveDate) -> NaiveDate {
    let text = setting(settings, "school_year_starts", "07-01");
    let (month, date) = text.split_once('-').expect("a month and a day");
    let (month, date) = (month.parse().expect("a month"), date.parse().expect("a day"));
    let this_year = NaiveDate::from_ymd_opt(day.year(), month, date).expect("a date");
    if this_year <= day {
        this_year
    } else {
        NaiveDate::from_ymd_opt(day.year() - 1, month, date).expect("a date")
    }
}

pub fn every_day(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    first.iter_days().take_while(|day| *day <= last).collect()
}

/// The one school that a day belongs to: the latest entry wins, then the greater number.
pub fn school_on(student: &Student, day: NaiveDate) -> Option<u8> {
    let mut best: Option<(NaiveDate, u8)> = None;
    for enrollment in &student.enrollments {
        let is_in = enrollment.entry <= day && enrollment.exit.is_none_or(|exit| day < exit);
        if is_in && best.is_none_or(|best| (enrollment.entry, enrollment.school) > best) {
            best = Some((enrollment.entry, enrollment.school));
        }
    }
    best.map(|(_, school)| school)
}

fn is_instructional(kind: &str) -> bool {
    kind == "instructional" || kind == "make_up"
}

/// What a date is for a student; nothing when no school expects them.
pub fn read_day(district: &District, student: &Student, day: NaiveDate) -> Option<DayRead> {
    let school = district.school(school_on(student, day)?);
    let in_calendar = school.calendar.get(&day)?;
    if !is_instructional(in_calendar.kind) || in_calendar.value == 0 {
        return None;
    }
    let value = in_calendar.value;
    let is_covered = school.recorded_through.is_some_and(|through| day <= through);
    let mark = student.marks.get(&(day, school.number));
    let verdict = match mark {
        Some(mark) => match amount_absent(&district.settings, mark.status, mark.missed, value) {
            0 => Verdict::Present,
            amount => Verdict::Absent(amount),
        },
        None if school.negative_reporting && is_covered => Verdict::Present,
        None => Verdict::Unmarked,
    };
    let tardy = mark.is_some_and(|mark| mark.status == "tardy");
    Some(DayRead { day, school: school.number, value, verdict, tardy })
}

/// How much of the day counts as absent. What was missed and what the day is worth are both shares of a whole school
/// day: who misses half a day when school is held for half a day has missed all of it.
fn amount_absent(settings: &Settings, status: &str, missed: u64, value: u64) -> u64 {
    let half_day_rule = setting(settings, "half_day_rule", "miss_ge_half_is_absent");
    let missed = missed.min(value);
    let attended = value - missed;
    let by_the_half_day_rule = match half_day_rule {
        "fractional" => missed,
        "attend_ge_half_is_present" if 2 * attended >= value => 0,
        "attend_ge_half_is_present" => value,
        _ if 2 * missed >= value => value,
        _ => 0,
    };
    match status {
        // Who leaves early and misses half the day has missed half the day.
        "absent_excused" | "absent_unexcused" | "partial" | "early_departure" => by_the_half_day_rule,
        "absent_suspension" => match setting(settings, "out_of_school_suspension", "absent") {
            "absent" => by_the_half_day_rule,
            _ => 0,
        },
        "in_school_suspension" => match setting(settings, "in_school_suspension", "present") {
            "present" => 0,
            _ => in_school(missed, value),
        },
        // Tardies never add up to an absence.
        _ => 0,
    }
}

/// From half a day on it is an absence; without an amount it lasted the whole day.
fn in_school(lasted: u64, value: u64) -> u64 {
    let lasted = if lasted == 0 { value } else { lasted };
    if 2 * lasted < value { 0 } else { value }
}

pub fn figures(district: &District, student: &Student) -> Figures {
    let first = school_year_start(&district.settings, district.as_of);
    let (by_school, whole) = sums(district, student, first, district.as_of);
    let mut standing_by_school = BTreeMap::new();
    for (school, sums) in &by_school {
        standing_by_school.insert(*school, standing(&district.settings, *sums));
    }
    Figures {
        standing: standing(&district.settings, whole),
        standing_by_school,
        by_school,
        district: whole,
        signals: signals(district, student),
        streak: streak(district, student, first),
        stray_marks: stray_marks(district, student, first),
    }
}

/// What the days add up to, for each school that a day belonged to and altogether.
fn sums(
    district: &District,
    student: &Student,
    first: NaiveDate,
    last: NaiveDate,
) -> (BTreeMap<u8, Sums>, Sums) {
    let mut by_school: BTreeMap<u8, Sums> = BTreeMap::new();
    let mut whole = Sums::default();
    for day in every_day(first, last) {
        let Some(read) = read_day(district, student, day) else { continue };
        for sums in [by_school.entry(read.school).or_default(), &mut whole] {
            match read.verdict {
                Verdict::Present => sums.enrolled += read.value,
                Verdict::Absent(amount) => {
                    sums.enrolled += read.value;
                    sums.absent += amount;
                }
                Verdict::Unmarked => sums.unmarked += read.value,
            }
            sums.tardies += u64::from(read.tardy);
        }
    }
    (by_school, whole)
}

/// The days of the year that projections are asked for.
pub const YEAR_DAYS: u64 = 180;

pub fn standing(settings: &Settings, sums: Sums) -> Standing {
    let (mut absent, mut enrolled) = (sums.absent, sums.enrolled);
    let missing_are_absent = setting(settings, "missing_marks", "exclude") == "absent";
    if missing_are_absent {
        absent += sums.unmarked;
        enrolled += sums.unmarked;
    }
    let limits = Limits::of(settings);
    let reaches = |percent: u64| 100 * absent >= percent * enrolled;
    let exceeds = |percent: u64| 100 * absent > percent * enrolled;
    let chronic = if limits.chronic_is_more_than { exceeds(limits.chronic) } else { reaches(limits.chronic) };
    let at_risk = if limits.at_risk_is_more_than { exceeds(limits.at_risk) } else { reaches(limits.at_risk) };
    let provisional = enrolled < number(settings, "minimum_enrolled_days", 10) * WHOLE;
    let refused_above = number(settings, "label_refused_above_missing_percent", 10);
    let refused =
        !missing_are_absent && 100 * sums.unmarked > refused_above * (sums.enrolled + sums.unmarked);
    let tier = match () {
        () if enrolled == 0 => "not_applicable",
        () if provisional || refused => "not_enough_data",
        () if chronic && reaches(limits.severe) => "severe",
        () if chronic => "moderate",
        () if at_risk => "at_risk",
        () => "satisfactory",
    };
    Standing {
        tier: tier.to_owned(),
        chronic: matches!(tier, "moderate" | "severe"),
        provisional,
        fixed_count: absent >= number(settings, "fixed_count_days", 15) * WHOLE,
        rate_tenths: limits.shown_rate(absent, enrolled),
        absences_left: limits.absences_left(absent, YEAR_DAYS * WHOLE),
        present_days_needed: limits.present_days_needed(absent, enrolled),
    }
}

/// Percents from which a tier begins, and whether exactly so many percent still lie below.
struct Limits {
    at_risk: u64,
    chronic: u64,
    severe: u64,
    at_risk_is_more_than: bool,
    chronic_is_more_than: bool,
}

impl Limits {
    fn of(settings: &Settings) -> Self {
        Self {
            at_risk: number(settings, "at_risk_from_percent", 5),
            chronic: number(settings, "chronic_from_percent", 10),
            severe: number(settings, "severe_from_percent", 20),
            at_risk_is_more_than: setting(settings, "five_percent_is", "at_risk") == "satisfactory",
            chronic_is_more_than: setting(settings, "chronic_comparator", "at_least") == "more_than",
        }
    }

    /// One decimal, half up, but never on the other side of a limit than the exact rate.
    fn shown_rate(&self, absent: u64, enrolled: u64) -> Option<u64> {
        if enrolled == 0 {
            return None;
        }
        let mut tenths = absent * 1_000 / enrolled;
        if 2 * (absent * 1_000 % enrolled) >= enrolled {
            tenths += 1;
        }
        let limits = [
            (self.at_risk, self.at_risk_is_more_than),
            (self.chronic, self.chronic_is_more_than),
            (self.severe, false),
        ];
        for (percent, is_more_than) in limits {
            let (exact, limit) = (100 * absent, percent * enrolled);
            if tenths == 10 * percent && is_more_than && exact > limit {
                return Some(tenths + 1);
            }
            if tenths == 10 * percent && !is_more_than && exact < limit {
                return Some(tenths - 1);
            }
        }
        Some(tenths)
    }

    fn is_below_chronic(&self, absent: u64, enrolled: u64) -> bool {
        let (missed, limit) = (100 * absent, self.chronic * enrolled);
        missed < limit || (self.chronic_is_more_than && missed == limit)
    }

    /// Tries one more absence after the other.
    fn absences_left(&self, absent: u64, year: u64) -> Option<u64> {
        if !self.is_below_chronic(absent, year) {
            return None;
        }
        let mut more = 0;
        while self.is_below_chronic(absent + (more + 1) * WHOLE, year) {
            more += 1;
        }
        Some(more)
    }

    /// Tries one more present day after the other.
    fn present_days_needed(&self, absent: u64, enrolled: u64) -> u64 {
        let mut more = 0;
        while absent > 0 && !self.is_below_chronic(absent, enrolled + more * WHOLE) {
            more += 1;
        }
        more
    }
}

/// The early signals of the school year that as-of lies in, each with the day on which it fired.
fn signals(district: &District, student: &Student) -> BTreeMap<String, NaiveDate> {
    let settings = &district.settings;
    let first = school_year_start(settings, district.as_of);
    let windows = [
        ("two_in_ten", ("signal_first_absences", 2), ("signal_first_days", 10)),
        ("two_in_twenty", ("signal_second_absences", 2), ("signal_second_days", 20)),
        ("four_in_forty", ("signal_third_absences", 4), ("signal_third_days", 40)),
    ];
    let mut fired = BTreeMap::new();
    for (rule, (key, absences), (days_key, days)) in windows {
        let (absences, days) = (number(settings, key, absences), number(settings, days_key, days));
        if let Some(day) = day_of_absence(district, student, first, absences, days) {
            fired.insert(rule.to_owned(), day);
        }
    }
    if let Some(day) = september(district, student, first) {
        fired.insert("september".to_owned(), day);
    }
    if let Some(day) = prior_year(district, student, first) {
        fired.insert("prior_year_chronic".to_owned(), day);
    }
    fired
}

/// The day that brings the absences to the number, when it is one of the first so many days.
fn day_of_absence(
    district: &District,
    student: &Student,
    first: NaiveDate,
    wanted: u64,
    within: u64,
) -> Option<NaiveDate> {
    let from_own_day = setting(&district.settings, "signals_start", "own_first_day") == "own_first_day";
    let (mut own_days, mut absent) = (0, 0);
    for day in every_day(first, district.as_of) {
        let Some(read) = read_day(district, student, day) else { continue };
        own_days += 1;
        let position = if from_own_day { own_days } else { school_days(district, read.school, first, day) };
        if position > within {
            continue;
        }
        if let Verdict::Absent(amount) = read.verdict {
            absent += amount;
            if absent >= wanted * WHOLE {
                return Some(day);
            }
        }
    }
    None
}

/// The day that brings the absences of September to the number; the number 0 means that nobody asks.
fn september(district: &District, student: &Student, first: NaiveDate) -> Option<NaiveDate> {
    let wanted = number(&district.settings, "signal_september_absences", 0);
    let mut absent = 0;
    for day in every_day(first, district.as_of).into_iter().filter(|day| day.month() == 9) {
        if let Some(DayRead { verdict: Verdict::Absent(amount), .. }) = read_day(district, student, day) {
            absent += amount;
            if wanted > 0 && absent >= wanted * WHOLE {
                return Some(day);
            }
        }
    }
    None
}

/// How many days the school has held from the first date to the last.
fn school_days(district: &District, school: u8, first: NaiveDate, last: NaiveDate) -> u64 {
    let calendar = &district.school(school).calendar;
    let held =
        |day: &NaiveDate| calendar.get(day).is_some_and(|what| is_instructional(what.kind) && what.value > 0);
    every_day(first, last).iter().filter(|day| held(day)).count() as u64
}

/// Chronic by the rule of the full year before: from the student's first day on, or once two absences join.
fn prior_year(district: &District, student: &Student, first: NaiveDate) -> Option<NaiveDate> {
    let last = first - Days::new(1);
    let (_, whole) = sums(district, student, school_year_start(&district.settings, last), last);
    if !standing(&district.settings, whole).chronic {
        return None;
    }
    if setting(&district.settings, "prior_year_signal", "alone") == "with_two_absences" {
        return day_of_absence(district, student, first, 2, 20);
    }
    every_day(first, district.as_of).into_iter().find(|day| read_day(district, student, *day).is_some())
}

/// Marks of the window that count nowhere.
fn stray_marks(district: &District, student: &Student, first: NaiveDate) -> u64 {
    let mut stray = 0;
    for (day, school) in student.marks.keys() {
        let is_in = first <= *day && *day <= district.as_of;
        let counts = read_day(district, student, *day).is_some_and(|read| read.school == *school);
        stray += u64::from(is_in && !counts);
    }
    stray
}

/// Back from as-of, day by day.
fn streak(district: &District, student: &Student, first: NaiveDate) -> (u64, bool) {
    let mut present = 0;
    for day in every_day(first, district.as_of).into_iter().rev() {
        match read_day(district, student, day).map(|read| read.verdict) {
            None => {}
            Some(Verdict::Present) => present += 1,
            Some(Verdict::Absent(_)) => return (present, false),
            Some(Verdict::Unmarked) => return (present, true),
        }
    }
    (present, false)
}
