//! The spare copy: a second encrypted file with nothing in it but the pairing and what the school does not have yet.
//!
//! It is written after the commit that makes an entry saved and before anybody is told so. It decides nothing: the
//! database does, and a spare copy that cannot be written is only tried again.

use std::collections::BTreeSet;
use std::path::Path;

use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::types::Value;
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction};
use daymark_sqlite::{DatabaseKey, OpenError, attach, open_as_it_is};

use super::rescue::{Named, insert, named, value};
use super::{Place, Trouble};
use crate::storage::phone::{self, Phone};
use crate::storage::{StorageError, caseload, projection, record};

/// What the copy was last seen to follow; a difference means that there is something to copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mark {
    last: i64,
    waiting: i64,
    generation: i64,
    device: Option<[u8; 16]>,
}

/// The copy of one open database.
#[derive(Debug)]
pub(crate) struct Spare(Mark);

impl Spare {
    /// Adds the copy to the open database and makes it anew from what is there. `None`: this platform has none, or it
    /// cannot be had now; the database is whole without it.
    pub fn begin(db: &mut Connection, place: &mut impl Place, key: Option<&DatabaseKey>) -> Option<Self> {
        let path = place.spare()?.to_owned();
        if begin(db, &path, key).is_err() {
            let _ = db.execute_batch("DETACH DATABASE spare");
            place.drop_spare().ok()?;
            begin(db, &path, key).ok()?;
        }
        Some(Self(mark(db).unwrap_or_default()))
    }

    /// Copies what changed since.
    pub fn follow(&mut self, db: &mut Connection) {
        let Ok(now) = mark(db) else { return };
        if now != self.0 && copy(db, self.0, now).is_ok() {
            self.0 = now;
        }
    }
}

fn begin(db: &mut Connection, path: &Path, key: Option<&DatabaseKey>) -> Result<(), OpenError> {
    attach(db, path, "spare", key)?;
    // Made anew, so that it has the columns of today.
    db.execute_batch(include_str!("begin_spare.sql"))?;
    Ok(())
}

fn mark(db: &Connection) -> Result<Mark> {
    db.prepare_cached(include_str!("spare_mark.sql"))?.query_row([], |row| {
        Ok(Mark { last: row.get(0)?, waiting: row.get(1)?, generation: row.get(2)?, device: row.get(3)? })
    })
}

fn copy(db: &mut Connection, before: Mark, now: Mark) -> Result<()> {
    let tx = db.transaction()?;
    tx.prepare_cached(include_str!("spare_remove.sql"))?.execute([])?;
    tx.prepare_cached(include_str!("spare_add.sql"))?.execute([])?;
    if (now.generation, now.device) != (before.generation, before.device) {
        tx.execute_batch("DELETE FROM spare.phone; INSERT INTO spare.phone SELECT * FROM main.phone;")?;
    }
    tx.commit()
}

/// A sound database with what its copy knows and it does not: a log that was cut short says nothing of it, and takes the
/// last entries back. Where it lacks even the pairing it is not whole.
pub(super) fn completed(
    mut db: Connection,
    place: &impl Place,
    key: Option<&DatabaseKey>,
) -> Result<Connection, Trouble> {
    let Some(path) = place.spare().filter(|path| path.exists()) else { return Ok(db) };
    let Ok(known) = open_as_it_is(path, key).map_err(drop).and_then(|spare| known(&spare).map_err(drop))
    else {
        return Ok(db);
    };
    match (phone::get(&db)?, known.paired) {
        (None, Some(_)) => return Err(Trouble::Damaged("the pairing is gone".to_owned())),
        // Any other way round the database is the newer one.
        (Some(now), Some((device, generation)))
            if *now.device_id.as_bytes() == device && now.generation <= generation =>
        {
            let tx = db.transaction()?;
            complete(&tx, now, generation, &known.unsent)?;
            tx.commit()?;
        }
        _ => {}
    }
    Ok(db)
}

/// What the copy says.
struct Known {
    paired: Option<([u8; 16], u32)>,
    unsent: Vec<Named>,
}

fn known(spare: &Connection) -> Result<Known> {
    let who = "SELECT device_id, generation FROM phone";
    let paired = spare.query_row(who, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let mut unsent = spare.prepare("SELECT * FROM change WHERE state = 'unsent' ORDER BY position")?;
    let unsent = unsent.query_map([], named)?.collect::<Result<_>>()?;
    Ok(Known { paired, unsent })
}

fn complete(
    tx: &Transaction<'_>,
    mut now: Phone,
    generation: u32,
    unsent: &[Named],
) -> Result<(), StorageError> {
    let mut matches = BTreeSet::new();
    for change in unsent {
        let mut change = change.clone();
        change.retain(|(name, _)| name != "position");
        // What is there already stays as it is.
        if insert(tx, "change", &change)?
            && let Some(Value::Blob(id)) = value(&change, "match_id")
            && let Ok(id) = <[u8; 16]>::try_from(id.as_slice())
        {
            matches.insert(MatchId::from_bytes(id));
        }
    }
    for match_id in matches {
        if caseload::get(tx, match_id)?.is_some() {
            projection::rewrite(tx, match_id, &record::load(tx, match_id)?)?;
        }
    }
    if now.generation < generation {
        now.generation = generation;
        phone::next_generation(tx, &mut now)?;
        phone::set_cursor(tx, now.log_id, 0)?;
    }
    Ok(())
}
