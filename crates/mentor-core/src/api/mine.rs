//! A mentor's own week and month.

use daymark_domain::{Element, SchoolDay, WeekDosage};
use serde::{Deserialize, Serialize};

use super::Who;

/// A week of this mentor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MyWeekView {
    /// Its Monday.
    pub monday: SchoolDay,
    /// Today at the school.
    pub today: SchoolDay,
    /// The students, by name.
    pub rows: Vec<MyWeekRow>,
    /// Minutes that were recorded; a group's once.
    pub minutes: u32,
}

/// One student's week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MyWeekRow {
    /// Who.
    pub who: Who,
    /// School days of the week inside the match, and distinct dates on which the student was reached.
    pub week: WeekDosage,
    /// Dates on which the student was reached, in order.
    pub reached: Vec<SchoolDay>,
    /// Contacts that reached nobody.
    pub attempts: u32,
    /// Contacts that reached the family.
    pub family_contacts: u32,
    /// School days of this week on which the student can still be reached, today included unless it has its contact.
    pub days_left: u32,
}

impl MyWeekRow {
    /// Whether the week is met or can still be; `None` in a week without school.
    pub fn can_be_met(&self) -> Option<bool> {
        (self.week.available > 0).then_some(self.week.done + self.days_left >= self.week.wanted)
    }
}

/// A month of this mentor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MyMonthView {
    /// Its first day.
    pub first: SchoolDay,
    /// Students of the month.
    pub students: u32,
    /// Entries by the element of the work, each of the seven once, in their order.
    pub elements: Vec<(Element, u32)>,
    /// Weeks of students that met the model.
    pub weeks_met: u32,
    /// Of so many that are over and had school.
    pub weeks: u32,
    /// Contacts that reached the family.
    pub family_contacts: u32,
    /// Contacts that reached nobody.
    pub attempts: u32,
    /// Minutes that were recorded; a group's once.
    pub minutes: u32,
}
