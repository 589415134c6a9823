//! Entries of every kind, at random.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

use daymark_domain::{
    Ask, AskKind, Audience, Barrier, BarrierFactor, BarrierSource, CallOutcome, Confidence, Contact,
    ContactDirection, ContactKind, ContactOutcome, DoorResult, EntryKey, FirstContactItem, Goal, GoalCheck,
    GoalMeasure, GoalResult, GoalTarget, GroupId, Milestone, NoteClass, NoteText, NumberMark, Party, Place,
    Recognised, Recognition, RecognitionForm, RecognitionReason, ReportedReason, SchoolDay, SessionOutcome,
    StopRule, Tag, Urgency, WakeUpPlan, Weekdays, What,
};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

fn day() -> impl Strategy<Value = SchoolDay> {
    (19_000..21_000_i32).prop_map(|number| SchoolDay::from_number(number).unwrap())
}

fn key() -> impl Strategy<Value = EntryKey> {
    "[a-z]{1,3}-[1-9][0-9]{0,3}".prop_map(|key| key.parse().unwrap())
}

fn text() -> impl Strategy<Value = NoteText> {
    "[a-zé ]{0,20}x".prop_map(|text| text.try_into().unwrap())
}

fn small() -> std::ops::Range<u16> {
    0..367
}

fn contact() -> impl Strategy<Value = Contact> {
    let outcome = prop_oneof![
        select(CallOutcome::ALL).prop_map(ContactOutcome::Call),
        select(SessionOutcome::ALL).prop_map(ContactOutcome::Session),
    ];
    let said = (of(outcome), of(1..=1_440_u16), of(select(ContactDirection::ALL)), of(select(Party::ALL)));
    let more =
        (of(select(Place::ALL)), of(select(ReportedReason::ALL)), of("[a-z_]{1,32}"), of(any::<u16>()));
    let links = (of(day()), of(key()), of(any::<[u8; 16]>()));
    (select(ContactKind::ALL), said, more, links).prop_map(|(kind, said, more, links)| {
        let (outcome, minutes, direction, party) = said;
        let (place, reason, activity, number) = more;
        let (follow_up, follows, group) = links;
        Contact {
            kind,
            outcome,
            minutes,
            direction,
            party,
            place,
            reason,
            activity: activity.map(|tag| tag.parse::<Tag>().unwrap()),
            number: number.map(NumberMark),
            follow_up,
            follows,
            group: group.map(GroupId::from_bytes),
        }
    })
}

fn goal() -> impl Strategy<Value = What> {
    let target =
        prop_oneof![day().prop_map(GoalTarget::Day), day().prop_map(|day| GoalTarget::Week(day.week())),];
    (select(GoalMeasure::ALL), of(small()), 1..367_u16, target)
        .prop_map(|(measure, from, to, target)| What::Goal(Goal { measure, from, to, target }))
}

fn plan() -> impl Strategy<Value = What> {
    let stop = prop_oneof![
        Just(StopRule::WhenChanged),
        (1..367_u16).prop_map(StopRule::AfterPresentDays),
        day().prop_map(StopRule::OnDay),
    ];
    (0..128_u8, 0..700_u16, 700..1_441_u16, select(Party::ALL), stop).prop_map(
        |(bits, from_minute, to_minute, whom, stop)| {
            let weekdays = Weekdays::from_bits(bits).unwrap();
            What::WakeUpPlan(WakeUpPlan { weekdays, from_minute, to_minute, whom, stop })
        },
    )
}

/// An entry of any kind that this version knows.
pub(crate) fn any_what() -> impl Strategy<Value = What> {
    let audience = select(vec![Audience::Match, Audience::Team]);
    let recognition = (
        of(select(Recognised::ALL)),
        select(RecognitionForm::ALL),
        select(RecognitionReason::ALL),
        of(small()),
    );
    let barrier = (select(BarrierFactor::ALL), select(BarrierSource::ALL), of(select(Confidence::ALL)));
    let check = (key(), select(GoalResult::ALL), of(small()));
    prop_oneof![
        2 => select(DoorResult::ALL).prop_map(What::DoorCheck),
        6 => contact().prop_map(What::Contact),
        1 => (text(), audience, select(NoteClass::ALL))
            .prop_map(|(text, audience, class)| What::Note { text, audience, class }),
        1 => goal(),
        1 => check.prop_map(|(goal, result, counted)| What::GoalCheck { goal, check: GoalCheck { result, counted } }),
        1 => recognition.prop_map(|(whom, form, reason, days)| What::Recognition(Recognition { whom, form, reason, days })),
        1 => barrier.prop_map(|(factor, source, confidence)| What::Barrier(Barrier { factor, source, confidence })),
        1 => key().prop_map(|barrier| What::BarrierResolved { barrier }),
        1 => (select(AskKind::ALL), select(Urgency::ALL), of(text()))
            .prop_map(|(kind, urgency, text)| What::Ask(Ask { kind, urgency, text })),
        1 => Just(What::SafetyConcern),
        1 => select(Milestone::ALL).prop_map(What::Milestone),
        1 => plan(),
        1 => select(FirstContactItem::ALL).prop_map(What::Checklist),
    ]
}
