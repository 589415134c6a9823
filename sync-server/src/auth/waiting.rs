//! What is under way between two requests of one browser: a password that was right and waits for its second factor, a
//! challenge that waits for a key. Kept in memory, for minutes; a restart asks people to begin again.

use daymark_domain::UserId;
use daymark_locks::Kept;
use webauthn_rs::prelude::{DiscoverableAuthentication, PasskeyRegistration};

use super::district::Begun;
use super::passkey::Place;
use super::{hex, secret, sha256};

/// Seconds within which the next request must come.
pub const MOST_SECONDS: i64 = 5 * 60;
/// More are not kept: the oldest goes first.
const MOST: usize = 4_096;

/// All that is under way.
#[derive(Default)]
pub struct SignIns {
    /// Whose password was right, and who owes a second factor.
    pub second_factors: Waiting<UserId>,
    /// Who was sent to the district's own sign-in.
    pub district: Waiting<OnTheWay>,
    /// Which browsers were asked to show a passkey, and where.
    pub passkeys: Waiting<(Place, DiscoverableAuthentication)>,
    /// Who was asked to make a passkey, and where.
    pub new_passkeys: Waiting<(UserId, Place, PasskeyRegistration)>,
}

/// Somebody on the way to the district's own sign-in and back.
pub struct OnTheWay {
    /// What must come back in the address.
    pub state: String,
    /// What for.
    pub purpose: Purpose,
    /// What the district's answer is held against.
    pub begun: Begun,
}

/// What somebody goes to the district's own sign-in for.
#[derive(Clone)]
pub enum Purpose {
    /// To come in.
    SignIn,
    /// To prove again who they are.
    Prove {
        /// Who.
        staff: UserId,
        /// The hash of their session's token.
        session: [u8; 32],
        /// Where they go on to; none: they go on in another window.
        to: Option<String>,
    },
    /// To say, by a link, whose account it is.
    Connect {
        /// SHA-256 of the link's code.
        code_hash: [u8; 32],
    },
}

/// Steps under way, each known by a token that only its browser has.
pub struct Waiting<T>(Kept<[u8; 32], T>);

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        Self(Kept::of(MOST, MOST_SECONDS))
    }
}

impl<T> Waiting<T> {
    /// Keeps it; the token, in hexadecimal digits, is for the browser.
    pub fn keep(&self, what: T, now: i64) -> String {
        let token = hex(&secret());
        self.0.keep(sha256(token.as_bytes()), what, now);
        token
    }

    /// Takes it away: a second request finds nothing.
    pub fn take(&self, token: &str, now: i64) -> Option<T> {
        self.0.take(&sha256(token.as_bytes()), now)
    }
}

impl<T: Clone> Waiting<T> {
    /// Looks at it and leaves it.
    pub fn look(&self, token: &str, now: i64) -> Option<T> {
        self.0.look(&sha256(token.as_bytes()), now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_taken_once_and_within_five_minutes() {
        let waiting = Waiting::default();
        let token = waiting.keep("second factor", 0);
        assert_eq!(waiting.look(&token, 299), Some("second factor"));
        assert_eq!(waiting.look("another", 0), None);
        assert_eq!(waiting.take(&token, 299), Some("second factor"));
        assert_eq!(waiting.take(&token, 299), None);
        let token = waiting.keep("late", 0);
        assert_eq!(waiting.take(&token, 300), None);
    }

    #[test]
    fn whoever_begins_without_end_pushes_out_the_oldest_only() {
        let waiting = Waiting::default();
        let first = waiting.keep(0, 0);
        let second = waiting.keep(1, 1);
        for n in 2..=MOST {
            waiting.keep(n, 2);
        }
        assert_eq!(waiting.take(&first, 3), None);
        assert_eq!(waiting.take(&second, 3), Some(1));
    }
}
