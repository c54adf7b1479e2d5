import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readSecret, type SecretInput } from '../../../electron/cli/read-secret'

function terminal() {
  const raw: boolean[] = []
  const input: SecretInput = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => raw.push(mode),
  })
  const output = new PassThrough()
  const answer = readSecret({ input, output, question: 'Q: ' })
  const shown = () => String(output.read() ?? '')
  return { answer, raw, shown, type: (text: string | Buffer) => (input as PassThrough).write(text) }
}

describe('a password typed on a terminal', () => {
  it('is taken without showing it, and the terminal is as before', async () => {
    const { answer, raw, shown, type } = terminal()
    type('一二ab')
    type('c\x7f\r')
    expect(await answer).toBe('一二ab')
    expect(raw).toEqual([true, false])
    expect(shown()).toBe('Q: \n')
  })

  it('may come in pieces that cut a letter', async () => {
    const { answer, type } = terminal()
    const bytes = Buffer.from('密码')
    type(bytes.subarray(0, 2))
    type(bytes.subarray(2))
    type('\n')
    expect(await answer).toBe('密码')
  })

  it('is given up with Ctrl-C, and the terminal is as before', async () => {
    const { answer, raw, type } = terminal()
    type('half\x03')
    expect(await answer).toBe('cancelled')
    expect(raw).toEqual([true, false])
  })

  it('is nothing when only Enter is pressed', async () => {
    const { answer, type } = terminal()
    type('\r')
    expect(await answer).toBeNull()
  })
})

describe('a password out of a pipe', () => {
  const piped = (text: string, silenceMs?: number) => {
    const input = new PassThrough()
    if (silenceMs === undefined) input.end(text)
    const options = { input, output: new PassThrough(), question: 'Q: ' }
    return readSecret(silenceMs === undefined ? options : { ...options, silenceMs })
  }

  it('is the first line, whoever wrote it', async () => {
    expect(await piped('密码 一\nsecond\n')).toBe('密码 一')
    expect(await piped('\uFEFFwindows\r\n')).toBe('windows')
    expect(await piped('no end')).toBe('no end')
  })

  it('is nothing when the pipe is empty or stays silent', async () => {
    expect(await piped('')).toBeNull()
    expect(await piped('', 5)).toBeNull()
  })
})
