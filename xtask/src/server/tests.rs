//! The server as a browser meets it: raw bytes over a socket.

use std::{
    env, fs,
    io::{Read, Write},
    path::PathBuf,
    process,
    sync::atomic::AtomicU32,
};

use super::*;

/// A folder with a small site in it, gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("shanyraq-server-{}-{}", process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
        let folder = Self(env::temp_dir().join(name));
        for (path, text) in files {
            let file = folder.0.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        folder
    }

    fn site() -> Self {
        Self::with(&[
            ("index.html", "<body>cover</body>"),
            ("404.html", "nothing in any language"),
            ("kk/404.html", "ештеңе жоқ"),
            ("kk/қала/index.html", "lesson"),
            ("app_bg.wasm", "\0asm"),
            (".stage/index.html", "half built"),
        ])
    }

    fn served(&self, options: Options) -> Server {
        Server::start(&self.0, options).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

/// Sends one request and returns everything that comes back; empty if the connection was dropped.
fn ask(server: &Server, method: &str, path: &str, headers: &str) -> Vec<u8> {
    let mut answer = Vec::new();
    let mut stream = TcpStream::connect(server.address).unwrap();
    let sent = write!(stream, "{method} {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{headers}\r\n");
    let received = stream.read_to_end(&mut answer);
    if sent.is_err() || received.is_err() { Vec::new() } else { answer }
}

/// The status, the head and the body of a GET.
fn get(server: &Server, path: &str) -> (u16, String, String) {
    let answer = String::from_utf8(ask(server, "GET", path, "")).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), head.to_owned(), body.to_owned())
}

#[test]
fn folders_answer_with_their_index() {
    let folder = Folder::site();
    let server = folder.served(Options::default());
    let (status, head, body) = get(&server, "/?from=mail");
    assert_eq!((status, body.as_str()), (200, "<body>cover</body>"));
    assert!(head.contains("Content-Type: text/html; charset=utf-8\r\nContent-Length: 18"), "{head}");
    let (status, _, body) = get(&server, "/kk/%D2%9B%D0%B0%D0%BB%D0%B0/");
    assert_eq!((status, body.as_str()), (200, "lesson"));
}

#[test]
fn a_folder_without_its_slash_is_redirected_with_its_query() {
    let folder = Folder::site();
    let server = folder.served(Options::default());
    let (status, head, _) = get(&server, "/kk/%D2%9B%D0%B0%D0%BB%D0%B0?a=b");
    assert_eq!(status, 301);
    assert!(head.contains("Location: /kk/%D2%9B%D0%B0%D0%BB%D0%B0/?a=b"), "{head}");
}

#[test]
fn an_unknown_address_gets_the_nearest_not_found_page() {
    let folder = Folder::site();
    let server = folder.served(Options::default());
    for (path, expected) in [
        ("/ru/x/", "nothing in any language"),
        ("/kk/x/y/", "ештеңе жоқ"),
        ("/index.html/", "nothing in any language"),
        ("/.stage/index.html", "nothing in any language"),
        ("/../../etc/passwd", "nothing in any language"),
        ("/..%2f..%2fetc/passwd", "nothing in any language"),
    ] {
        let (status, _, body) = get(&server, path);
        assert_eq!((status, body.as_str()), (404, expected), "{path}");
    }
}

#[test]
fn a_mounted_site_lives_under_its_prefix_only() {
    let folder = Folder::site();
    let server = folder.served(Options { prefix: "/a/b/c/".to_owned(), ..Options::default() });
    assert_eq!(server.url(), format!("{}/a/b/c/", server.origin()));
    assert_eq!(get(&server, "/a/b/c/").0, 200);
    assert!(get(&server, "/a/b/c").1.ends_with("Location: /a/b/c/"));
    assert_eq!(get(&server, "/a/b/c/nope").2, "nothing in any language");
    assert_eq!(get(&server, "/a/b/").2, "Not Found\n");
    assert_eq!(get(&server, "/").0, 404);
}

#[test]
fn head_sends_no_body_and_other_methods_are_refused() {
    let folder = Folder::site();
    let server = folder.served(Options::default());
    let head = String::from_utf8(ask(&server, "HEAD", "/app_bg.wasm", "")).unwrap();
    assert!(head.contains("Content-Type: application/wasm\r\nContent-Length: 4\r\n"), "{head}");
    assert!(head.ends_with("\r\n\r\n"), "{head}");
    assert!(ask(&server, "POST", "/", "").starts_with(b"HTTP/1.1 405 "));
}

#[test]
fn one_connection_carries_many_requests() {
    let folder = Folder::site();
    let server = folder.served(Options::default());
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\n\r\nGET /404.html HTTP/1.1\r\nConnection: close\r\n\r\n").unwrap();
    let mut answers = String::new();
    stream.read_to_string(&mut answers).unwrap();
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 2, "{answers}");
}

#[test]
fn the_log_counts_every_byte_sent() {
    let folder = Folder::site();
    let server = folder.served(Options { cors: true, ..Options::default() });
    let answer = ask(&server, "GET", "/?x", "");
    assert!(String::from_utf8_lossy(&answer).contains("Access-Control-Allow-Origin: *"));
    let [hit] = server.log().try_into().unwrap();
    assert_eq!((hit.path.as_str(), hit.status, hit.bytes_on_wire), ("/", 200, answer.len() as u64));
    server.clear_log();
    assert_eq!(server.log(), []);
}

#[test]
fn a_path_can_be_slow_or_missing() {
    let folder = Folder::site();
    let server = folder.served(Options {
        delay: vec![(".wasm".to_owned(), Duration::from_millis(80))],
        missing: vec!["index.html".to_owned()],
        ..Options::default()
    });
    let asked = Instant::now();
    assert_eq!(get(&server, "/app_bg.wasm").0, 200);
    assert!(asked.elapsed() >= Duration::from_millis(80));
    assert_eq!(get(&server, "/index.html").0, 404);
}

#[test]
fn a_cut_line_is_silent_until_restored() {
    let folder = Folder::site();
    let server = folder.served(Options::default());
    let mut open = TcpStream::connect(server.address).unwrap();
    open.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    let mut first = [0; 15];
    open.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 200 OK");
    server.cut();
    let mut rest = Vec::new();
    let _ = open.read_to_end(&mut rest);
    assert!(open.write_all(b"GET / HTTP/1.1\r\n\r\n").is_err() || open.read(&mut first).unwrap_or(0) == 0);
    assert_eq!(ask(&server, "GET", "/", ""), b"");
    server.restore();
    assert_eq!(get(&server, "/").0, 200);
}

#[test]
fn a_page_learns_of_each_build() {
    let folder = Folder::site();
    let server = folder.served(Options { live_reload: true, ..Options::default() });
    let page = get(&server, "/").2;
    let build = page.split('"').nth(1).unwrap().to_owned();
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(b"GET /__reload HTTP/1.1\r\n\r\n").unwrap();
    let mut heard = String::new();
    let mut listen = |wanted: usize| {
        while heard.matches("data: ").count() < wanted {
            let mut bytes = [0; 256];
            let count = stream.read(&mut bytes).unwrap();
            heard.push_str(&String::from_utf8_lossy(&bytes[..count]));
        }
        heard.clone()
    };
    assert!(listen(1).ends_with(&format!("data: {build}\n\n")));
    server.reload();
    assert!(!listen(2).ends_with(&format!("data: {build}\n\n")));
}

#[test]
fn a_stopped_server_frees_its_port() {
    let folder = Folder::site();
    let server = folder.served(Options { host: Host::Localhost, ..Options::default() });
    let port = server.address.port();
    assert_eq!(server.origin(), format!("http://localhost:{port}"));
    let taken = Server::start(&folder.0, Options { port: Some(port), ..Options::default() });
    assert!(taken.unwrap_err().to_string().contains("cannot listen on port"));
    drop(server);
    folder.served(Options { port: Some(port), ..Options::default() });
}

#[cfg(feature = "compression")]
#[test]
fn text_is_compressed_for_clients_that_accept_it() {
    let text = "бір ел, бір тағдыр ".repeat(200);
    let folder = Folder::with(&[("index.html", &text), ("a.png", &text)]);
    let server = folder.served(Options { brotli: true, ..Options::default() });
    server.prepare("").unwrap();
    let answer = ask(&server, "GET", "/", "Accept-Encoding: gzip, br\r\n");
    let body = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap() + 4;
    let (head, mut body) = answer.split_at(body);
    assert!(String::from_utf8_lossy(head).contains("Content-Encoding: br\r\nVary: Accept-Encoding\r\n"));
    let mut unpacked = Vec::new();
    brotli::BrotliDecompress(&mut body, &mut unpacked).unwrap();
    assert_eq!(String::from_utf8(unpacked).unwrap(), text);
    assert!(answer.len() < text.len() / 10);
    assert_eq!(get(&server, "/").2, text);
    assert!(!String::from_utf8_lossy(&ask(&server, "GET", "/a.png", "Accept-Encoding: br\r\n")).contains("br\r\n"));
}

#[cfg(not(feature = "compression"))]
#[test]
fn brotli_without_its_feature_is_an_error_not_a_surprise() {
    let folder = Folder::site();
    assert!(Server::start(&folder.0, Options { brotli: true, ..Options::default() }).is_err());
}
