//! A data folder with a few mentors, their students and phones, made through the store; then the server's own program
//! over it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use daymark_documents::{Writer, without_preamble};
use daymark_domain::{DeviceId, DeviceTag, MatchId, MentorId, SchoolDay, SchoolId, StudentId, UserId};
use daymark_protocol::{Down, Frames, Hello, Push, Up};
use daymark_server::auth::sha256;
use daymark_server::service::clearing::clear_mentor;
use daymark_server::store::accounts::{AccountStore, NewAccount, Role};
use daymark_server::store::matches::{MatchStore, NewMatch};
use daymark_server::store::mentors::{MentorStore, NewMentor};
use daymark_server::store::pairing::{NewAccess, NewDevice, NewInvite, PairingStore};
use daymark_server::store::sqlite::SqliteStore;
use daymark_sqlite::rusqlite::params;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub struct School {
    pub folder: TempDir,
    pub store: SqliteStore,
    pub matches: Vec<MatchId>,
    pub phones: Vec<Phone>,
}

/// A phone without a screen.
#[derive(Clone)]
pub struct Phone {
    pub writer: Writer,
    token: [u8; 32],
}

impl School {
    /// So many matches and phones, dealt out to so many mentors in turn; the n-th phone's id is all n + 7.
    pub async fn of(mentors: usize, matches: usize, phones: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).unwrap();
        let at = daymark_server::Clock::system().now();
        let (school, by) = (SchoolId::random(), UserId::random());
        let mentors: Vec<MentorId> = (0..mentors).map(|_| MentorId::random()).collect();
        let students: Vec<StudentId> = (0..matches).map(|_| StudentId::random()).collect();
        let today = SchoolDay(chrono::DateTime::from_timestamp(at, 0).unwrap().date_naive()).minus(2);
        rows(&store, school, &students, today);
        let (login, name, password_hash) = ("kim".to_owned(), "Kim".to_owned(), String::new());
        let account =
            NewAccount { id: by, school_id: school, login, name, role: Role::Coordinator, password_hash, at };
        store.add_account(account).await.unwrap();
        for mentor in &mentors {
            let new = NewMentor { id: *mentor, school_id: school, name: "Ana Ruiz".to_owned(), at };
            store.add_mentor(new).await.unwrap();
            clear_mentor(&store, (school, *mentor, "Ana Ruiz"), by, today, at).await.unwrap();
        }
        let mut found = Self { folder, store, matches: Vec::new(), phones: Vec::new() };
        for (student_id, mentor_id) in students.into_iter().zip(mentors.iter().copied().cycle()) {
            let id = MatchId::random();
            let new = NewMatch {
                id,
                school_id: school,
                student_id,
                mentor_id,
                start_day: today,
                wake_up_calls: true,
                rationale: None,
                by,
                at,
            };
            found.store.add_match(new).await.unwrap();
            found.matches.push(id);
        }
        for (nth, mentor) in (0..phones).zip(mentors.iter().copied().cycle()) {
            found.pair(nth, (school, mentor, by), at).await;
        }
        found
    }

    async fn pair(&mut self, nth: usize, (school_id, mentor_id, by): (SchoolId, MentorId, UserId), at: i64) {
        let mut token = [0; 32];
        token[..8].copy_from_slice(&(nth as u64 + 1).to_be_bytes());
        let code_hash = sha256(&token);
        let expires_at = at + 600;
        let invite = NewInvite { code_hash, school_id, mentor_id, by, at, expires_at };
        assert!(self.store.add_invite(invite).await.unwrap());
        let mut id = [7; 16];
        id[8..].iter_mut().zip((nth as u64).to_be_bytes()).for_each(|(byte, more)| *byte += more);
        let device = NewDevice {
            code_hash,
            id: DeviceId::from_bytes(id),
            public_key: [0; 32],
            platform: "web".to_owned(),
            app_version: "0".to_owned(),
            by,
            at,
        };
        let device_id = device.id;
        let paired = self.store.pair_device(device).await.unwrap().unwrap();
        // Good for as long as the test may run.
        let access = NewAccess { token_hash: sha256(&token), device_id, at, expires_at: i64::MAX };
        assert!(self.store.begin_access(access).await.unwrap());
        assert_eq!(paired.tag, DeviceTag::from_serial(u32::try_from(nth).unwrap() + 1));
        self.phones.push(Phone { writer: Writer::of_device(&id, &paired.tag, 0), token });
    }

    /// One number.
    pub fn count(&self, sql: &str) -> i64 {
        self.store.read_blocking(|db| Ok(db.query_row(sql, [], |row| row.get(0))?)).unwrap()
    }
}

fn rows(store: &SqliteStore, school: SchoolId, students: &[StudentId], entry: SchoolDay) {
    store
        .write_blocking(|tx| {
            let sql = "INSERT INTO school (id, sis_id, name, time_zone, log_id) VALUES (?1, 's', 'Lincoln', 'America/Chicago', x'0102030405060708')";
            tx.execute(sql, params![school.as_bytes()])?;
            for (nth, student) in students.iter().enumerate() {
                let sql = "INSERT INTO student (id, sis_id, given_name, family_name, grade, seq) VALUES (?1, ?2, 'Maya', 'Diaz', '7', 0)";
                tx.execute(sql, params![student.as_bytes(), nth.to_string()])?;
                let sql = "INSERT INTO enrollment (student_id, school_id, entry_day, seq) VALUES (?1, ?2, ?3, 0)";
                tx.execute(sql, params![student.as_bytes(), school.as_bytes(), entry.number()])?;
            }
            Ok(())
        })
        .unwrap();
}

/// The program, and where it listens.
pub struct Server {
    process: Child,
    pub address: String,
}

impl Server {
    pub fn over(data: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_daymark-server"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .env("RUST_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let address = said.trim().rsplit("//").next().unwrap().to_owned();
        Self { process, address }
    }

    pub fn is_running(&mut self) -> bool {
        self.process.try_wait().unwrap().is_none()
    }

    /// The most memory that the server itself ever held, in MiB.
    pub fn most_memory_mib(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1_024
    }

    /// As a power cut does.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One answer: its status and its frames.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub frames: Vec<Down>,
}

impl Phone {
    /// Sends changes of some matches from a cursor; an error when the server is gone.
    pub async fn sync(
        &self,
        server: &str,
        cursor: u64,
        pushes: &[(MatchId, Vec<Vec<u8>>)],
    ) -> std::io::Result<Answer> {
        let mut body = Vec::new();
        Up::from(Hello::new(cursor, None, 0)).write(&mut body);
        for (match_id, changes) in pushes {
            let changes = changes.iter().map(|bytes| without_preamble(bytes).to_vec().into()).collect();
            Up::from(Push::new((*match_id.as_bytes()).into(), changes)).write(&mut body);
        }
        let token: String = self.token.iter().map(|byte| format!("{byte:02x}")).collect();
        let head = format!(
            "POST /v1/sync HTTP/1.1\r\nhost: {server}\r\nauthorization: Bearer {token}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        let mut stream = TcpStream::connect(server).await?;
        stream.write_all(&[head.as_bytes(), &body].concat()).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        read(&answer).ok_or_else(|| std::io::ErrorKind::UnexpectedEof.into())
    }
}

fn read(answer: &[u8]) -> Option<Answer> {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status: u16 = head.split(' ').nth(1)?.parse().ok()?;
    let body = &answer[end + 4..];
    let length =
        head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
    if length.is_some_and(|length: usize| length != body.len()) {
        return None;
    }
    let frames =
        if status == 200 { Frames::<Down>::of(body).filter_map(Result::ok).collect() } else { Vec::new() };
    Some(Answer { status, head, frames })
}
