import { type ChildProcess, spawn } from 'node:child_process'

/**
 * Starts a worker with plain Node, waits until it says a word on the standard output, and kills it (SIGKILL) a while after that.
 * @param word ends with a line break in what the worker writes
 * @param delayMs after the word
 * @returns true when the kill ended it; false when it had come to its own end before
 * @throws Error with what the worker complained of, when it ended badly by itself
 */
export function killAfter(
  script: string,
  args: string[],
  { word, delayMs }: { word: string; delayMs: number },
): Promise<boolean> {
  const child = start(script, args, {})
  let said = ''
  child.stdout?.on('data', (text: Buffer) => {
    const before = said
    said += text.toString()
    const isNew = !before.includes(`${word}\n`) && said.includes(`${word}\n`)
    if (isNew) setTimeout(() => child.kill('SIGKILL'), delayMs)
  })
  return wasKilled(child)
}

/**
 * Starts a worker that kills itself at the n-th fail point it passes (see electron/vault/fail-point.ts).
 * @returns and @throws as `killAfter`
 */
export function killAtStep(script: string, args: string[], step: number): Promise<boolean> {
  const child = start(script, args, { KEBU_FAIL_POINT: `#${step}` })
  child.stdout?.resume()
  return wasKilled(child)
}

function start(script: string, args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function wasKilled(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let complaint = ''
    child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(true)
      else if (code === 0) resolve(false)
      else reject(new Error(`worker ended with ${code ?? signal}: ${complaint}`))
    })
  })
}
