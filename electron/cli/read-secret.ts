import { StringDecoder } from 'node:string_decoder'
import type { Readable, Writable } from 'node:stream'

/** Standard input: a terminal, or a pipe. */
export type SecretInput = Readable & {
  isTTY?: boolean
  setRawMode?: (raw: boolean) => unknown
}
type Options = {
  input: SecretInput
  /** Where the question is written; never the stream of the results. */
  output: Writable
  question: string
  /** How long a pipe may stay silent, in ms. */
  silenceMs?: number
}

const longest = 4096
const [enter, lineFeed, cancel, end, backspace, erase] = ['\r', '\n', '\x03', '\x04', '\x7f', '\b']

/**
 * Reads one line that nobody else shall see: typed on a terminal without echo, or the first line of a pipe.
 * @returns the line, `cancelled` for Ctrl-C, null when nothing came
 */
export function readSecret(options: Options): Promise<string | 'cancelled' | null> {
  return options.input.isTTY && options.input.setRawMode ? typed(options) : piped(options)
}

function typed({ input, output, question }: Options): Promise<string | 'cancelled' | null> {
  // First: what is typed before it would be shown.
  input.setRawMode?.(true)
  output.write(question)
  const decoder = new StringDecoder('utf8')
  const letters: string[] = []
  return new Promise((resolve) => {
    const finish = (answer: string | null) => {
      input.off('data', take)
      input.off('end', gone)
      input.setRawMode?.(false)
      input.pause()
      output.write('\n')
      resolve(answer)
    }
    const gone = () => finish(null)
    const take = (bytes: Buffer) => {
      for (const letter of decoder.write(bytes)) {
        if (letter === cancel) return finish('cancelled')
        if (letter === end || letter === enter || letter === lineFeed)
          return finish(letters.length > 0 ? letters.join('') : null)
        if (letter === backspace || letter === erase) letters.pop()
        else if (letter >= ' ' && letters.length < longest) letters.push(letter)
      }
    }
    input.on('data', take)
    input.on('end', gone)
    input.resume()
  })
}

function piped({ input, silenceMs = 120_000 }: Options): Promise<string | null> {
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      for (const event of ['end', 'error', 'close']) input.off(event, finish)
      input.off('data', take)
      input.pause()
      const line = Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? ''
      for (const chunk of chunks) chunk.fill(0)
      resolve(line.replace(/^\uFEFF/, '') || null)
    }
    const take = (bytes: Buffer) => {
      chunks.push(bytes)
      const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
      if (bytes.includes(0x0a) || size > longest) finish()
    }
    const timer = setTimeout(finish, silenceMs)
    for (const event of ['end', 'error', 'close']) input.once(event, finish)
    input.on('data', take)
    input.resume()
  })
}
