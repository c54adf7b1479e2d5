import type { DataOperations } from '../data/operations'
import type { DataLink } from './data-link'

type Data = Pick<DataLink, 'call'>
export type OpenedAttachment = DataOperations['attachments.open']['answer']

/**
 * A file of the open book as a stream that asks for the next piece when the one before is taken, so that main holds two at most.
 * @param part one piece alone; null for all of them
 */
export function streamAttachment(
  data: Data,
  { id, chunks, part }: { id: number; chunks: number; part: number | null },
): ReadableStream<Uint8Array> {
  let sequence = part ?? 0
  const end = part === null ? chunks : part + 1
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (sequence >= end) return controller.close()
        controller.enqueue(await data.call('attachments.read', { id, sequence }))
        sequence += 1
      },
    },
    { highWaterMark: 1 },
  )
}
