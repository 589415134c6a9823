//! The facts, seen from the day of the report: each student's days under the rules of the school they belong to.

use daymark_domain::{
    History, Rules, SchoolDay, SchoolId, SchoolRecord, Schools, Signal, Standing, StudentDay, Tally, Window,
    signals, student_days,
};

use crate::facts::{Facts, MatchFacts, SchoolFacts, StudentFacts};

/// Facts with what follows from the day alone.
pub(crate) struct Lens<'a> {
    pub facts: &'a Facts,
    pub schools: Schools<'a>,
    /// From the first day of the school year to the day of the report.
    pub window: Window,
    /// The whole school year before.
    pub last_year: Window,
}

impl<'a> Lens<'a> {
    pub(crate) fn new(facts: &'a Facts) -> Self {
        let starts = facts.rules.rules.school_year_starts;
        let year = Window::school_year(facts.as_of, starts);
        let record = |school: &'a SchoolFacts| SchoolRecord {
            calendar: &school.calendar,
            negative_reporting: school.negative_reporting,
            recorded_through: school.recorded_through,
        };
        Self {
            facts,
            schools: facts.schools.iter().map(|school| (school.id, record(school))).collect(),
            window: year.until(facts.as_of),
            last_year: year.previous_school_year(starts),
        }
    }

    /// The rules of a school; the report's own where the school is not known.
    pub(crate) fn rules(&self, school: SchoolId) -> &'a Rules {
        self.facts.school(school).map_or(&self.facts.rules.rules, |school| &school.rules.rules)
    }

    /// The last day that the record of every school in scope covers; a figure of them all is as fresh as the oldest.
    pub(crate) fn recorded_through(&self) -> Option<SchoolDay> {
        let recorded: Option<Vec<SchoolDay>> =
            self.facts.schools_in_scope().map(|school| school.recorded_through).collect();
        recorded?.into_iter().min()
    }

    pub(crate) fn history(&self, student: &'a StudentFacts) -> History<'a> {
        History { enrollments: &student.enrollments, marks: &student.marks }
    }

    pub(crate) fn has_calendar(&self, school: &SchoolFacts) -> bool {
        let held = |day: &daymark_domain::CalendarDay| self.window.contains(day.day) && day.is_school_day();
        school.calendar.iter().any(held)
    }

    /// The student's days of the window, each under the rules of its own school.
    pub(crate) fn days(&self, student: &'a StudentFacts, window: Window) -> Vec<StudentDay> {
        let mut rules: Vec<&Rules> = Vec::with_capacity(1);
        for enrollment in &student.enrollments {
            let its = self.rules(enrollment.school_id);
            if !rules.contains(&its) {
                rules.push(its);
            }
        }
        let walk = |rules| student_days(self.history(student), &self.schools, window, rules);
        if let [only] = rules[..] {
            return walk(only).collect();
        }
        let mut days: Vec<StudentDay> = Vec::new();
        for rules in rules {
            days.extend(walk(rules).filter(|day| self.rules(day.school_id) == rules));
        }
        days.sort_by_key(|day| day.day);
        days
    }

    /// The student's tally at each school with an enrollment in the window, in the order of the schools' keys.
    pub(crate) fn tallies(&self, student: &'a StudentFacts, window: Window) -> Vec<(SchoolId, Tally)> {
        self.tallies_of(student, window, &self.days(student, window))
    }

    /// The same, of days that were walked before.
    pub(crate) fn tallies_of(
        &self,
        student: &StudentFacts,
        window: Window,
        days: &[StudentDay],
    ) -> Vec<(SchoolId, Tally)> {
        let touched = |school: &&SchoolFacts| {
            let mut enrollments = student.enrollments.iter();
            enrollments.any(|enrollment| enrollment.school_id == school.id && enrollment.touches(window))
        };
        let schools = self.facts.schools.iter().filter(touched);
        schools.map(|school| (school.id, of_school(days, school.id).collect())).collect()
    }

    /// The student's standing over all schools, by the report's own rules.
    pub(crate) fn standing(&self, student: &'a StudentFacts, window: Window) -> Standing {
        self.days(student, window).iter().collect::<Tally>().standing(&self.facts.rules.rules)
    }

    /// The whole of last year, over all schools; none for who was not there.
    pub(crate) fn last_year(&self, student: &'a StudentFacts) -> Option<Standing> {
        let was_there = student.enrollments.iter().any(|enrollment| enrollment.touches(self.last_year));
        let standing = was_there.then(|| self.standing(student, self.last_year))?;
        (!standing.figure.enrolled.is_zero()).then_some(standing)
    }

    /// The student's signals, given the days of the year.
    pub(crate) fn signals(
        &self,
        student: &'a StudentFacts,
        school: SchoolId,
        days: &[StudentDay],
    ) -> Vec<Signal> {
        signals(days, self.last_year(student).as_ref(), self.rules(school))
    }

    /// The school in scope at which the student is enrolled on a day.
    pub(crate) fn school_on(&self, student: &StudentFacts, day: SchoolDay) -> Option<&'a SchoolFacts> {
        let enrolled = student.enrollments.iter().filter(|enrollment| enrollment.contains(day));
        let owner = enrolled.max_by_key(|enrollment| (enrollment.entry, enrollment.school_id))?;
        self.facts.school(owner.school_id).filter(|school| self.facts.covers(school.id))
    }

    /// Whether that school in scope is the one at which the student is enrolled on a day.
    pub(crate) fn is_at(&self, student: &StudentFacts, school: SchoolId, day: SchoolDay) -> bool {
        self.school_on(student, day).is_some_and(|at| at.id == school)
    }

    /// Whoever was ever enrolled at the school.
    pub(crate) fn students_of(&self, school: SchoolId) -> impl Iterator<Item = &'a StudentFacts> {
        let facts: &'a Facts = self.facts;
        let was_there = move |student: &&StudentFacts| {
            student.enrollments.iter().any(|enrollment| enrollment.school_id == school)
        };
        facts.students.iter().filter(was_there)
    }

    /// Students enrolled in scope on the day of the report, with their school: by school, then by student.
    pub(crate) fn enrolled_now(&self) -> Vec<(&'a SchoolFacts, &'a StudentFacts)> {
        let facts: &'a Facts = self.facts;
        let mut enrolled: Vec<_> = facts
            .students
            .iter()
            .filter_map(|student| Some((self.school_on(student, facts.as_of)?, student)))
            .collect();
        enrolled.sort_by(|(a, _), (b, _)| a.sis_id.cmp(&b.sis_id));
        enrolled
    }

    /// The student's matches that were active on the day of the report, at schools in scope.
    pub(crate) fn matches_now(&self, student: &StudentFacts) -> impl Iterator<Item = &'a MatchFacts> {
        let (id, as_of) = (student.id, self.facts.as_of);
        let facts: &'a Facts = self.facts;
        facts.matches.iter().filter(move |matched| matched.student_id == id && matched.is_active_on(as_of))
    }
}

/// The days that belong to a school.
pub(crate) fn of_school(days: &[StudentDay], school: SchoolId) -> impl Iterator<Item = &StudentDay> {
    days.iter().filter(move |day| day.school_id == school)
}
