import type { Page } from '@playwright/test'

export type ScrollResult = {
  /** Frames drawn while scrolling. */
  frames: number
  /** Frames in which a row in view had no text yet, or the view was not filled with rows. */
  blank: number
  /** Longest time between two frames, in ms. */
  longest: number
}

/** The part of the list that scrolls. */
const viewport = '[role="rowgroup"]:has([aria-rowindex])'
const wheelSteps = 60
const wheelPixels = 500

/** Looks at every frame from now on, until `stopWatching`. */
const startWatching = (page: Page): Promise<void> =>
  page.evaluate((selector) => {
    const seen = { frames: 0, blank: 0, longest: 0, last: performance.now(), running: true }
    Object.assign(window, { kebuScroll: seen })
    const isBlank = () => {
      const holder = document.querySelector(selector)
      if (!holder) return true
      const view = holder.getBoundingClientRect()
      const rows = [...holder.querySelectorAll('[aria-rowindex]')].filter((row) => {
        const box = row.getBoundingClientRect()
        return box.bottom > view.top && box.top < view.bottom
      })
      const first = rows[0]?.getBoundingClientRect()
      const last = rows.at(-1)?.getBoundingClientRect()
      if (!first || !last || first.top > view.top + 1 || last.bottom < view.bottom - 1) return true
      return rows.some((row) => row.textContent.trim() === '')
    }
    const look = () => {
      if (!seen.running) return
      const now = performance.now()
      seen.frames += 1
      seen.longest = Math.max(seen.longest, now - seen.last)
      seen.last = now
      if (isBlank()) seen.blank += 1
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, viewport)

const stopWatching = (page: Page): Promise<ScrollResult> =>
  page.evaluate(() => {
    const { kebuScroll } = window as unknown as { kebuScroll: ScrollResult & { running: boolean } }
    kebuScroll.running = false
    return kebuScroll
  })

/** Turns the wheel over the customer list, 500 px a step down and back up, and watches every frame. */
export const measureScroll = async (page: Page): Promise<ScrollResult> => {
  const box = await page.locator(viewport).boundingBox()
  if (!box) throw new Error('the customer list is not there')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await startWatching(page)
  for (const direction of [1, -1]) {
    for (let step = 0; step < wheelSteps; step += 1) {
      await page.mouse.wheel(0, direction * wheelPixels)
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
    }
  }
  return stopWatching(page)
}
