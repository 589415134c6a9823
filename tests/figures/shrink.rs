//! Makes a district that shows a fault smaller, as long as it still shows it.

use crate::district::{District, WHOLE};

/// Tries one simplification after the other until none of them keeps the fault.
pub fn shrunken(mut district: District, shows_the_fault: impl Fn(&District) -> bool) -> District {
    loop {
        let smaller = simpler(&district).find(|smaller| shows_the_fault(smaller));
        match smaller {
            Some(smaller) => district = smaller,
            None => return district,
        }
    }
}

/// All districts that are one step simpler, the great steps first.
fn simpler(district: &District) -> impl Iterator<Item = District> {
    let mut found: Vec<District> = Vec::new();
    let mut with = |change: &dyn Fn(&mut District)| {
        let mut smaller = district.clone();
        change(&mut smaller);
        if smaller != *district {
            found.push(smaller);
        }
    };
    for nth in 0..district.students.len() {
        with(&|smaller| drop(smaller.students.remove(nth)));
    }
    for nth in 0..district.schools.len() {
        with(&|smaller| without_school(smaller, nth));
    }
    for key in district.settings.keys() {
        with(&|smaller| drop(smaller.settings.remove(key)));
    }
    for (nth, student) in district.students.iter().enumerate() {
        for place in 0..student.enrollments.len() {
            with(&|smaller| {
                smaller.students[nth].enrollments.remove(place);
            });
            with(&|smaller| smaller.students[nth].enrollments[place].exit = None);
        }
        let keys: Vec<_> = student.marks.keys().copied().collect();
        for some in pieces(&keys) {
            with(&|smaller| smaller.students[nth].marks.retain(|key, _| !some.contains(key)));
        }
        for key in &keys {
            let mark = |smaller: &mut District, change: &dyn Fn(&mut crate::district::Mark)| {
                smaller.students[nth].marks.get_mut(key).into_iter().for_each(change);
            };
            with(&|smaller| mark(smaller, &|mark| mark.missed = WHOLE));
            with(&|smaller| mark(smaller, &|mark| mark.status = "absent_unexcused"));
        }
    }
    for (nth, school) in district.schools.iter().enumerate() {
        let days: Vec<_> = school.calendar.keys().copied().collect();
        for some in pieces(&days) {
            with(&|smaller| smaller.schools[nth].calendar.retain(|day, _| !some.contains(day)));
        }
        for day in &days {
            with(&|smaller| {
                let calendar = &mut smaller.schools[nth].calendar;
                calendar
                    .get_mut(day)
                    .into_iter()
                    .for_each(|what| what.value = what.value.div_ceil(WHOLE) * WHOLE);
            });
        }
        with(&|smaller| smaller.schools[nth].negative_reporting = true);
        with(&|smaller| smaller.schools[nth].recorded_through = Some(smaller.as_of));
    }
    found.into_iter()
}

/// Halves, quarters, …, single ones.
fn pieces<T: Clone>(all: &[T]) -> Vec<Vec<T>> {
    let mut size = all.len();
    let mut pieces = Vec::new();
    while size > 0 {
        pieces.extend(all.chunks(size).map(<[T]>::to_vec));
        size /= 2;
    }
    pieces
}

fn without_school(district: &mut District, nth: usize) {
    let gone = district.schools.remove(nth).number;
    for student in &mut district.students {
        student.enrollments.retain(|enrollment| enrollment.school != gone);
        student.marks.retain(|(_, school), _| *school != gone);
    }
}
