//! A function on its way into a module.

use std::collections::BTreeSet;

use wasm_encoder::{Function, Instruction};

/// A function that is being written. What would be given to a call that traps is left out, and what follows a trap.
pub(super) struct Written<'a> {
    pub(super) function: Function,
    pub(super) numbers: BTreeSet<u32>,
    /// Numbers and variables that are taken by what comes next.
    given: Vec<Instruction<'a>>,
    /// After a trap: how many blocks were begun since.
    skipped: Option<u32>,
}

impl<'a> Written<'a> {
    pub(super) fn new(function: Function) -> Self {
        Self { function, numbers: BTreeSet::new(), given: Vec::new(), skipped: None }
    }

    pub(super) fn write(&mut self, instruction: &Instruction<'a>) {
        if let Some(blocks) = self.skipped {
            self.skipped = match instruction {
                Instruction::Block(_) | Instruction::Loop(_) | Instruction::If(_) => Some(blocks + 1),
                Instruction::End if blocks > 0 => Some(blocks - 1),
                Instruction::End | Instruction::Else if blocks == 0 => None,
                _ => Some(blocks),
            };
            if self.skipped.is_some() {
                return;
            }
        }
        match instruction {
            Instruction::I32Const(_) | Instruction::I64Const(_) | Instruction::LocalGet(_) => {
                self.given.push(instruction.clone());
            }
            other => {
                for given in std::mem::take(&mut self.given) {
                    self.numbers.extend(number_in(&given));
                    self.function.instruction(&given);
                }
                self.numbers.extend(number_in(other));
                self.function.instruction(other);
            }
        }
    }

    pub(super) fn trap(&mut self) {
        if self.skipped.is_none() {
            self.given.clear();
            self.function.instruction(&Instruction::Unreachable);
            self.skipped = Some(0);
        }
    }
}

/// The number that an instruction gives, or adds to an address.
pub(super) fn number_in(instruction: &Instruction<'_>) -> Option<u32> {
    if let Instruction::I32Const(number) = instruction {
        return Some(number.cast_unsigned());
    }
    let (Instruction::I32Load(memory)
    | Instruction::I64Load(memory)
    | Instruction::F32Load(memory)
    | Instruction::F64Load(memory)
    | Instruction::I32Load8S(memory)
    | Instruction::I32Load8U(memory)
    | Instruction::I32Load16S(memory)
    | Instruction::I32Load16U(memory)
    | Instruction::I64Load8S(memory)
    | Instruction::I64Load8U(memory)
    | Instruction::I64Load16S(memory)
    | Instruction::I64Load16U(memory)
    | Instruction::I64Load32S(memory)
    | Instruction::I64Load32U(memory)) = instruction
    else {
        return None;
    };
    u32::try_from(memory.offset).ok()
}
