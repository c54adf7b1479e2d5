import { createDataSteps } from '../data-steps'

const sessions = 3
const commands = 24

/** Some sessions with a book, each closed at its end, with the log growing over its limit and emptied in between. */
const [, , synchronous = '', folder = '', answers = ''] = process.argv
const steps = createDataSteps({ folder, name: 'w', answers })
for (let session = 0; session < sessions; session += 1) {
  steps.open()
  const { raw } = steps.session.current().book
  // Only the control asks for less than the program does.
  if (synchronous !== 'FULL') raw.pragma(`synchronous = ${synchronous}`)
  for (let index = 0; index < commands; index += 1) {
    const number = session * commands + index
    if (index % 8 === 7) steps.importFile(number)
    else await steps.command(number)
    // As a backup does before it copies the file.
    if (index === 15) raw.pragma('wal_checkpoint(TRUNCATE)')
  }
  steps.session.close()
}
