import { spawn, spawnSync } from 'node:child_process'
import { delimiter } from 'node:path'
import { modulePath, projectNode, root } from './paths.mjs'

/** A reason to stop that is told to the person as it is, without a stack. */
export class Stop extends Error {}

/** Progress goes to stderr, so that stdout stays free for what a command answers. */
export const say = (text) => process.stderr.write(`${text}\n`)
export const heading = (text) => say(`\n== ${text}`)

/** The environment in which `node` and the tools are the project's own. */
export function toolEnv(extra = {}) {
  const path = [modulePath('.bin'), process.env.PATH ?? ''].join(delimiter)
  return { ...process.env, PATH: path, ...extra }
}

/** Runs a program and answers {status, stdout, stderr}; never throws. */
export function capture(command, args, options = {}) {
  const defaults = { encoding: 'utf8', cwd: root, maxBuffer: 64 * 1024 * 1024 }
  const result = spawnSync(command, args, { ...defaults, ...options })
  return {
    status: result.status ?? 1,
    stdout: result.stdout ?? '',
    stderr: (result.stderr ?? '') + (result.error ? String(result.error.message) : ''),
  }
}

/** Runs a program with its output shown on stderr; throws Stop when it fails. */
export function must(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
  if (result.status === 0) return
  const why = result.error ? result.error.message : `exit code ${result.status ?? result.signal}`
  throw new Stop(`${command} ${args.join(' ')} failed: ${why}`)
}

/** Runs a JavaScript tool of node_modules under the project's Node; throws Stop when it fails. */
export function mustTool(script, args, options = {}) {
  must(projectNode(), [modulePath(script), ...args], { env: toolEnv(), ...options })
}

/** Runs a program in the foreground and resolves with its exit code; an interrupt is left to the program. */
export function foreground(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const ignore = () => {}
    const stop = () => child.kill('SIGTERM')
    process.on('SIGINT', ignore)
    process.on('SIGTERM', stop)
    child.on('error', fail)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', ignore)
      process.off('SIGTERM', stop)
      done(code ?? (signal ? 1 : 0))
    })
  })
}
