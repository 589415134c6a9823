//! One contact with several students.

use std::collections::BTreeSet;

use daymark_domain::{Contact, GroupId, MatchId, SchoolDay, What};

use super::record_contact::check;
use super::{Pen, invalid, write_entry};
use crate::api::{Failure, Reply};
use crate::core::Core;
use crate::storage::StorageError;

/// More than a class.
const STUDENTS_MAX: usize = 60;

/// Records an entry in each student's record under one group, all in one transaction: all are saved, or none.
pub(crate) fn record_group(
    core: &mut Core,
    matches: Vec<MatchId>,
    day: SchoolDay,
    contact: Contact,
) -> Result<Reply, Failure> {
    check(&contact, day)?;
    let each_once = matches.iter().collect::<BTreeSet<_>>().len() == matches.len();
    if !each_once || !(2..=STUDENTS_MAX).contains(&matches.len()) || contact.follows.is_some() {
        return Err(invalid("a group is 2 to 60 students, each once, and follows up on nothing"));
    }
    let pens =
        matches.iter().map(|match_id| Pen::for_day(core, *match_id, day)).collect::<Result<Vec<_>, _>>()?;
    let group = GroupId::from_bytes(core.entropy.bytes()?);
    let what = What::Contact(Contact { group: Some(group), ..contact });
    let written = core
        .change_records(&matches, |tx, records| {
            let each = records.iter_mut().zip(&pens);
            each.map(|((match_id, record), pen)| {
                Ok((*match_id, write_entry(tx, record, *match_id, pen, day, what.clone())?.key))
            })
            .collect::<Result<Vec<_>, StorageError>>()
        })
        .map_err(StorageError::not_saved)?;
    let keys = written.into_iter().filter_map(|(match_id, key)| Some((match_id, key?))).collect();
    Ok(Reply::SavedGroup { group, keys, status: core.status()? })
}
