//! Chance that is the same on every machine and in every run.
//!
//! In: a seed. Out: whole numbers and picks. Not for: secrets or statistics.

/// A small generator of pseudo-random numbers (`SplitMix64`).
pub struct Dice(u64);

impl Dice {
    /// Dice that always fall the same way for one seed.
    pub fn new(seed: &str) -> Self {
        let start = seed.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Dice(start)
    }

    /// A whole number from `low` to `high`, both included; `low` where the range is empty.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        if high <= low {
            return low;
        }
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let span = (high - low + 1).unsigned_abs();
        low + i64::try_from(mixed % span).unwrap_or(0)
    }

    /// The index of one of `count` things.
    pub fn index(&mut self, count: usize) -> usize {
        let last = i64::try_from(count).unwrap_or(i64::MAX) - 1;
        usize::try_from(self.between(0, last)).unwrap_or(0)
    }

    /// One of the given things.
    pub fn pick<T: Clone>(&mut self, things: &[T]) -> Option<T> {
        things.get(self.index(things.len())).cloned()
    }
}
