//! A QR code, drawn: one path, a run of dark modules at a time.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment};
use yew::prelude::*;

/// Modules of quiet around a code, as ISO/IEC 18004 asks for (section 9.1).
const QUIET: i32 = 4;

/// A code that leads to an address with a text of capitals and digits at its end; `None` if it is too long for any.
pub(super) fn qr_code(address: &str, text: &str, label: &str) -> Option<Html> {
    let segments = [QrSegment::make_bytes(address.as_bytes()), QrSegment::make_alphanumeric(text)];
    let code = QrCode::encode_segments(&segments, QrCodeEcc::Low).ok()?;
    let side = code.size() + 2 * QUIET;
    Some(html! {
        <svg class="qr-code" viewBox={format!("0 0 {side} {side}")} role="img" aria-label={label.to_owned()} focusable="false">
            <path class="light" d={format!("M0 0h{side}v{side}h-{side}z")} />
            <path class="dark" d={modules(&code)} />
        </svg>
    })
}

/// The dark modules as a path.
fn modules(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                path.extend([format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET)]);
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::qr_code;

    #[test]
    fn what_is_too_long_has_no_code() {
        assert!(qr_code("https://example.org/#", &"A".repeat(4000), "code").is_some());
        assert!(qr_code("https://example.org/#", &"A".repeat(4400), "code").is_none());
    }
}
