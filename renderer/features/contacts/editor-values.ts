import type {
  ContactFormValues,
  ContactView,
  PointInput,
  PointView,
} from '@shared/features/contacts/contacts.schema'
import type { PointType } from '@shared/features/contacts/contacts.enums'
import { request } from '@renderer/lib/client'
import type { Place } from './contact-store'

/** What an editor begins with; `updatedAt` is the state that saving asks for. */
export type EditorStart = { values: ContactFormValues; updatedAt: number | null }

export type FormPoint = NonNullable<ContactFormValues['points']>[number]

export function newPoint(type: PointType): FormPoint {
  return { id: null, type, raw: '', label: '', shared: false }
}

/** A new person: an empty line for a phone stands ready. */
export function newContact(): EditorStart {
  const values = { name: '', position: '', department: '', decisionRole: null, notes: '' }
  return { values: { ...values, points: [newPoint('phone')] }, updatedAt: null }
}

/**
 * Reads what an editor is about, with the whole numbers that it will show (one audit line). Not through the query cache, so
 * that revealed numbers do not stay behind.
 * @returns null for a person who is gone
 */
export async function loadEditor(customerId: number, place: Place): Promise<EditorStart | null> {
  if (place === 'new') return newContact()
  const { contacts, points, pointsUpdatedAt } = await request('contacts.list', { customerId })
  if (place === 'own') {
    const shown = await revealAll(customerId, points)
    const lines = shown.length > 0 ? shown : [newPoint('phone')]
    // The name is not shown there; a value only makes the form whole.
    return {
      values: { ...newContact().values, name: '-', points: lines },
      updatedAt: pointsUpdatedAt,
    }
  }
  const found = contacts.find(({ id }) => id === place)
  if (!found) return null
  return {
    values: valuesOf(found, await revealAll(customerId, found.points)),
    updatedAt: found.updatedAt,
  }
}

async function revealAll(customerId: number, points: PointView[]): Promise<FormPoint[]> {
  if (points.length === 0) return []
  const pointIds = points.map(({ id }) => id)
  const revealed = await request('contacts.reveal', { customerId, pointIds })
  const rawOf = new Map(revealed.points.map(({ id, raw }) => [id, raw]))
  return points.map(({ id, type, label, shared }) => ({
    ...{ id, type, shared },
    raw: rawOf.get(id) ?? '',
    label: label ?? '',
  }))
}

function valuesOf(person: ContactView, points: FormPoint[]): ContactFormValues {
  const { name, position, department, decisionRole, notes } = person
  return {
    ...{ name, decisionRole, points },
    ...{ position: position ?? '', department: department ?? '', notes: notes ?? '' },
  }
}

/** Lines in which nothing was written are no numbers. */
export function withoutEmpty(values: ContactFormValues): ContactFormValues {
  return { ...values, points: (values.points ?? []).filter(({ raw }) => raw.trim() !== '') }
}

/** The same as new rows where theirs are gone meanwhile. */
export function fitToRows(points: PointInput[], there: ReadonlySet<number>): PointInput[] {
  return points.map((point) =>
    point.id !== null && !there.has(point.id) ? { ...point, id: null } : point,
  )
}
