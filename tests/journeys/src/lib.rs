//! Journeys through the finished course, in real browsers.
