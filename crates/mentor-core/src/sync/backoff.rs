//! When to try again.

use std::time::Duration;

/// After how long the next attempt is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Nothing is waiting: look for news now and then.
    Idle(Duration),
    /// The last attempt failed.
    AfterFailure(Duration),
    /// The server does not know this phone: only a person can help.
    UntilAsked,
}

/// Counts failures in a row; 2 s, 4 s, … up to 5 minutes between attempts, or less when that is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Backoff {
    failures: u32,
    most: Duration,
}

impl Default for Backoff {
    fn default() -> Self {
        Self { failures: 0, most: Self::IDLE }
    }
}

impl Backoff {
    /// News is looked for this often while nothing is waiting.
    pub const IDLE: Duration = Duration::from_secs(5 * 60);

    /// From now on no wait is longer, unless the server asks for it.
    pub fn at_most(&mut self, most: Duration) {
        self.most = most;
    }

    /// After a success.
    pub fn succeeded(&mut self) -> Wait {
        self.failures = 0;
        Wait::Idle(Self::IDLE)
    }

    /// After a failure; a server that named a time is asked no earlier.
    pub fn failed(&mut self, retry_after: Option<Duration>) -> Wait {
        self.failures = (self.failures + 1).min(8);
        let own = Duration::from_secs(1 << self.failures).min(self.most);
        Wait::AfterFailure(retry_after.map_or(own, |asked| asked.clamp(own, Self::IDLE)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_up_to_five_minutes_and_starts_over_after_a_success() {
        let mut backoff = Backoff::default();
        let waits: Vec<_> = (0..10).map(|_| backoff.failed(None)).collect();
        let seconds = |wait: &Wait| match wait {
            Wait::AfterFailure(wait) => wait.as_secs(),
            _ => 0,
        };
        assert_eq!(waits.iter().map(seconds).collect::<Vec<_>>(), [2, 4, 8, 16, 32, 64, 128, 256, 256, 256]);
        backoff.succeeded();
        assert_eq!(seconds(&backoff.failed(None)), 2);
    }

    #[test]
    fn who_is_in_a_hurry_waits_less_and_as_long_as_the_server_asks() {
        let mut backoff = Backoff { failures: 8, ..Backoff::default() };
        backoff.at_most(Duration::from_secs(30));
        assert_eq!(backoff.failed(None), Wait::AfterFailure(Duration::from_secs(30)));
        let asked = Duration::from_secs(60);
        assert_eq!(backoff.failed(Some(asked)), Wait::AfterFailure(asked));
    }
}
