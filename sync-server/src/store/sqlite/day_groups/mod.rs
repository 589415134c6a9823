//! Groups of the heat map in SQLite.

use async_trait::async_trait;
use daymark_domain::{DayGroupId, SchoolId, UserId};
use daymark_sqlite::rusqlite::{Row, params};

use super::SqliteStore;
use super::audit::note;
use super::referrals::is_owner;
use super::values::{all, id, one, run};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::day_groups::{DayGroup, DayGroupStore, NewDayGroup};

#[async_trait]
impl DayGroupStore for SqliteStore {
    async fn day_groups(&self, school: SchoolId) -> Result<Vec<DayGroup>, StoreError> {
        self.read(move |db| all(db, include_str!("of_school.sql"), params![school.as_bytes()], group)).await
    }

    async fn save_day_group(&self, new: NewDayGroup) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let (group_id, school_id) = (new.id.as_bytes(), new.school_id.as_bytes());
            let which = params![group_id, school_id];
            let elsewhere = one(tx, include_str!("elsewhere.sql"), which, |_| Ok(()))?.is_some();
            let owned = match new.owner {
                Some(owner) => is_owner(tx, new.school_id, owner)?,
                None => true,
            };
            if elsewhere || !owned {
                return Ok(false);
            }
            let (owner, by) = (new.owner.map(|id| *id.as_bytes()), new.by.as_bytes());
            let row = params![group_id, school_id, new.name, new.criteria, owner, new.retired, by, new.at];
            run(tx, include_str!("add.sql"), row)?;
            note(tx, &AccessEvent::by_staff(new.at, new.by, new.school_id, "day_group_saved"))?;
            Ok(true)
        })
        .await
    }
}

fn group(row: &Row<'_>) -> Result<DayGroup, StoreError> {
    Ok(DayGroup {
        id: id(row, 0, DayGroupId::from_bytes)?,
        name: row.get("name")?,
        criteria: row.get("criteria")?,
        owner: row.get::<_, Option<_>>(1)?.map(UserId::from_bytes),
        owner_name: row.get("owner_name")?,
    })
}
