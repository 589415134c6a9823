//! What the team has had on a page.

use daymark_documents::Entry;
use daymark_domain::{MatchId, Reach, SeenPage, What};
use daymark_protocol::SeenRow;
use daymark_sqlite::rusqlite::{Connection, Result, Row, Transaction, params};

/// Up to where the team has seen a match's entries: page, tag of the phone that wrote them, and its counter.
pub(crate) struct Seen(Vec<(String, String, u32)>);

/// Moves the mark on; never back.
pub(crate) fn set(tx: &Transaction<'_>, row: &SeenRow) -> Result<()> {
    let id: &[u8; 16] = &row.match_id;
    let mark = params![id, row.page, row.device_tag, row.counter];
    tx.prepare_cached(include_str!("set.sql"))?.execute(mark).map(drop)
}

/// The marks of one match.
pub(crate) fn of_match(db: &Connection, match_id: MatchId) -> Result<Seen> {
    let mut marks = db.prepare_cached(include_str!("of_match.sql"))?;
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    Ok(Seen(marks.query_map(params![match_id.as_bytes()], read)?.collect::<Result<_>>()?))
}

impl Seen {
    /// Whether the entry is one that a page shows, and was there.
    pub fn has(&self, entry: &Entry) -> bool {
        page_of(&entry.what).is_some_and(|page| {
            let tag = entry.key.tag.as_str();
            let mark = self.0.iter().find(|(of, by, _)| of == page.word() && by == tag);
            mark.is_some_and(|(_, _, counter)| entry.key.counter <= *counter)
        })
    }
}

/// A note may never have been on a page, whatever was written after it.
fn page_of(what: &What) -> Option<SeenPage> {
    match what {
        What::Ask(_) => Some(SeenPage::Asks),
        _ => matches!(what.reach(), Some(Reach::Student | Reach::Family)).then_some(SeenPage::Week),
    }
}
