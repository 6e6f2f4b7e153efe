//! Journeys through the finished course, one file each, every one in every engine that it concerns.

mod accessible;
mod adoption;
mod answers_along;
mod console;
mod doctor;
mod early_taps;
mod figures;
mod files;
mod folder;
mod for_sites;
mod hosts;
mod keyboard;
mod kinds;
mod language;
mod learn;
mod looking_up;
mod network;
mod no_program;
mod not_found;
mod offline;
mod one_file;
mod practice;
mod reload;
mod search;
mod storage;
mod timeline;
