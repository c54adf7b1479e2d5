import type { FollowUpType } from '../follow-ups/follow-ups.schema'

type Language = 'zh-CN' | 'en'

/** What is due, as far as its words need it. The texts are null for whom they are not to be shown. */
export type ToldReminder = {
  kind: 'step' | 'task' | 'notice'
  type: FollowUpType | null
  title: string | null
  customerName: string | null
}

/** How much a notification of the desktop says: a number, kinds and numbers, or names and texts too. */
export type ReminderDetail = 'number' | 'kinds' | 'names'

/** Named one by one up to so many. */
const mostNamed = 3

const kindOf = ({ kind, type }: ToldReminder) => (kind === 'step' ? (type ?? 'other') : kind)
type Kind = ReturnType<typeof kindOf>

type Words = {
  due: (count: number) => string
  kind: Record<Kind, (count: number) => string>
  listed: (parts: string[]) => string
  more: (count: number) => string
  colon: string
}

const plural = (one: string, many: string) => (count: number) =>
  `${count} ${count === 1 ? one : many}`

const words: Record<Language, Words> = {
  'zh-CN': {
    due: (count) => `有 ${count} 项到期`,
    kind: {
      phone: (count) => `电话 ${count} 项`,
      visit: (count) => `拜访 ${count} 项`,
      wechat: (count) => `微信 ${count} 项`,
      email: (count) => `邮件 ${count} 项`,
      other: (count) => `跟进 ${count} 项`,
      task: (count) => `任务 ${count} 项`,
      notice: (count) => `提醒 ${count} 条`,
    },
    listed: (parts) => parts.join('、'),
    more: (count) => `还有 ${count} 项`,
    colon: '：',
  },
  en: {
    due: plural('item is due', 'items are due'),
    kind: {
      phone: plural('call', 'calls'),
      visit: plural('visit', 'visits'),
      wechat: plural('WeChat message', 'WeChat messages'),
      email: plural('e-mail', 'e-mails'),
      other: plural('follow-up', 'follow-ups'),
      task: plural('task', 'tasks'),
      notice: plural('notice', 'notices'),
    },
    listed: (parts) => parts.join(', '),
    more: plural('more', 'more'),
    colon: ': ',
  },
}

/**
 * What a notification of the desktop says of what is due (R070, R089). It is shown over other programs and kept by the system, so names
 * and texts are in it only for those who asked for that.
 * @param due at least one
 */
export function reminderText(
  due: readonly ToldReminder[],
  detail: ReminderDetail,
  language: Language,
): { title: string; body: string } {
  const said = words[language]
  const title = said.due(due.length)
  if (detail === 'number') return { title, body: '' }
  if (detail === 'kinds') {
    const kinds = [...new Set(due.map(kindOf))]
    const countOf = (kind: Kind) => due.filter((one) => kindOf(one) === kind).length
    return { title, body: said.listed(kinds.map((kind) => said.kind[kind](countOf(kind)))) }
  }
  const lines = due.slice(0, mostNamed).map((one) => {
    const parts = [one.customerName, one.title].filter((part) => part !== null)
    return parts.length > 0 ? parts.join(said.colon) : said.kind[kindOf(one)](1)
  })
  const left = due.length - lines.length
  return { title, body: [...lines, ...(left > 0 ? [said.more(left)] : [])].join('\n') }
}
