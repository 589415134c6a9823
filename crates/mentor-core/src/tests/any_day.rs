//! Whatever a mentor does, and wherever the phone is killed: the same views, now, after, and rebuilt.

use daymark_domain::{
    Ask, AskKind, Audience, Barrier, BarrierFactor, BarrierSource, Contact, ContactKind, DraftOf,
    FirstContactItem, Goal, GoalCheck, GoalMeasure, GoalResult, GoalTarget, GroupId, Milestone, NumberMark,
    Party, Recognition, RecognitionForm, RecognitionReason, SessionOutcome, StopRule, Urgency, WakeUpPlan,
    Weekdays,
};
use daymark_sqlite::open;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use tempfile::TempDir;

use super::drafts::killed;
use super::*;

fn contact() -> impl Strategy<Value = Contact> {
    let calls =
        [ContactKind::WakeUpCall, ContactKind::AbsenceCall, ContactKind::GoodNewsCall, ContactKind::Text];
    let sessions =
        [ContactKind::OneOnOne, ContactKind::ClassroomVisit, ContactKind::HomeVisit, ContactKind::Event];
    let call = (select(calls.to_vec()), select(CallOutcome::ALL), of(select(vec!["15550100", "15550101"])));
    let session = (select(sessions.to_vec()), of(1..90_u16), of(select(SessionOutcome::ALL)), of(1..4_u64));
    prop_oneof![
        call.prop_map(|(kind, outcome, number)| Contact {
            number: number.map(NumberMark::of),
            ..Contact::call(kind, outcome)
        }),
        session.prop_map(|(kind, minutes, outcome, later)| Contact {
            minutes,
            outcome: outcome.map(Into::into),
            follow_up: later.map(|days| today().plus(days)),
            ..Contact::of(kind)
        }),
        Just(Contact::of(ContactKind::TeamConsult)),
        Just(Contact::of(ContactKind::Letter)),
    ]
}

fn key() -> impl Strategy<Value = EntryKey> {
    (1..16_u32).prop_map(|counter| EntryKey { tag: DeviceTag::from_serial(11), counter })
}

/// What a mentor does at the door, on the phone, at the table.
fn contact_tap() -> impl Strategy<Value = Request> {
    let who = (1..=3_u8, 0..5_u64).prop_map(|(n, back)| (match_id(n), today().minus(back)));
    prop_oneof![
        (who.clone(), select(DoorResult::ALL))
            .prop_map(|((match_id, day), result)| Request::RecordDoorCheck { match_id, day, result }),
        (who.clone(), select(CallOutcome::ALL))
            .prop_map(|((match_id, day), outcome)| Request::RecordWakeUpCall { match_id, day, outcome }),
        (who.clone(), 1..90_u16).prop_map(|((match_id, day), minutes)| Request::RecordOneOnOne {
            match_id,
            day,
            minutes
        }),
        (who.clone(), select(CalendarMark::ALL))
            .prop_map(|((match_id, day), mark)| Request::MarkCalendarDay { match_id, day, mark }),
        (who.clone(), contact()).prop_map(|((match_id, day), contact)| Request::RecordContact {
            match_id,
            day,
            contact
        }),
        (1..=3_u8, 1..60_u16).prop_map(|(left_out, minutes)| Request::RecordGroup {
            matches: (1..=3).filter(|n| *n != left_out).map(match_id).collect(),
            day: today(),
            contact: Contact::session(ContactKind::SmallGroup, minutes),
        }),
        (who, "[a-z ]{0,9}x").prop_map(|((match_id, day), text)| Request::AddNote {
            match_id,
            day,
            text,
            audience: Audience::Match,
            class: NoteClass::Sensitive,
        }),
    ]
}

/// What student and mentor agree on, what stands in the way, what is asked for, what is private.
fn record_tap() -> impl Strategy<Value = Request> {
    let who = (1..=3_u8).prop_map(match_id);
    let plan = (who.clone(), 0..128_u8, 1..9_u16).prop_map(|(match_id, bits, days)| Request::SetWakeUpPlan {
        match_id,
        plan: WakeUpPlan {
            weekdays: Weekdays::from_bits(bits).unwrap(),
            from_minute: 390,
            to_minute: 450,
            whom: Party::Guardian,
            stop: StopRule::AfterPresentDays(days),
        },
    });
    let goal = (who.clone(), 0..7_u64, 1..6_u16).prop_map(|(match_id, ahead, to)| Request::SetGoal {
        match_id,
        goal: Goal {
            measure: GoalMeasure::DaysPresent,
            from: None,
            to,
            target: GoalTarget::Day(today().plus(ahead)),
        },
    });
    let recognize = (who.clone(), select(RecognitionReason::ALL)).prop_map(|(match_id, reason)| {
        let recognition = Recognition { whom: None, form: RecognitionForm::NoteHome, reason, days: None };
        Request::Recognize { match_id, recognition }
    });
    let barrier = (who.clone(), select(BarrierFactor::ALL)).prop_map(|(match_id, factor)| {
        let barrier = Barrier { factor, source: BarrierSource::Student, confidence: None };
        Request::ReportBarrier { match_id, barrier }
    });
    let ask = (who.clone(), select(AskKind::ALL)).prop_map(|(match_id, kind)| Request::AskTeam {
        match_id,
        ask: Ask { kind, urgency: Urgency::Today, text: None },
    });
    prop_oneof![
        plan,
        goal,
        recognize,
        barrier,
        ask,
        (who.clone(), key(), select(GoalResult::ALL)).prop_map(|(match_id, goal, result)| {
            Request::CheckGoal { match_id, goal, check: GoalCheck { result, counted: None } }
        }),
        (who.clone(), key()).prop_map(|(match_id, barrier)| Request::ResolveBarrier { match_id, barrier }),
        who.clone().prop_map(|match_id| Request::RaiseSafetyConcern { match_id }),
        (who.clone(), select(FirstContactItem::ALL))
            .prop_map(|(match_id, item)| Request::TickChecklist { match_id, item }),
        (who.clone(), select(Milestone::ALL))
            .prop_map(|(match_id, milestone)| Request::ReachMilestone { match_id, milestone }),
        (who.clone(), select(DraftOf::ALL), "[a-z]{0,5}")
            .prop_map(|(match_id, of, text)| Request::KeepDraft { match_id, of, text }),
        (who.clone(), "[a-z]{1,5}")
            .prop_map(|(match_id, tag)| Request::RecordAsked { match_id, starter: tag.parse().unwrap() }),
        (who.clone(), select(DraftOf::ALL)).prop_map(|(match_id, of)| Request::DiscardDraft { match_id, of }),
        (who.clone(), key()).prop_map(|(match_id, ask)| Request::ReadAnswer { match_id, ask }),
        (who, key()).prop_map(|(match_id, key)| Request::VoidEntry { match_id, key }),
    ]
}

/// What is taken back or said anew; a key that names no contact is refused.
fn second_thought() -> impl Strategy<Value = Request> {
    let who = (1..=3_u8, 0..3_u64).prop_map(|(n, back)| (match_id(n), today().minus(back)));
    let follows = || of(key());
    prop_oneof![
        (who.clone(), key(), contact(), follows()).prop_map(
            |((match_id, day), replaced, contact, follows)| {
                Request::ReplaceContact { match_id, replaced, day, contact: Contact { follows, ..contact } }
            }
        ),
        (who, contact(), follows()).prop_map(|((match_id, day), contact, follows)| {
            Request::RecordContact { match_id, day, contact: Contact { follows, ..contact } }
        }),
    ]
}

/// What happens to a phone.
#[derive(Clone, Debug)]
enum Step {
    Tap(Request),
    /// The group that was recorded so many groups ago.
    VoidGroup(usize),
    Kill,
    Rebuild,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        20 => prop_oneof![contact_tap(), record_tap(), second_thought()].prop_map(Step::Tap),
        1 => (0..3_usize).prop_map(Step::VoidGroup),
        1 => Just(Step::Kill),
        1 => Just(Step::Rebuild),
    ]
}

/// A phone to which things happen.
struct Day {
    core: Core,
    hand: Hand,
    folder: TempDir,
    groups: Vec<GroupId>,
}

impl Day {
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (core, hand) =
            paired_over(open(&folder.path().join("daymark.sqlite"), None, MIGRATIONS).unwrap());
        Self { core, hand, folder, groups: Vec::new() }
    }

    fn take(self, step: Step) -> Result<Self, TestCaseError> {
        match step {
            Step::Tap(request) => self.tap(request),
            Step::VoidGroup(ago) => match self.groups.iter().rev().nth(ago).copied() {
                Some(group) => self.tap(Request::VoidGroup { group }),
                None => Ok(self),
            },
            Step::Kill => self.killed(),
            Step::Rebuild => self.rebuilt(),
        }
    }

    fn tap(mut self, request: Request) -> Result<Self, TestCaseError> {
        self.hand.set(self.hand.get() + 7);
        match self.core.answer(request) {
            Ok(Reply::SavedGroup { group, .. }) => self.groups.push(group),
            Ok(_) | Err(Failure::NoSuchEntry) => {}
            Err(other) => return Err(TestCaseError::fail(other.to_string())),
        }
        Ok(self)
    }

    fn killed(mut self) -> Result<Self, TestCaseError> {
        let (now, shown) = (self.hand.get(), views(&mut self.core));
        let (mut core, hand, folder) = killed(self.core, self.folder.path());
        hand.set(now);
        prop_assert_eq!(views(&mut core), shown);
        Ok(Self { core, hand, folder, groups: self.groups })
    }

    fn rebuilt(mut self) -> Result<Self, TestCaseError> {
        let (written, shown) = (projected(&mut self.core), views(&mut self.core));
        projection::rebuild(&mut self.core.db).unwrap();
        prop_assert_eq!(projected(&mut self.core), written);
        prop_assert_eq!(views(&mut self.core), shown);
        Ok(self)
    }
}

/// Everything that a screen can show.
fn views(core: &mut Core) -> Vec<Reply> {
    let mut requests = vec![
        Request::Status,
        Request::Today,
        Request::Door { day: None },
        Request::Caseload,
        Request::MyWeek { day: None },
        Request::MyMonth { day: None },
    ];
    for match_id in (1..=3).map(match_id) {
        requests.extend([Request::Student { match_id, month: None }, Request::Year { match_id }]);
    }
    requests.into_iter().map(|request| core.answer(request).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn after_any_day_and_a_kill_the_phone_shows_the_same_and_so_it_does_rebuilt_from_the_records(
        steps in proptest::collection::vec(step(), 1..50),
    ) {
        let mut day = Day::begin();
        for step in steps {
            day = day.take(step)?;
        }
        day.killed()?.rebuilt()?;
    }
}

#[test]
fn an_app_that_learned_new_words_writes_its_rows_anew_once() {
    let (mut core, _) = paired();
    greet(&mut core, 1, DoorResult::Greeted).unwrap();
    let written = projected(&mut core);
    core.db.execute_batch("DELETE FROM entry").unwrap();
    projection::catch_up(&mut core.db).unwrap();
    assert_eq!(projected(&mut core), written, "no version of ours has written these rows yet");
    core.db.execute_batch("DELETE FROM entry").unwrap();
    projection::catch_up(&mut core.db).unwrap();
    assert!(projected(&mut core).is_empty(), "this version has: nothing is done again");
}
