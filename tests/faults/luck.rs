//! Chance from a seed: the same seed, the same faults.

/// SplitMix64: small, and good enough to choose where something breaks.
#[derive(Clone, Debug)]
pub struct Luck(u64);

impl Luck {
    /// From a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    pub const fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one, which is above zero.
    pub const fn below(&mut self, end: u64) -> u64 {
        self.number() % end
    }

    /// Puts them in another order.
    pub fn shuffle<T>(&mut self, them: &mut [T]) {
        for n in (1..them.len()).rev() {
            them.swap(n, self.below(n as u64 + 1) as usize);
        }
    }

    /// Heads or tails.
    pub const fn coin(&mut self) -> bool {
        self.number() & 1 == 0
    }
}
