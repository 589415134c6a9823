//! Walks the chain from its beginning and says where it first breaks.

use std::collections::BTreeMap;

use daymark_sqlite::rusqlite::Connection;

use super::blank::{BLANKED, Vouched};
use super::chain::{BEGINNING, Link, link};
use crate::store::StoreError;
use crate::store::audit::{ChainBreak, ChainHead};
use crate::store::sqlite::values::all;

/// The end of the chain, when it holds from its beginning and passes through all of these.
pub(crate) fn verify(
    db: &Connection,
    heads: &[ChainHead],
) -> Result<Result<Option<ChainHead>, ChainBreak>, StoreError> {
    let mut walk = Walk { end: None, vouched: vouched(db)? };
    let mut statement = db.prepare(include_str!("walk.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        // What is not even of the right kind was not written by us.
        let id: i64 = row.get("id")?;
        let step = link(row).map_err(|_| ChainBreak::Changed { id });
        if let Err(broken) = step.and_then(|(link, carried)| walk.step(&link, carried.as_deref(), heads)) {
            return Ok(Err(broken));
        }
    }
    Ok(walk.finish(heads))
}

/// By event: the first row that it vouches for, and the sum over all.
fn vouched(db: &Connection) -> Result<BTreeMap<i64, (i64, Vouched)>, StoreError> {
    let mut vouched: BTreeMap<i64, (i64, Vouched)> = BTreeMap::new();
    let row = |row: &daymark_sqlite::rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    for (by_event, event, part) in all(db, include_str!("vouched.sql"), [], row)? {
        let part: String = part;
        vouched.entry(by_event).or_insert_with(|| (event, Vouched::default())).1.add(event, &part);
    }
    Ok(vouched)
}

struct Walk {
    end: Option<ChainHead>,
    vouched: BTreeMap<i64, (i64, Vouched)>,
}

impl Walk {
    fn step(&mut self, link: &Link, carried: Option<&[u8]>, heads: &[ChainHead]) -> Result<(), ChainBreak> {
        let id = link.id;
        let (last, before) = self.end.as_ref().map_or((0, BEGINNING), |end| (end.id, end.hash));
        let hash = link.hash_after(&before).filter(|hash| carried == Some(hash.as_slice()));
        let Some(hash) = hash else {
            // Numbers run on, so one that is missing was taken away.
            return Err(if id == last + 1 {
                ChainBreak::Changed { id }
            } else {
                ChainBreak::Missing { first: last + 1, last: id - 1 }
            });
        };
        if heads.iter().any(|head| head.id == id && head.hash != hash) {
            return Err(ChainBreak::Rewritten { id });
        }
        self.end = Some(ChainHead { id, hash });
        self.vouch(link)
    }

    /// An event that vouches for rows says which, before and after they were forgotten.
    fn vouch(&mut self, link: &Link) -> Result<(), ChainBreak> {
        let vouched = self.vouched.remove(&link.id);
        if link.what != BLANKED {
            return vouched.map_or(Ok(()), |(first, _)| Err(ChainBreak::Blanked { id: first }));
        }
        let (first, sum) = vouched.unwrap_or((link.id, Vouched::default()));
        match &link.detail.value {
            Some(said) if *said == sum.finish().into_bytes() => Ok(()),
            _ => Err(ChainBreak::Blanked { id: first }),
        }
    }

    fn finish(self, heads: &[ChainHead]) -> Result<Option<ChainHead>, ChainBreak> {
        let last = self.end.as_ref().map_or(0, |end| end.id);
        if let Some(head) = heads.iter().map(|head| head.id).filter(|id| *id > last).max() {
            return Err(ChainBreak::Missing { first: last + 1, last: head });
        }
        match self.vouched.into_values().next() {
            Some((id, _)) => Err(ChainBreak::Blanked { id }),
            None => Ok(self.end),
        }
    }
}
