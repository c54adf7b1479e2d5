import { beforeEach, describe, expect, it } from 'vitest'
import { forgetBook } from '@renderer/lib/book-closed'
import {
  forgetEditDraft,
  forgetFollowUpDraft,
  keepEditDraft,
  keepFollowUpDraft,
  openComposer,
  useComposerStore,
} from '@renderer/features/follow-ups/composer-store'

const draft = (customerId: number) => ({
  customerId,
  type: 'visit' as const,
  occurredAt: 1_790_000_000_000,
  content: '看了新车间',
})

describe('the composer', () => {
  beforeEach(() => forgetBook())

  it('keeps one draft for each customer', () => {
    keepFollowUpDraft(draft(1))
    keepFollowUpDraft(draft(2))
    expect([...useComposerStore.getState().drafts.keys()]).toEqual([1, 2])
  })

  it('drops the draft when it is saved and remembers its type for that customer', () => {
    keepFollowUpDraft(draft(1))
    forgetFollowUpDraft(1, 'visit')
    expect(useComposerStore.getState().drafts.has(1)).toBe(false)
    expect(useComposerStore.getState().lastTypes.get(1)).toBe('visit')
    expect(useComposerStore.getState().lastTypes.get(2)).toBeUndefined()
  })

  it('keeps unsaved changes of old entries apart from a new one', () => {
    keepEditDraft(31, draft(1))
    forgetFollowUpDraft(1, null)
    expect(useComposerStore.getState().editDrafts.get(31)?.content).toBe('看了新车间')
    forgetEditDraft(31)
    expect(useComposerStore.getState().editDrafts.size).toBe(0)
  })

  it('holds nothing after the book closes', () => {
    keepFollowUpDraft(draft(1))
    keepEditDraft(31, draft(1))
    openComposer(1)
    forgetBook()
    expect(useComposerStore.getState()).toMatchObject({ openFor: null })
    expect(useComposerStore.getState().drafts.size).toBe(0)
    expect(useComposerStore.getState().editDrafts.size).toBe(0)
  })
})
