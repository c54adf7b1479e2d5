import { beforeEach, describe, expect, it } from 'vitest'
import { forgetBook } from '@renderer/lib/book-closed'
import { keepDraft } from '@renderer/lib/drafts'
import {
  findEditDraft,
  findFollowUpDraft,
  forgetEditDraft,
  forgetFollowUpDraft,
  forgetLostName,
  keepEditDraft,
  keepFiles,
  keepFollowUpDraft,
  lostNames,
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

const lostOf = (files: File[]) => lostNames(findFollowUpDraft(1), files)

describe('the composer', () => {
  beforeEach(() => forgetBook())

  it('keeps one draft for each customer', () => {
    keepFollowUpDraft(draft(1), null)
    keepFollowUpDraft({ ...draft(2), content: '另一家' }, null)
    expect(findFollowUpDraft(1)).toMatchObject(draft(1))
    expect(findFollowUpDraft(2)?.content).toBe('另一家')
  })

  it('drops the draft when it is saved and remembers its type for that customer', () => {
    keepFollowUpDraft(draft(1), null)
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

  it('brings back the task that was taken', () => {
    const task = { title: '寄样品', dueAt: 1_790_086_400_000, allDay: true }
    keepFollowUpDraft(draft(1), task)
    expect(findFollowUpDraft(1)?.task).toEqual(task)
  })

  it('knows which files have to be chosen again once they are no longer at hand', () => {
    const [quote, plan] = [new File(['a'], '报价.pdf'), new File(['b'], '布局.txt')]
    keepFiles(1, [quote, plan])
    keepFollowUpDraft(draft(1), null)
    expect(lostOf([quote, plan])).toEqual([])
    keepFiles(1, [plan])
    expect(lostOf([plan])).toEqual([])
    keepFiles(1, [quote, plan])
    useComposerStore.setState({ files: new Map() })
    expect(lostOf([])).toEqual(['报价.pdf', '布局.txt'])
    keepFollowUpDraft({ ...draft(1), content: '又写了几句' }, null)
    expect(lostOf([])).toEqual(['报价.pdf', '布局.txt'])
    keepFiles(1, [quote])
    expect(lostOf([quote])).toEqual(['布局.txt'])
    forgetLostName(1, '布局.txt')
    expect(lostOf([quote])).toEqual([])
  })

  it('takes no draft that does not fit its form', async () => {
    keepDraft('follow-up:1', { ...draft(1), type: 'fax' })
    expect(findFollowUpDraft(1)).toBeNull()
    await Promise.resolve()
    keepDraft('follow-up:2', { ...draft(2), content: '' })
    expect(findFollowUpDraft(2)?.content).toBe('')
  })

  it('holds nothing after the book closes', () => {
    keepFollowUpDraft(draft(1), null)
    keepEditDraft(31, draft(1), draft(1))
    openComposer(1)
    forgetBook()
    expect(useComposerStore.getState()).toMatchObject({ openFor: null })
    expect(findFollowUpDraft(1)).toBeNull()
    expect(findEditDraft(31)).toBeNull()
  })
})
