import { describe, expect, it } from 'vitest'
import { isCommandLine, parseArguments } from '../../../electron/cli/arguments'

const cwd = process.platform === 'win32' ? 'C:\\here' : '/here'
const at = (name: string) => (process.platform === 'win32' ? `C:\\here\\${name}` : `/here/${name}`)
const parse = (line: string) => parseArguments(line.split(' '), cwd)
const backup = { name: 'backup', book: null, user: null, json: false, kind: 'auto', source: 'any' }
const verify = { name: 'verify', user: null, json: false, source: 'any' }

describe('words that make a command', () => {
  it.each([
    ['--backup usb', { ...backup, folder: at('usb') }],
    ['--backup=usb', { ...backup, folder: at('usb') }],
    ['--json --backup usb --full', { ...backup, folder: at('usb'), json: true, kind: 'full' }],
    ['--backup usb --book a.kebu', { ...backup, folder: at('usb'), book: at('a.kebu') }],
    ['--backup usb --user 陈立夏', { ...backup, folder: at('usb'), user: '陈立夏' }],
    ['--backup usb --keystore', { ...backup, folder: at('usb'), source: 'keystore' }],
    ['--backup usb --ask', { ...backup, folder: at('usb'), source: 'typed' }],
    ['--verify a.kebubak', { ...verify, file: at('a.kebubak') }],
    ['--verify a --recovery-key', { ...verify, file: at('a'), source: 'recovery-key' }],
    ['--help', { name: 'help' }],
    ['--version', { name: 'version' }],
    ['--user-data-dir=/x --lang=zh-CN --backup usb', { ...backup, folder: at('usb') }],
  ])('%s', (line, command) => {
    expect(parse(line)).toEqual(command)
  })

  it.each([
    ['--backup', 'value-missing', '--backup'],
    ['--backup --json', 'value-missing', '--backup'],
    ['--backup=', 'value-missing', '--backup'],
    ['--backup a --backup b', 'twice', '--backup'],
    ['--backup a --verify b', 'contradiction', '--verify'],
    ['--backup a --recovery-key', 'contradiction', '--recovery-key'],
    ['--backup a --ask --keystore', 'contradiction', '--ask'],
    ['--verify a --book b', 'contradiction', '--book'],
    ['--verify a --full', 'contradiction', '--full'],
    ['--backup a --bok b', 'unknown', '--bok'],
    ['--backup a stray', 'unknown', 'stray'],
    ['--backup a --json=yes', 'unknown', '--json'],
    ['--backup a --password=secret', 'password', '--password'],
    ['--backup a --password secret', 'password', '--password'],
  ])('%s is refused: %s', (line, problem, word) => {
    expect(parse(line)).toEqual({ name: 'usage', problem, word })
  })

  it('is told from an ordinary start', () => {
    expect(isCommandLine(['--backup', 'usb'])).toBe(true)
    expect(isCommandLine(['--verify=a'])).toBe(true)
    expect(isCommandLine(['--user-data-dir=/--backup'])).toBe(false)
    expect(isCommandLine([])).toBe(false)
  })
})
