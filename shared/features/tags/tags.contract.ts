import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { none, rowId } from '@shared/core/schemas'
import { conditionSet } from '@shared/features/conditions/conditions.schema'
import { standardSets } from './standard-sets'
import { tagRule } from './tag-rule.schema'
import { tagFields, tagInput, tagTypes, tagWithCount } from './tags.schema'

const base = { home: 'data' } as const
const changed = ['tags', 'customers', 'history'] as const
const customerIds = z.array(rowId).min(1).max(100_000)
const tagIds = z.array(rowId).min(1).max(500)
/** Managing words, not putting them on: `tags.manage`. */
const managing = { ...base, permission: 'tags.manage', undoable: true } as const
const managed = ['tags', 'customers', 'automation', 'history'] as const

export const tagsContract = {
  'tags.list': query({
    ...base,
    permission: 'tags.read',
    input: none,
    output: z.strictObject({ tags: z.array(tagWithCount) }),
  }),
  /** Puts tags on by type and name; a name that is new becomes a tag (same type and folded name is the same tag). */
  'tags.attach': command({
    ...base,
    permission: 'tags.write',
    input: z.strictObject({ customerIds, tags: z.array(tagInput).min(1).max(50) }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  'tags.detach': command({
    ...base,
    permission: 'tags.write',
    input: z.strictObject({ customerIds, tagIds: z.array(rowId).min(1).max(50) }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  'tags.create': command({
    ...managing,
    input: tagFields.extend({ type: z.enum(tagTypes) }),
    output: z.strictObject({ id: rowId }),
    invalidates: ['tags', 'history'],
  }),
  /** Name, colour and subgroup. Onto the name of another one of its type it is refused, with whose it is, so that a merge is offered. */
  'tags.update': command({
    ...managing,
    input: tagFields.extend({ id: rowId }),
    output: none,
    invalidates: managed,
  }),
  /** Makes one of several: every customer that wore one of them wears the survivor, once; rules that ask for them ask for it. */
  'tags.merge': command({
    ...managing,
    input: z.strictObject({ survivorId: rowId, tagIds }),
    output: z.strictObject({ merged: z.number().int(), customers: z.number().int() }),
    invalidates: managed,
  }),
  'tags.archive': command({
    ...managing,
    input: z.strictObject({ tagIds }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: managed,
  }),
  'tags.unarchive': command({
    ...managing,
    input: z.strictObject({ tagIds }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: managed,
  }),
  /** Takes tags off everybody and away; those that a rule asks for or uses are refused. */
  'tags.delete': command({
    ...managing,
    input: z.strictObject({ tagIds }),
    output: z.strictObject({ customers: z.number().int() }),
    invalidates: managed,
  }),
  /** Puts the usual tags of a trade into the book, in the language of the screen; what is there already is left alone. */
  'tags.insertSet': command({
    ...managing,
    input: z.strictObject({ set: z.enum(standardSets), language: z.enum(['zh-CN', 'en']) }),
    output: z.strictObject({ added: z.number().int() }),
    invalidates: ['tags', 'history'],
  }),
  /** Makes a tag automatic, or not any more (null); who wears it is settled in the same command. */
  'tags.setRule': command({
    ...managing,
    input: z.strictObject({ id: rowId, rule: tagRule.nullable() }),
    output: z.strictObject({ added: z.number().int(), removed: z.number().int() }),
    invalidates: managed,
  }),
  /** How many customers at work would meet a rule now, and the first of them; writes nothing. */
  'tags.previewRule': query({
    ...base,
    permission: 'tags.manage',
    input: z.strictObject({ rule: conditionSet }),
    output: z.strictObject({
      customers: z.number().int(),
      first: z.array(z.strictObject({ id: rowId, name: z.string() })),
    }),
  }),
} as const
