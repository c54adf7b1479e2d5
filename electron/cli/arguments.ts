import { resolve } from 'node:path'

/** What the program is asked to do without a window. */
export type Command =
  | { name: 'help' }
  | { name: 'version' }
  | { name: 'usage'; problem: UsageProblem; word: string }
  | BackupCommand
  | VerifyCommand
export type UsageProblem = 'unknown' | 'value-missing' | 'twice' | 'contradiction' | 'password'

type Common = {
  /** Name of the person who signs in; null: the only one there is. */
  user: string | null
  json: boolean
}
/** Where the secret comes from: a key of this computer if there is one, only that, or the terminal or pipe. */
export type SecretSource = 'any' | 'keystore' | 'typed'
export type BackupCommand = Common & {
  name: 'backup'
  folder: string
  /** Folder of the book; null: the one that was open last. */
  book: string | null
  kind: 'auto' | 'full'
  source: SecretSource
}
export type VerifyCommand = Common & {
  name: 'verify'
  file: string
  source: SecretSource | 'recovery-key'
}

const asked = ['--backup', '--verify', '--help', '--version']
const valued = ['--backup', '--verify', '--book', '--user']
const flags = ['--help', '--version', '--json', '--full', '--keystore', '--ask', '--recovery-key']
/** Switches of Chromium that may stand between ours. */
const foreign =
  /^--(user-data-dir|lang|no-sandbox|ozone-platform|password-store|disable-gpu|disable-software-rasterizer|disable-logging|log-level|inspect|remote-debugging-port)(=|$)/

/** True when the program was started for one command and must open no window. */
export function isCommandLine(args: readonly string[]): boolean {
  return args.some((arg) => asked.includes(nameOf(arg)))
}

/**
 * Reads the words behind the program's name. A password among them is refused: every user of a computer can read the arguments of
 * every program.
 * @param cwd folder that relative paths start from
 */
export function parseArguments(args: readonly string[], cwd: string): Command {
  const given = new Map<string, string>()
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (foreign.test(arg)) continue
    const name = nameOf(arg)
    if (/^--?(password|pass|pw)$/i.test(name)) return usage('password', name)
    if (!valued.includes(name) && !flags.includes(arg)) return usage('unknown', arg)
    if (given.has(name)) return usage('twice', name)
    const isJoined = arg.includes('=')
    const value = !valued.includes(name) ? '' : isJoined ? afterSign(arg) : args[++index]
    if (valued.includes(name) && (!value || (!isJoined && value.startsWith('--'))))
      return usage('value-missing', name)
    given.set(name, value ?? '')
  }
  return commandOf(given, cwd)
}

function commandOf(given: Map<string, string>, cwd: string): Command {
  const has = (name: string) => given.has(name)
  if (has('--help')) return { name: 'help' }
  if (has('--version')) return { name: 'version' }
  const common = { user: given.get('--user') ?? null, json: has('--json') }
  const sources = ['--keystore', '--ask', '--recovery-key'].filter(has)
  const [folder, file, book] = ['--backup', '--verify', '--book'].map((name) => given.get(name))
  const one = sources[1] ?? (folder !== undefined && file !== undefined ? '--verify' : undefined)
  if (one !== undefined) return usage('contradiction', one)
  const source = has('--keystore') ? 'keystore' : has('--ask') ? 'typed' : 'any'
  if (folder !== undefined) {
    if (has('--recovery-key')) return usage('contradiction', '--recovery-key')
    const kind = has('--full') ? 'full' : 'auto'
    const paths = { folder: resolve(cwd, folder), book: book ? resolve(cwd, book) : null }
    return { name: 'backup', ...common, ...paths, kind, source }
  }
  const stray = ['--book', '--full'].find(has)
  if (stray !== undefined) return usage('contradiction', stray)
  return {
    name: 'verify',
    ...common,
    file: resolve(cwd, file ?? ''),
    source: has('--recovery-key') ? 'recovery-key' : source,
  }
}

function usage(problem: UsageProblem, word: string): Command {
  // What stands behind a sign may be a password that somebody put there.
  return { name: 'usage', problem, word: nameOf(word) }
}

function nameOf(arg: string): string {
  return arg.startsWith('--') ? (arg.split('=')[0] ?? arg) : arg
}

function afterSign(arg: string): string {
  return arg.slice(arg.indexOf('=') + 1)
}
