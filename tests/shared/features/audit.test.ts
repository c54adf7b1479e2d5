import { describe, expect, test } from 'vitest'
import { contract } from '@shared/contract'
import {
  auditKindOf,
  auditRoutes,
  readSubject,
  routesOfKinds,
} from '@shared/features/audit/audit.rules'
import { auditKinds } from '@shared/features/audit/audit.schema'
import chinese from '../../../renderer/locales/zh-CN/audit.json'
import english from '../../../renderer/locales/en/audit.json'

/** Commands that leave no entry: dialogs, looks at files, steps of something that is noted before or after. */
const withoutEntry = [
  'backups.chooseFile',
  'backups.choosePlace',
  'backups.chooseTarget',
  'backups.eject',
  'backups.inspectFile',
  'backups.listFiles',
  'backups.lookAt',
  'backups.showKept',
  'backups.takeNotice',
  'clipboard.copyRevealed',
  'customer-restores.close',
  'imports.chooseFile',
  'imports.discard',
  'imports.read',
  'tasks.readCalendar',
  'tasks.dropCalendar',
  'imports.remap',
  'jobs.cancel',
  'preferences.set',
  'vault.cancelCreation',
  'vault.cancelReissue',
  'vault.chooseFolder',
  'vault.dismissFindings',
  'vault.finishCreation',
  'vault.lookInside',
  'vault.openOther',
  'vault.retry',
  'vault.startCreation',
  'vault.tryWriting',
  'vault.useMoved',
]
const known = Object.values(auditRoutes).flat() as string[]
const commands = Object.entries(contract)
  .filter(([, { kind, quiet }]) => kind === 'command' && !quiet)
  .map(([name]) => name)

function wordOf(words: unknown, route: string): unknown {
  const [feature = '', verb = ''] = route.split('.')
  return (words as Record<string, Record<string, Record<string, unknown>>>).route?.[feature]?.[verb]
}

describe('the routes of the audit trail', () => {
  test.each(commands.filter((name) => !withoutEntry.includes(name)))(
    '%s has a kind of its own',
    (name) => expect(known).toContain(name),
  )

  test('the list of commands without entry names commands only', () => {
    expect(withoutEntry.filter((name) => !commands.includes(name))).toEqual([])
    expect(withoutEntry.filter((name) => known.includes(name))).toEqual([])
  })

  test('stand under one kind each', () => {
    expect(new Set(known).size).toBe(known.length)
  })

  test.each(known)('%s has words in both languages', (route) => {
    for (const words of [chinese, english])
      expect(wordOf(words, route)).toEqual(expect.stringMatching(/\S/))
  })

  test.each(auditKinds)('the kind %s has words in both languages', (kind) => {
    for (const words of [chinese, english]) expect(words.kind[kind]).toMatch(/\S/)
  })
})

describe('kinds as a filter', () => {
  test('every route is let through by its kind and by no other', () => {
    for (const route of [...known, 'tasks.somethingNew'])
      for (const kind of auditKinds) {
        const routes = routesOfKinds([kind])
        const passes =
          routes !== null &&
          ('only' in routes ? routes.only.includes(route) : !routes.without.includes(route))
        expect(passes).toBe(auditKindOf(route) === kind)
      }
  })

  test('none or all of them let everything through', () => {
    expect(routesOfKinds([])).toBeNull()
    expect(routesOfKinds([...auditKinds, 'change'])).toBeNull()
  })
})

describe('a subject', () => {
  test.each([
    [null, null],
    ['customer:12', { kind: 'customer', id: 12, fields: [] }],
    ['customer:12 email,phone', { kind: 'customer', id: 12, fields: ['email', 'phone'] }],
    ['user:3', { kind: 'user', id: 3, rest: '' }],
    ['user:3 sales', { kind: 'user', id: 3, rest: 'sales' }],
    ['user:0197f0a0-0000-7000-8000-000000000001', { kind: 'user', id: null, rest: '' }],
    ['lines:1200', { kind: 'lines', count: 1200 }],
    ['customers:1200', { kind: 'customers', count: 1200 }],
    ['entry:57', { kind: 'entry', id: 57 }],
    ['result:intact', { kind: 'result', result: 'intact' }],
    ['result:whatever', { kind: 'other', text: 'result:whatever' }],
    ['customer:x', { kind: 'other', text: 'customer:x' }],
  ])('%s is taken apart', (subject, expected) => {
    expect(readSubject(subject)).toEqual(expected)
  })
})
