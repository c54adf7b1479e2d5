import { useRouteQuery } from './client'

/** Height of a table row in CSS pixels by the density setting: 40, compact 32. */
export function useRowHeight(): 40 | 32 {
  const { data } = useRouteQuery('preferences.get', {})
  return data?.density === 'compact' ? 32 : 40
}
