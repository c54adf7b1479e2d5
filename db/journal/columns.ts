/**
 * Which columns stand in the way of a reversal when something newer changed them. What the program keeps beside what people
 * wrote does not: a newer follow-up must not keep a rename from being taken back.
 */

/** Moment of the last edit; it only moves forth while something newer than the reversed command stands. */
export const editMoment = 'updated_at'

/** Columns that follow from other columns or rows; a reversal computes them anew. */
export const derivedColumns: Readonly<Record<string, readonly string[]>> = {
  customer: [
    ...['name_pinyin', 'name_initials', 'search_text', 'search_contact', 'search_people'],
    ...['next_follow_at', 'last_interaction_at'],
  ],
  // A clock that ran out meanwhile does not keep what started it from being taken back.
  deadline: ['settled_at', 'settler_id'],
  // A rule that was stopped and switched on again must not keep the edit that set it off from being taken back.
  automation_rule: ['stopped_at'],
}

/** Columns that mean something together only: where one of them is newer, the others may not go back by themselves. */
const companions: Readonly<Record<string, readonly (readonly string[])[]>> = {
  customer: [
    ['archived_at', 'deleted_at', 'merged_into_id'],
    ['owner_id', 'owned_since', 'pooled_at'],
    ['stage', 'stage_changed_at', 'stage_reason', 'lost_reason'],
    ['region_code', 'address'],
  ],
  follow_up: [['next_follow_at', 'next_all_day', 'next_type', 'next_note', 'next_done_at']],
  task: [
    ['due_at', 'all_day', 'duration_minutes'],
    ['recurrence', 'series_start', 'series_uid'],
    ['status', 'done_at', 'progress'],
  ],
  service_case: [['status', 'responded_at', 'resolved_at', 'closed_at']],
  contact_point: [['type', 'raw', 'normalized', 'phone_kind']],
  custom_field: [['type', 'options']],
  custom_value: [['value', 'number']],
}

/** True for columns that the program keeps by itself. */
export function isKept(table: string, column: string): boolean {
  return column === editMoment || (derivedColumns[table]?.includes(column) ?? false)
}

/** The columns that a command touched, with those that belong to them. */
export function withCompanions(table: string, columns: Iterable<string>): Set<string> {
  const all = new Set(columns)
  for (const group of companions[table] ?? [])
    if (group.some((column) => all.has(column))) for (const column of group) all.add(column)
  return all
}
