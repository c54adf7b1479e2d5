import { useMemo } from 'react'
import type { z } from 'zod'
import { create } from 'zustand'
import { draftsContract } from '@shared/features/drafts/drafts.contract'
import { onBookClosed } from './book-closed'
import { createDraftWriter } from './draft-writer'
import { request } from './request'

type DraftState = {
  /** What was typed and not saved, by form: values as the form holds them. */
  drafts: ReadonlyMap<string, unknown>
  /** Whose drafts these are; null while nobody is signed in and nothing is written. */
  session: string | null
}

const nothing: DraftState = { drafts: new Map(), session: null }

const useDraftStore = create<DraftState>(() => nothing)

const writer = createDraftWriter(async (key) => {
  const { drafts, session } = useDraftStore.getState()
  if (session === null) return
  if (!drafts.has(key)) return request('drafts.drop', { key })
  const draft = { key, content: JSON.stringify(drafts.get(key)) }
  // One that is too long stays in memory; what was stored of it before stays too.
  if (draftsContract['drafts.save'].input.safeParse(draft).success)
    return request('drafts.save', draft)
})

onBookClosed(endDrafts)

/**
 * Reads the drafts of a person who signed in (X1). What is typed before they arrived wins over what was stored.
 * @param session tells this person, and how they look at the book, from any other
 */
export async function beginDrafts(session: string): Promise<void> {
  endDrafts()
  useDraftStore.setState({ session })
  const { drafts: stored } = await request('drafts.list', {})
  if (useDraftStore.getState().session !== session) return
  const read = new Map(stored.map(({ key, content }) => [key, parse(content)]))
  useDraftStore.setState(({ drafts }) => ({ drafts: new Map([...read, ...drafts]) }))
}

/** Forgets all drafts in memory; what was stored stays in the book. */
export function endDrafts(): void {
  writer.forget()
  useDraftStore.setState(nothing)
}

/**
 * Keeps what was typed into a form until it is saved: at once in memory, half a second later in the encrypted book. Never for
 * passwords.
 * @param key `<form>:<row>`: lower-case letters, digits, hyphens
 */
export function keepDraft(key: string, value: unknown): void {
  useDraftStore.setState(({ drafts }) => ({ drafts: new Map(drafts).set(key, value) }))
  writer.later(key)
}

/** Forgets a draft, in the book too. */
export function dropDraft(key: string): void {
  useDraftStore.setState(({ drafts }) => {
    const rest = new Map(drafts)
    rest.delete(key)
    return { drafts: rest }
  })
  writer.now(key)
}

/** The draft of a form, or null; one that no longer fits the form is dropped. */
export function findDraft<T>(key: string, shape: z.ZodType<T>): T | null {
  const value = useDraftStore.getState().drafts.get(key)
  const draft = fit(value, shape)
  if (value !== undefined && draft === null) queueMicrotask(() => dropIfStill(key, value))
  return draft
}

/** The draft of a form as it stands now, for showing that there is one. */
export function useDraft<T>(key: string, shape: z.ZodType<T>): T | null {
  const value = useDraftStore(({ drafts }) => drafts.get(key))
  return useMemo(() => fit(value, shape), [value, shape])
}

/** Writes everything that waits into the book, and resolves when that is done or has failed. */
export function flushDrafts(): Promise<void> {
  return writer.flush()
}

function fit<T>(value: unknown, shape: z.ZodType<T>): T | null {
  return value === undefined ? null : (shape.safeParse(value).data ?? null)
}

function dropIfStill(key: string, value: unknown): void {
  if (useDraftStore.getState().drafts.get(key) === value) dropDraft(key)
}

/** Null, which fits no form, for text that is no JSON. */
function parse(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
