/**
 * Parts of a profile that stand in rows of their own, as conditions over a row of `customer` under some name: one answer for the 3C
 * mark, its counts and what a stage asks for (D8).
 */
export function hasPoint(customer: string): string {
  return `EXISTS (SELECT 1 FROM contact_point point WHERE point.customer_id = ${customer}.id)`
}

/** Wears a tag of type 需求. */
export function hasNeedTag(customer: string): string {
  return `EXISTS (SELECT 1 FROM customer_tag worn JOIN tag ON tag.id = worn.tag_id
    WHERE worn.customer_id = ${customer}.id AND tag.type = 'need')`
}
