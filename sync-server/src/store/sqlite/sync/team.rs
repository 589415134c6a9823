//! What the school says back to a mentor about one student: other mentors' contacts, answers, what was seen.

use daymark_domain::{MatchId, SchoolDay, StudentId};
use daymark_protocol::{AnswerRow, OtherContactRow, OthersRow, Rows, SeenRow};
use daymark_sqlite::rusqlite::{Connection, named_params};

use super::super::values::{all, one};
use crate::store::StoreError;
use crate::store::sync::Asker;

/// All of it above the cursor, each with its number of the log.
pub(super) fn news(
    db: &Connection,
    asker: Asker,
    match_id: MatchId,
    student_id: StudentId,
    today: SchoolDay,
) -> Result<Vec<(i64, Rows)>, StoreError> {
    let mut news = Vec::new();
    if let Some((seq, others)) = others(db, asker, student_id, today)? {
        news.push((seq, Rows { others: Some(vec![others]), ..Rows::default() }));
    }
    for (seq, answer) in answers(db, asker, match_id)? {
        news.push((seq, Rows { answers: Some(vec![answer]), ..Rows::default() }));
    }
    for (seq, seen) in seen(db, asker, match_id)? {
        news.push((seq, Rows { seen: Some(vec![seen]), ..Rows::default() }));
    }
    Ok(news)
}

/// After any change of another mentor's record of this student the whole short list goes out: so what was taken back is
/// withdrawn, and what was not about a contact is not told apart.
fn others(
    db: &Connection,
    asker: Asker,
    student_id: StudentId,
    today: SchoolDay,
) -> Result<Option<(i64, OthersRow)>, StoreError> {
    let whose = named_params! {
        ":student_id": student_id.as_bytes(),
        ":mentor_id": asker.mentor_id.as_bytes(),
        ":school_id": asker.school_id.as_bytes(),
    };
    let newest = one(db, include_str!("others_newest.sql"), whose, |row| Ok(row.get::<_, i64>(0)?))?;
    let Some(seq) = newest.filter(|seq| *seq > asker.cursor) else { return Ok(None) };
    let of_days = named_params! {
        ":student_id": student_id.as_bytes(),
        ":mentor_id": asker.mentor_id.as_bytes(),
        ":school_id": asker.school_id.as_bytes(),
        ":first": today.minus(1).number(),
        ":last": today.number(),
    };
    let contacts = all(db, include_str!("others.sql"), of_days, |row| {
        Ok(OtherContactRow { day: row.get(0)?, at: row.get(1)?, kind: row.get(2)?, reach: row.get(3)? })
    })?;
    Ok(Some((seq, OthersRow { student_id: (*student_id.as_bytes()).into(), contacts })))
}

fn answers(db: &Connection, asker: Asker, match_id: MatchId) -> Result<Vec<(i64, AnswerRow)>, StoreError> {
    let of = named_params! { ":match_id": match_id.as_bytes(), ":cursor": asker.cursor };
    all(db, include_str!("answers_above.sql"), of, |row| {
        let answer = AnswerRow {
            match_id: (*match_id.as_bytes()).into(),
            ask: row.get(1)?,
            status: row.get(2)?,
            text: row.get(3)?,
            by: row.get(4)?,
            at: row.get(5)?,
        };
        Ok((row.get(0)?, answer))
    })
}

fn seen(db: &Connection, asker: Asker, match_id: MatchId) -> Result<Vec<(i64, SeenRow)>, StoreError> {
    let of = named_params! { ":match_id": match_id.as_bytes(), ":cursor": asker.cursor };
    all(db, include_str!("seen_above.sql"), of, |row| {
        let seen = SeenRow {
            match_id: (*match_id.as_bytes()).into(),
            page: row.get(1)?,
            device_tag: row.get(2)?,
            counter: row.get(3)?,
        };
        Ok((row.get(0)?, seen))
    })
}
