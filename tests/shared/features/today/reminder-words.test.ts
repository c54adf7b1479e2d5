import { describe, expect, test } from 'vitest'
import { followUpTypes } from '@shared/features/follow-ups/follow-ups.schema'
import { reminderText, type ToldReminder } from '@shared/features/today/reminder-words'

const one = (kind: ToldReminder['kind'], type: ToldReminder['type'] = null): ToldReminder => ({
  ...{ kind, type, title: '秘密标题', customerName: '秘密名字' },
})
const every = [...followUpTypes.map((type) => one('step', type)), one('task'), one('notice')]

describe('the words of a notification', () => {
  test('count each kind in both languages', () => {
    const due = [one('step', 'phone'), one('step', 'phone'), one('step', 'visit'), one('task')]
    expect(reminderText(due, 'kinds', 'zh-CN')).toEqual({
      ...{ title: '有 4 项到期', body: '电话 2 项、拜访 1 项、任务 1 项' },
    })
    expect(reminderText(due, 'kinds', 'en')).toEqual({
      ...{ title: '4 items are due', body: '2 calls, 1 visit, 1 task' },
    })
  })

  test.each(['number', 'kinds'] as const)('hold no name and no text: %s', (detail) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { title, body } = reminderText(every, detail, language)
      expect(`${title}${body}`).not.toContain('秘密')
    }
    // Control: with names they do.
    expect(reminderText(every, 'names', 'en').body).toContain('秘密名字: 秘密标题')
  })

  test('name three and count the rest', () => {
    expect(reminderText(every, 'names', 'zh-CN').body.split('\n')).toHaveLength(4)
    expect(reminderText(every, 'names', 'zh-CN').body).toMatch(/还有 4 项$/)
  })

  test('name what it is where nothing may be shown of it', () => {
    const hidden = { ...one('step', 'visit'), title: null, customerName: null }
    expect(reminderText([hidden], 'names', 'en').body).toBe('1 visit')
  })
})
