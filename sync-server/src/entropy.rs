//! Randomness that decides what a phone is called and how it proves itself: taken here, so that a test can repeat a run.

use std::sync::Arc;

use daymark_domain::DeviceId;

type Fill = dyn Fn(&mut [u8]) + Send + Sync;

/// Fills bytes that nobody can guess.
#[derive(Clone)]
pub struct Entropy(Arc<Fill>);

impl Entropy {
    /// The operating system's.
    pub fn system() -> Self {
        // Without randomness no token is a secret; a server that goes on would be worse than one that stops.
        Self(Arc::new(|bytes| {
            getrandom::fill(bytes).expect("the operating system gives random bytes");
        }))
    }
    /// Whatever the function fills in: for tests, whose tokens guard nothing.
    pub fn drawn_by(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self(Arc::new(fill))
    }
    /// So many bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.0)(&mut bytes);
        bytes
    }
    /// 256 bits: a token, or the seed of one.
    pub fn secret(&self) -> [u8; 32] {
        self.bytes()
    }
    /// A phone's new name.
    pub fn device_id(&self) -> DeviceId {
        DeviceId(uuid::Builder::from_random_bytes(self.bytes()).into_uuid())
    }
}
