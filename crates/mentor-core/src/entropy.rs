//! Randomness that decides how this phone proves itself and what it calls a group: an argument, so that a test can
//! repeat a run.

use std::rc::Rc;

use crate::api::Failure;

/// Whether the bytes could be filled.
type Fill = dyn Fn(&mut [u8]) -> bool;

/// Fills bytes that nobody can guess.
#[derive(Clone)]
pub struct Entropy(Rc<Fill>);

impl Entropy {
    /// The system's; in a browser, its `crypto`.
    pub fn system() -> Self {
        Self(Rc::new(|bytes| getrandom::fill(bytes).is_ok()))
    }
    /// Whatever the function fills in: for tests, whose keys guard nothing.
    pub fn drawn_by(fill: impl Fn(&mut [u8]) + 'static) -> Self {
        Self(Rc::new(move |bytes| {
            fill(bytes);
            true
        }))
    }
    /// So many bytes.
    ///
    /// # Errors
    /// `NoStorage` where there is no source of randomness: nothing could be kept safely.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], Failure> {
        let mut bytes = [0; N];
        let filled = (self.0)(&mut bytes);
        filled.then_some(bytes).ok_or_else(|| Failure::NoStorage("no source of randomness".to_owned()))
    }
}
