//! What happens on each day of a run, drawn from its seed.

use super::chance::Chance;
use super::plan::Plan;
use super::steps::{Exchange, Fault, Fuse, Step, Trip};

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

/// The whole run.
pub fn schedule(seed: u64, plan: &Plan) -> Vec<Step> {
    let mut draw = Draw { chance: Chance::of(seed, 1), plan, steps: Vec::new() };
    // For how many more days each phone is without a network.
    let mut offline = vec![0_usize; plan.phones + plan.days / 20];
    for day in 0..plan.days {
        draw.steps.push(Step::Morning);
        draw.office(day);
        for (phone, days) in offline.iter_mut().enumerate() {
            draw.day_of(phone, days);
        }
        draw.accidents();
        if day > 0 && day % 60 == 0 {
            draw.steps.push(Step::Quiet);
        }
    }
    draw.steps.push(Step::Quiet);
    draw.steps
}

struct Draw<'p> {
    chance: Chance,
    plan: &'p Plan,
    steps: Vec<Step>,
}

impl Draw<'_> {
    fn add(&mut self, in_thousand: usize, step: impl FnOnce(&mut Chance) -> Step) {
        if self.chance.in_thousand(in_thousand) {
            let step = step(&mut self.chance);
            self.steps.push(step);
        }
    }

    /// What the school does on a day.
    fn office(&mut self, day: usize) {
        let (students, mentors) = (self.plan.students, self.plan.mentors);
        self.add(300, |chance| Step::Attendance { roll: chance.draw() });
        self.add(40, |chance| Step::Rename { student: chance.below(students) });
        self.add(60, |chance| Step::BeginMatch { roll: chance.draw() });
        self.add(40, |chance| Step::EndMatch { roll: chance.draw() });
        self.add(15, |chance| Step::HoldBack { mentor: chance.below(mentors) });
        self.add(60, |chance| Step::GiveBack { mentor: chance.below(mentors) });
        if day > 5 {
            self.add(15, |chance| Step::NewPhone { mentor: chance.below(mentors) });
        }
    }

    /// What a mentor does with one phone on a day.
    fn day_of(&mut self, phone: usize, offline: &mut usize) {
        if *offline == 0 && self.chance.in_thousand(40) {
            *offline = 2 + self.chance.below(20);
        }
        let away = *offline > 0;
        *offline = offline.saturating_sub(1);
        if self.chance.in_thousand(450) {
            for _ in 0..=self.chance.below(4) {
                let roll = self.chance.draw();
                self.steps.push(Step::Tap { phone, roll });
            }
        }
        if self.plan.faults {
            self.phone_faults(phone);
        }
        if !away && self.chance.in_thousand(500) {
            let trip = self.trip();
            self.steps.push(Step::Sync { phone, trip });
        }
    }

    fn phone_faults(&mut self, phone: usize) {
        self.add(25, |chance| Step::TapCutShort { phone, roll: chance.draw(), fuse: fuse(chance) });
        self.add(20, |_| Step::KillPhone { phone });
        self.add(15, |chance| Step::SetClock { phone, ahead: ahead(chance) });
        self.add(8, |_| Step::FillPhone { phone });
        self.add(40, |_| Step::FreePhone { phone });
        self.add(3, |_| Step::Revoke { phone });
        self.add(10, |chance| Step::PairAgain { phone, answer_lost: chance.in_thousand(300) });
        if self.plan.phone_restores {
            self.add(10, |_| Step::ImagePhone { phone });
            self.add(5, |chance| Step::RestorePhone { phone, noticed: chance.in_thousand(500) });
        }
    }

    fn accidents(&mut self) {
        if !self.plan.faults {
            return;
        }
        self.add(60, |_| Step::KillServer);
        self.add(15, |_| Step::FillServer);
        self.add(120, |_| Step::FreeServer);
        self.add(300, |chance| Step::DeliverLate { most: 1 + chance.below(4) });
        if self.plan.server_restores {
            self.add(60, |_| Step::ImageServer);
            self.add(20, |_| Step::RestoreServer);
        }
    }

    fn trip(&mut self) -> Trip {
        if !self.plan.faults {
            return Trip::default();
        }
        let chance = &mut self.chance;
        let exchanges = (0..3).map(|_| exchange(chance)).collect();
        let fuse = chance.in_thousand(60).then(|| fuse(chance));
        Trip { exchanges, fuse, kill_after: chance.in_thousand(40) }
    }
}

fn exchange(chance: &mut Chance) -> Exchange {
    let share = |chance: &mut Chance| chance.below(65_536) as u16;
    let fault = match chance.below(20) {
        0 => Fault::Refused,
        1 => Fault::CutRequest(share(chance)),
        2 => Fault::LoseAnswer,
        3 | 4 => Fault::CutAnswer(share(chance)),
        5 => Fault::Double { second: chance.in_thousand(500) },
        6 => Fault::StaleAnswer,
        7 => Fault::KillBefore(chance.below(4) as u32),
        8 => Fault::KillAfter,
        _ => Fault::None,
    };
    let tap = chance.in_thousand(120).then(|| chance.draw());
    Exchange { fault, late_copy: chance.in_thousand(150), tap }
}

fn fuse(chance: &mut Chance) -> Fuse {
    Fuse { table: chance.below(Fuse::TABLES.len()), rows: chance.below(4) as u32 }
}

/// Mostly right, else wrong by minutes, by hours, or by more than a year.
fn ahead(chance: &mut Chance) -> i64 {
    let sign = if chance.in_thousand(500) { 1 } else { -1 };
    sign * match chance.below(6) {
        0 | 1 => 0,
        2 | 3 => chance.below(90) as i64 * MINUTE,
        4 => chance.below(72) as i64 * 60 * MINUTE,
        _ => chance.below(400) as i64 * DAY,
    }
}
