import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createDataSteps } from './data-steps'
import { acknowledgements } from './kill-data.book'

/** Works on a book until it is killed. */
const [, , flow = '', folder = '', name = ''] = process.argv
const steps = createDataSteps({ folder, name, answers: join(folder, acknowledgements) })

const flows: Record<string, (index: number) => Promise<void> | void> = {
  commands: (index) => steps.command(index),
  early: (index) => steps.command(index, true),
  imports: (index) => steps.importFile(index),
  migration: (index) => steps.command(index),
}
const step = flows[flow]
if (!step) throw new Error(`no flow ${flow}`)

writeSync(1, 'started\n')
steps.open()
writeSync(1, 'open\n')
for (let index = 0; ; index += 1) await step(index)
