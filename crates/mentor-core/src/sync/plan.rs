//! What the next request carries: a pure function of the outbox and the cursor.

use daymark_documents::without_preamble;
use daymark_domain::MatchId;
use daymark_protocol::{Hello, Push, Up, limits};

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its frames.
    pub frames: Vec<u8>,
    /// The match of each push, in their order: the answer acknowledges by place.
    pub pushed: Vec<MatchId>,
    /// The outbox holds more than fits; ask again at once.
    pub more_to_send: bool,
}

/// Puts as much of the outbox into one request as the limits allow, match by match, in the order of writing.
pub fn plan(hello: Hello, unsent: &[(MatchId, Vec<u8>)]) -> Batch {
    let mut frames = Vec::new();
    Up::from(hello).write(&mut frames);
    let fits = fitting(unsent);
    let mut pushed = Vec::new();
    for of_match in unsent[..fits].chunk_by(|(one, _), (other, _)| one == other) {
        pushed.push(of_match[0].0);
        let changes = of_match.iter().map(|(_, bytes)| without_preamble(bytes).to_vec().into()).collect();
        Up::from(Push::new((*of_match[0].0.as_bytes()).into(), changes)).write(&mut frames);
    }
    Batch { frames, pushed, more_to_send: fits < unsent.len() }
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
    use daymark_protocol::Frames;

    fn unsent(sizes: &[(u8, usize)]) -> Vec<(MatchId, Vec<u8>)> {
        sizes.iter().map(|&(n, size)| (MatchId::from_bytes([n; 16]), vec![n; size])).collect()
    }

    fn pushes(batch: &Batch) -> Vec<(u8, usize)> {
        Frames::<Up>::of(&batch.frames)
            .filter_map(|frame| match frame.unwrap() {
                Up::Push(push) => Some((push.match_id[0], push.changes.len())),
                Up::Hello(_) => None,
            })
            .collect()
    }

    #[test]
    fn changes_go_match_by_match() {
        let batch = plan(Hello::default(), &unsent(&[(1, 10), (1, 10), (2, 10)]));
        assert_eq!((pushes(&batch), batch.more_to_send), (vec![(1, 2), (2, 1)], false));
    }

    #[test]
    fn a_full_request_leaves_the_rest_for_the_next() {
        let batch = plan(Hello::default(), &unsent(&[(1, 40_000), (2, 40_000), (3, 10)]));
        assert_eq!((pushes(&batch), batch.more_to_send), (vec![(1, 1)], true));
    }

    #[test]
    fn one_change_over_the_limit_is_still_sent_alone() {
        let batch = plan(Hello::default(), &unsent(&[(1, 70_000), (2, 10)]));
        assert_eq!((pushes(&batch), batch.more_to_send), (vec![(1, 1)], true));
    }
}
