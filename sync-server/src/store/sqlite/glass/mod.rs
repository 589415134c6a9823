//! Breaking the glass, in SQLite.

use async_trait::async_trait;
use daymark_domain::{SchoolId, StudentId, UserId};
use daymark_sqlite::rusqlite::{Connection, Row, ToSql, Transaction, named_params, params};

use super::SqliteStore;
use super::audit::note;
use super::student_file::file;
use super::values::{all, id, one, run};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::fields::Readable;
use crate::store::glass::{Glass, GlassBroken, GlassStore, HOURS_MAX, NewGlass};
use crate::store::student_file::StudentFile;

const HOUR: i64 = 3_600;

#[async_trait]
impl GlassStore for SqliteStore {
    async fn break_glass(&self, new: NewGlass) -> Result<GlassBroken, StoreError> {
        self.write(move |tx| break_glass(tx, &new)).await
    }

    async fn file_behind_glass(
        &self,
        glass: i64,
        by: UserId,
        at: i64,
        fields: Readable,
    ) -> Result<Option<(Glass, StudentFile)>, StoreError> {
        self.write(move |tx| {
            let Some(glass) = open_glass(tx, glass, by, at)? else { return Ok(None) };
            noted(tx, &glass, by, at, "glass_looked_behind")?;
            let behind = file(tx, glass.school_id, glass.student_id, fields)?;
            Ok(behind.map(|file| (glass, file)))
        })
        .await
    }

    async fn mend_glass(&self, glass: i64, by: UserId, at: i64) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let Some(glass) = open_glass(tx, glass, by, at)? else { return Ok(false) };
            run(tx, include_str!("mend.sql"), params![glass.id, at])?;
            noted(tx, &glass, by, at, "glass_mended")?;
            Ok(true)
        })
        .await
    }

    async fn glasses_by(&self, by: UserId) -> Result<Vec<Glass>, StoreError> {
        self.read(move |db| select(db, None, Some(by), None)).await
    }

    async fn glasses_into(&self, school: SchoolId) -> Result<Vec<Glass>, StoreError> {
        self.read(move |db| select(db, None, None, Some(school))).await
    }
}

fn break_glass(tx: &Transaction<'_>, new: &NewGlass) -> Result<GlassBroken, StoreError> {
    let whose = named_params! { ":key": new.key, ":own_school": new.own_school.as_bytes() };
    let found = one(tx, include_str!("student.sql"), whose, |row| {
        let school: Option<[u8; 16]> = row.get(1)?;
        Ok((id(row, 0, StudentId::from_bytes)?, school, row.get::<_, bool>(2)?))
    })?;
    let (student, school) = match found {
        Some((student, _, true)) => return Ok(GlassBroken::OwnStudent(student)),
        Some((student, Some(school), false)) => (student, school),
        Some((_, None, false)) | None => return Ok(GlassBroken::NoSuchStudent),
    };
    let row = named_params! {
        ":staff_id": new.by.as_bytes(),
        ":student_id": student.as_bytes(),
        ":school_id": school,
        ":reason": new.reason,
        ":from_at": new.at,
        ":until_at": new.at + HOUR * i64::from(new.hours.clamp(1, HOURS_MAX)),
    };
    run(tx, include_str!("add.sql"), row)?;
    let glass = tx.last_insert_rowid();
    let broken = open_glass(tx, glass, new.by, new.at)?.ok_or(StoreError::Unreadable { what: "glass" })?;
    noted(tx, &broken, new.by, new.at, "glass_broken")?;
    Ok(GlassBroken::Yes(glass))
}

/// At the student's school with the student, for its principal and for the family; at the own school without.
fn noted(tx: &Transaction<'_>, glass: &Glass, by: UserId, at: i64, what: &str) -> Result<(), StoreError> {
    let own: [u8; 16] =
        tx.query_row("SELECT school_id FROM staff WHERE id = ?1", [by.as_bytes()], |row| row.get(0))?;
    let mut theirs = AccessEvent::by_staff(at, by, glass.school_id, what).about(glass.student_id);
    theirs.detail = Some(format!("glass {}", glass.id));
    let mut ours = AccessEvent::by_staff(at, by, SchoolId::from_bytes(own), what);
    ours.detail = Some(format!("glass {}", glass.id));
    note(tx, &theirs)?;
    note(tx, &ours)
}

fn open_glass(db: &Connection, glass: i64, by: UserId, at: i64) -> Result<Option<Glass>, StoreError> {
    let found = select(db, Some(glass), Some(by), None)?.pop();
    Ok(found.filter(|glass| glass.is_open(at)))
}

fn select(
    db: &Connection,
    glass_id: Option<i64>,
    by: Option<UserId>,
    into: Option<SchoolId>,
) -> Result<Vec<Glass>, StoreError> {
    let (by, into) = (by.map(|id| *id.as_bytes()), into.map(|id| *id.as_bytes()));
    let which: [(&str, &dyn ToSql); 3] = [(":id", &glass_id), (":staff_id", &by), (":school_id", &into)];
    all(db, include_str!("select.sql"), &which[..], glass)
}

fn glass(row: &Row<'_>) -> Result<Glass, StoreError> {
    Ok(Glass {
        id: row.get(0)?,
        student_id: id(row, 1, StudentId::from_bytes)?,
        student: row.get(2)?,
        school_id: id(row, 3, SchoolId::from_bytes)?,
        by: row.get(4)?,
        by_school: row.get(5)?,
        reason: row.get(6)?,
        from: row.get(7)?,
        until: row.get(8)?,
        mended: row.get(9)?,
    })
}
