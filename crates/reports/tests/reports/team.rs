//! What the team itself does, as it stood on the day of the packet; and the school week by week.

use daymark_domain::{
    ActionState, MentorId, NoteText, ReferralKind, ReferralStatus, SchoolDay, SchoolId, Urgency,
};
use daymark_reports::{
    ActionFact, CheckInFact, DecisionFact, Facts, HelpReason, MatchFacts, Packet, ReferralFact, heat_map,
    weekly_packet,
};

use crate::school::{contact, facts, matched, school, student, weekdays};

/// Two students, the first with a mentor since the first day, on the Friday of the ninth week.
fn team() -> (Vec<SchoolDay>, Facts) {
    let days = weekdays("2025-08-18", 60);
    let lincoln = school(1, &days);
    let (first, second) = (student(1, &lincoln, &[]), student(2, &lincoln, &days[0..12]));
    let of = matched(1, &lincoln, &first, days[0]);
    let facts = Facts { matches: vec![of], ..facts(days[44], vec![lincoln], vec![first, second]) };
    (days, facts)
}

fn lincoln() -> SchoolId {
    SchoolId::from_bytes([1; 16])
}

fn packet(facts: &Facts) -> Packet {
    weekly_packet(facts).schools.remove(0)
}

fn text(words: &str) -> Option<NoteText> {
    NoteText::try_from(words.to_owned()).ok()
}

fn referral(
    facts: &Facts,
    kind: ReferralKind,
    status: ReferralStatus,
    due: Option<SchoolDay>,
) -> ReferralFact {
    let of = &facts.students[0];
    ReferralFact {
        school_id: lincoln(),
        student_id: of.id,
        student_sis_id: of.sis_id.clone(),
        kind,
        urgency: Urgency::ThisWeek,
        day: facts.as_of.minus(9),
        status,
        since: facts.as_of.minus(2),
        owner: "Pat".to_owned(),
        due,
    }
}

#[test]
fn a_student_is_supported_by_what_somebody_said_yes_to_and_all_that_is_open_waits_by_its_day() {
    use ReferralKind as K;
    use ReferralStatus as S;
    let (days, mut facts) = team();
    facts.team.referrals = vec![
        referral(&facts, K::Food, S::Accepted, None),
        referral(&facts, K::Transport, S::InProgress, Some(days[50])),
        referral(&facts, K::Legal, S::Requested, Some(days[43])),
        referral(&facts, K::Housing, S::Completed, None),
    ];
    let packet = packet(&facts);
    let row = &packet.students[0];
    assert_eq!(row.extra_supports, [K::Food, K::Transport]);
    assert_eq!(row.open_referrals, 3);
    let waits: Vec<_> = packet.open_referrals.iter().map(|row| (row.kind, row.overdue)).collect();
    assert_eq!(waits, [(K::Legal, true), (K::Transport, false), (K::Food, false)]);
}

#[test]
fn the_packet_tells_what_the_latest_meeting_decided_and_what_is_open_or_ended_since() {
    let (days, mut facts) = team();
    let decision =
        |day, words| DecisionFact { school_id: lincoln(), student_sis_id: None, day, text: text(words) };
    facts.team.decisions =
        vec![decision(days[34], "older"), decision(days[39], "latest"), decision(days[49], "to come")];
    let action = |state, day, since, due| ActionFact {
        school_id: lincoln(),
        student_sis_id: Some("0001".to_owned()),
        day,
        state,
        since,
        owner: "Pat".to_owned(),
        due,
        text: text("Call"),
    };
    use ActionState::{Done, Open};
    facts.team.actions = vec![
        action(Open, days[40], days[40], days[46]),
        action(Done, days[30], days[42], days[41]),
        action(Open, days[30], days[30], days[43]),
        action(Done, days[20], days[22], days[21]),
    ];
    let packet_now = packet(&facts);
    let decided: Vec<_> =
        packet_now.decisions.iter().map(|row| row.text.as_ref().unwrap().as_str()).collect();
    assert_eq!(decided, ["latest"]);
    let actions: Vec<_> =
        packet_now.actions.iter().map(|row| (row.state, row.due, row.overdue, row.new)).collect();
    assert_eq!(
        actions,
        [(Open, days[43], true, false), (Open, days[46], false, true), (Done, days[41], false, false)],
        "what ended long ago is told no more"
    );
    assert_eq!(packet_now.students[0].open_actions, 2);
    let kept = packet(&facts.without_texts());
    assert!(kept.decisions.iter().all(|row| row.text.is_none()));
    assert!(kept.actions.iter().all(|row| row.text.is_none()), "what is kept for ever holds no word");
}

#[test]
fn a_mentor_whose_talk_is_overdue_needs_help_until_it_is_held() {
    let (days, mut facts) = team();
    let needs = |facts: &Facts| {
        let help = packet(facts).matches_needing_help;
        help.iter().any(|row| row.reasons.contains(&HelpReason::SupportOverdue))
    };
    assert!(needs(&facts), "nobody talked with Ana in two months");
    let talk = |mentor_id, day| CheckInFact { school_id: lincoln(), mentor_id, day };
    let ana = facts.matches[0].mentor_id;
    facts.team.check_ins = vec![talk(ana, days[8]), talk(ana, days[20])];
    assert!(needs(&facts), "two in the first month, then monthly");
    facts.team.check_ins.push(talk(MentorId::from_bytes([9; 16]), days[40]));
    assert!(needs(&facts), "that was with somebody else");
    facts.team.check_ins.push(talk(ana, days[46]));
    assert!(needs(&facts), "that is still to come");
    facts.team.check_ins.push(talk(ana, days[40]));
    assert!(!needs(&facts));
}

#[test]
fn the_trend_has_a_point_for_each_week_and_ends_where_the_picture_stands() {
    let (days, facts) = team();
    let packet = packet(&facts);
    assert_eq!(packet.trend.len(), 9);
    let (first, last) = (packet.trend[0], packet.trend[8]);
    assert_eq!(
        (first.day, first.with_tier, first.chronic_percent),
        (days[4].plus(2), 0, None),
        "five days are few"
    );
    assert_eq!((packet.trend[1].chronic, packet.trend[1].with_tier), (1, 2), "ten days, all of them missed");
    assert_eq!(last.day, days[44]);
    assert_eq!(Some(last.chronic), packet.picture.now.tiers.chronic);
    assert_eq!(last.chronic_percent, packet.picture.now.tiers.chronic_percent);
    assert_eq!(last.ada_percent, packet.picture.now.ada_percent);
}

#[test]
fn the_heat_map_tells_the_most_that_mentors_reached_on_a_day() {
    use daymark_domain::Reach;
    let (days, mut facts) = team();
    let of: &mut MatchFacts = &mut facts.matches[0];
    of.contacts = vec![
        contact(days[40], "wake_up_call", Reach::Nobody),
        contact(days[41], "wake_up_call", Reach::Family),
        contact(days[41], "door_greeting", Reach::Student),
        contact(days[42], "absence_call", Reach::Family),
    ];
    let map = heat_map(&facts);
    let row = &map.schools[0].students[0];
    assert_eq!(&row.outreach[40..], "tsf..");
    assert!(map.schools[0].students[1].outreach.chars().all(|code| code == '.'));
}
