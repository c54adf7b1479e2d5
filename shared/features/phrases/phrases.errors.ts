export const phraseErrorCodes = [
  'phrases.not-found',
  /** Another one of the same kind is called so. */
  'phrases.title-taken',
  'phrases.too-many',
  /** The phrases are not the ones that were put in order: somebody made or deleted one meanwhile. */
  'phrases.changed-meanwhile',
] as const
export type PhraseErrorCode = (typeof phraseErrorCodes)[number]
