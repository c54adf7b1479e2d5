/** Ways to what was done at a time, which the day and week of the board count. Not of the schema: only these two take them. */
export function doneIndexes(): string[] {
  return [
    `CREATE INDEX follow_up_by_next_done_at ON follow_up (next_done_at, customer_id)
     WHERE next_done_at IS NOT NULL`,
    `CREATE INDEX task_by_done_at ON task (done_at) WHERE done_at IS NOT NULL`,
  ]
}
