//! `daymark-domain` against the naive side, on a thousand random small districts.

use std::collections::{BTreeMap, HashMap};

use daymark_domain::{
    AttendanceStatus, CalendarDay, DayPart, DayType, Days, Enrollment, History, Mark, Rules, SchoolDay,
    SchoolId, SchoolRecord, Schools, Streak, StudentDay, Tally, Window, signals, stray_marks, student_days,
    tallies,
};

use crate::district::{District, Student};
use crate::naive::{self, Figures, Standing, Sums, YEAR_DAYS};
use crate::{generator, shrink};

const DISTRICTS: u64 = 1_000;

fn school_id(number: u8) -> SchoolId {
    SchoolId::from_bytes([number; 16])
}

fn part(ten_thousandths: u64) -> DayPart {
    DayPart::new(u32::try_from(ten_thousandths).unwrap()).unwrap()
}

fn rules(district: &District) -> Rules {
    let mut rules = Rules::default();
    district.settings.iter().for_each(|(key, value)| rules.set(key, value).unwrap());
    rules
}

fn status(word: &str) -> AttendanceStatus {
    word.parse().unwrap()
}

/// A district's facts in the types of `daymark-domain`.
struct Facts {
    calendars: HashMap<u8, Vec<CalendarDay>>,
    rules: Rules,
}

impl Facts {
    fn of(district: &District) -> Self {
        let calendar = |school: &crate::district::School| {
            let day = |(day, what): (&chrono::NaiveDate, &crate::district::DayOfSchool)| CalendarDay {
                day: SchoolDay(*day),
                day_type: what.kind.parse::<DayType>().unwrap(),
                value: part(what.value),
            };
            school.calendar.iter().map(day).collect::<Vec<_>>()
        };
        let calendars = district.schools.iter().map(|school| (school.number, calendar(school))).collect();
        Self { calendars, rules: rules(district) }
    }

    fn schools<'a>(&'a self, district: &District) -> Schools<'a> {
        let record = |school: &crate::district::School| SchoolRecord {
            calendar: &self.calendars[&school.number],
            negative_reporting: school.negative_reporting,
            recorded_through: school.recorded_through.map(SchoolDay),
        };
        district.schools.iter().map(|school| (school_id(school.number), record(school))).collect()
    }
}

fn enrollments(student: &Student) -> Vec<Enrollment> {
    let enrollment = |enrollment: &crate::district::Enrollment| Enrollment {
        school_id: school_id(enrollment.school),
        entry: SchoolDay(enrollment.entry),
        exit: enrollment.exit.map(SchoolDay),
    };
    student.enrollments.iter().map(enrollment).collect()
}

fn marks(student: &Student) -> Vec<Mark> {
    let mark = |((day, school), mark): (&(chrono::NaiveDate, u8), &crate::district::Mark)| Mark {
        school_id: school_id(*school),
        day: SchoolDay(*day),
        status: status(mark.status),
        missed: part(mark.missed),
    };
    student.marks.iter().map(mark).collect()
}

/// What `daymark-domain` says of a student, in the naive side's words.
fn of_domain(district: &District, student: &Student) -> Figures {
    let facts = Facts::of(district);
    let (schools, rules) = (facts.schools(district), &facts.rules);
    let (enrollments, marks) = (enrollments(student), marks(student));
    let history = History { enrollments: &enrollments, marks: &marks };
    let as_of = SchoolDay(district.as_of);
    let year = Window::school_year(as_of, rules.school_year_starts);
    let window = year.until(as_of);
    let last_year = year.previous_school_year(rules.school_year_starts);
    let by_school: BTreeMap<u8, Tally> = tallies(history, &schools, window, rules)
        .into_iter()
        .map(|(school, tally)| (school.as_bytes()[0], tally))
        .filter(|(_, tally)| *tally != Tally::default())
        .collect();
    let whole: Tally = by_school.values().copied().sum();
    let days: Vec<StudentDay> = student_days(history, &schools, window, rules).collect();
    let before: Vec<StudentDay> = student_days(history, &schools, last_year, rules).collect();
    let before = before.iter().collect::<Tally>().standing(rules);
    let streak = Streak::of(&days);
    Figures {
        standing: standing(whole, rules),
        standing_by_school: by_school
            .iter()
            .map(|(school, tally)| (*school, standing(*tally, rules)))
            .collect(),
        by_school: by_school.iter().map(|(school, tally)| (*school, sums(*tally))).collect(),
        district: sums(whole),
        signals: signals(&days, Some(&before), rules)
            .into_iter()
            .map(|signal| (signal.rule.word().to_owned(), signal.fired_on.0))
            .collect(),
        streak: (u64::from(streak.days), streak.at_least),
        stray_marks: u64::from(stray_marks(history, &schools, window).all()),
    }
}

fn sums(tally: Tally) -> Sums {
    Sums {
        enrolled: tally.enrolled.get(),
        absent: tally.absent.get(),
        unmarked: tally.unmarked.get(),
        tardies: u64::from(tally.tardies),
    }
}

fn standing(tally: Tally, rules: &Rules) -> Standing {
    let (standing, figure) = (tally.standing(rules), tally.figure(rules));
    let year = Days::whole(u32::try_from(YEAR_DAYS).unwrap());
    Standing {
        tier: standing.tier.word().replace('-', "_"),
        chronic: standing.is_chronic(),
        provisional: standing.provisional,
        fixed_count: standing.fixed_count,
        rate_tenths: figure.per_mille_under(rules).map(u64::from),
        absences_left: figure.absences_left_under(year, rules).map(u64::from),
        present_days_needed: u64::from(figure.present_days_to_leave_chronic_under(rules)),
    }
}

/// The first figure of the first student on which the two do not agree: its name, and what both say.
fn difference(district: &District) -> Option<(&'static str, String)> {
    district.students.iter().find_map(|student| {
        let (naive, domain) = (naive::figures(district, student), of_domain(district, student));
        fn pair(value: &impl std::fmt::Debug) -> String {
            format!("{value:?}")
        }
        let figures = [
            ("the days in each school", pair(&naive.by_school), pair(&domain.by_school)),
            ("the days in the district", pair(&naive.district), pair(&domain.district)),
            (
                "what the days in each school say",
                pair(&naive.standing_by_school),
                pair(&domain.standing_by_school),
            ),
            ("what the days in the district say", pair(&naive.standing), pair(&domain.standing)),
            ("the signals", pair(&naive.signals), pair(&domain.signals)),
            ("the streak", pair(&naive.streak), pair(&domain.streak)),
            ("the marks that count nowhere", pair(&naive.stray_marks), pair(&domain.stray_marks)),
        ];
        let (name, naive, domain) = figures.into_iter().find(|(_, naive, domain)| naive != domain)?;
        Some((name, format!("Student {}\n    naive:  {naive}\n    domain: {domain}", student.number)))
    })
}

/// Shrinks the district and says in words what is different.
fn explained(seed: u64, district: District, name: &str) -> String {
    let is_same = |smaller: &District| difference(smaller).is_some_and(|(other, _)| other == name);
    let small = shrink::shrunken(district, is_same);
    let both = difference(&small).map_or_else(String::new, |(_, both)| both);
    format!("District {seed}: the two differ in {name}.\n{small}\n{both}")
}

#[test]
fn a_thousand_random_districts_get_the_same_figures_from_the_naive_side() {
    let mut kinds = BTreeMap::new();
    for seed in 0..DISTRICTS {
        let district = generator::district(seed);
        if let Some((name, _)) = difference(&district) {
            let (count, _) = kinds.entry(name).or_insert((0, (seed, district)));
            *count += 1;
        }
    }
    let mut faults = String::new();
    for (name, (count, (seed, district))) in kinds {
        faults += &format!("{count} districts differ in {name}. {}\n", explained(seed, district, name));
    }
    assert!(faults.is_empty(), "{faults}");
}

/// The generator is worth its name only if its districts hold what real ones do.
#[test]
fn the_random_districts_hold_every_tier_every_signal_and_every_oddity() {
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for seed in 0..DISTRICTS {
        let district = generator::district(seed);
        for student in &district.students {
            let figures = naive::figures(&district, student);
            let mut saw = |what: String| *seen.entry(what).or_default() += 1;
            saw(format!("tier {}", figures.standing.tier));
            figures.signals.keys().for_each(|rule| saw(format!("signal {rule}")));
            saw(format!("in {} schools", figures.by_school.len()));
            saw(format!("provisional {}", figures.standing.provisional && figures.district.enrolled > 0));
            saw(format!("by number {}", figures.standing.fixed_count));
            saw(format!("at least {}", figures.streak.1));
            saw(format!("part of a day {}", !figures.district.absent.is_multiple_of(crate::district::WHOLE)));
            saw(format!("stray marks {}", figures.stray_marks > 0));
            saw(format!("can finish {}", figures.standing.absences_left.is_some()));
        }
    }
    let rare: Vec<_> = seen.iter().filter(|(_, count)| **count < 5).collect();
    assert!(rare.is_empty(), "too seldom: {rare:?} of {seen:#?}");
    assert_eq!(seen.len(), 6 + 5 + 4 + 6 * 2, "{seen:#?}");
}
