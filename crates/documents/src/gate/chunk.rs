//! A change chunk's header and columns, read by hand before Automerge sees them.
//!
//! A run length of a few bytes can stand for millions of operations: 115 bytes cost 18.9 s and 2.2 GiB
//! (`trust.md` section 0). So the run lengths of every column are summed here, without expanding one.

use super::{BYTES_MAX, DEPENDENCIES_MAX, OPERATIONS_MAX, Refusal};

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const CHANGE_CHUNK: u8 = 1;
const COLUMNS_MAX: u64 = 32;
const ACTORS_MAX: u64 = 32;
const NAME_BYTES_MAX: u64 = 256;

/// Checks one whole, plain (not deflated) change chunk.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.len() > BYTES_MAX {
        return Err(Refusal::TooLarge);
    }
    let mut input = Input(bytes);
    if input.take(4)? != MAGIC {
        return Err(Refusal::Malformed);
    }
    input.take(4)?; // checksum: compared after parsing
    if input.take(1)? != [CHANGE_CHUNK] {
        return Err(Refusal::Malformed);
    }
    let length = input.unsigned()?;
    if length != input.0.len() as u64 {
        return Err(Refusal::Malformed);
    }
    check_body(input)
}

fn check_body(mut input: Input<'_>) -> Result<(), Refusal> {
    let dependencies = input.at_most(DEPENDENCIES_MAX)?;
    input.take(32 * dependencies)?;
    input.name()?; // actor
    input.unsigned()?; // seq
    // Operation numbers are 32 bits inside Automerge; near the end of them it panics on the next edit.
    input.at_most(u64::from(u32::MAX / 2))?; // start_op
    input.signed()?; // time
    input.name()?; // message
    for _ in 0..input.at_most(ACTORS_MAX)? {
        input.name()?;
    }
    let mut columns = Vec::new();
    for _ in 0..input.at_most(COLUMNS_MAX)? {
        columns.push((input.unsigned()?, input.unsigned()?));
    }
    for (specification, length) in columns {
        check_column(specification, input.take(length)?)?;
    }
    // What follows the columns is a newer version's business, and short.
    if input.0.len() as u64 > NAME_BYTES_MAX { Err(Refusal::TooLarge) } else { Ok(()) }
}

fn check_column(specification: u64, data: &[u8]) -> Result<(), Refusal> {
    const DEFLATED: u64 = 0b1000;
    if specification & DEFLATED != 0 {
        return Err(Refusal::Malformed);
    }
    let mut input = Input(data);
    let mut total = 0_u64;
    let mut add = |count: u64| {
        total = total.saturating_add(count);
        if total > OPERATIONS_MAX { Err(Refusal::TooLarge) } else { Ok(()) }
    };
    let mut reach = Reach::of_column(specification & 0b111);
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
    fn of_column(kind: u64) -> Self {
        match kind {
            0 => Self { left: OPERATIONS_MAX, of_value: |items| items },
            6 => Self { left: BYTES_MAX as u64, of_value: |length_and_type| length_and_type >> 4 },
            _ => Self { left: 0, of_value: |_| 0 },
        }
    }

    fn add(&mut self, run: u64, value: u64) -> Result<(), Refusal> {
        let announced = (self.of_value)(value).saturating_mul(run);
        self.left = self.left.checked_sub(announced).ok_or(Refusal::TooLarge)?;
        Ok(())
    }
}

struct Input<'b>(&'b [u8]);

impl<'b> Input<'b> {
    fn take(&mut self, count: u64) -> Result<&'b [u8], Refusal> {
        let count = usize::try_from(count).map_err(|_| Refusal::Malformed)?;
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Refusal::Malformed)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Refusal> {
        self.take(1).map(|byte| byte[0])
    }

    fn unsigned(&mut self) -> Result<u64, Refusal> {
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

    fn signed(&mut self) -> Result<i64, Refusal> {
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

    fn at_most(&mut self, limit: u64) -> Result<u64, Refusal> {
        let count = self.unsigned()?;
        if count > limit { Err(Refusal::TooLarge) } else { Ok(count) }
    }

    fn name(&mut self) -> Result<(), Refusal> {
        let length = self.at_most(NAME_BYTES_MAX)?;
        self.take(length).map(|_| ())
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
