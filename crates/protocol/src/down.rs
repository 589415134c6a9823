//! Frames from the server: what became of the push, then what is new below the cursor.

use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};

use crate::frames::{Kind, frames};
use crate::{Day, HashPrefix, Id, Signature};

frames! {
    /// A frame from the server.
    Down {
        /// Opens every answer.
        10 => Welcome,
        /// What the server has committed of the push.
        11 => Acknowledged,
        /// A change that was refused and set aside.
        12 => Refused,
        /// Reference data.
        13 => Rows,
        /// Changes of one match that other phones made.
        14 => ChangesBelow,
        /// The whole record of a match that is new to this phone.
        15 => Snapshot,
        /// A match that ended.
        16 => Revoked,
        /// The server's word for what it acknowledged.
        17 => Receipt,
        /// Another phone of the mentor, whose changes come with this answer.
        18 => Writing,
        /// What the server holds of a record that is not on this phone any more.
        19 => Held,
        /// Closes a whole answer.
        20 => Done,
        /// The phone must start over with its cursor.
        21 => Redo,
        /// The confidentiality agreement, for a mentor who wants to read it.
        24 => AgreementText,
        /// Until when the phone may be read without another word.
        25 => Lease,
    }
}

macro_rules! frame {
    ($(#[$doc:meta])* $name:ident = $kind:literal { $($(#[$fdoc:meta])* $n:literal $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Encode, Decode)]
        #[cbor(map)]
        pub struct $name {
            #[n(0)]
            kind: Kind<$kind>,
            $($(#[$fdoc])* #[n($n)] pub $field: $type,)*
        }
        impl $name {
            /// The frame with these values.
            #[allow(clippy::too_many_arguments, reason = "one argument a field, in the order of their keys")]
            pub fn new($($field: $type),*) -> Self {
                Self { kind: Kind, $($field),* }
            }
        }
    };
}

frame!(
    /// Opens every answer.
    Welcome = 10 {
        /// Which log the server counts in.
        1 log_id: HashPrefix,
        /// The server's clock, seconds since 1970: a phone notices here that its own is wrong.
        2 unix_seconds: i64,
        /// The server's Ed25519 public key, for a phone that asked for it.
        3 key: Option<ByteArray<32>>,
        /// With the key: the certificate of the phone that asks.
        4 certificate: Option<Signature>,
        /// What the request that this answers was called ([`Hello::request`](crate::Hello)).
        5 request: Option<u32>,
    }
);
frame!(
    /// The confidentiality agreement as it is signed now.
    AgreementText = 24 {
        /// Which version.
        1 version: u32,
        /// In which language: `en`, `es`.
        2 language: String,
        /// Paragraphs with an empty line between; a paragraph is one line, or points that begin with "- ".
        3 text: String,
    }
);
frame!(
    /// Until when this phone may be read without another word of the school. It proves itself, so it may stand anywhere
    /// behind the receipt; which phone and which server it is for the phone puts into the signed bytes by itself
    /// ([`lease::signed_bytes`](crate::lease::signed_bytes)). Only a phone that asked for it gets one ([`Hello::wants_lease`](crate::Hello)).
    Lease = 25 {
        /// When it was signed, in seconds since 1970 by the server's clock.
        1 issued_at: i64,
        /// The last second in which the phone may be read.
        2 until: i64,
        /// Ed25519.
        3 signature: Signature,
    }
);
frame!(
    /// What the server has committed: for each push of the request, in its order, the hash prefix of the last change
    /// that the record holds now, 8 bytes each; zeros when it holds none. A hash covers everything that it depends
    /// on, so one names the whole push. The place is part of the name: two records can hold equal changes.
    Acknowledged = 11 {
        /// The prefixes, one after the other.
        1 hashes: ByteVec,
    }
);
frame!(
    /// Follows [`Acknowledged`]: signed after the commit. What the signature covers the phone puts together again from
    /// what it pushed ([`receipt::signed_bytes`](crate::receipt::signed_bytes)).
    Receipt = 17 {
        /// The newest number of the log when it was signed.
        1 seq: u64,
        /// When, in seconds since 1970.
        2 at: i64,
        /// Ed25519.
        3 signature: Signature,
    }
);
frame!(
    /// A phone of the same mentor whose changes come with this answer. The phone keeps it beside them, for the day on
    /// which a server has forgotten that phone ([`Kin`](crate::Kin)).
    Writing = 18 {
        /// The phone.
        1 device_id: Id,
        /// Its tag.
        2 tag: String,
        /// What the server signed ([`receipt::certificate_bytes`](crate::receipt::certificate_bytes)).
        3 certificate: Signature,
    }
);
frame!(
    /// What the server holds of a match that ended: the answer to a phone that asks how such a record stands. It gets
    /// names and no content, hands in what is missing here, and then forgets the record.
    Held = 19 {
        /// The match.
        1 match_id: Id,
        /// The hash prefixes of all its changes, 8 bytes each, one after the other.
        2 hashes: ByteVec,
    }
);
frame!(
    /// A change that was refused and set aside; what depends on it was refused too.
    Refused = 12 {
        /// The match.
        1 match_id: Id,
        /// The change.
        2 hash: HashPrefix,
        /// A word for the reason.
        3 code: String,
    }
);
frame!(
    /// Changes that other phones of the same mentor made.
    ChangesBelow = 14 {
        /// The match.
        1 match_id: Id,
        /// Whole change chunks, each after those it depends on.
        2 changes: Vec<ByteVec>,
    }
);
frame!(
    /// The whole record of a match that is new to this phone.
    Snapshot = 15 {
        /// The match.
        1 match_id: Id,
        /// The saved document.
        2 document: ByteVec,
    }
);
frame!(
    /// A match that is not this mentor's any more, or never was: everything about its student leaves the phone.
    Revoked = 16 {
        /// The match.
        1 match_id: Id,
        /// It was erased: what waits to be handed in leaves with the rest, for nothing of it would be kept.
        2 erased: Option<bool>,
    }
);
frame!(
    /// Closes a whole answer: everything up to the cursor has now been sent.
    Done = 20 {
        /// The phone's new cursor.
        1 cursor: u64,
        /// Ask again at once: there is more.
        2 more: bool,
        /// Of all records that the phone should hold now ([`digest`](crate::digest)); absent while there is more.
        3 digest: Option<HashPrefix>,
    }
);
frame!(
    /// The log is another one (restored or new): start over with cursor 0. Nothing of the push is lost by it.
    Redo = 21 {
        /// The log to start over in.
        1 log_id: HashPrefix,
    }
);

/// Reference data that is new to this phone. Each list may be absent; a row replaces the one with the same id.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
#[cbor(map)]
pub struct Rows {
    /// Key 0; public so that rows can be written with `..Rows::default()`.
    #[doc(hidden)]
    #[n(0)]
    pub kind: Kind<13>,
    /// The mentor whose phone this is.
    #[n(1)]
    pub mentor: Option<MentorRow>,
    /// The school.
    #[n(2)]
    pub school: Option<SchoolRow>,
    /// Calendar days.
    #[n(3)]
    pub calendar: Option<Vec<CalendarRow>>,
    /// Students of this mentor's active matches.
    #[n(4)]
    pub students: Option<Vec<StudentRow>>,
    /// Active matches.
    #[n(5)]
    pub matches: Option<Vec<MatchRow>>,
    /// The school's record of those students. Beside the match of a student: all of it, and what the phone has more
    /// of is wrong.
    #[n(6)]
    pub attendance: Option<Vec<AttendanceRow>>,
    /// What other mentors of those students did lately.
    #[n(7)]
    pub others: Option<Vec<OthersRow>>,
    /// What the team answered.
    #[n(8)]
    pub answers: Option<Vec<AnswerRow>>,
    /// What the team has had on a page.
    #[n(9)]
    pub seen: Option<Vec<SeenRow>>,
    /// What was granted of a student beyond what every phone gets.
    #[n(10)]
    pub granted: Option<Vec<GrantedRow>>,
}

/// The mentor whose phone this is.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct MentorRow {
    /// Their name.
    #[n(0)]
    pub name: String,
    /// Why the phone is empty: `ClearanceGap::word`s. Absent: the server does not say.
    #[n(1)]
    pub waits_for: Option<Vec<String>>,
}

/// The school.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct SchoolRow {
    /// Its name.
    #[n(0)]
    pub name: String,
    /// The bell, minutes since midnight.
    #[n(1)]
    pub bell_minute: Option<u16>,
    /// The last day that the imported attendance covers.
    #[n(2)]
    pub recorded_through: Option<Day>,
    /// The school's clock: from each moment (seconds since 1970) on, so many seconds east of UTC. The phone needs
    /// no time zone table of its own.
    #[n(3)]
    pub offsets: Vec<(i64, i32)>,
    /// The settings of district and school that the phone's figures follow, each by its key.
    #[n(4)]
    pub rules: Option<Vec<(String, String)>>,
    /// Whom to phone at once when a student may not be safe, in this order.
    #[n(5)]
    pub safety_contacts: Option<Vec<SafetyContactRow>>,
}

/// Somebody to phone at once when a student may not be safe.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct SafetyContactRow {
    /// Name or office.
    #[n(0)]
    pub name: String,
    /// "School counsellor", in the school's words.
    #[n(1)]
    pub role: Option<String>,
    /// The number to dial.
    #[n(2)]
    pub phone: String,
}

/// One date of the calendar.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct CalendarRow {
    /// The date.
    #[n(0)]
    pub day: Day,
    /// `DayType::word`.
    #[n(1)]
    pub day_type: String,
}

/// A student, with the adults whom the mentor may call.
#[derive(Clone, PartialEq, Encode, Decode)]
pub struct StudentRow {
    /// The student.
    #[n(0)]
    pub id: Id,
    /// What they are called by.
    #[n(1)]
    pub first_name: String,
    /// Family name.
    #[n(2)]
    pub family_name: String,
    /// The grade as the school writes it.
    #[n(3)]
    pub grade: Option<String>,
    /// First enrolled day.
    #[n(4)]
    pub entry_day: Day,
    /// First day no longer enrolled.
    #[n(5)]
    pub exit_day: Option<Day>,
    /// Best number first.
    #[n(6)]
    pub callees: Vec<CalleeRow>,
}

/// An adult whom the mentor may call.
#[derive(Clone, PartialEq, Encode, Decode)]
pub struct CalleeRow {
    /// Their name.
    #[n(0)]
    pub name: String,
    /// "Mother", as the school writes it.
    #[n(1)]
    pub relation: Option<String>,
    /// Home language.
    #[n(2)]
    pub language: Option<String>,
    /// The number.
    #[n(3)]
    pub phone: Option<String>,
    /// Shown before any button.
    #[n(4)]
    pub restriction: Option<String>,
    /// When to call, in the school's words.
    #[n(5)]
    pub best_hours: Option<String>,
    /// The family speaks with an adult interpreter.
    #[n(6)]
    pub interpreter: Option<bool>,
    /// Whether texts are welcome; `None`: nobody has asked.
    #[n(7)]
    pub may_text: Option<bool>,
}

/// Children's names and families' numbers reach no log by way of `{:?}`.
impl std::fmt::Debug for StudentRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StudentRow(‹redacted›, {} callees)", self.callees.len())
    }
}

/// See [`StudentRow`].
impl std::fmt::Debug for CalleeRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CalleeRow(‹redacted›)")
    }
}

/// An active match of this mentor.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct MatchRow {
    /// The match.
    #[n(0)]
    pub id: Id,
    /// Its student.
    #[n(1)]
    pub student_id: Id,
    /// Its first day.
    #[n(2)]
    pub start_day: Day,
    /// Whether the plan has wake-up calls.
    #[n(3)]
    pub wake_up_calls: bool,
}

/// The school's record of one student on one day.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct AttendanceRow {
    /// The student.
    #[n(0)]
    pub student_id: Id,
    /// The day.
    #[n(1)]
    pub day: Day,
    /// `AttendanceStatus::word`; `None`: the record was withdrawn.
    #[n(2)]
    pub status: Option<String>,
    /// Half days missed.
    #[n(3)]
    pub missed_halves: u8,
}

/// What other mentors of a student did on this day and the one before, as the server's clock has them: all that is
/// known of it, in place of what the phone had.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct OthersRow {
    /// The student.
    #[n(0)]
    pub student_id: Id,
    /// In the order in which it was done.
    #[n(1)]
    pub contacts: Vec<OtherContactRow>,
}

/// That another mentor did something: nothing of what was said, and not by whom.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct OtherContactRow {
    /// The day that it was about.
    #[n(0)]
    pub day: Day,
    /// When, in seconds since 1970 by the clock of the phone that recorded it.
    #[n(1)]
    pub at: i64,
    /// `ContactKind::word`.
    #[n(2)]
    pub kind: String,
    /// `Reach::word`.
    #[n(3)]
    pub reach: String,
}

/// The team's answer to a request of this mentor: the latest, in place of an earlier one.
#[derive(Clone, PartialEq, Encode, Decode)]
pub struct AnswerRow {
    /// The match.
    #[n(0)]
    pub match_id: Id,
    /// The entry that asked.
    #[n(1)]
    pub ask: String,
    /// `AskStatus::word`.
    #[n(2)]
    pub status: String,
    /// In the team's words.
    #[n(3)]
    pub text: Option<String>,
    /// Who answered.
    #[n(4)]
    pub by: String,
    /// When, in seconds since 1970.
    #[n(5)]
    pub at: i64,
}

/// What is said of a family reaches no log by way of `{:?}`.
impl std::fmt::Debug for AnswerRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AnswerRow({}, ‹redacted›)", self.status)
    }
}

/// Up to which entry of a phone the team has had a match's entries on a page.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct SeenRow {
    /// The match.
    #[n(0)]
    pub match_id: Id,
    /// `SeenPage::word`: which entries that page shows.
    #[n(1)]
    pub page: String,
    /// The tag of the phone that wrote them.
    #[n(2)]
    pub device_tag: String,
    /// The greatest counter of its entries there.
    #[n(3)]
    pub counter: u32,
}

/// All that is granted of the student of a match, in place of what the phone had: none of it, when it is empty.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct GrantedRow {
    /// The match.
    #[n(0)]
    pub match_id: Id,
    /// A field each.
    #[n(1)]
    pub fields: Vec<GrantedFieldRow>,
}

/// A field that was granted, with what stands in it.
#[derive(Clone, PartialEq, Encode, Decode)]
pub struct GrantedFieldRow {
    /// `GrantedField::word`.
    #[n(0)]
    pub field: String,
    /// The last day on which it may be shown.
    #[n(1)]
    pub until: Day,
    /// What it says, in its order.
    #[n(2)]
    pub lines: Vec<GrantedLineRow>,
}

/// See [`StudentRow`].
impl std::fmt::Debug for GrantedFieldRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "GrantedFieldRow({}, ‹redacted›)", self.field)
    }
}

/// A line of such a field.
#[derive(Clone, PartialEq, Encode, Decode)]
pub struct GrantedLineRow {
    /// The day that it is about, or the last of a period.
    #[n(0)]
    pub day: Day,
    /// `IndicatorKind::word`; `None`: it is no indicator.
    #[n(1)]
    pub kind: Option<String>,
    /// In the school's words; `None`: the field has none.
    #[n(2)]
    pub text: Option<String>,
    /// An indicator's value, in hundredths.
    #[n(3)]
    pub hundredths: Option<i64>,
}

/// See [`StudentRow`].
impl std::fmt::Debug for GrantedLineRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("GrantedLineRow(‹redacted›)")
    }
}
