//! Beginning a match in one go where nothing keeps it from that: the same steps, one after the other, that are taken
//! one by one where something does.

use std::collections::BTreeSet;

use daymark_domain::{ActivationBlock, MentorId, OfficialBecause, SchoolId};

use crate::store::fits::OfferingMentor;
use crate::store::proposals::{CaseChange, CaseChanged, CaseStep, FamilyNotice, NewProposal, Proposed};
use crate::store::{Store, StoreError};

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// The match is active.
    Active,
    /// It is proposed, and waits for this.
    Waits(Vec<ActivationBlock>),
    /// The student or the mentor is not of this school.
    NotOfThisSchool,
    /// These two have a match, or one is being prepared.
    Already,
    /// The mentor has as many students as they take, and nobody said why one more.
    NoRoom,
}

/// What is known when a match is begun in one go.
pub struct Ready {
    /// Why the mentor is a school official; none: that is still to be said.
    pub because: Option<OfficialBecause>,
    /// What the family was told; none: nothing yet.
    pub notice: Option<FamilyNotice>,
}

/// Room for one more, as far as anybody knows.
pub async fn has_room(store: &dyn Store, school: SchoolId, mentor: MentorId) -> Result<bool, StoreError> {
    let mentors = store.offering_mentors(school).await?;
    Ok(mentors.iter().find(|of| of.id == mentor).is_none_or(OfferingMentor::has_room))
}

/// What matches of the school try, each once.
pub async fn known_variants(store: &dyn Store, school: SchoolId) -> Result<Vec<String>, StoreError> {
    let known = store.variants(school).await?.into_iter().filter_map(|of| of.variant);
    Ok(known.collect::<BTreeSet<_>>().into_iter().collect())
}

/// Proposes the match, keeps what is known, and activates it unless something keeps it from that.
pub async fn begin(store: &dyn Store, new: NewProposal, ready: Ready) -> Result<Begun, StoreError> {
    let NewProposal { school_id, id, today, by, at, .. } = new;
    let of = CaseChange { school_id, id, today, by, at };
    match store.propose_match(new).await? {
        Proposed::NotOfThisSchool => return Ok(Begun::NotOfThisSchool),
        Proposed::Already => return Ok(Begun::Already),
        Proposed::NoRoom => return Ok(Begun::NoRoom),
        Proposed::Yes => {}
    }
    if let Some(notice) = ready.notice {
        store.add_notice(of.clone(), notice).await?;
    }
    if let Some(because) = ready.because {
        store.set_official_basis(of.clone(), because).await?;
    }
    match store.take_case_step(of, CaseStep::Activate).await? {
        CaseChanged::Blocked(blocks) => Ok(Begun::Waits(blocks)),
        CaseChanged::Yes | CaseChanged::Moved | CaseChanged::NotOfThisSchool => Ok(Begun::Active),
    }
}
