import { expect, type Page } from '@playwright/test'

export type Envelope<T> = { ok: boolean; data: T; error?: { code: string } }

/** Asks the program as its own page does, whatever the page shows; answers the whole envelope. */
export async function answerOf<T>(page: Page, route: string, input: unknown): Promise<Envelope<T>> {
  const text = await page.evaluate(([name, value]) => window.kebu.request(name, value), [
    route,
    input,
  ] as const)
  return JSON.parse(text) as Envelope<T>
}

/** The same for a request that must go well; answers its data. */
export async function ask<T>(page: Page, route: string, input: unknown): Promise<T> {
  const answer = await answerOf<T>(page, route, input)
  expect(answer.error).toBeUndefined()
  return answer.data
}
