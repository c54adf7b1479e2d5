export type KeyGroup = { id: string; keys: readonly { id: string; strokes: readonly string[] }[] }

/** The keys that exist, as the key sheet lists them; words in `shell.json` under `keys`. */
export const keyGroups: readonly KeyGroup[] = [
  {
    id: 'everywhere',
    keys: [
      { id: 'palette', strokes: ['mod+k'] },
      { id: 'goCustomers', strokes: ['g c'] },
      { id: 'goImport', strokes: ['g i'] },
      { id: 'goBackup', strokes: ['g b'] },
      { id: 'goSettings', strokes: ['g s'] },
      { id: 'undo', strokes: ['mod+z'] },
      { id: 'redo', strokes: ['mod+shift+z'] },
      { id: 'lock', strokes: ['mod+l'] },
      { id: 'regions', strokes: ['f6'] },
      { id: 'help', strokes: ['?'] },
    ],
  },
  {
    id: 'list',
    keys: [
      { id: 'filterText', strokes: ['/'] },
      { id: 'move', strokes: ['j', 'k', 'arrowup', 'arrowdown'] },
      { id: 'open', strokes: ['enter'] },
      { id: 'preview', strokes: ['space'] },
      { id: 'select', strokes: ['x'] },
      { id: 'selectAll', strokes: ['mod+a'] },
      { id: 'newCustomer', strokes: ['c'] },
      { id: 'edit', strokes: ['e'] },
      { id: 'tag', strokes: ['t'] },
      { id: 'stage', strokes: ['s'] },
      { id: 'back', strokes: ['escape'] },
    ],
  },
  {
    id: 'customer',
    keys: [
      { id: 'log', strokes: ['n'] },
      { id: 'save', strokes: ['mod+enter'] },
      { id: 'previousNext', strokes: ['[', ']'] },
      { id: 'keepDraft', strokes: ['escape'] },
    ],
  },
]
