//! The words of the pages to look things up in. They stand in the table `[reference]` of `interface.toml`. Those pages are
//! rendered when the course is built, so the words do not travel.

use super::word_list::word_list;
use crate::id::Text;

word_list! {
    /// Every word that the pages to look things up in say, in one language.
    ReferenceWords
    /// Title of the glossary, and the link to it.
    glossary_title,
    /// What the glossary is.
    glossary_about,
    /// In the file that holds the whole course: that it needs JavaScript.
    no_script,
    /// The letters of the language, in their order, in lower case.
    alphabet,
    /// What the links to the letters of the glossary are.
    letters_label,
    /// The switch that shows the other languages too.
    all_languages,
    /// Heading of the sections that use a term.
    term_uses,
    /// Title of the page of all claims, and the link to it.
    claims_title,
    /// What the page of all claims is.
    claims_about,
    /// What the links to the paragraphs are.
    paragraphs_label,
    /// Heading of the claims of a paragraph; `{n}`.
    paragraph_title,
    /// Heading of a claim; `{n}`.
    claim_title,
    /// What one of the kinds is chosen by.
    kind_label,
    /// What one of the findings is chosen by.
    finding_label,
    /// All kinds, all findings.
    any,
    /// How many claims are shown; `{n}` of `{total}`.
    claims_shown,
    /// Heading of the sections and questions that rest on a claim.
    uses_title,
    /// Title of the page about the article and the course, and the link to it.
    about_title,
    /// What the page about the article and the course is.
    about_about,
    /// Title of the page for other sites, and the link to it.
    for_sites_title,
    /// What the page for other sites is.
    for_sites_about,
    /// Title of a lesson in two languages, and what stands before the links to it.
    parallel_title,
    /// What a lesson in two languages is.
    parallel_about,
    /// What stands before the choice of the other language.
    parallel_other,
    /// The link from a section in two languages to the same section of the lesson.
    parallel_to_section,
    /// Title of the page of figures, and the link to it.
    figures_title,
    /// What the page of figures is.
    figures_about,
    /// Below a figure that stands in a lesson; the link to the lesson follows.
    figure_of_lesson,
    /// Label of the year to choose.
    year_label,
    /// Label of the month to choose.
    month_label,
    /// No month in particular.
    whole_year,
    /// Label of the day to choose.
    day_label,
    /// No day in particular.
    whole_month,
    /// Button: no year in particular.
    all_years,
    /// Legend of the choice how much time the drawing spans.
    scale_label,
    /// The drawing spans all years.
    scale_all,
    /// The drawing spans ten years.
    scale_decade,
    /// The drawing spans a year.
    scale_year,
    /// Heading of what was in force at the chosen time.
    in_force_title,
    /// Heading of what happened at the chosen time.
    happened_title,
    /// Nothing is known to have been in force at the chosen time.
    nothing_in_force,
    /// The course knows of no event at the chosen time.
    nothing_happened,
    /// Said when a time is chosen in the chronicle; `{date}`, `{spans}` and `{events}`.
    chronicle_chosen,
    /// Said when a time is chosen for an institution; `{date}` and `{spans}`.
    institution_chosen,
}
