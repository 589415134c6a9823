//! How long a run is, who takes part, and whether something is weakened on purpose.

use std::fmt;
use std::str::FromStr;

/// What a run is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// School days.
    pub days: usize,
    /// Mentors.
    pub mentors: usize,
    /// Students.
    pub students: usize,
    /// Phones at the beginning; more are paired on the way.
    pub phones: usize,
    /// Networks, disks and processes fail. Without it people work and nothing breaks.
    pub faults: bool,
    /// The server is restored from an older copy of its database now and then.
    pub server_restores: bool,
    /// A phone is put back to an older image of itself now and then, or copied.
    pub phone_restores: bool,
    /// What is broken on purpose, so that the run must find it.
    pub weakness: Option<Weakness>,
}

impl Plan {
    /// A school year of six phones and ten students.
    pub const YEAR: Self = Self {
        days: 180,
        mentors: 3,
        students: 10,
        phones: 6,
        faults: true,
        server_restores: false,
        phone_restores: false,
        weakness: None,
    };
    /// Four weeks of the same school.
    pub const MONTH: Self = Self { days: 20, ..Self::YEAR };

    /// The same with something broken.
    pub const fn weakened(self, weakness: Weakness) -> Self {
        Self { weakness: Some(weakness), ..self }
    }
}

/// A promise that is broken from outside, by the network and the files of the run: no product code knows of it, so that
/// nothing of it can be shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// The phone calls its outbox sent when it sends, not when the server has acknowledged it.
    ClearedBeforeAcknowledged,
    /// Each delivery of a push counts anew, also of one that the server holds.
    EachDeliveryCounts,
    /// The server answers before it has committed: what it took last is gone when it is killed.
    AcknowledgedBeforeCommit,
    /// The phone moves its cursor when an answer begins to come, not when all of it is applied.
    CursorBeforeRows,
}

impl Weakness {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::ClearedBeforeAcknowledged,
        Self::EachDeliveryCounts,
        Self::AcknowledgedBeforeCommit,
        Self::CursorBeforeRows,
    ];
}

/// As one line, so that whoever reads of a failure can run the same again: `days=20 ... faults`.
impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { days, mentors, students, phones, faults, server_restores, phone_restores, weakness } =
            self;
        write!(f, "days={days} mentors={mentors} students={students} phones={phones}")?;
        let named =
            [(faults, "faults"), (server_restores, "server_restores"), (phone_restores, "phone_restores")];
        named.iter().filter(|(set, _)| **set).try_for_each(|(_, name)| write!(f, " {name}"))?;
        weakness.map_or(Ok(()), |weakness| write!(f, " {weakness:?}"))
    }
}

/// Reads the line again; what stands in it not is as in a year without faults.
impl FromStr for Plan {
    type Err = String;

    fn from_str(line: &str) -> Result<Self, String> {
        let mut plan = Self { faults: false, ..Self::YEAR };
        for word in line.split_whitespace() {
            let (name, number) = word.split_once('=').unwrap_or((word, ""));
            let number = || number.parse().map_err(|_| word.to_owned());
            match name {
                "days" => plan.days = number()?,
                "mentors" => plan.mentors = number()?,
                "students" => plan.students = number()?,
                "phones" => plan.phones = number()?,
                "faults" => plan.faults = true,
                "server_restores" => plan.server_restores = true,
                "phone_restores" => plan.phone_restores = true,
                weakness => {
                    let named = Weakness::ALL.into_iter().find(|one| format!("{one:?}") == weakness);
                    plan.weakness = Some(named.ok_or(word)?);
                }
            }
        }
        Ok(plan)
    }
}
