import { useNavigate } from 'react-router'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { usePlaces } from './places'

/** `G` then a letter goes to a place, if one may go there. */
export function useGoShortcuts(): void {
  const navigate = useNavigate()
  const places = usePlaces()
  const keys = places.map((place) => place.keys)
  useShortcut(keys, (event) => {
    const place = places.find((one) => one.keys.endsWith(` ${event.key.toLowerCase()}`))
    if (place) void navigate(place.path)
  })
}
