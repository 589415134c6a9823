//! Plan, checklist and kick-off in SQLite.

use std::collections::BTreeMap;

use async_trait::async_trait;
use daymark_domain::{DayType, SchoolDay, SchoolId, UserId};
use daymark_sqlite::rusqlite::{Connection, Row, named_params, params};

use super::SqliteStore;
use super::values::{all, day, one, optional_day, run, word};
use crate::store::StoreError;
use crate::store::planning::{
    KickOff, NewPlan, NewStepMark, Plan, PlanSaved, PlanVersion, PlanningStore, StepMark,
};

#[async_trait]
impl PlanningStore for SqliteStore {
    async fn plan(&self, school: SchoolId, which: Option<u32>) -> Result<Option<Plan>, StoreError> {
        self.read(move |db| {
            let found = one(db, include_str!("version.sql"), params![school.as_bytes(), which], version)?;
            let Some(version) = found else { return Ok(None) };
            Ok(Some(Plan { answers: answers(db, school, version.version)?, version }))
        })
        .await
    }

    async fn plan_versions(&self, school: SchoolId) -> Result<Vec<PlanVersion>, StoreError> {
        self.read(move |db| all(db, include_str!("versions.sql"), params![school.as_bytes()], version)).await
    }

    async fn save_plan(&self, new: NewPlan) -> Result<PlanSaved, StoreError> {
        self.write(move |tx| {
            let school = new.school_id;
            let latest =
                one(tx, include_str!("latest.sql"), params![school.as_bytes()], |row| Ok(row.get(0)?))?;
            let latest: u32 = latest.unwrap_or(0);
            if latest > 0 && answers(tx, school, latest)? == new.answers {
                return Ok(PlanSaved::Yes);
            }
            if latest != new.follows {
                return Ok(PlanSaved::Newer(latest));
            }
            let next = latest + 1;
            let row = params![school.as_bytes(), next, new.by.as_bytes(), new.at];
            run(tx, include_str!("add_version.sql"), row)?;
            for (prompt, text) in &new.answers {
                run(tx, include_str!("add_answer.sql"), params![school.as_bytes(), next, prompt, text])?;
            }
            Ok(PlanSaved::Yes)
        })
        .await
    }

    async fn step_marks(&self, school: SchoolId, school_year: i32) -> Result<Vec<StepMark>, StoreError> {
        let of_year = include_str!("step_marks.sql");
        self.read(move |db| all(db, of_year, params![school.as_bytes(), school_year], step_mark)).await
    }

    async fn mark_step(&self, new: NewStepMark) -> Result<(), StoreError> {
        self.write(move |tx| {
            let row = named_params! {
                ":school_id": new.school_id.as_bytes(),
                ":school_year": new.school_year,
                ":step": new.step,
                ":done_day": new.done.map(SchoolDay::number),
                ":evidence": new.evidence,
                ":staff_id": new.by.as_bytes(),
                ":at": new.at,
            };
            run(tx, include_str!("mark_step.sql"), row).map(|_| ())
        })
        .await
    }

    async fn kick_off(&self, school: SchoolId) -> Result<Option<KickOff>, StoreError> {
        self.read(move |db| one(db, include_str!("kick_off.sql"), params![school.as_bytes()], kick_off)).await
    }

    async fn set_kick_off(
        &self,
        school: SchoolId,
        kick_off: KickOff,
        by: UserId,
        at: i64,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            let row = named_params! {
                ":school_id": school.as_bytes(),
                ":day": kick_off.day.number(),
                ":minute": kick_off.minute,
                ":place": kick_off.place,
                ":note": kick_off.note,
                ":staff_id": by.as_bytes(),
                ":at": at,
            };
            run(tx, include_str!("set_kick_off.sql"), row).map(|_| ())
        })
        .await
    }

    async fn day_types(
        &self,
        school: SchoolId,
        first: SchoolDay,
        last: SchoolDay,
    ) -> Result<BTreeMap<SchoolDay, DayType>, StoreError> {
        let between = (*school.as_bytes(), first.number(), last.number());
        self.read(move |db| {
            let days = all(db, include_str!("day_types.sql"), between, |row| {
                Ok((day(row, 0)?, word(row, "day_type")?))
            })?;
            Ok(days.into_iter().collect())
        })
        .await
    }
}

fn answers(db: &Connection, school: SchoolId, version: u32) -> Result<BTreeMap<String, String>, StoreError> {
    let answer = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let answers = all(db, include_str!("answers.sql"), params![school.as_bytes(), version], answer)?;
    Ok(answers.into_iter().collect())
}

fn version(row: &Row<'_>) -> Result<PlanVersion, StoreError> {
    Ok(PlanVersion { version: row.get(0)?, by: row.get(1)?, at: row.get(2)? })
}

fn step_mark(row: &Row<'_>) -> Result<StepMark, StoreError> {
    Ok(StepMark {
        step: row.get(0)?,
        done: optional_day(row, 1)?,
        evidence: row.get(2)?,
        by: row.get(3)?,
        at: row.get(4)?,
    })
}

fn kick_off(row: &Row<'_>) -> Result<KickOff, StoreError> {
    Ok(KickOff { day: day(row, 0)?, minute: row.get(1)?, place: row.get(2)?, note: row.get(3)? })
}
