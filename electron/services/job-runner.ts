import { AppError } from '@shared/core/errors'
import { join } from 'node:path'
import type { JobKind, JobProgress, JobReport } from '@shared/features/jobs/jobs.contract'
import { type PhaseStart, phaseStart, timeLeft } from '@shared/features/jobs/time-left.rules'
import { type MessagePortMain, utilityProcess } from 'electron'
import { createLinkClient, type Message } from '../ipc/link'
import type { JobOperations } from '../jobs/operations'
import { throttled } from '../jobs/throttled'
import { endProcess } from './end-process'

/** A job that says nothing for so long is ended: a foreign file may hang a parser. */
const silenceLimitMs = 60_000
/** Heap of a job process, so that a foreign file cannot eat the machine. */
const heapLimitMb = 512

/** A killable process for foreign files and long copies; it ends with `end()`, by crash, or when it falls silent. */
export function startJobProcess() {
  const child = utilityProcess.fork(join(import.meta.dirname, 'job-process.js'), [], {
    serviceName: 'kebu-job',
    execArgv: [`--max-old-space-size=${heapLimitMb}`],
    stdio: 'ignore',
  })
  const link = createLinkClient<JobOperations, MessagePortMain>((message, ports) =>
    child.postMessage(message, ports),
  )
  let ended = false
  child.on('message', (message: Message) => link.receive(message))
  child.on('exit', () => {
    ended = true
    link.failAll(new AppError('core.process-gone', 'job process ended'))
  })
  const end = () => {
    if (!ended) endProcess(child)
  }
  return {
    end,
    isAlive: () => !ended,
    async call<K extends keyof JobOperations & string>(
      operation: K,
      payload: JobOperations[K]['payload'],
      options: {
        ports?: MessagePortMain[]
        signal?: AbortSignal
        onProgress?: (report: JobReport) => void
        /** For work on our own files that may be silent for longer, in ms. */
        silenceMs?: number
      } = {},
    ): Promise<JobOperations[K]['answer']> {
      let timedOut = false
      const watchdog = createWatchdog(options.silenceMs ?? silenceLimitMs, () => {
        timedOut = true
        end()
      })
      try {
        return await link.call(operation, payload, {
          ...options,
          onProgress: (progress) => {
            watchdog.feed()
            options.onProgress?.(progress as JobReport)
          },
        })
      } catch (error) {
        throw timedOut ? new AppError('core.timeout', 'job fell silent') : error
      } finally {
        watchdog.stop()
      }
    },
  }
}

export type JobProcess = ReturnType<typeof startJobProcess>

/** The jobs that a person can cancel, by the id that the window chose. */
export function createJobRegistry(onProgress: (progress: JobProgress) => void) {
  const running = new Map<string, AbortController>()
  return {
    /** Runs work under a job id: its reports become progress events, `cancel` aborts its signal. */
    async run<T>(
      jobId: string,
      kind: JobKind,
      work: (signal: AbortSignal, report: (report: JobReport) => void) => Promise<T>,
    ): Promise<T> {
      const controller = new AbortController()
      running.set(jobId, controller)
      try {
        const tell = tellWithTime((report, leftMs) =>
          onProgress({ ...report, jobId, kind, leftMs }),
        )
        return await work(controller.signal, tell)
      } finally {
        running.delete(jobId)
      }
    },
    cancel: (jobId: string) => running.get(jobId)?.abort(),
    cancelAll: () => running.forEach((controller) => controller.abort()),
    count: () => running.size,
  }
}

export type JobRegistry = ReturnType<typeof createJobRegistry>

/** Tells, a few times a second, where a job stands and how long the phase will still take. */
function tellWithTime(
  tell: (report: JobReport, leftMs: number | null) => void,
): (report: JobReport) => void {
  let start: PhaseStart | null = null
  return throttled((report) => {
    const now = performance.now()
    start = phaseStart(start, report, now)
    tell(report, timeLeft(start, report, now))
  })
}

function createWatchdog(limitMs: number, onSilence: () => void) {
  let timer = setTimeout(onSilence, limitMs)
  const stop = () => clearTimeout(timer)
  const feed = () => {
    stop()
    timer = setTimeout(onSilence, limitMs)
  }
  return { feed, stop }
}
