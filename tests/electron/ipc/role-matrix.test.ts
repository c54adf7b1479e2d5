import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '@shared/contract'
import type { Route } from '@shared/core/contract'
import { createRouter } from '../../../electron/ipc/router'
import { checkDue } from './role-matrix/check-due'
import { checkFields } from './role-matrix/check-fields'
import { checkLists } from './role-matrix/check-lists'
import { checkBulk, checkRoutes } from './role-matrix/check-routes'
import {
  codeOf,
  createTally,
  dataRoutes,
  everyRole,
  loosenHandler,
  loosenRoute,
  reach,
  real,
  type Subject,
  type Tally,
} from './role-matrix/subject'
import { createWorld, type World } from './role-matrix/world'

let world: World
let cells = 0
let wrong = 0
beforeAll(() => {
  world = createWorld()
})
afterAll(() => {
  world.dispose()
  console.log(`role matrix: ${cells} cells, ${wrong} wrong`)
})

function expectRight(tally: Tally): void {
  cells += tally.cells
  wrong += tally.wrong.length
  expect(tally.wrong).toEqual([])
  expect(tally.cells).toBeGreaterThan(0)
}

describe(
  'the table of rights holds in the program (R083, R084, R086)',
  { timeout: 180_000 },
  () => {
    test('for every role, data route and record', async () => {
      expectRight(await checkRoutes(world, real))
    })

    test('for records out of reach beside one’s own', async () => {
      expectRight(await checkBulk(world, real))
    })

    test('for every role in lists, searches and counts', async () => {
      expectRight(await checkLists(world, real))
    })

    test('for every role in what is late, runs out and waits', async () => {
      expectRight(await checkDue(world, real))
    })

    test('for every role, field group and record, in answers and in writes', async () => {
      expectRight(await checkFields(world, real))
    })

    test('for every role and route beside the window', async () => {
      const { tally, compare } = createTally()
      for (const [name, route] of Object.entries<Route>(contract)) {
        if (route.home !== 'main') continue
        const open: Route = { ...route, input: noInput }
        const router = createRouter({
          contract: { [name]: open },
          checkOutput: false,
          run: () => 'reached',
        })
        for (const role of everyRole) {
          const expected = reach(role, route.permission) === 'none' ? 'core.forbidden' : 'ok'
          compare(`${role} × ${name}`, expected, codeOf(await router(name, {}, { role })))
        }
        const expected = route.permission === 'public' ? 'ok' : 'core.locked'
        compare(`nobody × ${name}`, expected, codeOf(await router(name, {}, null)))
      }
      expectRight(tally)
    })
  },
)

const noInput = contract['vault.lock'].input

/** The checks of whole answers; a route that one does not ask cannot change what it says. */
const ofAnswers = [checkLists, checkFields, checkDue].map((check) => ({
  check,
  asked: new Set<string>(),
}))

async function findsSomething(subject: Subject, name: string): Promise<boolean> {
  if ((await checkRoutes(world, subject, [name])).wrong.length > 0) return true
  for (const { check, asked } of ofAnswers)
    if (asked.has(name) && (await check(world, subject)).wrong.length > 0) return true
  return false
}

describe('the check itself (control)', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    for (const { check, asked } of ofAnswers) await check(world, { ...real, asked })
  }, 180_000)

  test('notices any route that everybody may use', async () => {
    const guarded = dataRoutes.filter((name) =>
      everyRole.some((role) => reach(role, permissionOf(name)) === 'none'),
    )
    const missed = []
    for (const name of guarded)
      if (!(await findsSomething(loosenRoute(name), name))) missed.push(name)
    expect(missed).toEqual([])
    expect(guarded.length).toBeGreaterThan(20)
  })

  test('notices any handler that takes everybody for an owner', async () => {
    const missed = []
    for (const name of dataRoutes)
      if (!(await findsSomething(loosenHandler(world, name), name))) missed.push(name)
    // The role decides nothing in these beyond the gate.
    expect(missed.sort()).toEqual([
      ...['attachments.abandon', 'attachments.append'],
      ...['audit.list', 'audit.listUsers'],
      ...['automation.create', 'automation.delete', 'automation.list', 'automation.listRuns'],
      ...['automation.preview', 'automation.setEnabled', 'automation.update'],
      ...['backups.countRows', 'backups.getDrill'],
      ...['backups.getSchedule', 'backups.list'],
      'backups.setSchedule',
      ...['cadence.getSettings', 'cadence.setSettings'],
      ...['custom-fields.archive', 'custom-fields.changeType', 'custom-fields.create'],
      ...['custom-fields.list', 'custom-fields.previewType', 'custom-fields.reorder'],
      ...['custom-fields.unarchive', 'custom-fields.update'],
      ...['customer-restores.commit', 'customer-restores.list', 'customer-restores.preview'],
      ...['customers.claim'],
      'customers.transfer',
      ...['deadlines.getSettings', 'deadlines.setSettings'],
      ...['drafts.drop', 'drafts.list', 'drafts.save', 'history.getState'],
      ...['holidays.import', 'holidays.list', 'holidays.preview', 'holidays.remove'],
      ...['holidays.reset', 'holidays.set'],
      ...['imports.list', 'ownership.getSettings', 'ownership.listOwners'],
      'ownership.setSettings',
      ...['phrases.create', 'phrases.delete', 'phrases.list', 'phrases.reorder', 'phrases.update'],
      ...['quality.getSettings', 'quality.pickQueue'],
      ...['quality.setSettings', 'tags.archive', 'tags.create', 'tags.delete', 'tags.insertSet'],
      ...['tags.merge', 'tags.previewRule', 'tags.setRule', 'tags.unarchive', 'tags.update'],
      'tasks.listPeople',
      ...['today.dismissMissed', 'today.listDone', 'today.missed', 'today.moveOverdue'],
      ...['today.readNotices'],
    ])
  })
})

function permissionOf(name: string) {
  return (contract as Record<string, Route>)[name]?.permission ?? 'public'
}
