//! Which number was dialled, without the number.

use serde::{Deserialize, Serialize};

/// Two bytes that tell a student's few numbers apart and cannot be turned back into one of them. When the office
/// corrects a number its mark is another, and "wrong number" no longer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NumberMark(pub u16);

impl NumberMark {
    /// Of a number, however it is written: only its digits count.
    pub fn of(number: &str) -> Self {
        const FNV_OFFSET: u32 = 0x811c_9dc5;
        const FNV_PRIME: u32 = 0x0100_0193;
        let digits = number.bytes().filter(u8::is_ascii_digit);
        let hash = digits.fold(FNV_OFFSET, |hash, digit| (hash ^ u32::from(digit)).wrapping_mul(FNV_PRIME));
        Self((hash >> 16) as u16 ^ hash as u16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_mark_however_it_is_written() {
        let mark = NumberMark::of("+1 (555) 010-0123");
        assert_eq!(mark, NumberMark::of("15550100123"));
        assert_ne!(mark, NumberMark::of("15550100124"));
    }
}
