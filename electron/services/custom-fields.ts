import { contract, type RouteOutput } from '@shared/contract'
import { fromErrorShape } from '@shared/core/errors'
import type { Result } from '@shared/core/result'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import type { DataLink } from './data-link'

/** The custom fields at work, in their order, as the person who is signed in may read them. @throws AppError as the route */
export async function listActiveFields(data: Pick<DataLink, 'call'>): Promise<CustomField[]> {
  const text = await data.call('request', { route: 'custom-fields.list', input: {} })
  const answer = JSON.parse(text) as Result<RouteOutput<'custom-fields.list'>>
  if (!answer.ok) throw fromErrorShape(answer.error)
  const { fields } = contract['custom-fields.list'].output.parse(answer.data)
  return fields.filter(({ archivedAt }) => archivedAt === null)
}
