//! One connection: requests in, answers out, until either side has enough.

use std::{
    fs,
    io::{self, BufReader, Write},
    net::TcpStream,
    path::Path,
    sync::Arc,
    thread,
    time::Duration,
};

use super::{
    Hit, Shared, held, mime, reload,
    request::{self, Incoming, Method, Request},
    response::{Extent, Response, Status},
    site::Found,
};

/// How long an idle connection may hold its thread.
const IDLE: Duration = Duration::from_mins(1);

/// Serves `stream` to its end. What goes wrong with a connection ends the connection, and nothing else.
pub(super) fn serve(stream: TcpStream, shared: &Shared) {
    // Clients leave in the middle of an answer all the time; that is no news.
    let _ = converse(stream, shared);
}

fn converse(mut stream: TcpStream, shared: &Shared) -> io::Result<()> {
    let Some(_place) = shared.line.admit(&stream)? else { return Ok(()) };
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(IDLE))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    loop {
        let request = match request::read(&mut reader)? {
            Incoming::Request(request) => request,
            Incoming::Malformed => {
                return stream.write_all(&Response::plain(Status::BadRequest).message(Extent::Full, false));
            }
            Incoming::Closed => return Ok(()),
        };
        if shared.options.live_reload && request.path == reload::PATH {
            return shared.reload.stream(&mut stream);
        }
        if let Some((_, delay)) = shared.options.delay.iter().find(|(ending, _)| request.path.ends_with(ending)) {
            thread::sleep(*delay);
        }
        let extent = if request.method == Method::Head { Extent::HeadOnly } else { Extent::Full };
        let response = answer(&request, shared);
        let message = response.message(extent, shared.options.cors);
        // Before it is sent: whoever has an answer finds it in the log.
        held(&shared.hits).push(Hit {
            path: request.path,
            status: response.status.code(),
            bytes_on_wire: message.len() as u64,
            at: shared.started.elapsed(),
        });
        stream.write_all(&message)?;
        if !request.keep_alive {
            return Ok(());
        }
    }
}

fn answer(request: &Request, shared: &Shared) -> Response {
    if request.method == Method::Other {
        return Response::plain(Status::MethodNotAllowed);
    }
    let missing = shared.options.missing.iter().any(|ending| request.path.ends_with(ending));
    let found = if missing { Found::Nothing(None) } else { shared.site.find(&request.path) };
    match found {
        Found::File(file) => file_response(&file, Status::Ok, request, shared),
        Found::Folder => Response::moved(format!("{}/{}", request.path, request.query)),
        Found::Nothing(Some(page)) => file_response(&page, Status::NotFound, request, shared),
        Found::Nothing(None) => Response::plain(Status::NotFound),
    }
}

fn file_response(file: &Path, status: Status, request: &Request, shared: &Shared) -> Response {
    let content_type = mime::content_type(file);
    let rewritten = shared.options.live_reload && content_type.starts_with("text/html");
    let brotli = shared.options.brotli && !rewritten && request.accepts_brotli && mime::is_compressible(file);
    let body = if brotli { shared.compressed.file(file) } else { fs::read(file).map(Arc::from) };
    match body {
        Ok(body) if rewritten => {
            let page = shared.reload.inject(&String::from_utf8_lossy(&body));
            Response::file(status, content_type, page.into_bytes().into())
        }
        Ok(body) => Response { brotli, ..Response::file(status, content_type, body) },
        // A build replaces the files one after another: this one is between its old and its new self.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Response::plain(Status::NotFound),
        Err(_) => Response::plain(Status::InternalServerError),
    }
}
