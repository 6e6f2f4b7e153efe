//! The words of the report on a frame. They stand in the table `[doctor]` of `interface.toml`, and travel in the script
//! that is loaded only where the address asks for the report.

use super::word_list::word_list;
use crate::id::Text;

word_list! {
    /// Every word that the report on a frame says, in one language. `{name}` stands for a value filled in later.
    DoctorWords
    /// Heading of the report.
    title,
    /// It is being made.
    looking,
    /// Label of the code that helps.
    instead,
    /// Label of the report as text.
    as_text,
    /// It is allowed.
    allowed,
    /// It is refused.
    refused,
    /// It was not tried, and is probably allowed.
    likely,
    /// It was not tried, and is probably refused.
    unlikely,
    /// It cannot be known.
    unknown,
    /// Label of the address.
    address,
    /// Label of the browser.
    browser,
    /// Label of the size of the frame.
    frame,
    /// A size; `{w}`, `{h}`.
    size,
    /// Label of the height of the page.
    content,
    /// Label of who gives the frame its height.
    height,
    /// Our script does.
    height_ours,
    /// H5P's script does.
    height_h5p,
    /// WordPress does.
    height_wordpress,
    /// Nobody does.
    height_nobody,
    /// It is not asked for.
    height_fixed,
    /// Label of storage.
    storage,
    /// It works in a frame of another site.
    storage_apart,
    /// Label of the origin.
    origin,
    /// The frame has one.
    origin_own,
    /// It has none.
    origin_none,
    /// Label of forms.
    forms,
    /// Label of new windows.
    windows,
    /// Label of printing.
    print,
    /// Label of saving files.
    downloads,
    /// Label of the program.
    program,
    /// It arrives.
    program_arrives,
    /// It is refused.
    program_refused,
    /// The host answers with another status; `{n}`.
    program_status,
    /// Label of its type.
    kind,
    /// The type is wrong; `{kind}`.
    kind_wrong,
    /// Label of what other origins may fetch.
    cors,
    /// Label of https.
    https,
    /// It is there.
    https_yes,
    /// It is not.
    https_no,
    /// The course lies on this device.
    https_local,
    /// Label of the page around.
    around,
    /// There is none.
    around_none,
    /// It is of the same site.
    around_same,
    /// It is of another site; `{origin}`.
    around_other,
    /// It is of another site that is not named.
    around_unnamed,
    /// Label of the parameter `parent`.
    named,
    /// It is not there.
    named_not,
    /// It is right.
    named_right,
    /// It is not; `{origin}`.
    named_wrong,
    /// It cannot be compared.
    named_unknown,
    /// Label of filling the screen.
    fullscreen,
    /// Label of copying.
    clipboard,
    /// Label of what cannot be seen.
    unseen,
    /// What cannot be seen.
    unseen_what,
    /// Verdict: there is no frame.
    verdict_alone,
    /// Verdict: it is a file.
    verdict_file,
    /// Verdict: WordPress has made the frame.
    verdict_wordpress,
    /// Verdict: the frame has no origin.
    verdict_closed,
    /// Verdict: the program does not arrive.
    verdict_program,
    /// Verdict: `parent` names another site.
    verdict_named,
    /// Verdict: nobody gives the frame its height.
    verdict_height,
    /// Verdict: the frame is closed in part.
    verdict_sandbox,
    /// Verdict: the browser keeps nothing.
    verdict_storage,
    /// Verdict: there is no https.
    verdict_http,
    /// Verdict: all is well, at a fixed height.
    verdict_fixed,
    /// Verdict: all is well.
    verdict_fine,
}
