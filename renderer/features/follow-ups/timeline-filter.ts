import type { TimelineKind } from '@shared/features/timeline/timeline.schema'

/** What one looks at: everything, or one part of it. */
export const timelineFilters = [
  'all',
  'follow-ups',
  'tasks',
  'service',
  'behaviors',
  'changes',
] as const
export type TimelineFilter = (typeof timelineFilters)[number]

const kinds: Record<TimelineFilter, TimelineKind[]> = {
  all: [],
  'follow-ups': ['follow-up'],
  tasks: ['task'],
  service: ['service-case'],
  behaviors: ['behavior'],
  changes: ['stage', 'attachment', 'verification', 'merge', 'created'],
}

/** The kinds behind a filter, in the form of the route; empty for all. */
export function kindsOf(filter: TimelineFilter): TimelineKind[] {
  return kinds[filter]
}
