//! Choosing a time for a figure: a year, and if wanted a month and a day of it. `static/figures.js` does what is chosen;
//! where no script runs, the figure shows all times, and nothing is offered.

use yew::prelude::*;

use crate::course::{Date, ReferenceWords, Words, fill};
use crate::id::Text;

/// What can be chosen.
pub(super) struct Chooser<'a> {
    pub(super) words: &'a ReferenceWords,
    /// The first and the last year.
    pub(super) years: (u16, u16),
    /// The year that is shown first.
    pub(super) year: u16,
    /// Whether a month and a day can be chosen too.
    pub(super) to_the_day: bool,
    /// What is said when a time has been chosen.
    pub(super) said: &'a Text,
    /// What is shown where nothing is known of the time.
    pub(super) nothing: &'a Text,
}

/// The controls, the chosen time, and the line that says it.
pub(super) fn chooser(words: &Words, chooser: &Chooser<'_>) -> Html {
    let Chooser { words: own, years: (first, last), year, .. } = *chooser;
    let said = fill(chooser.said, &[("date", &"#date"), ("spans", &"#spans"), ("events", &"#events")]);
    let button = |class: &'static str, label: &Text| html! { <button type="button" {class}>{ AttrValue::from(label.clone()) }</button> };
    html! {
        <>
            <div class="chooser" data-said={said} data-all={AttrValue::from(own.all_years.clone())}
                data-day={pattern(&words.date_day)} data-month={pattern(&words.date_month)} data-year={pattern(&words.date_year)}>
                <label class="year">
                    <span>{ AttrValue::from(own.year_label.clone()) }</span>{ " " }<strong aria-hidden="true">{ year }</strong>
                    // By a name of its own: WebKit would take the year into it, though that is hidden.
                    <input type="range" aria-label={AttrValue::from(own.year_label.clone())} min={first.to_string()} max={last.to_string()} step="1" value={year.to_string()} />
                </label>
                { button("back", &words.earlier) }
                { button("on", &words.later) }
                if chooser.to_the_day { { day(words, own) } }
                <button type="button" class="all" aria-pressed="false">{ AttrValue::from(own.all_years.clone()) }</button>
            </div>
            <p class="announcer" role="status"></p>
            <p class="nothing" hidden=true>{ AttrValue::from(chooser.nothing.clone()) }</p>
        </>
    }
}

fn day(words: &Words, own: &ReferenceWords) -> Html {
    let month = |(n, (name, in_date)): (usize, (&Text, &Text))| {
        let in_date = AttrValue::from(in_date.clone());
        html! { <option value={(n + 1).to_string()} data-in-date={in_date}>{ AttrValue::from(name.clone()) }</option> }
    };
    let months = words.months.iter().zip(&words.months_in_date).enumerate();
    html! {
        <>
            <label class="month">
                <span>{ AttrValue::from(own.month_label.clone()) }</span>
                <select><option value="0">{ AttrValue::from(own.whole_year.clone()) }</option>{ for months.map(month) }</select>
            </label>
            <label class="day">
                <span>{ AttrValue::from(own.day_label.clone()) }</span>
                <select><option value="0">{ AttrValue::from(own.whole_month.clone()) }</option>{ for (1..=31).map(|n| html! { <option value={n.to_string()}>{ n }</option> }) }</select>
            </label>
        </>
    }
}

/// The pattern of a date, with signs that the script replaces.
fn pattern(date: &Text) -> String {
    fill(date, &[("day", &"#d"), ("month", &"#m"), ("year", &"#y")])
}

/// How far a date is along the years, from 0 to 10,000. Months count as of 31 days.
pub(super) fn share(number: u32, years: (u16, u16)) -> u32 {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    let days = (year * 12 + month.saturating_sub(1)) * 31 + day.saturating_sub(1);
    let (first, last) = (u32::from(years.0) * 372, (u32::from(years.1) + 1) * 372);
    (days.clamp(first, last) - first) * 10_000 / (last - first).max(1)
}

/// A share as a length or a place in a drawing.
pub(super) fn percent(share: u32) -> String {
    format!("{}.{:02}%", share / 100, share % 100)
}

/// The first and the last year of some dates.
pub(super) fn years(dates: impl Iterator<Item = Date>) -> (u16, u16) {
    dates.fold((u16::MAX, 0), |(first, last), date| (first.min(date.year), last.max(date.year)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_its_place_among_the_years() {
        let years = (1992, 2001);
        for (number, there) in [
            (19_920_000, "0.00%"),
            (19_920_101, "0.00%"),
            (19_970_101, "50.00%"),
            (19_970_200, "50.83%"),
            (20_020_000, "100.00%"),
            (19_000_000, "0.00%"),
        ] {
            assert_eq!(percent(share(number, years)), there, "{number}");
        }
    }
}
