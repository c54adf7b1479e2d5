import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readCards } from '@shared/features/quick-add/read-cards.rules'
import { beginDrafts, endDrafts, findDraft } from '@renderer/lib/drafts'
import {
  emptyPaste,
  findPaste,
  handOver,
  keepPaste,
  nextCard,
  useQuickAddStore,
  withPicks,
} from '@renderer/features/quick-add/quick-add-store'
import { firstRecord, keepRecord, startNext } from '@renderer/features/quick-add/paper/paper-store'
import { nextField } from '@renderer/features/quick-add/paper/paper-focus'
import { nextRecord } from '@shared/features/quick-add/paper.rules'
import { z } from 'zod'

const bridge = {
  request: (route: string) =>
    Promise.resolve(
      JSON.stringify({ ok: true, data: route === 'drafts.list' ? { drafts: [] } : {} }),
    ),
  on: () => () => undefined,
}

const form = () =>
  findDraft('customer:card', z.object({ values: z.looseObject({}), updatedAt: z.null() }))
const values = { kind: 'company', name: '青山食品' } as const

beforeEach(async () => {
  vi.stubGlobal('window', { kebu: bridge })
  endDrafts()
  await beginDrafts('one')
  useQuickAddStore.setState({ open: false })
})
afterEach(() => {
  endDrafts()
  vi.unstubAllGlobals()
})

describe('the pasted text', () => {
  it('comes back until it is cleared', () => {
    keepPaste({ ...emptyPaste, text: '李建国' })
    expect(findPaste().text).toBe('李建国')
    keepPaste(emptyPaste)
    expect(findPaste()).toEqual(emptyPaste)
  })

  it('is handed to the form, and the same again keeps what was typed there', () => {
    handOver({ ...emptyPaste, text: '青山食品' }, values)
    expect(form()?.values).toEqual(values)
    const paste = findPaste()
    handOver(paste, values)
    expect(form()?.values).toEqual(values)
    handOver(paste, { ...values, name: '鲲池机电' })
    expect(form()?.values).toMatchObject({ name: '鲲池机电' })
  })

  it('goes to its next card after one was saved, and is forgotten after the last', () => {
    const text = ['王芳', '李建国'].map((name) => `BEGIN:VCARD\nFN:${name}\nEND:VCARD`).join('\n')
    keepPaste({ ...emptyPaste, text })
    expect(nextCard()).toBe(true)
    expect(findPaste().at).toBe(1)
    expect(useQuickAddStore.getState().open).toBe(true)
    expect(nextCard()).toBe(false)
    expect(findPaste()).toEqual(emptyPaste)
  })

  it('takes the kind that a person gave to a piece as sure', () => {
    const [card] = readCards('云水谣\n13700001111')
    const picked = card && withPicks(card, { 云水谣: 'company' })
    expect(picked?.pieces[0]).toMatchObject({ kind: 'company', confidence: 'sure' })
    expect(picked?.pieces[1]).toMatchObject({ kind: 'phone' })
  })

  it('may hold a word that every object knows', () => {
    const [card] = readCards('constructor')
    expect(card && withPicks(card, {}).pieces[0]?.kind).toBe('note')
  })
})

describe('a pile of paper forms', () => {
  it('goes on with the record that was being typed, else with an empty one of the same pile', () => {
    const typed = { ...nextRecord({}), name: '甲一', source: '展会', firstContactOn: '2026-11-27' }
    keepRecord(typed)
    expect(firstRecord()).toEqual(typed)
    startNext(typed)
    expect(firstRecord()).toMatchObject({ name: '', source: '展会', firstContactOn: '2026-11-27' })
  })

  it('goes from field to field and ends after the last', () => {
    expect(nextField(['source', 'name'], 'source')).toBe('name')
    expect(nextField(['source', 'name'], 'name')).toBeNull()
  })
})
