//! Which number is called next.

use std::collections::BTreeSet;

use daymark_domain::{Contact, NumberMark, Reach};

use crate::api::Callee;

/// The best number that is not known to be wrong and was not tried yet. A call that does not say which number it was
/// counts as one to the best of those that are left.
pub(super) fn next(callees: &[Callee], calls: &[&Contact]) -> Option<usize> {
    let tried: BTreeSet<NumberMark> = calls.iter().filter_map(|call| call.number).collect();
    let unnamed = calls.iter().filter(|call| call.number.is_none()).count();
    let usable = |callee: &Callee| {
        let untried = |number: &String| !tried.contains(&NumberMark::of(number));
        !callee.wrong && callee.phone.as_ref().is_some_and(untried)
    };
    callees.iter().enumerate().filter(|(_, callee)| usable(callee)).nth(unnamed).map(|(place, _)| place)
}

/// Somebody was reached, or every number was tried.
pub(super) fn is_done(calls: &[&Contact], next: Option<usize>) -> bool {
    let reached = |call: &&Contact| matches!(call.reach(), Some(Reach::Student | Reach::Family));
    calls.iter().any(reached) || (!calls.is_empty() && next.is_none())
}

#[cfg(test)]
mod tests {
    use daymark_domain::{CallOutcome, ContactKind};

    use super::*;

    fn callee(phone: Option<&str>, wrong: bool) -> Callee {
        let phone = phone.map(str::to_owned);
        Callee {
            name: "Somebody".to_owned(),
            relation: None,
            language: None,
            phone,
            restriction: None,
            best_hours: None,
            interpreter: false,
            may_text: None,
            wrong,
        }
    }

    fn call(number: Option<&str>, outcome: CallOutcome) -> Contact {
        let number = number.map(NumberMark::of);
        Contact { number, ..Contact::call(ContactKind::WakeUpCall, outcome) }
    }

    #[test]
    fn the_next_best_number_is_offered_until_all_were_tried() {
        use CallOutcome::{NoAnswer, ReachedGuardian};
        let callees = [
            callee(Some("1"), true),
            callee(Some("2"), false),
            callee(None, false),
            callee(Some("3"), false),
        ];
        let cases: [(&[Contact], Option<usize>, bool); 5] = [
            (&[], Some(1), false),
            (&[call(Some("2"), NoAnswer)], Some(3), false),
            (&[call(None, NoAnswer)], Some(3), false),
            (&[call(Some("3"), NoAnswer), call(None, NoAnswer)], None, true),
            (&[call(Some("2"), ReachedGuardian)], Some(3), true),
        ];
        for (calls, expected, done) in cases {
            let calls: Vec<&Contact> = calls.iter().collect();
            let offered = next(&callees, &calls);
            assert_eq!((offered, is_done(&calls, offered)), (expected, done), "{calls:?}");
        }
        assert!(!is_done(&[], None), "without a number nothing was done: it is a repair");
    }
}
