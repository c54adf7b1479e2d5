import { openSync, writeSync } from 'node:fs'
import { startProgram } from '../support/program'
import { flows } from './program-flows'

/** The program without a window: does one thing on a folder, says so, and locks. */
const [, , name = '', root = '', backup = '', words = ''] = process.argv
const flow = flows[name]
if (!flow) throw new Error(`no flow ${name}`)
const output = openSync(words, 'a')
const say = (word: string) => {
  writeSync(output, `${word}\n`)
  writeSync(1, `${word}\n`)
}

const program = startProgram(root)
say('started')
await flow(program, root, backup)
say('done')
await program.vault.lock()
// Proof that nothing else ended the process.
say('locked')
process.exit(0)
