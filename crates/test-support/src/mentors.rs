//! Mentors and their matches: chronically absent students first, and nobody who almost never attends
//! (`domain.md` section 0: those need other help).

use std::collections::HashSet;

use daymark_domain::{AbsenceFigure, SchoolDay};

use crate::District;
use crate::names;
use crate::people::{DEMO_SCHOOL, SchoolLevel};
use crate::prng::{Prng, Purpose};

/// Where a mentor comes from, which decides the size of the caseload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentorKind {
    /// Staff of the school: 1 to 5 students.
    Internal,
    /// A partner's mentor: 10 to 20 students.
    External,
}

/// A mentor.
#[derive(Clone, Debug)]
pub struct Mentor {
    /// The name.
    pub name: String,
    /// The e-mail address, at a domain that is kept for examples.
    pub email: String,
    /// Staff or partner.
    pub kind: MentorKind,
    /// Which of the district's schools.
    pub school: usize,
    /// Speaks Spanish.
    pub speaks_spanish: bool,
    /// School days in a thousand on which the mentor is at the door.
    pub(crate) diligence: u32,
    /// The last day that the mentor's phone was heard from, for the one that fell silent.
    pub silent_after: Option<SchoolDay>,
}

/// One student with one mentor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which of the district's students.
    pub student: usize,
    /// The same student by the export's key.
    pub student_sis_id: String,
    /// Which of the district's mentors.
    pub mentor: usize,
    /// The first day.
    pub start: SchoolDay,
    /// The plan has wake-up calls.
    pub wake_up_calls: bool,
    /// Why these two.
    pub rationale: &'static str,
}

/// The demo's mentor, who has a full door of 25 students.
pub const DEMO_MENTOR: &str = "Ana Ruiz";
/// Her address.
pub const DEMO_MENTOR_EMAIL: &str = "ana.ruiz@example.org";
const DEMO_CASELOAD: usize = 25;
/// Wake-up calls are worth an early morning for a few, not for all.
const MOST_CALLS_FOR_THE_ABSENT: usize = 5;

/// A mentor's post at a school, and how many students it is for.
struct Post {
    kind: MentorKind,
    caseload: usize,
}

/// A student who may be matched, with what speaks for it.
struct Candidate {
    student: usize,
    showcase: bool,
    figure: AbsenceFigure,
    absent_on_last_school_day: bool,
}

/// Adds mentors and matches to a district that has its students.
pub(crate) fn staff(district: &mut District) {
    let mut addresses = HashSet::new();
    for (school, candidates) in candidates_by_school(district).into_iter().enumerate() {
        let prng = &mut Prng::stream(district.plan.seed, Purpose::Mentor, school as u64);
        let mut waiting = candidates.into_iter();
        for (nth, post) in posts(school, district.schools[school].level, prng).into_iter().enumerate() {
            let mentor = mentor(district, school, nth, post.kind, &mut addresses, prng);
            district.mentors.push(mentor);
            let caseload: Vec<Candidate> = waiting.by_ref().take(post.caseload).collect();
            match_caseload(district, caseload);
        }
    }
}

/// Each school's students from the most to the least absent; showcase students before all.
fn candidates_by_school(district: &District) -> Vec<Vec<Candidate>> {
    let mut schools: Vec<Vec<Candidate>> = district.schools.iter().map(|_| Vec::new()).collect();
    for (student, row) in district.students.iter().enumerate() {
        let events = district.attendance_of(student);
        let figure = district.absence_figure(student);
        let absent = |day| events.iter().any(|event| event.day == day && event.missed_halves() == 2);
        if 2 * figure.missed_halves() < figure.enrolled_halves() {
            schools[row.school].push(Candidate {
                student,
                showcase: row.showcase,
                figure,
                absent_on_last_school_day: absent(district.calendar.last_school_day()),
            });
        }
    }
    for candidates in &mut schools {
        candidates.sort_by(|a, b| b.showcase.cmp(&a.showcase).then(more_absent_first(a.figure, b.figure)));
    }
    schools
}

fn more_absent_first(a: AbsenceFigure, b: AbsenceFigure) -> std::cmp::Ordering {
    let (a_cross, b_cross) =
        (a.missed_halves() * b.enrolled_halves(), b.missed_halves() * a.enrolled_halves());
    b_cross.cmp(&a_cross)
}

fn posts(school: usize, level: SchoolLevel, prng: &mut Prng) -> Vec<Post> {
    let (external, internal) = match level {
        SchoolLevel::Elementary | SchoolLevel::Middle => (1, 3),
        SchoolLevel::High => (2, 4),
    };
    let mut posts = Vec::with_capacity(external + internal);
    for _ in 0..external {
        posts.push(Post { kind: MentorKind::External, caseload: prng.between(10, 20) as usize });
    }
    for _ in 0..internal {
        posts.push(Post { kind: MentorKind::Internal, caseload: prng.between(1, 5) as usize });
    }
    if school == DEMO_SCHOOL {
        posts[0].caseload = DEMO_CASELOAD;
    }
    posts
}

fn mentor(
    district: &District,
    school: usize,
    nth: usize,
    kind: MentorKind,
    addresses: &mut HashSet<String>,
    prng: &mut Prng,
) -> Mentor {
    let is_demo_mentor = school == DEMO_SCHOOL && nth == 0;
    // The second post of the first high school: the page must not read its silence as neglect.
    let is_silent = school == 2 && nth == 1;
    let culture = names::culture(prng);
    let drawn = format!("{} {}", culture.given(prng), culture.surname(prng));
    let name = if is_demo_mentor { DEMO_MENTOR.to_owned() } else { drawn };
    Mentor {
        email: address(&name, addresses),
        name,
        kind,
        school,
        speaks_spanish: is_demo_mentor || culture.speaks_spanish(),
        diligence: if is_demo_mentor || is_silent {
            900
        } else {
            prng.weighted(&[(900, 5), (700, 5), (380, 3)])
        },
        silent_after: is_silent.then(|| last_thursday(district)),
    }
}

/// The last Thursday with at least two school days since: long enough that the silence shows.
fn last_thursday(district: &District) -> SchoolDay {
    let taught = &district.calendar.past_school_days;
    let third_last = taught[taught.len() - 3];
    third_last
        .week()
        .days()
        .nth(3)
        .filter(|&thursday| thursday <= third_last)
        .unwrap_or(third_last.week().monday.minus(4))
}

/// `Zoë O'Brien` is `zoe.obrien@example.org`, or `zoe.obrien2@` if there is one already.
fn address(name: &str, taken: &mut HashSet<String>) -> String {
    let words = name.split(' ').map(names::ascii_letters).filter(|word| !word.is_empty());
    let local = words.collect::<Vec<_>>().join(".");
    let numbers = std::iter::once(String::new()).chain((2..).map(|number: u32| number.to_string()));
    let mut addresses = numbers.map(|number| format!("{local}{number}@example.org"));
    addresses.find(|address| taken.insert(address.clone())).unwrap_or_default()
}

/// Matches the students with the mentor who was added last.
fn match_caseload(district: &mut District, caseload: Vec<Candidate>) {
    let mentor = district.mentors.len() - 1;
    let mut calls_for_the_absent = 0;
    for candidate in caseload {
        let student = &district.students[candidate.student];
        let prng = &mut Prng::stream(district.plan.seed, Purpose::Match, candidate.student as u64);
        let old_enough = student.grade.0 >= 6;
        let call_today =
            candidate.absent_on_last_school_day && calls_for_the_absent < MOST_CALLS_FOR_THE_ABSENT;
        let wake_up_calls = old_enough && (call_today || prng.chance(120));
        calls_for_the_absent += usize::from(wake_up_calls && call_today);
        district.matches.push(Match {
            student: candidate.student,
            student_sis_id: student.sis_id.clone(),
            mentor,
            start: start(district, student.enrolled_from, prng),
            wake_up_calls,
            rationale: rationale(district, candidate.student, mentor, prng),
        });
    }
}

/// Most matches begin in the first six weeks, some later in the year.
fn start(district: &District, enrolled_from: SchoolDay, prng: &mut Prng) -> SchoolDay {
    let nth = if prng.chance(750) { prng.between(8, 30) } else { prng.between(31, 75) };
    district.calendar.past_school_days[nth as usize].max(enrolled_from)
}

fn rationale(district: &District, student: usize, mentor: usize, prng: &mut Prng) -> &'static str {
    let (student, mentor) = (&district.students[student], &district.mentors[mentor]);
    let home_is_spanish =
        student.contacts.iter().any(|contact| district.guardians[contact.guardian].language == "es");
    if mentor.speaks_spanish && home_is_spanish && prng.chance(700) {
        return "Speaks Spanish with the family";
    }
    let known = [
        "Taught the student last year",
        "Coaches the student's team",
        "Already sees the student at breakfast club",
    ];
    let partner =
        ["Same bus line every morning", "Shares an interest in drawing", "Lives in the same neighbourhood"];
    match mentor.kind {
        MentorKind::Internal => prng.pick(&known),
        MentorKind::External => prng.pick(&partner),
    }
}
