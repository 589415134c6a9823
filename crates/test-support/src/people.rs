//! Schools, students and the adults whom the school may call. Families come first: siblings share guardians.

use daymark_domain::SchoolDay;

use crate::DistrictPlan;
use crate::attendance::AttendanceHabit;
use crate::calendar::SchoolCalendar;
use crate::names::{self, AWKWARD, Culture};
use crate::prng::{Prng, Purpose};

/// What a school teaches; three schools of a neighbourhood follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchoolLevel {
    /// Kindergarten to grade 5.
    Elementary,
    /// Grades 6 to 8.
    Middle,
    /// Grades 9 to 12.
    High,
}

impl SchoolLevel {
    /// The grades taught, in order.
    pub fn grades(self) -> impl Iterator<Item = Grade> {
        match self {
            Self::Elementary => 0..=5,
            Self::Middle => 6..=8,
            Self::High => 9..=12,
        }
        .map(Grade)
    }
}

/// A grade; kindergarten is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grade(pub u8);

impl Grade {
    /// As exports write it: `KG`, `01` to `12`.
    pub fn code(self) -> String {
        if self.0 == 0 { "KG".to_owned() } else { format!("{:02}", self.0) }
    }
}

/// A school.
#[derive(Clone, Debug)]
pub struct School {
    /// Its key in the export.
    pub sis_id: String,
    /// Its name.
    pub name: String,
    /// What it teaches.
    pub level: SchoolLevel,
}

/// A student. No `Debug`: such rows belong in no log, even invented ones.
pub struct Student {
    /// The key in the export.
    pub sis_id: String,
    /// The given name.
    pub given_name: &'static str,
    /// The middle name, often empty.
    pub middle_name: &'static str,
    /// The family name or names.
    pub family_name: String,
    /// The birth date; it fits the grade.
    pub birth_date: SchoolDay,
    /// The grade.
    pub grade: Grade,
    /// Which of the district's schools.
    pub school: usize,
    /// The first day of the enrollment; a few come weeks after the year began.
    pub enrolled_from: SchoolDay,
    /// The adults whom the school may call.
    pub contacts: Vec<StudentContact>,
    /// How the student attends; never exported.
    pub habit: AttendanceHabit,
    /// Carries one of the names that screens must bear, and is in the demo mentor's caseload.
    pub showcase: bool,
}

/// A student and one adult.
#[derive(Clone, Copy)]
pub struct StudentContact {
    /// Which of the district's guardians.
    pub guardian: usize,
    /// Mother, Grandmother, ...
    pub relation: &'static str,
    /// Called first.
    pub primary: bool,
    /// Lives with the student.
    pub lives_with: bool,
    /// May be called in an emergency.
    pub emergency: bool,
    /// The order of calling, from 1.
    pub priority: u8,
    /// What has to be heeded before any call; empty for most.
    pub restrictions: &'static str,
}

/// An adult whom the school may call. No `Debug`, like [`Student`].
pub struct Guardian {
    /// The key in the export.
    pub sis_id: String,
    /// The given name.
    pub given_name: &'static str,
    /// The family name.
    pub family_name: String,
    /// The mobile number, from the range that is kept for fiction; empty for some.
    pub sms: String,
    /// Another number; empty for many.
    pub phone: String,
    /// The language to speak with this adult (BCP 47).
    pub language: &'static str,
    /// Whose guardian: indices of the district's students.
    pub students: Vec<usize>,
    culture: &'static Culture,
}

/// All people of the district who are not staff.
pub(crate) struct People {
    pub students: Vec<Student>,
    pub guardians: Vec<Guardian>,
}

/// The schools, a neighbourhood's three after each other.
pub(crate) fn schools(count: usize) -> Vec<School> {
    let levels = [SchoolLevel::Elementary, SchoolLevel::Middle, SchoolLevel::High];
    (0..count)
        .map(|number| {
            let level = levels[number % 3];
            School {
                sis_id: (410_001 + number).to_string(),
                name: format!("{} {level:?} School", names::neighbourhood(number / 3)),
                level,
            }
        })
        .collect()
}

/// The students, spread evenly over all grades of all schools, each with a family.
pub(crate) fn people(plan: &DistrictPlan, schools: &[School], calendar: &SchoolCalendar) -> People {
    let mut classrooms = Vec::new();
    for (school, taught) in schools.iter().enumerate() {
        classrooms.extend(taught.level.grades().map(|grade| (school, grade)));
    }
    let mut people = People { students: Vec::with_capacity(plan.students), guardians: Vec::new() };
    let mut awkward_names = 0..AWKWARD.len();
    for index in 0..plan.students {
        let (school, grade) = classrooms[index * classrooms.len() / plan.students];
        let awkward_name = (school == DEMO_SCHOOL).then(|| awkward_names.next()).flatten();
        people.enroll(plan.seed, calendar, Seat { index, school, grade, awkward_name });
    }
    people
}

/// The middle school of the first neighbourhood, where the demo mentor greets.
pub(crate) const DEMO_SCHOOL: usize = 1;

/// Who is to sit in a classroom.
struct Seat {
    index: usize,
    school: usize,
    grade: Grade,
    awkward_name: Option<usize>,
}

/// A name, and the adults who go with it.
struct Identity {
    given_name: &'static str,
    family_name: String,
    contacts: Vec<StudentContact>,
}

impl People {
    fn enroll(&mut self, seed: u64, calendar: &SchoolCalendar, seat: Seat) {
        let prng = &mut Prng::stream(seed, Purpose::Student, seat.index as u64);
        let Identity { given_name, family_name, mut contacts } = self.identity(prng, &seat);
        restrict(&mut contacts, prng);
        for contact in &contacts {
            self.guardians[contact.guardian].students.push(seat.index);
        }
        self.students.push(Student {
            sis_id: (600_001 + seat.index).to_string(),
            given_name,
            middle_name: if prng.chance(250) { names::middle(prng) } else { "" },
            family_name,
            birth_date: birth_date(calendar.first(), seat.grade, prng),
            grade: seat.grade,
            school: seat.school,
            enrolled_from: first_day(calendar, &seat, prng),
            contacts,
            habit: match seat.awkward_name {
                Some(number) => AttendanceHabit::showcase(number, prng),
                None => AttendanceHabit::draw(seat.grade, prng),
            },
            showcase: seat.awkward_name.is_some(),
        });
    }

    /// An awkward name, a sibling of somebody enrolled before, or the first of a new family.
    fn identity(&mut self, prng: &mut Prng, seat: &Seat) -> Identity {
        if let Some((given_name, family, culture)) = seat.awkward_name.map(|number| AWKWARD[number]) {
            let contacts = self.new_family(prng, culture, family, family);
            return Identity { given_name, family_name: family.to_owned(), contacts };
        }
        if let Some(sibling) = self.sibling(prng, seat) {
            let given_name = self.guardians[sibling.contacts[0].guardian].culture.given(prng);
            let (family_name, contacts) = (sibling.family_name.clone(), sibling.contacts.clone());
            return Identity { given_name, family_name, contacts };
        }
        let culture = names::culture(prng);
        let (first, second) = (culture.surname(prng), culture.surname(prng));
        let contacts = self.new_family(prng, culture, first, second);
        let family_name = culture.childs_surname(first, second, prng);
        Identity { given_name: culture.given(prng), family_name, contacts }
    }

    /// A student of another grade in the same neighbourhood, for about three in ten.
    fn sibling(&self, prng: &mut Prng, seat: &Seat) -> Option<&Student> {
        let of_here = self.students.partition_point(|student| student.school / 3 < seat.school / 3);
        let neighbours = &self.students[of_here..];
        if neighbours.is_empty() || !prng.chance(380) {
            return None;
        }
        let student = &neighbours[prng.index(neighbours.len())];
        let children =
            student.contacts.first().map_or(0, |contact| self.guardians[contact.guardian].students.len());
        (student.grade != seat.grade && children < 4 && !student.showcase).then_some(student)
    }

    /// One or two adults, sometimes a third, with the father's and the mother's surname.
    fn new_family(
        &mut self,
        prng: &mut Prng,
        culture: &'static Culture,
        first: &str,
        second: &str,
    ) -> Vec<StudentContact> {
        let language = culture.language(prng);
        let relations: &[&str] = prng.weighted(&[
            (&["Mother", "Father"], 560),
            (&["Mother"], 220),
            (&["Father"], 40),
            (&["Mother", "Stepfather"], 60),
            (&["Mother", "Grandmother"], 50),
            (&["Grandmother"], 25),
            (&["Aunt", "Uncle"], 15),
            (&["Foster parent"], 15),
            (&["Mother", "Father", "Stepmother"], 15),
        ]);
        let together = prng.chance(800);
        let mut contacts = Vec::with_capacity(relations.len());
        for (number, &relation) in relations.iter().enumerate() {
            let family_name = if relation == "Father" { first } else { second }.to_owned();
            let given_name = culture.given_for(relation, prng);
            contacts.push(StudentContact {
                guardian: self.add(
                    prng,
                    Guardian {
                        given_name,
                        family_name,
                        language,
                        culture,
                        sis_id: String::new(),
                        sms: String::new(),
                        phone: String::new(),
                        students: Vec::new(),
                    },
                ),
                relation,
                primary: number == 0,
                lives_with: number == 0 || together,
                emergency: number == 0 || prng.chance(500),
                priority: number as u8 + 1,
                restrictions: "",
            });
        }
        contacts
    }

    /// Gives the guardian a key and numbers. Some get no number at all: the call list must say so.
    fn add(&mut self, prng: &mut Prng, guardian: Guardian) -> usize {
        let number = self.guardians.len();
        let has_mobile = prng.chance(880);
        let has_landline = prng.chance(if has_mobile { 220 } else { 600 });
        let written = |wanted: bool, line: usize| {
            if wanted { fictional_number(2 * number + line) } else { String::new() }
        };
        let sis_id = (800_001 + number).to_string();
        self.guardians.push(Guardian {
            sis_id,
            sms: written(has_mobile, 0),
            phone: written(has_landline, 1),
            ..guardian
        });
        number
    }
}

/// A few may not be called, or not by everybody; never the only adult.
fn restrict(contacts: &mut [StudentContact], prng: &mut Prng) {
    let restricted = contacts.len() > 1 && prng.chance(40);
    let Some(last) = contacts.last_mut().filter(|_| restricted) else { return };
    last.restrictions = prng.pick(&[
        "No contact: court order on file",
        "Do not release student to this person",
        "Do not call at work before 15:00",
        "Call through the social worker only",
    ]);
}

/// The grade's age on the first day of school; a few are a year older.
fn birth_date(first_day: SchoolDay, grade: Grade, prng: &mut Prng) -> SchoolDay {
    let repeated = u64::from(prng.chance(30));
    let full_years = 5 + u64::from(grade.0) + repeated;
    first_day.minus(full_years * 1_461 / 4 + u64::from(prng.between(1, 364)))
}

/// The first day of school; for a few some weeks later.
fn first_day(calendar: &SchoolCalendar, seat: &Seat, prng: &mut Prng) -> SchoolDay {
    let late = if prng.chance(20) && seat.awkward_name.is_none() { prng.between(10, 50) as usize } else { 0 };
    calendar.past_school_days.get(late).copied().unwrap_or(calendar.first())
}

/// A number of the range 555-0100 to 555-0199 that belongs to nobody, written as offices write numbers.
fn fictional_number(number: usize) -> String {
    const AREAS: [u16; 24] = [
        201, 212, 303, 312, 314, 402, 404, 415, 501, 503, 512, 602, 612, 614, 702, 713, 718, 802, 808, 901,
        907, 915, 917, 971,
    ];
    let (area, line) = (AREAS[number / 100 % AREAS.len()], number % 100);
    match number % 7 {
        0 => format!("{area}-555-01{line:02}"),
        1 => format!("+1 {area} 555 01{line:02}"),
        2 => format!("{area}55501{line:02}"),
        _ => format!("({area}) 555-01{line:02}"),
    }
}
