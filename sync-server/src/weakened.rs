//! A server that does not know what it has: a build that the faults have to find out.

use daymark_domain::MatchId;
use daymark_sqlite::rusqlite::{Result, Transaction, params};
use daymark_sqlite::weakened;

/// What is delivered twice counts twice.
const COUNTS_TWICE: &str = "counts-twice";

/// Whether changes that the record holds are taken as new.
pub fn counts_twice() -> bool {
    weakened::is(COUNTS_TWICE)
}

/// Counts the match's door checks, contacts and notes once more, each under another key.
pub fn count_again(tx: &Transaction<'_>, match_id: MatchId) -> Result<()> {
    for table in ["door_check", "contact", "note"] {
        tx.execute_batch("DROP TABLE IF EXISTS temp.again")?;
        let copy = format!(
            "CREATE TEMP TABLE again AS SELECT * FROM {table} WHERE match_id = ?1 AND length(entry_key) < 8"
        );
        tx.execute(&copy, params![match_id.as_bytes()])?;
        tx.execute_batch(&format!(
            "UPDATE temp.again SET entry_key = entry_key || '0';
             INSERT OR IGNORE INTO {table} SELECT * FROM temp.again;"
        ))?;
    }
    Ok(())
}
