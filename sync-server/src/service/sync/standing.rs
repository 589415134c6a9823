//! When phone and server do not have the same: which records differ, and what the other side lacks.

use std::collections::BTreeMap;

use daymark_documents::hash_of;
use daymark_domain::{DeviceId, DeviceTag, MatchId};
use daymark_protocol::{Down, Held, Kin, Writing};

use super::answer::snapshot;
use crate::app::App;
use crate::auth::device::Device;
use crate::problem::Problem;
use crate::store::sync::{Above, Asker, News, Piece, RecordHash};

/// Takes up phones that this server has forgotten and whose changes the asking one hands in, when an earlier life of
/// this server signed that they are its mentor's.
pub(super) async fn take_up(app: &App, device: &Device, asker: Asker, kin: &[Kin]) -> Result<(), Problem> {
    let signed = |kin: &Kin| {
        let (id, tag) = (DeviceId::from_bytes(*kin.device_id), kin.tag.parse::<DeviceTag>().ok()?);
        app.key.is_certificate(&kin.certificate, id, device.mentor_id, &tag).then_some((id, tag))
    };
    let phones: Vec<_> = kin.iter().filter_map(signed).collect();
    if !phones.is_empty() {
        app.store.take_up(asker, phones, app.clock.now()).await?;
    }
    Ok(())
}

/// Vouches for the mentor's other phones, whose changes are about to be sent.
pub(super) async fn write_writing(app: &App, asker: Asker, frames: &mut Vec<u8>) -> Result<(), Problem> {
    let phones = app.store.writing_phones(asker.school_id, asker.mentor_id).await?;
    for phone in phones.iter().filter(|phone| phone.device_id != asker.device_id) {
        let certificate = app.key.certificate(phone.device_id, asker.mentor_id, &phone.tag);
        let id = (*phone.device_id.as_bytes()).into();
        Down::from(Writing::new(id, phone.tag.as_str().to_owned(), certificate.into())).write(frames);
    }
    Ok(())
}

/// The records that are another one here than on the phone that said what it has. What it did not name and should hold
/// it lacks, unless the news bring it anyway.
pub(super) fn differing<'r>(
    above: &'r Above,
    standing: Option<&BTreeMap<MatchId, [u8; 8]>>,
) -> Vec<&'r RecordHash> {
    let Some(standing) = standing else { return Vec::new() };
    let is_news = |id: MatchId| {
        let record = |piece: &Piece| matches!(piece.news, News::Record { match_id, .. } if match_id == id);
        above.pieces.iter().any(record)
    };
    let differs = |record: &&RecordHash| match standing.get(&record.match_id) {
        Some(theirs) => *theirs != record.hash[..8],
        None => record.open && record.version > 0 && !is_news(record.match_id),
    };
    above.records.iter().filter(differs).collect()
}

/// What the phone named and its mentor has no record of here.
pub(super) fn unknown(above: &Above, standing: Option<&BTreeMap<MatchId, [u8; 8]>>) -> Vec<MatchId> {
    let named = standing.into_iter().flat_map(BTreeMap::keys).copied();
    named.filter(|id| !above.records.iter().any(|record| record.match_id == *id)).collect()
}

/// What the server has of a record: all of it while the match is on the mentor's phones, names alone once it is not.
pub(super) async fn write_record(
    app: &App,
    asker: Asker,
    record: &RecordHash,
    frames: &mut Vec<u8>,
) -> Result<(), Problem> {
    let found = app.store.match_for_push(asker, record.match_id, None).await?;
    let changes = found.map(|found| found.changes).unwrap_or_default();
    if record.open {
        return snapshot(record.match_id, &changes, frames);
    }
    let prefixes: Vec<u8> = changes.iter().flat_map(|bytes| hash_of(bytes).prefix()).collect();
    Down::from(Held::new((*record.match_id.as_bytes()).into(), prefixes.into())).write(frames);
    Ok(())
}
