//! The lesson in the frame of another page, on the same slow phone.

use anyhow::Result;
use serde::Deserialize;
use xtask::server::{Options, Server};

use crate::{
    budget::Line,
    figures::Spread,
    folder::{Folder, write},
    phone::Phone,
    sites::Site,
    table::{Row, Table},
};

/// What the probe noted in the frame: milliseconds from the start of its own navigation.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Visit {
    lcp: f64,
    live: f64,
}

/// Visits a page around our lesson that loads our script. It comes from the same address by another port: another origin,
/// but the same process, for the phone slows only that of its page.
pub(crate) async fn pay(ours: &Site, folder: &Folder) -> Result<Visit> {
    let around = folder.inner("around")?;
    let page = format!(
        "<!doctype html><meta name=viewport content=width=device-width><title>A school</title><link rel=icon href=data:,>\
         <script src={0}embed.js async></script><iframe title=A src={1}?embed width=100% height=720></iframe>",
        ours.server.url(),
        ours.url()
    );
    write(&around.join("index.html"), &page)?;
    let host = Server::start(&around, Options { brotli: true, ..Options::default() })?;
    let phone = Phone::unpack().await?;
    let visit = look(&phone, ours, &host).await;
    phone.switch_off().await?;
    visit
}

async fn look(phone: &Phone, ours: &Site, host: &Server) -> Result<Visit> {
    phone.prepare_for(ours).await?;
    phone.load(&host.url()).await?;
    phone.enter_frame().await?;
    phone.wait("bench.settled", "waiting until the frame is live").await
}

/// The rows, and the figures that a page without a frame is held to.
pub(crate) fn lines(visits: &[Visit], table: &Table<'_>) -> (String, Vec<Line>) {
    let paint = Spread::of(visits.iter().map(|visit| visit.lcp));
    let live = Spread::of(visits.iter().map(|visit| visit.live));
    let show = |spread: Option<Spread>| spread.map_or_else(String::new, |spread| spread.show(0));
    let rows = format!(
        "{:<32}{}\n{:<32}{}\n",
        "in a frame: largest paint, ms",
        show(paint),
        "in a frame: live, ms",
        show(live)
    );
    let ratio = |spread: Option<Spread>, whole: Option<f64>| Some(spread?.median / whole?);
    let lines = vec![
        Line::new("in a frame: largest paint, to the limit", ratio(paint, table.limit(Row::LargestPaint)), 1.3, false),
        Line::new("in a frame: live, to SurveyJS", ratio(live, table.surveyjs(Row::Live)), 0.4, false),
    ];
    (rows, lines)
}
