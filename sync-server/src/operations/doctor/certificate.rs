//! Until when the certificate holds, read from its bytes: one date, so no library for it.

use std::path::Path;

use chrono::NaiveDateTime;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use super::{Finding, days};

const DAY: i64 = 86_400;

pub(super) fn examine(file: &Path, at: i64) -> Finding {
    let until = CertificateDer::from_pem_file(file).ok().and_then(|first| not_after(&first));
    let Some(until) = until else {
        let said = format!("{} is no certificate that can be read", file.display());
        return Finding::act("certificate", said, "name the PEM file that serve --tls-cert uses");
    };
    match until - at {
        left if left <= 0 => Finding::act(
            "certificate",
            format!("it ran out {} ago", days(-left)),
            "renew it and restart the server: phones and browsers refuse to talk meanwhile",
        ),
        left if left < 14 * DAY => Finding::act(
            "certificate",
            format!("it runs out in {}", days(left)),
            "renew it and restart the server",
        ),
        left => Finding::well("certificate", format!("it holds for {}", days(left))),
    }
}

/// Certificate → tbsCertificate → validity → notAfter (RFC 5280, 4.1), in seconds since 1970-01-01 UTC.
fn not_after(certificate: &[u8]) -> Option<i64> {
    let (_, certificate, _) = element(certificate)?;
    let (_, mut body, _) = element(certificate)?;
    // The version is there in every certificate but those of the first.
    if let (0xa0, _, rest) = element(body)? {
        body = rest;
    }
    for _serial_algorithm_issuer in 0..3 {
        body = element(body)?.2;
    }
    let (_, validity, _) = element(body)?;
    let (_, _, not_after) = element(validity)?;
    let (kind, text, _) = element(not_after)?;
    moment(kind, std::str::from_utf8(text).ok()?)
}

/// Tag, content and what follows of a DER element.
fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, mut rest) = rest.split_first()?;
    let mut length = usize::from(first);
    if first & 0x80 != 0 {
        let digits = usize::from(first & 0x7f);
        let (said, after) = (rest.get(..digits).filter(|_| digits <= 4)?, rest.get(digits..)?);
        length = said.iter().fold(0, |length, byte| length << 8 | usize::from(*byte));
        rest = after;
    }
    Some((tag, rest.get(..length)?, rest.get(length..)?))
}

/// UTCTime has two digits of the year, GeneralizedTime four.
fn moment(kind: u8, text: &str) -> Option<i64> {
    let text = match kind {
        0x17 => format!("{}{text}", if text < "5" { "20" } else { "19" }),
        0x18 => text.to_owned(),
        _ => return None,
    };
    Some(NaiveDateTime::parse_from_str(&text, "%Y%m%d%H%M%SZ").ok()?.and_utc().timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_of_a_date_are_read() {
        assert_eq!(moment(0x17, "261123032736Z"), Some(1_795_404_456));
        assert_eq!(moment(0x18, "20261123032736Z"), Some(1_795_404_456));
        assert_eq!(moment(0x17, "not a date"), None);
    }

    #[test]
    fn the_end_is_found_behind_version_serial_algorithm_and_issuer() {
        let tlv =
            |tag: u8, content: &[u8]| [&[tag, u8::try_from(content.len()).unwrap()][..], content].concat();
        let validity = tlv(0x30, &[tlv(0x17, b"251123032736Z"), tlv(0x17, b"261123032736Z")].concat());
        let body = [tlv(0xa0, &[2, 1, 2]), tlv(2, &[1]), tlv(0x30, &[]), tlv(0x30, &[]), validity].concat();
        assert_eq!(not_after(&tlv(0x30, &tlv(0x30, &body))), Some(1_795_404_456));
        assert_eq!(not_after(b"\x30\x84\xff\xff\xff\xff"), None);
    }
}
