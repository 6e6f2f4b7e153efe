//! Reading one request head.

use std::io::{self, BufRead, Read};

/// No browser sends more; a larger head is a mistake or an attack.
const LARGEST_HEAD: u64 = 64 * 1024;

/// What a client asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: Method,
    /// Percent-encoded, from the first slash on, without the query.
    pub(super) path: String,
    /// From the question mark on; empty without one.
    pub(super) query: String,
    pub(super) accepts_brotli: bool,
    /// Whether another request may follow on the same connection.
    pub(super) keep_alive: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
    Other,
}

/// What came in over the connection.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Incoming {
    Request(Request),
    /// Something came, but not a request.
    Malformed,
    /// The client is done.
    Closed,
}

/// Reads up to the blank line that ends a request head.
pub(super) fn read(reader: &mut impl BufRead) -> io::Result<Incoming> {
    let mut head = reader.take(LARGEST_HEAD);
    let Some(first) = line(&mut head)? else { return Ok(Incoming::Closed) };
    let Some(mut request) = request_line(&first) else { return Ok(Incoming::Malformed) };
    loop {
        let Some(header) = line(&mut head)? else { return Ok(Incoming::Malformed) };
        if header.is_empty() {
            return Ok(Incoming::Request(request));
        }
        let Some((name, value)) = header.split_once(':') else { return Ok(Incoming::Malformed) };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "connection" => {
                if value.eq_ignore_ascii_case("close") {
                    request.keep_alive = false;
                } else if value.eq_ignore_ascii_case("keep-alive") {
                    request.keep_alive = true;
                }
            }
            "accept-encoding" => {
                request.accepts_brotli = value.split(',').any(|coding| accepted(coding, "br"));
            }
            // A body would be taken for the next request; nothing served here wants one.
            "content-length" if value != "0" => request.keep_alive = false,
            "transfer-encoding" => request.keep_alive = false,
            _ => {}
        }
    }
}

/// The next line without its end, or `None` where the input ends first.
fn line(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    reader.read_until(b'\n', &mut bytes)?;
    if bytes.pop() != Some(b'\n') {
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches('\r').to_owned()))
}

fn request_line(line: &str) -> Option<Request> {
    let mut parts = line.split(' ');
    let (method, target, version) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || !target.starts_with('/') {
        return None;
    }
    let method = match method {
        "GET" => Method::Get,
        "HEAD" => Method::Head,
        _ => Method::Other,
    };
    let (path, query) = target.split_at(target.find('?').unwrap_or(target.len()));
    Some(Request {
        method,
        path: path.to_owned(),
        query: query.to_owned(),
        accepts_brotli: false,
        keep_alive: version == "HTTP/1.1",
    })
}

/// Whether one entry of an `Accept-Encoding` names `coding` and does not refuse it with a zero weight.
fn accepted(entry: &str, coding: &str) -> bool {
    let mut parts = entry.split(';').map(str::trim);
    let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
    let refused = parts
        .filter_map(|parameter| parameter.strip_prefix("q="))
        .any(|weight| weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0));
    named && !refused
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &str) -> Request {
        match read(&mut head.as_bytes()).unwrap() {
            Incoming::Request(request) => request,
            other @ (Incoming::Malformed | Incoming::Closed) => panic!("{head:?} gave {other:?}"),
        }
    }

    #[test]
    fn a_request_of_a_browser_is_understood() {
        let request = check("GET /kk/?x=1 HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip, br;q=0.9\r\n\r\n");
        let expected = Request {
            method: Method::Get,
            path: "/kk/".to_owned(),
            query: "?x=1".to_owned(),
            accepts_brotli: true,
            keep_alive: true,
        };
        assert_eq!(request, expected);
    }

    #[test]
    fn brotli_with_a_zero_weight_is_refused() {
        assert!(!check("GET / HTTP/1.1\r\naccept-encoding: br;q=0, gzip\r\n\r\n").accepts_brotli);
    }

    #[test]
    fn a_connection_ends_when_the_client_or_its_version_says_so() {
        assert!(!check("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").keep_alive);
        assert!(!check("GET / HTTP/1.0\r\n\r\n").keep_alive);
        assert!(!check("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\n").keep_alive);
    }

    #[test]
    fn rubbish_is_malformed_and_silence_is_closed() {
        for head in [
            "hello\r\n\r\n",
            "GET http://a/ HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost\r\n\r\n",
            "GET / HTTP/1.1\r\nA: b\r\n",
        ] {
            assert_eq!(read(&mut head.as_bytes()).unwrap(), Incoming::Malformed, "{head:?}");
        }
        assert_eq!(read(&mut "".as_bytes()).unwrap(), Incoming::Closed);
    }
}
