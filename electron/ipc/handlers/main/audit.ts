import { systemClock } from '@shared/core/clock'
import { toIsoDate } from '@shared/core/dates'
import { dialog } from 'electron'
import { checkTrail, exportTrail } from '../../../services/audit-trail'
import type { MainHandlers } from '../../main-context'

const fileWords = { 'zh-CN': '审计记录', en: 'audit trail' } as const

export const auditHandlers: MainHandlers<'audit.verify' | 'audit.export'> = {
  async 'audit.verify'({ vault, data }) {
    const verdict = await checkTrail(data, vault.folder(), systemClock)
    await vault.record('audit.verify', `result:${verdict.result}`)
    return verdict
  },
  async 'audit.export'({ vault, data, window }, { filter, language }) {
    const day = toIsoDate(systemClock())
    const picked = await dialog.showSaveDialog(window(), {
      defaultPath: `${vault.header().bookName} ${fileWords[language]} ${day}.csv`,
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    })
    if (picked.canceled || !picked.filePath) return null
    const lines = await exportTrail({
      ...{ data, path: picked.filePath, filter, language },
      beforeNaming: (count) => vault.record('audit.export', `lines:${count}`),
    })
    return { lines }
  },
}
