//! A phone that has a code and waits for the coordinator's word.

use daymark_domain::{DeviceId, MentorId, SchoolId};
use daymark_protocol::pairing::sha256;
use daymark_sqlite::rusqlite::{Connection, Transaction, params};

use crate::store::StoreError;
use crate::store::pairing::{Heard, Paired, PhoneAsks};
use crate::store::sqlite::values::{device_tag, id, one, run};

/// Gives the code to the first phone that asks with it.
pub(super) fn ask(tx: &Transaction<'_>, phone: &PhoneAsks) -> Result<Option<[u8; 32]>, StoreError> {
    let row = params![
        phone.code_hash,
        phone.public_key,
        phone.commitment,
        phone.server_nonce,
        phone.platform,
        phone.app_version,
        phone.language,
        phone.at,
    ];
    let nonce = one(tx, include_str!("ask.sql"), row, |row| Ok(row.get(0)?))?;
    if nonce.is_none() {
        count_wrong_try(tx, phone.code_hash)?;
    }
    Ok(nonce)
}

pub(super) fn count_wrong_try(tx: &Transaction<'_>, code_hash: [u8; 32]) -> Result<(), StoreError> {
    run(tx, include_str!("count_wrong_try.sql"), params![code_hash])?;
    Ok(())
}

/// Keeps a nonce that fits; none: it did not, which is a wrong try.
pub(super) fn keep_nonce(
    tx: &Transaction<'_>,
    code_hash: [u8; 32],
    nonce: Option<[u8; 32]>,
) -> Result<(), StoreError> {
    let Some(nonce) = nonce else { return count_wrong_try(tx, code_hash) };
    run(tx, include_str!("tell_nonce.sql"), params![code_hash, nonce])?;
    Ok(())
}

/// An invitation with the phone that asked.
pub(super) struct Found {
    pub code_hash: [u8; 32],
    commitment: [u8; 32],
    knows_nonce: bool,
    is_over: bool,
    expires_at: i64,
    paired: Option<(DeviceId, Paired)>,
}

pub(super) fn find(db: &Connection, public_key: [u8; 32]) -> Result<Option<Found>, StoreError> {
    one(db, include_str!("asking.sql"), params![public_key], |row| {
        let paired = match row.get::<_, Option<[u8; 16]>>(6)? {
            None => None,
            Some(device) => Some((
                DeviceId::from_bytes(device),
                Paired {
                    tag: device_tag(row, 7)?,
                    mentor_id: id(row, 8, MentorId::from_bytes)?,
                    mentor_name: row.get(9)?,
                    school_id: id(row, 10, SchoolId::from_bytes)?,
                    school_name: row.get(11)?,
                },
            )),
        };
        Ok(Found {
            code_hash: row.get(0)?,
            commitment: row.get(1)?,
            knows_nonce: row.get::<_, Option<[u8; 32]>>(2)?.is_some(),
            is_over: row.get::<_, Option<i64>>(3)?.or(row.get(4)?).is_some(),
            expires_at: row.get(5)?,
            paired,
        })
    })
}

impl Found {
    pub fn fits(&self, nonce: [u8; 32]) -> bool {
        sha256(&nonce) == self.commitment
    }

    pub fn still_to_write(&self, nonce: [u8; 32]) -> bool {
        !self.is_over && (!self.knows_nonce || !self.fits(nonce))
    }

    pub fn heard(self, nonce: [u8; 32], at: i64) -> Option<Heard> {
        let fits = self.fits(nonce);
        fits.then_some(match self.paired {
            Some((device, paired)) => Heard::Paired(device, paired),
            None if self.is_over || self.expires_at <= at => Heard::Refused,
            None => Heard::Waiting,
        })
    }
}
