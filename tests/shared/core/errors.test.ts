import { describe, expect, test } from 'vitest'
import { AppError, fromErrorShape, toErrorShape } from '@shared/core/errors'

describe('an error that leaves a process', () => {
  test('keeps code and details when it is one of ours', () => {
    const shape = toErrorShape(new AppError('history.conflict', 'newer changes', { changes: 3 }))
    expect(fromErrorShape(shape)).toMatchObject({
      code: 'history.conflict',
      details: { changes: 3 },
    })
  })

  test('says nothing of a foreign message, which may quote a value', () => {
    const shape = toErrorShape(new Error('near "13800002468": syntax error'))
    expect(JSON.stringify(shape)).not.toContain('13800002468')
    expect(shape.code).toBe('core.unexpected')
  })

  test.each([
    ['SQLITE_FULL', 'core.disk-full'],
    ['ENOSPC', 'core.disk-full'],
    ['SQLITE_READONLY', 'core.read-only'],
    ['EROFS', 'core.read-only'],
    ['SQLITE_CORRUPT', 'vault.database-damaged'],
  ])('%s becomes %s', (code, expected) => {
    expect(toErrorShape(Object.assign(new Error('secret'), { code })).code).toBe(expected)
  })
})
