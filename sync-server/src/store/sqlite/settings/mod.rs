//! Settings in SQLite.

use async_trait::async_trait;
use daymark_domain::{Rules, SchoolId};
use daymark_sqlite::rusqlite::{Connection, Row, Transaction, params};

use super::SqliteStore;
use super::log::next_seq;
use super::values::{all, id, optional_day, run};
use crate::store::StoreError;
use crate::store::settings::{NewSetting, Setting, SettingStore};

#[async_trait]
impl SettingStore for SqliteStore {
    async fn settings(&self) -> Result<Vec<Setting>, StoreError> {
        self.read(settings).await
    }

    async fn add_setting(&self, new: NewSetting) -> Result<i64, StoreError> {
        self.write(move |tx| {
            let NewSetting { school_id, key, value, from, at, by } = new;
            let school = school_id.map(|id| *id.as_bytes());
            let row = params![school, key, value, from.map(|day| day.number()), at, by];
            run(tx, include_str!("add.sql"), row)?;
            let version = tx.last_insert_rowid();
            tell_phones(tx, &key, school_id, at)?;
            Ok(version)
        })
        .await
    }
}

/// A phone gets each mark with what it counts as; these rules decide that.
const COUNTED_FOR_PHONES: [&str; 3] = ["half_day_rule", "out_of_school_suspension", "in_school_suspension"];

fn tell_phones(tx: &Transaction<'_>, key: &str, only: Option<SchoolId>, at: i64) -> Result<(), StoreError> {
    let counted = COUNTED_FOR_PHONES.contains(&key);
    if !counted && !Rules::ON_PHONES.contains(&key) {
        return Ok(());
    }
    let schools = match only {
        Some(school) => vec![school],
        None => all(tx, include_str!("schools.sql"), [], |row| id(row, 0, SchoolId::from_bytes))?,
    };
    for school in schools {
        // The number alone brings the school's row with its rules to the phones.
        let seq = next_seq(tx, school, "settings", None, at)?;
        if counted {
            run(tx, include_str!("tell_phones.sql"), params![school.as_bytes(), seq])?;
        }
    }
    Ok(())
}

/// All of them, inside of the transaction that needs them.
pub(crate) fn settings(db: &Connection) -> Result<Vec<Setting>, StoreError> {
    all(db, include_str!("all.sql"), [], setting)
}

fn setting(row: &Row<'_>) -> Result<Setting, StoreError> {
    Ok(Setting {
        version: row.get(0)?,
        school_id: row.get::<_, Option<[u8; 16]>>(1)?.map(SchoolId::from_bytes),
        key: row.get(2)?,
        value: row.get(3)?,
        from: optional_day(row, 4)?,
        set_at: row.get(5)?,
        set_by: row.get(6)?,
    })
}
