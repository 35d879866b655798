//! A cell as a number.
#![cfg_attr(fuzzing, no_main)]

holdfast_fuzz::target!(holdfast_fuzz::Piece::Cell, holdfast_core::import::fuzz::numbers);
