//! Things to do together in a few minutes, made by us. A contact names one by its tag.

use daymark_components::{Words, say};
use daymark_domain::Tag;

use super::Band;

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActivityKind {
    Game,
    Talk,
    Art,
    Plan,
    Move,
}

impl ActivityKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Game, Self::Talk, Self::Art, Self::Plan, Self::Move];

    /// Its word in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Self::Game => "game",
            Self::Talk => "talk",
            Self::Art => "art",
            Self::Plan => "plan",
            Self::Move => "move",
        }
    }
}

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Activity {
    /// Its tag as text.
    pub tag: &'static str,
    pub kind: ActivityKind,
    /// The grades that it is for.
    pub bands: &'static [Band],
}

impl Activity {
    /// The tag that a contact keeps.
    pub fn tag(&self) -> Option<Tag> {
        self.tag.parse().ok()
    }
}

const ALL: &[Band] = &Band::ALL;
const TO_5: &[Band] = &[Band::KTo2, Band::From3To5];
const TO_8: &[Band] = &[Band::KTo2, Band::From3To5, Band::From6To8];
const FROM_3: &[Band] = &[Band::From3To5, Band::From6To8, Band::From9To12];
const FROM_6: &[Band] = &[Band::From6To8, Band::From9To12];
const FROM_9: &[Band] = &[Band::From9To12];

const fn a(tag: &'static str, kind: ActivityKind, bands: &'static [Band]) -> Activity {
    Activity { tag, kind, bands }
}

/// All of them, by kind. A tag that was given out keeps its meaning: entries hold it.
#[rustfmt::skip]
pub const ACTIVITIES: &[Activity] = &[
    a("question_dice", ActivityKind::Game, TO_8),
    a("two_truths", ActivityKind::Game, FROM_3),
    a("short_game", ActivityKind::Game, ALL),
    a("guess_my_rule", ActivityKind::Game, TO_5),
    a("quiz_swap", ActivityKind::Game, FROM_6),
    a("high_low", ActivityKind::Talk, ALL),
    a("song_swap", ActivityKind::Talk, FROM_6),
    a("what_would_you_do", ActivityKind::Talk, FROM_3),
    a("reporter", ActivityKind::Talk, FROM_3),
    a("read_aloud", ActivityKind::Talk, TO_5),
    a("name_picture", ActivityKind::Art, TO_8),
    a("good_morning_comic", ActivityKind::Art, TO_8),
    a("thank_you_card", ActivityKind::Art, TO_8),
    a("way_to_school_map", ActivityKind::Art, TO_5),
    a("page_of_me", ActivityKind::Art, FROM_6),
    a("mark_calendar", ActivityKind::Plan, ALL),
    a("morning_plan", ActivityKind::Plan, ALL),
    a("week_ahead", ActivityKind::Plan, FROM_3),
    a("plan_b", ActivityKind::Plan, FROM_3),
    a("first_ten_minutes", ActivityKind::Plan, FROM_3),
    a("find_a_club", ActivityKind::Plan, FROM_3),
    a("credit_count", ActivityKind::Plan, FROM_9),
    a("job_advert", ActivityKind::Plan, FROM_9),
    a("walk_and_talk", ActivityKind::Move, ALL),
    a("stretch_and_breathe", ActivityKind::Move, ALL),
    a("ball_toss", ActivityKind::Move, TO_8),
    a("school_helper", ActivityKind::Move, ALL),
];

/// Its name; a tag of a newer version is shown as it is.
pub fn activity(words: Words, tag: &Tag) -> String {
    say!(words, "activity", tag: tag.as_str())
}

/// How it goes, in a sentence or two.
pub fn activity_how(words: Words, activity: &Activity) -> String {
    say!(words, "activity-how", tag: activity.tag)
}

/// What kind it is, in a word.
pub fn activity_kind(words: Words, kind: ActivityKind) -> String {
    say!(words, "activity-kind", word: kind.word())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_activity_has_a_tag_that_a_contact_can_keep_and_each_its_own() {
        let tags: BTreeSet<Tag> = ACTIVITIES.iter().map(|activity| activity.tag().unwrap()).collect();
        assert_eq!(tags.len(), ACTIVITIES.len());
    }

    #[test]
    fn every_band_of_grades_finds_something_of_every_kind() {
        for band in Band::ALL {
            for kind in ActivityKind::ALL {
                let fits = |activity: &&Activity| activity.kind == kind && activity.bands.contains(&band);
                assert!(ACTIVITIES.iter().any(|activity| fits(&activity)), "{band:?} {kind:?}");
            }
        }
    }
}
