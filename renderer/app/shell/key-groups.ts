import type { Permission } from '@shared/core/permissions'

type KeyLine = {
  id: string
  strokes: readonly string[]
  /** Shown only to those who may use it. */
  permission?: Permission
}
export type KeyGroup = { id: string; keys: readonly KeyLine[] }

/** The keys that exist, as the key sheet lists them; words in `shell.json` under `keys`. */
export const keyGroups: readonly KeyGroup[] = [
  {
    id: 'everywhere',
    keys: [
      { id: 'palette', strokes: ['mod+k'] },
      { id: 'goToday', strokes: ['g t'] },
      { id: 'goTasks', strokes: ['g j'], permission: 'tasks.read' },
      { id: 'goCustomers', strokes: ['g c'] },
      { id: 'goCalendar', strokes: ['g a'], permission: 'tasks.read' },
      { id: 'goCases', strokes: ['g e'], permission: 'service-cases.read' },
      { id: 'goLate', strokes: ['g v'], permission: 'customers.read' },
      { id: 'goTags', strokes: ['g l'], permission: 'tags.read' },
      { id: 'goQuality', strokes: ['g q'], permission: 'customers.write' },
      { id: 'goImport', strokes: ['g i'], permission: 'imports.run' },
      { id: 'goBackup', strokes: ['g b'], permission: 'backups.create' },
      { id: 'goSettings', strokes: ['g s'] },
      { id: 'quickEntry', strokes: ['mod+shift+n', 'n'], permission: 'follow-ups.write' },
      { id: 'undo', strokes: ['mod+z'], permission: 'history.undo' },
      { id: 'redo', strokes: ['mod+shift+z'], permission: 'history.undo' },
      { id: 'history', strokes: ['g h'], permission: 'history.undo' },
      { id: 'privacy', strokes: ['mod+shift+h'] },
      { id: 'lock', strokes: ['mod+l'] },
      { id: 'regions', strokes: ['f6'] },
      { id: 'help', strokes: ['?'] },
    ],
  },
  {
    id: 'today',
    keys: [
      { id: 'move', strokes: ['j', 'k', 'arrowup', 'arrowdown'] },
      { id: 'open', strokes: ['enter'] },
      { id: 'done', strokes: ['m'], permission: 'tasks.write' },
      { id: 'snooze', strokes: ['d'], permission: 'tasks.write' },
      { id: 'back', strokes: ['escape'] },
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
      { id: 'newCustomer', strokes: ['c'], permission: 'customers.create' },
      { id: 'quickAdd', strokes: ['shift+c'], permission: 'customers.create' },
      { id: 'paper', strokes: ['shift+p'], permission: 'customers.create' },
      { id: 'edit', strokes: ['e'], permission: 'customers.write' },
      { id: 'tag', strokes: ['t'], permission: 'tags.write' },
      { id: 'stage', strokes: ['s'], permission: 'customers.write' },
      { id: 'owner', strokes: ['o'], permission: 'customers.transfer' },
      { id: 'back', strokes: ['escape'] },
    ],
  },
  {
    id: 'calendar',
    keys: [
      { id: 'day', strokes: ['arrowleft', 'arrowright', 'arrowup', 'arrowdown'] },
      { id: 'page', strokes: ['pageup', 'pagedown'] },
      { id: 'today', strokes: ['t'] },
      { id: 'moveItem', strokes: ['alt+arrowleft', 'alt+arrowright'], permission: 'tasks.write' },
    ],
  },
  {
    id: 'tasks',
    keys: [
      { id: 'add', strokes: ['a'], permission: 'tasks.write' },
      { id: 'move', strokes: ['j', 'k'] },
      { id: 'done', strokes: ['m'], permission: 'tasks.write' },
      { id: 'open', strokes: ['enter', 'e'] },
    ],
  },
  {
    id: 'customer',
    keys: [
      { id: 'log', strokes: ['n'], permission: 'follow-ups.write' },
      { id: 'owner', strokes: ['o'], permission: 'customers.transfer' },
      { id: 'contact', strokes: ['a'], permission: 'customers.write' },
      { id: 'save', strokes: ['mod+enter'] },
      { id: 'previousNext', strokes: ['[', ']'] },
      { id: 'keepDraft', strokes: ['escape'] },
    ],
  },
]
