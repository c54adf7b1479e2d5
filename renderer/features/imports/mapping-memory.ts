import { headerSignature } from '@shared/features/imports/imports.rules'
import {
  importTarget,
  type ImportColumn,
  type ImportTarget,
} from '@shared/features/imports/imports.schema'

const key = 'kebu.import-mappings'
const kept = 30

type Memory = Record<string, ImportTarget[]>

/** Remembers a mapping for files with the same header: a hash and names of fields, nothing from the file. */
export function rememberMapping(columns: readonly ImportColumn[]): void {
  const signature = headerSignature(columns.map(({ header }) => header))
  const { [signature]: _old, ...others } = readMemory()
  const recent = Object.entries(others).slice(-(kept - 1))
  const next = { ...Object.fromEntries(recent), [signature]: columns.map(({ target }) => target) }
  localStorage.setItem(key, JSON.stringify(next))
}

/** The targets of last time, when they differ from what the program found; else null. */
export function findMapping(columns: readonly ImportColumn[]): ImportTarget[] | null {
  const targets = readMemory()[headerSignature(columns.map(({ header }) => header))]
  if (targets?.length !== columns.length) return null
  return columns.some(({ target }, index) => target !== targets[index]) ? targets : null
}

function readMemory(): Memory {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(Object.entries(stored).filter(([, targets]) => isTargets(targets)))
  } catch {
    return {}
  }
}

function isTargets(value: unknown): value is ImportTarget[] {
  return Array.isArray(value) && value.every((target) => importTarget.safeParse(target).success)
}
