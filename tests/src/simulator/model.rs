//! What must be true: who has whom, what was saved and taken back, by nothing but what people did and were told.

use std::collections::{BTreeMap, BTreeSet};

use daymark_domain::{CalendarMark, EntryKey, MatchId, MentorId, Reach, SchoolDay, StudentId, What};
use daymark_mentor_core::api::{Reply, Request};

/// Everything.
#[derive(Default)]
pub struct Model {
    /// The mentors.
    pub mentors: Vec<Mentor>,
    /// The students.
    pub students: Vec<Student>,
    /// The matches, ended ones too.
    pub matches: BTreeMap<MatchId, Match>,
    /// Every entry that was said to be saved.
    pub entries: BTreeMap<Named, Entry>,
    /// Who marked a day last, and with what, by phone.
    pub marks: BTreeMap<(MatchId, SchoolDay), BTreeMap<usize, CalendarMark>>,
    /// Changes that left an outbox, and whose: the server must have them for ever.
    pub acknowledged: BTreeMap<(MatchId, [u8; 32]), usize>,
    /// Changes that were refused rightly, each with the entry that it would have added; none: a calendar mark. The server
    /// keeps them for thirty days, and so does a phone whose student has left.
    pub set_aside: BTreeMap<(MatchId, [u8; 32]), Option<String>>,
    /// Entries that a phone forgot when it was put back to an older image, and days that it had marked: nobody can say
    /// whether a copy of them is still on its way.
    pub forgotten: Forgotten,
}

/// What went with a phone's later data.
#[derive(Default)]
pub struct Forgotten {
    /// Entries that it had saved.
    pub entries: BTreeSet<Named>,
    /// Entries that it had taken back.
    pub voids: BTreeSet<Named>,
    /// Days that it had marked.
    pub marks: BTreeSet<(MatchId, SchoolDay)>,
}

/// An entry by its record and its key.
pub type Named = (MatchId, String);

/// A mentor.
pub struct Mentor {
    /// Their id.
    pub id: MentorId,
    /// Their name.
    pub name: String,
    /// Whether students may be on their phones.
    pub clear: bool,
}

/// A student.
pub struct Student {
    /// Their id.
    pub id: StudentId,
    /// The export's key.
    pub sis_id: String,
    /// What they are called now.
    pub name: String,
    /// Days that the office's file says something about.
    pub recorded: BTreeSet<SchoolDay>,
}

/// A match.
#[derive(Clone, Debug)]
pub struct Match {
    /// Whose.
    pub mentor: usize,
    /// Who.
    pub student: usize,
    /// Its first day.
    pub start_day: SchoolDay,
    /// When it ended, if it has: the first day without, and the moment.
    pub end: Option<(SchoolDay, i64)>,
}

/// An entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which phone saved it.
    pub phone: usize,
    /// In which table of the server it stands.
    pub table: Option<&'static str>,
    /// The day that it is about.
    pub day: SchoolDay,
    /// Whether it reached the student.
    pub reached: bool,
    /// Phones on which it was taken back.
    pub voided_on: BTreeSet<usize>,
    /// One of a group.
    pub group: Option<String>,
}

impl Model {
    /// Who is on this mentor's phones once they have synced.
    pub fn caseload(&self, mentor: usize) -> BTreeSet<MatchId> {
        if !self.mentors[mentor].clear {
            return BTreeSet::new();
        }
        let active = self.matches.iter().filter(|(_, of)| of.mentor == mentor && of.end.is_none());
        active.map(|(id, _)| *id).collect()
    }

    /// A phone said that it saved what was tapped. Returns the keys of new entries.
    pub fn book(
        &mut self,
        phone: usize,
        request: &Request,
        reply: &Reply,
        now_on_phone: &Seen,
    ) -> Vec<Named> {
        match (request, reply) {
            (Request::MarkCalendarDay { match_id, day, mark }, Reply::Saved { .. }) => {
                self.marks.entry((*match_id, *day)).or_default().insert(phone, *mark);
                Vec::new()
            }
            (Request::VoidEntry { match_id, key }, Reply::Saved { .. }) => {
                self.void(phone, &(*match_id, key.to_string()));
                Vec::new()
            }
            (Request::VoidGroup { group }, Reply::Saved { .. }) => {
                let group = group.to_string();
                let theirs: Vec<Named> = self
                    .entries
                    .iter()
                    .filter(|(named, entry)| {
                        entry.group.as_deref() == Some(&group) && now_on_phone.contains(*named)
                    })
                    .map(|(named, _)| named.clone())
                    .collect();
                theirs.iter().for_each(|named| self.void(phone, named));
                Vec::new()
            }
            (_, Reply::SavedGroup { group, keys, .. }) => {
                let group = Some(group.to_string());
                let named = |(id, key): &(MatchId, EntryKey)| (*id, key.to_string());
                let keys: Vec<Named> = keys.iter().map(named).collect();
                for named in &keys {
                    let Some(entry) = Entry::of(phone, request) else { continue };
                    self.entries.insert(named.clone(), Entry { group: group.clone(), ..entry });
                }
                keys
            }
            (_, Reply::Saved { key: Some(key), .. }) => self.book_one(phone, request, key),
            _ => Vec::new(),
        }
    }

    fn book_one(&mut self, phone: usize, request: &Request, key: &EntryKey) -> Vec<Named> {
        let Some((match_id, entry)) = of_match(request).zip(Entry::of(phone, request)) else {
            return Vec::new();
        };
        if let Request::RecordDoorCheck { day, .. } = request {
            self.void_earlier_checks(phone, match_id, *day, key);
        }
        let named = (match_id, key.to_string());
        self.entries.insert(named.clone(), entry);
        vec![named]
    }

    /// A second tap at the door corrects the first of the same phone.
    fn void_earlier_checks(&mut self, phone: usize, match_id: MatchId, day: SchoolDay, key: &EntryKey) {
        let of_phone = format!("{}-", key.tag.as_str());
        let earlier: Vec<Named> = self
            .entries
            .range((match_id, String::new())..)
            .take_while(|((id, _), _)| *id == match_id)
            .filter(|((_, key), entry)| {
                key.starts_with(&of_phone) && entry.table == Some("door_check") && entry.day == day
            })
            .map(|(named, _)| named.clone())
            .collect();
        earlier.iter().for_each(|named| self.void(phone, named));
    }

    fn void(&mut self, phone: usize, named: &Named) {
        if let Some(entry) = self.entries.get_mut(named) {
            entry.voided_on.insert(phone);
        }
    }
}

/// Entries that a phone holds.
pub type Seen = BTreeSet<Named>;

impl Entry {
    fn of(phone: usize, request: &Request) -> Option<Self> {
        let (table, day, reached) = match request {
            Request::RecordDoorCheck { day, result, .. } => {
                ("door_check", *day, What::DoorCheck(*result).reach())
            }
            Request::RecordContact { day, contact, .. } | Request::RecordGroup { day, contact, .. } => {
                ("contact", *day, contact.reach())
            }
            Request::AddNote { day, .. } => ("note", *day, None),
            _ => return None,
        };
        let reached = reached == Some(Reach::Student);
        let (voided_on, group) = (BTreeSet::new(), None);
        Some(Self { phone, table: Some(table), day, reached, voided_on, group })
    }
}

fn of_match(request: &Request) -> Option<MatchId> {
    match request {
        Request::RecordDoorCheck { match_id, .. }
        | Request::RecordContact { match_id, .. }
        | Request::AddNote { match_id, .. } => Some(*match_id),
        _ => None,
    }
}
