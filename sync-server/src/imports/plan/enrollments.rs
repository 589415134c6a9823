//! One student's stored enrollments × the periods that the set has.

use daymark_domain::{SchoolDay, SchoolId};

use crate::store::imports::EnrollmentRow;

/// What happens to one enrollment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::imports) enum EnrollmentChange {
    Add(EnrollmentRow),
    /// The one stored under that entry day becomes this.
    Correct(SchoolDay, EnrollmentRow),
    /// As `Correct`, because the set no longer has it.
    End(SchoolDay, EnrollmentRow),
    Keep,
}

/// What the set no longer has is ended today, in the schools that the set is about. `None`: nothing is to be ended.
pub(super) type Endings<'a> = Option<(SchoolDay, &'a dyn Fn(SchoolId) -> bool)>;

/// A stored enrollment is the same as a wanted one when it begins on the same day, or overlaps it: then its days are
/// corrected. One that lies wholly before is another year's and stays.
pub(super) fn reconcile(
    stored: &[EnrollmentRow],
    wanted: &[EnrollmentRow],
    endings: Endings<'_>,
) -> Vec<EnrollmentChange> {
    let mut left: Vec<&EnrollmentRow> = stored.iter().collect();
    let mut changes = Vec::new();
    for row in wanted {
        let change = match take_same(&mut left, row) {
            None => EnrollmentChange::Add(*row),
            Some(same) if same == row => EnrollmentChange::Keep,
            Some(same) => EnrollmentChange::Correct(same.entry_day, *row),
        };
        changes.push(change);
    }
    let Some((today, is_covered)) = endings else { return changes };
    for row in left.into_iter().filter(|row| is_covered(row.school_id) && !is_empty(row)) {
        let is_part_of_another =
            wanted.iter().any(|other| other.school_id == row.school_id && overlap(other, row));
        let exit = if is_part_of_another { row.entry_day } else { today.max(row.entry_day) };
        if row.exit_day.is_none_or(|stored| stored > exit) {
            changes
                .push(EnrollmentChange::End(row.entry_day, EnrollmentRow { exit_day: Some(exit), ..*row }));
        }
    }
    changes
}

fn take_same<'a>(left: &mut Vec<&'a EnrollmentRow>, row: &EnrollmentRow) -> Option<&'a EnrollmentRow> {
    let in_school = |other: &&EnrollmentRow| other.school_id == row.school_id;
    let same_entry = left.iter().position(|other| in_school(other) && other.entry_day == row.entry_day);
    let overlapping = || {
        let found = left.iter().enumerate().filter(|(_, other)| in_school(other) && overlap(other, row));
        found.min_by_key(|(_, other)| other.entry_day).map(|(place, _)| place)
    };
    same_entry.or_else(overlapping).map(|place| left.remove(place))
}

fn overlap(a: &EnrollmentRow, b: &EnrollmentRow) -> bool {
    let begins_in_time =
        |row: &EnrollmentRow, other: &EnrollmentRow| other.exit_day.is_none_or(|exit| row.entry_day < exit);
    !is_empty(a) && !is_empty(b) && begins_in_time(a, b) && begins_in_time(b, a)
}

fn is_empty(row: &EnrollmentRow) -> bool {
    row.exit_day.is_some_and(|exit| exit <= row.entry_day)
}

#[cfg(test)]
mod tests {
    use daymark_domain::StudentId;

    use super::EnrollmentChange::{Add, Correct, End, Keep};
    use super::*;

    const TODAY: i32 = 100;

    struct Case {
        student: StudentId,
        school: SchoolId,
    }

    impl Case {
        fn new() -> Self {
            Self { student: StudentId::random(), school: SchoolId::random() }
        }
        fn row(&self, entry: i32, exit: Option<i32>) -> EnrollmentRow {
            EnrollmentRow {
                student_id: self.student,
                school_id: self.school,
                entry_day: day(entry),
                exit_day: exit.map(day),
            }
        }
    }

    fn day(number: i32) -> SchoolDay {
        SchoolDay::from_number(number).unwrap()
    }

    fn ended(stored: &[EnrollmentRow], wanted: &[EnrollmentRow]) -> Vec<EnrollmentChange> {
        reconcile(stored, wanted, Some((day(TODAY), &|_| true)))
    }

    #[test]
    fn the_same_enrollment_is_kept_and_another_entry_or_exit_corrects_it() {
        let case = Case::new();
        let stored = case.row(10, Some(300));
        assert_eq!(ended(&[stored], &[stored]), [Keep]);
        let later = case.row(12, None);
        assert_eq!(ended(&[stored], &[later]), [Correct(day(10), later)]);
    }

    #[test]
    fn last_years_enrollment_stays_beside_this_years() {
        let case = Case::new();
        let (last, this) = (case.row(-300, Some(-20)), case.row(10, Some(300)));
        assert_eq!(ended(&[last], &[this]), [Add(this)]);
        assert_eq!(ended(&[last, this], &[this]), [Keep]);
    }

    #[test]
    fn an_enrollment_that_the_set_no_longer_has_ends_today_and_never_before_it_began() {
        let case = Case::new();
        let (open, future) = (case.row(10, Some(300)), case.row(150, None));
        assert_eq!(ended(&[open], &[]), [End(day(10), case.row(10, Some(TODAY)))]);
        assert_eq!(ended(&[future], &[]), [End(day(150), case.row(150, Some(150)))]);
        assert_eq!(ended(&[case.row(150, Some(150))], &[]), []);
        assert_eq!(reconcile(&[open], &[], None), []);
        assert_eq!(reconcile(&[open], &[], Some((day(TODAY), &|_| false))), []);
    }

    #[test]
    fn a_transfer_ends_one_school_and_adds_the_other() {
        let (old, mut new) = (Case::new(), Case::new());
        new.student = old.student;
        let (stored, wanted) = (old.row(10, Some(300)), new.row(90, Some(300)));
        assert_eq!(ended(&[stored], &[wanted]), [Add(wanted), End(day(10), old.row(10, Some(TODAY)))]);
    }

    #[test]
    fn two_enrollments_that_the_set_joins_become_one() {
        let case = Case::new();
        let stored = [case.row(10, Some(50)), case.row(60, Some(300))];
        let joined = case.row(5, Some(300));
        assert_eq!(
            ended(&stored, &[joined]),
            [Correct(day(10), joined), End(day(60), case.row(60, Some(60)))]
        );
        // And taken apart again, the day that was emptied is found by its entry.
        let apart = case.row(60, Some(300));
        assert_eq!(
            ended(&[joined, case.row(60, Some(60))], &[apart]),
            [Correct(day(60), apart), End(day(5), case.row(5, Some(5)))]
        );
    }
}
