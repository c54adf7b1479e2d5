/** A template is a whole entry to fill in; a phrase is a piece of one. */
export const phraseKinds = ['template', 'phrase'] as const
export type PhraseKind = (typeof phraseKinds)[number]
