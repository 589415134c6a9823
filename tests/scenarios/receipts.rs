//! Whose word counts: nothing leaves the outbox but on a receipt that the school's server signed.

use std::cell::RefCell;
use std::rc::Rc;

use daymark_domain::{DoorResult, MatchId};
use daymark_mentor_core::sync::{HttpApi, SyncError, run_once};
use daymark_protocol::{Acknowledged, Answered, Done, Down, Frames, LinkError, SyncApi, Up, Welcome};
use daymark_server::auth::sha256;

use crate::phone::Phone;
use crate::school::{MORNING, School};

/// What it makes of a request and its honest answer.
type Says = dyn Fn(&[u8], Vec<Down>) -> Vec<Down>;

/// Something between phone and server that says what it likes.
struct Impostor<'a> {
    http: HttpApi,
    says: &'a Says,
}

impl SyncApi for Impostor<'_> {
    async fn sync(&self, authorization: &str, frames: Vec<u8>) -> Result<Answered, LinkError> {
        let Answered { frames: answer, token } = self.http.sync(authorization, frames.clone()).await?;
        let honest: Vec<Down> = Frames::of(&answer).map(Result::unwrap).collect();
        let mut body = Vec::new();
        (self.says)(&frames, honest).iter().for_each(|frame| frame.write(&mut body));
        Ok(Answered { frames: body, token })
    }
}

/// As a captive portal might that has read our source: it names every hash that was pushed, and signs nothing.
fn all_is_well(request: &[u8], _: Vec<Down>) -> Vec<Down> {
    let last_of = |frame: Up| match frame {
        Up::Push(push) => push.changes.last().map(|rest| sha256(rest)),
        _ => None,
    };
    let hashes = Frames::<Up>::of(request).filter_map(|frame| last_of(frame.unwrap()));
    let prefixes: Vec<u8> = hashes.flat_map(|hash| hash[..8].to_vec()).collect();
    vec![
        Welcome::new([7; 8].into(), MORNING, None, None, None).into(),
        Acknowledged::new(prefixes.into()).into(),
        Done::new(1, false, None).into(),
    ]
}

fn without_receipt(_: &[u8], honest: Vec<Down>) -> Vec<Down> {
    honest.into_iter().filter(|frame| !matches!(frame, Down::Receipt(_))).collect()
}

fn with(change: impl Fn(&mut Down)) -> impl Fn(&[u8], Vec<Down>) -> Vec<Down> {
    move |_, mut honest| {
        honest.iter_mut().for_each(&change);
        honest
    }
}

async fn with_one_greeting() -> (School, Phone, MatchId) {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    phone.sync_until_done().await;
    phone.greet(match_id, school.today, DoorResult::Greeted);
    (school, phone, match_id)
}

#[tokio::test]
async fn nothing_leaves_the_outbox_without_a_receipt_that_the_schools_server_signed() {
    let (school, phone, _) = with_one_greeting().await;
    let bit = with(|frame| {
        if let Down::Receipt(receipt) = frame {
            receipt.signature[17] ^= 1;
        }
    });
    let another_number = with(|frame| {
        if let Down::Receipt(receipt) = frame {
            receipt.seq += 1;
        }
    });
    let another_moment = with(|frame| {
        if let Down::Receipt(receipt) = frame {
            receipt.at += 1;
        }
    });
    let another_log = with(|frame| {
        if let Down::Welcome(welcome) = frame {
            welcome.log_id = [7; 8].into();
        }
    });
    let nothing_held = with(|frame| {
        if let Down::Acknowledged(acknowledged) = frame {
            acknowledged.hashes = vec![0; 8].into();
        }
    });
    let lies: [(&str, &Says); 7] = [
        ("no server at all", &all_is_well),
        ("the receipt is left out", &without_receipt),
        ("a bit of the signature", &bit),
        ("another number", &another_number),
        ("another moment", &another_moment),
        ("another log", &another_log),
        ("another acknowledgement", &nothing_held),
    ];
    for (what, says) in lies {
        let impostor = Impostor { http: HttpApi::new(&school.address), says };
        let outcome = run_once(&phone.core, &impostor).await;
        assert!(matches!(outcome, Err(SyncError::NotGenuine)), "{what}: {outcome:?}");
        assert_eq!(phone.status().unsent, 1, "{what}");
    }
    phone.sync_until_done().await;
    assert_eq!((phone.status().unsent, phone.status().refused), (0, 0));
    assert_eq!(school.count("SELECT count(*) FROM door_check"), 1);
}

#[tokio::test]
async fn a_phone_from_before_receipts_gets_the_key_at_its_next_sync_and_insists_from_then_on() {
    let (school, phone, match_id) = with_one_greeting().await;
    let forget = "UPDATE phone SET server_key = NULL, certificate = NULL";
    phone.core.borrow_mut().database().execute(forget, []).unwrap();
    phone.sync_until_done().await;
    assert_eq!(phone.status().unsent, 0);
    phone.greet(match_id, school.today.minus(1), DoorResult::Late);
    let impostor = Impostor { http: HttpApi::new(&school.address), says: &all_is_well };
    assert!(matches!(run_once(&phone.core, &impostor).await, Err(SyncError::NotGenuine)));
    assert_eq!(phone.status().unsent, 1);
}

/// A server of the first version sends neither receipts nor digests; a phone that has no key of it believes it.
#[tokio::test]
async fn a_server_that_signs_nothing_is_believed_until_a_key_is_known() {
    let (school, phone, _) = with_one_greeting().await;
    phone.core.borrow_mut().database().execute("UPDATE phone SET server_key = NULL", []).unwrap();
    let first_version = |_: &[u8], honest: Vec<Down>| {
        let known = honest.into_iter().filter(|frame| !matches!(frame, Down::Receipt(_)));
        let older = |frame: Down| match frame {
            Down::Welcome(welcome) => {
                Welcome::new(welcome.log_id, welcome.unix_seconds, None, None, None).into()
            }
            Down::Done(done) => Done::new(done.cursor, done.more, None).into(),
            other => other,
        };
        known.map(older).collect()
    };
    let impostor = Impostor { http: HttpApi::new(&school.address), says: &first_version };
    run_once(&phone.core, &impostor).await.unwrap();
    assert_eq!(phone.status().unsent, 0);
}

/// An answer that was underway for long comes after the student has left the phone.
#[tokio::test]
async fn a_late_answer_brings_back_no_student_who_has_left_the_phone() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = Phone::paired(&school, mentor).await;
    let answers = Rc::new(RefCell::new(Vec::new()));
    let kept = answers.clone();
    let keeping = move |_: &[u8], honest: Vec<Down>| {
        kept.borrow_mut().push(honest.clone());
        honest
    };
    let http = || HttpApi::new(&school.address);
    run_once(&phone.core, &Impostor { http: http(), says: &keeping }).await.unwrap();
    assert_eq!(phone.caseload().len(), 1);
    school.end_match(match_id).await;
    phone.sync_until_done().await;
    let then = phone.everything_stored();

    let first = answers.borrow()[0].clone();
    let late = move |_: &[u8], _: Vec<Down>| first.clone();
    let outcome = run_once(&phone.core, &Impostor { http: http(), says: &late }).await;
    assert!(matches!(outcome, Err(SyncError::Late)), "{outcome:?}");
    assert!(phone.caseload().is_empty());
    assert_eq!(phone.everything_stored(), then, "nothing of it was taken");
    phone.sync_until_done().await;
    assert!(phone.caseload().is_empty());
}
