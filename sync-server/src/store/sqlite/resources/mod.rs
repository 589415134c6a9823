//! The resource directory in SQLite.

use async_trait::async_trait;
use daymark_domain::{BarrierFactor, ResourceId, SchoolDay, SchoolId, UserId};
use daymark_sqlite::rusqlite::{Row, named_params, params};

use super::SqliteStore;
use super::values::{all, id, one, optional_day, run};
use crate::store::StoreError;
use crate::store::resources::{Resource, ResourceFacts, ResourceStore};

#[async_trait]
impl ResourceStore for SqliteStore {
    async fn resources(&self, school: SchoolId) -> Result<Vec<Resource>, StoreError> {
        self.read(move |db| all(db, include_str!("of_school.sql"), params![school.as_bytes()], resource))
            .await
    }

    async fn resource_versions(&self, school: SchoolId, id: ResourceId) -> Result<Vec<Resource>, StoreError> {
        let which = (*school.as_bytes(), *id.as_bytes());
        self.read(move |db| all(db, include_str!("versions.sql"), which, resource)).await
    }

    async fn save_resource(
        &self,
        school: SchoolId,
        id: ResourceId,
        facts: ResourceFacts,
        by: UserId,
        at: i64,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let which = params![school.as_bytes(), id.as_bytes()];
            if one(tx, include_str!("of_another_school.sql"), which, |_| Ok(()))?.is_some() {
                return Ok(false);
            }
            let factors: Vec<_> = facts.factors.iter().map(|factor| factor.word()).collect();
            let row = named_params! {
                ":resource_id": id.as_bytes(),
                ":school_id": school.as_bytes(),
                ":name": facts.name,
                ":factors": factors.join(" "),
                ":eligibility": facts.eligibility,
                ":hours": facts.hours,
                ":phone": facts.phone,
                ":verified_day": facts.verified.map(SchoolDay::number),
                ":retired": facts.retired,
                ":staff_id": by.as_bytes(),
                ":at": at,
            };
            run(tx, include_str!("add_version.sql"), row)?;
            Ok(true)
        })
        .await
    }
}

fn resource(row: &Row<'_>) -> Result<Resource, StoreError> {
    let factors: String = row.get(2)?;
    let factors = factors.split_whitespace().map(str::parse::<BarrierFactor>).collect::<Result<_, _>>();
    Ok(Resource {
        id: id(row, 0, ResourceId::from_bytes)?,
        facts: ResourceFacts {
            name: row.get(1)?,
            factors: factors.map_err(|_| StoreError::Unreadable { what: "barrier factor" })?,
            eligibility: row.get(3)?,
            hours: row.get(4)?,
            phone: row.get(5)?,
            verified: optional_day(row, 6)?,
            retired: row.get(7)?,
        },
        by: row.get(8)?,
        at: row.get(9)?,
    })
}
