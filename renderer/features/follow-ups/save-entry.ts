import type { RouteInput } from '@shared/contract'
import { request } from '@renderer/lib/client'
import { abandonFiles, sendFile } from '@renderer/lib/send-file'

type Saving = 'follow-ups.create' | 'follow-ups.update'

/**
 * Sends the files of an entry, then writes the entry with them under one command. When anything fails nothing is there.
 * @throws AppError of the first file that is refused, or of the command
 */
export async function saveEntry<R extends Saving>(
  customerId: number,
  files: readonly File[],
  route: R,
  input: (uploadIds: string[]) => RouteInput<R>,
): Promise<void> {
  const uploadIds: string[] = []
  const { signal } = new AbortController()
  try {
    for (const file of files)
      uploadIds.push(await sendFile(file, { customerId, signal, onPiece: () => undefined }))
    await request(route, input(uploadIds))
  } catch (error) {
    await abandonFiles(uploadIds)
    throw error
  }
}
