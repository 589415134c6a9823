//! Every form of the staff, filled in so that the school's own people get it taken. In an order in which each can be.

use crate::store::accounts::Role::{self, Auditor, Captain, Coordinator};

/// A form: where it goes, who sends it, and what it says. Names in braces stand for ids of the school's things.
pub(in super::super) struct Form {
    /// The route, as the table of permissions has it.
    pub(in super::super) path: &'static str,
    pub(in super::super) by: Role,
    pub(in super::super) fields: &'static str,
    /// Where the route's parameter is another thing than the one of that name.
    pub(in super::super) with: &'static [(&'static str, &'static str)],
    /// What is read off a page first: its name, the page, and what stands before and after it.
    pub(in super::super) needs: &'static [(&'static str, &'static str, &'static str, &'static str)],
    /// What the address that follows ends with.
    pub(in super::super) gives: Option<&'static str>,
}

const fn form(path: &'static str, fields: &'static str) -> Form {
    Form { path, by: Coordinator, fields, with: &[], needs: &[], gives: None }
}

impl Form {
    const fn by(mut self, role: Role) -> Self {
        self.by = role;
        self
    }
    const fn with(mut self, with: &'static [(&'static str, &'static str)]) -> Self {
        self.with = with;
        self
    }
    const fn needs(
        mut self,
        needs: &'static [(&'static str, &'static str, &'static str, &'static str)],
    ) -> Self {
        self.needs = needs;
        self
    }
    const fn gives(mut self, thing: &'static str) -> Self {
        self.gives = Some(thing);
        self
    }
}

/// The one form that brings a file.
pub(in super::super) const TAKES_A_FILE: &str = "/staff/imports/files/{kind}";

const APPLICATION: &str = "name=Cleo+{text}&kind=retiree&contact=555+0140&languages=Spanish&capacity=3&time_mon_before=on\
    &interests=chess&motives={text}&reference_0_name={text}&reference_0_relation=neighbour&from_paper=2025-09-30";
const FILE: &str =
    "student_id,school_id,date,category,reason,duration\n{student_key},{school_key},2025-10-10,Tardy,,\n";
const READS_THE_FORMS_TOKEN: &[(&str, &str, &str, &str)] =
    &[("token", "/staff/imports/jobs/{job}", "name=\"token\" value=\"", "\"")];
const READS_THE_GRANT: &[(&str, &str, &str, &str)] =
    &[("grant", "/staff/matches/{match}/fields", "/fields/", "/end\"")];
const READS_WHAT_WAS_HANDED_IN: &[(&str, &str, &str, &str)] =
    &[("handed_in", "/staff/mentors/{mentor}", "name=\"through\" value=\"", "\"")];
const PROPOSED: &[(&str, &str)] = &[("match", "proposal")];
const AS_CANDIDATE: &[(&str, &str)] = &[("student", "candidate")];

/// All of them.
pub(in super::super) const FORMS: &[Form] = &[
    form("/staff/school", "name_0=Grace+{text}&role_0=Counsellor&phone_0=%2B1+555+0100&texting=guardians"),
    form("/staff/accounts/{staff}/link", "").with(&[("staff", "team")]),
    form("/staff/accounts/{staff}/back-to-password", "").with(&[("staff", "connected")]),
    form("/staff/students", "name=zo"),
    form("/staff/students/{student}/amendments", "day=2025-10-14&asked_by=Dee+{text}&text=A+funeral,+says+{text}"),
    form("/staff/students/{student}/export", "format=csv&purpose=court&recipient=Court+of+{text}"),
    form("/staff/glass", "key={elsewhere_key}&reason=Found+on+the+road,+says+{text}&hours=1").gives("glass"),
    form("/staff/glass/{glass}/mend", ""),
    form("/staff/glass", "key={elsewhere_key}&reason=Found+again,+says+{text}&hours=4").gives("glass"),
    form("/staff/resources/new", "name=Pantry+{text}&factor_food=yes&phone=555+0100&verified=2025-10-01"),
    form("/staff/resources/{resource}", "name=Pantry+{text}&factor_food=yes&phone=555+0199")
        .needs(&[("resource", "/staff/resources", "<a href=\"/staff/resources/", "\"")]),
    form("/staff/asks/{match}/{entry}", "status=in_progress&text=Soon,+says+{text}"),
    form(
        "/staff/referrals/new",
        "student={student}&match={match}&ask={entry}&kind=transport&urgency=today&resource=&to=Bus+office+{text}&reason=Moved\
         &consent=school_official&owner={coordinator}&due=2025-10-16&note=&answer=Asked&status=requested",
    )
    .gives("referral"),
    form(
        "/staff/referrals/{referral}",
        "from=requested&status=accepted&outcome=&consent=school_official&owner={coordinator}&due=&note=Called&answer=",
    ),
    form("/staff/candidates/{student}", "choice=match.need&note={text}").with(AS_CANDIDATE),
    form(
        "/staff/candidates/{student}/profile",
        "interests=Chess+{text}&strengths=Math&preferences=Patient&time_fri_after=yes",
    )
    .with(AS_CANDIDATE),
    form(
        "/staff/candidates/{student}/mentors/{mentor}",
        "existing_relationship=yes&seen_in_the_day=no&known_to_family=unknown&similar_experience=yes",
    )
    .with(AS_CANDIDATE),
    form(
        "/staff/matches/rules",
        "existing_relationship=5&seen_in_the_day=4&family_language=3&known_to_family=2&similar_experience=1&family_first=7",
    ),
    form(
        "/staff/matches/new",
        "student={candidate}&mentor={ben}&why_family_language=yes&rationale=Both+{text}&start_day=2025-10-14\
         &expected_end=2026-05-29&because=",
    )
    .gives("proposal"),
    form("/staff/matches/{match}/basis", "because=under_school_control").with(PROPOSED),
    form(
        "/staff/matches/{match}/notices",
        "kind=notice&language=Spanish&channel=call&notice_day=2025-10-14&answer=agrees&answered_by=Dee&note={text}",
    )
    .with(PROPOSED),
    form("/staff/matches/{match}/steps", "step=activate").with(PROPOSED),
    form("/staff/matches/{match}/fields", "field=discipline&reason=Comes+from+court,+says+{text}&until=2025-11-14"),
    form("/staff/matches/{match}/fields/{grant}/end", "").needs(READS_THE_GRANT),
    form("/staff/matches/{match}/fields", "field=courses&reason=Helps+with+homework,+says+{text}&until=2025-11-14"),
    form("/staff/mentors", "name=Cleo+{text}").gives("cleo"),
    form("/staff/mentors/{mentor}/application", APPLICATION).with(&[("mentor", "cleo")]),
    form(
        "/staff/mentors/{mentor}/screenings",
        "kind=background&result=clear&day=2025-10-01&through=&checked_by=Office+{text}",
    )
    .with(&[("mentor", "cleo")]),
    form("/staff/mentors/{mentor}/trainings", "topic_app=on&hours=2&day=2025-10-03&given_by={text}")
        .with(&[("mentor", "cleo")]),
    form("/staff/mentors/{mentor}/documents", "document_handbook=on&day=2025-10-03").with(&[("mentor", "cleo")]),
    form("/staff/mentors/{mentor}/agreement", "how=screen&signed_name=Cleo+{text}&day=2025-10-14")
        .with(&[("mentor", "cleo")]),
    form("/staff/mentors/{mentor}/decisions", "decision=left&day=2025-10-14&reason=moved+{text}")
        .with(&[("mentor", "cleo")]),
    form("/staff/mentors/{mentor}/students", "name=zo&grade="),
    form(
        "/staff/mentors/{mentor}/matches",
        "student={newcomer}&name=zo&why_family_language=yes&rationale=Both+{text}&start_day=2025-10-14\
         &expected_end=2026-05-29&because=under_school_control&channel=call&language=English&notice_day=2025-10-14\
         &answer=agrees&answered_by=Dee",
    ),
    form("/staff/mentors/{mentor}/matches/{match}/wake-up-calls", "wake_up_calls=no").with(&[("match", "spare")]),
    form("/staff/mentors/{mentor}/invite", ""),
    form("/staff/mentors/{mentor}/pairing", "said=same&phone={asking}").with(&[("mentor", "ben")]),
    form("/staff/mentors/{mentor}/devices/{device}/revoke", "leaving=left"),
    form("/staff/mentors/{mentor}/handed-in", "through={handed_in}").needs(READS_WHAT_WAS_HANDED_IN),
    form("/staff/planning", "follows=0&data=18+students,+says+{text}"),
    form("/staff/checklist/{step}", "done=yes&day=2025-10-10&evidence=List+of+{text}"),
    form("/staff/kick-off", "day=2025-10-21&time=17:30&place=Library+{text}&note=Pizza"),
    form(
        "/staff/numbers/{guardian}",
        "seen={seen}&what=replaced&phone=950+555+0199&source=emergency_card&day=2025-10-13&answer=After+six,+{text}",
    )
    .needs(&[("seen", "/staff/numbers/{guardian}", "name=\"seen\" value=\"", "\"")]),
    form("/staff/closing/{match}", "reason=goals_met&last_day=2025-10-31").with(&[("match", "ended")]),
    form("/staff/closing/{match}/steps", "step=notice&state=done&day=2025-10-14&who={text}").with(&[("match", "ended")]),
    form("/staff/closing/{match}/end", "reason=safety").with(&[("match", "ended")]),
    form(
        "/staff/closing/{match}/next",
        "mentor={ben}&start_day=2025-10-14&expected_end=2026-05-29&rationale=Chess+{text}&hand_over=Likes+drums+{text}",
    )
    .with(&[("match", "ended")])
    .gives("after"),
    form("/staff/closing/{match}/hand-over", "hand_over=Likes+chess,+says+{text}").with(&[("match", "after")]),
    form("/staff/reviews/{match}", "day=2025-10-14&student=keep&decision=go_on&works=Mornings+{text}&change="),
    form(
        "/staff/substitutes/{match}",
        "mentor={ben}&reason=illness&last_day=2025-10-20&note=Flu+{text}&basis=school_official&family_told=yes",
    ),
    form("/staff/substitutes/{match}/renew", "reason=leave&last_day=2025-11-12")
        .needs(&[("substitute", "/staff/substitutes/{match}", "<a href=\"/staff/substitutes/", "\"")])
        .with(&[("match", "substitute")]),
    form("/staff/rollover", "listed_{match}=yes&go_on_{match}=yes"),
    form(
        "/staff/support/{mentor}",
        "day=2025-10-14&way=phone&topic_success=yes&need_place=yes&note=Went+well,+{text}&next_step=Find+a+room",
    ),
    form("/staff/support/{mentor}/pulse", "of=student&match={match}&first=5&second=4&third=5&day=2025-10-14&note={text}"),
    form("/staff/support/groups", "day=2025-10-14&topic=Winter+{text}&came_{mentor}=yes&came_{ben}=yes"),
    form("/staff/thanks", "student={student}&whom=family&form=call_home&day=2025-10-14"),
    form("/staff/thanks", "mentor={mentor}&way=card&day=2025-10-14"),
    form("/staff/readiness", "need=yes&committed_principal=yes&support_staff=partly&working_team=yes&partners=not_yet&note_need={text}"),
    form("/staff/reflections", "month=2025-09-30&worked=Greeting,+says+{text}&did_not=&change="),
    form("/staff/variants/{match}", "variant=Mornings+{text}"),
    form("/staff/reports/{report}", "as_of=2025-10-14").gives("snapshot"),
    form("/team/meeting", "as_of=2025-10-14"),
    form("/team/meeting/{meeting}/entries", "what=decision&student={student}&text=Join+the+club,+{text}")
        .needs(&[("meeting", "/team/meeting", "action=\"/team/meeting/", "/entries")]),
    form(
        "/team/meeting/{meeting}/entries",
        "what=action&student={student}&text=Call+the+aunt,+{text}&owner={coordinator}&due=2025-10-17",
    ),
    form("/team/meeting/{meeting}/notes", "item=students&text=A+word,+{text}"),
    form("/team/meeting/{meeting}", "here_{coordinator}=yes&others=Nurse+{text}&chair={coordinator}&chair_name=&check_data_used=yes"),
    form("/team/actions/{action}", "from=open&state=done&owner={coordinator}&due=2025-10-17&note=Went+{text}")
        .needs(&[("action", "/team/actions", "href=\"/team/actions/", "\"")]),
    form("/team/meeting/{meeting}/decisions/{decision}/take-back", "")
        .needs(&[("decision", "/team/meeting/{meeting}", "/decisions/", "/take-back")]),
    form("/team/meeting/days/groups", "name=Alone+{text}&mentor=without&grade=7&risk=any&signal=no&order=missed&owner={coordinator}"),
    form("/team/meeting/days/groups/{group}/retire", "")
        .needs(&[("group", "/team/meeting/days", "/days/groups/", "/retire")]),
    form("/district/agreements", "partner=State+university&purpose=A+study&first=2025-10-01&last=2026-06-30")
        .by(Captain)
        .gives("agreement"),
    form("/district/agreements/{agreement}/file", "month=2025-09-30&face=csv&school=").by(Captain),
    form("/district/agreements/{agreement}/end", "").by(Captain),
    form(
        "/district/self-check",
        "actionable_data=begun&positive_engagement=begun&capacity_building=begun&shared_accountability=not_yet&partnerships=all_schools",
    )
    .by(Captain),
    form("/district/access", "key={student_key}").by(Auditor),
    form(TAKES_A_FILE, FILE).gives("job"),
    form("/staff/imports/jobs/{job}", "token={token}").needs(READS_THE_FORMS_TOKEN),
    form("/staff/imports/{batch}/undo", ""),
    // Kept for whoever looks at addresses afterwards: a job that waits, and a mentor's file with a row to take back.
    form(TAKES_A_FILE, FILE).gives("job"),
    form("/staff/mentors/{mentor}/taken-back", "fact=agreement&id={signature}"),
];
