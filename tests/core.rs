//! The core from outside: the sample business, the views as they cross to the window.

mod direction;
mod golden;
