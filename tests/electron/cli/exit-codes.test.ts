import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { backupErrorCodes } from '@shared/features/backups/backups.errors'
import { vaultErrorCodes } from '@shared/features/vault/vault.errors'
import { describe, expect, it } from 'vitest'
import { exitCodes, failureOf } from '../../../electron/cli/exit-codes'
import { chooseLanguage } from '../../../electron/cli/language'
import { reportOf } from '../../../electron/cli/report'
import { wordsOf } from '../../../electron/cli/words'

describe('exit codes', () => {
  it('never change their meaning', () => {
    expect(Object.values(exitCodes)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    const page = readFileSync(join(import.meta.dirname, '../../../docs/command-line.md'), 'utf8')
    for (const code of Object.values(exitCodes)) expect(page).toContain(`| ${code} `)
  })

  it('tell every trouble of a book or a backup from the unexpected', () => {
    for (const code of [...vaultErrorCodes, ...backupErrorCodes])
      expect(failureOf(new AppError(code)).exit).not.toBe('unexpected')
    expect(failureOf(new Error('C:\\Users\\name')).error).toBe('core.unexpected')
  })

  it('come with a sentence in both languages, and how long to wait', () => {
    const failure = failureOf(new AppError('vault.too-many-tries', 'x', { seconds: 30 }))
    for (const words of Object.values(wordsOf)) {
      const report = reportOf({ name: 'help' }, failure, words)
      expect(report).toMatchObject({ exitCode: 3, line: { ok: false, seconds: 30 } })
      expect(report.text).toContain('30')
    }
    expect(Object.keys(wordsOf.en.exact)).toEqual(Object.keys(wordsOf['zh-CN'].exact))
  })
})

describe('the language of the messages', () => {
  it.each([
    ['system', { LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh-CN'],
    ['system', { LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
    ['system', {}, 'zh-Hans-CN', 'zh-CN'],
    ['en', { LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
  ] as const)('chosen %s, environment %o, system %s: %s', (chosen, env, locale, expected) => {
    expect(chooseLanguage(chosen, env, locale)).toBe(expected)
  })
})
