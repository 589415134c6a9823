//! Who runs a command: noted with every look at students' records.

use std::env;

/// By name, or as the operating system knows them.
pub(super) fn asker(by: Option<String>) -> String {
    let named = by
        .into_iter()
        .chain(["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(|key| env::var(key).ok()));
    let mut named = named.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    named.next().unwrap_or_else(|| "command line".to_owned())
}

#[cfg(test)]
mod tests {
    use super::asker;

    #[test]
    fn whoever_says_who_they_are_is_believed_and_nobody_stays_nameless() {
        assert_eq!(asker(Some(" Pat ".to_owned())), "Pat");
        assert!(!asker(Some("  ".to_owned())).is_empty());
        assert!(!asker(None).is_empty());
    }
}
