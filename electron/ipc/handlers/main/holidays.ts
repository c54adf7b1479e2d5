import { writeFile } from 'node:fs/promises'
import { dialog } from 'electron'
import { listAnnounced, toHolidayCsv } from '../../../services/holiday-file'
import type { MainHandlers } from '../../main-context'

const fileWords = { 'zh-CN': '节假日', en: 'holidays' } as const

export const holidaysHandlers: MainHandlers<'holidays.export'> = {
  async 'holidays.export'({ data, vault, window }, { year, language }) {
    const days = await listAnnounced(data, year)
    const picked = await dialog.showSaveDialog(window(), {
      defaultPath: `${fileWords[language]} ${year}.csv`,
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    })
    if (picked.canceled || !picked.filePath) return null
    await writeFile(picked.filePath, toHolidayCsv(days, language))
    await vault.record('holidays.export')
    return { days: days.length }
  },
}
