import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { grantToken, instant, jobId, none, uid } from '@shared/core/schemas'
import {
  restorableRow,
  restoreChoices,
  restoreStatuses,
  restoreTotals,
} from './customer-restores.schema'

/** Single customers from a backup into the open book (R094): one backup at a time, as a temporary, encrypted copy. */
export const customerRestoresContract = {
  /**
   * Merges and proves the backup into a temporary copy and compares it with the book. Without a secret the keys of the open book are
   * used, which open every backup since the last new data key; else a password of its day, or the recovery key when `userUid`
   * is null. Progress and cancel by `jobId`.
   */
  'customer-restores.open': command({
    home: 'main',
    permission: 'vault.manage',
    input: z.strictObject({
      jobId,
      file: grantToken,
      userUid: uid.nullable().default(null),
      secret: z.string().min(1).max(1024).nullable().default(null),
    }),
    output: z.strictObject({
      createdAt: instant,
      counts: z.record(z.enum(restoreStatuses), z.number().int()),
    }),
    invalidates: ['customer-restores', 'audit'],
  }),
  /** Closes the copy and removes it; without one nothing happens. */
  'customer-restores.close': command({
    home: 'main',
    permission: 'vault.manage',
    input: none,
    output: none,
    invalidates: [],
  }),
  /** The customers of the copy by name; `total` counts those that fit. */
  'customer-restores.list': query({
    home: 'data',
    permission: 'vault.manage',
    input: z.strictObject({
      text: z.string().max(200).default(''),
      statuses: z.array(z.enum(restoreStatuses)).default([]),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.strictObject({ rows: z.array(restorableRow), total: z.number().int() }),
  }),
  /** What `commit` would write now. */
  'customer-restores.preview': query({
    home: 'data',
    permission: 'vault.manage',
    input: z.strictObject({ choices: restoreChoices }),
    output: restoreTotals,
  }),
  /** Takes the chosen customers back, all or none, under one undoable command. */
  'customer-restores.commit': command({
    home: 'data',
    permission: 'vault.manage',
    input: z.strictObject({ choices: restoreChoices }),
    output: restoreTotals,
    invalidates: [
      ...(['customers', 'contacts', 'follow-ups', 'tags', 'history', 'ownership'] as const),
      ...(['attachments', 'custom-fields'] as const),
      ...(['customer-restores', 'audit'] as const),
    ],
    undoable: true,
  }),
} as const
