import { describe, expect, it } from 'vitest'
import { contract } from '@shared/contract'
import { listResources, uiLanguages } from '@renderer/lib/i18n'

type Names = Record<string, Record<string, string> | string>

const namesOf = (language: string): Names => {
  const { command } = listResources()[language]?.['shell'] as { command: Names }
  return command
}
const nameOf = (names: Names, route: string): string | undefined => {
  const [feature = '', action = ''] = route.split('.')
  const group = names[feature]
  return typeof group === 'object' ? group[action] : undefined
}
const undoable = Object.entries(contract)
  .filter(([, route]) => route.kind === 'command' && route.undoable)
  .map(([route]) => route)

describe('the names of what can be undone', () => {
  it.each(uiLanguages)('are there for every such command in %s', (language) => {
    const names = namesOf(language)
    expect(undoable.length).toBeGreaterThan(50)
    expect(undoable.filter((route) => !nameOf(names, route))).toEqual([])
  })

  it('begin small in English, since they stand behind “Undo:”', () => {
    const names = namesOf('en')
    const capital = undoable.filter((route) => /^[A-Z]/.test(nameOf(names, route) ?? ''))
    expect(capital).toEqual([])
  })
})
