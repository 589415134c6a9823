//! Causes that several students share, so that the school answers them once (`domain.md` 2 #62).

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{BarrierFactor, Rules, SchoolDay, Share, StudentId, Working};

/// How many of the matched students have a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BarrierCount {
    /// The cause.
    pub factor: BarrierFactor,
    /// Students with it, of the matched.
    pub students: Share,
}

impl BarrierCount {
    /// Shared by so many students, and by so great a part of the matched, that it is the school's to answer.
    pub fn is_shared(&self, rules: &Rules) -> bool {
        let Share { n, of } = self.students;
        let part = 100 * u64::from(n) >= u64::from(rules.impact.barrier_shared_percent) * u64::from(of);
        part && n >= rules.impact.barrier_shared_students
    }
    /// How it came about; `through` is the last day that phones have sent.
    pub fn working(&self, rules: &Rules, through: Option<SchoolDay>) -> Working {
        let keys = ["barrier_shared_students", "barrier_shared_percent"];
        Working::share("shared_barrier", self.students, "matched students", rules, &keys)
            .known_through(through)
    }
}

/// Each cause with its students, the most common first. Who is told of twice with a cause is one student.
pub fn barrier_counts(
    found: impl IntoIterator<Item = (StudentId, BarrierFactor)>,
    matched: u32,
) -> Vec<BarrierCount> {
    let mut students = BTreeMap::<BarrierFactor, BTreeSet<StudentId>>::new();
    for (student, factor) in found {
        students.entry(factor).or_default().insert(student);
    }
    let count = |(factor, students): (BarrierFactor, BTreeSet<StudentId>)| {
        let n = u32::try_from(students.len()).unwrap_or(u32::MAX);
        BarrierCount { factor, students: Share { n, of: matched } }
    };
    let mut counts: Vec<BarrierCount> = students.into_iter().map(count).collect();
    counts.sort_by_key(|count| (std::cmp::Reverse(count.students.n), count.factor));
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn student(number: u8) -> StudentId {
        StudentId::from_bytes([number; 16])
    }

    fn counted(students: &[u8], matched: u32) -> BarrierCount {
        let found = students.iter().map(|number| (student(*number), BarrierFactor::Transport));
        barrier_counts(found, matched)[0]
    }

    #[test]
    fn a_cause_is_shared_from_three_students_and_a_fifth_of_the_matched_on() {
        let rules = Rules::default();
        let cases = [
            (&[1u8, 2, 3][..], 15, true, "exactly a fifth"),
            (&[1, 2, 3], 16, false, "less than a fifth"),
            (&[1, 2], 5, false, "two students"),
            (&[1, 1, 2, 2], 5, false, "two students, told of twice"),
            (&[1, 2, 3, 4], 20, true, "four of twenty"),
        ];
        for (students, matched, shared, name) in cases {
            assert_eq!(counted(students, matched).is_shared(&rules), shared, "{name}");
        }
        let mut stricter = rules;
        stricter.set("barrier_shared_students", "4").unwrap();
        assert!(!counted(&[1, 2, 3], 15).is_shared(&stricter));
    }

    #[test]
    fn the_most_common_cause_comes_first_with_its_working() {
        use BarrierFactor as F;
        let found = [(1, F::Housing), (1, F::Health), (2, F::Health), (2, F::Bored)];
        let counts = barrier_counts(found.map(|(number, factor)| (student(number), factor)), 4);
        let told: Vec<_> = counts.iter().map(|count| (count.factor, count.students.n)).collect();
        assert_eq!(told, [(F::Health, 2), (F::Housing, 1), (F::Bored, 1)]);
        assert_eq!(
            counts[0].working(&Rules::default(), None).to_string(),
            "shared_barrier: 2 of 4 matched students; barrier_shared_students 3; barrier_shared_percent 20; nothing recorded yet"
        );
    }
}
