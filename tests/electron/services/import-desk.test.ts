import { describe, expect, it, vi } from 'vitest'
import { createImportDesk } from '../../../electron/services/import-desk'
import type { JobRegistry } from '../../../electron/services/job-runner'

type Job = Parameters<ReturnType<typeof createImportDesk>['hold']>[1]['job']

/** A registry that runs like the real one and aborts all on `cancelAll`, as a lock does. */
function makeJobs() {
  const signals: AbortController[] = []
  const jobs = {
    run: (_id: string, _kind: string, work: (signal: AbortSignal) => Promise<unknown>) => {
      const controller = new AbortController()
      signals.push(controller)
      return work(controller.signal)
    },
    cancelAll: () => signals.forEach((controller) => controller.abort()),
  }
  return jobs as unknown as JobRegistry
}

function makeFile(isAlive = true) {
  const end = vi.fn()
  const job = { end, isAlive: () => isAlive, call: vi.fn() } as unknown as Job
  return { end, file: { fileName: 'a.csv', job, plan: {} as never } }
}

describe('a file that was read', () => {
  it('waits under its id until it is dropped, and then its process ends', () => {
    const desk = createImportDesk()
    const { file, end } = makeFile()
    const { importId } = desk.hold(makeJobs(), file)
    expect(desk.get(importId).fileName).toBe('a.csv')
    desk.drop(importId)
    expect(end).toHaveBeenCalledOnce()
    expect(() => desk.get(importId)).toThrow(expect.objectContaining({ code: 'imports.gone' }))
  })

  it('gives way to the next one', () => {
    const desk = createImportDesk()
    const jobs = makeJobs()
    const [first, second] = [makeFile(), makeFile()]
    const { importId } = desk.hold(jobs, first.file)
    desk.hold(jobs, second.file)
    expect(first.end).toHaveBeenCalledOnce()
    desk.drop(importId)
    expect(second.end).not.toHaveBeenCalled()
  })

  it('is gone after a lock', () => {
    const desk = createImportDesk()
    const jobs = makeJobs()
    const { file, end } = makeFile()
    const { importId } = desk.hold(jobs, file)
    jobs.cancelAll()
    expect(end).toHaveBeenCalledOnce()
    expect(() => desk.get(importId)).toThrow(expect.objectContaining({ code: 'imports.gone' }))
  })

  it('is gone when its process crashed', () => {
    const desk = createImportDesk()
    const { importId } = desk.hold(makeJobs(), makeFile(false).file)
    expect(() => desk.get(importId)).toThrow(expect.objectContaining({ code: 'imports.gone' }))
  })
})
