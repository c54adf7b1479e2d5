import { isRegionName } from '@shared/core/regions/find-region'
import { foldText } from '@shared/core/text'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { customTarget } from '@shared/features/imports/imports.rules'
import type { ImportColumn, ImportTarget } from '@shared/features/imports/imports.schema'
import { cleanCell, isBlank } from './cell'
import { isContact, isEmail, isIdNumber, isName } from './content'
import { isPhone } from './readers/phones'
import { findMeaning } from './synonyms'

export type ColumnMapping = Pick<ImportColumn, 'target' | 'mappedBy'>

const sampledCells = 200

/**
 * A field for every column: by its header, else by what stands in it, else into the notes, so that nothing is dropped unasked.
 * @param columns the cells of each column, a sample of the first rows is enough
 * @param fields custom fields at work
 */
export function mapColumns(
  headers: readonly string[],
  columns: readonly string[][],
  fields: readonly CustomField[] = [],
): ColumnMapping[] {
  const samples = columns.map((cells) =>
    cells
      .map(cleanCell)
      .filter((cell) => !isBlank(cell))
      .slice(0, sampledCells),
  )
  const mapped = byHeader(headers, samples).map(
    (mapping, index) => byFieldName(headers[index] ?? '', fields) ?? mapping,
  )
  const uses = (target: ImportTarget) => mapped.some((column) => column?.target === target)
  const byContent = (index: number, target: ImportTarget) => {
    mapped[index] = { target, mappedBy: 'content' }
  }
  samples.forEach((sample, index) => {
    if (mapped[index] || sample.length === 0) return
    if (most(sample, isEmail, 0.8) && !uses('email')) byContent(index, 'email')
    else if (most(sample, isIdNumber, 0.8) && !uses('idCard')) byContent(index, 'idCard')
    else if (most(sample, isPhone, 0.8) && !uses('phone') && !uses('contact'))
      byContent(index, 'phone')
    else if (most(sample, isContact, 0.6) && !uses('phone') && !uses('contact'))
      byContent(index, 'contact')
    else if (!uses('name') && most(sample, isName, 0.6)) byContent(index, 'name')
  })
  return samples.map(
    (sample, index) =>
      mapped[index] ?? { target: sample.length === 0 ? 'ignore' : 'notes', mappedBy: 'none' },
  )
}

/** A header that is called as a field of the business's own means that one. */
function byFieldName(header: string, fields: readonly CustomField[]): ColumnMapping | null {
  const folded = foldText(header)
  const field = fields.find(({ name }) => foldText(name) === folded)
  return field ? { target: customTarget(field.id), mappedBy: 'synonym' } : null
}

function byHeader(headers: readonly string[], samples: string[][]): (ColumnMapping | null)[] {
  const meanings = headers.map(findMeaning)
  const has = (meaning: string) => meanings.some((other) => other === meaning)
  let nameTaken = false
  return meanings.map((meaning, index) => {
    const sample = samples[index] ?? []
    const target = targetOf(meaning)
    if (target === null) return null
    if (target === 'name' && nameTaken) return null
    if (target === 'name') nameTaken = true
    return { target, mappedBy: 'synonym' }

    function targetOf(said: typeof meaning): ImportTarget | null {
      if (said === 'company') return has('name') ? null : 'name'
      if (said === 'person') return has('name') || has('company') ? 'contactPerson' : 'name'
      // "Contact" may be a name, a number, or both.
      if (said === 'contactPerson' && most(sample, (cell) => /\d{5}/.test(cell), 0.5))
        return 'contact'
      // 区域 may be a sales region of one's own: 华南, APAC.
      if (said === 'regionCode' && sample.length > 0 && !most(sample, isRegionName, 0.5))
        return null
      return said
    }
  })
}

function most(sample: string[], test: (text: string) => boolean, share: number): boolean {
  return sample.length > 0 && sample.filter(test).length >= sample.length * share
}
