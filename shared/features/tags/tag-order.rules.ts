import { tagsAsked } from '@shared/features/conditions/conditions.rules'
import type { TagRule } from './tag-rule.schema'

type Ruled = { id: number; rule: TagRule }

/**
 * Automatic tags in an order in which each comes after those that its rule asks for, so that one pass settles all of them;
 * `circular` are those that would wait for themselves (R040).
 */
export function orderTagRules<T extends Ruled>(tags: readonly T[]): { order: T[]; circular: T[] } {
  const left = new Map(tags.map((tag) => [tag.id, tag]))
  const order: T[] = []
  for (;;) {
    const ready = [...left.values()].filter(
      ({ rule }) => !tagsAsked(rule).some((id) => left.has(id)),
    )
    if (ready.length === 0) return { order, circular: [...left.values()] }
    for (const tag of ready) left.delete(tag.id)
    order.push(...ready)
  }
}
