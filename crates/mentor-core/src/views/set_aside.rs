//! What the server did not take.

use daymark_documents::{Said, said};
use daymark_domain::SchoolDay;

use super::reading;
use crate::api::{DamageView, Failure, RefusalReason, SetAsideRow, SetAsideView, SetAsideWhat};
use crate::core::Core;
use crate::storage::{StorageError, caseload, mishap, set_aside};

/// Everything that waits for a decision.
pub(crate) fn set_aside(core: &Core) -> Result<SetAsideView, Failure> {
    reading(|| {
        let rows = set_aside::all(&core.db)?.into_iter().map(|one| row(core, one));
        let damage = mishap::latest(&core.db)?.map(|damage| damage_view(core, damage)).transpose()?;
        Ok(SetAsideView { rows: rows.collect::<Result<_, _>>()?, damage })
    })
}

fn row(core: &Core, one: set_aside::SetAside) -> Result<SetAsideRow, StorageError> {
    let student = caseload::get(&core.db, one.match_id)?.map(|mentee| mentee.name());
    let reason = reason(&one.code, student.is_some());
    let said = said(&one.bytes);
    let what = match reason {
        RefusalReason::AnotherMentors => said.map(|said| SetAsideWhat::NotShown { day: day_of(&said) }),
        _ => said.map(|said| what(core, said)).transpose()?,
    };
    Ok(SetAsideRow { id: one.id, student, match_id: one.match_id, what, reason })
}

fn day_of(said: &Said) -> SchoolDay {
    match said {
        Said::Mark { day, .. } => *day,
        Said::Entry(entry) => entry.day,
    }
}

fn what(core: &Core, said: Said) -> Result<SetAsideWhat, StorageError> {
    Ok(match said {
        Said::Mark { day, mark } => SetAsideWhat::Mark { day, mark },
        Said::Entry(entry) if entry.takes_back().is_some() => SetAsideWhat::TakingBack { day: entry.day },
        Said::Entry(entry) => {
            SetAsideWhat::Entry { day: entry.day, at: core.local(entry.at)?, what: entry.what() }
        }
    })
}

/// A match that never was this mentor's and is not here was another's, who had this phone before.
fn reason(code: &str, is_here: bool) -> RefusalReason {
    match code {
        "not-your-match" if !is_here => RefusalReason::AnotherMentors,
        "not-your-match" | "match-ended" => RefusalReason::NotYourStudent,
        "too-large" => RefusalReason::TooLong,
        _ => RefusalReason::NotUnderstood,
    }
}

fn damage_view(core: &Core, damage: mishap::Damage) -> Result<DamageView, StorageError> {
    let mishap::Damage { at, rescued, lost, paired } = damage;
    Ok(DamageView { at: core.local(at)?, rescued, lost, paired })
}
