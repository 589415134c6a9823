//! What lies above a phone's cursor, by its mentor's matches.

use daymark_domain::{AttendanceStatus, MatchId, Rules, SafetyContact, SchoolDay, StudentId, Verdict};
use daymark_protocol::{
    AttendanceRow, CalendarRow, CalleeRow, MatchRow, MentorRow, Rows, SafetyContactRow, SchoolRow, StudentRow,
};
use daymark_sqlite::rusqlite::{Connection, named_params};

use super::super::schools::safety_contacts;
use super::super::values::{all, day_part, id, one};
use super::{changes_of, granted, hashes, log, team};
use crate::store::StoreError;
use crate::store::fields::{FieldClass, Purpose, Readable, Reader};
use crate::store::sync::{Above, Asker, News, Piece, SchoolAndMentor};

/// What is new as of a day at the school.
pub(super) fn above(
    db: &Connection,
    asker: Asker,
    rules: &Rules,
    today: SchoolDay,
) -> Result<Above, StoreError> {
    let log = log(db, asker.school_id)?;
    let mut pieces = Vec::new();
    if asker.cursor < log.seq {
        calendar(db, asker, &mut pieces)?;
        erased(db, asker, &mut pieces)?;
        for known in matches_of_mentor(db, asker)? {
            known.news(db, asker, rules, &mut pieces)?;
            if known.ended_seq.is_none() {
                known.teams_word(db, asker, today, &mut pieces)?;
            }
        }
    }
    pieces.sort_by_key(|piece| piece.seq);
    Ok(Above {
        log,
        school: school(db, asker, rules)?,
        pieces,
        records: hashes::of_mentor(db, asker, today)?,
    })
}

fn school(db: &Connection, asker: Asker, rules: &Rules) -> Result<Option<SchoolAndMentor>, StoreError> {
    let whose = named_params! {
        ":school_id": asker.school_id.as_bytes(),
        ":mentor_id": asker.mentor_id.as_bytes(),
        ":cursor": asker.cursor,
    };
    one(db, include_str!("school.sql"), whose, |row| {
        let school = SchoolRow {
            name: row.get(0)?,
            bell_minute: row.get(1)?,
            recorded_through: row.get(2)?,
            offsets: Vec::new(),
            rules: Some(rules_for_phones(rules)),
            safety_contacts: Some(safety_contact_rows(db, asker)?),
        };
        let waits_for: String = row.get(5)?;
        let waits_for = Some(waits_for.split_whitespace().map(str::to_owned).collect());
        let mentor = MentorRow { name: row.get(4)?, waits_for };
        Ok(SchoolAndMentor { school, time_zone: row.get(3)?, mentor })
    })
}

fn rules_for_phones(rules: &Rules) -> Vec<(String, String)> {
    let value = |key: &&str| Some(((*key).to_owned(), rules.get(key)?));
    Rules::ON_PHONES.iter().filter_map(value).collect()
}

fn safety_contact_rows(db: &Connection, asker: Asker) -> Result<Vec<SafetyContactRow>, StoreError> {
    let row = |SafetyContact { name, role, phone }| SafetyContactRow { name, role, phone };
    Ok(safety_contacts(db, asker.school_id)?.into_iter().map(row).collect())
}

fn rows(seq: i64, rows: Rows) -> Piece {
    Piece { seq, news: News::Rows(Box::new(rows)) }
}

fn calendar(db: &Connection, asker: Asker, pieces: &mut Vec<Piece>) -> Result<(), StoreError> {
    let of = named_params! { ":school_id": asker.school_id.as_bytes(), ":cursor": asker.cursor };
    let days = all(db, include_str!("calendar_above.sql"), of, |row| {
        Ok((row.get::<_, i64>(2)?, CalendarRow { day: row.get(0)?, day_type: row.get(1)? }))
    })?;
    pieces.extend(
        by_seq(days).map(|(seq, calendar)| rows(seq, Rows { calendar: Some(calendar), ..Rows::default() })),
    );
    Ok(())
}

/// Matches of which nothing is left here: whoever still holds one forgets it.
fn erased(db: &Connection, asker: Asker, pieces: &mut Vec<Piece>) -> Result<(), StoreError> {
    let whose = named_params! {
        ":mentor_id": asker.mentor_id.as_bytes(),
        ":school_id": asker.school_id.as_bytes(),
        ":cursor": asker.cursor,
    };
    let gone = all(db, include_str!("erased_above.sql"), whose, |row| {
        Ok(Piece { seq: row.get(0)?, news: News::Erased(id(row, 1, MatchId::from_bytes)?) })
    })?;
    pieces.extend(gone);
    Ok(())
}

/// Of the matches that a phone names, those that it must not have.
pub(super) fn to_forget(db: &Connection, asker: Asker, named: &[MatchId]) -> Result<Vec<News>, StoreError> {
    let mut gone = Vec::new();
    for match_id in named {
        let whose = named_params! {
            ":match_id": match_id.as_bytes(),
            ":mentor_id": asker.mentor_id.as_bytes(),
            ":school_id": asker.school_id.as_bytes(),
        };
        let found = one(db, include_str!("to_forget.sql"), whose, |row| Ok((row.get(0)?, row.get(1)?)))?;
        match found.unwrap_or_default() {
            (true, _) => gone.push(News::Erased(*match_id)),
            (false, true) => gone.push(News::Revoked(*match_id)),
            (false, false) => {}
        }
    }
    Ok(gone)
}

/// Rows that are in the order of the log, gathered by number.
fn by_seq<T>(numbered: Vec<(i64, T)>) -> impl Iterator<Item = (i64, Vec<T>)> {
    let mut groups: Vec<(i64, Vec<T>)> = Vec::new();
    for (seq, row) in numbered {
        match groups.last_mut() {
            Some((last, group)) if *last == seq => group.push(row),
            _ => groups.push((seq, vec![row])),
        }
    }
    groups.into_iter()
}

/// How much of a student a phone may get: a kind of field that is read here stands in the table first.
fn phones_fields() -> Readable {
    Readable::of(Reader::Phone, Purpose::Mentoring)
}

/// A match that this mentor has or had.
pub(super) struct Known {
    pub(super) match_id: MatchId,
    pub(super) student_id: StudentId,
    row: MatchRow,
    granted_seq: i64,
    ended_seq: Option<i64>,
    seq: i64,
}

fn matches_of_mentor(db: &Connection, asker: Asker) -> Result<Vec<Known>, StoreError> {
    let whose =
        named_params! { ":mentor_id": asker.mentor_id.as_bytes(), ":school_id": asker.school_id.as_bytes() };
    all(db, include_str!("matches_of_mentor.sql"), whose, |row| {
        let match_id = id(row, 0, MatchId::from_bytes)?;
        let student_id = id(row, 1, StudentId::from_bytes)?;
        Ok(Known {
            match_id,
            student_id,
            row: MatchRow {
                id: (*match_id.as_bytes()).into(),
                student_id: (*student_id.as_bytes()).into(),
                start_day: row.get(2)?,
                wake_up_calls: row.get(3)?,
            },
            granted_seq: row.get(4)?,
            ended_seq: row.get(5)?,
            seq: row.get(6)?,
        })
    })
}

impl Known {
    fn news(
        &self,
        db: &Connection,
        asker: Asker,
        rules: &Rules,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), StoreError> {
        match self.ended_seq {
            Some(ended) if ended > asker.cursor => {
                pieces.push(Piece { seq: ended, news: News::Revoked(self.match_id) })
            }
            Some(_) => {}
            None if self.granted_seq > asker.cursor => self.everything(db, asker, rules, pieces)?,
            None => self.since(db, asker, rules, pieces)?,
        }
        Ok(())
    }

    /// New to this phone: the student, the whole year's record, the whole match record, all under one number.
    fn everything(
        &self,
        db: &Connection,
        asker: Asker,
        rules: &Rules,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), StoreError> {
        let from_the_start = Asker { cursor: 0, ..asker };
        let (student, _) = self.student(db, asker)?;
        let attendance =
            self.attendance(db, from_the_start, rules)?.into_iter().map(|(_, row)| row).collect();
        let news = Rows {
            students: Some(vec![student]),
            matches: Some(vec![self.row.clone()]),
            attendance: Some(attendance),
            ..Rows::default()
        };
        let changes = changes_of(db, self.match_id)?;
        if !changes.is_empty() {
            let of = named_params! { ":match_id": self.match_id.as_bytes() };
            let version = one(db, include_str!("version_of.sql"), of, |row| Ok(row.get(0)?))?.unwrap_or(0);
            let news = News::Record { match_id: self.match_id, version, changes };
            pieces.push(Piece { seq: self.granted_seq, news });
        }
        // After the record: an answer that is cut between the two must not leave a student who can be tapped without what
        // this phone wrote of them before, or it would write under the same numbers again.
        pieces.push(rows(self.granted_seq, news));
        Ok(())
    }

    /// On this phone already: what came since.
    fn since(
        &self,
        db: &Connection,
        asker: Asker,
        rules: &Rules,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), StoreError> {
        let (student, student_seq) = self.student(db, asker)?;
        if student_seq > asker.cursor {
            pieces.push(rows(student_seq, Rows { students: Some(vec![student]), ..Rows::default() }));
        }
        if self.seq > asker.cursor {
            pieces.push(rows(self.seq, Rows { matches: Some(vec![self.row.clone()]), ..Rows::default() }));
        }
        let attendance = by_seq(self.attendance(db, asker, rules)?);
        pieces
            .extend(attendance.map(|(seq, attendance)| {
                rows(seq, Rows { attendance: Some(attendance), ..Rows::default() })
            }));
        let of = named_params! {
            ":match_id": self.match_id.as_bytes(),
            ":cursor": asker.cursor,
            ":actor": asker.actor,
        };
        let changes = all(db, include_str!("changes_above.sql"), of, |row| Ok((row.get(0)?, row.get(1)?)))?;
        pieces.extend(
            by_seq(changes).map(|(seq, changes)| Piece {
                seq,
                news: News::Changes { match_id: self.match_id, changes },
            }),
        );
        Ok(())
    }

    /// What the team and other mentors did that this phone does not know of.
    fn teams_word(
        &self,
        db: &Connection,
        asker: Asker,
        today: SchoolDay,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), StoreError> {
        let is_new = self.granted_seq > asker.cursor;
        let asker = Asker { cursor: if is_new { 0 } else { asker.cursor }, ..asker };
        let news = team::news(db, asker, self.match_id, self.student_id, today)?;
        // A phone to which the match is new has it before anything about it.
        let at = |seq: i64| if is_new { self.granted_seq } else { seq };
        let granted = granted::news(db, asker, self)?;
        pieces.extend(news.into_iter().chain(granted).map(|(seq, of_seq)| rows(at(seq), of_seq)));
        Ok(())
    }

    fn student(&self, db: &Connection, asker: Asker) -> Result<(StudentRow, i64), StoreError> {
        let of = named_params! {
            ":student_id": self.student_id.as_bytes(),
            ":school_id": asker.school_id.as_bytes(),
            ":match_id": self.match_id.as_bytes(),
        };
        let found = one(db, include_str!("student.sql"), of, |row| {
            let student = StudentRow {
                id: row.get::<_, [u8; 16]>(0)?.into(),
                first_name: row.get(1)?,
                family_name: row.get(2)?,
                grade: row.get(3)?,
                entry_day: row.get(4)?,
                exit_day: row.get(5)?,
                callees: self.callees(db)?,
            };
            Ok((student, row.get(6)?))
        })?;
        found.ok_or(StoreError::Unreadable { what: "student" })
    }

    fn callees(&self, db: &Connection) -> Result<Vec<CalleeRow>, StoreError> {
        if !phones_fields().has(FieldClass::ContactPoints) {
            return Ok(Vec::new());
        }
        let of = named_params! {
            ":student_id": self.student_id.as_bytes(),
            ":match_id": self.match_id.as_bytes(),
        };
        all(db, include_str!("callees.sql"), of, |row| {
            Ok(CalleeRow {
                name: row.get(0)?,
                relation: row.get(1)?,
                language: row.get(2)?,
                phone: row.get(3)?,
                restriction: row.get(4)?,
                best_hours: row.get(5)?,
                interpreter: row.get(6)?,
                may_text: row.get(7)?,
            })
        })
    }

    /// The phone adds up what counts as missed; what a part of a day counts as, the school's rules say.
    fn attendance(
        &self,
        db: &Connection,
        asker: Asker,
        rules: &Rules,
    ) -> Result<Vec<(i64, AttendanceRow)>, StoreError> {
        if !phones_fields().has(FieldClass::Attendance) {
            return Ok(Vec::new());
        }
        let of = named_params! {
            ":student_id": self.student_id.as_bytes(),
            ":school_id": asker.school_id.as_bytes(),
            ":cursor": asker.cursor,
        };
        all(db, include_str!("attendance_above.sql"), of, |row| {
            let status: Option<String> = row.get(1)?;
            let counts = match status.as_deref().map(str::parse::<AttendanceStatus>) {
                Some(Ok(known)) => rules.verdict(known, day_part(row, 2)?, day_part(row, 4)?),
                _ => Verdict::Unmarked,
            };
            let missed_halves = match counts {
                Verdict::Absent(part) => part.halves(),
                Verdict::Present | Verdict::Unmarked => 0,
            };
            let student_id = (*self.student_id.as_bytes()).into();
            Ok((row.get(3)?, AttendanceRow { student_id, day: row.get(0)?, status, missed_halves }))
        })
    }
}
