//! The words of the page for other sites. They stand in the table `[for-sites]` of `interface.toml`. The page is rendered
//! when the course is built, and its script takes them from the page.

use super::word_list::word_list;
use crate::id::Text;

word_list! {
    /// Every word that the page for other sites says, in one language. Of each place to paste into there are four: what it
    /// is called, what to do, what works there, and what does not.
    SitesWords
    /// The page was opened from a file.
    from_file,
    /// The page was opened over http.
    over_http,
    /// What to change in the codes by hand, where no script runs; `{address}`.
    by_hand,
    /// Heading of what is to be shown.
    choose_title,
    /// Label of the lessons.
    lesson_label,
    /// The whole course, from its cover.
    whole_course,
    /// Label of what is done with a lesson.
    mode_label,
    /// To learn.
    mode_learn,
    /// Switch: top and foot of the page are shown.
    header_label,
    /// Heading of the trial.
    look_title,
    /// What the trial is.
    look_about,
    /// Legend of the widths.
    width_label,
    /// A width; `{n}`.
    pixels,
    /// Button: load the frame.
    show,
    /// The frame cannot be shown here.
    cannot_show,
    /// What the frame is.
    frame_label,
    /// Heading of the places to paste into.
    paste_title,
    /// What to do with them.
    paste_about,
    /// Label of a code; `{place}`.
    code_label,
    /// Button: copy.
    copy,
    /// It was copied.
    copied,
    /// It could not be copied, and is selected.
    select,
    /// What stands before what works.
    works_label,
    /// What stands before what does not.
    lacks_label,
    /// It was tried in browsers.
    tried,
    /// It was tried in an imitation.
    tried_in_imitation,
    /// It could not be tried.
    not_tried,
    /// An address by itself shows lessons to learn, and nothing else.
    lesson_alone,
    /// An address by itself does not work, as the course does not know where it lies; `{address}`.
    no_address,
    /// WordPress, for who may write posts.
    wordpress_author,
    /// What to do there.
    wordpress_author_how,
    /// What works there.
    wordpress_author_works,
    /// What does not.
    wordpress_author_lacks,
    /// WordPress, for who may paste HTML.
    wordpress_admin,
    /// What to do there.
    wordpress_admin_how,
    /// What works there.
    wordpress_admin_works,
    /// What does not.
    wordpress_admin_lacks,
    /// Moodle.
    moodle,
    /// What to do there.
    moodle_how,
    /// What works there.
    moodle_works,
    /// What does not.
    moodle_lacks,
    /// Google Sites.
    google_sites,
    /// What to do there.
    google_sites_how,
    /// What works there.
    google_sites_works,
    /// What does not.
    google_sites_lacks,
    /// Blogger.
    blogger,
    /// What to do there.
    blogger_how,
    /// What works there.
    blogger_works,
    /// What does not.
    blogger_lacks,
    /// Tilda.
    tilda,
    /// What to do there.
    tilda_how,
    /// What works there.
    tilda_works,
    /// What does not.
    tilda_lacks,
    /// 1C-Bitrix.
    bitrix,
    /// What to do there.
    bitrix_how,
    /// What works there.
    bitrix_works,
    /// What does not.
    bitrix_lacks,
    /// HTML without scripts.
    html_frame,
    /// What to do there.
    html_frame_how,
    /// What works there.
    html_frame_works,
    /// What does not.
    html_frame_lacks,
    /// HTML with scripts.
    html_script,
    /// What to do there.
    html_script_how,
    /// What works there.
    html_script_works,
    /// What does not.
    html_script_lacks,
    /// HTML with our element.
    html_element,
    /// What to do there.
    html_element_how,
    /// What works there.
    html_element_works,
    /// What does not.
    html_element_lacks,
    /// What to do if it does not work: the link to the report.
    doctor_title,
    /// How to get the report.
    doctor_how,
}
