/** The field after another one, null after the last. */
export function nextField(order: readonly string[], from: string): string | null {
  return order[order.indexOf(from) + 1] ?? null
}

/** Puts the caret into a field of the paper form; of a choice the chosen one. */
export function focusField(form: HTMLElement, name: string): void {
  const field = form.querySelector(`[data-paper="${name}"]`)
  const target =
    field?.querySelector<HTMLElement>('input:checked') ??
    field?.querySelector<HTMLElement>('input, textarea')
  target?.focus()
  if (target instanceof HTMLInputElement && target.type === 'text') target.select()
}
