//! One answer, and its bytes on the wire.

use std::{fmt::Write as _, sync::Arc};

/// An answer that is complete before the first byte of it leaves.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) status: Status,
    pub(super) content_type: &'static str,
    pub(super) brotli: bool,
    pub(super) location: Option<String>,
    pub(super) body: Arc<[u8]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Ok,
    MovedPermanently,
    BadRequest,
    NotFound,
    MethodNotAllowed,
    InternalServerError,
}

/// Whether the body follows the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    Full,
    HeadOnly,
}

impl Response {
    /// A file's bytes.
    pub(super) fn file(status: Status, content_type: &'static str, body: Arc<[u8]>) -> Self {
        Self { status, content_type, brotli: false, location: None, body }
    }

    /// A status and nothing but its name to read.
    pub(super) fn plain(status: Status) -> Self {
        let body = format!("{}\n", status.name());
        Self::file(status, "text/plain; charset=utf-8", body.into_bytes().into())
    }

    /// Sends the client elsewhere for good.
    pub(super) fn moved(location: String) -> Self {
        Self { location: Some(location), ..Self::plain(Status::MovedPermanently) }
    }

    /// The bytes to send.
    pub(super) fn message(&self, extent: Extent, cors: bool) -> Vec<u8> {
        let mut message = self.head(cors).into_bytes();
        if extent == Extent::Full {
            message.extend_from_slice(&self.body);
        }
        message
    }

    fn head(&self, cors: bool) -> String {
        let mut head = format!(
            "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n",
            self.status.code(),
            self.status.name(),
            self.content_type,
            self.body.len()
        );
        let mut header = |name: &str, value: &str| {
            // Writing to a String cannot fail.
            let _ = write!(head, "{name}: {value}\r\n");
        };
        if self.brotli {
            header("Content-Encoding", "br");
            header("Vary", "Accept-Encoding");
        }
        if let Some(location) = &self.location {
            header("Location", location);
        }
        if self.status == Status::MethodNotAllowed {
            header("Allow", "GET, HEAD");
        }
        if cors {
            header("Access-Control-Allow-Origin", "*");
        }
        head.push_str("\r\n");
        head
    }
}

impl Status {
    pub(super) fn code(self) -> u16 {
        match self {
            Self::Ok => 200,
            Self::MovedPermanently => 301,
            Self::BadRequest => 400,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::InternalServerError => 500,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Ok => "OK",
            Self::MovedPermanently => "Moved Permanently",
            Self::BadRequest => "Bad Request",
            Self::NotFound => "Not Found",
            Self::MethodNotAllowed => "Method Not Allowed",
            Self::InternalServerError => "Internal Server Error",
        }
    }
}
