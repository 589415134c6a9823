//! The phone's lock on a real folder: chosen, opened, tried out, killed in between, run out, destroyed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::lock::lease::{self, TERM_OF_A_WINDOW};
use crate::lock::{FileSecret, TRIES};
use crate::open::Folder;
use crate::storage::phone;
use crate::tests::a_phone;

const MORNING: i64 = 1_760_445_720;
const DAY: i64 = 24 * 60 * 60;
const RIGHT: &str = "481516";
const WRONG: &str = "234200";

/// A phone's folder with the clocks in the test's hand. Opening it again is what a kill leaves behind: nothing is written
/// when it is dropped.
struct Device {
    folder: TempDir,
    wall: Rc<Cell<i64>>,
    ticks: Rc<Cell<u64>>,
}

impl Device {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder, wall: Rc::new(Cell::new(MORNING)), ticks: Rc::default() }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    async fn open(&self) -> Keeper {
        let (wall, ticks) = (self.wall.clone(), self.ticks.clone());
        let platform = Platform {
            name: "desktop",
            place: Box::new(Folder::at(self.path())),
            install: None,
            secret: Rc::new(FileSecret::in_folder(self.path())),
            effort: Effort::HardlyAny,
            clock: Rc::new(move || wall.get()),
            ticks: Rc::new(move || Duration::from_secs(ticks.get())),
            term: TERM_OF_A_WINDOW,
            sleep: Rc::new(|_| Box::pin(tokio::task::yield_now())),
        };
        let keeper = Keeper::new(platform, |_| {}).unwrap();
        keeper.begin().await.unwrap();
        keeper
    }

    /// Paired, as the server's answer would leave it.
    async fn paired(&self) -> Keeper {
        let keeper = self.open().await;
        let refused = Request::Pair {
            server: "http://127.0.0.1:1".to_owned(),
            code: String::new(),
            language: "en".to_owned(),
        };
        assert!(keeper.answer(refused).await.is_err());
        keeper.change(|tx| Ok(phone::set(tx, &a_phone(), &[1; 32])?));
        keeper.look_at_the_pairing();
        keeper
    }

    async fn with_pin(&self) -> Keeper {
        let keeper = self.paired().await;
        assert_eq!(keeper.asked(set_pin(RIGHT)).await, Access::Open);
        keeper
    }

    /// All bytes of all files.
    fn bytes(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self.path()).unwrap().flatten();
        files.flat_map(|file| std::fs::read(file.path()).unwrap_or_default()).collect()
    }

    fn holds(&self, what: &[u8]) -> bool {
        self.bytes().windows(what.len()).any(|window| window == what)
    }
}

impl Keeper {
    async fn asked(&self, request: Request) -> Access {
        match self.answer(request).await.unwrap() {
            Reply::Access(access) => access,
            other => panic!("{other:?}"),
        }
    }

    async fn tries(&self, pin: &str) -> u8 {
        match self.answer(unlock(pin)).await.unwrap() {
            Reply::WrongPin { tries_left } => tries_left,
            other => panic!("{other:?}"),
        }
    }

    async fn is_closed(&self) -> bool {
        let views = [Request::Today, Request::Caseload, Request::Door { day: None }, Request::SetAside];
        for view in views {
            if self.answer(view).await != Err(Failure::Locked) {
                return false;
            }
        }
        true
    }

    fn change(
        &self,
        work: impl FnOnce(&daymark_sqlite::rusqlite::Transaction<'_>) -> Result<(), crate::storage::StorageError>,
    ) {
        let (host, _) = self.session().unwrap();
        host.core.borrow_mut().change(work).unwrap();
    }

    fn key(&self) -> [u8; 32] {
        self.0.session.borrow().as_ref().unwrap().key.as_ref().unwrap().0
    }
}

fn set_pin(pin: &str) -> Request {
    Request::SetPin { pin: Pin::typed(pin) }
}

fn unlock(pin: &str) -> Request {
    Request::Unlock { pin: Pin::typed(pin) }
}

fn change_pin(old: &str, new: &str) -> Request {
    Request::ChangePin { old: Pin::typed(old), new: Pin::typed(new) }
}

#[tokio::test]
async fn a_paired_phone_answers_nothing_before_a_pin_was_chosen() {
    let device = Device::new();
    assert_eq!(device.open().await.access(), Access::NotPaired);
    let keeper = device.paired().await;
    assert_eq!(keeper.access(), Access::PinWanted);
    assert!(keeper.is_closed().await);
    let key = keeper.key();
    assert!(matches!(keeper.answer(set_pin("123456")).await, Err(Failure::Invalid(_))));
    drop(keeper);

    // Killed before it was chosen: the pairing is there, and nothing else is asked for.
    let keeper = device.open().await;
    assert_eq!(keeper.access(), Access::PinWanted);
    assert_eq!(keeper.asked(set_pin(RIGHT)).await, Access::Open);
    assert!(matches!(keeper.answer(Request::Caseload).await, Ok(Reply::Caseload(_))));
    drop(keeper);
    assert!(!device.holds(&key), "the key lies in a file");
    assert!(!device.holds(b"Ana"), "a name lies in a file");
}

#[tokio::test]
async fn the_pin_opens_a_phone_that_was_locked_and_one_that_was_closed() {
    let device = Device::new();
    let keeper = device.with_pin().await;
    assert_eq!(keeper.asked(Request::Lock).await, Access::Locked { tries_left: TRIES });
    assert!(keeper.is_closed().await && keeper.session().is_none());
    assert_eq!(keeper.tries(WRONG).await, 9);
    assert_eq!(keeper.asked(unlock(RIGHT)).await, Access::Open);
    drop(keeper);
    let keeper = device.open().await;
    assert_eq!(keeper.access(), Access::Locked { tries_left: TRIES }, "a right PIN gives all tries back");
    assert!(keeper.is_closed().await);
    assert_eq!(keeper.asked(unlock("12")).await, Access::Locked { tries_left: TRIES }, "no PIN is no try");
    assert_eq!(keeper.asked(unlock(RIGHT)).await, Access::Open);
    assert!(matches!(keeper.answer(Request::Today).await, Ok(Reply::Today(_))));
}

#[tokio::test]
async fn ten_wrong_pins_destroy_the_key_whatever_is_killed_in_between() {
    let device = Device::new();
    drop(device.with_pin().await);
    for left in (1..TRIES).rev() {
        let keeper = device.open().await;
        assert_eq!(keeper.access(), Access::Locked { tries_left: left + 1 });
        assert_eq!(keeper.tries(WRONG).await, left);
    }
    let keeper = device.open().await;
    let destroyed = Access::Destroyed { why: Why::WrongPins };
    assert_eq!(keeper.asked(unlock(WRONG)).await, destroyed);
    assert_eq!(keeper.asked(unlock(RIGHT)).await, destroyed, "the right PIN opens nothing any more");
    drop(keeper);
    assert_eq!(device.open().await.access(), destroyed);
    let left: Vec<_> =
        std::fs::read_dir(device.path()).unwrap().flatten().map(|file| file.file_name()).collect();
    assert!(left.iter().all(|name| name.to_string_lossy().starts_with("pin.sqlite")), "{left:?}");

    // It can be paired again, as a new phone.
    let keeper = device.with_pin().await;
    assert_eq!(keeper.access(), Access::Open);
}

#[tokio::test]
async fn of_a_locked_phone_no_file_holds_a_name_the_key_or_the_pin() {
    let device = Device::new();
    let keeper = device.paired().await;
    let key = keeper.key();
    assert_eq!(keeper.asked(set_pin(RIGHT)).await, Access::Open);
    keeper.change(|tx| Ok(tx.execute("UPDATE phone SET mentor = 'Kanarienvogel'", []).map(|_| ())?));
    let (host, _) = keeper.session().unwrap();
    assert!(
        matches!(host.core.borrow().status(), Ok(status) if status.mentor.as_deref() == Some("Kanarienvogel"))
    );
    drop(host);
    let is_sealed =
        || !["Kanarienvogel", RIGHT].iter().any(|word| device.holds(word.as_bytes())) && !device.holds(&key);
    assert!(is_sealed(), "while it is open");
    assert_eq!(keeper.asked(Request::Lock).await, Access::Locked { tries_left: TRIES });
    assert!(is_sealed(), "once it is locked");
    drop(keeper);
    assert!(is_sealed(), "once it is closed");
}

#[tokio::test]
async fn after_ten_wrong_pins_no_file_holds_the_devices_secret_or_the_sealed_key() {
    let device = Device::new();
    drop(device.with_pin().await);
    let secret = std::fs::read(device.path().join("device-secret")).unwrap();
    let sealed: Vec<u8> = {
        let db = daymark_sqlite::rusqlite::Connection::open(device.path().join("pin.sqlite")).unwrap();
        db.query_row("SELECT sealed FROM lock", [], |row| row.get(0)).unwrap()
    };
    assert!(device.holds(&secret) && device.holds(&sealed), "nothing to destroy");
    let keeper = device.open().await;
    for left in (1..TRIES).rev() {
        assert_eq!(keeper.tries(WRONG).await, left);
    }
    assert_eq!(keeper.asked(unlock(WRONG)).await, Access::Destroyed { why: Why::WrongPins });
    assert!(!device.holds(&secret) && !device.holds(&sealed), "still running");
    drop(keeper);
    assert!(!device.holds(&secret) && !device.holds(&sealed), "once it is closed");
}

#[tokio::test]
async fn a_try_counts_before_it_is_looked_at() {
    let device = Device::new();
    drop(device.with_pin().await);
    let keeper = device.open().await;
    // Killed while the PIN is being looked at: the future is never asked again.
    let store = keeper.vault();
    drop(keeper.answer(unlock(RIGHT)));
    assert_eq!(store.kept().unwrap(), Kept::BehindPin { tries_left: TRIES }, "nothing has begun yet");
    let secret = device.path().join("device-secret");
    let away = device.path().join("away");
    std::fs::rename(&secret, &away).unwrap();
    std::fs::create_dir(&secret).unwrap();
    assert!(keeper.answer(unlock(RIGHT)).await.is_err(), "the secret cannot be read");
    std::fs::remove_dir(&secret).unwrap();
    std::fs::rename(away, secret).unwrap();
    drop((keeper, store));
    let keeper = device.open().await;
    assert_eq!(keeper.access(), Access::Locked { tries_left: TRIES - 1 });
    assert_eq!(keeper.asked(unlock(RIGHT)).await, Access::Open);
}

#[tokio::test]
async fn another_pin_takes_the_place_of_the_one_that_is_known() {
    let device = Device::new();
    let keeper = device.with_pin().await;
    let changed = keeper.answer(change_pin(WRONG, "906090")).await.unwrap();
    assert_eq!(changed, Reply::WrongPin { tries_left: 9 });
    assert!(matches!(keeper.answer(change_pin(RIGHT, "111111")).await, Err(Failure::Invalid(_))));
    assert_eq!(keeper.asked(change_pin(RIGHT, "906091")).await, Access::Open);
    drop(keeper);
    let keeper = device.open().await;
    assert_eq!(keeper.tries(RIGHT).await, 9);
    assert_eq!(keeper.asked(unlock("906091")).await, Access::Open);
}

#[tokio::test]
async fn what_was_sealed_opens_only_as_it_was_and_on_this_device() {
    let device = Device::new();
    drop(device.with_pin().await);
    let altered = |sql: &str| {
        let db = daymark_sqlite::rusqlite::Connection::open(device.path().join("pin.sqlite")).unwrap();
        db.execute(sql, []).unwrap();
    };
    // One byte goes from one end to the other, and back.
    let turned = |column: &str, at: usize| {
        altered(&format!(
            "UPDATE lock SET {column} = CAST(substr({column}, {at}) || substr({column}, 1, {}) AS BLOB)",
            at - 1
        ));
    };
    for (number, (column, length)) in (1u8..).zip([("sealed", 48), ("nonce", 24), ("salt", 16)]) {
        turned(column, 2);
        assert_eq!(device.open().await.tries(RIGHT).await, TRIES - number, "{column}");
        turned(column, length);
    }
    altered("UPDATE lock SET passes = passes + 1");
    assert_eq!(device.open().await.tries(RIGHT).await, TRIES - 4, "another cost");
    altered("UPDATE lock SET passes = passes - 1");
    let secret = device.path().join("device-secret");
    let ours = std::fs::read(&secret).unwrap();
    std::fs::write(&secret, [7; 32]).unwrap();
    assert_eq!(device.open().await.tries(RIGHT).await, TRIES - 5, "another device's secret opens it");
    std::fs::write(&secret, ours).unwrap();
    assert_eq!(device.open().await.asked(unlock(RIGHT)).await, Access::Open);
}

#[tokio::test]
async fn a_phone_from_before_the_lock_is_asked_for_a_pin_and_its_plain_key_is_gone() {
    let device = Device::new();
    let key = DatabaseKey([0x5a; 32]);
    let clock: Clock = Rc::new(|| MORNING);
    let mut core = open::open(&mut Folder::at(device.path()), &key, None, clock).unwrap();
    core.change(|tx| Ok(phone::set(tx, &a_phone(), &[1; 32])?)).unwrap();
    drop(core);
    std::fs::write(device.path().join("key"), key.0).unwrap();

    for _ in 0..2 {
        let phone = crate::native::Phone::open_for_a_test(device.path().to_owned()).unwrap();
        assert_eq!(phone.access_when_opened(), Access::PinWanted);
        assert_eq!(phone.ask(Request::Today).await, Err(Failure::Locked));
        assert!(!device.path().join("key").exists());
        closed(device.path(), phone);
    }
    let phone = crate::native::Phone::open_for_a_test(device.path().to_owned()).unwrap();
    assert_eq!(phone.ask(set_pin(RIGHT)).await, Ok(Reply::Access(Access::Open)));
    let Ok(Reply::Status(status)) = phone.ask(Request::Status).await else { panic!("no status") };
    assert_eq!(status.mentor.as_deref(), Some("Ana"));
    closed(device.path(), phone);
    assert!(!device.holds(&key.0), "the key lies in a file");
}

/// Waits until the thread has let go of the folder.
fn closed(folder: &Path, phone: crate::native::Phone) {
    drop(phone);
    let lock = std::fs::File::open(folder.join("lock")).unwrap();
    lock.lock().unwrap();
}

#[tokio::test]
async fn a_lock_cuts_what_is_under_way_and_closes_the_files() {
    let device = Device::new();
    let keeper = device.with_pin().await;
    let local = tokio::task::LocalSet::new();
    let story = async {
        tokio::task::spawn_local(keeper.clone().run_in_background());
        let syncing = tokio::task::spawn_local({
            let keeper = keeper.clone();
            async move { keeper.answer(Request::Sync).await }
        });
        tokio::task::yield_now().await;
        assert_eq!(keeper.asked(Request::Lock).await, Access::Locked { tries_left: TRIES });
        let cut = syncing.await.unwrap();
        assert!(matches!(cut, Ok(Reply::Status(_)) | Err(Failure::Locked)), "{cut:?}");
        assert_eq!(keeper.asked(unlock(RIGHT)).await, Access::Open);
        assert!(matches!(keeper.answer(Request::Today).await, Ok(Reply::Today(_))));
    };
    local.run_until(story).await;
}

#[tokio::test]
async fn a_phone_that_keeps_nothing_is_locked_and_opened_in_memory() {
    let device = Device::new();
    let keeper = device.open().await;
    assert_eq!(keeper.asked(Request::UseOnce).await, Access::NotPaired);
    let refused = Request::Pair {
        server: "http://127.0.0.1:1".to_owned(),
        code: String::new(),
        language: "en".to_owned(),
    };
    assert!(keeper.answer(refused).await.is_err());
    keeper.change(|tx| Ok(phone::set(tx, &a_phone(), &[1; 32])?));
    keeper.look_at_the_pairing();
    assert_eq!(keeper.asked(set_pin(RIGHT)).await, Access::Open);
    assert_eq!(keeper.asked(Request::Lock).await, Access::Locked { tries_left: TRIES });
    assert!(keeper.is_closed().await);
    assert_eq!(keeper.asked(unlock(RIGHT)).await, Access::Open);
    drop(keeper);
    assert_eq!(device.open().await.access(), Access::NotPaired);
    assert!(!device.path().join("daymark.sqlite").exists());
}

#[tokio::test]
async fn past_its_lease_nothing_answers_by_whichever_clock_and_a_new_one_opens_it() {
    let device = Device::new();
    let keeper = device.with_pin().await;
    keeper.change(|tx| Ok(lease::keep(tx, (MORNING + 3 * DAY, MORNING), false, MORNING).map(drop)?));
    device.wall.set(MORNING + 3 * DAY);
    assert!(!keeper.is_closed().await, "its last moment counts");
    device.wall.set(MORNING + 3 * DAY + 1);
    assert!(keeper.is_closed().await);
    assert_eq!(keeper.access(), Access::LeaseOver);
    assert!(matches!(keeper.answer(Request::Status).await, Ok(Reply::Status(_))), "what waits is counted");

    device.wall.set(MORNING - 400 * DAY);
    assert!(keeper.is_closed().await, "a clock that is set back opens it");
    drop(keeper);
    let keeper = device.open().await;
    assert_eq!(keeper.asked(unlock(RIGHT)).await, Access::LeaseOver, "so does a restart");

    let later = MORNING + 4 * DAY;
    keeper.change(|tx| Ok(lease::keep(tx, (later, MORNING - 1), false, MORNING).map(drop)?));
    assert!(keeper.is_closed().await, "an older word counts");
    keeper.change(|tx| Ok(lease::keep(tx, (later + DAY, later), false, later).map(drop)?));
    assert!(!keeper.is_closed().await);
    assert_eq!(keeper.access(), Access::Open);
}

#[tokio::test]
async fn a_clock_that_stands_still_does_not_hold_the_lease_up() {
    let device = Device::new();
    let keeper = device.with_pin().await;
    keeper.change(|tx| Ok(lease::keep(tx, (MORNING + 3 * DAY, MORNING), false, MORNING).map(drop)?));
    assert!(!keeper.is_closed().await);
    device.ticks.set(3 * DAY as u64 + 1);
    assert!(keeper.is_closed().await);
    // And what went by stays gone by when it is opened again.
    device.ticks.set(0);
    drop(keeper);
    let keeper = device.open().await;
    assert_eq!(keeper.asked(unlock(RIGHT)).await, Access::LeaseOver);
}

#[tokio::test]
async fn what_the_school_said_of_a_clock_that_runs_ahead_outlives_a_restart() {
    let device = Device::new();
    let keeper = device.with_pin().await;
    device.wall.set(MORNING + 400 * DAY);
    assert!(keeper.is_closed().await);
    keeper.change(|tx| {
        Ok(lease::keep(tx, (MORNING + 3 * DAY, MORNING + 1), false, MORNING + 400 * DAY).map(drop)?)
    });
    assert!(!keeper.is_closed().await);
    drop(keeper);
    device.wall.set(MORNING + 402 * DAY);
    let keeper = device.open().await;
    assert_eq!(keeper.asked(unlock(RIGHT)).await, Access::Open);
    device.wall.set(MORNING + 403 * DAY);
    assert!(keeper.is_closed().await);
}

#[tokio::test]
async fn without_signed_leases_each_contact_gives_a_term() {
    let device = Device::new();
    let keeper = device.with_pin().await;
    assert!(!keeper.is_closed().await);
    device.wall.set(MORNING + 10 * DAY);
    keeper.session().unwrap().0.core.borrow_mut().heard_from_the_server(MORNING + 10 * DAY);
    device.wall.set(MORNING + 23 * DAY);
    assert!(!keeper.is_closed().await);
    device.wall.set(MORNING + 24 * DAY + 60);
    assert!(keeper.is_closed().await);
    // The clock had run ahead by a year: the server says what time it is.
    device.wall.set(MORNING + 375 * DAY);
    assert!(keeper.is_closed().await);
    device.wall.set(MORNING + 11 * DAY);
    keeper.session().unwrap().0.core.borrow_mut().heard_from_the_server(MORNING + 11 * DAY);
    assert!(!keeper.is_closed().await);
}

#[tokio::test]
async fn the_schools_word_destroys_everything_and_says_what_is_left() {
    let device = Device::new();
    let keeper = device.with_pin().await;
    std::fs::write(device.path().join("daymark.damaged-17"), b"what was set aside").unwrap();
    std::fs::write(device.path().join("key"), [3; 32]).unwrap();
    let local = tokio::task::LocalSet::new();
    let story = async {
        tokio::task::spawn_local(keeper.clone().run_in_background());
        keeper.session().unwrap().0.core.borrow_mut().to_be_destroyed = true;
        keeper.look_at_the_lease();
        while keeper.access() == Access::Open {
            tokio::task::yield_now().await;
        }
        assert_eq!(keeper.access(), Access::Destroyed { why: Why::School });
    };
    local.run_until(story).await;
    let left: Vec<_> =
        std::fs::read_dir(device.path()).unwrap().flatten().map(|file| file.file_name()).collect();
    assert!(left.iter().all(|name| name.to_string_lossy().starts_with("pin.sqlite")), "{left:?}");
}
