import { useEffect, useState } from 'react'
import type { BackupPlace } from '@shared/features/backups/restore.schema'
import { request, useRouteQuery } from '@renderer/lib/client'

/** How often the drives are looked at while somebody chooses, in ms; while the book is locked nothing announces them. */
const lookMs = 3000

/** The places that a backup may come from, and which of them is looked at: the first until another is chosen. */
export function usePlaces() {
  const { data, refetch } = useRouteQuery('backups.listPlaces', {})
  const [added, setAdded] = useState<BackupPlace[]>([])
  const [token, setToken] = useState<string | null>(null)
  useEffect(() => {
    const timer = setInterval(() => void refetch(), lookMs)
    return () => clearInterval(timer)
  }, [refetch])

  const found = data?.places ?? []
  const known = new Set(found.map((place) => place.token))
  const places = [...found, ...added.filter((place) => !known.has(place.token))]
  return {
    places,
    known: data !== undefined,
    place: places.find((place) => place.token === token) ?? places[0] ?? null,
    select: setToken,
    choose: async (): Promise<void> => {
      const place = await request('backups.choosePlace', {})
      if (!place) return
      setAdded((before) => [...before.filter((one) => one.token !== place.token), place])
      setToken(place.token)
    },
  }
}
