//! A file as it travels: asked for over a socket, as a browser would, without one.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use anyhow::{Context, Result, bail};
use xtask::server::Server;

/// Asks `server` for `path`, packed or not; returns how many bytes the body has.
pub(crate) fn body(server: &Server, path: &str, packed: bool) -> Result<usize> {
    let answer = ask(server, path, packed)?;
    let head =
        answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").context("an answer without an end of its head")?;
    if !answer.starts_with(b"HTTP/1.1 200 ") {
        bail!("{path} is not there");
    }
    Ok(answer.len() - head - 4)
}

fn ask(server: &Server, path: &str, packed: bool) -> Result<Vec<u8>> {
    let origin = server.origin();
    let address = origin.trim_start_matches("http://");
    let accepted = if packed { "Accept-Encoding: br\r\n" } else { "" };
    let mut stream = TcpStream::connect(address).with_context(|| format!("{origin} does not answer"))?;
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {address}\r\n{accepted}Connection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}
