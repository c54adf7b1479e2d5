import { useEffect, useState } from 'react'

type Drop = {
  enabled: boolean
  onFiles: (files: File[]) => void
  /** A folder was dropped; it has no bytes of its own. */
  onFolder: () => void
}

/** Files that are dragged onto an element. The window gets their bytes, never the place that they come from. */
export function useDroppedFiles({ enabled, onFiles, onFolder }: Drop) {
  const [isOver, setOver] = useState(false)
  if (!enabled) return { isOver: false, handlers: {} }
  const accept = (event: React.DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  return {
    isOver,
    handlers: {
      onDragEnter: accept,
      onDragOver: accept,
      onDragLeave(event: React.DragEvent) {
        const next = event.relatedTarget
        if (!(next instanceof Node && event.currentTarget.contains(next))) setOver(false)
      },
      onDrop(event: React.DragEvent) {
        event.preventDefault()
        setOver(false)
        const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file')
        if (items.some((item) => item.webkitGetAsEntry()?.isDirectory)) onFolder()
        const files = items
          .filter((item) => !item.webkitGetAsEntry()?.isDirectory)
          .map((item) => item.getAsFile())
          .filter((file) => file !== null)
        if (files.length > 0) onFiles(files)
      },
    },
  }
}

/** Files and pictures from the clipboard, unless somebody pastes into a field. A picture gets a name, since it has none of its own. */
export function usePastedFiles(
  onFiles: (files: File[]) => void,
  { enabled, nameOf }: { enabled: boolean; nameOf: (file: File) => string },
): void {
  useEffect(() => {
    if (!enabled) return
    const paste = (event: ClipboardEvent) => {
      const target = event.target
      if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]'))
        return
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      onFiles(files.map((file) => new File([file], nameOf(file), { type: file.type })))
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [enabled, onFiles, nameOf])
}
