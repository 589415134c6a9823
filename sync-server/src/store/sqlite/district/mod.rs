//! The district in SQLite.

use async_trait::async_trait;
use daymark_domain::{ReflectionPrompt, SchoolDay, SchoolId};
use daymark_sqlite::rusqlite::{Connection, Row, named_params, params};

use super::SqliteStore;
use super::snapshots::add as add_snapshot;
use super::values::{all, day, id, one, optional_day, run, word};
use crate::store::StoreError;
use crate::store::district::{
    DistrictStore, MentorSupply, MonthFaces, ReadinessSaid, Reflection, Said, Saying, Stamp, SupportSaid,
};
use crate::store::snapshots::NewSnapshot;

#[async_trait]
impl DistrictStore for SqliteStore {
    async fn month_faces(&self, report: &str, as_of: SchoolDay) -> Result<Option<MonthFaces>, StoreError> {
        let report = report.to_owned();
        self.read(move |db| month(db, &report, as_of)).await
    }

    async fn keep_month(&self, new: NewSnapshot) -> Result<MonthFaces, StoreError> {
        self.write(move |tx| {
            if let Some(kept) = month(tx, &new.report, new.as_of)? {
                return Ok(kept);
            }
            let number = add_snapshot(tx, &new)?;
            run(tx, include_str!("add_month.sql"), params![new.report, new.as_of.number(), number])?;
            Ok(MonthFaces { id: number, json: new.json, csv: new.csv, frozen_at: new.at })
        })
        .await
    }

    async fn month_ids(&self) -> Result<Vec<i64>, StoreError> {
        self.read(|db| all(db, include_str!("month_ids.sql"), [], |row| Ok(row.get(0)?))).await
    }

    async fn first_school_day(&self, from: SchoolDay) -> Result<Option<SchoolDay>, StoreError> {
        let found = self
            .read(move |db| {
                one(db, include_str!("first_school_day.sql"), [from.number()], |row| optional_day(row, 0))
            })
            .await?;
        Ok(found.flatten())
    }

    async fn self_checks(&self) -> Result<Vec<Said<SupportSaid>>, StoreError> {
        let read = |row: &Row<'_>| said(row, (word(row, "support")?, word(row, "standing")?));
        self.read(move |db| all(db, include_str!("self_checks.sql"), [], read)).await
    }

    async fn add_self_check(&self, rows: Vec<Saying<SupportSaid>>, stamp: Stamp) -> Result<(), StoreError> {
        self.write(move |tx| {
            for Saying { what: (support, standing), note } in &rows {
                let row = named_params! {
                    ":day": stamp.day.number(),
                    ":support": support.word(),
                    ":standing": standing.word(),
                    ":note": note,
                    ":staff_id": stamp.by.as_bytes(),
                    ":at": stamp.at,
                };
                run(tx, include_str!("add_self_check.sql"), row)?;
            }
            Ok(())
        })
        .await
    }

    async fn readiness(
        &self,
        school: Option<SchoolId>,
    ) -> Result<Vec<(SchoolId, Said<ReadinessSaid>)>, StoreError> {
        let read = |row: &Row<'_>| {
            let school = SchoolId::from_bytes(row.get("school_id")?);
            Ok((school, said(row, (word(row, "question")?, word(row, "answer")?))?))
        };
        let school = school.map(|id| *id.as_bytes());
        self.read(move |db| all(db, include_str!("readiness.sql"), params![school], read)).await
    }

    async fn add_readiness(
        &self,
        school: SchoolId,
        rows: Vec<Saying<ReadinessSaid>>,
        stamp: Stamp,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            for Saying { what: (question, answer), note } in &rows {
                let row = named_params! {
                    ":school_id": school.as_bytes(),
                    ":day": stamp.day.number(),
                    ":question": question.word(),
                    ":answer": answer.word(),
                    ":note": note,
                    ":staff_id": stamp.by.as_bytes(),
                    ":at": stamp.at,
                };
                run(tx, include_str!("add_readiness.sql"), row)?;
            }
            Ok(())
        })
        .await
    }

    async fn reflections(
        &self,
        school: Option<SchoolId>,
        month: SchoolDay,
    ) -> Result<Vec<Reflection>, StoreError> {
        self.read(move |db| reflections(db, school, month)).await
    }

    async fn add_reflections(
        &self,
        school: SchoolId,
        month: SchoolDay,
        texts: Vec<(ReflectionPrompt, String)>,
        stamp: Stamp,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            let known = reflections(tx, Some(school), month)?;
            let stands =
                |prompt| known.iter().find(|of| of.prompt == prompt).map_or("", |of| of.text.as_str());
            for (prompt, text) in texts.iter().filter(|(prompt, text)| stands(*prompt) != text) {
                let row = named_params! {
                    ":school_id": school.as_bytes(),
                    ":month_day": month.number(),
                    ":prompt": prompt.word(),
                    ":text": text,
                    ":staff_id": stamp.by.as_bytes(),
                    ":at": stamp.at,
                };
                run(tx, include_str!("add_reflection.sql"), row)?;
            }
            Ok(())
        })
        .await
    }

    async fn mentor_supply(&self) -> Result<Vec<MentorSupply>, StoreError> {
        let read = |row: &Row<'_>| {
            Ok(MentorSupply {
                school_id: id(row, 0, SchoolId::from_bytes)?,
                internal: row.get("internal")?,
                partners: row.get("partners")?,
                unknown: row.get("unknown")?,
                placed: row.get("placed")?,
            })
        };
        self.read(move |db| all(db, include_str!("mentor_supply.sql"), [], read)).await
    }
}

fn month(db: &Connection, report: &str, as_of: SchoolDay) -> Result<Option<MonthFaces>, StoreError> {
    let faces = |row: &Row<'_>| {
        Ok(MonthFaces { id: row.get(0)?, json: row.get(1)?, csv: row.get(2)?, frozen_at: row.get(3)? })
    };
    one(db, include_str!("month.sql"), params![report, as_of.number()], faces)
}

fn said<T>(row: &Row<'_>, what: T) -> Result<Said<T>, StoreError> {
    Ok(Said { what, note: row.get("note")?, day: day(row, 0)?, by: row.get("by_name")?, at: row.get("at")? })
}

fn reflections(
    db: &Connection,
    school: Option<SchoolId>,
    month: SchoolDay,
) -> Result<Vec<Reflection>, StoreError> {
    let read = |row: &Row<'_>| {
        Ok(Reflection {
            school_id: id(row, 0, SchoolId::from_bytes)?,
            prompt: word(row, "prompt")?,
            text: row.get("text")?,
            by: row.get("by_name")?,
            at: row.get("at")?,
        })
    };
    let which = params![school.map(|id| *id.as_bytes()), month.number()];
    all(db, include_str!("reflections.sql"), which, read)
}
