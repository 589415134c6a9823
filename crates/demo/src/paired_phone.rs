//! A phone without a screen: paired like any other, and its changes go through the gate as by HTTP.

use daymark_documents::{Writer, without_preamble};
use daymark_domain::{DeviceId, MatchId, MentorId, SchoolId, UserId};
use daymark_protocol::{Hello, Push, Up};
use daymark_server::App;
use daymark_server::auth::device::Device;
use daymark_server::auth::{secret, sha256};
use daymark_server::service;
use daymark_server::store::pairing::{NewDevice, NewInvite};
use ed25519_dalek::SigningKey;

use crate::DemoError;

/// A mentor's phone that the server knows.
pub struct PairedPhone<'a> {
    app: &'a App,
    device: Device,
}

/// Whose phone is paired, and when.
#[derive(Clone, Copy, Debug)]
pub struct Pairing {
    /// The mentor's school.
    pub school: SchoolId,
    /// The mentor.
    pub mentor: MentorId,
    /// Who makes the code.
    pub by: UserId,
    /// Seconds since 1970-01-01 UTC.
    pub at: i64,
}

impl<'a> PairedPhone<'a> {
    /// Makes a code and uses it.
    pub async fn pair(app: &'a App, pairing: Pairing) -> Result<Self, DemoError> {
        let Pairing { school, mentor, by, at } = pairing;
        let code_hash = sha256(&secret());
        let invite =
            NewInvite { code_hash, school_id: school, mentor_id: mentor, by, at, expires_at: at + 600 };
        app.store.add_invite(invite).await?;
        let id = DeviceId::random();
        let new = NewDevice {
            code_hash,
            id,
            public_key: SigningKey::from_bytes(&secret()).verifying_key().to_bytes(),
            platform: "web".to_owned(),
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            by,
            at,
        };
        let paired = app.store.pair_device(new).await?;
        let paired = paired.ok_or(DemoError::Missing("the demo's own pairing code was refused"))?;
        let device = Device { id, mentor_id: mentor, school_id: paired.school_id, tag: paired.tag };
        Ok(Self { app, device })
    }

    /// Who writes on it.
    pub fn writer(&self) -> Writer {
        Writer::of_device(self.device.id.as_bytes(), &self.device.tag, 0)
    }

    /// What the server sends it that is new above a cursor, as frames; from 0, everything that it may have.
    pub async fn news(&self, cursor: u64) -> Result<Vec<u8>, DemoError> {
        let mut frames = Vec::new();
        Up::from(Hello::new(cursor, None, 0)).write(&mut frames);
        let answer = service::sync::sync(self.app, &self.device, &frames).await;
        Ok(answer.map_err(DemoError::Refused)?.frames)
    }

    /// Sends changes of one match; how many were accepted, which are all or it is an error.
    pub async fn push(&self, match_id: MatchId, changes: &[Vec<u8>]) -> Result<u64, DemoError> {
        let mut frames = Vec::new();
        // At the end of the log: what would come down is not looked at here. Beyond it nothing that is pushed would be judged.
        let end = self.app.store.log(self.device.school_id).await?.seq;
        Up::from(Hello::new(u64::try_from(end).unwrap_or(0), None, 0)).write(&mut frames);
        let count = changes.len() as u64;
        let changes = changes.iter().map(|bytes| without_preamble(bytes).to_vec().into()).collect();
        Up::from(Push::new((*match_id.as_bytes()).into(), changes)).write(&mut frames);
        let answer = service::sync::sync(self.app, &self.device, &frames).await;
        let answer = answer.map_err(DemoError::Refused)?;
        match answer.accepted {
            all if all == count => Ok(count),
            _ => Err(DemoError::Missing("the server did not take a made-up entry")),
        }
    }
}
