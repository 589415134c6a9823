//! What rows of attendance are compared with, held in memory: keys, calendars and who was enrolled when.

use std::collections::{BTreeMap, HashMap};

use daymark_domain::{DayType, SchoolDay, StudentId};

use crate::imports::{ImportError, ImportOptions, day_at};
use crate::store::StoreError;
use crate::store::imports::{ImportTransaction, SchoolRow};

/// The district by the export's keys. A place is a number from 0, shorter to hold than an id.
pub(super) struct District {
    pub students: HashMap<String, (u32, StudentId)>,
    pub schools: HashMap<String, School>,
    enrolled: HashMap<(u32, u32), Vec<Time>>,
}

/// `[entry, exit)`.
type Time = (SchoolDay, Option<SchoolDay>);

/// A school.
pub(super) struct School {
    pub place: u32,
    pub row: SchoolRow,
    pub today: SchoolDay,
    pub calendar: BTreeMap<SchoolDay, DayType>,
}

impl District {
    pub fn read(tx: &mut dyn ImportTransaction, options: &ImportOptions) -> Result<Self, StoreError> {
        let mut calendars = HashMap::<_, BTreeMap<_, _>>::new();
        for day in tx.calendar_days()? {
            calendars.entry(day.school_id).or_default().insert(day.day, day.day_type);
        }
        let mut school = |(place, row): (u32, SchoolRow)| {
            let (today, calendar) =
                (day_at(&row.time_zone, options.now), calendars.remove(&row.id).unwrap_or_default());
            (row.sis_id.clone(), School { place, today, calendar, row })
        };
        let schools: HashMap<String, School> = (0..).zip(tx.schools()?).map(&mut school).collect();
        let keys = (0..).zip(tx.student_keys()?);
        let students: HashMap<String, (u32, StudentId)> =
            keys.map(|(place, (sis_id, id))| (sis_id, (place, id))).collect();
        let school_places: HashMap<_, u32> =
            schools.values().map(|school| (school.row.id, school.place)).collect();
        let student_places: HashMap<_, u32> = students.values().map(|(place, id)| (*id, *place)).collect();
        let mut enrolled = HashMap::<_, Vec<Time>>::new();
        for row in tx.enrollments()? {
            let key = (student_places.get(&row.student_id), school_places.get(&row.school_id));
            if let (Some(student), Some(school)) = key {
                enrolled.entry((*student, *school)).or_default().push((row.entry_day, row.exit_day));
            }
        }
        Ok(Self { students, schools, enrolled })
    }

    pub fn is_enrolled(&self, student: u32, school: u32, day: SchoolDay) -> bool {
        let mut times = self.enrolled.get(&(student, school)).into_iter().flatten();
        times.any(|(entry, exit)| *entry <= day && exit.is_none_or(|exit| day < exit))
    }

    /// Each student's place and key.
    pub fn students_by_id(&self) -> HashMap<StudentId, (u32, &str)> {
        self.students.iter().map(|(key, (place, id))| (*id, (*place, key.as_str()))).collect()
    }

    /// That the file does not claim to cover what has not come yet.
    pub fn check_through(&self, through: Option<SchoolDay>) -> Result<(), ImportError> {
        let Some(through) = through else { return Ok(()) };
        match self.schools.values().map(|school| school.today).min() {
            Some(today) if through > today => Err(ImportError::NotYet { through, today }),
            _ => Ok(()),
        }
    }
}

impl School {
    /// Its last school day up to that date, and never behind today.
    pub fn last_school_day(&self, up_to: SchoolDay) -> Option<SchoolDay> {
        let days = self.calendar.range(..=up_to.min(self.today)).rev();
        days.filter(|(_, day_type)| day_type.is_instructional()).map(|(day, _)| *day).next()
    }
}
