//! The reader's side: nothing of the search for what must be hidden is used to check it.

use proptest::prelude::*;

use super::*;

const MINIMUM: u32 = 10;

/// A number that a reader of the report sees, or sees hidden: of which groups it is the sum.
struct Printed {
    name: String,
    of: Box<dyn Fn(&Said) -> bool>,
    shown: Option<u32>,
}

/// All numbers of both tables, and those without a flag or a failed course: the first thing that a reader subtracts.
fn printed(hidden: &Hidden) -> Vec<Printed> {
    let all = Printed { name: "students".into(), of: Box::new(|_| true), shown: hidden.students() };
    let figures = FLAGS.into_iter().chain(NUMBERS).chain(GROUPS).flat_map(|figure| {
        let ShownFigure { of, those } = hidden.figure(&figure);
        let name = |part: &str| format!("{} {part}", figure.name);
        let Figure { of: known, has, .. } = figure;
        let others = of.zip(those).map(|(of, those)| of - those);
        [
            Printed { name: name("with data"), of: Box::new(known), shown: of },
            Printed { name: name("those"), of: Box::new(move |said| known(said) && has(said)), shown: those },
            Printed {
                name: name("others"),
                of: Box::new(move |said| known(said) && !has(said)),
                shown: others,
            },
        ]
    });
    [all].into_iter().chain(figures).collect()
}

/// Every group that there could be.
fn groups() -> Vec<Said> {
    let said = [None, Some(false), Some(true)];
    let digit = |n: usize, place: u32| said[n / 3usize.pow(place) % 3];
    let group = |n| Said {
        attendance: digit(n, 0),
        behaviour: digit(n, 1),
        courses: digit(n, 2),
        failed: digit(n, 3),
        chronic: digit(n, 4),
    };
    (0..243).map(group).collect()
}

fn true_one(number: &Printed, students: &Students) -> u32 {
    students.iter().filter(|(said, _)| (number.of)(said)).map(|(_, count)| count).sum()
}

/// A number that must not be found out: hidden where it stands, or, printed nowhere, about a few.
fn is_secret(number: &Printed, students: &Students) -> bool {
    let printed = !number.name.ends_with("others");
    number.shown.is_none()
        && (if printed { 1..u32::MAX } else { 1..MINIMUM }).contains(&true_one(number, students))
}

/// The secrets that follow from what is shown, whatever the groups: a combination of known sums is known. Where a sum
/// is nobody, so is each of its groups.
fn worked_out<'p>(printed: &'p [Printed], students: &Students) -> Vec<&'p str> {
    let nobody = |said: &Said| printed.iter().any(|number| number.shown == Some(0) && (number.of)(said));
    let open: Vec<Said> = groups().into_iter().filter(|said| !nobody(said)).collect();
    let sum = |number: &Printed| open.iter().map(|said| u64::from((number.of)(said))).collect::<Vec<u64>>();
    let known: Vec<Vec<u64>> = printed.iter().filter(|number| number.shown.is_some()).map(sum).collect();
    let alone = rank(known.clone());
    let follows = |number: &&Printed| rank([&known[..], &[sum(number)]].concat()) == alone;
    let secrets = printed.iter().filter(|number| is_secret(number, students));
    secrets.filter(follows).map(|number| number.name.as_str()).collect()
}

/// How many of the sums say something new, in remainders of a prime.
fn rank(mut sums: Vec<Vec<u64>>) -> usize {
    const PRIME: u64 = 1_000_000_007;
    let power = |base: u64| {
        let bits = (0..30).rev().map(|bit| (PRIME - 2) >> bit & 1);
        bits.fold(1, |power, bit| power * power % PRIME * if bit == 1 { base } else { 1 } % PRIME)
    };
    let mut rank = 0;
    for column in 0..sums.first().map_or(0, Vec::len) {
        let Some(found) = (rank..sums.len()).find(|row| sums[*row][column] > 0) else { continue };
        sums.swap(rank, found);
        let (inverse, leading) = (power(sums[rank][column]), sums[rank].clone());
        for sum in &mut sums[rank + 1..] {
            let times = (PRIME - sum[column]) * inverse % PRIME;
            sum.iter_mut().zip(&leading).for_each(|(value, lead)| *value = (*value + times * lead) % PRIME);
        }
        rank += 1;
    }
    rank
}

/// Shown numbers are true and about nobody or enough, and no secret follows from them.
fn assert_safe(students: &Students) {
    let printed = printed(&Hidden::of(students, MINIMUM));
    for number in &printed {
        let true_one = true_one(number, students);
        assert!(number.shown.is_none_or(|shown| shown == true_one), "{} of {students:?}", number.name);
        assert!(number.shown.is_none_or(|shown| shown == 0 || shown >= MINIMUM), "{} is small", number.name);
    }
    assert_eq!(worked_out(&printed, students), Vec::<&str>::new(), "{students:?}");
    if students.values().all(|count| *count >= MINIMUM) {
        assert!(printed.iter().all(|number| number.shown.is_some()), "hidden without need: {students:?}");
    }
}

/// Attendance, behaviour and courses known, achievement by courses.
fn known(attendance: bool, behaviour: bool, courses: bool, chronic: bool) -> Said {
    Said {
        attendance: Some(attendance),
        behaviour: Some(behaviour),
        courses: Some(courses),
        failed: Some(courses),
        chronic: Some(chronic),
    }
}

fn shown(hidden: &Hidden, figure: &Figure) -> (Option<u32>, Option<u32>) {
    let ShownFigure { of, those } = hidden.figure(figure);
    (of, those)
}

#[test]
fn the_reader_of_this_test_can_subtract() {
    let students =
        Students::from([(known(false, false, false, false), 30), (known(true, true, true, true), 30)]);
    let mut printed = printed(&Hidden::of(&students, MINIMUM));
    assert!(worked_out(&printed, &students).is_empty());
    printed.iter_mut().find(|number| number.name == "courses those").unwrap().shown = None;
    assert_eq!(worked_out(&printed, &students), ["courses those"]);
}

#[test]
fn two_flags_that_few_have_do_not_follow_from_the_flags_added_up() {
    // 20 with one flag, 4 with two: as often as 28 flags were counted.
    let students = Students::from([
        (known(false, false, false, false), 40),
        (known(true, false, false, true), 20),
        (known(true, false, true, true), 4),
    ]);
    assert_safe(&students);
    let hidden = Hidden::of(&students, MINIMUM);
    assert_eq!(shown(&hidden, &NUMBERS[2]), (Some(64), None), "two flags");
    assert_eq!(shown(&hidden, &FLAGS[2]), (Some(64), None), "courses");
}

#[test]
fn what_the_flags_hide_the_table_of_achievement_does_not_tell() {
    // Courses are known of everybody, so that those flagged for them are those who failed one.
    let students = Students::from([
        (known(false, false, false, false), 30),
        (known(false, false, true, false), 11),
        (known(true, false, true, true), 5),
        (known(true, false, false, true), 12),
    ]);
    assert_safe(&students);
    let hidden = Hidden::of(&students, MINIMUM);
    assert_eq!(shown(&hidden, &FLAGS[2]), shown(&hidden, &GROUPS[3]));
    assert_eq!(shown(&hidden, &GROUPS[0]).1, None, "5 who are chronic failed a course");
    assert_eq!(hidden.students(), Some(58));
}

#[test]
fn of_a_small_school_only_what_is_about_nobody_is_shown() {
    let hidden = Hidden::of(&Students::from([(known(true, false, false, true), 9)]), MINIMUM);
    assert_eq!((hidden.students(), shown(&hidden, &FLAGS[0])), (None, (None, None)));
    assert_eq!(shown(&hidden, &FLAGS[1]), (None, Some(0)));
    assert_eq!(Hidden::of(&Students::new(), MINIMUM).students(), Some(0));
}

/// Courses and achievement agree mostly, as they do in a school; small counts are where it is hardest.
fn students() -> impl Strategy<Value = Students> {
    let count = prop_oneof![1..MINIMUM, 1..MINIMUM, MINIMUM..60];
    proptest::collection::vec((0..243usize, any::<bool>(), count), 0..12).prop_map(|picked| {
        let groups = groups();
        let group = |(n, agrees, count): (usize, bool, u32)| {
            let said = groups[n];
            (if agrees { Said { failed: said.courses, ..said } } else { said }, count)
        };
        picked.into_iter().map(group).collect()
    })
}

/// Everybody's flags are known: where most follows from most.
fn all_known() -> impl Strategy<Value = Students> {
    let count = prop_oneof![0..MINIMUM, MINIMUM..60];
    proptest::collection::vec(count, 16).prop_map(|counts| {
        let bit = |n: usize, place: usize| n >> place & 1 == 1;
        let group = |n| known(bit(n, 0), bit(n, 1), bit(n, 2), bit(n, 3));
        (0..).map(group).zip(counts).filter(|(_, count)| *count > 0).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_hidden_number_of_a_period_can_be_worked_out_from_both_tables(students in students()) {
        assert_safe(&students);
    }

    #[test]
    fn no_hidden_number_can_be_worked_out_where_everything_is_known(students in all_known()) {
        assert_safe(&students);
    }
}
