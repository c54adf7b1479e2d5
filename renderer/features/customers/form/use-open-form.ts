import { useEffect, useState } from 'react'
import { useIntentStore } from '@renderer/lib/intent-store'

export type OpenedForm = { id: number | null; name: string; draft?: 'card' | undefined }

/** Which customer form stands open; another page may ask for a new one. */
export function useOpenForm() {
  const [opened, setOpened] = useState<OpenedForm | null>(null)
  const { intent, done } = useIntentStore()
  const asked = intent?.kind === 'new-customer' ? intent : null
  const [served, setServed] = useState<typeof asked>(null)
  if (asked !== null && served === null) {
    setServed(asked)
    setOpened({ id: null, name: asked.name, draft: asked.draft })
  }
  if (asked === null && served !== null) setServed(null)
  useEffect(() => {
    if (asked !== null) done()
  }, [asked, done])

  return {
    opened,
    create: () => setOpened({ id: null, name: '' }),
    edit: (id: number) => setOpened({ id, name: '' }),
    close: () => setOpened(null),
  }
}
