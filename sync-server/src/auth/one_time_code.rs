//! Codes of an authenticator app (RFC 6238): six digits of HMAC-SHA-1, new every 30 seconds, as every app makes them. One
//! step early or late is taken, for clocks differ.

use totp_rs::{Builder, Secret, Totp};

use super::secret;

/// Bytes of the shared secret, as RFC 4226 recommends.
pub const SECRET_BYTES: usize = 20;

/// What app and server share.
pub struct OneTimeCodes(Totp);

impl OneTimeCodes {
    /// With a new secret.
    pub fn new() -> Self {
        Self::of(&secret()[..SECRET_BYTES])
    }

    /// With that secret.
    pub fn of(secret: &[u8]) -> Self {
        Self(Builder::new().with_secret(Secret::new(secret.into())).build_noncompliant())
    }

    /// With the secret as it is typed, if it is one of ours.
    pub fn typed(secret: &str) -> Option<Self> {
        let bytes = Secret::try_from_base32(secret).ok()?;
        (bytes.as_bytes().len() == SECRET_BYTES).then(|| Self::of(bytes.as_bytes()))
    }

    /// The secret.
    pub fn secret(&self) -> Vec<u8> {
        self.0.secret().as_bytes().to_vec()
    }

    /// The secret as it is typed.
    pub fn as_typed(&self) -> String {
        self.0.secret().to_base32()
    }

    /// What the picture for the app's camera says; `login` and `place` are what the app will call it.
    pub fn address(&self, login: &str, place: &str) -> String {
        let (login, place) = (escaped(login), escaped(place));
        format!("otpauth://totp/{place}:{login}?secret={}&issuer={place}", self.as_typed())
    }

    /// Which 30 seconds the code belongs to, when it is good now.
    pub fn step(&self, code: &str, now: i64) -> Option<i64> {
        let digits: String = code.chars().filter(|character| !character.is_whitespace()).collect();
        let is_code = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let now = u64::try_from(now).ok().filter(|_| is_code)?;
        self.0.check(&digits, now).and_then(|step| i64::try_from(step).ok())
    }

    /// The code of a moment.
    #[cfg(test)]
    pub fn code(&self, at: i64) -> String {
        self.0.generate(u64::try_from(at).unwrap()).to_string()
    }
}

impl Default for OneTimeCodes {
    fn default() -> Self {
        Self::new()
    }
}

fn escaped(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, of whose eight digits an app shows six.
        let codes = OneTimeCodes::of(b"12345678901234567890");
        for (at, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(codes.code(at), code);
            assert_eq!(codes.step(code, at), Some(at / 30));
        }
        assert_eq!(codes.as_typed(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    #[test]
    fn a_code_is_good_one_step_early_and_late_and_no_longer() {
        let codes = OneTimeCodes::new();
        let now = 1_760_000_010;
        for (seconds, good) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
            assert_eq!(codes.step(&codes.code(now), now + seconds).is_some(), good, "{seconds}");
        }
        assert_eq!(codes.step(&format!(" {} ", codes.code(now)), now), Some(now / 30));
        for wrong in ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"] {
            assert_eq!(codes.step(wrong, now), None, "{wrong}");
        }
    }

    #[test]
    fn the_app_reads_the_secret_and_whose_it_is_and_nothing_else_is_taken_back() {
        let codes = OneTimeCodes::new();
        let address = codes.address("ana@school", "Daymark Lincoln");
        assert!(address.starts_with("otpauth://totp/Daymark%20Lincoln:ana%40school?secret="), "{address}");
        assert_eq!(OneTimeCodes::typed(&codes.as_typed()).unwrap().secret(), codes.secret());
        for wrong in ["", "GEZDG", "not base 32!"] {
            assert!(OneTimeCodes::typed(wrong).is_none(), "{wrong}");
        }
    }
}
