import { test } from 'vitest'
import { makeBigBook } from '../factories/big-book'
import type { Condition } from '@shared/features/conditions/conditions.schema'

const time = (label: string, work: () => void) => {
  const t = performance.now()
  work()
  console.log(label, (performance.now() - t).toFixed(1), 'ms')
}
test('speed', { timeout: 600_000 }, () => {
  const book = makeBigBook({ customers: 100_000, followUps: 200_000 })
  const edit = (n: number) => {
    const ts: number[] = []
    for (let i = 0; i < n; i++) {
      const id = 1000 + i
      book.passTime(1000)
      const t = performance.now()
      book.run('customers.setTier', { ids: [id], tier: i % 2 ? 'high' : 'potential' })
      ts.push(performance.now() - t)
    }
    ts.sort((a, b) => a - b)
    return `median ${ts[n >> 1]?.toFixed(2)} p95 ${ts[Math.floor(n * 0.95)]?.toFixed(2)}`
  }
  console.log('edit without rules', edit(200))
  const rule = (name: string, ...conditions: Condition[]) => {
    const id = book.run('tags.create', { type: 'value', name, color: null, subgroup: null }).id
    time(`setRule ${name}`, () =>
      console.log(book.run('tags.setRule', { id, rule: { match: 'all', conditions } })),
    )
    return id
  }
  const tag = rule('行业', { field: 'industry', op: 'any', values: ['信息技术'] })
  rule('沉默', { field: 'silence', op: 'at-least', days: 60 })
  rule('多次', { field: 'follow-ups', op: 'at-least', count: 3 })
  rule('有标签', { field: 'tag', op: 'any', tagIds: [tag] })
  for (let i = 0; i < 6; i++)
    rule(`少${i}`, { field: 'industry', op: 'contains', values: ['x', `y${i}`] })
  console.log('edit with 10 tag rules', edit(200))
  for (let i = 0; i < 10; i++)
    book.run('automation.create', {
      name: `规则${i}`,
      trigger:
        i % 2
          ? { on: 'stage', stages: ['won'] }
          : { on: 'field', fields: ['industry'], customFieldIds: [] },
      conditions: {
        match: 'all',
        conditions: [{ field: 'industry', op: 'any', values: [`x${i}`] }],
      },
      actions: [{ do: 'notice', to: 'owner', text: '打' }],
    })
  console.log('edit with 10+10', edit(200))
  book.run('automation.create', {
    name: '任务',
    trigger: { on: 'stage', stages: ['won'] },
    conditions: { match: 'all', conditions: [] },
    actions: [{ do: 'task', title: '打', inDays: 1, assignee: 'owner' }],
  })
  time('bulk 10k setStage with 10+11 rules', () =>
    book.run('customers.setStage', {
      ids: Array.from({ length: 10_000 }, (_, i) => i + 5000),
      stage: 'won',
      lostReason: null,
    }),
  )
  time('undo of it', () => book.run('history.undo', {}))
  time('tags.list', () => book.run('tags.list', {}))
  time('preview', () =>
    book.run('tags.previewRule', {
      rule: { match: 'all', conditions: [{ field: 'follow-ups', op: 'at-least', count: 2 }] },
    }),
  )
  time('automation.preview 30d', () =>
    book.run('automation.preview', {
      id: null,
      trigger: { on: 'stage', stages: ['won'] },
      conditions: { match: 'all', conditions: [] },
      actions: [{ do: 'notice', to: 'owner', text: '打' }],
    }),
  )
  book.dispose()
})
