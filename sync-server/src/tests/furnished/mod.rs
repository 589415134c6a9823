//! A school in which something of everything stands, made through the real forms by its own people.

mod forms;

use std::collections::BTreeMap;

use axum::http::StatusCode;
use daymark_components::Language;
use daymark_domain::{DayPart, DayType, DeviceId, GuardianId};
use daymark_reports::ReportName;

pub(super) use forms::{FORMS, Form, TAKES_A_FILE};

use super::*;
use crate::auth::district::DistrictSignIn;
use crate::auth::permissions::{Does, PERMISSIONS};
use crate::service::imports::ImportDesk;
use crate::store::contract::{clear_mentor_of, day, matched, mother};
use crate::store::identities::{Connected, ConnectedBy, Identity, IdentityStore};
use crate::store::mentor_files::MentorFileStore;
use crate::store::pairing::{NewDevice, NewInvite, PairingStore, PhoneAsks};

/// By which words a school's own are told from another's.
pub(super) struct Words {
    pub(super) school: &'static str,
    /// In each student's name.
    pub(super) child: &'static str,
    /// In whatever its people wrote, and in their names.
    pub(super) text: &'static str,
}

pub(super) const LINCOLN: Words = Words { school: "Lincoln Middle", child: "Tyrone", text: "Harborview" };
pub(super) const ADAMS: Words = Words { school: "Adams Hall", child: "Zorblax", text: "Quillfeather" };

/// Parameters of addresses that belong to no school: words, and what is the district's.
const OF_NO_SCHOOL: &[&str] = &["report", "face", "sheet", "kind", "step", "language", "agreement"];

/// Where a route shows something only to whoever asks for something in particular.
const ASKED_FOR: &[(&str, &str)] = &[
    ("/staff/referrals/new", "/staff/referrals/new?student={student}"),
    ("/staff/matches/{match}/letter", "/staff/matches/{match}/letter?kind=notice&in=en"),
    ("/staff/closing/{match}/hand-over", "/staff/closing/{after}/hand-over"),
];

/// The route with what has to be asked for.
pub(super) fn asked_for(path: &'static str) -> &'static str {
    ASKED_FOR.iter().find(|(route, _)| *route == path).map_or(path, |(_, asked)| asked)
}

/// A school with its people at their browsers.
pub(super) struct House<'a> {
    server: &'a Server,
    pub(super) words: Words,
    pub(super) school: SchoolId,
    people: BTreeMap<&'static str, Browser<'a>>,
    /// The ids of what stands in it, by what they are called in addresses and forms.
    pub(super) things: BTreeMap<&'static str, String>,
}

/// A server that takes files.
pub(super) async fn with_uploads() -> Server {
    let mut server = Server::start().await;
    let desk = ImportDesk::in_folder(server._folder.path()).unwrap();
    server.app = server.app.clone().with_imports(desk).with_district(Some(a_district()));
    server
}

/// Where nobody answers.
const ISSUER: &str = "http://127.0.0.1:9";

/// Whose sign-in nobody goes to.
fn a_district() -> DistrictSignIn {
    let text = "name = 'Unified'\nissuer = 'http://127.0.0.1:9'\nclient_id = 'daymark'\nclient_secret_file = 'x'\n\
        address = 'https://daymark.example.org'\n";
    DistrictSignIn::of(toml::from_str(text).unwrap(), "of both sides".to_owned()).unwrap()
}

impl<'a> House<'a> {
    /// Its people, and what only imports and phones bring.
    pub(super) async fn open(server: &'a Server, school: SchoolId, words: Words) -> Self {
        let store = &server.store;
        let mut house = Self { server, words, school, people: BTreeMap::new(), things: BTreeMap::new() };
        for role in Role::ALL {
            let login = format!("{}-{}", house.words.text, role.word());
            let id = server.account(school, &login, role).await;
            house.put(role.word(), id);
            house.people.insert(role.word(), server.browser(&login).await);
        }
        house.connect_somebody().await;
        let first = day("2025-08-25");
        let days = (0..60).map(|n| first.plus(n)).filter(|day| day.weekday().number_from_monday() < 6);
        store.seed_calendar(school, days.map(|day| (day, DayType::Instructional)).collect()).await;
        let mentors = ["Ana", "Ben"].map(|given| format!("{given} {}", house.words.text));
        let ana = clear_mentor_of(store, school, &mentors[0]).await;
        let ben = clear_mentor_of(store, school, &mentors[1]).await;
        let signature = store.mentor_file(school, ana).await.unwrap().unwrap().signatures[0].id;
        for (name, id) in
            [("mentor", ana.to_string()), ("ben", ben.to_string()), ("signature", signature.to_string())]
        {
            house.things.insert(name, id);
        }
        for (n, name) in ["student", "candidate", "newcomer", "leaver", "sibling"].into_iter().enumerate() {
            let given = format!("{} {n}", house.words.child);
            let student = store.seed_student(school, &given, house.words.child, first).await;
            house.put(name, student);
            for missed in ["2025-09-02", "2025-09-04", "2025-10-06", "2025-10-14"] {
                store.seed_absence(school, student, day(missed), DayPart::WHOLE).await;
            }
            let with_ana = match name {
                "student" => "match",
                "leaver" => "ended",
                "sibling" => "spare",
                _ => continue,
            };
            let id = matched(store, school, student, ana).await;
            house.put(with_ana, id);
            house.fill_the_record(id).await;
        }
        house.pair_a_phone().await;
        let dee = GuardianId::random();
        mother(store, house.things["student"].parse().unwrap(), dee, "950 555 0100");
        house.put("guardian", dee);
        // What was written just now as if it came with a file is no part of the next file.
        let sql = "INSERT INTO import_batch (kind, digest, rows_read, changes, problems, applied_at) VALUES ('contacts', x'00', 0, 0, 0, 0)";
        store.write(move |tx| Ok(tx.execute(sql, []).map(drop)?)).await.unwrap();
        // A student of a third school, whom both know by the key alone.
        let elsewhere = store.seed_school(&format!("Elsewhere of {}", house.words.text)).await;
        let child = store.seed_student(elsewhere, "Elsie", "Elsewhere", first).await;
        house.put("elsewhere_key", child);
        let student_key = house.things["student"].clone();
        for (name, word) in [("student_key", &*student_key), ("school_key", house.words.school)] {
            house.put(name, word);
        }
        for (name, word) in [
            ("entry", "7-3"),
            ("version", "1"),
            ("kind", "attendance"),
            ("step", "match"),
            ("report", "attendance"),
        ] {
            house.put(name, word);
        }
        house
    }

    fn put(&mut self, name: &'static str, id: impl ToString) {
        self.things.insert(name, id.to_string());
    }

    /// Somebody whom the district's sign-in knows.
    async fn connect_somebody(&mut self) {
        let id =
            self.server.account(self.school, &format!("{}-connected", self.words.text), Role::Team).await;
        let identity = Identity { issuer: ISSUER.to_owned(), subject: self.words.text.to_owned() };
        let by = ConnectedBy::Command("root".to_owned());
        let connected = self.server.store.connect(id, identity, by, false, NOON).await.unwrap();
        assert_eq!(connected, Connected::Yes);
        self.put("connected", id);
    }

    /// What a phone of the match's mentor has sent.
    async fn fill_the_record(&self, id: daymark_domain::MatchId) {
        let (store, text) = (&self.server.store, self.words.text);
        store.seed_ask(id, "7-3", "transport", "today", &format!("A bus pass, says {text}")).await;
        store.seed_note(id, "7-4", &format!("{text} likes drums"), "team", "shareable").await;
        store.seed_barrier(id, "7-5", "food").await;
        store.seed_wrong_number(id, "7-6", "950 555 0100", NOON - 60).await;
        store.seed_door_check(id, day("2025-10-13"), "greeted").await;
        store.seed_call(id, day("2025-10-14"), "reached_guardian").await;
    }

    async fn pair_a_phone(&mut self) {
        let code_hash = sha(self.words.school);
        let mentor_id = self.things["mentor"].parse().unwrap();
        let by = self.things["coordinator"].parse().unwrap();
        let invite =
            NewInvite { code_hash, school_id: self.school, mentor_id, by, at: NOON, expires_at: NOON + 600 };
        assert!(self.server.store.add_invite(invite).await.unwrap());
        let id = DeviceId::random();
        let (platform, app_version) = ("web".to_owned(), "0.1.0".to_owned());
        let device = NewDevice { code_hash, id, public_key: [1; 32], platform, app_version, by, at: NOON };
        self.server.store.pair_device(device).await.unwrap().unwrap();
        self.put("device", id);
        self.hand_in(id).await;
        self.ask_to_pair(by).await;
    }

    /// The phone of before it, whose mentor left and came back, brought a note.
    async fn hand_in(&self, device: DeviceId) {
        let of: daymark_domain::MatchId = self.things["match"].parse().unwrap();
        let sql = "INSERT INTO handed_in (match_id, hash, kind, day, entry_key, device_id, received_at)
                   VALUES (?1, ?1, 'note', 20375, '7-4', ?2, 1760445720)";
        let row = (*of.as_bytes(), *device.as_bytes());
        self.server.store.write(move |tx| Ok(tx.execute(sql, row).map(drop)?)).await.unwrap();
    }

    /// Another mentor's phone, whose words can be compared.
    async fn ask_to_pair(&mut self, by: UserId) {
        let (code_hash, key) = (sha(self.words.text), sha(&format!("key of {}", self.words.text)));
        let (school_id, mentor_id) = (self.school, self.things["ben"].parse().unwrap());
        let invite = NewInvite { code_hash, school_id, mentor_id, by, at: NOON, expires_at: NOON + 9_000 };
        let (platform, app_version, language) = ("web".to_owned(), "0.1.0".to_owned(), "en".to_owned());
        let commitment = crate::auth::sha256(&key);
        let server_nonce = [5; 32];
        let (public_key, at) = (key, NOON);
        let phone = PhoneAsks {
            code_hash,
            public_key,
            commitment,
            server_nonce,
            platform,
            app_version,
            language,
            at,
        };
        let store = &self.server.store;
        assert!(store.add_invite(invite).await.unwrap());
        assert!(store.ask_to_pair(phone).await.unwrap().is_some());
        store.hear_answer(public_key, key, NOON).await.unwrap();
        self.put("asking", crate::auth::hex(&public_key));
    }

    pub(super) fn server(&self) -> &'a Server {
        self.server
    }

    pub(super) fn browser(&self, role: Role) -> &Browser<'a> {
        &self.people[role.word()]
    }

    /// Whether that id, by its name in addresses and forms, is of one school.
    pub(super) fn is_its_own(name: &str) -> bool {
        !OF_NO_SCHOOL.contains(&name)
            && !["child", "text", "school_key", "student_key", "elsewhere_key"].contains(&name)
    }

    /// The text with ids in place of their names. A name that nothing stands for ends the test: whoever adds a route
    /// adds here what its address leads to.
    pub(super) fn fill(&self, text: &str, of: &dyn Fn(&str) -> Option<String>) -> String {
        let mut filled = String::new();
        let mut parts = text.split('{');
        filled.push_str(parts.next().unwrap());
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap();
            let own = || match name {
                "child" => Some(self.words.child.to_owned()),
                "text" => Some(self.words.text.to_owned()),
                _ => self.things.get(name).cloned(),
            };
            let id = of(name).or_else(own);
            filled.push_str(&id.unwrap_or_else(|| panic!("no school here has a {name} for {text}")));
            filled.push_str(rest);
        }
        filled
    }

    /// Looks up what the form needs to know from a page, as whoever fills it in would.
    pub(super) async fn look_up(&mut self, form: &Form) {
        for &(thing, page, before, after) in form.needs {
            let answer = self.browser(form.by).get(&self.fill(page, &|_| None)).await;
            assert_eq!(answer.status, StatusCode::OK, "{page}: {}", answer.body);
            self.things.insert(thing, between(&answer.body, before, after).to_owned());
        }
    }

    /// Where that form goes.
    fn address(&self, form: &Form) -> String {
        self.fill(form.path, &|name| {
            form.with.iter().find(|(of, _)| *of == name).map(|(_, thing)| self.things[thing].clone())
        })
    }

    /// Sends the form as whoever it is for, which must be taken.
    pub(super) async fn sends(&mut self, form: &Form) -> Answer {
        let (address, fields) = (self.address(form), self.fill(form.fields, &|_| None));
        let answer = if form.path == TAKES_A_FILE {
            self.browser(form.by).sends_a_file(&address, fields.as_bytes()).await
        } else {
            self.browser(form.by).post(&address, &fields).await
        };
        let is_taken = [StatusCode::OK, StatusCode::SEE_OTHER].contains(&answer.status);
        assert!(is_taken, "{address} {fields}: {} {}", answer.status, answer.body);
        assert_ne!(answer.headers.get(header::LOCATION).map(|to| to.as_bytes()), Some(&b"/sign-in"[..]));
        if let Some(thing) = form.gives {
            let id = goes_to(&answer).rsplit('/').next().unwrap().to_owned();
            self.things.insert(thing, id);
        }
        if form.path.starts_with("/staff/imports/") {
            self.waits(goes_to(&answer)).await;
        }
        answer
    }

    /// Until the import has come to its end.
    async fn waits(&mut self, job: &str) {
        while self.browser(Role::Coordinator).get(job).await.body.contains("http-equiv=\"refresh\"") {
            tokio::task::yield_now().await;
        }
        let sql = "SELECT max(id) FROM import_batch";
        let newest = self
            .server
            .store
            .read(|db| Ok(db.query_row(sql, [], |row| row.get::<_, i64>(0))?))
            .await
            .unwrap();
        self.put("batch", newest);
    }

    /// Every form of everything.
    pub(super) async fn furnish(&mut self) {
        for form in FORMS {
            self.look_up(form).await;
            self.sends(form).await;
        }
    }

    /// The addresses of a page, each word of a closed list in its turn.
    pub(super) fn addresses(&self, path: &'static str, of: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
        let reports: Vec<&str> = ReportName::ALL.iter().map(|name| name.word()).collect();
        let closed: [(&str, &[&str]); 6] = [
            ("{report}", &reports),
            ("{face}", &["csv", "json"]),
            ("{sheet}", &["invitation", "information", "starters", "tips", "month", "year", "certificates"]),
            ("{kind}", &["oneroster", "attendance", "calendar", "contacts", "indicators", "students"]),
            ("{step}", &["match"]),
            ("{language}", &[Language::Spanish.word()]),
        ];
        let mut addresses = vec![asked_for(path).to_owned()];
        for (name, words) in closed {
            let with = |address: String| words.iter().map(move |word| address.replace(name, word));
            let (whole, open): (Vec<_>, Vec<_>) =
                addresses.into_iter().partition(|address| !address.contains(name));
            addresses = whole.into_iter().chain(open.into_iter().flat_map(with)).collect();
        }
        addresses.iter().map(|address| self.fill(address, of)).collect()
    }
}

/// The names in braces.
pub(super) fn names(text: &str) -> Vec<&str> {
    text.split('{').skip(1).map(|part| part.split_once('}').unwrap().0).collect()
}

/// Who may, of all roles.
pub(super) fn roles_of(does: Does, path: &str) -> &'static [Role] {
    let row = PERMISSIONS.iter().find(|(of, at, _)| *of == does && *at == path);
    row.unwrap_or_else(|| panic!("{path} has no row")).2.roles().unwrap_or(&[])
}

fn sha(text: &str) -> [u8; 32] {
    crate::auth::sha256(text.as_bytes())
}

impl Browser<'_> {
    pub(super) async fn sends_a_file(&self, address: &str, file: &[u8]) -> Answer {
        let field = format!(
            "--b\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n{}\r\n",
            self.form_token
        );
        let head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"any.csv\"\r\n\
                    Content-Type: application/octet-stream\r\n\r\n";
        let body = [field.as_bytes(), head.as_bytes(), file, b"\r\n--b--\r\n"].concat();
        let request = from_our_page(address).header(header::COOKIE, &self.cookie);
        let mut request = request.body(Body::from(body)).unwrap();
        let kind = "multipart/form-data; boundary=b".parse().unwrap();
        request.headers_mut().insert(header::CONTENT_TYPE, kind);
        self.server.send(request).await
    }
}
