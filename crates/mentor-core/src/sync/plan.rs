//! What the next request carries: a pure function of the outbox and the cursor.

use daymark_documents::{dependencies, hash_of, without_preamble};
use daymark_domain::MatchId;
use daymark_protocol::{Hello, Kin, Push, Standing, Up, limits};

use super::receipt::Pushed;

/// What a request says before it hands anything in.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// Where this phone stands.
    pub hello: Hello,
    /// Phones whose changes are here and of which the server may not know; told only to hand something in.
    pub kin: Vec<Kin>,
    /// How each record stands, when the two sides may differ.
    pub standing: Option<Standing>,
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its frames.
    pub frames: Vec<u8>,
    /// What each push carries, in their order: the answer acknowledges by place.
    pub pushed: Vec<Pushed>,
    /// The outbox holds more than fits; ask again at once.
    pub more_to_send: bool,
}

/// Puts as much of the outbox into one request as the limits allow, match by match, in the order of writing.
pub fn plan(opening: Opening, unsent: &[(MatchId, Vec<u8>)]) -> Batch {
    let mut frames = Vec::new();
    Up::from(opening.hello).write(&mut frames);
    let fits = fitting(unsent);
    let kin = opening.kin.into_iter().take(limits::KIN_MAX).filter(|_| fits > 0);
    kin.for_each(|kin| Up::from(kin).write(&mut frames));
    if let Some(standing) = opening.standing {
        Up::from(standing).write(&mut frames);
    }
    let mut pushed = Vec::new();
    for of_match in unsent[..fits].chunk_by(|one, other| one.0 == other.0 && builds_upon(&other.1, &one.1)) {
        let bytes: Vec<&[u8]> = of_match.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        pushed.push(Pushed::of(of_match[0].0, &bytes));
        let changes = of_match.iter().map(|(_, bytes)| without_preamble(bytes).to_vec().into()).collect();
        Up::from(Push::new((*of_match[0].0.as_bytes()).into(), changes)).write(&mut frames);
    }
    Batch { frames, pushed, more_to_send: fits < unsent.len() }
}

/// Whether one acknowledgement covers both: the later change depends on the earlier. Own changes always do; what several
/// phones wrote and the school lost comes in branches, each a push of its own.
fn builds_upon(later: &[u8], earlier: &[u8]) -> bool {
    let dependencies = dependencies(later);
    dependencies.is_empty() || dependencies.contains(&hash_of(earlier))
}

/// How many changes fit. The first always does: one that were too large alone would block the rest for ever.
fn fitting(unsent: &[(MatchId, Vec<u8>)]) -> usize {
    let mut bytes = 0;
    let within = |(_, change): &&(MatchId, Vec<u8>)| {
        bytes += change.len();
        bytes <= limits::PUSH_BYTES_MAX
    };
    let fits = unsent.iter().take(limits::CHANGES_MAX).take_while(within).count();
    fits.max(1).min(unsent.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use daymark_documents::{MatchRecord, Writer};
    use daymark_domain::{CalendarMark, DeviceTag, SchoolDay};
    use daymark_protocol::Frames;

    fn unsent(sizes: &[(u8, usize)]) -> Vec<(MatchId, Vec<u8>)> {
        sizes.iter().map(|&(n, size)| (MatchId::from_bytes([n; 16]), vec![n; size])).collect()
    }

    #[test]
    fn branches_that_one_acknowledgement_does_not_cover_go_as_pushes_of_their_own() {
        let day = |n: i32| SchoolDay::from_number(20_000 + n).unwrap();
        let write = |record: &mut MatchRecord, serial: u32, n: i32| {
            let writer = Writer::of_device(&[1; 16], &DeviceTag::from_serial(serial), serial);
            record.mark_day(&writer, day(n), CalendarMark::Present).unwrap().unwrap().bytes
        };
        let (mut one, mut other) = (MatchRecord::new().unwrap(), MatchRecord::new().unwrap());
        let changes = [write(&mut one, 1, 1), write(&mut one, 1, 2), write(&mut other, 2, 3)];
        let waiting = changes.map(|bytes| (MatchId::from_bytes([1; 16]), bytes));
        assert_eq!(pushes(&plan(Opening::default(), &waiting)), [(1, 2), (1, 1)]);
    }

    #[test]
    fn other_phones_are_vouched_for_only_to_hand_something_in() {
        let kin = vec![Kin::new([1; 16].into(), "a".to_owned(), [2; 64].into())];
        let opening = Opening { kin, ..Opening::default() };
        let vouched = |batch: &Batch| {
            Frames::<Up>::of(&batch.frames).filter(|frame| matches!(frame, Ok(Up::Kin(_)))).count()
        };
        assert_eq!(vouched(&plan(opening.clone(), &[])), 0);
        assert_eq!(vouched(&plan(opening, &unsent(&[(1, 10)]))), 1);
    }

    fn pushes(batch: &Batch) -> Vec<(u8, usize)> {
        Frames::<Up>::of(&batch.frames)
            .filter_map(|frame| match frame.unwrap() {
                Up::Push(push) => Some((push.match_id[0], push.changes.len())),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn changes_go_match_by_match() {
        let batch = plan(Opening::default(), &unsent(&[(1, 10), (1, 10), (2, 10)]));
        assert_eq!((pushes(&batch), batch.more_to_send), (vec![(1, 2), (2, 1)], false));
    }

    #[test]
    fn a_full_request_leaves_the_rest_for_the_next() {
        let batch = plan(Opening::default(), &unsent(&[(1, 40_000), (2, 40_000), (3, 10)]));
        assert_eq!((pushes(&batch), batch.more_to_send), (vec![(1, 1)], true));
    }

    #[test]
    fn one_change_over_the_limit_is_still_sent_alone() {
        let batch = plan(Opening::default(), &unsent(&[(1, 70_000), (2, 10)]));
        assert_eq!((pushes(&batch), batch.more_to_send), (vec![(1, 1)], true));
    }
}
