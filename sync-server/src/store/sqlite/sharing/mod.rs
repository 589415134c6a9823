//! Agreements and disclosures in SQLite.

use async_trait::async_trait;
use daymark_domain::{SchoolDay, UserId};
use daymark_sqlite::rusqlite::{Connection, Row, named_params, params};

use super::SqliteStore;
use super::values::{all, day, optional_day, run};
use crate::store::StoreError;
use crate::store::sharing::{Agreement, Disclosure, NewAgreement, NewDisclosure, SharingStore};
use crate::store::snapshots::Face;

#[async_trait]
impl SharingStore for SqliteStore {
    async fn agreements(&self) -> Result<Vec<Agreement>, StoreError> {
        self.read(|db| select(db, None)).await
    }

    async fn agreement(&self, id: i64) -> Result<Option<Agreement>, StoreError> {
        self.read(move |db| Ok(select(db, Some(id))?.pop())).await
    }

    async fn add_agreement(&self, new: NewAgreement) -> Result<i64, StoreError> {
        self.write(move |tx| {
            let row = named_params! {
                ":partner": new.partner,
                ":purpose": new.purpose,
                ":first_day": new.first.number(),
                ":last_day": new.last.number(),
                ":staff_id": new.by.as_bytes(),
                ":at": new.at,
            };
            run(tx, include_str!("add.sql"), row)?;
            Ok(tx.last_insert_rowid())
        })
        .await
    }

    async fn end_agreement(&self, id: i64, day: SchoolDay, by: UserId, at: i64) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let row = params![id, day.number(), by.as_bytes(), at];
            Ok(run(tx, include_str!("end.sql"), row)? > 0)
        })
        .await
    }

    async fn disclose(&self, new: NewDisclosure) -> Result<bool, StoreError> {
        self.write(move |tx| {
            if !select(tx, Some(new.agreement))?.iter().any(|agreement| agreement.holds_on(new.today)) {
                return Ok(false);
            }
            let row = named_params! {
                ":agreement_id": new.agreement,
                ":school_id": new.school_id.map(|id| *id.as_bytes()),
                ":as_of": new.as_of.number(),
                ":face": match new.face { Face::Csv => "csv", Face::Json => "json" },
                ":digest": new.digest,
                ":staff_id": new.by.as_bytes(),
                ":at": new.at,
            };
            run(tx, include_str!("disclose.sql"), row)?;
            Ok(true)
        })
        .await
    }

    async fn disclosures(&self) -> Result<Vec<Disclosure>, StoreError> {
        self.read(|db| all(db, include_str!("disclosures.sql"), [], disclosure)).await
    }
}

fn select(db: &Connection, id: Option<i64>) -> Result<Vec<Agreement>, StoreError> {
    all(db, include_str!("select.sql"), params![id], agreement)
}

fn agreement(row: &Row<'_>) -> Result<Agreement, StoreError> {
    Ok(Agreement {
        id: row.get(0)?,
        partner: row.get(1)?,
        purpose: row.get(2)?,
        first: day(row, 3)?,
        last: day(row, 4)?,
        ended: optional_day(row, 5)?,
        by: row.get(6)?,
        at: row.get(7)?,
    })
}

fn disclosure(row: &Row<'_>) -> Result<Disclosure, StoreError> {
    Ok(Disclosure {
        partner: row.get(0)?,
        purpose: row.get(1)?,
        agreement: row.get(2)?,
        school: row.get(3)?,
        as_of: day(row, 4)?,
        face: row.get(5)?,
        digest: row.get(6)?,
        by: row.get(7)?,
        at: row.get(8)?,
    })
}
