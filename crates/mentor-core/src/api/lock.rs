//! The phone's lock, as the screens see it.

use serde::{Deserialize, Serialize};

/// Whether this phone may be read now. Nothing but what stands beside a state is answered in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Access {
    /// It is nobody's phone: it can be paired.
    NotPaired,
    /// It is paired, and waits for its mentor to choose a PIN.
    PinWanted,
    /// The PIN opens it.
    Locked {
        /// So many wrong ones are left; after the last the phone forgets everything.
        tries_left: u8,
    },
    /// Everything is answered.
    Open,
    /// It was out of touch for too long: it may be read again after the next contact with the school. What waits is
    /// kept and is sent.
    LeaseOver,
    /// Everything was forgotten: it can be paired.
    Destroyed {
        /// Why.
        why: Why,
    },
}

/// Why a phone forgot everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// Too many wrong PINs.
    WrongPins,
    /// Whoever held it said so: the PIN was forgotten, or the phone goes to somebody else.
    Asked,
    /// The school said so.
    School,
}

/// How many digits a PIN has at least, and at most.
pub const PIN_DIGITS: std::ops::RangeInclusive<usize> = 6..=12;

/// Whether so many digits can be a PIN.
pub fn is_whole_pin(digits: &str) -> bool {
    PIN_DIGITS.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits that open the phone. Reaches no log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin(String);

/// Why digits are no PIN to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeakPin {
    /// Fewer than six, more than twelve, or something else than digits.
    #[error("a PIN has six to twelve digits")]
    Length,
    /// One digit, or two or three in turn.
    #[error("the PIN repeats itself")]
    Repeats,
    /// Upwards, downwards or along the pad.
    #[error("the PIN is a row of neighbours")]
    Row,
}

impl Pin {
    /// Digits that somebody types to open the phone, strong or not.
    pub fn typed(digits: &str) -> Self {
        Self(digits.to_owned())
    }

    /// Digits that may be chosen.
    ///
    /// # Errors
    /// What anybody would try among the first ten (`trust.md` 3.4).
    pub fn chosen(digits: &str) -> Result<Self, WeakPin> {
        if !is_whole_pin(digits) {
            return Err(WeakPin::Length);
        }
        let digits_of = digits.as_bytes();
        let repeats = |every: usize| digits_of.iter().zip(&digits_of[every..]).all(|(one, next)| one == next);
        if (1..=3).any(repeats) {
            return Err(WeakPin::Repeats);
        }
        let walks =
            |step: u8| digits_of.windows(2).all(|pair| (pair[0] - b'0' + step) % 10 == pair[1] - b'0');
        if walks(1) || walks(9) || ROWS.iter().any(|row| digits.starts_with(row)) {
            return Err(WeakPin::Row);
        }
        Ok(Self(digits.to_owned()))
    }

    /// The digits.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

/// The columns of the pad, and the corners.
const ROWS: [&str; 4] = ["147258", "258369", "159357", "123321"];

impl std::fmt::Debug for Pin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pin(‹redacted›)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_anybody_tries_first_is_no_pin() {
        for weak in ["000000", "121212", "123123", "11111111"] {
            assert_eq!(Pin::chosen(weak), Err(WeakPin::Repeats), "{weak}");
        }
        for weak in ["123456", "654321", "890123", "321098", "147258", "123321", "12345678"] {
            assert_eq!(Pin::chosen(weak), Err(WeakPin::Row), "{weak}");
        }
        for wrong in ["", "48151", "4815162342481", "48151x", "48151６"] {
            assert_eq!(Pin::chosen(wrong), Err(WeakPin::Length), "{wrong}");
        }
    }

    #[test]
    fn any_other_six_to_twelve_digits_are_one_and_are_never_printed() {
        for good in ["481516", "100200", "135791", "481516234200"] {
            let pin = Pin::chosen(good).ok();
            assert_eq!(pin.as_ref().map(Pin::digits), Some(good));
            assert!(!format!("{pin:?}").contains(good));
        }
    }
}
