import { systemClock } from '@shared/core/clock'
import { toIsoDate } from '@shared/core/dates'
import { dialog } from 'electron'
import { exportCustomers } from '../../../services/export-customers'
import type { MainHandlers } from '../../main-context'

const fileWords = { 'zh-CN': '客户', en: 'customers' } as const

export const exportsHandlers: MainHandlers<'exports.customers'> = {
  async 'exports.customers'({ window, data, jobs, vault }, { jobId, selection, language }) {
    const begun = await data.call('exports.begin', { selection })
    const day = toIsoDate(systemClock())
    const picked = await dialog.showSaveDialog(window(), {
      defaultPath: `${vault.header().bookName} ${fileWords[language]} ${day}.csv`,
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    })
    if (picked.canceled || !picked.filePath) return null
    const path = picked.filePath
    const rows = await jobs.run(jobId, 'export', (signal, report) =>
      exportCustomers({
        ...{ data, begun, language, path, signal, report },
        beforeNaming: (count) => vault.record('exports.customers', `customers:${count}`),
      }),
    )
    return { rows }
  },
}
