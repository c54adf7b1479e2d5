type KeyLike = { key: string; isComposing?: boolean; keyCode?: number; nativeEvent?: KeyLike }

/** True while an input method is composing: its keys belong to it (229 is what some methods send in place of isComposing). */
export function isComposing(event: KeyLike): boolean {
  const native = event.nativeEvent ?? event
  return native.isComposing === true || native.keyCode === 229
}

/** True for the Enter that a person means as "go", never for the one that picks a candidate. */
export function isPlainEnter(event: KeyLike & { shiftKey?: boolean }): boolean {
  return event.key === 'Enter' && !event.shiftKey && !isComposing(event)
}

/** An `onKeyDown` that runs on Enter, safe with input methods. */
export function onEnter<E extends KeyLike & { preventDefault(): void }>(
  action: (event: E) => void,
) {
  return (event: E) => {
    if (!isPlainEnter(event)) return
    event.preventDefault()
    action(event)
  }
}

/** An `onKeyDown` for a form: keeps the Enter of an input method from submitting it. */
export function blockComposingEnter(event: KeyLike & { preventDefault(): void }): void {
  if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
}
