import type { AttachmentItem } from '@shared/features/attachments/attachments.schema'
import { useJob } from '@renderer/lib/use-job'
import type { AttachmentCommands } from './use-attachment-commands'

/** Saving a copy, which for a large file takes a moment. */
export function useSaving(commands: AttachmentCommands) {
  const { progress, start, finish, cancel } = useJob()
  return {
    progress,
    cancel,
    async save(item: AttachmentItem): Promise<void> {
      await commands.saveAs(item, start())
      finish()
    },
  }
}

export type Saving = ReturnType<typeof useSaving>
