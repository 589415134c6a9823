//! What the team's table shows: the weekly packet of a day, put into the order that somebody asked for, and the
//! names that belong to its keys. The figures are the report's.

use std::cmp::Reverse;
use std::collections::HashMap;

use daymark_domain::{NamesShown, OnTrackBand, SchoolDay, SchoolId, StudentId, initials};
use daymark_reports::{Freshness, Packet, PacketRow, ReportName, Tenths, WeeklyPacketReport, weekly_packet};

use crate::reports::{Past, Question, ReportError, facts};
use crate::store::Store;
use crate::store::fields::{FieldClass, Readable};
use crate::store::meetings::TeamStudent;

/// The packet of one school.
pub struct TablePacket {
    /// The day that it looks from.
    pub as_of: SchoolDay,
    /// How far the record reaches.
    pub freshness: Option<Freshness>,
    /// The packet.
    pub packet: Packet,
    report: WeeklyPacketReport,
}

impl TablePacket {
    /// As somebody reads it who may read these fields; the school's own sums stay.
    pub fn as_read(mut self, fields: Readable) -> Self {
        self.report.schools.iter_mut().for_each(|packet| leave_out(packet, fields));
        leave_out(&mut self.packet, fields);
        self
    }

    /// The students' table as CSV, with who took it along and when.
    pub fn csv(&self, who: &str, when: &str) -> Result<Vec<u8>, ReportError> {
        use daymark_reports::Report;
        Ok(self.report.table().taken_by(who, when).csv()?)
    }
}

/// The packet as of that day, or as of the last day that the record covers; none before anything was recorded.
pub async fn packet_of(
    store: &dyn Store,
    school: SchoolId,
    as_of: Option<SchoolDay>,
) -> Result<Option<TablePacket>, ReportError> {
    let past = Past::of(ReportName::WeeklyPacket);
    let question = Question { school: Some(school), as_of, past, ..Question::default() };
    let facts = match facts(store, &question).await {
        Ok(facts) => facts,
        Err(ReportError::NothingRecorded) => return Ok(None),
        Err(error) => return Err(error),
    };
    // Some hundred milliseconds of arithmetic for a large school: not on a thread that answers others.
    let report = tokio::task::spawn_blocking(move || weekly_packet(&facts)).await;
    let report = report.map_err(|_| crate::store::StoreError::Stopped)?;
    let Some(packet) = report.schools.first().cloned() else { return Ok(None) };
    Ok(Some(TablePacket {
        as_of: report.head.as_of,
        freshness: report.head.freshness.first().cloned(),
        packet,
        report,
    }))
}

fn leave_out(packet: &mut Packet, fields: Readable) {
    let has = |class: FieldClass| fields.has(class);
    if !has(FieldClass::TeamNotes) {
        packet.notes.clear();
        packet.students.iter_mut().for_each(|row| row.team_notes_this_week = 0);
    }
    if !has(FieldClass::Requests) {
        packet.asks.clear();
    }
    if !has(FieldClass::Barriers) {
        packet.students.iter_mut().for_each(|row| row.barriers.clear());
    }
    if !has(FieldClass::MentorWork) {
        packet.recognitions.clear();
    }
    if !has(FieldClass::TeamsTable) {
        packet.open_referrals.clear();
        packet.decisions.clear();
        packet.actions.clear();
        packet.students.iter_mut().for_each(|row| row.extra_supports.clear());
    }
}

/// By what the students' table is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By family name.
    Name,
    /// The least attendance in the quarter before first.
    Quarter,
    /// The most days missed in September first.
    September,
    /// The highest rate of absence first.
    #[default]
    Missed,
    /// By the mentor.
    Mentor,
    /// The most notes first.
    Notes,
    /// The most help beside the mentor first.
    Supports,
    /// Off track first.
    OnTrack,
    /// The fewest contacts of this week first.
    Contacts,
    /// Whose family was reached longest ago first.
    Family,
    /// The most open referrals first.
    Referrals,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Quarter,
        Self::September,
        Self::Missed,
        Self::Mentor,
        Self::Notes,
        Self::Supports,
        Self::OnTrack,
        Self::Contacts,
        Self::Family,
        Self::Referrals,
    ];
    /// As an address has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Quarter => "quarter",
            Self::September => "september",
            Self::Missed => "missed",
            Self::Mentor => "mentor",
            Self::Notes => "notes",
            Self::Supports => "supports",
            Self::OnTrack => "on_track",
            Self::Contacts => "contacts",
            Self::Family => "family",
            Self::Referrals => "referrals",
        }
    }
    /// From an address.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.word() == word)
    }
    /// The rows in that order; rows that are alike stay in the order of their names.
    pub fn sorted<'a>(self, rows: &'a [PacketRow], names: &Names) -> Vec<&'a PacketRow> {
        let mut rows: Vec<&PacketRow> = rows.iter().collect();
        rows.sort_by_key(|row| names.place(&row.student_id));
        match self {
            Self::Name => {}
            // None last: nothing is known of who came later.
            Self::Quarter => {
                let attendance =
                    |row: &PacketRow| row.previous_quarter.and_then(|quarter| quarter.attendance_percent);
                rows.sort_by_key(|row| (attendance(row).is_none(), attendance(row)));
            }
            Self::September => rows.sort_by_key(|row| Reverse(row.september_absent_days)),
            Self::Missed => rows.sort_by_key(|row| Reverse(missed(row))),
            Self::Mentor => rows.sort_by_key(|row| row.mentors.clone()),
            Self::Notes => rows.sort_by_key(|row| Reverse(row.team_notes_this_week)),
            Self::Supports => rows.sort_by_key(|row| Reverse(row.extra_supports.len())),
            Self::OnTrack => rows.sort_by_key(|row| on_track(row.on_track)),
            Self::Contacts => rows.sort_by_key(|row| (row.contacts_wanted == 0, row.contacts_this_week)),
            Self::Family => rows.sort_by_key(|row| row.last_family_contact),
            Self::Referrals => rows.sort_by_key(|row| Reverse(row.open_referrals)),
        }
        rows
    }
}

/// The exact fraction decides between equal rounded rates.
fn missed(row: &PacketRow) -> (Option<Tenths>, daymark_domain::Days) {
    (row.rate_percent, row.absent_days)
}

fn on_track(band: Option<OnTrackBand>) -> u8 {
    match band {
        Some(OnTrackBand::OffTrack) => 0,
        Some(OnTrackBand::OnTrack) => 1,
        Some(OnTrackBand::CollegeReady) => 2,
        None => 3,
    }
}

/// The students of the school by the keys of the reports, and how much of a name may be shown. No `Debug`.
pub struct Names {
    shown: NamesShown,
    students: Vec<TeamStudent>,
    by_key: HashMap<String, usize>,
    by_id: HashMap<StudentId, usize>,
    /// A number that says nothing about the name: by the export's key.
    numbers: Vec<usize>,
}

/// What is shown of whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// This text.
    Text(String),
    /// The student of that number.
    Number(usize),
}

impl Names {
    /// Of these students, who stand in the order of their names.
    pub fn of(students: Vec<TeamStudent>, shown: NamesShown) -> Self {
        let by_key =
            students.iter().enumerate().map(|(place, student)| (student.sis_id.clone(), place)).collect();
        let by_id = students.iter().enumerate().map(|(place, student)| (student.id, place)).collect();
        let mut order: Vec<usize> = (0..students.len()).collect();
        order.sort_by(|a, b| students[*a].sis_id.cmp(&students[*b].sis_id));
        let mut numbers = vec![0; students.len()];
        for (number, place) in order.into_iter().enumerate() {
            numbers[place] = number + 1;
        }
        Self { shown, students, by_key, by_id, numbers }
    }
    /// How much of a name.
    pub fn shown(&self) -> NamesShown {
        self.shown
    }
    /// Nobody who passes may learn a name, nor anything that somebody wrote.
    pub fn is_public(&self) -> bool {
        self.shown != NamesShown::Full
    }
    /// The place by name.
    pub fn place(&self, key: &str) -> usize {
        self.by_key.get(key).copied().unwrap_or(usize::MAX)
    }
    /// Our id of a report's key.
    pub fn id(&self, key: &str) -> Option<StudentId> {
        Some(self.students.get(self.place(key))?.id)
    }
    /// The report's key of our id.
    pub fn key(&self, id: StudentId) -> Option<&str> {
        Some(self.students.get(*self.by_id.get(&id)?)?.sis_id.as_str())
    }
    /// A student by the report's key. A student of whom nothing is known is shown by no key either.
    pub fn student(&self, key: &str) -> Shown {
        let place = self.place(key);
        match (self.students.get(place), self.shown) {
            (Some(student), NamesShown::Full) => Shown::Text(format!("{} {}", student.given, student.family)),
            (Some(student), NamesShown::Initials) => {
                Shown::Text(initials([student.given.as_str(), student.family.as_str()]))
            }
            (Some(_), NamesShown::None) => Shown::Number(self.numbers[place]),
            (None, _) => Shown::Text("–".to_owned()),
        }
    }
    /// A grown-up.
    pub fn adult(&self, name: &str) -> String {
        match self.is_public() {
            true => initials(name.split_whitespace()),
            false => name.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn student(given: &str, family: &str, sis_id: &str) -> TeamStudent {
        let (id, sis_id) = (StudentId::random(), sis_id.to_owned());
        TeamStudent { id, sis_id, given: given.into(), family: family.into() }
    }

    #[test]
    fn a_wall_shows_initials_or_a_number_that_is_not_the_place_in_the_alphabet() {
        let all = || vec![student("Tyrone", "Dyer", "9"), student("Lisa", "Woods", "3")];
        let shown = |shown| {
            let names = Names::of(all(), shown);
            (names.student("9"), names.adult("Ana Ruiz"))
        };
        let text = |text: &str| Shown::Text(text.to_owned());
        assert_eq!(shown(NamesShown::Full), (text("Tyrone Dyer"), "Ana Ruiz".to_owned()));
        assert_eq!(shown(NamesShown::Initials), (text("T. D."), "A. R.".to_owned()));
        assert_eq!(shown(NamesShown::None), (Shown::Number(2), "A. R.".to_owned()));
        assert_eq!(Names::of(all(), NamesShown::Full).student("7"), text("–"));
    }

    #[test]
    fn every_order_has_a_word_of_its_own() {
        for sort in Sort::ALL {
            assert_eq!(Sort::from_word(sort.word()), Some(sort));
        }
        assert_eq!(Sort::from_word("perhaps"), None);
    }
}
