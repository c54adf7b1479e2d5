import { expect, it } from 'vitest'
import { changesOf } from '@renderer/lib/draft-changes'

it('keeps of a form only the fields that hold something else than they began with', () => {
  type Form = { name: string; email: string | null; stage: string; phone?: string }
  const start: Form = { name: '桃源示例商行', email: null, stage: 'intent' }
  const values: Form = { ...start, email: 'name@', phone: '' }
  expect(changesOf(values, start)).toEqual({ email: 'name@', phone: '' })
  expect(changesOf(start, start)).toEqual({})
})
