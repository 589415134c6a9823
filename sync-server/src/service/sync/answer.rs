//! What is new above the cursor, on its way out.

use std::collections::BTreeMap;

use chrono::{DateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use daymark_documents::MatchRecord;
use daymark_domain::{MatchId, Rules, SchoolDay, SchoolId};
use daymark_protocol::{ChangesBelow, Done, Down, Revoked, Rows, Snapshot, digest, limits};

use super::standing;
use crate::app::App;
use crate::problem::Problem;
use crate::service::rules::Rulebook;
use crate::service::school_time;
use crate::store::sync::{Asker, News, RecordHash, SchoolAndMentor};

const DAY_S: i64 = 86_400;

/// Writes the news and the frame that closes the answer. Cut between two numbers of the log when it grows long, so that
/// the cursor never passes anything that was not sent.
pub(super) async fn write_news(
    app: &App,
    asker: Asker,
    standing: Option<&BTreeMap<MatchId, [u8; 8]>>,
    frames: &mut Vec<u8>,
) -> Result<(), Problem> {
    let school = app.store.school(asker.school_id).await?.ok_or(Problem::INTERNAL)?;
    let today = school_time::at(&school, app.clock.now()).day;
    let mut above = app.store.above(asker, rules(app, school.id, today).await?, today).await?;
    keep_fresh(app, &above.records, today).await?;
    // Whoever said what it has of a record needs no second copy of it.
    let is_named = |id: &MatchId| standing.is_some_and(|standing| standing.contains_key(id));
    above.pieces.retain(|piece| !matches!(&piece.news, News::Record { match_id, .. } if is_named(match_id)));
    let differing = standing::differing(&above, standing);
    if !differing.is_empty() || above.pieces.iter().any(|piece| piece.news.is_of_records()) {
        standing::write_writing(app, asker, frames).await?;
    }
    for gone in app.store.to_forget(asker, standing::unknown(&above, standing)).await? {
        write_piece(&gone, frames)?;
    }
    for record in &differing {
        if frames.len() > limits::ANSWER_BYTES_WANTED {
            Down::from(Done::new(cursor(asker.cursor), true, None)).write(frames);
            return Ok(());
        }
        standing::write_record(app, asker, record, frames).await?;
    }
    if let Some(about) = above.school {
        Down::from(school_rows(about, app.clock.now())).write(frames);
    }
    let mut last_seq = asker.cursor;
    for of_seq in above.pieces.chunk_by(|one, other| one.seq == other.seq) {
        if frames.len() > limits::ANSWER_BYTES_WANTED {
            Down::from(Done::new(cursor(last_seq), true, None)).write(frames);
            return Ok(());
        }
        for piece in of_seq {
            write_piece(&piece.news, frames)?;
        }
        last_seq = of_seq[0].seq;
    }
    Down::from(Done::new(cursor(above.log.seq), false, Some(digest_of(&above.records).into()))).write(frames);
    Ok(())
}

/// Of all records that this phone holds once it has read the answer.
fn digest_of(records: &[RecordHash]) -> [u8; 8] {
    let held = records.iter().filter(|record| record.open && record.version > 0);
    digest(held.map(|record| (*record.match_id.as_bytes(), record.hash)))
}

/// Records from before hashes were kept are read once, and all of them are checked once a day.
async fn keep_fresh(app: &App, records: &[RecordHash], today: SchoolDay) -> Result<(), Problem> {
    for damaged in records.iter().filter(|record| record.damaged) {
        tracing::error!(record = %damaged.match_id, "stored changes are damaged; phones are asked for them");
        app.records.forget(damaged.match_id);
    }
    let fresh: Vec<RecordHash> = records.iter().filter(|record| record.fresh).copied().collect();
    if !fresh.is_empty() {
        app.store.keep_hashes(fresh, today).await?;
    }
    Ok(())
}

/// The school's rules on a day. Rules that this version cannot use stop no phone: the defaults hold meanwhile.
async fn rules(app: &App, school: SchoolId, today: SchoolDay) -> Result<Rules, Problem> {
    let book = Rulebook::of(app.store.as_ref()).await?;
    Ok(book.rules(Some(school), today).map_or_else(
        |error| {
            tracing::error!(%error, "phones get figures under the default rules");
            Rules::default()
        },
        |in_force| in_force.rules,
    ))
}

fn cursor(seq: i64) -> u64 {
    u64::try_from(seq).unwrap_or(0)
}

fn write_piece(news: &News, frames: &mut Vec<u8>) -> Result<(), Problem> {
    match news {
        News::Rows(rows) => Down::from((**rows).clone()).write(frames),
        News::Changes { match_id, changes } => {
            let changes = changes.iter().map(|bytes| bytes.clone().into()).collect();
            Down::from(ChangesBelow::new((*match_id.as_bytes()).into(), changes)).write(frames);
        }
        News::Record { match_id, changes, .. } => snapshot(*match_id, changes, frames)?,
        News::Revoked(match_id) => {
            Down::from(Revoked::new((*match_id.as_bytes()).into(), None)).write(frames)
        }
        News::Erased(match_id) => {
            Down::from(Revoked::new((*match_id.as_bytes()).into(), Some(true))).write(frames);
        }
    }
    Ok(())
}

/// The whole record.
pub(super) fn snapshot(match_id: MatchId, changes: &[Vec<u8>], frames: &mut Vec<u8>) -> Result<(), Problem> {
    let document = document(changes)?;
    Down::from(Snapshot::new((*match_id.as_bytes()).into(), document.into())).write(frames);
    Ok(())
}

fn document(changes: &[Vec<u8>]) -> Result<Vec<u8>, Problem> {
    let record = MatchRecord::new().and_then(|mut record| record.apply(changes).map(|()| record));
    let record = record.map_err(|error| {
        tracing::error!(%error, "a stored match record cannot be read");
        Problem::INTERNAL
    })?;
    Ok(record.save())
}

fn school_rows(about: SchoolAndMentor, now: i64) -> Rows {
    let mut school = about.school;
    school.offsets = offsets(&about.time_zone, now);
    Rows { mentor: Some(about.mentor), school: Some(school), ..Rows::default() }
}

/// The school's clock from a year ago to a year ahead: each moment, to the day, at which its distance from UTC changes.
fn offsets(time_zone: &str, now: i64) -> Vec<(i64, i32)> {
    let zone: Tz = time_zone.parse().unwrap_or(Tz::UTC);
    let offset_at = |moment: i64| {
        let utc = DateTime::<Utc>::from_timestamp(moment, 0).unwrap_or_default().naive_utc();
        zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()
    };
    let midnight = now - now.rem_euclid(DAY_S);
    let days = (-366..=366).map(|day| midnight + day * DAY_S);
    let mut changes: Vec<(i64, i32)> = Vec::new();
    for day in days {
        let Some((_, last)) = changes.last().copied() else {
            changes.push((day, offset_at(day)));
            continue;
        };
        // Every answer asks for this: the hours of a day are looked at only where something changed in it.
        if offset_at(day) != last {
            let hour = (1..=24).map(|hour| day - DAY_S + hour * 3_600).find(|hour| offset_at(*hour) != last);
            let moment = hour.unwrap_or(day);
            changes.push((moment, offset_at(moment)));
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schools_clock_changes_twice_a_year() {
        // 14 October 2025: the year around it holds the changes of March and November, twice each at the edges.
        let offsets = offsets("America/Chicago", 1_760_417_400);
        let seconds: Vec<i32> = offsets.iter().map(|(_, seconds)| *seconds).collect();
        assert_eq!(seconds, [-18_000, -21_600, -18_000, -21_600, -18_000]);
        // 2 November 2025, 2:00 daylight time is 7:00 UTC.
        assert_eq!(offsets[3].0, 1_762_066_800);
    }
}
