import type { OpenFile } from './file-system'

/** Neighbouring pages of a database image; `first` counts from 0. */
export type PageRun = { first: number; count: number }

type Source = {
  file: OpenFile
  pageSize: number
  runs: readonly PageRun[]
  /** Makes what is thrown out of a failed read, or of an end before the last page (undefined). */
  failure: (error: unknown) => Error
}

/**
 * The pages of each run in order. The next run is read while the caller works on the last one, so there are two buffers; what was
 * yielded holds until the next step.
 */
export async function* readAhead({ file, pageSize, runs, failure }: Source) {
  const bytes = runs.reduce((most, { count }) => Math.max(most, count), 0) * pageSize
  let [buffer, spare] = [Buffer.alloc(bytes), Buffer.alloc(bytes)]
  const startReading = (into: Buffer, run: PageRun | undefined): Promise<Buffer> => {
    const { first, count } = run ?? { first: 0, count: 0 }
    const wanted = into.subarray(0, count * pageSize)
    const reading = readFully(file, wanted, first * pageSize, failure)
    reading.catch(() => undefined)
    return reading
  }
  let reading = startReading(buffer, runs[0])
  try {
    for (const [index, run] of runs.entries()) {
      const pages = await reading
      reading = startReading(spare, runs[index + 1])
      yield { run, pages }
      ;[buffer, spare] = [spare, buffer]
    }
  } finally {
    await reading.catch(() => undefined)
  }
}

/** All pages of an image in runs of at most so many. */
export function runsOfAll(pageCount: number, perRun: number): PageRun[] {
  return Array.from({ length: Math.ceil(pageCount / perRun) }, (_, index) => {
    const first = index * perRun
    return { first, count: Math.min(perRun, pageCount - first) }
  })
}

async function readFully(
  file: OpenFile,
  into: Buffer,
  position: number,
  failure: Source['failure'],
): Promise<Buffer> {
  let done = 0
  while (done < into.length) {
    const read = await file
      .read(into, done, into.length - done, position + done)
      .catch((error: unknown) => Promise.reject(failure(error)))
    if (read === 0) throw failure(undefined)
    done += read
  }
  return into
}
