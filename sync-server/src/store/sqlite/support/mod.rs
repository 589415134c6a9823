//! Support for mentors in SQLite.

use std::str::FromStr;

use async_trait::async_trait;
use daymark_domain::{MatchId, MentorId, NoteText, PulseScore, SchoolDay, SchoolId};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::SqliteStore;
use super::audit::note;
use super::closing::note_text;
use super::values::{all, day, id, one, optional_day, run, word};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::closing::Author;
use crate::store::support::{
    CheckIn, CheckInFacts, Pulse, PulseFacts, SupportEvent, SupportStore, SupportedMentor,
};

#[async_trait]
impl SupportStore for SqliteStore {
    async fn supported_mentors(&self, school: SchoolId) -> Result<Vec<SupportedMentor>, StoreError> {
        self.read(move |db| supported(db, school)).await
    }

    async fn check_ins(&self, school: SchoolId, mentor: MentorId) -> Result<Vec<CheckIn>, StoreError> {
        self.read(move |db| {
            let of = params![school.as_bytes(), mentor.as_bytes()];
            all(db, include_str!("check_ins.sql"), of, check_in)
        })
        .await
    }

    async fn add_check_in(
        &self,
        mentor: MentorId,
        facts: CheckInFacts,
        author: Author,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            if !is_here(tx, author.school_id, mentor)? {
                return Ok(false);
            }
            let row = params![
                author.school_id.as_bytes(),
                mentor.as_bytes(),
                facts.day.number(),
                facts.way.word(),
                joined(facts.topics.iter().map(|topic| topic.word())),
                joined(facts.needs.iter().map(|need| need.word())),
                joined(facts.prompts.iter().map(|prompt| prompt.word())),
                facts.note.as_ref().map(NoteText::as_str),
                facts.next_step.as_ref().map(NoteText::as_str),
                author.by.as_bytes(),
                author.at,
            ];
            run(tx, include_str!("add_check_in.sql"), row)?;
            Ok(true)
        })
        .await
    }

    async fn pulses(&self, school: SchoolId, mentor: MentorId) -> Result<Vec<Pulse>, StoreError> {
        self.read(move |db| {
            let of = params![school.as_bytes(), mentor.as_bytes()];
            all(db, include_str!("pulses.sql"), of, pulse)
        })
        .await
    }

    async fn add_pulse(
        &self,
        mentor: MentorId,
        facts: PulseFacts,
        author: Author,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let theirs = match facts.match_id {
                None => is_here(tx, author.school_id, mentor)?,
                Some(of) => is_of_mentor(tx, author.school_id, mentor, of)?,
            };
            if !theirs {
                return Ok(false);
            }
            let [first, second, third] = facts.scores.map(PulseScore::get);
            let row = params![
                author.school_id.as_bytes(),
                mentor.as_bytes(),
                facts.match_id.map(|id| *id.as_bytes()),
                facts.day.number(),
                first,
                second,
                third,
                facts.note.as_ref().map(NoteText::as_str),
                author.by.as_bytes(),
                author.at,
            ];
            run(tx, include_str!("add_pulse.sql"), row)?;
            Ok(true)
        })
        .await
    }

    async fn support_events(&self, school: SchoolId) -> Result<Vec<SupportEvent>, StoreError> {
        self.read(move |db| events(db, school)).await
    }

    async fn add_support_event(
        &self,
        day: SchoolDay,
        topic: String,
        mentors: Vec<MentorId>,
        author: Author,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            for mentor in &mentors {
                if !is_here(tx, author.school_id, *mentor)? {
                    return Ok(false);
                }
            }
            let Author { school_id, by, at } = author;
            run(
                tx,
                include_str!("add_event.sql"),
                params![school_id.as_bytes(), day.number(), topic, by.as_bytes(), at],
            )?;
            let event = tx.last_insert_rowid();
            for mentor in mentors {
                run(tx, include_str!("add_event_mentor.sql"), params![event, mentor.as_bytes()])?;
            }
            note(tx, &AccessEvent::by_staff(at, by, school_id, "support_event_added"))?;
            Ok(true)
        })
        .await
    }
}

fn supported(db: &Connection, school: SchoolId) -> Result<Vec<SupportedMentor>, StoreError> {
    let mut mentors: Vec<SupportedMentor> = Vec::new();
    let rows = all(db, include_str!("mentors.sql"), params![school.as_bytes()], |row| {
        let (id, name) = (id(row, 0, MentorId::from_bytes)?, row.get(1)?);
        let (starts, last_thanks) = (vec![day(row, 2)?], optional_day(row, 3)?);
        Ok(SupportedMentor { id, name, starts, talks: Vec::new(), last_thanks })
    })?;
    for row in rows {
        match mentors.last_mut().filter(|last| last.id == row.id) {
            Some(same) => same.starts.extend(row.starts),
            None => mentors.push(row),
        }
    }
    let talks = all(db, include_str!("talk_days.sql"), params![school.as_bytes()], |row| {
        Ok((id(row, 0, MentorId::from_bytes)?, day(row, 1)?))
    })?;
    for (of, day) in talks {
        if let Some(mentor) = mentors.iter_mut().find(|mentor| mentor.id == of) {
            mentor.talks.push(day);
        }
    }
    Ok(mentors)
}

/// Whether the mentor is the school's.
pub(crate) fn is_here(db: &Connection, school: SchoolId, mentor: MentorId) -> Result<bool, StoreError> {
    let of = params![school.as_bytes(), mentor.as_bytes()];
    Ok(one(db, include_str!("is_here.sql"), of, |_| Ok(()))?.is_some())
}

fn is_of_mentor(
    db: &Connection,
    school: SchoolId,
    mentor: MentorId,
    of: MatchId,
) -> Result<bool, StoreError> {
    let of = params![school.as_bytes(), mentor.as_bytes(), of.as_bytes()];
    Ok(one(db, include_str!("is_of_mentor.sql"), of, |_| Ok(()))?.is_some())
}

fn joined(words: impl Iterator<Item = &'static str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

fn split<T: FromStr>(row: &Row<'_>, column: &'static str) -> Result<Vec<T>, StoreError> {
    let words: String = row.get(column)?;
    let read = words.split_whitespace().map(str::parse).collect::<Result<_, _>>();
    read.map_err(|_| StoreError::Unreadable { what: column })
}

fn check_in(row: &Row<'_>) -> Result<CheckIn, StoreError> {
    Ok(CheckIn {
        facts: CheckInFacts {
            day: day(row, 0)?,
            way: word(row, "way")?,
            topics: split(row, "topics")?,
            needs: split(row, "needs")?,
            prompts: split(row, "prompts")?,
            note: note_text(row, "note")?,
            next_step: note_text(row, "next_step")?,
        },
        by: row.get("by_name")?,
    })
}

fn pulse(row: &Row<'_>) -> Result<Pulse, StoreError> {
    let score = |column: usize| -> Result<PulseScore, StoreError> {
        PulseScore::new(row.get(column)?).ok_or(StoreError::Unreadable { what: "answer" })
    };
    Ok(Pulse {
        facts: PulseFacts {
            day: day(row, 0)?,
            match_id: row.get::<_, Option<_>>(1)?.map(MatchId::from_bytes),
            scores: [score(2)?, score(3)?, score(4)?],
            note: note_text(row, "note")?,
        },
        student: row.get("student_name")?,
        by: row.get("by_name")?,
    })
}

fn events(db: &Connection, school: SchoolId) -> Result<Vec<SupportEvent>, StoreError> {
    let mut events: Vec<(i64, SupportEvent)> = Vec::new();
    let rows = all(db, include_str!("events.sql"), params![school.as_bytes()], |row| {
        let event = SupportEvent {
            day: day(row, 1)?,
            topic: row.get(2)?,
            by: row.get(3)?,
            mentors: row.get::<_, Option<String>>(4)?.into_iter().collect(),
        };
        Ok((row.get::<_, i64>(0)?, event))
    })?;
    for (id, event) in rows {
        match events.last_mut().filter(|(last, _)| *last == id) {
            Some((_, same)) => same.mentors.extend(event.mentors),
            None => events.push((id, event)),
        }
    }
    Ok(events.into_iter().map(|(_, event)| event).collect())
}
