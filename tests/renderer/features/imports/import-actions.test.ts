import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetBook } from '@renderer/lib/book-closed'
import {
  chooseFile,
  commitImport,
  readFile,
  setTarget,
  startOver,
} from '@renderer/features/imports/import-actions'
import { resetImport, useImportStore } from '@renderer/features/imports/import-store'
import { findMapping } from '@renderer/features/imports/mapping-memory'
import type { ImportPlan, ImportTarget } from '@shared/features/imports/imports.schema'

const file = { token: '0198c0de-0000-7000-8000-000000000001', fileName: 'a.csv', bytes: 10 }

function planOf(importId: string, targets: ImportTarget[]): ImportPlan {
  const columns = targets.map((target, index) => ({
    index,
    header: `列${index}`,
    sample: '',
    target,
    mappedBy: 'synonym' as const,
    reading: 'as-is' as const,
  }))
  return {
    importId,
    fileName: 'a.csv',
    encoding: 'utf-8',
    delimiter: ',',
    columns,
    totalRows: 1,
    goodRows: 1,
    badRows: 0,
    warnedRows: 0,
    keptOut: 0,
    preview: [],
    problems: [],
    problemTotals: [],
  }
}

type Answer = (input: Record<string, unknown>) => unknown
let answers: Record<string, Answer>

beforeEach(() => {
  const stored = new Map<string, string>()
  answers = {}
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
  vi.stubGlobal('window', {
    kebu: {
      request: async (route: string, input: Record<string, unknown>) =>
        JSON.stringify(await answers[route]?.(input)),
    },
  })
  resetImport()
})
afterEach(() => vi.unstubAllGlobals())

const ok = (data: unknown) => ({ ok: true, data })
const failed = (code: string) => ({ ok: false, error: { code, message: code, details: {} } })
const state = () => useImportStore.getState()

describe('an import', () => {
  it('goes from the chosen file to its mapping', async () => {
    answers = {
      'imports.chooseFile': () => ok(file),
      'imports.read': () => ok(planOf('one', ['name'])),
    }
    await chooseFile()
    expect(state()).toMatchObject({ step: 'mapping', file, plan: { importId: 'one' }, job: null })
  })

  it('stays where it is when the person picks no file', async () => {
    answers = { 'imports.chooseFile': () => ok(null) }
    await chooseFile()
    expect(state()).toMatchObject({ step: 'file', file: null, error: null })
  })

  it('shows what went wrong, and forgets it when the file is read in another encoding', async () => {
    answers = {
      'imports.chooseFile': () => ok(file),
      'imports.read': ({ encoding }) =>
        encoding === 'gb18030' ? ok(planOf('two', ['name'])) : failed('imports.wrong-encoding'),
    }
    await chooseFile()
    expect(state()).toMatchObject({ step: 'file', error: { code: 'imports.wrong-encoding' } })
    await readFile('gb18030')
    expect(state()).toMatchObject({ step: 'mapping', error: null })
  })

  it('takes a cancelled reading for no error', async () => {
    answers = {
      'imports.chooseFile': () => ok(file),
      'imports.read': () => failed('core.cancelled'),
    }
    await chooseFile()
    expect(state()).toMatchObject({ step: 'file', error: null, job: null })
  })

  it('keeps the latest of two mappings, whichever is counted first', async () => {
    useImportStore.setState({ file, plan: planOf('one', ['name', 'notes']), step: 'mapping' })
    const waiting: (() => void)[] = []
    answers = {
      'imports.remap': ({ targets }) =>
        new Promise((resolve) =>
          waiting.push(() => resolve(ok(planOf('one', targets as ImportTarget[])))),
        ),
    }
    const first = setTarget(1, 'need')
    const second = setTarget(1, 'source')
    waiting[1]?.()
    waiting[0]?.()
    await Promise.all([first, second])
    expect(state().plan?.columns[1]?.target).toBe('source')
    expect(state().remapping).toBe(false)
  })

  it('remembers the mapping after it was written, and recalls it for the same header', async () => {
    const plan = planOf('one', ['name', 'notes'])
    answers = {
      'imports.read': () => ok(plan),
      'imports.remap': ({ targets }) => ok(planOf('one', targets as ImportTarget[])),
      'imports.commit': () => ok({ commandId: 7, customers: 1, rejected: 0 }),
      'imports.discard': () => ok({}),
    }
    useImportStore.setState({ file, plan: planOf('one', ['name', 'source']), step: 'check' })
    await commitImport()
    expect(state()).toMatchObject({ step: 'result', result: { commandId: 7 } })
    expect(findMapping(plan.columns)).toEqual(['name', 'source'])
    await startOver()
    useImportStore.setState({ file })
    await readFile(null)
    expect(state()).toMatchObject({ recalled: true })
    expect(state().plan?.columns[1]?.target).toBe('source')
  })

  it('stays on the checking page when the writing fails', async () => {
    answers = { 'imports.commit': () => failed('core.disk-full') }
    useImportStore.setState({ file, plan: planOf('one', ['name']), step: 'check' })
    await commitImport()
    expect(state()).toMatchObject({ step: 'check', job: null, error: { code: 'core.disk-full' } })
  })

  it('is forgotten when the book closes, and a late answer does not bring it back', async () => {
    let answer: () => void = () => undefined
    answers = {
      'imports.read': () =>
        new Promise((resolve) => (answer = () => resolve(ok(planOf('one', ['name']))))),
    }
    useImportStore.setState({ file })
    const reading = readFile(null)
    forgetBook()
    answer()
    await reading
    expect(state()).toMatchObject({ step: 'file', file: null, plan: null })
  })
})
