import type { LucideIcon } from 'lucide-react'
import type { CustomerRow } from '@shared/features/customers/customers.schema'

/** A command or place that the palette can run. */
export type PaletteCommand = {
  id: string
  group: 'command' | 'place'
  label: string
  icon: LucideIcon
  keys?: string
  run: () => void
}

export type PaletteItem =
  | { kind: 'customer'; key: string; customer: CustomerRow }
  | { kind: 'command'; key: string; command: PaletteCommand }
  | { kind: 'new-customer'; key: string; name: string }

const perGroup = 5

/** `>` at the beginning asks for commands only; the rest is what is looked for. */
export function readQuery(typed: string): { commandsOnly: boolean; text: string } {
  const trimmed = typed.trim()
  const commandsOnly = /^[>＞]/.test(trimmed)
  return { commandsOnly, text: commandsOnly ? trimmed.slice(1).trim() : trimmed }
}

/**
 * What the palette lists: customers first, then places and commands whose label holds the text, then the offer to make a
 * customer of that name, for those who may. At most five a group, all commands when nothing was typed.
 */
export function listItems(
  typed: string,
  customers: readonly CustomerRow[],
  commands: readonly PaletteCommand[],
  mayCreate: boolean,
): PaletteItem[] {
  const { commandsOnly, text } = readQuery(typed)
  const needle = text.toLowerCase()
  const matching = commands.filter((command) => command.label.toLowerCase().includes(needle))
  const shown = text === '' || commandsOnly ? matching : matching.slice(0, perGroup)
  const found = commandsOnly || text === '' ? [] : customers.slice(0, perGroup)
  return [
    ...found.map((customer) => ({
      kind: 'customer' as const,
      key: `customer-${customer.id}`,
      customer,
    })),
    ...shown.map((command) => ({ kind: 'command' as const, key: command.id, command })),
    ...(mayCreate && text !== '' && !commandsOnly
      ? [{ kind: 'new-customer' as const, key: 'new-named', name: text }]
      : []),
  ]
}

/** Cuts a label into parts so that the typed characters can be shown in accent; case is ignored. */
export function splitMatch(label: string, text: string): { text: string; hit: boolean }[] {
  const start = text === '' ? -1 : label.toLowerCase().indexOf(text.toLowerCase())
  if (start < 0) return [{ text: label, hit: false }]
  const end = start + text.length
  return [
    { text: label.slice(0, start), hit: false },
    { text: label.slice(start, end), hit: true },
    { text: label.slice(end), hit: false },
  ].filter((part) => part.text !== '')
}
