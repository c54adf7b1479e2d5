/** What a piece of a pasted card may be; `note` is everything that was not recognised. */
export const pieceKinds = [
  'name',
  'company',
  'position',
  'department',
  'phone',
  'fax',
  'email',
  'wechat',
  'qq',
  'website',
  'address',
  'creditCode',
  'idCard',
  'bankAccount',
  'birthDate',
  'gender',
  'note',
] as const
export type PieceKind = (typeof pieceKinds)[number]

/** `sure`: its form or a label says so · `likely`: its words say so · `guess`: look at it. */
export const confidences = ['sure', 'likely', 'guess'] as const
export type Confidence = (typeof confidences)[number]

/** What a card may carry that is not read: pictures, sounds, keys. */
export const ignoredParts = ['photo', 'sound', 'key'] as const
export type IgnoredPart = (typeof ignoredParts)[number]

/** Longest text that is read at once, in UTF-16 units: more than any card, less than a document. */
export const longestText = 20_000
/** Most cards that one paste may hold; a whole address book is an import. */
export const mostCards = 100
