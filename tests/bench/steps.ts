import { writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { RouteInput, RouteName, RouteOutput } from '@shared/contract'
import { type KebuApp, stubOpenDialog } from '../support/electron-app'
import { headers, makeRows, toCsv } from '../fixtures/generate-customers'

/** One request over the real bridge. */
export async function request<R extends RouteName>(
  page: Page,
  route: R,
  input: RouteInput<R>,
): Promise<RouteOutput<R>> {
  const text = await page.evaluate(([name, value]) => window.kebu.request(name, value), [
    route,
    input,
  ] as const)
  const answer = JSON.parse(text) as { ok: boolean; data: RouteOutput<R> }
  if (!answer.ok) throw new Error(`${route} failed: ${text}`)
  return answer.data
}

/** Reads and writes a whole file as the window would; answers the rows that went in. */
export async function importFile({ app, page }: KebuApp, path: string): Promise<number> {
  await stubOpenDialog(app, [path])
  const file = await request(page, 'imports.chooseFile', {})
  if (!file) throw new Error('no file chosen')
  const plan = await request(page, 'imports.read', { jobId: randomUUID(), file: file.token })
  const { importId } = plan
  return (await request(page, 'imports.commit', { jobId: randomUUID(), importId })).customers
}

/** A CSV of as many invented customers, names told apart by a number. */
export function writeCsv(path: string, count: number): void {
  const rows = makeRows()
  const many = Array.from({ length: count }, (_, index) => {
    const row = [...(rows[index % rows.length] ?? [])]
    if (row[2]?.trim()) row[2] = `${row[2]}${index}`
    return row
  })
  writeFileSync(path, toCsv([[...headers], ...many], '\n'))
}

/** The longest of many small requests while work runs, in ms: what a click would wait. */
export async function longestAnswer(page: Page, work: () => Promise<unknown>): Promise<number> {
  const asking = page.evaluate(async () => {
    const state = { on: true }
    Object.assign(window, { kebuAsking: state })
    let longest = 0
    while (state.on) {
      const start = performance.now()
      await window.kebu.request('preferences.get', {})
      longest = Math.max(longest, performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return longest
  })
  await work()
  await page.evaluate(() => {
    const { kebuAsking } = window as unknown as { kebuAsking: { on: boolean } }
    kebuAsking.on = false
  })
  return asking
}
