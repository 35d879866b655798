//! What the columns of a file mean.
#![cfg_attr(fuzzing, no_main)]

holdfast_fuzz::target!(holdfast_fuzz::Piece::File, holdfast_core::import::fuzz::map);
