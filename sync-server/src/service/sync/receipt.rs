//! The server's word for what it holds, given after the commit.

use daymark_protocol::receipt::{Named, Receipted, held};
use daymark_protocol::{Acknowledged, Down, Hello, Push, Receipt, Welcome};
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::auth::device::Device;
use crate::store::sync::Log;

/// Names of what a request pushes: of each push the match and the whole hashes of its changes.
pub(super) fn names(pushes: &[Push]) -> Vec<Named> {
    // A change goes up without the eight bytes that its hash does not cover.
    let hashes =
        |push: &Push| push.changes.iter().map(|rest| Sha256::digest(rest.as_slice()).into()).collect();
    pushes.iter().map(|push| (*push.match_id, hashes(push))).collect()
}

/// What is acknowledged, and the signature under it.
pub(super) fn write(
    app: &App,
    device: &Device,
    log: Log,
    names: &[Named],
    acknowledged: Vec<u8>,
    frames: &mut Vec<u8>,
) {
    let (seq, at) = (u64::try_from(log.seq).unwrap_or(0), app.clock.now());
    let held = held(names, &acknowledged);
    let receipt = Receipted { log_id: log.id, device_id: *device.id.as_bytes(), seq, at, held: &held };
    let signature = app.key.receipt(&receipt);
    Down::from(Acknowledged::new(acknowledged.into())).write(frames);
    Down::from(Receipt::new(seq, at, signature.into())).write(frames);
}

/// The greeting; to a phone that has no key of this server yet, with the key and its own certificate.
pub(super) fn welcome(app: &App, device: &Device, log: Log, hello: &Hello) -> Welcome {
    let wants = hello.wants_key == Some(true);
    let key = wants.then(|| app.key.public().into());
    let certificate = wants.then(|| app.key.certificate(device.id, device.mentor_id, &device.tag).into());
    Welcome::new(log.id.into(), app.clock.now(), key, certificate, hello.request)
}
