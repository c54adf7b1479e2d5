import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

export type Ended = { code: number | null; out: string; complaint: string }
type Options = {
  userData: string
  /** What the program gets on its standard input; nothing by default. */
  input?: string
  /** The packed program; without it the development build. */
  executablePath?: string
  /** Called with the process as soon as it is there. */
  onStart?: (kill: (signal: NodeJS.Signals) => void) => void
}

/** Runs one command of the real program on a machine without a display, in English, to its end. */
export function runCommand(args: string[], options: Options): Promise<Ended> {
  const { userData, executablePath, input = '' } = options
  const program = executablePath ?? process.env.ELECTRON_EXEC_PATH ?? ''
  const folder = executablePath ? [] : [resolve(import.meta.dirname, '..', '..')]
  const sandbox = process.env.KEBU_NO_SANDBOX ? ['--no-sandbox'] : []
  const env: NodeJS.ProcessEnv = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' }
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'ELECTRON_RUN_AS_NODE'])
    Reflect.deleteProperty(env, name)
  const line = [...folder, `--user-data-dir=${userData}`, ...sandbox, ...args]
  return new Promise((done, fail) => {
    const child = spawn(program, line, { env, stdio: ['pipe', 'pipe', 'pipe'] })
    options.onStart?.((signal) => child.kill(signal))
    let [out, complaint] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    child.once('error', fail)
    child.once('close', (code) => done({ code, out, complaint }))
    // A command that reads no password closes its end.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** The line of `--json`. */
export function lineOf({ out }: Ended): Record<string, unknown> {
  return JSON.parse(out) as Record<string, unknown>
}
