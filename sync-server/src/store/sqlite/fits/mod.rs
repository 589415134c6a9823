//! What speaks for a student and a mentor, in SQLite.

use async_trait::async_trait;
use daymark_domain::{
    ClearanceGap, FamilyFirst, FitFactor, FitWeights, Holds, MentorId, SchoolId, StudentId, UserId,
};
use daymark_sqlite::rusqlite::{Connection, Row, params};

use super::SqliteStore;
use super::audit::note;
use super::candidates::availability;
use super::proposals::are_of_school;
use super::values::{all, id, one, run, word};
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::fits::{FitStore, MatchingRules, NewPairNote, OfferingMentor, PairNote};

#[async_trait]
impl FitStore for SqliteStore {
    async fn matching_rules(&self, school: SchoolId) -> Result<MatchingRules, StoreError> {
        self.read(move |db| rules(db, school)).await
    }

    async fn set_matching_rules(
        &self,
        school: SchoolId,
        rules: MatchingRules,
        by: UserId,
        at: i64,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            let weights = rules.weights.all().map(|weight| weight.to_string()).join(" ");
            let row = params![school.as_bytes(), weights, rules.family_first.0, by.as_bytes(), at];
            run(tx, include_str!("set_rules.sql"), row).map(drop)
        })
        .await
    }

    async fn offering_mentors(&self, school: SchoolId) -> Result<Vec<OfferingMentor>, StoreError> {
        self.read(move |db| all(db, include_str!("mentors.sql"), params![school.as_bytes()], mentor)).await
    }

    async fn pair_notes(&self, school: SchoolId) -> Result<Vec<PairNote>, StoreError> {
        self.read(move |db| pair_notes(db, school, None)).await
    }

    async fn note_pair(&self, new: NewPairNote) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let NewPairNote { school_id, student_id, mentor_id, notes, by, at } = new;
            if !are_of_school(tx, school_id, student_id, mentor_id)? {
                return Ok(false);
            }
            let known = pair_notes(tx, school_id, Some(student_id))?;
            let holds = |factor: FitFactor| {
                let found = known.iter().find(|of| of.mentor_id == mentor_id && of.factor == factor);
                found.map_or(Holds::Unknown, |of| of.holds)
            };
            let school = school_id.as_bytes();
            for (factor, now) in notes.into_iter().filter(|(factor, now)| holds(*factor) != *now) {
                let pair = (student_id.as_bytes(), mentor_id.as_bytes());
                let row = params![school, pair.0, pair.1, factor.word(), now.word(), by.as_bytes(), at];
                run(tx, include_str!("note_pair.sql"), row)?;
            }
            note(tx, &AccessEvent::by_staff(at, by, school_id, "pair_noted").about(student_id))?;
            Ok(true)
        })
        .await
    }
}

/// Room for one more, asked where the match is written: two who propose at once do not both find it.
pub(super) fn has_room(db: &Connection, mentor: MentorId) -> Result<bool, StoreError> {
    let of = params![mentor.as_bytes()];
    Ok(one(db, include_str!("has_room.sql"), of, |row| Ok(row.get::<_, bool>(0)?))?.unwrap_or(true))
}

/// The rules in force; the programme's own before anybody set others.
pub(super) fn rules(db: &Connection, school: SchoolId) -> Result<MatchingRules, StoreError> {
    let stored = one(db, include_str!("rules.sql"), params![school.as_bytes()], |row| {
        let weights: Vec<u8> = row.get::<_, String>(0)?.split(' ').filter_map(|n| n.parse().ok()).collect();
        let weights = <[u8; 5]>::try_from(weights).ok().and_then(FitWeights::new);
        let weights = weights.ok_or(StoreError::Unreadable { what: "weights" })?;
        Ok(MatchingRules { weights, family_first: FamilyFirst(row.get(1)?) })
    })?;
    Ok(stored.unwrap_or_default())
}

fn pair_notes(
    db: &Connection,
    school: SchoolId,
    student: Option<StudentId>,
) -> Result<Vec<PairNote>, StoreError> {
    let of = params![school.as_bytes(), student.map(|id| *id.as_bytes())];
    all(db, include_str!("pair_notes.sql"), of, |row| {
        Ok(PairNote {
            student_id: id(row, 0, StudentId::from_bytes)?,
            mentor_id: id(row, 1, MentorId::from_bytes)?,
            factor: word(row, "factor")?,
            holds: word(row, "holds")?,
        })
    })
}

fn mentor(row: &Row<'_>) -> Result<OfferingMentor, StoreError> {
    let languages: Option<String> = row.get("languages")?;
    let languages = languages.unwrap_or_default();
    let languages = languages.split(',').map(str::trim).filter(|language| !language.is_empty());
    Ok(OfferingMentor {
        id: id(row, 0, MentorId::from_bytes)?,
        name: row.get("name")?,
        languages: languages.map(str::to_owned).collect(),
        interests: row.get("interests")?,
        availability: availability(&row.get::<_, Option<String>>("availability")?.unwrap_or_default())?,
        capacity: row.get("capacity")?,
        students: row.get("students")?,
        gaps: gaps(row)?,
    })
}

/// What keeps a mentor's phone empty, as the gate found it.
pub(super) fn gaps(row: &Row<'_>) -> Result<Vec<ClearanceGap>, StoreError> {
    let words: String = row.get("waits_for")?;
    let gaps = words.split_whitespace().map(str::parse).collect::<Result<_, _>>();
    gaps.map_err(|_| StoreError::Unreadable { what: "gap in a mentor's clearance" })
}
