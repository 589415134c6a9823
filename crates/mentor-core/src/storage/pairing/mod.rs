//! A pairing that waits for the coordinator's word.

use daymark_protocol::words::{Exchange, three_words};
use daymark_sqlite::rusqlite::{Connection, OptionalExtension, Result, Transaction, params};
use ed25519_dalek::SigningKey;

/// What is kept of it.
pub(crate) struct Pairing {
    /// Where the school's server is.
    pub server: String,
    /// SHA-256 of the code; the code itself is not needed any more.
    pub code_hash: [u8; 32],
    /// The secret half of the key that this phone will have.
    pub signing_key: [u8; 32],
    /// This phone's nonce.
    pub nonce: [u8; 32],
    /// The server's public key.
    pub server_key: [u8; 32],
    /// The server's nonce.
    pub server_nonce: [u8; 32],
    /// Of the words.
    pub language: String,
}

impl Pairing {
    /// The public half of this phone's key.
    pub fn public_key(&self) -> [u8; 32] {
        SigningKey::from_bytes(&self.signing_key).verifying_key().to_bytes()
    }

    /// As the coordinator's page shows them.
    pub fn words(&self) -> [String; 3] {
        let exchange = Exchange {
            code_hash: self.code_hash,
            public_key: self.public_key(),
            server_key: self.server_key,
            phone_nonce: self.nonce,
            server_nonce: self.server_nonce,
        };
        three_words(&exchange, &self.language).map(str::to_owned)
    }
}

/// The one that waits.
pub(crate) fn get(db: &Connection) -> Result<Option<Pairing>> {
    db.prepare_cached(include_str!("get.sql"))?
        .query_row([], |row| {
            Ok(Pairing {
                server: row.get("server")?,
                code_hash: row.get("code_hash")?,
                signing_key: row.get("signing_key")?,
                nonce: row.get("nonce")?,
                server_key: row.get("server_key")?,
                server_nonce: row.get("server_nonce")?,
                language: row.get("language")?,
            })
        })
        .optional()
}

/// Keeps it; an earlier one is given up.
pub(crate) fn set(tx: &Transaction<'_>, pairing: &Pairing) -> Result<()> {
    tx.execute(
        include_str!("set.sql"),
        params![
            pairing.server,
            pairing.code_hash,
            pairing.signing_key,
            pairing.nonce,
            pairing.server_key,
            pairing.server_nonce,
            pairing.language,
        ],
    )?;
    Ok(())
}

/// It is answered, or given up.
pub(crate) fn clear(tx: &Transaction<'_>) -> Result<()> {
    tx.execute(include_str!("clear.sql"), [])?;
    Ok(())
}
