//! What a file is called over HTTP, by its extension.

use std::path::Path;

/// The `Content-Type` of a file.
pub(super) fn content_type(file: &Path) -> &'static str {
    match extension(file) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        // Anything else here and a browser refuses to compile it while it arrives.
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

/// Whether brotli makes the file smaller: text and wasm, not what is compressed by its own format.
pub(super) fn is_compressible(file: &Path) -> bool {
    matches!(
        extension(file),
        "html" | "js" | "mjs" | "css" | "txt" | "xml" | "json" | "webmanifest" | "wasm" | "svg" | "ico"
    )
}

fn extension(file: &Path) -> &str {
    file.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_programs_have_the_types_browsers_insist_on() {
        for (file, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("app.js", "text/javascript; charset=utf-8"),
            ("app_bg.wasm", "application/wasm"),
            ("kk.json", "application/json"),
            ("seats.svg", "image/svg+xml"),
            ("site.webmanifest", "application/manifest+json"),
            ("text.woff2", "font/woff2"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(content_type(Path::new(file)), expected, "{file}");
        }
    }

    #[test]
    fn only_what_is_not_compressed_yet_is_compressible() {
        assert!(is_compressible(Path::new("a.wasm")));
        assert!(!is_compressible(Path::new("a.woff2")));
        assert!(!is_compressible(Path::new("a.png")));
    }
}
