//! Columns of a chunk, read by hand before Automerge sees them.
//!
//! A run length of a few bytes can stand for millions of operations: 115 bytes cost 18.9 s and 2.2 GiB
//! (`trust.md` section 0). So the run lengths of every column are summed here, without expanding one.

use super::Refusal;

/// How each chunk begins.
pub(super) const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
/// The bit of a specification that says that the column's bytes are deflated.
pub(super) const DEFLATED: u64 = 0b1000;
/// The longest name of a writer, a message or a field.
pub(super) const NAME_BYTES_MAX: u64 = 256;
const COLUMNS_MAX: u64 = 32;

/// How much the columns of a chunk may stand for.
pub(super) struct Limits {
    /// Rows of a column, and items of all its groups together.
    pub operations: u64,
    /// Bytes of its raw values.
    pub bytes: u64,
}

/// Sums the run lengths of a column that is not deflated.
pub(super) fn check_column(limits: &Limits, specification: u64, data: &[u8]) -> Result<(), Refusal> {
    let mut input = Input(data);
    let mut total = 0_u64;
    let mut add = |count: u64| {
        total = total.saturating_add(count);
        if total > limits.operations { Err(Refusal::TooLarge) } else { Ok(()) }
    };
    let mut reach = Reach::of_column(limits, specification & 0b111);
    match specification & 0b111 {
        // Booleans: lengths of alternating runs.
        4 => {
            while !input.0.is_empty() {
                add(input.unsigned()?)?;
            }
        }
        // Raw values: as long as they are, and that is bounded by the chunk.
        7 => {}
        kind => {
            while !input.0.is_empty() {
                match input.signed()? {
                    0 => add(input.unsigned()?)?,
                    run if run > 0 => {
                        add(run.unsigned_abs())?;
                        reach.add(run.unsigned_abs(), input.value(kind)?)?;
                    }
                    literals => {
                        add(literals.unsigned_abs())?;
                        for _ in 0..literals.unsigned_abs() {
                            reach.add(1, input.value(kind)?)?;
                        }
                    }
                }
            }
        }
    }
    Ok(())
}

/// What a column's values announce of the columns behind it: how many items a group has, how long a raw value is. One
/// run of one value can announce as much as a long run, so it counts too.
struct Reach {
    left: u64,
    of_value: fn(u64) -> u64,
}

impl Reach {
    fn of_column(limits: &Limits, kind: u64) -> Self {
        match kind {
            0 => Self { left: limits.operations, of_value: |items| items },
            6 => Self { left: limits.bytes, of_value: |length_and_type| length_and_type >> 4 },
            _ => Self { left: 0, of_value: |_| 0 },
        }
    }

    fn add(&mut self, run: u64, value: u64) -> Result<(), Refusal> {
        let announced = (self.of_value)(value).saturating_mul(run);
        self.left = self.left.checked_sub(announced).ok_or(Refusal::TooLarge)?;
        Ok(())
    }
}

/// What is left to read.
pub(super) struct Input<'b>(pub(super) &'b [u8]);

impl<'b> Input<'b> {
    pub(super) fn take(&mut self, count: u64) -> Result<&'b [u8], Refusal> {
        let count = usize::try_from(count).map_err(|_| Refusal::Malformed)?;
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Refusal::Malformed)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Refusal> {
        self.take(1).map(|byte| byte[0])
    }

    pub(super) fn unsigned(&mut self) -> Result<u64, Refusal> {
        let mut value = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(Refusal::Malformed)
    }

    pub(super) fn signed(&mut self) -> Result<i64, Refusal> {
        let mut value = 0_i64;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            value |= i64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                let sign_extended = byte & 0x40 != 0 && shift + 7 < 64;
                return Ok(if sign_extended { value | (-1 << (shift + 7)) } else { value });
            }
        }
        Err(Refusal::Malformed)
    }

    pub(super) fn at_most(&mut self, limit: u64) -> Result<u64, Refusal> {
        let count = self.unsigned()?;
        if count > limit { Err(Refusal::TooLarge) } else { Ok(count) }
    }

    pub(super) fn name(&mut self) -> Result<(), Refusal> {
        let length = self.at_most(NAME_BYTES_MAX)?;
        self.take(length).map(|_| ())
    }

    /// The columns' specifications and lengths, in the order in which their bytes follow.
    pub(super) fn columns(&mut self) -> Result<Vec<(u64, u64)>, Refusal> {
        (0..self.at_most(COLUMNS_MAX)?).map(|_| Ok((self.unsigned()?, self.unsigned()?))).collect()
    }

    /// One value of a run: a string is its length and its bytes, everything else is a number. Only the numbers that
    /// announce something are looked at.
    fn value(&mut self, kind: u64) -> Result<u64, Refusal> {
        const DELTA: u64 = 3;
        const STRING: u64 = 5;
        match kind {
            DELTA => self.signed().map(i64::unsigned_abs),
            STRING => {
                let length = self.unsigned()?;
                self.take(length).map(|_| length)
            }
            _ => self.unsigned(),
        }
    }
}
