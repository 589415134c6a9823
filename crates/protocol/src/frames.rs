//! A CBOR sequence of frames: maps whose key 0 says what they are.

use std::marker::PhantomData;

use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};

/// Key 0 of a frame. Decoding any other number fails, so that a frame is never read as another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kind<const N: u32>;

impl<C, const N: u32> Encode<C> for Kind<N> {
    fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.u32(N)?.ok()
    }
}

impl<'b, C, const N: u32> Decode<'b, C> for Kind<N> {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
        if d.u32()? == N { Ok(Self) } else { Err(decode::Error::message("another kind of frame")) }
    }
}

/// Why a sequence could not be read any further. What came before it is whole.
#[derive(Debug, thiserror::Error)]
#[error("frame at byte {position}: {source}")]
pub struct FrameError {
    /// Where the frame begins.
    pub position: usize,
    /// What is wrong with it; the end of input when the body was cut off.
    pub source: decode::Error,
}

/// One frame of a direction ([`Up`](crate::Up), [`Down`](crate::Down)).
pub trait Frame: Sized {
    /// Reads the frame of this kind, `None` when this version does not know the kind.
    fn read(kind: u32, d: &mut Decoder<'_>) -> Result<Option<Self>, decode::Error>;
}

/// The frames of a body, in order. Ends after the first error.
pub struct Frames<'b, F> {
    decoder: Decoder<'b>,
    failed: bool,
    frame: PhantomData<F>,
}

impl<'b, F: Frame> Frames<'b, F> {
    /// Reads the body frame by frame.
    pub fn of(body: &'b [u8]) -> Self {
        Self { decoder: Decoder::new(body), failed: false, frame: PhantomData }
    }

    fn read_one(&mut self) -> Result<Option<F>, decode::Error> {
        let mut probe = self.decoder.clone();
        probe.map()?;
        if probe.u32()? != 0 {
            return Err(decode::Error::message("the first key of a frame must be 0, its kind"));
        }
        let kind = probe.u32()?;
        let frame = F::read(kind, &mut self.decoder)?;
        if frame.is_none() {
            self.decoder.skip()?;
        }
        Ok(frame)
    }
}

impl<F: Frame> Iterator for Frames<'_, F> {
    type Item = Result<F, FrameError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.failed && self.decoder.position() < self.decoder.input().len() {
            let position = self.decoder.position();
            match self.read_one() {
                Ok(Some(frame)) => return Some(Ok(frame)),
                Ok(None) => {}
                Err(source) => {
                    self.failed = true;
                    return Some(Err(FrameError { position, source }));
                }
            }
        }
        None
    }
}

/// Declares the frames of one direction: an enum, and how each kind is told, read and written.
macro_rules! frames {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $kind:literal => $frame:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[allow(clippy::large_enum_variant, reason = "frames are read one at a time and never gathered")]
        pub enum $name { $($(#[$vdoc])* $frame($frame),)+ }

        impl crate::frames::Frame for $name {
            fn read(kind: u32, d: &mut minicbor::Decoder<'_>) -> Result<Option<Self>, minicbor::decode::Error> {
                match kind {
                    $($kind => d.decode().map(|frame| Some(Self::$frame(frame))),)+
                    _ => Ok(None),
                }
            }
        }

        impl $name {
            /// Appends the frame to a body.
            pub fn write(&self, body: &mut Vec<u8>) {
                // Writing to memory does not fail.
                let _ = match self { $(Self::$frame(frame) => minicbor::encode(frame, &mut *body),)+ };
            }
        }

        $(impl From<$frame> for $name {
            fn from(frame: $frame) -> Self { Self::$frame(frame) }
        })+
    };
}
pub(crate) use frames;
