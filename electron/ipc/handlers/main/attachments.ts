import { basename } from 'node:path'
import { dialog } from 'electron'
import { proposeName, saveAttachment } from '../../../services/save-attachment'
import type { MainHandlers } from '../../main-context'

export const attachmentsHandlers: MainHandlers<'attachments.saveAs'> = {
  async 'attachments.saveAs'({ window, data, jobs, vault }, { jobId, id }) {
    const opened = await data.call('attachments.open', { id })
    const picked = await dialog.showSaveDialog(window(), {
      defaultPath: proposeName(opened.fileName),
    })
    if (picked.canceled || !picked.filePath) return null
    const path = picked.filePath
    await jobs.run(jobId, 'attachment', (signal, report) =>
      saveAttachment({
        ...{ data, id, opened, path, signal, report },
        beforeNaming: () =>
          vault.record('attachments.saveAs', `customer:${opened.customerId} attachment`),
      }),
    )
    return { fileName: basename(path) }
  },
}
