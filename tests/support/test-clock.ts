import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** A clock for the whole program: both processes follow a file (`electron/test-clock.ts`), the window a shifted `Date.now`. */
export function createTestClock(folder: string) {
  const path = join(folder, 'clock')
  let ahead = 0
  return {
    /** For the start of the program. */
    env: { KEBU_TEST_CLOCK: path },
    /** Puts the clock to an instant; it goes on from there. With a page, that window too. */
    async set(instant: number, page?: Page): Promise<void> {
      ahead = Math.round(instant - Date.now())
      writeFileSync(path, String(ahead))
      if (page) await this.show(page)
    },
    /** Brings a window that was opened or loaded anew to the same time. */
    async show(page: Page): Promise<void> {
      await page.evaluate((shift) => {
        const own = window as Window & { realNow?: () => number }
        const real = (own.realNow ??= Date.now.bind(Date))
        Date.now = () => real() + shift
        window.dispatchEvent(new Event('focus'))
      }, ahead)
    },
  }
}
