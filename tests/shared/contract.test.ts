import { describe, expect, test } from 'vitest'
import { contract } from '@shared/contract'
import { topics } from '@shared/core/contract'
import { permissions } from '@shared/core/permissions'

const routes = Object.entries(contract)

describe('the contract', () => {
  test.each(routes)(
    '%s is a noun and a verb with a known permission and known topics',
    (name, route) => {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z][a-zA-Z]*$/)
      expect(permissions).toContain(route.permission)
      for (const topic of route.invalidates) expect(topics).toContain(topic)
    },
  )

  test('queries change nothing', () => {
    for (const [, route] of routes)
      if (route.kind === 'query') expect([route.invalidates, route.undoable]).toEqual([[], false])
  })

  test('whatever can be undone announces a new history', () => {
    for (const [, route] of routes)
      if (route.undoable) expect(route.invalidates).toContain('history')
  })
})
