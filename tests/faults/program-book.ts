import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startProgram } from '../support/program'
import { checks, type Found } from './program-checks'
import { homeOf, makeTemplate, type Template } from './program-flows'

/** A template to copy, and where the copies go. */
export type Bed = Template & { folder: string; copies: string }

export async function makeBed(folder: string): Promise<Bed> {
  const [root, copies] = [join(folder, 'template'), join(folder, 'copies')]
  for (const one of [root, copies]) mkdirSync(one)
  return { ...(await makeTemplate(startProgram(root))), folder: root, copies }
}

/** A folder that a flow may work on: a copy of the template with its own book, or nothing for a book that is to be made. */
export function makeRoot({ folder, copies }: Bed, flow: string): string {
  const root = mkdtempSync(join(copies, 'root-'))
  if (flow === 'create') mkdirSync(homeOf(root))
  else {
    cpSync(folder, root, { recursive: true })
    const path = join(root, 'preferences.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace(folder, root))
  }
  return root
}

/** Where the worker writes what it has done. */
export const wordsOf = (root: string) => join(root, 'words')

/** Starts the program on what is left and looks at it; takes the folder away when it was well. */
export async function check(flow: string, root: string, template: Template): Promise<string> {
  const program = startProgram(root)
  const words = existsSync(wordsOf(root)) ? readFileSync(wordsOf(root), 'utf8') : ''
  const found: Found = { program, root, template, done: words.includes('done') }
  const outcome = await checks[flow]?.(found)
  await program.close()
  return outcome ?? 'no check'
}
