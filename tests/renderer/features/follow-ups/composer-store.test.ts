import { beforeEach, describe, expect, it } from 'vitest'
import { forgetBook } from '@renderer/lib/book-closed'
import { keepDraft } from '@renderer/lib/drafts'
import {
  findEditDraft,
  findFollowUpDraft,
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
  nextFollowAt: null,
  nextNote: '',
})

describe('the composer', () => {
  beforeEach(() => forgetBook())

  it('keeps one draft for each customer', () => {
    keepFollowUpDraft(draft(1))
    keepFollowUpDraft({ ...draft(2), content: '另一家' })
    expect(findFollowUpDraft(1)).toEqual(draft(1))
    expect(findFollowUpDraft(2)?.content).toBe('另一家')
  })

  it('drops the draft when it is saved and remembers its type for that customer', () => {
    keepFollowUpDraft(draft(1))
    forgetFollowUpDraft(1, 'visit')
    expect(findFollowUpDraft(1)).toBeNull()
    expect(useComposerStore.getState().lastTypes.get(1)).toBe('visit')
    expect(useComposerStore.getState().lastTypes.get(2)).toBeUndefined()
  })

  it('keeps unsaved changes of old entries apart from a new one', () => {
    keepEditDraft(31, draft(1), { ...draft(1), content: '看了车间' })
    forgetFollowUpDraft(1, null)
    expect(findEditDraft(31)).toEqual({ content: '看了新车间' })
    forgetEditDraft(31)
    expect(findEditDraft(31)).toBeNull()
  })

  it('takes no draft that does not fit its form', async () => {
    keepDraft('follow-up:1', { ...draft(1), type: 'fax' })
    expect(findFollowUpDraft(1)).toBeNull()
    await Promise.resolve()
    keepDraft('follow-up:2', { ...draft(2), content: '' })
    expect(findFollowUpDraft(2)?.content).toBe('')
  })

  it('holds nothing after the book closes', () => {
    keepFollowUpDraft(draft(1))
    keepEditDraft(31, draft(1), draft(1))
    openComposer(1)
    forgetBook()
    expect(useComposerStore.getState()).toMatchObject({ openFor: null })
    expect(findFollowUpDraft(1)).toBeNull()
    expect(findEditDraft(31)).toBeNull()
  })
})
