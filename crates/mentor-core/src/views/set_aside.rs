//! What the server did not take.

use daymark_documents::{Said, said};

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
    let what = said(&one.bytes).map(|said| what(core, said)).transpose()?;
    Ok(SetAsideRow { id: one.id, student, match_id: one.match_id, what, reason: reason(&one.code) })
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

fn reason(code: &str) -> RefusalReason {
    match code {
        "not-your-match" | "match-ended" => RefusalReason::NotYourStudent,
        "too-large" => RefusalReason::TooLong,
        _ => RefusalReason::NotUnderstood,
    }
}

fn damage_view(core: &Core, damage: mishap::Damage) -> Result<DamageView, StorageError> {
    let mishap::Damage { at, rescued, lost, paired } = damage;
    Ok(DamageView { at: core.local(at)?, rescued, lost, paired })
}
