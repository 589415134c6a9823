//! A tiny seeded generator (splitmix64): the same numbers on every machine and in every release.

/// One stream of numbers.
pub(crate) struct Prng(u64);

/// What a stream is drawn for. Each purpose has its own, so that a change in one leaves the others alone.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    Calendar = 1,
    Student = 2,
    Attendance = 3,
    Mentor = 4,
    Match = 5,
    Duty = 6,
    Contact = 7,
}

impl Prng {
    /// The stream of the given purpose for the thing with that number.
    pub(crate) fn stream(seed: u64, purpose: Purpose, index: u64) -> Self {
        let mut mixer = Self(seed ^ ((purpose as u64) << 56));
        let base = mixer.next();
        Self(base ^ Self(index).next())
    }
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// A number from 0 to `end - 1`; 0 when `end` is 0.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        ((u64::from(end) * (self.next() >> 32)) >> 32) as u32
    }
    /// A number from `first` to `last`, both included.
    pub(crate) fn between(&mut self, first: u32, last: u32) -> u32 {
        first + self.below(last - first + 1)
    }
    /// True so many times in a thousand.
    pub(crate) fn chance(&mut self, per_mille: u32) -> bool {
        self.below(1_000) < per_mille
    }
    /// An index into something of that length, which is not 0.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(u32::MAX)) as usize
    }
    /// One of the choices, of which there is at least one.
    pub(crate) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.index(choices.len())]
    }
    /// One of the choices, each as likely as its weight.
    pub(crate) fn weighted<T: Copy>(&mut self, choices: &[(T, u32)]) -> T {
        let total = choices.iter().map(|(_, weight)| weight).sum();
        let mut left = self.below(total);
        for &(choice, weight) in choices {
            if left < weight {
                return choice;
            }
            left -= weight;
        }
        choices[0].0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_gives_the_same_numbers_every_time_and_another_stream_gives_others() {
        let draw = |purpose, index| {
            let mut prng = Prng::stream(7, purpose, index);
            [prng.below(1_000), prng.below(1_000), prng.below(1_000)]
        };
        assert_eq!(draw(Purpose::Student, 3), draw(Purpose::Student, 3));
        assert_ne!(draw(Purpose::Student, 3), draw(Purpose::Student, 4));
        assert_ne!(draw(Purpose::Student, 3), draw(Purpose::Attendance, 3));
    }

    #[test]
    fn a_choice_is_as_likely_as_its_weight() {
        let mut prng = Prng::stream(7, Purpose::Student, 0);
        let rare = (0..10_000).filter(|_| prng.weighted(&[("often", 9), ("rare", 1)]) == "rare").count();
        assert!((900..1_100).contains(&rare), "{rare}");
    }
}
